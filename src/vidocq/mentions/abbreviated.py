"""Abbreviations of common words: after "a pump control unit (PCU)" a text goes on about "the PCU", and that is no firm.

Input: a text; output: the abbreviations that it gives in brackets behind words in small letters with these initials.
"""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\((?P<short>[A-Z][A-Z0-9]{1,6})s?\)")
_WORDS = re.compile(r"(?:\b[^\W\d_]['’\w]*[ -]){1,7}\Z")
_WORD = re.compile(r"[^\W\d_]['’\w]*")
_REACH = 160
"""Characters before a bracket in which the words of its abbreviation stand."""


def abbreviated_things(text: str) -> frozenset[str]:
    """The abbreviations of a text that stand for words in small letters, with the plural of each."""
    found: set[str] = set()
    for match in _BRACKET.finditer(text):
        short = match["short"]
        before = _WORDS.search(text[max(0, match.start() - _REACH) : match.start()])
        if before is None:
            continue
        words = _WORD.findall(before.group())[-len(short) :]
        small = all(word[0].islower() for word in words)
        if small and "".join(word[0] for word in words).upper() == short:
            found |= {short, short + "s"}
    return frozenset(found)
