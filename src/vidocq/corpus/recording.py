"""What workers read, recorded in larger portions and noted in the journal, on its way to the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vidocq.corpus.journal import Journal
from vidocq.corpus.work import Done, Result
from vidocq.model import Reading

Record = Callable[[list[Reading]], object]

PORTION, CHARACTERS = 1000, 4_000_000
"""Readings, and code points of their texts, that are recorded at once."""


def recorded(
    parts: Iterable[Done], record: Record | None, journal: Journal | None
) -> Iterator[Done]:
    """Each part once its readings are recorded. A part is noted as done in the journal after whoever
    takes it comes back for the next: killed at any moment, a part may be given twice, and is never lost.
    """
    held: list[Done] = []
    readings: list[Reading] = []
    size = 0
    for part in parts:
        held.append(part)
        for _, one in part.readings:
            readings.append(one)
            size += len(one.document.text)
        if record is None or len(readings) >= PORTION or size >= CHARACTERS:
            yield from _given(held, readings, record, journal)
            held, readings, size = [], [], 0
    yield from _given(held, readings, record, journal)


def _given(
    held: list[Done], readings: list[Reading], record: Record | None, journal: Journal | None
) -> Iterator[Done]:
    if record is not None and readings:
        record(readings)
    yield from held
    if journal is not None and held:
        journal.advance(sum(part.records for part in held))


def results(parts: Iterable[Done]) -> Iterator[Result]:
    """All results of all parts, in order."""
    for part in parts:
        yield from part.results
