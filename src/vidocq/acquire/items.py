"""The documents of a record: a line, bytes, a file or a page, which may turn out to hold several."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast
from urllib.parse import unquote, urlsplit

import msgspec

from vidocq.acquire.address import fetch, id_of_address, without_password
from vidocq.acquire.document import read_bytes
from vidocq.acquire.guarded import Item, guarded
from vidocq.acquire.jsonl import document_of_line, read_json_lines
from vidocq.acquire.limits import Limits, Refused
from vidocq.acquire.record import Form, Record
from vidocq.acquire.regular import open_regular
from vidocq.acquire.sniff import (
    HEAD,
    HTML_SUFFIXES,
    JSON_LINES_SUFFIXES,
    SINGLE_SUFFIXES,
    TEXT_SUFFIXES,
    Kind,
    sniff,
)
from vidocq.model import Document, ErrorKind, Unreadable


def items_of(
    record: Record | Unreadable,
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    allow_private_addresses: bool = False,
    published: str | None = None,
) -> Iterator[Item]:
    """The document of a record, or why there is none; a file may turn out to hold several."""
    if isinstance(record, Unreadable):
        yield record
        return
    if record.form is Form.LINE:
        items: Iterator[Item] = iter((document_of_line(record),))
    elif record.form is Form.BYTES:
        items = guarded(record.id, record.source, _of_bytes(record, limits))
    elif record.form is Form.ADDRESS:
        shown = without_password(record.source)
        found = _web(record.source, limits, allow_private_addresses)
        items = guarded(record.id, shown, found)
    else:
        found = _file(record.source, limits, collected=record.collected)
        items = guarded(record.id, record.source, found)
    yield from _dated(items, published)


def _of_bytes(record: Record, limits: Limits) -> Iterator[Item]:
    name = record.source.rpartition("#")[2] if record.collected else ""
    suffix = PurePosixPath(name).suffix.lower()
    if (
        record.collected
        and suffix not in SINGLE_SUFFIXES | {""}
        and sniff(record.data, name) is Kind.TEXT
    ):
        raise Refused(
            ErrorKind.UNSUPPORTED, f"is of an unknown kind ({suffix}); unpack it to read it as text"
        )
    yield read_bytes(
        record.data,
        record.source,
        id=record.id,
        limits=limits,
        media_type=record.media_type,
        charset=record.charset,
        address=record.address,
    )


def _file(path: str, limits: Limits, *, collected: bool) -> Iterator[Item]:
    with open_regular(path) as stream:
        head = stream.peek(HEAD)[:HEAD]
        kind = sniff(head, path)
        if kind is Kind.JSON_LINES:
            yield from read_json_lines(cast(BinaryIO, stream), path, limits)
            return
        suffix = Path(path).suffix.lower()
        if collected and kind is Kind.TEXT and suffix not in TEXT_SUFFIXES | HTML_SUFFIXES:
            raise Refused(
                ErrorKind.UNSUPPORTED,
                f"is of an unknown kind ({suffix}); give the file by its own name to read it as text",
            )
        data = stream.read(limits.bytes + 1)
    yield read_bytes(data, path, limits=limits)


def _web(given: str, limits: Limits, allow_private: bool) -> Iterator[Item]:
    fetched = fetch(given, limits, allow_private_addresses=allow_private)
    source = without_password(given)
    path = unquote(urlsplit(fetched.address).path)
    name = path if PurePosixPath(path).suffix.lower() in JSON_LINES_SUFFIXES else ""
    kind = sniff(fetched.data, name, fetched.media_type) if fetched.data else Kind.TEXT
    if kind is Kind.JSON_LINES:
        lines = cast(BinaryIO, io.BytesIO(fetched.data))
        yield from read_json_lines(lines, source, limits, name=id_of_address(source))
        return
    yield read_bytes(
        fetched.data,
        source,
        id=id_of_address(source),
        limits=limits,
        media_type=fetched.media_type or "text/plain",
        charset=fetched.charset,
        address=without_password(fetched.address),
    )


def _dated(items: Iterator[Item], published: str | None) -> Iterator[Item]:
    for item in items:
        if published is not None and isinstance(item, Document):
            yield msgspec.structs.replace(item, published=published)
        else:
            yield item
