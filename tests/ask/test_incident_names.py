"""An incident is found by the short name of its id: after whom it hit, with the year or without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.databases import NewLedger
from tests.ledger import reports as r
from vidocq import ask
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import EntityType, Predicate, Reading, Reference

STEEL = r.entity("company:halden-steel", "Halden Steel")
AKIRA = r.entity("group:akira", "Akira")


def _report(name: str, year: int, laid: int) -> Reading:
    """A report of the year's attack on Halden Steel, which lays it on Akira so often."""
    words = "Akira hacked Halden Steel. " * (laid + 1)
    attack = Reference(EntityType.INCIDENT, "hacked", f"incident:halden-steel-{year}")
    report = r.document(words, id=name, published=f"{year}-05-01")
    claims = [r.claim(report, words, Predicate.TARGETS, attack, STEEL, ())]
    if laid:
        claims.append(r.claim(report, words, Predicate.ATTRIBUTED_TO, attack, AKIRA, ()))
    return Reading(document=report, claims=tuple(claims))


@pytest.fixture
def record(new_ledger: NewLedger) -> Iterator[Ledger]:
    with open_ledger(new_ledger()) as ledger:
        ledger.record([_report("a", 2021, 0), _report("b", 2024, 1)], extractor="vidocq 1")
        yield ledger


@pytest.mark.parametrize("name", ["halden-steel-2021", "Halden Steel 2021"])
def test_by_its_name_and_year(record: Ledger, name: str) -> None:
    assert ask.incident(record, name).id == "incident:halden-steel-2021"


@pytest.mark.parametrize("name", ["halden-steel", "Halden Steel", "HALDEN STEEL"])
def test_by_its_name_alone_the_one_most_told_of_and_the_others_beside_it(
    record: Ledger, name: str
) -> None:
    told = ask.incident(record, name)
    assert told.id == "incident:halden-steel-2024"
    assert {one.id for one in told.readings} >= {
        "incident:halden-steel-2021",
        "incident:halden-steel-2024",
    }


@pytest.mark.parametrize("name", ["halden", "steel-2024", "halden-steel-20245", ""])
def test_a_part_of_the_name_is_no_name(record: Ledger, name: str) -> None:
    with pytest.raises(ask.AskError):
        ask.incident(record, name)
