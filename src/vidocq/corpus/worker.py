"""The process at the other end of `pool`: takes batches of records, gives what came of them."""

from __future__ import annotations

import contextlib
import resource
import signal
import sys
from collections.abc import Sequence
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from vidocq.acquire.record import Record
from vidocq.corpus.work import Done, Work, do
from vidocq.model import Unreadable

LARGEST = 380_000_000
"""Bytes of memory of its own after which a worker ends of its own accord, and another takes its place."""
LEAST_BATCHES = 16
"""So many batches a worker does before it ends for its memory, or more than it saves is spent on starting."""


class Batch(msgspec.Struct, frozen=True):
    """Records, and refusals between them (by place), that go to a worker together."""

    records: tuple[tuple[int, Record], ...]
    refusals: tuple[tuple[int, Unreadable], ...]

    @classmethod
    def of(cls, given: Sequence[Record | Unreadable]) -> Batch:
        """The batch of some records."""
        return cls(
            tuple((i, one) for i, one in enumerate(given) if isinstance(one, Record)),
            tuple((i, one) for i, one in enumerate(given) if isinstance(one, Unreadable)),
        )

    def given(self) -> list[Record | Unreadable]:
        """The records in their order."""
        both: list[tuple[int, Record | Unreadable]] = [*self.records, *self.refusals]
        return [one for _, one in sorted(both, key=lambda row: row[0])]


_MEMORY = Path("/proc/self/smaps_rollup")

encode = msgspec.msgpack.encode
decode_batch = msgspec.msgpack.Decoder(Batch).decode
decode_done = msgspec.msgpack.Decoder(Done).decode


def serve(connection: Connection, work: Work, at: Any) -> None:
    """Answer batches until the other end closes. ``at`` is shared memory: the record in hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle

    def begin(number: int) -> None:
        at.value = number

    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        for number in count(1):
            batch = decode_batch(connection.recv_bytes())
            done = do(batch.given(), work, begin)
            at.value = -1
            connection.send_bytes(encode(done))
            held = memory()
            if held > 2 * LARGEST or (held > LARGEST and number >= LEAST_BATCHES):
                return


def memory() -> int:
    """The memory that is this process's own, in bytes: of what forks share, only what it changed. Where
    the system does not tell, the most that it has held."""
    with contextlib.suppress(OSError):
        rows = (line.split() for line in _MEMORY.read_text().splitlines()[1:])
        return 1024 * sum(int(row[1]) for row in rows if row[0].startswith("Private_"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
