"""Our annotated examples, and a ledger of them that all tests of a process share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from vidocq.ledger import open_ledger
from vidocq.model import Claim, Document, Reading

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


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


def record_annotated(address: Path | str) -> str:
    """Make a ledger with the annotated examples; its address."""
    with open_ledger(str(address)) as ledger:
        ledger.record(annotated(), extractor="annotated 1")
    return str(address)


@pytest.fixture(scope="session")
def annotated_record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a SQLite ledger with the annotated examples; not to be written."""
    return record_annotated(tmp_path_factory.mktemp("annotated") / "examples.sqlite")
