"""Any mixture of paths, folders, standard input and addresses, as a stream of documents."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeVar, cast
from urllib.parse import unquote, urlsplit

import msgspec

from vidocq.acquire.address import fetch, is_address, without_password
from vidocq.acquire.collection import collection
from vidocq.acquire.dateline import iso_date
from vidocq.acquire.extent import Meter
from vidocq.acquire.extracted import Extracted
from vidocq.acquire.file_name import facts_of_name, stem_of
from vidocq.acquire.folder import files_of
from vidocq.acquire.jsonl import document_of_line, line_records, read_json_lines
from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.acquire.record import Form, Record
from vidocq.acquire.sniff import (
    HEAD,
    HTML_SUFFIXES,
    JSON_LINES_SUFFIXES,
    TEXT_SUFFIXES,
    Kind,
    sniff,
)
from vidocq.acquire.stream import damages, is_remote, open_remote, remote_files
from vidocq.acquire.text import read_text
from vidocq.model import Document, ErrorKind, Unreadable

_MEDIA_TYPES = {Kind.TEXT: "text/plain", Kind.HTML: "text/html", Kind.PDF: "application/pdf"}
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Item = Document | Unreadable
Given = TypeVar("Given", Document, Record, Item, Record | Unreadable)


def read_inputs(
    inputs: Sequence[str],
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    allow_private_addresses: bool = False,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Item]:
    """The documents of the inputs, in their order, one at a time; what cannot be read says why.

    Each input is a path, a folder (its files in order of name, hidden ones skipped), ``-`` (standard
    input: text, or HTML, PDF or JSON Lines by its content), an http(s) address, or the address of a
    store that fsspec knows. JSON Lines, WARC and WET, Parquet, tar and zip are collections, also
    inside gzip and zstd; see `records_of`. ``published`` (ISO 8601: a day, month or year) is put on
    every document in place of what the document says. Nothing is read before it is asked for, so
    memory does not grow with a folder or a collection.

    Raises:
        ValueError: ``published`` is no such date. Nothing else: a bad input is an ``Unreadable``.
    """
    if published is not None and not _is_date(published):
        raise ValueError(f"{published!r} is not a date such as 2021-07-19, 2021-07 or 2021")
    records = records_of(inputs, limits=limits, stdin=stdin, columns=columns)
    return (
        item
        for record in records
        for item in items_of(
            record,
            limits=limits,
            allow_private_addresses=allow_private_addresses,
            published=published,
        )
    )


def records_of(
    inputs: Sequence[str],
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    meter: Meter | None = None,
) -> Iterator[Record | Unreadable]:
    """The inputs split into records, in order, and nothing in them looked at: `items_of` does that.

    ``meter`` is told how many bytes of files were taken.

    ``columns`` names the column of a Parquet table for a field of a document ("text", "title", …).
    """
    named = columns or {}
    for given in inputs:
        if given == "-":
            yield from _guarded("stdin", "-", _standard_input(stdin, limits))
        elif is_remote(given):
            shown = without_password(given)
            yield from _guarded(_id_of_address(shown), shown, _remote(given, limits, named))
        elif is_address(given):
            shown = without_password(given)
            yield Record(form=Form.ADDRESS, id=_id_of_address(shown), source=given)
        elif _is_folder(given):
            for entry in files_of(Path(given)):
                if isinstance(entry, Unreadable):
                    yield entry
                else:
                    yield from _of_path(str(entry), limits, named, meter, collected=True)
        else:
            yield from _of_path(given, limits, named, meter, collected=False)


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
        items = _guarded(record.id, record.source, _of_bytes(record, limits))
    elif record.form is Form.ADDRESS:
        shown = without_password(record.source)
        found = _web(record.source, limits, allow_private_addresses)
        items = _guarded(record.id, shown, found)
    else:
        found = _file(record.source, limits, collected=record.collected)
        items = _guarded(record.id, record.source, found)
    yield from _dated(items, published)


def read_bytes(
    data: bytes,
    source: str,
    *,
    id: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    media_type: str | None = None,
    charset: str | None = None,
    address: str | None = None,
) -> Item:
    """One document from bytes in memory: text, HTML or PDF, told apart by content, then by the name
    in ``source``; JSON Lines are a collection, for `read_inputs`.

    ``media_type``, ``charset`` and ``address`` are what a server said of them.
    """
    id = id or stem_of(source)
    try:
        if len(data) > limits.bytes:
            raise _too_large(limits)
        return _document(data, source, id, limits, media_type, charset, address)
    except Refused as refused:
        return _unreadable(id, source, refused)


def _of_path(
    path: str,
    limits: Limits,
    columns: Mapping[str, str],
    meter: Meter | None,
    *,
    collected: bool,
) -> Iterator[Record | Unreadable]:
    """A collection's records; a single file as it is, not opened where its name says what it is."""
    whole = Record(form=Form.FILE, id=stem_of(path), source=path, collected=collected)
    suffix = PurePosixPath(path).suffix.lower()
    before = meter.taken if meter is not None else 0
    if suffix in _SINGLE:
        yield whole
    else:
        yield from _guarded(whole.id, path, _local(whole, limits, columns, meter))
    if meter is not None:
        with contextlib.suppress(OSError, ValueError):
            meter.taken = before + Path(path).stat().st_size


_SINGLE = (TEXT_SUFFIXES | HTML_SUFFIXES | {".pdf"}) - {""}


def _local(
    whole: Record, limits: Limits, columns: Mapping[str, str], meter: Meter | None
) -> Iterator[Record | Unreadable]:
    with _open_regular(whole.source) as stream:
        found = collection(stream, whole.source, limits, columns)
        if found is not None:
            before = meter.taken if meter is not None else 0
            for one in found:
                if meter is not None:
                    meter.taken = before + stream.raw.tell()
                yield one
            return
    yield whole


def _remote(
    address: str, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Record | Unreadable]:
    for one in remote_files(address):
        shown = without_password(one)
        yield from _guarded(stem_of(shown), shown, _remote_file(one, shown, limits, columns))


def _remote_file(
    address: str, shown: str, limits: Limits, columns: Mapping[str, str]
) -> Iterator[Record | Unreadable]:
    with open_remote(address) as stream:
        found = collection(stream, shown, limits, columns)
        if found is not None:
            yield from found
            return
        data = stream.read(limits.bytes + 1)
    yield Record(form=Form.BYTES, id=stem_of(shown), source=shown, data=data, collected=True)


def _of_bytes(record: Record, limits: Limits) -> Iterator[Item]:
    name = record.source.rpartition("#")[2] if record.collected else ""
    suffix = PurePosixPath(name).suffix.lower()
    if record.collected and suffix not in _SINGLE | {""} and sniff(record.data, name) is Kind.TEXT:
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


def _guarded(id: str, source: str, items: Iterator[Given]) -> Iterator[Given | Unreadable]:
    """The items or records, and an ``Unreadable`` in place of whatever ends them before their time."""
    try:
        yield from items
    except Refused as refused:
        yield _unreadable(id, source, refused)
    except FileNotFoundError:
        yield _unreadable(id, source, Refused(ErrorKind.NOT_FOUND, "is not there; check the path"))
    except PermissionError:
        yield _unreadable(
            id, source, Refused(ErrorKind.PERMISSION, "may not be read; change its rights")
        )
    except damages() as error:
        yield _unreadable(
            id,
            source,
            Refused(
                ErrorKind.MALFORMED,
                f"breaks off or is damaged ({error}); what stands before was read; fetch it again",
            ),
        )
    except (OSError, ValueError) as error:
        # ValueError: a zero character in a path.
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield _unreadable(
            id, source, Refused(ErrorKind.NOT_FOUND, f"cannot be opened ({why}); check the path")
        )


def _file(path: str, limits: Limits, *, collected: bool) -> Iterator[Item]:
    with _open_regular(path) as stream:
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


def _open_regular(path: str) -> io.BufferedReader:
    """Open a file for reading, but no device and no pipe, which may never end or never begin."""
    refused = Refused(
        ErrorKind.UNSUPPORTED,
        "is no regular file (a device, pipe or socket); pipe its text into: vidocq read -",
    )
    if not path:
        raise FileNotFoundError
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise refused
    # Looked at again once open, and opened without waiting: the path may have changed since.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise refused
        return io.BufferedReader(io.FileIO(handle, "rb"), HEAD)
    except BaseException:
        os.close(handle)
        raise


def _standard_input(stdin: BinaryIO | None, limits: Limits) -> Iterator[Record | Unreadable]:
    stream = stdin if stdin is not None else sys.stdin.buffer
    # By lines, not by blocks: records that another program writes are read as they come.
    head = b""
    while not head.strip() and len(head) <= limits.bytes:
        line = stream.readline(limits.bytes + 1)
        if not line:
            break
        head += line
    if head.strip() and _kind_or_none(head) is Kind.JSON_LINES:
        rest = cast(BinaryIO, _Preceded(head, stream))
        yield from line_records(rest, "-", limits, name="stdin")
        return
    data = head + stream.read(max(0, limits.bytes + 1 - len(head)))
    yield Record(form=Form.BYTES, id="stdin", source="-", data=data)


def _kind_or_none(head: bytes) -> Kind | None:
    try:
        return sniff(head)
    except Refused:
        return None


class _Preceded:
    """A stream with lines before it that were read already; only ``readline``."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream

    def readline(self, size: int = -1) -> bytes:
        return self._head.readline(size) or self._stream.readline(size)


def _web(given: str, limits: Limits, allow_private: bool) -> Iterator[Item]:
    fetched = fetch(given, limits, allow_private_addresses=allow_private)
    source = without_password(given)
    path = unquote(urlsplit(fetched.address).path)
    name = path if PurePosixPath(path).suffix.lower() in JSON_LINES_SUFFIXES else ""
    kind = sniff(fetched.data, name, fetched.media_type) if fetched.data else Kind.TEXT
    if kind is Kind.JSON_LINES:
        lines = cast(BinaryIO, io.BytesIO(fetched.data))
        yield from read_json_lines(lines, source, limits, name=_id_of_address(source))
        return
    yield read_bytes(
        fetched.data,
        source,
        id=_id_of_address(source),
        limits=limits,
        media_type=fetched.media_type or "text/plain",
        charset=fetched.charset,
        address=without_password(fetched.address),
    )


def _document(
    data: bytes,
    source: str,
    id: str,
    limits: Limits,
    media_type: str | None,
    charset: str | None,
    address: str | None,
) -> Document:
    if not data.strip():
        raise Refused(ErrorKind.EMPTY, "holds nothing; check that it was saved completely")
    kind = sniff(data, source if address is None else "", media_type)
    if kind is Kind.JSON_LINES:
        raise Refused(
            ErrorKind.UNSUPPORTED, "is a collection in JSON Lines; give it as a file or an address"
        )
    if kind is Kind.TEXT:
        found = read_text(data, charset)
    else:
        found = _taken_apart(kind, data, limits, charset, address)
    named = facts_of_name(id)
    return Document(
        id=id,
        text=found.text,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        title=found.title,
        publisher=named.publisher or found.publisher,
        # A page says when it was published; its file may be named for the day it was saved.
        published=found.published or named.published
        if kind is Kind.HTML
        else named.published or found.published,
        language=found.language or named.language,
        address=found.address or address,
        media_type=_MEDIA_TYPES[kind],
    )


def _taken_apart(
    kind: Kind, data: bytes, limits: Limits, charset: str | None, address: str | None
) -> Extracted:
    from vidocq.acquire.confine import take_apart
    from vidocq.acquire.confined import Task

    return take_apart(Task(kind=kind, data=data, limits=limits, charset=charset, address=address))


def _dated(items: Iterator[Item], published: str | None) -> Iterator[Item]:
    for item in items:
        if published is not None and isinstance(item, Document):
            yield msgspec.structs.replace(item, published=published)
        else:
            yield item


def _is_date(words: str) -> bool:
    match = _PARTIAL_DATE.fullmatch(words)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    return iso_date(year, month, day) is not None


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _id_of_address(address: str) -> str:
    """The last part of the path without its suffix, else the host: ``https://a.example/x.html`` is ``x``."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return PurePosixPath(unquote(parts.path)).stem or parts.hostname or address


def _too_large(limits: Limits) -> Refused:
    return Refused(
        ErrorKind.TOO_LARGE,
        f"is larger than {megabytes(limits.bytes)}; split it or raise the limit",
    )


def _unreadable(id: str, source: str, refused: Refused) -> Unreadable:
    return Unreadable(
        id=id, source=source, kind=refused.kind, message=f"{source}: {refused.message}"
    )
