"""A site, a file of feeds made on the spot, and the watcher over a record of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("feedparser", reason="feedparser is not installed")

from tests.watch.sites import Site, serving
from vidocq.ledger import Ledger, open_ledger
from vidocq.watch.alerts import Alert
from vidocq.watch.delivery import Courier, Undelivered
from vidocq.watch.loading import load
from vidocq.watch.polling import Report, Watcher
from vidocq.watch.state import State, state_path
from vidocq.watch.visiting import Visitor


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


class Clock:
    """The time, some seconds ahead, so that a test need not wait until a page may be tried again."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


class Desk:
    """A run of the watcher: ``poll`` polls all sources once and delivers; ``alerts`` are those that were shown."""

    def __init__(self, folder: Path, ledger: Ledger, state: State, toml: str, **environment: str):
        file = folder / "feeds.toml"
        file.write_text(toml, encoding="utf-8")
        self.ledger, self.state = ledger, state
        self.alerts: list[Alert] = []
        self.undelivered: list[Undelivered] = []
        self.stop = threading.Event()
        self.clock = Clock()
        feeds = load(file, environment)
        visitor = Visitor(allow_private_addresses=True)
        self.watcher = Watcher(feeds, ledger, state, visitor, environment, self.stop.is_set)
        self.courier = Courier(state, feeds.rules, self.alerts.append, environment, True)

    def poll(self) -> list[Report]:
        self.courier.turn()
        reports = [self.watcher.poll(one) for one in self.watcher.feeds.sources]
        self.undelivered = self.courier.deliver()
        return reports

    def told(self) -> list[tuple[str, str]]:
        """The rule and the quote of each alert that was shown."""
        return [(one.rule, one.claim.quote) for one in self.alerts]


NewDesk = Callable[..., Desk]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.sqlite")) as ledger:
        yield ledger


@pytest.fixture
def new_desk(tmp_path: Path, ledger: Ledger) -> Iterator[NewDesk]:
    """Makes a run over one record; each ends the one before, as a program that is started again does."""
    with ExitStack() as stack:

        def start(toml: str, **environment: str) -> Desk:
            stack.pop_all().close()
            ahead = Clock()
            state = stack.enter_context(State(state_path(ledger.address), clock=ahead))
            desk = Desk(tmp_path, ledger, state, toml, **environment)
            desk.clock = ahead
            return desk

        yield start
