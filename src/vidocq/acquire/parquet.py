"""Parquet tables: a document a row, read a portion of the rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from vidocq.acquire.file_name import stem_of
from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.acquire.record import Form, Record
from vidocq.acquire.stream import missing
from vidocq.model import ErrorKind, Unreadable

MAGIC = b"PAR1"
FIELDS = ("text", "id", "title", "date", "published", "url", "address", "publisher", "language")
"""The fields of a document, and the columns they are read from unless others are named."""
_ROWS = 256


def parquet_records(
    stream: io.BufferedReader, source: str, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Record | Unreadable]:
    """A record for each row; ``columns`` names the column of a field (``{"text": "body"}``), others
    have the field's own name. ``source#17`` is the 17th row.

    Raises:
        Refused: pyarrow is missing, the file is broken, or it has no column for the text.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise missing("pyarrow", "is a Parquet table") from None
    try:
        table = parquet.ParquetFile(stream)
    except (arrow.ArrowInvalid, OSError) as error:
        raise Refused(ErrorKind.MALFORMED, f"is no whole Parquet table ({error})") from None
    there = set(table.schema_arrow.names)
    chosen = {field: columns.get(field, field) for field in FIELDS}
    for field, column in columns.items():
        if column not in there:
            raise Refused(
                ErrorKind.MALFORMED,
                f"has no column {column!r} for {field}; it has {', '.join(sorted(there))}",
            )
    if chosen["text"] not in there:
        raise Refused(
            ErrorKind.MALFORMED,
            f"has no column 'text'; name it with --columns text=NAME: {', '.join(sorted(there))}",
        )
    kept = {field: column for field, column in chosen.items() if column in there}
    stem, number = stem_of(source), 0
    for batch in table.iter_batches(batch_size=_ROWS, columns=sorted(set(kept.values()))):
        for row in batch.to_pylist():
            number += 1
            yield _row(row, kept, f"{source}#{number}", f"{stem}:{number}", limits)


def _row(
    row: Mapping[str, Any], kept: Mapping[str, str], place: str, id: str, limits: Limits
) -> Record | Unreadable:
    values = {field: row[column] for field, column in kept.items() if row[column] is not None}
    text = values.get("text")
    if isinstance(text, bytes):
        values["text"] = text.decode("utf-8", "replace")
    told = {
        field: value if field == "text" else value if isinstance(value, int) else str(value)
        for field, value in values.items()
    }
    if "id" not in told:
        told["id"] = id
    for field in set(told) - {"text", "id"}:
        told[field] = str(told[field])
    data = msgspec.json.encode(told)
    if len(data) > limits.bytes:
        return Unreadable(
            id=id,
            source=place,
            kind=ErrorKind.TOO_LARGE,
            message=f"{place}: is larger than {megabytes(limits.bytes)}; raise the limit",
        )
    return Record(form=Form.LINE, id=id, source=place, data=data)
