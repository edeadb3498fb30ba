"""From a filter to conditions in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BindParameter,
    ColumnElement,
    Select,
    and_,
    any_,
    bindparam,
    false,
    or_,
    select,
)

from vidocq.ledger.codes import POLARITY, PREDICATE, ROLE, Role
from vidocq.ledger.filter import ClaimFilter
from vidocq.ledger.identity import DIGEST_BYTES
from vidocq.ledger.keys import first_day, last_day
from vidocq.ledger.moment import Moment, milliseconds
from vidocq.ledger.schema import claimant, document, entity, statement

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Table


SHA256_BYTES = 32


def in_force(table: Table, as_of: Moment) -> ColumnElement[bool]:
    """That a row held at a moment of recording; now without one."""
    if as_of is None:
        return table.c.ended_at.is_(None)
    when = milliseconds(as_of)
    return and_(
        table.c.recorded_at <= when, or_(table.c.ended_at.is_(None), table.c.ended_at > when)
    )


def told_between(
    column: ColumnElement[int], since: str | None, until: str | None
) -> list[ColumnElement[bool]]:
    """That a day lies between two dates of any precision, both included.

    Raises:
        ValueError: a bound is no ISO 8601 date.
    """
    found: list[ColumnElement[bool]] = []
    if since is not None:
        found.append(column >= _bound(since, first_day(since)))
    if until is not None:
        found.append(column <= _bound(until, last_day(until)))
        if since is None:
            found.append(column > 0)
    return found


def _bound(date: str, day: int) -> int:
    if not day:
        raise ValueError(f"{date!r} is no date of ISO 8601 (2021-07-19, 2021-07 or 2021)")
    return day


def by_keys(selection: Select[Any], column: Column[Any]) -> dict[str, Select[Any]]:
    """A selection of the rows under some keys, which `chosen` gives, for each kind of database.

    PostgreSQL is given the keys as one value: a question with as many places as there are keys is another
    one each time, and to write, read and plan it takes longer than to answer.
    """
    several: BindParameter[Any] = bindparam("keys", type_=ARRAY(column.type))
    each: BindParameter[Any] = bindparam("keys", expanding=True)
    return {
        "postgresql": selection.where(column == any_(several)),
        "sqlite": selection.where(column.in_(each)),
    }


def chosen(
    connection: Connection, selections: dict[str, Select[Any]], keys: Sequence[Any]
) -> Sequence[Any]:
    """The rows of such a selection under some keys."""
    return connection.execute(selections[connection.dialect.name], {"keys": list(keys)}).all()


_ENTITY_KEYS = by_keys(select(entity.c.key), entity.c.id)
_DOCUMENT_KEYS = by_keys(select(document.c.key), document.c.sha256)


def entity_keys(connection: Connection, ids: Sequence[str]) -> list[int]:
    """The keys of the entities with these ids that the ledger knows."""
    found: list[int] = []
    for start in range(0, len(ids), 500):
        found += [key for (key,) in chosen(connection, _ENTITY_KEYS, ids[start : start + 500])]
    return found


def document_keys(connection: Connection, sha256: Sequence[str]) -> list[int]:
    """The keys of the documents with these SHA-256 that the ledger knows."""
    digests = [bytes.fromhex(one) for one in sha256]
    found: list[int] = []
    for start in range(0, len(digests), 500):
        part = digests[start : start + 500]
        found += [key for (key,) in chosen(connection, _DOCUMENT_KEYS, part)]
    return found


def with_ids(connection: Connection, ids: Sequence[bytes]) -> list[ColumnElement[bool]]:
    """That a statement bears one of these ids.

    An id begins with half its length of its document's SHA-256 (`vidocq.ledger.identity`), so the
    documents' index leads to it.
    """
    wanted = sorted({id[: DIGEST_BYTES // 2] for id in ids})
    found: list[int] = []
    for start in range(0, len(wanted), 100):
        ranges = [
            document.c.sha256.between(*between(half.hex())) for half in wanted[start : start + 100]
        ]
        found += connection.execute(select(document.c.key).where(or_(*ranges))).scalars()
    return [statement.c.document.in_(found), statement.c.id.in_(ids)]


def between(digits: str, length: int = SHA256_BYTES) -> tuple[bytes, bytes]:
    """The lowest and the highest digest that begins with these hexadecimal digits."""
    return bytes.fromhex(digits.ljust(2 * length, "0")), bytes.fromhex(
        digits.ljust(2 * length, "f")
    )


def statement_keys(
    connection: Connection, asked: ClaimFilter, *, ended: bool = False
) -> Select[tuple[int]]:
    """A selection of the keys of all statements that a filter lets through; with ``ended`` of those too that
    are no longer in force.

    Raises:
        ValueError: a date in the filter is none.
    """
    where: list[ColumnElement[bool]] = [] if ended else [in_force(statement, asked.as_of)]
    where += told_between(statement.c.told_day, asked.since, asked.until)
    if asked.predicates:
        where.append(statement.c.predicate.in_([PREDICATE[name] for name in asked.predicates]))
    if asked.polarity is not None:
        where.append(statement.c.polarity == POLARITY[asked.polarity])
    if asked.accused:
        where.append(statement.c.accused.in_(asked.accused))
    if asked.documents:
        where.append(statement.c.document.in_(document_keys(connection, asked.documents)))
    for column, ids in (
        (statement.c.subject, asked.subjects),
        (statement.c.object, asked.objects),
    ):
        if ids:
            where.append(column.in_(entity_keys(connection, ids)))
    for role, ids in ((Role.CLAIMANT, asked.claimants), (Role.VIA, asked.vias)):
        if ids:
            where.append(statement.c.key.in_(_linked(role, entity_keys(connection, ids))))
    if asked.parties:
        where.append(_party(asked.roles, entity_keys(connection, asked.parties)))
    if asked.events:
        keys = entity_keys(connection, asked.events)
        where.append(_party((Role.SUBJECT, Role.OBJECT), keys))
    return select(statement.c.key).where(*where)


def _linked(role: Role, keys: Sequence[int]) -> Select[tuple[int]]:
    return select(claimant.c.statement).where(
        claimant.c.role == ROLE[role], claimant.c.entity.in_(keys)
    )


def _party(roles: Sequence[Role], keys: Sequence[int]) -> ColumnElement[bool]:
    # A union of three short index walks; an OR over two tables would walk all statements.
    parts: list[Select[Any]] = []
    for role in roles:
        if role is Role.SUBJECT:
            parts.append(select(statement.c.key).where(statement.c.subject.in_(keys)))
        elif role is Role.OBJECT:
            parts.append(select(statement.c.key).where(statement.c.object.in_(keys)))
        else:
            parts.append(_linked(role, keys))
    if not parts or not keys:
        return false()
    return statement.c.key.in_(parts[0].union_all(*parts[1:]) if len(parts) > 1 else parts[0])
