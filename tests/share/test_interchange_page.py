"""docs/interchange.md shows one claim as the program writes it, and keeps its tables in step with the data."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pymisp", reason="pymisp is not installed")

from tests.share.interchange import page_blocks
from vidocq.share.formats import FORMATS
from vidocq.share.stix.foreign_mapping import foreign
from vidocq.share.stix.mapping import mapping


@pytest.fixture(scope="module")
def page() -> str:
    return (Path(__file__).parents[2] / "docs" / "interchange.md").read_text(encoding="utf-8")


def test_the_blocks_are_what_the_program_writes(page: str) -> None:
    stale = [title for title, text in page_blocks().items() if text not in page]
    assert stale == [], "make them with: python -m tests.share.interchange"


def test_every_format_predicate_and_relationship_is_told(page: str) -> None:
    told = [
        *FORMATS,
        *(str(one) for one in mapping().places),
        *foreign().relationships,
    ]
    assert [one for one in told if f"`{one}`" not in page] == []
