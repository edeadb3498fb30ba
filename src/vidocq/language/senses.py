"""What a word is about, in classes that all languages share: "stole", "gestohlen" and "dérobé" are ``steal``.

Input: a language and a word in look-up form; output: the classes whose beginnings it has. The rules do not ask for
them (they go by the packs' frames and nouns); the trained reader does, so that what it learnt of one word holds for
others. The data are `packs/*/senses.yaml`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import yaml

from vidocq.language.fold import fold

_PACKS = Path(__file__).parent / "packs"
_SHORT = 3
"""Letters up to which a beginning holds for words of nearly its length alone."""
_ENDING = 2


class SensesError(ValueError):
    """A file of senses breaks its form; the message names it."""


class Beginnings(msgspec.Struct, frozen=True):
    """The classes by beginnings of words, and by whole words."""

    prefixes: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


@cache
def beginnings(language: str) -> Beginnings:
    """The senses of a language.

    Raises:
        SensesError: the file is no mapping of classes to lists of beginnings.
    """
    path = _PACKS / language / "senses.yaml"
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        classes = msgspec.convert(loaded, dict[str, list[str]])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as fault:
        raise SensesError(f"{path.name} of '{language}': {fault}") from fault
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


@cache
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
