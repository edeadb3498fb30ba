"""What the figures of the record ask of our examples: once as annotated, once as read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.annotated import EXAMPLES
from vidocq import ask
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import Document, Polarity, Predicate
from vidocq.resolve.conflicts import ConflictKind
from vidocq.resolve.parties import party_of

COALITION = {
    "state:US",
    "bloc:eu",
    "state:GB",
    "state:AU",
    "state:CA",
    "state:NZ",
    "state:JP",
    "bloc:nato",
}


@pytest.fixture(scope="session")
def read_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A SQLite ledger with the examples as the reader reads them."""
    from vidocq.acquire import read_inputs
    from vidocq.claims import read

    address = str(tmp_path_factory.mktemp("read") / "read.sqlite")
    with open_ledger(address) as ledger:
        documents = [one for one in read_inputs([str(EXAMPLES)]) if isinstance(one, Document)]
        ledger.record([read(one) for one in documents if one.text], extractor="vidocq test")
    return address


@pytest.fixture(params=["annotated", "read"])
def record(request: pytest.FixtureRequest, annotated_record: str) -> Iterator[Ledger]:
    """The examples, as annotated and as read."""
    address = annotated_record
    if request.param == "read":
        address = request.getfixturevalue("read_address")
    with open_ledger(address, read_only=True) as ledger:
        yield ledger


def test_the_wrong_group_name_is_found_and_told(record: Ledger) -> None:
    [one] = [c for c in ask.conflicts(record) if c.kind is ConflictKind.GROUP_NAME]
    assert {one.about, one.other} == {"group:apt30", "group:apt31"}
    assert "APT30" in one.sentence
    assert "APT31" in one.sentence
    # The other report may say "the second", of two groups that it named before.
    assert any("APT30" in quote for quote in (one.first.quote, one.second.quote))
    assert Path(one.first.title or "").name != one.second.title


def test_the_coalition_stands_in_the_incident(record: Ledger) -> None:
    [china] = [b for b in ask.incident(record, "exchange").blamed if b.id == "state:CN"]
    assert {one.id for one in china.accusers} >= COALITION


def test_the_denial_stands_in_the_incident(record: Ledger) -> None:
    [china] = [b for b in ask.incident(record, "exchange").blamed if b.id == "state:CN"]
    assert "state:CN" in {party_of(one.id) for one in china.deniers}
    assert china.denials


def test_the_absent_sanctions_stand_in_the_incident(record: Ledger) -> None:
    absent = [
        one
        for one in ask.incident(record, "exchange").responses
        if one.predicate is Predicate.SANCTIONS and one.polarity is Polarity.DENIED
    ]
    assert [one.target for one in absent] == ["state:CN"]
    assert absent[0].documents >= 2
