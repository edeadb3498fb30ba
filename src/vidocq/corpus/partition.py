"""Inputs cut into partitions that workers of a cluster read in place, each by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from vidocq.acquire.folder import files_of
from vidocq.acquire.stream import is_remote, remote_files
from vidocq.corpus.work import Work
from vidocq.model import Unreadable

MOST_FILES, MOST_BYTES = 500, 64_000_000
"""Small files are read together, so many of them and so many bytes at the most."""


class Partition(msgspec.Struct, frozen=True):
    """Some inputs that are read by one worker, in their order; ``columns`` as for `records_of`."""

    inputs: tuple[str, ...]
    columns: tuple[tuple[str, str], ...] = ()

    def key(self, work: Work, extractor: str) -> str:
        """A name made of what is read and how: the same work has the same name, however often it is done."""
        told = msgspec.json.encode([self, work, extractor])
        return hashlib.sha256(told).hexdigest()[:24]


def partitions(
    inputs: Iterable[str], columns: tuple[tuple[str, str], ...] = ()
) -> Iterator[Partition]:
    """The inputs in partitions: each large file (a WARC archive, a Parquet table) by itself, small files
    together. A file is the smallest part: keep a corpus in files of some hundred megabytes.

    Raises:
        Refused: an address of a store names nothing, or cannot be listed here.
    """
    held: list[str] = []
    size = 0
    for path, length in _files(inputs):
        if held and (size + length > MOST_BYTES or len(held) == MOST_FILES):
            yield Partition(tuple(held), columns)
            held, size = [], 0
        held.append(path)
        size += length
    if held:
        yield Partition(tuple(held), columns)


def _files(inputs: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Every file with its size; of a store each file counts as large."""
    for given in inputs:
        if is_remote(given):
            yield from ((one, MOST_BYTES) for one in remote_files(given))
        elif Path(given).is_dir():
            for entry in files_of(Path(given)):
                if isinstance(entry, Unreadable):
                    yield entry.source, 0  # the worker says again why
                else:
                    yield str(entry), _size(entry)
        else:
            yield given, _size(Path(given))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
