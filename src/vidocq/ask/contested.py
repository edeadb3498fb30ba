"""Where contradictions are sought: what is laid on several, victims of several groups; now or as of a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, case, func, select

from vidocq.ask.setting import Setting
from vidocq.ledger.codes import ENTITY_TYPE, POLARITY, PREDICATE, Role
from vidocq.ledger.query.tallies import edges_as_of
from vidocq.ledger.schema import edge, entity
from vidocq.model import EntityType, Polarity, Predicate

PORTION = 100
"""Candidates of an earlier moment that are looked at together."""

MOST_GROUPS = 40
"""Whom more groups attack tells nothing of a mistaken name."""

_LAID = (PREDICATE[Predicate.ATTRIBUTED_TO], PREDICATE[Predicate.SPONSORED_BY])
_TARGETS = PREDICATE[Predicate.TARGETS]
_PARTICULAR = (EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY)

_Ranked = Select[Any]


def contested_subjects(setting: Setting, *, limit: int) -> list[str]:
    """Subjects that are laid on, or said to act for, more than one object or one that is denied: what
    conflicts are sought in, the most claimed first."""
    found = _found(setting, _contested, Role.SUBJECT, limit)
    return _ids(setting, found)


def rivals(setting: Setting, *, limit: int) -> list[str]:
    """Particular victims (organisations, companies, agencies) that claims in force have several groups
    attack: candidates for a mistaken group's name, those with the fewest groups first."""
    found = _found(setting, _attacked, Role.OBJECT, limit)
    return _ids(setting, found)


def _contested(table: Any) -> _Ranked:
    there = POLARITY[Polarity.AFFIRMED]
    affirmed = func.sum(case((table.c.polarity == there, 1), else_=0))
    claims = func.sum(table.c.claims)
    return (
        select(table.c.subject.label("key"), claims.label("rank"))
        .where(table.c.predicate.in_(_LAID), table.c.object != 0)
        .group_by(table.c.subject, table.c.predicate)
        .having((affirmed > 1) | ((affirmed > 0) & (affirmed < func.count())))
        .order_by(claims.desc(), table.c.subject)
    )


def _attacked(table: Any) -> _Ranked:
    kinds = [ENTITY_TYPE[one] for one in _PARTICULAR]
    groups = func.count()
    counted = (
        select(table.c.object.label("key"), groups.label("groups"))
        .where(table.c.predicate == _TARGETS, table.c.object != 0)
        .group_by(table.c.object)
        .having(groups.between(2, MOST_GROUPS))
        .subquery()
    )
    return (
        select(counted.c.key, counted.c.groups.label("rank"))
        .join(entity, entity.c.key == counted.c.key)
        .where(entity.c.type.in_(kinds))
        .order_by(counted.c.groups, counted.c.key)
    )


def _found(setting: Setting, ranked: Callable[..., _Ranked], role: Role, limit: int) -> list[int]:
    """Keys that the ranking lets through at the setting's moment, in its order.

    The candidates are all that were so at any time, in the order of today's counts (an index holds
    them). What stands at the moment is then counted for one portion of them after the other, until
    there are enough.
    """
    run = setting.at.connection.execute
    found: dict[int, None] = {}
    for rows in run(ranked(edge)).partitions(PORTION):
        part = list(dict.fromkeys(row.key for row in rows))
        if setting.as_of is None:
            then: Any = (
                select(edge).where(edge.c[str(role)].in_(part), edge.c.claims > 0).subquery()
            )
        else:
            then = edges_as_of(role, part, setting.as_of, predicates=(*_LAID, _TARGETS))
        found |= dict.fromkeys(row.key for row in run(ranked(then)))
        if len(found) >= limit:
            break
    return list(found)[:limit]


def _portions(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), PORTION):
        yield keys[start : start + PORTION]


def _ids(setting: Setting, keys: Sequence[int]) -> list[str]:
    """The entities' ids, in the order of the keys, each once."""
    ids: dict[int, str] = {}
    for part in _portions(keys):
        for key, id in setting.at.connection.execute(
            select(entity.c.key, entity.c.id).where(entity.c.key.in_(part))
        ):
            ids[key] = id
    return list(dict.fromkeys(ids[key] for key in keys))
