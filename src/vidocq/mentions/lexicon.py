"""Words as they stand in a text, looked up once for each spelling and then remembered.

A text uses the same words again and again. What stands between two spaces ("l’attaque", "China’s,") is cut into
tokens and looked up in the language pack the first time that it is met.
"""

from __future__ import annotations

from functools import cache
from typing import Final, final

from mypy_extensions import mypyc_attr

from vidocq.language.compile import load_pack
from vidocq.language.declension import compound, without_noun
from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Tag
from vidocq.language.tokens import tokenise

NO_WORD = Word(tags=0)
_REMEMBERED = 10_000
"""Passages between spaces after which those before them grow old; once more so many, and what was not met again is forgotten. A bound
for memory, not for texts: hardly more are read anew than if 30,000 were kept and then all forgotten (7.0 and 6.3 % of a corpus)."""
_LONGEST = 40
"""Code points of a passage that is worth keeping: no addresses, no hostile text."""


@mypyc_attr(acyclic=True)
@final
class Entry:
    """What a token is by its spelling alone; see `vidocq.mentions.atoms.Atom` for the fields.

    ``sequences``: the set phrases that begin with it, by their second token.
    """

    __slots__ = ("capital", "is_word", "key", "sequences", "tags", "word")

    def __init__(
        self,
        key: str,
        tags: int,
        word: Word,
        capital: bool,
        is_word: bool,
        sequences: dict[str, list[tuple[tuple[str, ...], Word]]] | None,
    ) -> None:
        self.key: Final = key
        self.tags: Final = tags
        self.word: Final = word
        self.capital: Final = capital
        self.is_word: Final = is_word
        self.sequences: Final = sequences


@mypyc_attr(acyclic=True)
@final
class Piece:
    """A token: first and last position in code points, and its entry."""

    __slots__ = ("end", "entry", "start")

    def __init__(self, start: int, end: int, entry: Entry) -> None:
        self.start: Final = start
        self.end: Final = end
        self.entry: Final = entry


class Lexicon:
    """The tokens of one language's texts, with their entries."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.passages: dict[str, tuple[Piece, ...]] = {}
        self._older: dict[str, tuple[Piece, ...]] = {}

    def tokens(self, text: str, start: int, end: int) -> list[Piece]:
        """The tokens of ``text[start:end]``, as `tokenise` cuts them, with their entries."""
        found: list[Piece] = []
        known = self.passages.get
        position = start
        parts = text[start:end].split(" ")
        i, n = 0, len(parts)
        while i < n:
            passage = parts[i]
            i += 1
            if not passage:
                position += 1
                continue
            while i < n and passage[-1].isdigit() and parts[i][:1].isdigit():
                passage = f"{passage} {parts[i]}"  # "30 000" is one number.
                i += 1
            for piece in known(passage) or self._read(passage):
                found.append(Piece(position + piece.start, position + piece.end, piece.entry))
            position += len(passage) + 1
        return found

    def entry(self, written: str) -> Entry:
        """What a token is by its spelling."""
        pack = self.pack
        key = written.lower().replace("’", "'")
        if pack.head_first:
            key = _accented(written, key, pack)
        word = pack.words.get(key)
        grammar = pack.grammar
        if grammar.noun_capitals and word is not None and word.nouns:
            word = pack.capital_words.get(key, word) if written[0].isupper() else without_noun(word)
        if (
            word is None
            and grammar.compounds
            and (written[0].isupper() or not grammar.noun_capitals)
        ):
            found = compound(key, pack.words, grammar.field_parts)
            if found is not None:
                key, word = found
        unlisted = Tag.NUMBER if key[0].isdigit() else 0
        if len(key) >= _ADVERB and key.endswith(grammar.adverb_endings):
            unlisted = Tag.ADVERB  # "Contemporaneamente": no name, though it opens the sentence
        return Entry(
            key,
            unlisted if word is None else word.tags,
            word or NO_WORD,
            written[0].isupper() or _has_capital(written),
            key[0].isalnum(),
            pack.sequences.get(key),
        )

    def _read(self, passage: str) -> tuple[Piece, ...]:
        pieces = self._older.get(passage)
        if pieces is None:
            places = tokenise(f"{passage} ")
            pieces = tuple([Piece(a, b, self.entry(passage[a:b])) for a, b in places])
        if len(passage) <= _LONGEST:
            if len(self.passages) >= _REMEMBERED:
                self._older, self.passages = self.passages, {}
            self.passages[passage] = pieces
        return pieces


_ADVERB = 9
"""Letters of the shortest unlisted adverb: "Clemente" is a name."""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, filled as texts are read."""
    return Lexicon(load_pack(language))


def _accented(written: str, key: str, pack: Pack) -> str:
    """Capitals often go without their accent: "Etat" is "état", and "A" that opens a sentence is "à", where it is no article."""
    if written[0] == "E" and key not in pack.words and "é" + key[1:] in pack.words:
        return "é" + key[1:]
    if written == "A" and "à" in pack.words and pack.words["à"].tags & Tag.PREPOSITION:
        article = "a" in pack.words and pack.words["a"].tags & Tag.DETERMINER
        return key if article else "à"
    return key


def _has_capital(written: str) -> bool:
    """Whether a word has a capital after its first letter and a digit or two of them: "rOOtw0rm", "v0g3lSec"."""
    if written.islower() or not written[0].islower():
        return False
    return sum(c.isupper() or c.isdigit() for c in written) > 1
