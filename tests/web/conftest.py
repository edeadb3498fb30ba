"""Explorers to ask: over the annotated examples, over a record that a test may write, over a hostile one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.annotated import record_annotated
from tests.web.hostile import hostile
from vidocq.ledger import open_ledger
from vidocq.web import Settings, build_application

HERE = "http://127.0.0.1"


def explorer(address: Path | str, **settings: object) -> TestClient:
    """A client of an explorer over a ledger; it follows no redirects."""
    application = build_application(Settings(ledger=str(address), **settings))  # type: ignore[arg-type]
    return TestClient(application, base_url=HERE, follow_redirects=False)


@pytest.fixture(scope="session")
def record(annotated_record: str) -> str:
    """A SQLite ledger with the annotated examples; not to be written."""
    return annotated_record


@pytest.fixture(scope="session")
def examples(record: str) -> Iterator[TestClient]:
    """An explorer over the annotated examples."""
    with explorer(record) as client:
        yield client


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    """An explorer over the examples that this test may write to."""
    address = record_annotated(tmp_path / "own.sqlite")
    with explorer(address, person="Ada") as client:
        yield client


@pytest.fixture(scope="session")
def hostile_record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A SQLite ledger in which every field attacks the page; not to be written."""
    address = str(tmp_path_factory.mktemp("web") / "hostile.sqlite")
    with open_ledger(address) as ledger:
        ledger.record(hostile(), extractor="<script>alert('extractor')</script>")
    return address
