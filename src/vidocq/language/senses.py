"""What a word is about, in classes that all languages share: "stole", "gestohlen" and "dérobé" are ``steal``.

Input: a language and a word in look-up form; output: the classes whose beginnings it has. The rules do not ask for
them (they go by the packs' frames and nouns); the trained reader does, so that what it learnt of one word holds for
others. The data are `packs/*/senses.yaml`.
"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from vidocq.language.compile import PACKS
from vidocq.language.files import read_file
from vidocq.language.fold import fold

_SHORT = 3
"""Letters up to which a beginning holds for words of nearly its length alone."""
_ENDING = 2
_MANY_WORDS = 20_000
"""Words that are kept: a corpus has no end of them."""


class Beginnings(msgspec.Struct, frozen=True):
    """The classes by beginnings of words, and by whole words."""

    prefixes: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


@cache
def beginnings(language: str) -> Beginnings:
    """The senses of a language.

    Raises:
        PackError: the file is no mapping of classes to lists of beginnings.
    """
    classes = read_file(PACKS / language / "senses.yaml", dict[str, list[str]])
    prefixes: dict[str, set[str]] = {}
    words: dict[str, set[str]] = {}
    for name, spellings in classes.items():
        for spelling in spellings:
            into = words if spelling.startswith("=") else prefixes
            into.setdefault(fold(spelling.removeprefix("=")), set()).add(name)
    return Beginnings(
        prefixes={k: tuple(sorted(v)) for k, v in prefixes.items()},
        words={k: tuple(sorted(v)) for k, v in words.items()},
    )


@lru_cache(maxsize=_MANY_WORDS)
def senses(language: str, word: str) -> tuple[str, ...]:
    """The classes of a word, or of all words of a set phrase, in a fixed order."""
    known = beginnings(language)
    found: set[str] = set()
    for part in word.split(" "):
        plain = fold(part)
        found.update(known.words.get(plain, ()))
        for length in range(2, len(plain) + 1):
            classes = known.prefixes.get(plain[:length])
            if classes and (length > _SHORT or len(plain) - length <= _ENDING):
                found.update(classes)
    return tuple(sorted(found))
