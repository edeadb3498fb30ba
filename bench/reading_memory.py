"""Reading a large corpus as a stream, in a process of its own: memory, speed, how many yield claims.

python bench/reading_memory.py FILE.jsonl.gz …       one JSON object on standard output
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from reading_texts import ROOT, shown
from vidocq.acquire import Limits, read_inputs
from vidocq.acquire.jsonl import read_json_lines
from vidocq.bench.machine import peak_memory
from vidocq.claims import read
from vidocq.model import Document

OFF_FIELD_WITHOUT = ("cyber", "hack", "malware", "ransom", "breach")
"""A document with none of these in it is not about attacks on computers: it should be quick and quiet."""

EARLY = 1000
"""Documents after which memory is noted a first time: from there on it should not grow."""

_ODD = "Zdravo, svete"
"""Too short for the first step of language identification: it has the model loaded."""


class Share(msgspec.Struct, kw_only=True):
    """A part of the corpus: ``seconds`` are those of `vidocq.claims.read` alone, ``bytes`` UTF-8."""

    documents: int = 0
    bytes: int = 0
    seconds: float = 0.0
    with_claims: int = 0

    def add(self, size: int, seconds: float, claims: int) -> None:
        """Count one more document."""
        self.documents += 1
        self.bytes += size
        self.seconds += seconds
        self.with_claims += bool(claims)


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """What reading a corpus took. ``seconds`` include unpacking and decoding the files.

    Memory is the peak of the process so far, in bytes: ``loaded`` when our examples have been read and
    all knowledge and models are in memory, ``early`` after the first ``EARLY`` documents (None where
    there are fewer), ``peak`` at the end.
    """

    files: list[str]
    loaded: int
    early: int | None
    peak: int
    seconds: float
    all: Share
    off_field: Share
    claims: int
    unreadable: int
    slowest_seconds: float
    slowest_bytes: int


def measure(files: Sequence[Path]) -> Corpus:
    """`survey` of the files in a process of its own, so that nobody else's memory is counted.

    Raises:
        SystemExit: the process fails.
    """
    command = [sys.executable, str(Path(__file__)), *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"reading the corpus failed:\n{done.stderr.decode(errors='replace')}")
    return msgspec.json.decode(done.stdout, type=Corpus)


def survey(files: Sequence[Path]) -> Corpus:
    """Read every document of the files, one after the other, keeping none.

    Our examples are read first, so that what is loaded once is not part of any document's time.
    """
    for item in read_inputs([str(ROOT / "examples")]):
        if isinstance(item, Document) and item.media_type == "text/plain":
            read(item)
    read(Document.from_text(_ODD))
    loaded = peak_memory()
    early: int | None = None
    everything, off_field = Share(), Share()
    claims = unreadable = slowest_bytes = 0
    slowest = 0.0
    begin = time.perf_counter()
    for document in _documents(files):
        if document is None:
            unreadable += 1
            continue
        before = time.perf_counter()
        found = len(read(document).claims)
        seconds = time.perf_counter() - before
        size = len(document.text.encode())
        everything.add(size, seconds, found)
        lower = document.text.lower()
        if not any(word in lower for word in OFF_FIELD_WITHOUT):
            off_field.add(size, seconds, found)
        claims += found
        if everything.documents == EARLY:
            early = peak_memory()
        if seconds > slowest:
            slowest, slowest_bytes = seconds, size
    return Corpus(
        files=[shown(file) for file in files],
        loaded=loaded,
        early=early,
        peak=peak_memory(),
        seconds=time.perf_counter() - begin,
        all=everything,
        off_field=off_field,
        claims=claims,
        unreadable=unreadable,
        slowest_seconds=slowest,
        slowest_bytes=slowest_bytes,
    )


def _documents(files: Sequence[Path]) -> Iterator[Document | None]:
    """The documents, None for one that cannot be read."""
    for file in files:
        open_bytes = gzip.open if file.suffix == ".gz" else open
        with open_bytes(file, "rb") as stream:
            for item in read_json_lines(cast(BinaryIO, stream), file.name, Limits()):
                yield item if isinstance(item, Document) else None


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(survey([Path(name) for name in sys.argv[1:]])))
