"""The one place where questions are put to the ledger: in threads, few at once, within a time, kept while they hold."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import Any, TypeVar

import anyio
import msgspec

from vidocq import ask
from vidocq.ask import AskError
from vidocq.ledger import Ledger, LedgerError, open_ledger
from vidocq.resolve.groups import actors
from vidocq.resolve.names import label, near, understand
from vidocq.web.asked import AccusationsAsked, ConflictsAsked, HoldingsAsked
from vidocq.web.settings import Settings
from vidocq.web.views import BY_NAME, VIEWS, View

Answer = TypeVar("Answer")
_MOST_KEPT = 256
_NOT_KEPT = ("document",)
"""A document comes with its text: large, and quickly fetched again."""


def first_questions() -> tuple[tuple[View, msgspec.Struct], ...]:
    """What the first page asks beside the record's holdings: its conflicts and accusations."""
    return (
        (BY_NAME["home"], HoldingsAsked()),
        (BY_NAME["conflicts"], ConflictsAsked(limit=4)),
        (BY_NAME["accusations"], AccusationsAsked()),
    )


def load_names() -> None:
    """Load all names and rules that views and reading look up, in one thread, before there are several.

    They are loaded when first used, and msgspec checks them: two threads in which it meets the same type for
    the first time at once can end the process (seen with msgspec 0.22, Python 3.11).
    """
    among = actors()
    understand("nobody", among)
    near("nobody")
    label("incident:nobody", among)
    label("state:FR", among)
    for view in VIEWS:
        with suppress(msgspec.ValidationError):
            msgspec.convert({}, view.asked)


class Desk:
    """Asks the ledger for the pages. Open one a process; `close` lets go of the ledger."""

    def __init__(self, settings: Settings) -> None:
        load_names()
        self.settings = settings
        self.ledger: Ledger = open_ledger(settings.ledger)
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = Lock()
        self._places: anyio.CapacityLimiter | None = None

    def close(self) -> None:
        """Let go of the ledger."""
        self.ledger.close()

    def warm(self) -> None:
        """Ask what the first page asks, so that the first visitor does not wait for it."""
        with suppress(AskError, LedgerError):
            for view, asked in first_questions():
                self._answer(view, asked)

    async def answer(self, view: View, asked: msgspec.Struct) -> Any:
        """The answer of a view.

        Raises:
            AskError, LedgerError, ValueError: as the view's function does.
            TimeoutError: it took longer than is allowed.
        """
        return await self.run(partial(self._answer, view, asked))

    def _answer(self, view: View, asked: msgspec.Struct) -> Any:
        key = (view.name, asked, ask.version(self.ledger))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        told = view.ask(self.ledger, asked)
        if view.name in _NOT_KEPT:
            return told
        with self._lock:
            self._kept[key] = told
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return told

    async def run(self, work: Callable[[], Answer], *, seconds: float | None = None) -> Answer:
        """Do some work with the ledger in a thread; waits for a place first.

        Raises:
            TimeoutError: it took longer than ``seconds`` (by default the settings'), waiting included.
                The thread ends its work unheard.
        """
        if self._places is None:
            self._places = anyio.CapacityLimiter(self.settings.limits.workers)
        with anyio.fail_after(seconds or self.settings.limits.seconds):
            return await anyio.to_thread.run_sync(
                work, abandon_on_cancel=True, limiter=self._places
            )
