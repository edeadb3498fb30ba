"""Records to share: our annotated examples, and a small one with an accusation and its denial."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.annotated import record_annotated
from tests.ledger.reports import ALL
from vidocq.ledger import Ledger, open_ledger

NewLedger = Callable[[], Ledger]


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a ledger with the annotated examples and a person's decision; not to be written."""
    address = record_annotated(tmp_path_factory.mktemp("share") / "examples.sqlite")
    with open_ledger(address) as ledger:
        ledger.decide("distinct", "group:apt31", "group:apt40", by="an analyst", reason="two tasks")
    return address


@pytest.fixture
def examples(examples_file: str) -> Iterator[Ledger]:
    """The annotated examples."""
    with open_ledger(examples_file, read_only=True) as ledger:
        yield ledger


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Ledger]:
    """Four short reports: an accusation, its denial, another account, the weather."""
    with open_ledger(str(tmp_path / "small.sqlite")) as ledger:
        ledger.record(ALL, extractor="by hand")
        yield ledger


@pytest.fixture
def empty_ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in which nothing was recorded."""
    with open_ledger(str(tmp_path / "empty.sqlite")) as ledger:
        yield ledger
