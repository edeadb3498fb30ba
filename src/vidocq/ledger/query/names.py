"""The entities on the record and the words by which documents speak of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, literal, select

from vidocq.ledger.codes import (
    ENTITY_TYPE,
    ENTITY_TYPE_OF,
)
from vidocq.ledger.conditions import entity_keys
from vidocq.ledger.keys import folded
from vidocq.ledger.records import (
    NamedEntity,
)
from vidocq.ledger.schema import (
    entity,
    mention,
)
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import EntityType


def named(at: Snapshot, name: str, *, types: Sequence[EntityType] = ()) -> list[NamedEntity]:
    """The entities that documents call so, whatever the case and accents."""
    return _named(at, mention.c.folded == folded(name), types, None)


def beginning(
    at: Snapshot, name: str, *, types: Sequence[EntityType] = (), limit: int = 50
) -> list[NamedEntity]:
    """The entities with a name that begins so."""
    start = folded(name)
    where = (mention.c.folded >= start) & (mention.c.folded < start + "\U0010ffff")
    return _named(at, where, types, limit)


def incidents_called(at: Snapshot, name: str) -> list[str]:
    """The incidents with the short name of this id ("halden-steel"), of whatever year, or with the year ("halden-steel-2024")."""
    start = f"{EntityType.INCIDENT}:{name}"
    chosen = (
        select(entity.c.id)
        .where(
            (entity.c.type == ENTITY_TYPE[EntityType.INCIDENT])
            & (entity.c.id >= start)
            & (entity.c.id < start + "\U0010ffff")
        )
        .order_by(entity.c.id)
    )
    known = re.compile(re.escape(start) + r"(?:-\d{4})?")
    return [id for id in at.connection.execute(chosen).scalars() if known.fullmatch(id)]


def names_of(at: Snapshot, ids: Sequence[str]) -> list[NamedEntity]:
    """All the words by which documents speak of the entities."""
    keys = entity_keys(at.connection, ids)
    return _named(at, mention.c.entity.in_(keys), (), None)


def _named(
    at: Snapshot, where: ColumnElement[bool], types: Sequence[EntityType], limit: int | None
) -> list[NamedEntity]:
    chosen = (
        select(entity.c.id, entity.c.type, mention.c.text)
        .join(entity, entity.c.key == mention.c.entity)
        .where(where)
        .order_by(mention.c.folded, entity.c.id, mention.c.text)
        .limit(limit)
    )
    if types:
        chosen = chosen.where(entity.c.type.in_([ENTITY_TYPE[one] for one in types]))
    return [
        NamedEntity(id=name, type=ENTITY_TYPE_OF[code], name=words)
        for name, code, words in at.connection.execute(chosen)
    ]


def entities(at: Snapshot, *, types: Sequence[EntityType] = ()) -> Iterator[tuple[str, EntityType]]:
    """All entities on the record, in the order of their ids, in bounded memory."""
    chosen = select(entity.c.id, entity.c.type).order_by(entity.c.id, entity.c.type)
    if types:
        chosen = chosen.where(entity.c.type.in_([ENTITY_TYPE[one] for one in types]))
    rows = at.connection.execution_options(stream_results=True, yield_per=1000).execute(chosen)
    for name, code in rows:
        yield name, ENTITY_TYPE_OF[code]


def exists(at: Snapshot, ids: Sequence[str]) -> bool:
    """Whether the record knows any of the entities."""
    return (
        at.connection.execute(select(literal(1)).where(entity.c.id.in_(ids)).limit(1)).first()
        is not None
    )
