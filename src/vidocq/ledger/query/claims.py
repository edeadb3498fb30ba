"""Claims themselves: about a party, of a document, the newest, the sources of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    case,
    column,
    func,
    select,
    true,
)

from vidocq.ledger.codes import (
    POLARITY,
    PREDICATE,
    ROLE,
    Role,
)
from vidocq.ledger.conditions import document_keys, entity_keys, in_force, told_between
from vidocq.ledger.moment import Moment, datetime_of
from vidocq.ledger.records import (
    StoredClaim,
)
from vidocq.ledger.schema import (
    claimant,
    statement,
)
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Polarity, Predicate

if TYPE_CHECKING:
    from sqlalchemy import Connection

ANYWHERE = (Role.SUBJECT, Role.OBJECT, Role.CLAIMANT)


def claims_about(
    at: Snapshot,
    ids: Sequence[str],
    *,
    roles: Sequence[Role] = ANYWHERE,
    predicates: Sequence[Predicate] = (),
    polarity: Polarity | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
    limit: int = 100,
) -> list[StoredClaim]:
    """The claims in which any of the entities stands in one of the places, the latest told first."""
    found = keys_about(
        at,
        ids,
        roles=roles,
        predicates=predicates,
        polarity=polarity,
        since=since,
        until=until,
        as_of=as_of,
        limit=limit,
    )
    return at.load(found)


def keys_about(
    at: Snapshot,
    ids: Sequence[str],
    *,
    roles: Sequence[Role] = ANYWHERE,
    predicates: Sequence[Predicate] = (),
    polarity: Polarity | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
    limit: int = 100,
) -> list[int]:
    """The keys of those claims, for who puts together the claims of several answers at once."""
    keys = entity_keys(at.connection, ids)
    found: dict[int, int] = {}
    for role in roles:
        # One short walk down an index for each entity: a popular one is not read to its end.
        walk = partial(_walk, role, predicates, polarity, since, until, as_of, limit)
        found.update(_walked(at, walk, keys))
    return sorted(found, key=lambda key: (found[key], key), reverse=True)[:limit]


def _walked(
    at: Snapshot, walk: Callable[[ColumnElement[int]], Select[Any]], keys: Sequence[int]
) -> Iterator[Any]:
    """What a walk finds from each of some entities."""
    if at.backend.name == "postgresql" and len(keys) > 1:
        parties = func.unnest(bindparam("keys", type_=ARRAY(Integer)))
        party = parties.table_valued(column("key", Integer)).render_derived(name="party")
        each = walk(party.c.key).lateral("each")
        together = select(each.c.key, each.c.told_day).select_from(party.join(each, true()))
        yield from at.connection.execute(together, {"keys": list(keys)}).all()
        return
    # Without a server between, one by one: it plans a hundred walks in one question longer than it runs them.
    one: BindParameter[int] = bindparam("entity")
    chosen = walk(one)
    for key in keys:
        yield from at.connection.execute(chosen, {"entity": key})


def _walk(
    role: Role,
    predicates: Sequence[Predicate],
    polarity: Polarity | None,
    since: str | None,
    until: str | None,
    as_of: Moment,
    limit: int,
    entity: ColumnElement[int],
) -> Select[Any]:
    """The newest claims in which the entity stands in a place, with their days."""
    linked = role not in (Role.SUBJECT, Role.OBJECT)
    table = claimant if linked else statement
    key = claimant.c.statement if linked else statement.c.key
    chosen = select(key.label("key"), table.c.told_day).where(in_force(table, as_of))
    if linked:
        chosen = chosen.where(claimant.c.entity == entity)
        chosen = chosen.where(claimant.c.role == ROLE[role])
        if predicates or polarity is not None:
            chosen = chosen.join(statement, statement.c.key == claimant.c.statement)
    else:
        chosen = chosen.where(statement.c[str(role)] == entity)
    if predicates:
        chosen = chosen.where(statement.c.predicate.in_([PREDICATE[one] for one in predicates]))
    if polarity is not None:
        chosen = chosen.where(statement.c.polarity == POLARITY[polarity])
    return (
        chosen.where(*told_between(table.c.told_day, since, until))
        .order_by(table.c.told_day.desc())
        .limit(limit)
    )


def claims_of_document(at: Snapshot, sha256: str, *, as_of: Moment = None) -> list[StoredClaim]:
    """The claims of one document, in the order of its text."""
    keys = at.connection.execute(
        select(statement.c.key)
        .where(
            statement.c.document.in_(document_keys(at.connection, [sha256])),
            in_force(statement, as_of),
        )
        .order_by(statement.c.quote_start, statement.c.key)
    ).scalars()
    return at.load(list(keys))


def newest(
    at: Snapshot,
    *,
    by: str = "told",
    predicates: Sequence[Predicate] = (),
    accused: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
    limit: int = 100,
) -> list[StoredClaim]:
    """The latest claims, by the day they were ``told`` or the moment they were ``recorded``.

    ``accused`` are states and blocs on which they are laid. This is the time line, from its end.
    """
    where = [in_force(statement, as_of), *told_between(statement.c.told_day, since, until)]
    order = (
        [statement.c.key.desc()]
        if by == "recorded"
        else [statement.c.told_day.desc(), statement.c.key.desc()]
    )
    if predicates:
        where.append(statement.c.predicate.in_([PREDICATE[one] for one in predicates]))
    if accused:
        where.append(statement.c.accused.in_(accused))
    keys = select(statement.c.key).where(*where).order_by(*order).limit(limit)
    return at.load(list(at.connection.execute(keys).scalars()))


def began(at: Snapshot) -> datetime | None:
    """When the first claim was recorded; moments grow with keys, so it is the first of these."""
    first = at.connection.execute(
        select(statement.c.recorded_at).order_by(statement.c.key).limit(1)
    ).scalar()
    return None if first is None else datetime_of(first)


def same_claim(
    at: Snapshot,
    subjects: Sequence[str],
    predicate: Predicate,
    objects: Sequence[str] | None,
    polarity: Polarity,
    *,
    as_of: Moment = None,
    limit: int | None = 500,
) -> list[StoredClaim]:
    """Every document's statement of one thing, the first told first: the sources of a claim.

    ``objects`` None asks for claims without an object. Undated ones come last.
    """
    undated = case((statement.c.told_day == 0, 1), else_=0)
    keys = at.connection.execute(
        select(statement.c.key)
        .where(*_same(at.connection, subjects, predicate, objects, polarity))
        .where(in_force(statement, as_of))
        .order_by(undated, statement.c.told_day, statement.c.key)
        .limit(limit)
    ).scalars()
    return at.load(list(keys))


def _same(
    connection: Connection,
    subjects: Sequence[str],
    predicate: Predicate,
    objects: Sequence[str] | None,
    polarity: Polarity,
) -> list[ColumnElement[bool]]:
    return [
        statement.c.subject.in_(entity_keys(connection, subjects)),
        statement.c.predicate == PREDICATE[predicate],
        statement.c.object.is_(None)
        if objects is None
        else statement.c.object.in_(entity_keys(connection, objects)),
        statement.c.polarity == POLARITY[polarity],
    ]
