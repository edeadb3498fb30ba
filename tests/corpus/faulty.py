"""Ways in which a document may break its worker, by its words."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

from vidocq.acquire.record import Record
from vidocq.corpus.work import Result, Work, results_of
from vidocq.model import Unreadable


def results(record: Record | Unreadable, work: Work) -> Iterator[Result | None]:
    """As the real one, but for documents that crash or hang."""
    data = record.data if isinstance(record, Record) else b""
    if b"CRASH" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"HANG" in data:
        time.sleep(3600)
    yield from results_of(record, work)
