"""Records to ask: our annotated examples, and the same read by the reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import Claim, Document, Reading

EXAMPLES = REPOSITORY / "examples"


def annotated(folder: Path = EXAMPLES) -> Iterator[Reading]:
    """The examples with the claims that we annotated."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (folder / f"{row['doc']}.txt").read_text(encoding="utf-8")
        language, published, publisher, _ = row["doc"].split("_", 3)
        yield Reading(
            document=Document.from_text(
                text,
                id=row["doc"],
                source=f"{row['doc']}.txt",
                title=text.split("\n", 1)[0],
                language=language,
                published=published,
                publisher=publisher,
            ),
            claims=tuple(
                Claim.from_json(
                    claim
                    | {
                        "start": text.index(claim["quote"]),
                        "end": text.index(claim["quote"]) + len(claim["quote"]),
                    }
                )
                for claim in row["claims"]
            ),
        )


@pytest.fixture(scope="session")
def examples_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A SQLite ledger with the annotated examples; not to be written."""
    address = str(tmp_path_factory.mktemp("ask") / "examples.sqlite")
    with open_ledger(address) as ledger:
        ledger.record(annotated(), extractor="annotated 1")
    return address


@pytest.fixture
def examples(examples_address: str) -> Iterator[Ledger]:
    """The annotated examples."""
    with open_ledger(examples_address, read_only=True) as ledger:
        yield ledger


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with the annotated examples of this test alone, which may be written."""
    with open_ledger(str(tmp_path / "own.sqlite")) as ledger:
        ledger.record(annotated(), extractor="annotated 1")
        yield ledger


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in which nothing was recorded."""
    with open_ledger(str(tmp_path / "empty.sqlite")) as ledger:
        yield ledger
