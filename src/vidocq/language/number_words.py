"""Numbers that are written as one word where a language joins its words: "vierhonderd", "fünfundzwanzigtausend".

Input: the simple number words of a pack; output: what they make together, below a million.
"""

from __future__ import annotations

from collections.abc import Mapping

_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000


def compounded(numbers: Mapping[str, int], joiner: str, one: str) -> dict[str, int]:
    """The compounds of ``numbers``: ``joiner`` stands between ones and tens ("und"), ``one`` is 1 before another number."""
    ones = {word: value for word, value in numbers.items() if 1 < value < _TEN} | {one: 1}
    tens = {w: v for w, v in numbers.items() if _TWENTY <= v < _HUNDRED and v % _TEN == 0}
    teens = {word: value for word, value in numbers.items() if _TEN <= value < _TWENTY}
    two_digits = {
        _joined(word, joiner) + ten: value + more
        for word, value in ones.items()
        for ten, more in tens.items()
    }
    hundreds = {
        (word + hundred): value * _HUNDRED
        for hundred in _words_of(numbers, _HUNDRED)
        for word, value in {**ones, **teens, "": 1}.items()
        if value != _TEN
    }
    thousands = {
        word + thousand: value * _THOUSAND
        for thousand in _words_of(numbers, _THOUSAND)
        for word, value in {**ones, **teens, **tens, **two_digits, **hundreds}.items()
        if value < _THOUSAND
    }
    found = two_digits | hundreds | thousands
    return {word: value for word, value in found.items() if word not in numbers}


def _words_of(numbers: Mapping[str, int], value: int) -> list[str]:
    return [word for word, meant in numbers.items() if meant == value]


def _joined(word: str, joiner: str) -> str:
    """Ones with the joiner: two vowels of their own are told apart, as in "tweeëntwintig"."""
    if word.endswith("e") and joiner.startswith("e"):
        return word + "ë" + joiner[1:]
    return word + joiner
