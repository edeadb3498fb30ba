"""Records to ask: our annotated examples, and the same read by the reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.annotated import record_annotated
from vidocq.ledger import Ledger, open_ledger


@pytest.fixture
def examples(annotated_record: str) -> Iterator[Ledger]:
    """The annotated examples."""
    with open_ledger(annotated_record, read_only=True) as ledger:
        yield ledger


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with the annotated examples of this test alone, which may be written."""
    with open_ledger(record_annotated(tmp_path / "own.sqlite")) as ledger:
        yield ledger


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in which nothing was recorded."""
    with open_ledger(str(tmp_path / "empty.sqlite")) as ledger:
        yield ledger
