"""Where contradictions are sought: what is laid on several, victims of several groups; now or as of a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from vidocq.ask.setting import Setting
from vidocq.ledger import query
from vidocq.ledger.codes import ENTITY_TYPE, POLARITY, PREDICATE, Role
from vidocq.ledger.query.then import Laid
from vidocq.ledger.schema import LAID, edge, entity, is_hit, is_laid
from vidocq.model import EntityType, Polarity, Predicate

PORTION = 15
"""Candidates that are looked at together at first; twice as many then, and so on."""

LARGEST_PORTION = 480

FIRST = 300
"""So many candidates are fetched; the rest only where these were not enough."""

MOST_GROUPS = 40
"""Whom more groups attack tells nothing of a mistaken name."""

_TARGETS = PREDICATE[Predicate.TARGETS]
_PARTICULAR = (EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY)

_Ranked = Select[Any]


def contested_subjects(setting: Setting, *, limit: int) -> Iterator[str]:
    """Subjects that are laid on, or said to act for, more than one object or one that is denied: what
    conflicts are sought in, the most claimed first. They are sought as they are asked for."""
    return _found(setting, _perhaps_contested(), _contested, Role.SUBJECT, LAID, limit)


def rivals(setting: Setting, *, limit: int) -> list[str]:
    """Particular victims (organisations, companies, agencies) that claims in force have several groups
    attack: candidates for a mistaken group's name, those with the fewest groups first."""
    return list(_found(setting, _perhaps_rivals(), _attacked, Role.OBJECT, (_TARGETS,), limit))


def _perhaps_contested() -> _Ranked:
    """Subjects that ever had two edges: few more than the contested ones, and found in half the time."""
    claims = func.sum(edge.c.claims)
    return (
        select(edge.c.subject.label("key"), claims.label("rank"))
        .where(is_laid(edge.c.predicate), edge.c.object != 0)
        .group_by(edge.c.subject, edge.c.predicate)
        .having(func.count() > 1)
        .order_by(claims.desc(), edge.c.subject)
    )


def _perhaps_rivals() -> _Ranked:
    """Particular victims that ever had several attackers."""
    kinds = [ENTITY_TYPE[one] for one in _PARTICULAR]
    groups = func.count()
    counted = (
        select(edge.c.object.label("key"), groups.label("groups"))
        .where(is_hit(edge.c.predicate), edge.c.object != 0)
        .group_by(edge.c.object)
        .having(groups.between(2, MOST_GROUPS))
        # In the order that is asked for: a database then asks of the first alone what they are.
        .order_by(groups, edge.c.object)
        .subquery()
    )
    return (
        select(counted.c.key, counted.c.groups.label("rank"))
        .join(entity, entity.c.key == counted.c.key)
        .where(entity.c.type.in_(kinds))
        .order_by(counted.c.groups, counted.c.key)
    )


def _contested(counts: Mapping[Laid, int]) -> list[int]:
    """Of edges in force, the subjects laid under one predicate on several, or on one that is denied."""
    affirmed: Counter[tuple[int, int]] = Counter()
    edges: Counter[tuple[int, int]] = Counter()
    claims: Counter[tuple[int, int]] = Counter()
    for (subject, predicate, target, polarity), number in counts.items():
        if target:
            edges[subject, predicate] += 1
            claims[subject, predicate] += number
            affirmed[subject, predicate] += polarity == POLARITY[Polarity.AFFIRMED]
    found = [one for one, yes in affirmed.items() if yes > 1 or 0 < yes < edges[one]]
    return [subject for subject, _ in sorted(found, key=lambda one: (-claims[one], one))]


def _attacked(counts: Mapping[Laid, int]) -> list[int]:
    """Of edges in force, the victims of several groups, but not of all the world."""
    groups = Counter(victim for victim, _, _, _ in counts if victim)
    found = [one for one, number in groups.items() if 2 <= number <= MOST_GROUPS]
    return sorted(found, key=lambda one: (groups[one], one))


def _found(
    setting: Setting,
    candidates: _Ranked,
    chosen: Callable[[Mapping[Laid, int]], list[int]],
    role: Role,
    predicates: Sequence[int],
    limit: int,
) -> Iterator[str]:
    """Ids of entities that a choice lets through at the setting's moment, nearly in its order.

    The candidates are all that were so at any time, in the order of today's counts (an index holds
    them). What stands at the moment is then counted for one portion of them after the other, until
    there are enough.
    """
    seen: set[str] = set()
    for part in _portions(setting, candidates):
        counts = query.edge_counts(setting.at, role, part, predicates, setting.as_of)
        for id in _ids(setting, list(dict.fromkeys(chosen(counts)))):
            if id not in seen:
                seen.add(id)
                yield id
            if len(seen) >= limit:
                return


def _portions(setting: Setting, candidates: _Ranked) -> Iterator[list[int]]:
    """The candidates' keys, each once, a few together at first and then more."""
    run = setting.at.connection.execute
    seen: set[int] = set()
    size = PORTION
    for chosen in (candidates.limit(FIRST), candidates.offset(FIRST)):
        rows = run(chosen).all()
        keys = [key for key in dict.fromkeys(row.key for row in rows) if key not in seen]
        seen |= set(keys)
        while keys:
            yield keys[:size]
            keys, size = keys[size:], min(2 * size, LARGEST_PORTION)
        if len(rows) < FIRST:
            return


def _ids(setting: Setting, keys: Sequence[int]) -> list[str]:
    """The entities' ids, in the order of the keys."""
    rows = setting.at.connection.execute(
        select(entity.c.key, entity.c.id).where(entity.c.key.in_(keys))
    )
    ids = {row.key: row.id for row in rows}
    return [ids[key] for key in keys]
