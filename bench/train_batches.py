"""Sentences as batches of one shape, which the network of the trained reader learns from: what its words are called, where its
mentions stand, who says what.

Used by `bench/train_network.py`: documents of sentences in, arrays of numbers out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy

from train_examples import Example, Seen
from vidocq.claims.trained.encoding import MARKS, TABLES

RAREST = (4, 5, 5, 3, 1)
"""How often a name of each of `TABLES` must come to be known; of kinds and marks of mentions `RARE`."""
RARE = 20
TOKENS, MENTIONS, SENTENCES, SAYINGS = 4096, 5120, 448, 4096
"""A batch: documents one after the other, so many words, mentions, sentences and parties of findings at most."""
LONGEST, MOST = 500, 1500
"""A sentence of more words, mentions or parties of findings is none."""


@dataclass(frozen=True, slots=True)
class Names:
    """What it knows: name → number from 1 on; 0 is whatever it does not know."""

    tables: tuple[dict[str, int], ...]
    kinds: dict[str, int]
    marks: dict[str, int]


def names_in(sentences: Iterable[Seen]) -> Names:
    """The names that come often enough to be known, the commonest first."""
    counts: list[Counter[str]] = [Counter() for _ in TABLES]
    kinds: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    for sentence in sentences:
        shown = sentence.encoded
        for word in sentence.words:
            for count, name in zip(counts, word, strict=True):
                count[name] += 1
        kinds.update(shown.kinds)
        for known in shown.marks:
            marks.update(known)

    def numbered(count: Counter[str], least: int) -> dict[str, int]:
        ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
        kept = [name for name, n in ranked if n >= least]
        return {name: number for number, name in enumerate(kept, 1)}

    tables = tuple(numbered(c, n) for c, n in zip(counts, RAREST, strict=True))
    return Names(tables, numbered(kinds, RARE), numbered(marks, RARE))


Batch = tuple[numpy.ndarray, ...]
"""Words, the sentence of each, those before it and the first of its document, mentions, their roles (-1: not told), parties of
findings, and whether they say it (-1: none)."""


class Filling:
    """A batch that is being filled."""

    def __init__(self, names: Names, roles: int) -> None:
        self.names, self.roles = names, roles
        self.words: list[list[int]] = []
        self.within: list[int] = []
        self.beside: list[tuple[int, int]] = []
        self.mentions: list[list[int]] = []
        self.told: list[dict[int, Example]] = []
        self.says: list[tuple[int, ...]] = []

    def has_room(self, sentences: Sequence[Seen]) -> bool:
        """Whether so many sentences can be added."""
        return (
            len(self.words) + sum(len(s.words) + 2 for s in sentences) <= TOKENS
            and len(self.mentions) + sum(len(s.roles) for s in sentences) <= MENTIONS
            and len(self.beside) + len(sentences) < SENTENCES
            and len(self.says) + sum(len(s.says) for s in sentences) <= SAYINGS
        )

    def starts_of(self, document: Sequence[Seen]) -> dict[int, int]:
        """Where the words of each sentence of a document will stand, by its number there, if they are added one after the
        other; nothing where there is no room for all."""
        kept = [(n, sentence) for n, sentence in enumerate(document) if may_be_added(sentence)]
        if not self.has_room([sentence for _, sentence in kept]):
            return {}
        starts: dict[int, int] = {}
        start = len(self.words) + 1
        for number, sentence in kept:
            starts[number] = start
            start += len(sentence.words) + 2
        return starts

    def add(self, sentence: Seen, before: int, first: int, starts: Mapping[int, int]) -> int:
        """Add a sentence, which comes after the ``before``-th of the batch in a document that begins with the ``first``-th
        (-1: none) and whose sentences stand at ``starts``; its number."""
        names, shown = self.names, sentence.encoded
        number, start, base = len(self.beside), len(self.words) + 1, len(self.mentions)
        edge = [0] * len(TABLES)
        rows = [
            [known.get(name, 0) for known, name in zip(names.tables, word, strict=True)]
            for word in sentence.words
        ]
        self.words += [edge, *rows, edge]
        self.within += [NOWHERE, *[number] * len(rows), NOWHERE]
        self.beside.append((before % SENTENCES, first % SENTENCES))
        for (opens, closes, head), kind, known in zip(
            shown.spans, shown.kinds, shown.marks, strict=True
        ):
            marks = [names.marks.get(mark, 0) for mark in known]
            self.mentions.append(
                [
                    *(start + head, start + opens, start + closes, number),
                    *(names.kinds.get(kind, 0), shown.place),
                    *(marks + [0] * (MARKS - len(marks))),
                ]
            )
        self.told += sentence.roles
        for party, role, atom, apart, elsewhere, right in sentence.says:
            head, opens, closes = self.mentions[base + party][:3]
            if elsewhere is not None and elsewhere[0] in starts:
                there, span = elsewhere
                opens, closes, head = (starts[there] + word for word in span)
            asked = (base + party, role, start + atom, apart, head, opens, closes)
            self.says.append((*asked, right))
        return number

    def batch(self) -> Batch:
        """The batch, filled up with nothing."""
        words = numpy.zeros((TOKENS, len(TABLES)), numpy.int32)
        words[: len(self.words)] = self.words
        within = numpy.full(TOKENS, NOWHERE, numpy.int32)
        within[: len(self.within)] = self.within
        beside = numpy.full((SENTENCES, 2), NOWHERE, numpy.int32)
        beside[: len(self.beside)] = self.beside
        mentions = numpy.zeros((MENTIONS, 6 + MARKS), numpy.int32)
        if self.mentions:
            mentions[: len(self.mentions)] = self.mentions
        right = numpy.full((MENTIONS, self.roles), -1, numpy.int8)
        for m, known in enumerate(self.told):
            for role, example in known.items():
                if example.right is not None:
                    right[m, role] = example.right
        says = numpy.zeros((SAYINGS, 7), numpy.int32)
        said = numpy.full(SAYINGS, -1, numpy.int8)
        for i, (*asked, so) in enumerate(self.says):
            says[i], said[i] = asked, so
        return words, within, beside, mentions, right, says, said


def may_be_added(sentence: Seen) -> bool:
    """Whether a sentence has words, and not more than can be learnt from at once."""
    return (
        0 < len(sentence.words) <= LONGEST
        and len(sentence.roles) <= MOST
        and len(sentence.says) <= MOST
    )


NOWHERE = SENTENCES - 1
"""The sentence of what is in none: the last of a batch is never filled."""


def batches_of(documents: Iterable[Sequence[Seen]], names: Names, roles: int) -> Iterable[Batch]:
    """Batches of one shape; a document's sentences stand in one, unless it is longer than that."""
    filling = Filling(names, roles)
    for document in documents:
        sentences = [sentence for sentence in document if may_be_added(sentence)]
        if filling.words and not filling.has_room(sentences):
            yield filling.batch()
            filling = Filling(names, roles)
        before = first = -1
        starts = filling.starts_of(document)
        for sentence in sentences:
            if not filling.has_room([sentence]):
                yield filling.batch()
                filling = Filling(names, roles)
                before = first = -1
                starts = {}
            if sentence.alone:
                filling.add(sentence, -1, -1, {})
                continue
            before = filling.add(sentence, before, first, starts)
            first = before if first < 0 else first
    if filling.words:
        yield filling.batch()
