"""A worker answers batches, and ends when it has grown too large."""

from __future__ import annotations

import threading
from multiprocessing import Pipe
from types import SimpleNamespace

import pytest

from tests.corpus.test_pool import line
from vidocq.corpus import worker
from vidocq.corpus.work import Work
from vidocq.corpus.worker import Batch, decode_done, encode, memory, serve


def answered(monkeypatch: pytest.MonkeyPatch, held: int) -> int:
    """How many of fifty batches a worker answers that holds so many bytes after each."""
    monkeypatch.setattr(worker, "memory", lambda: held)
    monkeypatch.setattr("signal.signal", lambda *_: None)  # not allowed in a thread
    ours, theirs = Pipe()
    thread = threading.Thread(target=serve, args=(theirs, Work(), SimpleNamespace(value=-1)))
    thread.start()
    count = 0
    for number in range(50):
        ours.send_bytes(encode(Batch.of([line(number, "It rained.")])))
        while not ours.poll(0.01) and thread.is_alive():
            pass
        if not ours.poll():
            break
        count += decode_done(ours.recv_bytes()).records
    ours.close()
    thread.join()
    return count


def test_a_worker_that_has_grown_large_ends_after_some_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert answered(monkeypatch, worker.LARGEST - 1) == 50
    assert answered(monkeypatch, worker.LARGEST + 1) == worker.LEAST_BATCHES
    assert answered(monkeypatch, 2 * worker.LARGEST + 1) == 1


def test_memory_is_what_a_process_holds() -> None:
    before = memory()
    block = bytearray(b"x") * 50_000_000
    assert 40_000_000 < memory() - before < 100_000_000
    assert len(block) == 50_000_000
