"""Counts over one incident or one cell of the matrix that the ledger's own questions do not give.

SQL over the ledger's tables, as narrow as its indexes allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Text, and_, bindparam, cast, func, select

from vidocq.ask.setting import Setting
from vidocq.ledger import query
from vidocq.ledger.codes import (
    CONFIDENCE_OF,
    POLARITY,
    POLARITY_OF,
    PREDICATE,
    ROLE,
    Role,
)
from vidocq.ledger.conditions import (
    by_keys,
    chosen,
    document_keys,
    entity_keys,
    in_force,
    told_between,
)
from vidocq.ledger.keys import CROWD
from vidocq.ledger.records import AccusationCell, Edge, StoredClaim
from vidocq.ledger.schema import accusation, claimant, entity, statement
from vidocq.model import Confidence, EntityType, Polarity, Predicate


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
    found: dict[tuple[int, int, int], list[int]] = {}
    for said_by, whom, polarity, claims, first_day, last_day, confidence in _accusing(setting, ids):
        for who in map(int, said_by.split()):
            laid = found.get((who, whom, polarity))
            if laid is None:
                found[who, whom, polarity] = [claims, first_day, last_day, confidence]
                continue
            # Thousands of rows: a record for each would take longer than the database did.
            laid[_CLAIMS] += claims
            if first_day and (first_day < laid[_FIRST] or not laid[_FIRST]):
                laid[_FIRST] = first_day
            if last_day > laid[_LAST]:
                laid[_LAST] = last_day
            if confidence > laid[_SUREST]:
                laid[_SUREST] = confidence
    # A few hundred entities stand in thousands of rows: they are looked up once each.
    named = query.entities_by_key(setting.at, {key for one in found for key in one[:2]})
    accusations = [
        Accusing(
            claimant=named[who][0],
            type=named[who][1],
            object=named[whom][0],
            polarity=POLARITY_OF[polarity],
            claims=laid[_CLAIMS],
            first_day=laid[_FIRST],
            last_day=laid[_LAST],
            confidence=CONFIDENCE_OF[laid[_SUREST]] if laid[_SUREST] else None,
        )
        for (who, whom, polarity), laid in found.items()
    ]
    return sorted(accusations, key=lambda one: (-one.claims, one.claimant, one.object))


_CLAIMS, _FIRST, _LAST, _SUREST = range(4)
"""How often one lays it on one, the first and the last day (0: none known), the highest confidence (0: none)."""


def _accusing(setting: Setting, ids: Sequence[str]) -> Iterator[Sequence[Any]]:
    """The keys of the claimants, the object and the polarity of what is laid on somebody, with the tally."""
    connection = setting.at.connection
    tally = [
        func.coalesce(func.min(func.nullif(statement.c.told_day, 0)), 0),
        func.max(statement.c.told_day),
        func.coalesce(func.max(statement.c.confidence), 0),
    ]
    keys = [statement.c.object, statement.c.polarity]
    where = [
        statement.c.subject.in_(entity_keys(connection, ids)),
        statement.c.predicate == PREDICATE[Predicate.ATTRIBUTED_TO],
        statement.c.object.is_not(None),
        in_force(statement, setting.as_of),
    ]
    by = statement.c.said_by
    crowds = False
    rows = connection.execute(
        select(by, *keys, func.count(), *tally).where(*where, by.is_not(None)).group_by(by, *keys)
    ).all()  # at once: row by row a driver takes as long as the database
    for row in rows:
        if row[0] == CROWD:
            crowds = True
        else:
            yield row
    if crowds:
        who = claimant.c.entity
        linked = and_(
            claimant.c.statement == statement.c.key, claimant.c.role == ROLE[Role.CLAIMANT]
        )
        yield from connection.execute(
            # Perhaps named twice in one claim.
            select(cast(who, Text), *keys, func.count(statement.c.key.distinct()), *tally)
            .join(claimant, linked)
            .where(*where, by == CROWD)
            .group_by(who, *keys)
        )


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
    table = accusation
    # One statement for all cells: putting one together costs more than running it.
    latest = (
        select(table.c.statement)
        .where(
            table.c.accuser == bindparam("accuser"),
            table.c.accused == bindparam("accused"),
            table.c.predicate == bindparam("predicate"),
            table.c.polarity == bindparam("polarity"),
            in_force(table, setting.as_of),
            *told_between(table.c.told_day, since, until),
        )
        .order_by(table.c.told_day.desc(), table.c.statement.desc())
        .limit(1)
    )
    keys = [
        setting.at.connection.execute(
            latest,
            {
                "accuser": cell.accuser,
                "accused": cell.accused,
                "predicate": PREDICATE[cell.predicate],
                "polarity": POLARITY[cell.polarity],
            },
        ).scalar()
        for cell in cells
    ]
    there = _there(keys)
    loaded = dict(zip(there, setting.at.load(there), strict=True))
    return [loaded[key] if key else None for key in keys]


def ends_of_edges(setting: Setting, edges: Sequence[Edge]) -> list[tuple[int, int]]:
    """Of each edge, the keys of its statements recorded last and first; (0, 0) where there is none."""
    if not edges:
        return []
    connection = setting.at.connection
    keys: dict[str, list[int]] = {}
    ids = list(dict.fromkeys(id for one in edges for id in (one.subject, one.object) if id))
    for start in range(0, len(ids), 500):
        for key, id in chosen(connection, _KEYS, ids[start : start + 500]):
            keys.setdefault(id, []).append(key)
    id_of = {key: id for id, of in keys.items() for key in of}
    ends: dict[tuple[str, int, str | None, int], tuple[int, int]] = {}
    # One walk down the index of each subject; a walk for each edge would go over it again and again.
    walk = (
        select(
            statement.c.predicate,
            statement.c.object,
            statement.c.polarity,
            func.max(statement.c.key),
            func.min(statement.c.key),
        )
        .where(
            statement.c.subject == bindparam("subject"),
            statement.c.predicate.in_(sorted({PREDICATE[one.predicate] for one in edges})),
            in_force(statement, setting.as_of),
        )
        .group_by(statement.c.predicate, statement.c.object, statement.c.polarity)
    )
    objects = {one.object for one in edges}
    wanted = sorted(key for id, of in keys.items() if id in objects for key in of)
    if wanted and None not in objects:
        walk = walk.where(statement.c.object.in_(wanted))
    for subject in dict.fromkeys(one.subject for one in edges):
        for key in keys.get(subject, ()):
            for predicate, target, polarity, last, first in connection.execute(
                walk, {"subject": key}
            ):
                ends[subject, predicate, id_of.get(target), polarity] = (last, first)
    return [
        ends.get(
            (one.subject, PREDICATE[one.predicate], one.object, POLARITY[one.polarity]), (0, 0)
        )
        for one in edges
    ]


_KEYS = by_keys(select(entity.c.key, entity.c.id), entity.c.id)


def loaded_pairs(setting: Setting, pairs: Sequence[tuple[int, int]]) -> list[list[StoredClaim]]:
    """The claims with some keys, two and two, each once and none for 0."""
    there = _there([key for pair in pairs for key in pair])
    loaded = dict(zip(there, setting.at.load(there), strict=True))
    return [[loaded[key] for key in dict.fromkeys(pair) if key] for pair in pairs]


def _there(keys: Sequence[int | None]) -> list[int]:
    return list(dict.fromkeys(key for key in keys if key))
