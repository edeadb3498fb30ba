"""``vidocq watch``: from options to a run that polls, tells what it did, and ends in good order when asked to."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.show.console import message_console, say
from vidocq.cli.show.watched import in_short, undelivered_words, unread_words
from vidocq.cli.show.words import number_of
from vidocq.ledger import open_ledger
from vidocq.watch.alerts import Alert
from vidocq.watch.delivery import Courier
from vidocq.watch.durations import time_of
from vidocq.watch.polling import Report, Watcher
from vidocq.watch.settings import Feeds
from vidocq.watch.state import State, state_path
from vidocq.watch.timetable import Timetable
from vidocq.watch.visiting import Visitor

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True)
class _Run:
    """What a run is made of, and what it says on standard error."""

    watcher: Watcher
    courier: Courier
    messages: Console
    stop: threading.Event

    def deliver(self) -> None:
        for one in self.courier.deliver():
            say(self.messages, undelivered_words(one))

    def tell(self, report: Report, *, always: bool) -> None:
        for one in report.unread:
            say(self.messages, unread_words(one))
        if always or report.new or report.read or report.fault or report.unread:
            say(self.messages, in_short(report))

    def once(self) -> bool:
        """Poll every source; whether all could be read."""
        whole = True
        for source in self.watcher.feeds.sources:
            if self.stop.is_set():
                break
            report = self.watcher.poll(source)
            self.tell(report, always=True)
            whole &= report.whole
        return whole

    def for_ever(self, every: float) -> None:
        """Poll each source when it is due, until the run is to stop."""
        timetable = Timetable(self.watcher.feeds.sources, every)
        polled: set[str] = set()
        while not self.stop.is_set():
            source, wait = timetable.next()
            if wait > 0:
                self.stop.wait(wait)
                continue
            self.courier.turn()
            report = self.watcher.poll(source)
            self.deliver()
            self.tell(report, always=source.name not in polled)
            polled.add(source.name)
            again = timetable.polled(source, report)
            if report.fault and not self.stop.is_set():
                say(self.messages, f"{source.name}: is asked again in {time_of(again)}")


def watch(arguments: argparse.Namespace, feeds: Feeds, show: Callable[[Alert], None]) -> ExitStatus:
    """Poll until stopped, or once.

    Raises:
        StateError: the state cannot be kept, or another run uses it.
        LedgerError: the ledger cannot be opened or written.
    """
    messages = message_console()
    path = Path(arguments.state) if arguments.state else state_path(arguments.ledger)
    allow = arguments.allow_private_addresses
    with stopping() as stop, open_ledger(arguments.ledger) as ledger, State(path) as state:
        courier = Courier(state, feeds.rules, show, os.environ, allow)
        watcher = Watcher(
            feeds,
            ledger,
            state,
            Visitor(allow_private_addresses=allow, wait=stop.wait),
            os.environ,
            stop.is_set,
        )
        run = _Run(watcher, courier, messages, stop)
        watcher.told = run.deliver
        before = watcher.take_up()
        if before is not None:
            run.tell(before, always=True)
        run.deliver()
        if arguments.once:
            return ExitStatus.DONE if run.once() else ExitStatus.UNREADABLE_INPUT
        sources, rules = (
            number_of(len(feeds.sources), "source"),
            number_of(len(feeds.rules), "rule"),
        )
        say(messages, f"watching {sources} by {rules}; end it with Ctrl-C")
        run.for_ever(arguments.every)
        say(messages, "ended; run it again to go on from here")
    return ExitStatus.DONE


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set, once; the second time they end the program at once."""
    stop = threading.Event()
    before = {}

    def handle(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(
            number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        )

    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, handle)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
