"""When each source is polled next: after its time, or later and later while it fails."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from vidocq.watch.polling import Report
from vidocq.watch.settings import Source

LONGEST_WAIT = 6 * 3600.0
"""Seconds between two tries of a source that fails, however long it has failed."""


@dataclass
class Timetable:
    """The sources and when each is due; all are due at once at first. ``every`` is the time between two polls of
    a source that has none of its own."""

    sources: tuple[Source, ...]
    every: float
    _due: dict[str, float] = field(default_factory=dict)
    _failed: dict[str, int] = field(default_factory=dict)

    def next(self) -> tuple[Source, float]:
        """The source that is due first, and in how many seconds (0 where it is due now)."""
        first = min(self.sources, key=lambda one: self._due.get(one.name, 0.0))
        return first, max(0.0, self._due.get(first.name, 0.0) - time.time())

    def polled(self, source: Source, report: Report) -> float:
        """Note how a poll went; in how many seconds the next one is.

        A source that cannot be polled is tried after its time, then after twice that, and so on; one whose
        server asked for time, not before that is over.
        """
        every = source.every or self.every
        failed = self._failed.get(source.name, -1) + 1 if report.fault else -1
        self._failed[source.name] = failed
        wait = min(every * 2.0 ** max(0, failed), max(every, LONGEST_WAIT))
        due = time.time() + wait
        if report.again_at is not None:
            due = max(due if failed > 0 else 0.0, report.again_at)
        self._due[source.name] = due
        return due - time.time()
