"""JSON Lines: one record a line, each a document of its own. Read as a stream, line by line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from vidocq.acquire.dateline import parse_date, stated_date
from vidocq.acquire.decode import normalise_newlines
from vidocq.acquire.file_name import stem_of
from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.acquire.record import Form, Record
from vidocq.acquire.text import title_line
from vidocq.model import Document, ErrorKind, Unreadable

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")


class Fields(msgspec.Struct, frozen=True):
    """The fields of a line that are read; others are ignored. ``text`` must be there."""

    text: str
    id: str | int | None = None
    title: str | None = None
    date: str | None = None
    published: str | None = None
    url: str | None = None
    address: str | None = None
    publisher: str | None = None
    language: str | None = None


_decoder = msgspec.json.Decoder(Fields)


def read_json_lines(
    stream: BinaryIO, source: str, limits: Limits, *, name: str | None = None
) -> Iterator[Document | Unreadable]:
    """A document, or what is wrong, for each line that is not blank; ``source#3`` is the third line.

    ``stream`` stands at the start of a line 1. A record without an id is called ``name:line``.
    A file without any record gives one ``Unreadable`` (``EMPTY``).
    """
    for one in line_records(stream, source, limits, name=name):
        yield one if isinstance(one, Unreadable) else document_of_line(one)


def line_records(
    stream: BinaryIO, source: str, limits: Limits, *, name: str | None = None
) -> Iterator[Record | Unreadable]:
    """The lines as they are, for `document_of_line`; as `read_json_lines`."""
    stem = stem_of(name or source)
    number, empty = 0, True
    while line := stream.readline(limits.bytes + 1):
        number += 1
        place = f"{source}#{number}"
        if len(line) > limits.bytes:
            _skip_line(stream, line)
            yield Unreadable(
                id=f"{stem}:{number}",
                source=place,
                kind=ErrorKind.TOO_LARGE,
                message=f"{source}, line {number}: is longer than {megabytes(limits.bytes)}; "
                "split it or raise the limit",
            )
            empty = False
            continue
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        line = line.strip()
        if not line:
            continue
        empty = False
        yield Record(form=Form.LINE, id=f"{stem}:{number}", source=place, data=line)
    if empty:
        yield Unreadable(
            id=stem,
            source=source,
            kind=ErrorKind.EMPTY,
            message=f'{source}: holds no record; write one object {{"id": …, "text": …}} a line',
        )


def document_of_line(record: Record) -> Document | Unreadable:
    """The document that a line states, or what is wrong with it."""
    try:
        return _document(record.data, record.source, record.id)
    except Refused as refused:
        file, _, number = record.source.rpartition("#")
        return Unreadable(
            id=record.id,
            source=record.source,
            kind=refused.kind,
            message=f"{file}, line {number}: {refused.message}",
        )


def _document(line: bytes, place: str, fallback_id: str) -> Document:
    try:
        record = _decoder.decode(line)
    except msgspec.ValidationError as error:
        raise Refused(
            ErrorKind.MALFORMED,
            f'{error}; a record is an object {{"id": …, "text": …}}, its fields strings',
        ) from None
    except RecursionError:
        raise Refused(
            ErrorKind.TOO_DEEP, "is nested too deeply; leave out the fields that are not read"
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _encoding_or_malformed(line, error) from None
    if "\0" in record.text:
        raise Refused(ErrorKind.BINARY, "its text holds a zero character; it is not text")
    text = normalise_newlines(record.text)
    if not text.strip():
        raise Refused(ErrorKind.EMPTY, "its text is empty")
    language = _LANGUAGE.fullmatch((record.language or "").strip())
    stated = record.published or record.date
    return Document(
        id=str(record.id) if record.id not in (None, "") else fallback_id,
        text=text,
        source=place,
        sha256=hashlib.sha256(line).hexdigest(),
        title=(record.title or "").strip() or title_line(text),
        publisher=(record.publisher or "").strip() or None,
        published=parse_date(stated) if stated else stated_date(text),
        language=language[1].lower() if language else None,
        address=record.address or record.url,
        media_type="application/x-ndjson",
    )


def _encoding_or_malformed(line: bytes, error: Exception) -> Refused:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as broken:
        return Refused(
            ErrorKind.ENCODING,
            f"is not UTF-8 at byte {broken.start} of the line; convert the file to UTF-8",
        )
    return Refused(ErrorKind.MALFORMED, f"is not JSON ({error}); correct or remove the line")


def _skip_line(stream: BinaryIO, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = stream.readline(1 << 20)
