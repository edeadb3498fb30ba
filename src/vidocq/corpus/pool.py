"""Records read by several processes: order kept, queues bounded, what crashes or hangs set aside.

A worker that dies or holds one record too long is replaced. The record it had in hand becomes an
`Unreadable`; the others of its batch are read again by another worker. Nothing of this changes the
order or the number of results.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from vidocq.acquire.record import Form, Record
from vidocq.corpus.work import Done, Work, joined
from vidocq.corpus.worker import Batch, decode_done, encode, serve
from vidocq.model import ErrorKind, Unreadable

SECONDS = 120.0
"""So long may one record take."""
SECONDS_TO_START = 120.0
MOST_RECORDS, MOST_BYTES, MOST_FILES = 64, 500_000, 16
"""What goes to a worker at once, at the most."""
AHEAD = 4
"""So many batches a worker may be on their way or wait for an earlier one."""

Given = Record | Unreadable


def read_records(
    records: Iterable[Given],
    work: Work,
    *,
    jobs: int,
    seconds: float = SECONDS,
    most_records: int = MOST_RECORDS,
) -> Generator[Done]:
    """What came of the records, batch after batch in their order, read by ``jobs`` processes.

    At most ``AHEAD * jobs`` batches are held at a time, so that memory does not grow with the corpus.
    Closing the iterator ends the processes.
    """
    pool = _Pool(batches(records, most_records), work, jobs, seconds)
    try:
        yield from pool.run()
    finally:
        pool.end()


def begin_loading() -> Any:
    """Begin to load what workers need, beside this process; gives the way in which they are started.

    Where there is fork, it is loaded once: each worker is then a fork that shares its memory.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["vidocq.corpus.warm"])
    forkserver.ensure_running()
    return context


def batches(records: Iterable[Given], most_records: int = MOST_RECORDS) -> Iterator[list[Given]]:
    """The records in batches of about equal work."""
    batch: list[Given] = []
    size = files = 0
    for record in records:
        batch.append(record)
        if isinstance(record, Record):
            size += len(record.data)
            files += record.form in (Form.FILE, Form.ADDRESS)
        if len(batch) >= most_records or size >= MOST_BYTES or files >= MOST_FILES:
            yield batch
            batch, size, files = [], 0, 0
    if batch:
        yield batch


@dataclass
class _Piece:
    """A stretch of a batch, and what came of it."""

    given: list[Given]
    done: Done | None = None


@dataclass
class _Worker:
    process: Any
    connection: Connection
    at: Any
    piece: _Piece | None = None
    number: int = 0
    seen: int = -1
    since: float = field(default_factory=time.monotonic)


class _Pool:
    def __init__(
        self, source: Iterator[list[Given]], work: Work, jobs: int, seconds: float
    ) -> None:
        self.source, self.work, self.jobs, self.seconds = source, work, jobs, seconds
        self.context = begin_loading()
        self.workers: list[_Worker] = []
        self.waiting: deque[tuple[int, _Piece]] = deque()
        self.pieces: dict[int, list[_Piece]] = {}
        self.taken = self.given_out = 0
        self.exhausted = False

    def run(self) -> Iterator[Done]:
        while True:
            self._take()
            self._hand_out()
            while self.given_out in self.pieces and all(
                piece.done for piece in self.pieces[self.given_out]
            ):
                pieces = self.pieces.pop(self.given_out)
                self.given_out += 1
                yield joined([piece.done for piece in pieces if piece.done])
            if self.exhausted and not self.pieces:
                return
            if not self.waiting or all(worker.piece for worker in self.workers):
                self._listen()

    def end(self) -> None:
        for worker in self.workers:
            worker.connection.close()
        for worker in self.workers:
            worker.process.join(1.0 if worker.piece is None else 0.05)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self.workers.clear()

    def _take(self) -> None:
        """Take batches from the source as far ahead as is allowed."""
        while not self.exhausted and self.taken - self.given_out < AHEAD * self.jobs:
            batch = next(self.source, None)
            if batch is None:
                self.exhausted = True
                return
            piece = _Piece(batch)
            self.pieces[self.taken] = [piece]
            self.waiting.append((self.taken, piece))
            self.taken += 1

    def _hand_out(self) -> None:
        while self.waiting:
            idle = next((worker for worker in self.workers if worker.piece is None), None)
            if idle is None:
                if len(self.workers) >= self.jobs:
                    return
                idle = self._start()
            number, piece = self.waiting.popleft()
            idle.number, idle.piece = number, piece
            idle.seen, idle.since = -1, time.monotonic()
            try:
                idle.connection.send_bytes(encode(Batch.of(piece.given)))
            except OSError:
                self._lost(idle, None)  # it ended between two batches

    def _start(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        at = self.context.RawValue("q", -1)
        process = self.context.Process(target=serve, args=(theirs, self.work, at), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours, at)
        self.workers.append(worker)
        return worker

    def _listen(self) -> None:
        """Wait until a worker answers, dies, or holds a record too long."""
        ready = wait([worker.connection for worker in self.workers], timeout=1.0)
        for worker in [one for one in self.workers if one.connection in ready]:
            try:
                answer = worker.connection.recv_bytes()
            except (EOFError, OSError):
                self._lost(worker, "ended the process that read it")
                continue
            if worker.piece is not None:
                worker.piece.done = decode_done(answer)
            worker.piece = None
        for worker in list(self.workers):
            if worker.piece is None:
                continue
            if worker.at.value != worker.seen:
                worker.seen, worker.since = worker.at.value, time.monotonic()
                continue
            # Before its first record a worker has to start, which takes long on a busy machine.
            allowed = self.seconds if worker.seen >= 0 else self.seconds + SECONDS_TO_START
            if time.monotonic() - worker.since > allowed:
                self._lost(worker, f"took longer than {self.seconds:g} s to read")

    def _lost(self, worker: _Worker, why: str | None) -> None:
        """Remove a worker; of its batch set aside the record in hand and have the others read again."""
        self.workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        piece, at = worker.piece, worker.at.value
        if piece is None:
            return
        if why is None or not 0 <= at < len(piece.given):
            self.waiting.appendleft((worker.number, piece))
            return
        before, culprit, after = piece.given[:at], piece.given[at], piece.given[at + 1 :]
        aside = Unreadable(
            id=culprit.id,
            source=culprit.source,
            kind=ErrorKind.TIMEOUT if "longer" in why else ErrorKind.INTERNAL,
            message=f"{culprit.source}: {why}; it was set aside, the others were read; "
            "save its text and read that",
        )
        parts = [
            *([_Piece(before)] if before else []),
            _Piece([culprit], Done(records=1, refusals=((0, aside),))),
            *([_Piece(after)] if after else []),
        ]
        row = self.pieces[worker.number]
        place = row.index(piece)
        row[place : place + 1] = parts
        for part in reversed(parts):
            if part.done is None:
                self.waiting.appendleft((worker.number, part))
