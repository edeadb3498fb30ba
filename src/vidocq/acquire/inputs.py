"""Any mixture of paths, folders, standard input and addresses, as a stream of documents."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from vidocq.acquire.address import id_of_address, is_address, without_password
from vidocq.acquire.collection import collection
from vidocq.acquire.dateline import iso_date
from vidocq.acquire.extent import Meter
from vidocq.acquire.file_name import stem_of
from vidocq.acquire.folder import files_of
from vidocq.acquire.guarded import Item, guarded
from vidocq.acquire.items import items_of
from vidocq.acquire.jsonl import line_records
from vidocq.acquire.limits import Limits, Refused
from vidocq.acquire.record import Form, Record
from vidocq.acquire.regular import open_regular
from vidocq.acquire.sniff import SINGLE_SUFFIXES, Kind, sniff
from vidocq.acquire.stream import is_remote, open_remote, remote_files
from vidocq.model import Unreadable

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


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
            yield from guarded("stdin", "-", _standard_input(stdin, limits))
        elif is_remote(given):
            shown = without_password(given)
            yield from guarded(id_of_address(shown), shown, _remote(given, limits, named))
        elif is_address(given):
            shown = without_password(given)
            yield Record(form=Form.ADDRESS, id=id_of_address(shown), source=given)
        elif _is_folder(given):
            for entry in files_of(Path(given)):
                if isinstance(entry, Unreadable):
                    yield entry
                else:
                    yield from _of_path(str(entry), limits, named, meter, collected=True)
        else:
            yield from _of_path(given, limits, named, meter, collected=False)


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
    if suffix in SINGLE_SUFFIXES:
        yield whole
    else:
        yield from guarded(whole.id, path, _local(whole, limits, columns, meter))
    if meter is not None:
        with contextlib.suppress(OSError, ValueError):
            meter.taken = before + Path(path).stat().st_size


def _local(
    whole: Record, limits: Limits, columns: Mapping[str, str], meter: Meter | None
) -> Iterator[Record | Unreadable]:
    with open_regular(whole.source) as stream:
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
        yield from guarded(stem_of(shown), shown, _remote_file(one, shown, limits, columns))


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
