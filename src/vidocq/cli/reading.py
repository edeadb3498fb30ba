"""Readings of many inputs, one after another: a fault in one document stops no other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from vidocq.model import Document, Reading, Unreadable

Read = Callable[[Document], Reading | Unreadable]
Record = Callable[[list[Reading]], object]

BATCH = 100
"""Readings recorded at once: a transaction costs more than the statements of a report."""


def read_each(
    inputs: Iterable[Document | Unreadable], read: Read
) -> Generator[Reading | Unreadable]:
    """What ``read`` makes of each document, in order; its faults become unreadable inputs."""
    for item in inputs:
        if isinstance(item, Unreadable):
            yield item
            continue
        try:
            yield read(item)
        except Exception as fault:
            from vidocq.corpus.work import fault_in

            yield fault_in(item, fault)


def record_each(
    results: Iterable[Reading | Unreadable], record: Record
) -> Generator[Reading | Unreadable]:
    """Pass the results on and record the readings among them in batches.

    When whoever takes them stops early (a closed pipe, Ctrl-C), what was handed on is recorded all
    the same, so that the record holds what was printed.
    """
    batch: list[Reading] = []
    try:
        for result in results:
            if isinstance(result, Reading):
                batch.append(result)
            yield result
            if len(batch) == BATCH:
                full, batch = batch, []
                record(full)
    finally:
        if batch:
            record(batch)
