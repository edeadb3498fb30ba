"""A small convolutional network over the words of a sentence: what each mention is there, beside what the signs tell of it.

The signs of `vidocq.claims.trained.telling_signs` say what is known to matter; the network sees the words in their order. Embeddings
of words, their beginnings and endings are summed, three residual layers of convolutions with maxout units (Goodfellow et al. 2013;
Honnibal's encoder in spaCy is alike) look 1, 2 and 4 words to both sides, and of a mention's words, its neighbours and the
sentence's maximum one hidden layer tells the log-odds of each role. `bench/train_network.py` makes the weights.

All weights and activations are whole numbers, and so small that the sums of a product of matrices are exact in single precision
(below 2**24): the result is the same on every machine. The numbers stand for so many parts of one (`QUANTUM`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.encoding import (
    MARKS,
    TABLES,
    Encoded,
    Names,
    Span,
    distance_of,
    encoded,
    names_of_words,
    span_of_phrase,
)
from vidocq.claims.trained.mention import Mention

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float32]

QUANTUM = 32.0
"""Parts of one in which activations are counted."""
LIMIT = 511.0
"""The most that an activation may be, in such parts."""
REACH = (1, 2, 4)
"""How many words to both sides each layer looks."""
GAP = max(REACH)
"""Rows of noughts between two sentences."""
ROWS = 1500
"""Words of so many sentences are looked at together; more would only take memory."""
LOWEST = -4.3
"""Log-odds by the signs below which a mention is not asked for: words hardly make up for that (of our open reports no claim changed)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which names are known: their check sums (CRC-32) in order, and the number of each. A tenth of the memory of their letters."""

    keys: NDArray[numpy.uint32]
    numbers: NDArray[numpy.int32]

    def numbers_of(self, names: Sequence[str]) -> NDArray[numpy.int32]:
        """The number of each name, 0 for what is not known."""
        import numpy

        keys = numpy.array([key_of(name) for name in names], numpy.uint32)
        places = numpy.minimum(numpy.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: NDArray[numpy.int32] = self.numbers[places] * (self.keys[places] == keys)
        return found


def key_of(name: str) -> int:
    """The check sum by which a name is known."""
    return crc32(name.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution: whole numbers, what they are counted in, and the gain of its normalisation."""

    weights: Numbers
    scale: Numbers
    bias: Numbers
    gain: Numbers


@dataclass(frozen=True, slots=True)
class Mixing:
    """How the log-odds by the signs and those by the words give one, for each role."""

    start: tuple[float, ...]
    signs: tuple[float, ...]
    words: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What tells who says a finding: of the word that the finding is placed by, of the party (its leading, first and last word,
    the one before and the one after; its kind and marks), of the sentence, the one before and the first, of the finding's role
    and of how far both stand apart."""

    finding: Numbers
    finding_scale: Numbers
    party: Numbers
    party_scale: Numbers
    of_itself: Numbers
    of_places: Numbers
    around: Numbers
    around_scale: Numbers
    roles: Numbers
    distances: Numbers
    bias: Numbers
    said: Numbers
    said_scale: Numbers
    said_bias: Numbers


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence as the network sees it: ``words`` with what stands around them, a row a word, between two rows of noughts;
    ``around``: the greatest of each unit in the sentence, in the one before and in the document's first; ``parties``: what the
    words about a phrase tell of it as a party, of those that have been asked for."""

    words: Numbers
    around: Numbers
    parties: dict[int, Numbers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, ready to be added up. ``hidden``: of the leading, first, last word, the one before and the one after, the
    whole sentence, in this order; ``of_itself``: what the kinds of mentions add there, and after them their marks, of which
    ``unmarked`` is none."""

    vocabularies: tuple[Vocabulary, ...]
    embeddings: tuple[NDArray[numpy.int8], ...]
    embedding_scale: tuple[numpy.float32, ...]
    layers: tuple[Layer, ...]
    kinds: dict[str, int]
    marks: dict[str, int]
    unmarked: int
    hidden: Numbers
    hidden_scale: Numbers
    hidden_bias: Numbers
    of_itself: Numbers
    of_places: Numbers
    roles: Numbers
    roles_scale: Numbers
    roles_bias: Numbers
    mixing: Mixing
    saying: Saying

    def see(self, sentences: Sequence[Sentence]) -> None:
        """Look at all sentences of a document at once, which takes a third of the time of one after the other."""
        names = [names_of_words(sentence) for sentence in sentences]
        for sentence, seen in zip(sentences, self.seen(names), strict=True):
            sentence.surroundings = seen

    def seen(self, document: Sequence[Sequence[Names]]) -> list[Surroundings]:
        """The sentences of a document, by the names of their words."""
        import numpy

        words = self.surroundings(document)
        none = numpy.zeros(self.embeddings[0].shape[1], numpy.float32)
        greatest = [one[1:-1].max(axis=0) if len(one) > _EDGES else none for one in words]
        found: list[Surroundings] = []
        for i, own in enumerate(greatest):
            before, first = (greatest[i - 1], greatest[0]) if i else (none, none)
            found.append(Surroundings(words[i], numpy.concatenate([own, before, first])))
        return found

    def mixed(
        self,
        sentence: Sentence,
        number: int,
        mentions: Sequence[Mention],
        weighed: Sequence[tuple[int, int, float]],
        told: frozenset[int],
    ) -> list[float]:
        """The log-odds of mentions in roles by their signs and by the words.

        ``number``: of the sentence in its document; ``weighed``: number of the mention, number of the role, log-odds by
        the signs; ``told``: roles that are asked for however unlikely.
        """
        asked = sorted({m for m, r, own in weighed if own >= LOWEST or r in told})
        if not asked or not sentence.atoms:
            return [own for _, _, own in weighed]
        if sentence.surroundings is None:
            self.see([sentence])
        seen = encoded(sentence, number, [mentions[m] for m in asked])
        found = self._log_odds(seen, sentence.surroundings).tolist()
        rows = dict(zip(asked, found, strict=True))
        start, signs, words = self.mixing.start, self.mixing.signs, self.mixing.words
        return [
            start[r] + signs[r] * own + words[r] * rows[m][r] if m in rows else own
            for m, r, own in weighed
        ]

    def says(
        self,
        sentence: Sentence,
        number: int,
        parties: Sequence[Mention],
        asked: Sequence[tuple[int, int, int]],
    ) -> list[float]:
        """The log-odds, by the words, that parties say findings of a sentence, which is the document's ``number``-th.

        ``asked``: the number of the party, that of the finding's role, and the word that the finding is placed by.
        """
        if not asked or not sentence.atoms:
            return [0.0] * len(asked)
        if sentence.surroundings is None:
            self.see([sentence])
        apart = [distance_of(atom, parties[m]) for m, _, atom in asked]
        seen = encoded(sentence, number, parties)
        elsewhere: dict[int, Numbers] = {}
        for m, party in enumerate(parties):
            if party.elsewhere is not None:
                other, p = party.elsewhere
                if other.surroundings is not None:
                    elsewhere[m] = self._told_by(other, p)
        weighed: list[float] = self.said(
            sentence.surroundings, seen, asked, apart, elsewhere
        ).tolist()
        return weighed

    def said(
        self,
        sentence: Surroundings,
        seen: Encoded,
        asked: Sequence[tuple[int, int, int]],
        apart: Sequence[int],
        elsewhere: Mapping[int, Numbers],
    ) -> Numbers:
        """The same of mentions as they are seen. ``apart``: how far each party stands from its finding; ``elsewhere``: what the words
        tell of those parties that stand in another sentence (`_told_by`)."""
        import numpy

        words, saying = sentence.words, self.saying
        told = _near(words, seen.spans) @ saying.party
        for m, there in elsewhere.items():
            told[m] = there
        told += saying.of_itself[self._numbers_of(seen)].sum(axis=1)
        told += saying.of_places[seen.place]
        columns = numpy.array(asked).T
        # A finding that is placed behind the last word is placed nowhere.
        atoms = numpy.minimum(columns[2] + 1, len(words) - 1)
        hidden = told[columns[0]] / saying.party_scale
        hidden += (words[atoms] @ saying.finding) / saying.finding_scale
        hidden += (sentence.around @ saying.around) / saying.around_scale
        hidden += saying.roles[columns[1]]
        hidden += saying.distances[numpy.array(apart)]
        hidden += saying.bias
        hidden = _counted(numpy.maximum(hidden, 0.0))
        weighed: Numbers = (hidden @ saying.said)[:, 0] / saying.said_scale + saying.said_bias
        return weighed

    def _told_by(self, sentence: Sentence, p: int) -> Numbers:
        """What the words about a phrase of a sentence, which has been looked at, tell of it as a party: worked out once, for all other
        sentences ask for it."""
        surroundings: Surroundings = sentence.surroundings
        known = surroundings.parties.get(p)
        if known is None:
            near = _near(surroundings.words, [span_of_phrase(sentence, p)])
            known = surroundings.parties[p] = (near @ self.saying.party)[0]
        return known

    def log_odds(self, words: Sequence[Names], seen: Encoded) -> Numbers:
        """The log-odds of a sentence's mentions by the words alone: a row a mention, a column a role."""
        return self._log_odds(seen, self.seen([words])[0])

    def _log_odds(self, seen: Encoded, sentence: Surroundings) -> Numbers:
        import numpy

        told = _near(sentence.words, seen.spans)
        total = told @ self.hidden[: told.shape[1]]
        total += sentence.around[: sentence.words.shape[1]] @ self.hidden[told.shape[1] :]
        total += self.of_itself[self._numbers_of(seen)].sum(axis=1)
        total += self.of_places[seen.place]
        hidden = numpy.maximum(total / self.hidden_scale + self.hidden_bias, 0.0)
        weighed: Numbers = (_counted(hidden) @ self.roles) / self.roles_scale + self.roles_bias
        return weighed

    def _numbers_of(self, seen: Encoded) -> NDArray[numpy.int64]:
        """The numbers of the kind and the marks of each mention."""
        import numpy

        kinds, marks, none = self.kinds, self.marks, self.unmarked
        found: NDArray[numpy.int64] = numpy.array(
            [
                [kinds.get(kind, 0), *[marks.get(mark, none) for mark in known]]
                + [none] * (MARKS - len(known))
                for kind, known in zip(seen.kinds, seen.marks, strict=True)
            ]
        )
        return found

    def surroundings(self, sentences: Sequence[Sequence[Names]]) -> list[Numbers]:
        """The words of each sentence with what stands around them: a row a word, between two rows of noughts."""
        found: list[Numbers] = []
        batch: list[Sequence[Names]] = []
        size = 0
        for names in sentences:
            batch.append(names)
            size += len(names) + GAP
            if size >= ROWS:
                found += self._of_batch(batch)
                batch, size = [], 0
        return found + (self._of_batch(batch) if batch else [])

    def _of_batch(self, sentences: Sequence[Sequence[Names]]) -> list[Numbers]:
        """Some sentences at once, one after the other with a gap that no layer sees across."""
        import numpy

        places: list[tuple[int, int]] = []
        end = 0
        for names in sentences:
            places.append((end + GAP, end + GAP + len(names)))
            end += GAP + len(names)
        there = numpy.zeros((end + GAP, 1), bool)
        for first, last in places:
            there[first:last] = True
        where = numpy.flatnonzero(there)
        words = numpy.zeros((end + GAP, self.embeddings[0].shape[1]), numpy.float32)
        every = [word for names in sentences for word in names]
        columns = [*zip(*every, strict=True)] or [()] * len(TABLES)
        for table, scale, known, column in zip(
            self.embeddings,
            self.embedding_scale,
            self.vocabularies,
            columns,
            strict=True,
        ):
            words[where] += table[known.numbers_of(column)] * scale
        words = _counted(words)
        for layer, reach in zip(self.layers, REACH, strict=True):
            words += _counted(_convolved(words, layer, reach)) * there
            numpy.maximum(words, -LIMIT, out=words)
            numpy.minimum(words, LIMIT, out=words)
        return [words[first - 1 : last + 1] for first, last in places]


_EDGES = 2
"""Rows of noughts about a sentence's words."""


def _near(words: Numbers, spans: Sequence[Span]) -> Numbers:
    """Of each mention its leading, first and last word, the one before and the one after, one beside the other."""
    import numpy

    # Row 0 and the last are no words: what is not named stands in the first of them.
    edge = len(words) - 1
    near = [
        (head + 1, first + 1, last + 1, max(first, 0), min(last + 2, edge))
        for first, last, head in spans
    ]
    told: Numbers = words[numpy.array(near)].reshape(len(near), -1)
    return told


def _convolved(words: Numbers, layer: Layer, reach: int) -> Numbers:
    """What a layer adds to each word: the greater of two units, normalised over the units (Ba, Kiros & Hinton 2016)."""
    import numpy

    count, width = words.shape
    wide = numpy.zeros((count + 2 * reach, width), numpy.float32)
    wide[reach : reach + count] = words
    units = numpy.concatenate([wide[:count], words, wide[2 * reach :]], axis=1) @ layer.weights
    units /= layer.scale
    units += layer.bias
    # Counted in double precision, so that the sums of the normalisation are exact too.
    greater = numpy.maximum(units[:, :width], units[:, width:]).astype(numpy.float64)
    numpy.rint(greater * _FINE, out=greater)
    greater -= numpy.rint(greater.sum(axis=1, keepdims=True) / width)
    variance = (greater * greater).sum(axis=1, keepdims=True) / width
    greater /= numpy.sqrt(variance + _LEAST * _FINE * _FINE)
    added: Numbers = greater.astype(numpy.float32)
    added *= layer.gain
    return added


_FINE = 1024.0
_LEAST = 1e-5


def _counted(numbers: Numbers) -> Numbers:
    """Activations in whole parts of one."""
    import numpy

    counted: Numbers = numpy.rint(numbers * QUANTUM)
    numpy.maximum(counted, -LIMIT, out=counted)
    numpy.minimum(counted, LIMIT, out=counted)
    return counted
