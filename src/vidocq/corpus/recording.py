"""What workers read, recorded in larger portions and noted in the journal, on its way to the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

from vidocq.corpus.journal import Journal
from vidocq.corpus.work import Done
from vidocq.model import Reading

PORTION, CHARACTERS = 1000, 4_000_000
"""Readings, and code points of their texts, that are recorded at once."""


class Record(Protocol):
    """As `Ledger.record`, of one extractor."""

    def __call__(self, readings: list[Reading], *, packed: Mapping[bytes, bytes]) -> object: ...


@dataclass
class _Portion:
    """Parts that are recorded together."""

    parts: list[Done] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    packed: dict[bytes, bytes] = field(default_factory=dict)
    size: int = 0

    def add(self, part: Done) -> None:
        self.parts.append(part)
        self.readings += (one for _, one in part.readings)
        self.packed |= part.packed
        self.size += sum(len(one.document.text) for _, one in part.readings)

    @property
    def full(self) -> bool:
        return len(self.readings) >= PORTION or self.size >= CHARACTERS


def recorded(
    parts: Iterable[Done], record: Record | None, journal: Journal | None
) -> Iterator[Done]:
    """Each part once its readings are recorded. A part is noted as done in the journal after whoever
    takes it comes back for the next: killed at any moment, a part may be given twice, and is never lost.

    A portion is recorded by a thread, while the next one is read.
    """
    if record is None:
        for part in parts:
            yield from _given([part], journal)
        return
    with ThreadPoolExecutor(1, "vidocq-record") as recorder:
        going: tuple[_Portion, Future[object]] | None = None
        portion = _Portion()
        for part in parts:
            portion.add(part)
            if going is not None and (portion.full or going[1].done()):
                going[1].result()
                yield from _given(going[0].parts, journal)
                going = None
            if portion.full:
                task = recorder.submit(record, portion.readings, packed=portion.packed)
                going, portion = (portion, task), _Portion()
        if going is not None:
            going[1].result()
            yield from _given(going[0].parts, journal)
        if portion.readings:
            record(portion.readings, packed=portion.packed)
        yield from _given(portion.parts, journal)


def _given(parts: list[Done], journal: Journal | None) -> Iterator[Done]:
    yield from parts
    if journal is not None and parts:
        journal.advance(sum(part.records for part in parts))
