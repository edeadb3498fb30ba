"""``version``: a mark of the record's state, so that an answer can be kept for as long as it holds."""

from __future__ import annotations

from sqlalchemy import func, select

from vidocq.ledger import Ledger
from vidocq.ledger.schema import decision, judgement, reading


def version(ledger: Ledger) -> tuple[int, int, int]:
    """Three numbers of which one changes whenever something is recorded, judged or decided."""
    with ledger.snapshot() as at:
        found = [
            at.connection.execute(select(func.coalesce(func.max(table.c.key), 0))).scalar_one()
            for table in (reading, judgement, decision)
        ]
        return found[0], found[1], found[2]
