"""A table of a selection, written as CSV or Parquet."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from vidocq.ledger import Ledger
from vidocq.share.selection import Chosen, Selection, choose
from vidocq.share.tables.claims import claim_rows, source_rows
from vidocq.share.tables.decisions import decision_rows
from vidocq.share.tables.delimited import write_csv
from vidocq.share.tables.incidents import incident_rows
from vidocq.share.tables.parquet import write_parquet
from vidocq.share.tables.schema import Rows, Table, columns

_ROWS: dict[Table, Callable[[Chosen], Rows]] = {
    Table.CLAIMS: claim_rows,
    Table.SOURCES: source_rows,
    Table.INCIDENTS: incident_rows,
    Table.DECISIONS: decision_rows,
}


def table_as_csv(
    ledger: Ledger,
    file: IO[bytes],
    selection: Selection | None = None,
    *,
    table: Table = Table.CLAIMS,
) -> int:
    """Write a table as CSV; the number of rows.

    Raises:
        AskError: the selection names what the record does not know.
    """
    with choose(ledger, selection) as chosen:
        return write_csv(_ROWS[table](chosen), columns(table), file)


def table_as_parquet(
    ledger: Ledger,
    file: IO[bytes],
    selection: Selection | None = None,
    *,
    table: Table = Table.CLAIMS,
) -> int:
    """Write a table as Parquet; the number of rows.

    Raises:
        AskError: the selection names what the record does not know.
        MissingPackage: pyarrow is not installed.
    """
    with choose(ledger, selection) as chosen:
        return write_parquet(_ROWS[table](chosen), columns(table), file)
