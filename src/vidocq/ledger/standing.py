"""What stands already of documents that are read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from vidocq.ledger import schema
from vidocq.ledger.derived import Told
from vidocq.ledger.ending import parts, told_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

Context = tuple[int, str | None, str | None, str | None, str | None]
"""What a statement takes from its reading: text, publisher, published, language, address."""


@dataclass(frozen=True)
class Standing:
    """A statement in force of a document that is read again."""

    key: int
    id: bytes
    context: Context
    corrected: bool
    told: Told


def standing_of(connection: Connection, documents: Sequence[int]) -> dict[int, list[Standing]]:
    """The statements in force of some documents, by the documents' keys."""
    table, told_in = schema.statement, schema.reading
    standing: dict[int, list[Standing]] = defaultdict(list)
    for part in parts(documents):
        rows = connection.execute(
            select(
                table,
                told_in.c.text,
                told_in.c.publisher,
                told_in.c.published,
                told_in.c.language,
                told_in.c.address,
            )
            .join(told_in, told_in.c.key == table.c.reading)
            .where(table.c.document.in_(part), table.c.ended_at.is_(None))
        ).all()
        told = told_of(connection, rows)
        for row in rows:
            standing[row.document].append(
                Standing(
                    key=row.key,
                    id=bytes(row.id),
                    context=(
                        row.text,
                        row.publisher,
                        row.published,
                        row.language,
                        row.address,
                    ),
                    corrected=row.correction is not None,
                    told=told[row.key],
                )
            )
    return standing
