"""What was read of a partition, as two Parquet tables: documents with their texts, and claims."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from vidocq.corpus.work import Result
from vidocq.model import Claim, Document, ErrorKind, Reading, Unreadable

DOCUMENT = ("id", "text", "source", "sha256", "title", "publisher", "published", "language")
DOCUMENT_COLUMNS = (*DOCUMENT, "address", "media_type", "claims", "error_kind", "error_message")
CLAIM_COLUMNS = (
    *("document", "place", "predicate", "polarity", "subject", "object", "claimants"),
    *("confidence", "likelihood", "event_time", "said_on", "quote", "start", "end", "claim"),
)


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

    def write(self, key: str, results: Iterable[Result]) -> None:
        """Write what was read of a partition; written twice it is the same."""
        documents: list[dict[str, Any]] = []
        claims: list[dict[str, Any]] = []
        for result in results:
            documents.append(_document_row(result))
            if isinstance(result, Reading):
                claims += _claim_rows(len(documents) - 1, result)
        self._put(self._path("claims", key), claims, CLAIM_COLUMNS)
        self._put(self._path("documents", key), documents, DOCUMENT_COLUMNS)

    def read(self, key: str) -> Iterator[Result]:
        """What `write` wrote, in order."""
        from pyarrow import parquet

        claims: dict[int, list[Claim]] = {}
        with self._system.open(self._path("claims", key), "rb") as stream:
            for row in parquet.read_table(stream, columns=["place", "claim"]).to_pylist():
                claims.setdefault(row["place"], []).append(_claim(row["claim"]))
        with self._system.open(self._path("documents", key), "rb") as stream:
            number = 0
            for batch in parquet.ParquetFile(stream).iter_batches(batch_size=256):
                for row in batch.to_pylist():
                    yield _result(row, claims.get(number, ()))
                    number += 1

    def _path(self, table: str, key: str) -> str:
        return posixpath.join(self._root, table, f"part-{key}.parquet")

    def _put(self, path: str, rows: list[dict[str, Any]], columns: tuple[str, ...]) -> None:
        import pyarrow as arrow
        from pyarrow import parquet

        schema = arrow.schema([(name, _type(name)) for name in columns])
        table = arrow.Table.from_pylist(rows, schema=schema)
        beside = f"{path}.{os.getpid()}.new"
        self._system.makedirs(posixpath.dirname(path), exist_ok=True)
        with self._system.open(beside, "wb") as stream:
            parquet.write_table(table, stream, compression="zstd")
        self._system.mv(beside, path)


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
