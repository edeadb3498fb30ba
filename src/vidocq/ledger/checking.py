"""Whether the stored data are whole: what the database says of itself, and what the record says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import and_, except_, func, or_, select
from sqlalchemy.exc import DBAPIError

from vidocq.ledger.backend import Backend
from vidocq.ledger.codes import ROLE, Role
from vidocq.ledger.derived import recounted
from vidocq.ledger.error import LedgerError
from vidocq.ledger.identity import text_digest
from vidocq.ledger.keys import said_by
from vidocq.ledger.schema import claimant, metadata, month, reading, statement, text

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_LINES = 100
"""So many faults are told; a ledger with more is to be restored, not repaired."""


def check(connection: Connection, backend: Backend) -> list[str]:
    """What is broken, a line each; empty if nothing.

    After the database's own checks: references to rows that are not there, texts that are not the ones
    that were recorded (by their digests), quotes outside their texts, claimants that the indexes name otherwise,
    tallies that do not count the statements. Every text is read.
    """
    found: list[str] = []
    try:
        for line in islice(_faults(connection, backend), MOST_LINES):
            found.append(line)
    except DBAPIError as error:
        found.append(str(backend.fault(error)))
    return found


def _faults(connection: Connection, backend: Backend) -> Iterator[str]:
    own = backend.check(connection)
    yield from own
    if own:
        return  # what the database itself finds broken cannot be asked further
    yield from _references(connection)
    yield from _texts(connection, backend)
    yield from _quotes(connection)
    yield from _claimants(connection)
    yield from _tallies(connection)


def _references(connection: Connection) -> Iterator[str]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            column, target = key.parent, key.column.table.alias("target")
            lost = connection.execute(
                select(func.count())
                .select_from(table.outerjoin(target, target.c[key.column.name] == column))
                .where(column.is_not(None), target.c[key.column.name].is_(None))
            ).scalar_one()
            if lost:
                yield f"{table.name}: {lost} rows refer to a missing {key.column.table.name}"


def _texts(connection: Connection, backend: Backend) -> Iterator[str]:
    chosen = select(text.c.key, text.c.digest, text.c.title, text.c.body).order_by(text.c.key)
    for row in connection.execution_options(stream_results=True, yield_per=200).execute(chosen):
        try:
            body = backend.unpack(row.body)
        except LedgerError as error:
            yield f"text {row.key}: {error}"
            continue
        if text_digest(row.title, body) != bytes(row.digest):
            yield f"text {row.key}: is not the text that was recorded (its digest differs)"


def _quotes(connection: Connection) -> Iterator[str]:
    chosen = (
        select(statement.c.id)
        .join(reading, reading.c.key == statement.c.reading)
        .join(text, text.c.key == reading.c.text)
        .where(
            or_(
                statement.c.quote_start < 0,
                statement.c.quote_end <= statement.c.quote_start,
                statement.c.quote_end > text.c.characters,
            )
        )
        .order_by(statement.c.key)
    )
    for id in connection.execute(chosen).scalars():
        yield f"claim {bytes(id).hex()}: its quote stands outside its text"


def _claimants(connection: Connection) -> Iterator[str]:
    """What statements repeat of their claimants must be what stands there, in any order."""
    chosen = (
        select(statement.c.key, statement.c.id, statement.c.said_by, claimant.c.entity)
        .outerjoin(
            claimant,
            and_(claimant.c.statement == statement.c.key, claimant.c.role == ROLE[Role.CLAIMANT]),
        )
        .order_by(statement.c.key)
    )
    rows = connection.execution_options(stream_results=True, yield_per=1000).execute(chosen)
    for _, together in groupby(rows, key=itemgetter(0)):
        told = list(together)
        _, id, held, _ = told[0]
        there = said_by(entity for *_, entity in told if entity is not None)
        if _ordered(held) != _ordered(there):
            yield f"claim {bytes(id).hex()}: its claimants are not those that its indexes name"


def _ordered(held: str | None) -> list[str] | None:
    return None if held is None else sorted(held.split())


def _tallies(connection: Connection) -> Iterator[str]:
    for table, counted in recounted():
        again = counted.subquery()
        # Of a month no exact first and last day is kept, for nobody asks for them.
        columns = [one.name for one in table.columns][: 4 if table is month else None]
        kept = select(*(table.c[name] for name in columns))
        counted = select(*list(again.c)[: len(columns)])
        wrong = [
            connection.execute(select(func.count()).select_from(difference.subquery())).scalar_one()
            for difference in (except_(kept, counted), except_(counted, kept))
        ]
        if any(wrong):
            yield (
                f"{table.name}: {max(wrong)} counts are not those of the statements; "
                "Ledger.rebuild() counts anew"
            )
