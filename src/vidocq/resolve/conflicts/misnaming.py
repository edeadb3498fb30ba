"""The same claimant, on the same matter at the same time, with different groups in different documents.

This is how a misspelled or mistaken group name shows: one report has an agency say APT30 where all
others have it say APT31. Nothing tells which report is right; both passages are shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from vidocq.knowledge.galaxy_names import compact
from vidocq.model import EntityType, Polarity, Predicate, Reference
from vidocq.resolve.conflicts.meanings import Meanings
from vidocq.resolve.conflicts.record import Conflict, ConflictKind, Level
from vidocq.resolve.names import label
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import Statement, passage_of
from vidocq.resolve.times import days_apart, stretch, stretch_of_day

SAME_TIME = 31
"""Statements told so many days apart, at the most, may report one utterance."""

_BY_GROUP = frozenset({Predicate.TARGETS, Predicate.USES, Predicate.EXPLOITS})
_PARTICULAR = frozenset(
    {
        EntityType.INCIDENT,
        EntityType.COMPANY,
        EntityType.ORGANISATION,
        EntityType.AGENCY,
        EntityType.PERSON,
        EntityType.MALWARE,
        EntityType.VULNERABILITY,
    }
)
"""What is particular enough that a claimant who names two groups for it in two documents is told
twice of one thing; a sector or a state is attacked by many."""


class _Told(NamedTuple):
    group: Reference
    other: Reference
    statement: Statement


class _Matter(NamedTuple):
    """One claimant on one thing."""

    claimant: str
    predicate: Predicate
    other: str


def misnaming_conflicts(statements: Iterable[Statement], meanings: Meanings) -> list[Conflict]:
    """One conflict for each pair of groups that stand for each other in two documents."""
    matters: dict[_Matter, dict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        told = _told(statement)
        if told is None:
            continue
        for claimant in {party_of(one.id) for one in statement.claim.claimants}:
            matter = _Matter(claimant, statement.claim.predicate, meanings.canonical(told.other.id))
            matters[matter][statement.document].append(told)
    found: dict[frozenset[str], list[tuple[_Matter, _Told, _Told]]] = defaultdict(list)
    for matter, documents in matters.items():
        for one, other in _different(documents, meanings):
            pair = frozenset(meanings.canonical(told.group.id) for told in (one, other))
            found[pair].append((matter, one, other))
    return [_conflict(cases, meanings) for cases in found.values()]


def _told(statement: Statement) -> _Told | None:
    claim = statement.claim
    if claim.polarity is Polarity.DENIED or claim.object is None:
        return None
    if claim.predicate is Predicate.ATTRIBUTED_TO:
        told = _Told(claim.object, claim.subject, statement)
    elif claim.predicate in _BY_GROUP:
        told = _Told(claim.subject, claim.object, statement)
    else:
        return None
    if told.group.type is not EntityType.GROUP or told.other.type not in _PARTICULAR:
        return None
    return told


def _different(
    documents: dict[str, list[_Told]], meanings: Meanings
) -> Iterable[tuple[_Told, _Told]]:
    """Pairs of groups of which each stands in one document only, where the rest agrees."""
    distinct: dict[frozenset[str], list[_Told]] = {}
    for told in documents.values():
        distinct.setdefault(frozenset(meanings.canonical(t.group.id) for t in told), told)
    for a, b in combinations(distinct.values(), 2):
        only_a = [t for t in a if not any(_agree(t, u, meanings) for u in b)]
        only_b = [t for t in b if not any(_agree(t, u, meanings) for u in a)]
        if not only_a or not only_b:
            continue
        for one in only_a:
            for other in only_b:
                near = nearly_spelled(one.group.text, other.group.text)
                alone = len(only_a) == 1 and len(only_b) == 1
                if (near or alone) and _same_time(one.statement, other.statement):
                    yield one, other


def _agree(one: _Told, other: _Told, meanings: Meanings) -> bool:
    return meanings.actors.may_be_same(one.group.id, other.group.id) or bool(
        meanings.actors.related(one.group.id, other.group.id)
    )


def _same_time(a: Statement, b: Statement) -> bool:
    """Whether the two may report one utterance: told within a month, of events that may be one."""
    events = days_apart(stretch(a.claim.event_time), stretch(b.claim.event_time))
    told = days_apart(stretch_of_day(a.told_day), stretch_of_day(b.told_day))
    if events is not None and events > 0:
        return False
    return (told is not None and told <= SAME_TIME) or (told is None and events == 0)


def nearly_spelled(a: str, b: str) -> bool:
    """Whether two names differ in one letter or digit, added, left out or put for another (APT30, APT31)."""
    from rapidfuzz.distance import Levenshtein

    one, other = compact(a), compact(b)
    return min(len(one), len(other)) >= 4 and Levenshtein.distance(one, other, score_cutoff=1) == 1


def _conflict(cases: Sequence[tuple[_Matter, _Told, _Told]], meanings: Meanings) -> Conflict:
    matter, one, other = min(
        cases, key=lambda case: (case[0].other.startswith("incident:"), case[0])
    )
    first, second = sorted(
        (one, other), key=lambda told: (told.statement.told_day, told.statement.id)
    )
    near = nearly_spelled(one.group.text, other.group.text)
    speaker = next(
        (c for c in first.statement.claim.claimants if party_of(c.id) == matter.claimant), None
    )
    who = meanings.name(speaker) if speaker else meanings.called(matter.claimant)
    what = label(matter.other, meanings.actors, first.other.text)
    deed = {
        Predicate.ATTRIBUTED_TO: f"for the {what}",
        Predicate.TARGETS: f"as those who attacked {what}",
    }.get(matter.predicate, f"in connection with {what}")
    more = len({case[0] for case in cases}) - 1
    sentence = (
        f"{who} is said to name {first.group.text} in one report and {second.group.text} in another, "
        f"{deed}"
        + (f" (and {more} other matter{'s' * (more > 1)})" if more else "")
        + "; "
        + (
            "the two names differ in one character, and no source takes them for one group: one of the "
            "reports may have it wrong."
            if near
            else "no source takes them for one group."
        )
    )
    sentence = sentence[:1].upper() + sentence[1:]
    every = [told.statement for _, a, b in cases for told in (a, b)]
    return Conflict(
        kind=ConflictKind.GROUP_NAME,
        level=Level.CONTRADICTION if near else Level.DISAGREEMENT,
        about=meanings.canonical(first.group.id),
        other=meanings.canonical(second.group.id),
        sentence=sentence,
        first=passage_of(first.statement),
        second=passage_of(second.statement),
        claims=tuple(dict.fromkeys(s.id for s in every)),
        documents=len({s.document for s in every}),
        day=max(s.told_day for s in every),
    )
