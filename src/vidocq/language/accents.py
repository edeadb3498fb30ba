"""Accents put back where a whole text was written without: "a ete pirate par" is "a été piraté par".

Only a text without a single accented letter, in a language that has many, is touched, and only words that the
language pack knows. The text keeps its length, so that positions stay.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.language.compile import load_pack
from vidocq.language.fold import fold
from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Form, Tag

_ENOUGH = 3
"""So many words that only exist with an accent must stand there without it."""
_MANY = 200
"""A language has accents where its pack has so many words with them; English has not."""
_OTHER_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
_LETTERS = re.compile(r"[a-zA-Z]+")
_AUXILIARY = Tag.BE | Tag.HAVE | Tag.BECOME
_BETWEEN = Tag.ADVERB | Tag.NEGATION
_without: set[str] = set()
"""Languages that were found to have no accents, so that no text of theirs is searched for one."""
_BEFORE_NOUN = Tag.DETERMINER | Tag.PREPOSITION | Tag.ADJECTIVE


def accented(text: str, pack: Pack) -> str:
    """The text with its accents, where it has none and should have; else the text itself."""
    if pack.language in _without or not (text.isascii() or _OTHER_LETTER.search(text) is None):
        return text
    spellings = _spellings(pack.language)
    if not spellings:
        _without.add(pack.language)
        return text
    words = [(m.start(), m[0]) for m in _LETTERS.finditer(text)]
    only = sum(w.lower() not in pack.words and w.lower() in spellings for _, w in words)
    if only < _ENOUGH:
        return text
    pieces: list[str] = []
    done = 0
    before = 0
    for n, (at, word) in enumerate(words):
        following = [w.lower() for _, w in words[n : n + 4]]
        chosen = _chosen(pack, spellings, following, before, small=word.islower())
        pieces += (text[done:at], _in_case(chosen, word))
        done = at + len(word)
        tags = pack.words[chosen].tags if chosen in pack.words else 0
        if not (tags & _BETWEEN and before & _AUXILIARY) or tags & _AUXILIARY:
            before = tags
    pieces.append(text[done:])
    return "".join(pieces)


@cache
def _spellings(language: str) -> dict[str, tuple[str, ...]]:
    """Word without accents → its spellings with accents, and without where that is a word too."""
    pack = load_pack(language)
    known = set(pack.words)
    for first, tails in pack.sequences.items():
        known.add(first)
        for phrases in tails.values():
            for rest, _ in phrases:
                known.update(rest)
    found: dict[str, list[str]] = {}
    for word in known:
        if word.isalpha():
            found.setdefault(fold(word), []).append(word)
    spellings = {
        bare: tuple(sorted(words))
        for bare, words in found.items()
        if len(bare) == len(words[0]) and any(word != bare for word in words)
    }
    return spellings if len(spellings) >= _MANY else {}


def _chosen(
    pack: Pack,
    spellings: dict[str, tuple[str, ...]],
    words: list[str],
    before: int,
    *,
    small: bool,
) -> str:
    """The spelling of the first of these words that its neighbours ask for; ``before``: tags of the word before it."""
    bare = words[0]
    several = spellings.get(bare)
    if several is None:
        return bare
    if len(several) == 1:
        return several[0]
    readings = [(word, pack.words[word]) for word in several if word in pack.words]
    auxiliaries = [word for word, known in readings if known.tags & (Tag.BE | Tag.HAVE)]
    if auxiliaries and len(auxiliaries) < len(readings):
        if _participle_follows(pack, spellings, words[1:]):
            return auxiliaries[0]
        others = [word for word, _ in readings if word not in auxiliaries]
        return min(others, key=lambda word: word == bare)
    participles = [word for word, known in readings if known.form & Form.PARTICIPLE]
    if participles and (before & _AUXILIARY or bare.endswith("s")):
        return participles[0]
    if before & _BEFORE_NOUN:
        nouns = [word for word, known in readings if known.tags & Tag.NOUN]
        if nouns:
            return nouns[0]
    return _usual(bare, readings, several, small)


def _usual(
    bare: str, readings: list[tuple[str, Word]], several: tuple[str, ...], small: bool
) -> str:
    """Of "acuso" and "acusó" the past: reports tell of others. Else the spelling without accents, if it is one.

    A noun that is written alike ("anuncio") needs a word before it, or begins the sentence.
    """
    plain = [known for word, known in readings if word == bare]
    past = [word for word, known in readings if word != bare and known.form & Form.PAST]
    if past and plain and plain[0].form and (small or not plain[0].tags & Tag.NOUN):
        return past[0]
    return bare if bare in several else several[0]


def _participle_follows(
    pack: Pack, spellings: dict[str, tuple[str, ...]], words: list[str]
) -> bool:
    """Whether a participle comes next, adverbs aside."""
    for bare in words:
        readings = [pack.words[w] for w in (*spellings.get(bare, ()), bare) if w in pack.words]
        if any(known.form & Form.PARTICIPLE for known in readings):
            return True
        if not any(known.tags & _BETWEEN for known in readings):
            return False
    return False


def _in_case(chosen: str, written: str) -> str:
    """The spelling in the capitals of the word as it stands."""
    if len(chosen) != len(written) or chosen == written:
        return written
    return "".join(c.upper() if w.isupper() else c for c, w in zip(chosen, written, strict=True))
