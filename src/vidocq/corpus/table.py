"""What was read of a partition, as two Parquet tables: documents with their texts, and claims."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from vidocq.corpus.work import Done, Result
from vidocq.model import Claim, Document, ErrorKind, Reading, Unreadable

DOCUMENT = ("id", "text", "source", "sha256", "title", "publisher", "published", "language")
DOCUMENT_COLUMNS = (*DOCUMENT, "address", "media_type", "claims", "error_kind", "error_message")
CLAIM_COLUMNS = (
    *("document", "place", "predicate", "polarity", "subject", "object", "claimants"),
    *("confidence", "likelihood", "event_time", "said_on", "quote", "start", "end", "claim"),
)
WRITTEN_ROWS, WRITTEN_CHARACTERS = 10_000, 16_000_000
"""Rows, and code points of their texts, that make a group: what is held while a table is written."""
READ_ROWS = 64


class Folder:
    """A folder on a disk that all see, or of a store, into which partitions write their tables.

    ``documents/part-KEY.parquet`` is written last: where it is there, the partition is done. A table is
    put in its place as a whole, so that one that is seen is complete.
    """

    def __init__(self, address: str) -> None:
        import fsspec

        self.address = address
        self._system, self._root = fsspec.core.url_to_fs(address)

    def has(self, key: str) -> bool:
        """Whether a partition is done."""
        return bool(self._system.exists(self._path("documents", key)))

    def write(self, key: str, parts: Iterable[Done]) -> int:
        """Write what was read of a partition, as it comes; how many documents were passed over.
        Written twice it is the same."""
        passed = place = 0
        # Left in turn: the claims are in their place before the documents are.
        with (
            self._table("documents", key, DOCUMENT_COLUMNS) as documents,
            self._table("claims", key, CLAIM_COLUMNS) as claims,
        ):
            for part in parts:
                passed += part.passed
                for result in part.results:
                    documents.add(_document_row(result))
                    if isinstance(result, Reading):
                        claims.add(*_claim_rows(place, result))
                    place += 1
        return passed

    def read(self, key: str) -> Iterator[Result]:
        """What `write` wrote, in order, some rows at a time."""
        claims = groupby(self._rows("claims", key, ["place", "claim"]), itemgetter("place"))
        place, told = next(claims, (None, iter(())))
        for number, row in enumerate(self._rows("documents", key)):
            if number == place:
                yield _result(row, [_claim(one["claim"]) for one in told])
                place, told = next(claims, (None, iter(())))
            else:
                yield _result(row, ())

    def _rows(
        self, table: str, key: str, columns: list[str] | None = None
    ) -> Iterator[dict[str, Any]]:
        from pyarrow import parquet

        with self._system.open(self._path(table, key), "rb") as stream:
            file = parquet.ParquetFile(stream)
            for batch in file.iter_batches(batch_size=READ_ROWS, columns=columns):
                yield from batch.to_pylist()

    def _path(self, table: str, key: str) -> str:
        return posixpath.join(self._root, table, f"part-{key}.parquet")

    @contextmanager
    def _table(self, table: str, key: str, columns: tuple[str, ...]) -> Iterator[_Table]:
        """A table to add rows to, which is put in its place as a whole when it is complete."""
        path = self._path(table, key)
        beside = f"{path}.{os.getpid()}.new"
        self._system.makedirs(posixpath.dirname(path), exist_ok=True)
        with self._system.open(beside, "wb") as stream, _Table(stream, columns) as rows:
            yield rows
        self._system.mv(beside, path)


class _Table:
    """Rows on their way into a Parquet file, a group of them at a time."""

    def __init__(self, stream: Any, columns: tuple[str, ...]) -> None:
        import pyarrow as arrow
        from pyarrow import parquet

        self._schema = arrow.schema([(name, _type(name)) for name in columns])
        self._writer = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []
        self._size = 0

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *fault: object) -> None:
        if fault[0] is None:
            self._flush()
        self._writer.close()

    def add(self, *rows: dict[str, Any]) -> None:
        self._rows += rows
        self._size += sum(len(row.get("text") or "") for row in rows)
        if len(self._rows) >= WRITTEN_ROWS or self._size >= WRITTEN_CHARACTERS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as arrow

        if self._rows:
            self._writer.write_table(arrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows, self._size = [], 0


def _type(name: str) -> Any:
    import pyarrow as arrow

    if name in ("place", "start", "end", "claims"):
        return arrow.int64()
    return arrow.list_(arrow.string()) if name == "claimants" else arrow.string()


def _document_row(result: Result) -> dict[str, Any]:
    if isinstance(result, Unreadable):
        return {
            "id": result.id,
            "source": result.source,
            "error_kind": str(result.kind),
            "error_message": result.message,
        }
    row: dict[str, Any] = {name: getattr(result.document, name) for name in DOCUMENT}
    row["address"], row["media_type"] = result.document.address, result.document.media_type
    return row | {"claims": len(result.claims)}


def _claim_rows(place: int, reading: Reading) -> Iterator[dict[str, Any]]:
    for one in reading.claims:
        yield {
            "document": reading.document.sha256,
            "place": place,
            "predicate": str(one.predicate),
            "polarity": str(one.polarity),
            "subject": one.subject.id,
            "object": one.object.id if one.object else None,
            "claimants": [claimant.id for claimant in one.claimants],
            "confidence": str(one.confidence) if one.confidence else None,
            "likelihood": str(one.likelihood) if one.likelihood else None,
            "event_time": one.event_time,
            "said_on": one.said_on,
            "quote": one.quote,
            "start": one.span.start,
            "end": one.span.end,
            "claim": msgspec.json.encode(one).decode(),
        }


def _claim(row: str) -> Claim:
    return msgspec.json.decode(row, type=Claim)


def _result(row: Mapping[str, Any], claims: Iterable[Claim]) -> Result:
    if row["error_kind"]:
        return Unreadable(
            id=row["id"],
            source=row["source"],
            kind=ErrorKind(row["error_kind"]),
            message=row["error_message"],
        )
    fields = {name: row[name] for name in (*DOCUMENT, "address", "media_type")}
    return Reading(document=Document(**fields), claims=tuple(claims))
