"""tar and zip archives of documents: their files one after the other, none written to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from vidocq.acquire.file_name import stem_of
from vidocq.acquire.jsonl import line_records
from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.acquire.record import Form, Record
from vidocq.acquire.sniff import JSON_LINES_SUFFIXES
from vidocq.model import ErrorKind, Unreadable

ZIP, TAR, TAR_AT = b"PK\x03\x04", b"ustar", 257
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")


def is_tar(head: bytes) -> bool:
    """Whether bytes begin a tar archive."""
    return head[TAR_AT : TAR_AT + len(TAR)] == TAR


def tar_records(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Record | Unreadable]:
    """A record for each file, in the order of the archive; links and devices are passed over.
    ``source#folder/name.txt`` is the file of that name."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None and not _hidden(member.name):
                    yield from _member(file, member.name, member.size, source, limits)
    except (tarfile.TarError, EOFError, OSError, zlib.error) as error:
        yield _broken(source, "tar", error)


def zip_records(
    stream: io.BufferedReader, source: str, limits: Limits
) -> Iterator[Record | Unreadable]:
    """A record for each file, in the order of the archive.

    Raises:
        Refused: it is an office document or a program, no archive of documents.
    """
    try:
        with zipfile.ZipFile(cast(IO[bytes], stream)) as archive:
            members = archive.infolist()
            if any(member.filename in _OFFICE for member in members):
                raise Refused(
                    ErrorKind.UNSUPPORTED,
                    "is an office document, an e-book or a program in a ZIP container, which is not "
                    "read; save it as text, HTML or PDF",
                )
            for member in members:
                if member.is_dir() or _hidden(member.filename):
                    continue
                if member.flag_bits & 1:
                    yield _told(
                        source,
                        member.filename,
                        ErrorKind.ENCRYPTED,
                        "is encrypted; unpack it first",
                    )
                    continue
                with archive.open(member) as file:
                    yield from _member(file, member.filename, member.file_size, source, limits)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error) as error:
        yield _broken(source, "zip", error)


def _member(
    file: IO[bytes], name: str, size: int, source: str, limits: Limits
) -> Iterator[Record | Unreadable]:
    place = f"{source}#{name}"
    if PurePosixPath(name).suffix.lower() in JSON_LINES_SUFFIXES:
        yield from line_records(cast(BinaryIO, file), place, limits, name=name)
        return
    # The size that an archive states is checked against what comes out.
    data = file.read(limits.bytes + 1) if size <= limits.bytes else b""
    if size > limits.bytes or len(data) > limits.bytes:
        yield _told(
            source,
            name,
            ErrorKind.TOO_LARGE,
            f"is larger than {megabytes(limits.bytes)}; split it or raise the limit",
        )
        return
    yield Record(form=Form.BYTES, id=stem_of(name), source=place, data=data, collected=True)


def _hidden(name: str) -> bool:
    return any(
        (part.startswith(".") and part.strip(".")) or part == "__MACOSX"
        for part in PurePosixPath(name).parts
    )


def _told(source: str, name: str, kind: ErrorKind, message: str) -> Unreadable:
    place = f"{source}#{name}"
    return Unreadable(id=stem_of(name), source=place, kind=kind, message=f"{place}: {message}")


def _broken(source: str, what: str, error: Exception) -> Unreadable:
    return Unreadable(
        id=stem_of(source),
        source=source,
        kind=ErrorKind.MALFORMED,
        message=f"{source}: breaks off or is no whole {what} archive ({error}); what stands before "
        "was read; fetch it again",
    )
