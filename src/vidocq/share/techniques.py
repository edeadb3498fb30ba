"""The ATT&CK techniques that a text names: by number, or by a name of several words as ATT&CK writes it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from vidocq.knowledge.techniques import attack_techniques

NUMBER = re.compile(r"\bT\d{4}(?:\.\d{3})?\b")


def techniques_named(text: str) -> list[str]:
    """The numbers of the techniques of the enterprise matrix, each once.

    A revoked number is told as the one that bears its name now. A name of one word ("Malware"), in other letters
    ("valid accounts"), or of several techniques ("Email Accounts") says nothing.
    """
    found = [_now().get(match[0], match[0]) for match in NUMBER.finditer(text)]
    numbers = _by_name()
    for _, start, end in _automaton().find_matches_as_indexes(text, overlapping=False):
        if _stands_alone(text, start, end):
            found.append(numbers[text[start:end]])
    return [number for number in dict.fromkeys(found) if number not in _elsewhere()]


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


@cache
def _bearers() -> dict[str, str]:
    """The techniques in force by their names, where one alone bears the name."""
    current = [one for one in attack_techniques() if one.enterprise and not one.revoked]
    often = Counter(one.name for one in current)
    return {one.name: one.number for one in current if often[one.name] == 1}


@cache
def _by_name() -> dict[str, str]:
    return {name: number for name, number in _bearers().items() if " " in name}


@cache
def _now() -> dict[str, str]:
    """Revoked numbers with those that bear their name now."""
    bearers = _bearers()
    return {
        one.number: bearers[one.name]
        for one in attack_techniques()
        if one.revoked and one.name in bearers
    }


@cache
def _elsewhere() -> frozenset[str]:
    """Numbers of other matrices than enterprise: a layer cannot show them."""
    return frozenset(one.number for one in attack_techniques() if not one.enterprise)


@cache
def _automaton() -> Any:
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(list(_by_name()) or ["\0"], matchkind=MatchKind.LeftmostLongest)
