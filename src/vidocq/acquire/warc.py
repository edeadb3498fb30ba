"""WARC and WET archives (ISO 28500; Common Crawl's news crawls and texts): the pages in them, in order."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from vidocq.acquire.file_name import stem_of
from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.acquire.record import Form, Record
from vidocq.acquire.stream import missing
from vidocq.model import ErrorKind, Unreadable

MAGIC = b"WARC/"
_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def warc_records(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Record | Unreadable]:
    """A record for each page that a server gave (status 200; HTML, text or PDF) and each text drawn
    from one (WET); pictures, requests, redirects and notes on the crawl are passed over.

    ``stream`` is the archive as it lies there, compressed or not; ``source#2048`` is the record that
    begins at that byte, where a reader of WARC finds it again.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise missing("fastwarc", "is a WARC archive") from None
    stem = _stem(source)
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    archive = ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="transfer")
    found = False
    try:
        for record in archive:
            found = True
            yield from _of(record, stem, source, limits)
    except (OSError, ValueError, EOFError) as error:
        yield Unreadable(
            id=stem,
            source=source,
            kind=ErrorKind.MALFORMED,
            message=f"{source}: breaks off or is no whole WARC archive ({error}); what stands before "
            "was read; fetch it again",
        )
        return
    if not found:
        yield Unreadable(
            id=stem,
            source=source,
            kind=ErrorKind.EMPTY,
            message=f"{source}: holds no page (no response, resource or conversion record)",
        )


def _of(record: Any, stem: str, source: str, limits: Limits) -> Iterator[Record | Unreadable]:
    media_type, charset = _kind(record)
    if media_type not in _READ:
        return
    http = record.http_headers
    if http is not None and http.status_code not in (200, None):
        return
    place = f"{source}#{record.stream_pos}"
    id = f"{stem}:{record.stream_pos}"
    encoding = (http.get("Content-Encoding", "") if http is not None else "").strip().lower()
    chunked = http is not None and "chunked" in http.get("Transfer-Encoding", "").lower()
    try:
        data = record.reader.read(limits.bytes + 1)
        if len(data) < record.content_length and len(data) <= limits.bytes and not chunked:
            raise Refused(ErrorKind.MALFORMED, "breaks off; fetch the archive again")
        if encoding not in ("", "identity"):
            data = _decoded(data, encoding, limits)
        if len(data) > limits.bytes:
            raise Refused(
                ErrorKind.TOO_LARGE, f"is larger than {megabytes(limits.bytes)}; raise the limit"
            )
    except Refused as refused:
        message = f"{place}: {refused.message}"
        yield Unreadable(id=id, source=place, kind=refused.kind, message=message)
        return
    if data.strip():
        yield Record(
            form=Form.BYTES,
            id=id,
            source=place,
            data=data,
            media_type=media_type,
            charset=charset,
            address=record.headers.get("WARC-Target-URI"),
        )


def _decoded(data: bytes, encoding: str, limits: Limits) -> bytes:
    """The body inside the compression that the server used, up to a byte over the limit."""
    for window in {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}.get(encoding, ()):
        with contextlib.suppress(zlib.error):
            return zlib.decompressobj(window).decompress(data, limits.bytes + 1)
    raise Refused(ErrorKind.UNSUPPORTED, f"is compressed as {encoding[:40]!r}, which is not read")


def _kind(record: Any) -> tuple[str, str | None]:
    """Media type and character set: of what the server said, else of the record itself."""
    http = record.http_headers
    told = (http.get("Content-Type") if http is not None else None) or record.headers.get(
        "Content-Type", ""
    )
    media_type, _, parameters = told.partition(";")
    charset = None
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'") or None
    if str(record.record_type).rpartition(".")[2] == "conversion":
        return "text/plain", "utf-8"  # as ISO 28500 and Common Crawl have it, whatever is said
    return media_type.strip().lower(), charset


def _stem(source: str) -> str:
    name = stem_of(source)
    return name.removesuffix(".warc").removesuffix(".wet")
