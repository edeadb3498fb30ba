"""Names that no list can hold, for their owners go on making them: "APT44", "UNC5221", "Storm-0558", "TEMP.Veles".

Expressions find them. These are slow, so that the automaton over all known names looks for the words with which such names
begin and end, and the expressions run only in lines that have one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vidocq.knowledge.groups import GroupPattern
from vidocq.language.fold import flat


@dataclass(frozen=True)
class Expression:
    """An open-ended name with the words of which one must stand in a flat text that has it."""

    pattern: GroupPattern
    words: frozenset[str]


def expressions_of(patterns: tuple[GroupPattern, ...]) -> tuple[Expression, ...]:
    """The expressions with their words as they stand in a flat text."""
    return tuple(
        Expression(p, frozenset(f" {flat(w).strip()}" for w in (*p.starts, *p.ends)))
        for p in patterns
    )


def numbered_look(expressions: tuple[GroupPattern, ...]) -> re.Pattern[str]:
    """A quick look in flat text for anything that one of the expressions could match."""
    starts = sorted({flat(s).strip() for p in expressions for s in p.starts}, key=len, reverse=True)
    ends = sorted({e for p in expressions for e in p.ends}, key=len, reverse=True)
    loose = ("temp", "earth")
    digits = "|".join(re.escape(s) for s in starts if s not in loose)
    return re.compile(
        rf" (?:(?:{digits})(?: {{1,2}}[a-z]{{1,3}})? {{0,2}}[0-9]|(?:{'|'.join(loose)}) [a-z]|(?:{'|'.join(ends)}) )"
    )


def find_open_ended(
    text: str,
    haystack: str,
    places: list[tuple[int, int]],
    numbered: re.Pattern[str],
    expressions: tuple[Expression, ...],
) -> list[tuple[re.Match[str], GroupPattern]]:
    """What the expressions find, each with its pattern. None of them goes over a line's end, so that they need to run only
    in lines that have the beginning of one.

    ``haystack``: the flat text; ``places``: start and end of their words in it; ``numbered``: the quick look.
    """
    look = numbered.match
    found: list[tuple[re.Match[str], GroupPattern]] = []
    done = -1
    for i, (start, _) in enumerate(places):
        if start <= done or look(haystack, start) is None:
            continue
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", start)
        done = last if last >= 0 else len(text)
        present: set[str] = set()
        while i and places[i - 1][1] > first:
            i -= 1
        while i < len(places) and places[i][0] <= done:
            begin, end = places[i]
            present.add(haystack[begin:end])
            i += 1
        for expression in expressions:
            if not expression.words.isdisjoint(present):
                pattern = expression.pattern
                matched = pattern.pattern.finditer(text, first, done)
                found += [(m, pattern) for m in matched]
    return found
