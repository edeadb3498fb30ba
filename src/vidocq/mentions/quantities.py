"""Numbers in a phrase: "30 000", "more than 16,000", "dozens of", "quatre", "$10 billion"."""

from __future__ import annotations

import re

from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom

_DIGITS = re.compile(r"^\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+$|^\d+$")
_DECIMAL = re.compile(r"^(\d+)[.,](\d{1,2})$")


def read_number(span: list[Atom], pack: Pack) -> tuple[int, bool] | None:
    """Value and whether it is approximate, of the first number in ``span``; None when there is none.

    Word quantities follow the claim guide: dozens 24, hundreds 100, thousands 1000, approximate.
    """
    phrases = pack.phrases
    value: float | None = None
    approximate = False
    for i, atom in enumerate(span):
        key = atom.key
        if atom.hit is not None or _is_age(span, i, pack) or is_year(key):
            continue
        if key in phrases.counting and value is None:
            return phrases.counting[key], True
        if key in phrases.approximators and value is None:
            approximate = True
            continue
        if not atom.tags & Tag.NUMBER:
            if value is not None and atom.is_word:
                break
            continue
        if key in phrases.multipliers or key in phrases.counting:
            factor = phrases.numbers.get(key) or phrases.counting.get(key, 1)
            value = (value or 1) * factor
            continue
        number: float | None = phrases.numbers.get(key)
        if number is None:
            number = digits(key)
        if number is None:
            continue
        value = number if value is None else value
    if value is None:
        return None
    return round(value), approximate


def is_year(key: str) -> bool:
    """Whether digits tell a year and count nothing: "the 2018 Winter Olympics", "In 2020 hackers broke into …"."""
    return len(key) == _YEAR_DIGITS and key.isdigit() and _YEARS[0] <= key <= _YEARS[1]


def dates_by_year(atoms: list[Atom], j: int) -> bool:
    """Whether a number is the year after "in", "seit" or a month, and counts none of what follows: "In | 2015 | hackers hit …"."""
    if not j or not is_year(atoms[j].key):
        return False
    before = atoms[j - 1]
    return bool(before.tags & (Tag.PREPOSITION | Tag.DATE)) or "time" in before.word.nouns_kinds


_YEAR_DIGITS = 4
_YEARS = ("1990", "2039")


def _is_age(span: list[Atom], i: int, pack: Pack) -> bool:
    """Whether a number counts years of life or of a term: "a 19-year-old man"."""
    return i + 2 < len(span) and span[i + 1].key == "-" and span[i + 2].key in pack.cues.age_units


def digits(key: str) -> float | None:
    """The value of a number written in digits, with English or French separators."""
    if _DIGITS.match(key):
        return float(re.sub(r"\D", "", key))
    decimal = _DECIMAL.match(key)
    if decimal:
        return float(f"{decimal.group(1)}.{decimal.group(2)}")
    return None
