"""Which files are collections of documents, and the records in them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from vidocq.acquire import archive, parquet, warc
from vidocq.acquire.file_name import stem_of
from vidocq.acquire.jsonl import line_records
from vidocq.acquire.limits import Limits
from vidocq.acquire.record import Form, Record
from vidocq.acquire.sniff import JSON_LINES_SUFFIXES, looks_like_json_lines
from vidocq.acquire.stream import decompressed, peek
from vidocq.model import Unreadable


def collection(
    stream: io.BufferedReader, source: str, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Record | Unreadable] | None:
    """The records of a collection, by its content first, its name second; None for a single document.

    JSON Lines, WARC, WET and tar may lie inside gzip or zstd. A single compressed document is one record.

    Raises:
        Refused: it is a collection that cannot be read here; the message says why.
    """
    seen = peek(stream, source)
    compressed = seen.inner is not seen.outer
    if seen.inner.startswith(warc.MAGIC):
        return warc.warc_records(stream, source, limits)
    if seen.outer.startswith(parquet.MAGIC):
        return parquet.parquet_records(stream, source, limits, columns)
    if seen.outer.startswith(archive.ZIP):
        return archive.zip_records(stream, source, limits)
    inside = decompressed(stream, seen.outer)
    if archive.is_tar(seen.inner):
        return archive.tar_records(inside, source, limits)
    named = PurePosixPath(seen.name).suffix.lower() in JSON_LINES_SUFFIXES
    if named or looks_like_json_lines(seen.inner):
        return line_records(inside, source, limits, name=seen.name)
    if compressed:
        data = inside.read(limits.bytes + 1)
        name = stem_of(seen.name)
        return iter((Record(form=Form.BYTES, id=name, source=source, data=data),))
    return None
