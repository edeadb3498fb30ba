"""Whole processes: how long one takes from its command to its end, and how much memory one holds at the most."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from vidocq.bench.machine import peak_memory
from vidocq.bench.timing import Spread, spread
from vidocq.bench.ways import LEDGER, LOOK, READING, RULES, recorded
from vidocq.model import Document


def start(command: Sequence[str], runs: int, *, folder: Path | None = None) -> Spread:
    """Seconds on the clock that the command takes, over so many runs after one that warms the file cache.

    Raises:
        subprocess.CalledProcessError: it ends with another status than 0; ``stderr`` says why.
    """
    seconds: list[float] = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        seconds.append(time.perf_counter() - begin)
    return spread(seconds[1:])


def peak_of(way: str, documents: Sequence[Document]) -> int:
    """The most memory, in bytes, that a process of its own holds which does ``way`` with the documents, one after
    another as they come.

    Raises:
        subprocess.CalledProcessError: the process failed.
    """
    lines = b"\n".join(map(msgspec.json.encode, documents))
    command = [sys.executable, "-m", __name__, way]
    done = subprocess.run(command, input=lines, capture_output=True, check=True)
    return int(done.stdout)


def _look(documents: Iterator[Document]) -> None:
    from vidocq.claims.look import may_claim

    for document in documents:
        may_claim(document)


def _read(documents: Iterator[Document], *, rules_only: bool = False) -> None:
    from vidocq.claims import read

    for document in documents:
        read(document, rules_only=rules_only)


def _record(documents: Iterator[Document]) -> None:
    from vidocq.ledger import open_ledger

    with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/ledger.sqlite") as ledger:
        recorded(documents, ledger)


HELD_APART: dict[str, Callable[[Iterator[Document]], None]] = {
    LOOK: _look,
    READING: _read,
    RULES: lambda documents: _read(documents, rules_only=True),
    LEDGER: _record,
}
"""The ways whose memory is measured, and what the process does."""


if __name__ == "__main__":
    decode = msgspec.json.Decoder(Document).decode
    HELD_APART[sys.argv[1]](map(decode, sys.stdin.buffer))
    print(peak_memory())
