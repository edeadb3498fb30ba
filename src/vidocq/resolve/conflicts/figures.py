"""Numbers and dates of one event that cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from vidocq.model import Count, Polarity, Predicate
from vidocq.resolve.conflicts.meanings import Meanings
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level
from vidocq.resolve.names import label
from vidocq.resolve.statement import Statement, passage_of
from vidocq.resolve.times import days_apart, length, stretch, stretch_of_day

SAME_TIME = 45
"""Victims are still being counted: numbers told further apart are no contradiction."""
APPROXIMATE_FACTOR = 2.0
"""Two round numbers of one thing that differ by less may both be meant well."""
MOST = 3
"""Most conflicts of numbers told of one event."""
DAYS_BETWEEN = 45
"""Dates of one event that lie further apart than this cannot both be meant."""
PRECISE = 31
"""A date is precise enough to contradict another where it means a month at the most."""

_UNITS = {
    "organizations": "organisations",
    "organization": "organisations",
    "organisation": "organisations",
    "companies": "organisations",
    "entities": "organisations",
    "businesses": "organisations",
    "firms": "organisations",
    "people": "persons",
    "person": "persons",
    "individuals": "persons",
    "computers": "systems",
    "machines": "systems",
    "servers": "systems",
    "devices": "systems",
}


def figure_conflicts(
    about: str, statements: Sequence[Statement], meanings: Meanings
) -> Iterable[Conflict]:
    """Numbers of the same unit and of the same reach, told within weeks, that differ too much."""
    scopes = _scopes(statements)
    counted: dict[tuple[str, str, frozenset[str]], list[Statement]] = defaultdict(list)
    for statement in statements:
        claim = statement.claim
        if (
            claim.predicate is Predicate.AFFECTS
            and claim.count
            and claim.polarity is Polarity.AFFIRMED
        ):
            what = meanings.canonical(claim.object.id) if claim.object else ""
            scope = scopes[statement.document, claim.span.start, claim.span.end]
            counted[unit_of(claim.count), what, scope].append(statement)
    told = 0
    for (unit, _, _), group in counted.items():
        group.sort(key=lambda s: (s.told_day, s.id))
        pairs = [
            (a, b)
            for a, b in combinations(group, 2)
            if a.document != b.document and _cannot_both_hold(a, b)
        ]
        if not pairs or told == MOST:
            continue
        told += 1
        first, second = max(pairs, key=lambda pair: _ratio(pair[0], pair[1]))
        every = list(dict.fromkeys(s.id for pair in pairs for s in pair))
        yield Conflict(
            kind=ConflictKind.FIGURE,
            level=Level.DISAGREEMENT,
            about=about,
            sentence=f"Of the {label(about, meanings.actors, first.claim.subject.text)} "
            f"{_says(first, meanings)} {_number(first)} {unit}, {_says(second, meanings)} "
            f"{_number(second)}.",
            first=passage_of(first),
            second=passage_of(second),
            claims=tuple(every),
            documents=len({s.document for pair in pairs for s in pair}),
            day=second.told_day,
        )


def unit_of(count: Count) -> str:
    """The unit under which numbers are compared: "organizations" and "organisations" are one."""
    unit = count.unit.strip().casefold()
    return _UNITS.get(unit, unit)


def _scopes(statements: Sequence[Statement]) -> dict[tuple[str, int, int], frozenset[str]]:
    """What else each passage names as attacked: "30,000 in the United States" is no world-wide count."""
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for statement in statements:
        claim = statement.claim
        place = (statement.document, claim.span.start, claim.span.end)
        found[place] |= set()
        if claim.predicate is Predicate.TARGETS and claim.object:
            found[place].add(claim.object.id)
    return {place: frozenset(ids) for place, ids in found.items()}


def _cannot_both_hold(a: Statement, b: Statement) -> bool:
    one, other = a.claim.count, b.claim.count
    apart = days_apart(stretch_of_day(a.told_day), stretch_of_day(b.told_day))
    if one is None or other is None or (apart is not None and apart > SAME_TIME):
        return False
    if one.approximate or other.approximate:
        return _ratio(a, b) >= APPROXIMATE_FACTOR
    return one.value != other.value


def _ratio(a: Statement, b: Statement) -> float:
    values = sorted(s.claim.count.value for s in (a, b) if s.claim.count)
    return values[-1] / max(values[0], 1)


def _says(statement: Statement, meanings: Meanings) -> str:
    source = statement.publisher or statement.title or "a report"
    who = meanings.claimants(statement.claim) if statement.claim.claimants else source
    return f"{who} says" if len(statement.claim.claimants) < 2 else f"{who} say"


def _number(statement: Statement) -> str:
    count = statement.claim.count
    assert count is not None
    return f"{'about ' if count.approximate else ''}{count.value:,}"


def date_conflicts(
    about: str, statements: Sequence[Statement], meanings: Meanings
) -> Iterable[Conflict]:
    """Precise dates of the same thing in two documents that lie far apart."""
    if not about.startswith("incident:"):
        return
    dated: dict[tuple[Predicate, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        claim = statement.claim
        when = stretch(claim.event_time)
        if when and length(when) <= PRECISE and claim.predicate in _DATED:
            target = meanings.canonical(claim.object.id) if claim.object else ""
            dated[claim.predicate, target].append(statement)
    for (_, target), group in dated.items():
        group.sort(key=lambda s: (s.claim.event_time or "", s.id))
        first, second = group[0], group[-1]
        apart = days_apart(stretch(first.claim.event_time), stretch(second.claim.event_time))
        if apart is None or apart <= DAYS_BETWEEN or first.document == second.document:
            continue
        of = f" against {label(target, meanings.actors)}" if target else ""
        yield Conflict(
            kind=ConflictKind.FIGURE,
            level=Level.DIFFERENCE,
            about=about,
            sentence=f"The {label(about, meanings.actors, first.claim.subject.text)}{of} is dated "
            f"{first.claim.event_time} in one report and {second.claim.event_time} in another.",
            first=passage_of(first),
            second=passage_of(second),
            claims=tuple(s.id for s in group),
            documents=len({s.document for s in group}),
            day=second.told_day,
        )
        return


_DATED = frozenset({Predicate.TARGETS, Predicate.AFFECTS})
