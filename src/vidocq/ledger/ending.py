"""The end of statements: when they are superseded or retracted; and the moments of transactions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, select, update

from vidocq.ledger import moment, schema
from vidocq.ledger.codes import (
    ROLE,
    Role,
)
from vidocq.ledger.derived import Tallies, Told

if TYPE_CHECKING:
    from sqlalchemy import Connection


def told_of(connection: Connection, rows: Sequence[Row[Any]]) -> dict[int, Told]:
    """What counts of rows of the table of statements, by key."""
    table = schema.claimant
    claimants: dict[int, list[int]] = defaultdict(list)
    for part in parts([row.key for row in rows]):
        for key, entity in connection.execute(
            select(table.c.statement, table.c.entity).where(
                table.c.statement.in_(part), table.c.role == ROLE[Role.CLAIMANT]
            )
        ):
            claimants[key].append(entity)
    return {
        row.key: Told(
            row.subject,
            row.predicate,
            row.object,
            row.polarity,
            tuple(claimants[row.key]),
            row.told_day,
        )
        for row in rows
    }


def end_statements(
    connection: Connection, statements: Mapping[int, Told], when: int, tallies: Tallies
) -> None:
    """End the time of statements in force, given by key; the tallies are still to be written."""
    for part in parts(list(statements)):
        for table, column in (
            (schema.statement, schema.statement.c.key),
            (schema.claimant, schema.claimant.c.statement),
            (schema.accusation, schema.accusation.c.statement),
        ):
            connection.execute(update(table).where(column.in_(part)).values(ended_at=when))
    for told in statements.values():
        tallies.end(told)


def next_moment(connection: Connection) -> int:
    """The moment under which a transaction records: now, but never before one that was recorded.

    Asked with the writer's place already taken, so that what was once true as of a moment stays so.
    """
    latest = max(
        # Keys and moments grow together, so the last key bears the last moment.
        connection.execute(
            select(table.c.recorded_at).order_by(table.c.key.desc()).limit(1)
        ).scalar()
        or 0
        for table in (schema.reading, schema.judgement, schema.decision)
    )
    return max(moment.now(), latest + 1)


def parts(values: Sequence[Any], size: int = 500) -> Iterator[list[Any]]:
    """Portions small enough for the databases' limits on parameters."""
    for start in range(0, len(values), size):
        yield list(values[start : start + size])
