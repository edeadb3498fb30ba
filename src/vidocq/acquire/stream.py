"""Files as streams: local or by an fsspec address, seen through gzip and zstd."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, cast

import msgspec

from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind

GZIP, ZSTD = b"\x1f\x8b", b"(\xb5/\xfd"
SUFFIXES = {".gz": GZIP, ".zst": ZSTD, ".zstd": ZSTD}
PEEKED = 65_536


class Peeked(msgspec.Struct, frozen=True):
    """The first bytes of a file as they lie there, the first bytes inside its compression, and the
    name without the suffix of the compression."""

    outer: bytes
    inner: bytes
    name: str


def peek(stream: io.BufferedReader, name: str) -> Peeked:
    """What a stream begins with; nothing is consumed.

    Raises:
        Refused: it is compressed with zstd, and the extra ``scale`` is not installed.
    """
    outer = stream.peek(PEEKED)[:PEEKED]
    if outer.startswith(GZIP):
        return Peeked(outer, _begin_gzip(outer), _uncompressed_name(name))
    if outer.startswith(ZSTD):
        reader = zstandard().ZstdDecompressor().stream_reader(io.BytesIO(outer))
        return Peeked(outer, _begin(reader), _uncompressed_name(name))
    return Peeked(outer, outer, name)


def decompressed(stream: io.BufferedReader, outer: bytes) -> BinaryIO:
    """The stream inside the compression, however many members or frames it has."""
    if outer.startswith(GZIP):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))
    if outer.startswith(ZSTD):
        reader = zstandard().ZstdDecompressor().stream_reader(stream, read_across_frames=True)
        return cast(BinaryIO, io.BufferedReader(reader, PEEKED))
    return cast(BinaryIO, stream)


def open_remote(address: str) -> io.BufferedReader:
    """A file by its fsspec address (``s3://…``, ``gs://…``, ``hdfs://…``), read piece by piece.

    Raises:
        Refused: fsspec, or the package for this kind of address, is not installed; nothing is there.
    """
    fsspec = _fsspec()
    with _told("opened"):
        opened: IO[bytes] = fsspec.open(address, "rb").open()
    return io.BufferedReader(_Remote(opened), 1 << 20)


class _Remote(io.RawIOBase):
    """A file of a store, whose faults are those of files: each package has its own kinds of them."""

    def __init__(self, opened: IO[bytes]) -> None:
        self._opened = opened

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._opened.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._opened.seek(offset, whence)

    def tell(self) -> int:
        return self._opened.tell()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._opened.read(len(buffer))
        except OSError:
            raise
        except Exception as error:
            raise OSError(f"the store broke off: {error}") from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._opened.close()
        super().close()


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Faults of a store told as those of an input."""
    try:
        yield
    except (ImportError, ValueError) as error:
        raise Refused(
            ErrorKind.UNSUPPORTED, f"is an address that fsspec cannot open here ({error})"
        ) from None
    except PermissionError as error:
        raise Refused(
            ErrorKind.PERMISSION, f"cannot be {what} ({error}); ask for the right"
        ) from None
    except OSError as error:
        raise Refused(ErrorKind.NOT_FOUND, f"cannot be {what} ({error}); check it") from None
    except (
        Exception
    ) as error:  # of the store's package: no connection, no credentials, no such host
        raise Refused(
            ErrorKind.NETWORK,
            f"cannot be {what} ({error}); is the store there, and your access to it?",
        ) from None


def remote_files(address: str) -> list[str]:
    """The files that an fsspec address names: one, those under a folder, or those of a pattern (``*``).

    A folder that a pattern names stands for the files in it, as it does where a shell fills the pattern in.

    Raises:
        Refused: as `open_remote`.
    """
    fsspec = _fsspec()
    with _told("listed"):
        system, path = fsspec.core.url_to_fs(address)
        paths = set(_matching(system, path) if "*" in path else system.find(path))
    if not paths:
        raise Refused(ErrorKind.NOT_FOUND, "names no file; check it")
    return [system.unstrip_protocol(one) for one in sorted(paths)]


def _matching(system: Any, pattern: str) -> Iterator[str]:
    for path, told in system.glob(pattern, detail=True).items():
        if told["type"] == "directory":
            yield from system.find(path)
        else:
            yield path


STORES = frozenset(
    (
        "s3",
        "s3a",
        "gs",
        "gcs",
        "az",
        "abfs",
        "abfss",
        "adl",
        "hdfs",
        "webhdfs",
        "oss",
        "memory",
        "file",
    )
)


def is_remote(address: str) -> bool:
    """Whether an input is the address of a store, or a chain of fsspec (``simplecache::https://…``).

    Plain http(s) addresses are not: they are fetched within bounds, and only from public hosts.
    """
    scheme, sign, _ = address.partition("://")
    return bool(sign) and ("::" in scheme or scheme.lower() in STORES)


def damages() -> tuple[type[Exception], ...]:
    """What is raised where a compressed file is damaged or breaks off."""
    package = sys.modules.get("zstandard")
    zstd = (package.ZstdError,) if package is not None else ()
    return (EOFError, gzip.BadGzipFile, zlib.error, *zstd)


def _begin_gzip(outer: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(outer, PEEKED)
    except zlib.error:
        return b""


def _begin(reader: Any) -> bytes:
    pieces = []
    try:
        while piece := reader.read(PEEKED):
            pieces.append(piece)
    except Exception:  # the peeked part ends in the middle of a frame
        pass
    return b"".join(pieces)[:PEEKED]


def _uncompressed_name(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    if suffix.lower() == ".tgz":
        return name[:-4] + ".tar"
    return name[: -len(suffix)] if suffix.lower() in SUFFIXES else name


def zstandard() -> Any:
    """The package zstandard.

    Raises:
        Refused: it is not installed.
    """
    try:
        import zstandard as package
    except ImportError:
        raise missing("zstandard", "is compressed with zstd") from None
    return package


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError:
        raise missing("fsspec", "is an address of a store") from None
    return fsspec


def missing(package: str, what: str) -> Refused:
    """The refusal of what needs a package of the extra ``scale``."""
    return Refused(
        ErrorKind.UNSUPPORTED, f"{what}, which needs {package}: pip install 'vidocq[scale]'"
    )
