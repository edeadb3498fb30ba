"""Tables as Parquet, through pyarrow: typed columns, lists as lists, a row group after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

from vidocq.share.errors import MissingPackage
from vidocq.share.tables.schema import Column, ColumnType, Row

ROW_GROUP = 10_000
"""Rows that are held and written at a time."""


def write_parquet(rows: Iterable[Row], columns: tuple[Column, ...], file: IO[bytes]) -> int:
    """Write the rows, a group at a time; the number of rows.

    Raises:
        MissingPackage: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingPackage("pyarrow", "Parquet") from None
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.NUMBER: pa.int64(),
        ColumnType.YES_NO: pa.bool_(),
        ColumnType.TEXTS: pa.list_(pa.string()),
    }
    schema = pa.schema(
        [pa.field(one.name, types[one.type], metadata={"meaning": one.meaning}) for one in columns]
    )
    number = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(rows):
            arrays = [
                pa.array([_value(row.get(field.name)) for row in group], type=field.type)
                for field in schema
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            number += len(group)
    return number


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while group := list(islice(remaining, ROW_GROUP)):
        yield group


def _value(value: Any) -> Any:
    """Half a surrogate pair cannot be written in UTF-8."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
