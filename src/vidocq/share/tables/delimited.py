"""Tables as CSV (RFC 4180): UTF-8, comma, CRLF, a header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO, Any

from vidocq.share.tables.schema import Column, Row

SEPARATOR = " | "
"""Between the parts of a list in one cell."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Row], columns: tuple[Column, ...], file: IO[bytes]) -> int:
    """Write the rows, one after the other; the number of rows."""
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    try:
        writer = csv.writer(text, lineterminator="\r\n")
        names = [column.name for column in columns]
        writer.writerow(names)
        number = 0
        for row in rows:
            writer.writerow([_cell(row.get(name)) for name in names])
            number += 1
        text.flush()
    finally:
        text.detach()
    return number


def _cell(value: Any) -> Any:
    """A cell that a spreadsheet may open: words that it would take for a formula are marked with '."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"  # R takes no other spelling for a truth value
    if isinstance(value, list):
        value = SEPARATOR.join(str(part) for part in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value
