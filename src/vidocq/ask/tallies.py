"""Counts over one incident or one cell of the matrix that the ledger's own questions do not give.

SQL over the ledger's tables, as narrow as its indexes allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import func, literal, select, union_all

from vidocq.ask.setting import Setting
from vidocq.ledger.codes import (
    CONFIDENCE_OF,
    ENTITY_TYPE,
    ENTITY_TYPE_OF,
    POLARITY,
    POLARITY_OF,
    PREDICATE,
    ROLE,
    Role,
)
from vidocq.ledger.conditions import document_keys, entity_keys, in_force, told_between
from vidocq.ledger.records import AccusationCell, Edge, StoredClaim
from vidocq.ledger.schema import accusation, claimant, edge, entity, statement
from vidocq.model import Confidence, EntityType, Polarity, Predicate

WALKS = 100


class Accusing(msgspec.Struct, frozen=True, kw_only=True):
    """One claimant on who did one thing: whom it names, how often, from when to when, how surely at most."""

    claimant: str
    type: EntityType
    object: str
    polarity: Polarity
    claims: int
    first_day: int
    last_day: int
    confidence: Confidence | None


def accusing(setting: Setting, ids: Sequence[str]) -> list[Accusing]:
    """Who lays the incidents on whom, or denies it: every claimant and object once."""
    keys = entity_keys(setting.at.connection, ids)
    target = entity.alias("target")
    counted = (
        select(
            claimant.c.entity.label("claimant"),
            statement.c.object,
            statement.c.polarity,
            func.count().label("claims"),
            func.coalesce(func.min(func.nullif(statement.c.told_day, 0)), 0).label("first_day"),
            func.max(statement.c.told_day).label("last_day"),
            func.max(statement.c.confidence).label("confidence"),
        )
        .join(claimant, claimant.c.statement == statement.c.key)
        .where(
            statement.c.subject.in_(keys),
            statement.c.predicate == PREDICATE[Predicate.ATTRIBUTED_TO],
            statement.c.object.is_not(None),
            claimant.c.role == ROLE[Role.CLAIMANT],
            in_force(statement, setting.as_of),
        )
        .group_by(claimant.c.entity, statement.c.object, statement.c.polarity)
        .subquery()
    )
    rows = setting.at.connection.execute(
        select(counted, entity.c.id.label("who"), entity.c.type, target.c.id.label("whom"))
        .join(entity, entity.c.key == counted.c.claimant)
        .join(target, target.c.key == counted.c.object)
        .order_by(counted.c.claims.desc(), entity.c.id, target.c.id)
    )
    return [
        Accusing(
            claimant=row.who,
            type=ENTITY_TYPE_OF[row.type],
            object=row.whom,
            polarity=POLARITY_OF[row.polarity],
            claims=row.claims,
            first_day=row.first_day,
            last_day=row.last_day,
            confidence=CONFIDENCE_OF[row.confidence] if row.confidence else None,
        )
        for row in rows
    ]


class Extent(msgspec.Struct, frozen=True):
    """How much is told of something: documents, claims, first and last day (0: none known)."""

    documents: int
    claims: int
    first_day: int
    last_day: int


def extent(setting: Setting, ids: Sequence[str]) -> Extent:
    """How much is told with the entities as subject."""
    keys = entity_keys(setting.at.connection, ids)
    row = setting.at.connection.execute(
        select(
            func.count(statement.c.document.distinct()),
            func.count(),
            func.coalesce(func.min(func.nullif(statement.c.told_day, 0)), 0),
            func.coalesce(func.max(statement.c.told_day), 0),
        ).where(statement.c.subject.in_(keys), in_force(statement, setting.as_of))
    ).one()
    return Extent(*row)


def claims_in_documents(
    setting: Setting, documents: Sequence[str], predicates: Sequence[Predicate], *, limit: int
) -> list[StoredClaim]:
    """The claims of some documents under some predicates, the latest told first."""
    if not documents:
        return []
    keys = setting.at.connection.execute(
        select(statement.c.key)
        .where(
            statement.c.document.in_(document_keys(setting.at.connection, documents)),
            statement.c.predicate.in_([PREDICATE[one] for one in predicates]),
            in_force(statement, setting.as_of),
        )
        .order_by(statement.c.told_day.desc(), statement.c.key)
        .limit(limit)
    ).scalars()
    return setting.at.load(list(keys))


def latest_of_cells(
    setting: Setting,
    cells: Sequence[AccusationCell],
    *,
    since: str | None = None,
    until: str | None = None,
) -> list[StoredClaim | None]:
    """The latest claim behind each cell of the matrix."""
    keys: list[int | None] = []
    table = accusation
    for start in range(0, len(cells), WALKS):
        parts: list[Any] = []
        for number, cell in enumerate(cells[start : start + WALKS]):
            walk = (
                select(table.c.statement)
                .where(
                    table.c.accuser == cell.accuser,
                    table.c.accused == cell.accused,
                    table.c.predicate == PREDICATE[cell.predicate],
                    table.c.polarity == POLARITY[cell.polarity],
                    in_force(table, setting.as_of),
                    *told_between(table.c.told_day, since, until),
                )
                .order_by(table.c.told_day.desc(), table.c.statement.desc())
                .limit(1)
            )
            part = walk.subquery()
            parts.append(select(func.coalesce(func.max(part.c.statement), 0), literal(number)))
        found = {number: key for key, number in setting.at.connection.execute(union_all(*parts))}
        keys += [found[number] or None for number in range(len(parts))]
    loaded = dict(zip(_there(keys), setting.at.load(_there(keys)), strict=True))
    return [loaded[key] if key else None for key in keys]


def claims_of_edges(setting: Setting, edges: Sequence[Edge]) -> list[list[StoredClaim]]:
    """Of each edge, the claim recorded last and, where there is another, the one recorded first."""
    connection = setting.at.connection
    ids = list({id for one in edges for id in (one.subject, one.object) if id})
    known: dict[str, list[int]] = {}
    for start in range(0, len(ids), 500):
        for key, id in connection.execute(
            select(entity.c.key, entity.c.id).where(entity.c.id.in_(ids[start : start + 500]))
        ):
            known.setdefault(id, []).append(key)
    ends: list[tuple[int, int]] = []
    for start in range(0, len(edges), WALKS):
        parts = [
            select(
                func.coalesce(func.max(statement.c.key), 0),
                func.coalesce(func.min(statement.c.key), 0),
                literal(number),
            ).where(
                statement.c.subject.in_(known[one.subject]),
                statement.c.predicate == PREDICATE[one.predicate],
                statement.c.object.in_(known[one.object])
                if one.object
                else statement.c.object.is_(None),
                statement.c.polarity == POLARITY[one.polarity],
                in_force(statement, setting.as_of),
            )
            for number, one in enumerate(edges[start : start + WALKS])
        ]
        found = {
            number: (last, first) for last, first, number in connection.execute(union_all(*parts))
        }
        ends += [found[number] for number in range(len(parts))]
    keys = _there([key for pair in ends for key in pair])
    loaded = dict(zip(keys, setting.at.load(keys), strict=True))
    return [[loaded[key] for key in dict.fromkeys(pair) if key] for pair in ends]


def _there(keys: Sequence[int | None]) -> list[int]:
    return list(dict.fromkeys(key for key in keys if key))


def rivals(setting: Setting, *, limit: int) -> list[str]:
    """Particular victims (organisations, companies, agencies) that claims in force have several groups
    attack: candidates for a mistaken group's name, those with the fewest groups first."""
    target = entity.alias("target")
    kinds = [ENTITY_TYPE[one] for one in _PARTICULAR]
    counted = (
        select(edge.c.object, func.count().label("groups"))
        .where(edge.c.predicate == PREDICATE[Predicate.TARGETS], edge.c.object != 0)
        .group_by(edge.c.object)
        .having(func.count().between(2, 40))
        .subquery()
    )
    return list(
        setting.at.connection.execute(
            select(target.c.id)
            .select_from(counted)
            .join(target, target.c.key == counted.c.object)
            .where(target.c.type.in_(kinds))
            .order_by(counted.c.groups, target.c.key)
            .limit(limit)
        ).scalars()
    )


_PARTICULAR = (EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY)
