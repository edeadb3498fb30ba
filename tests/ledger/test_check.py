"""The ledger's check of itself: nothing wrong in a whole one, each kind of damage told."""

from __future__ import annotations

import pytest

from tests.ledger import reports as r
from vidocq.ledger import Ledger
from vidocq.ledger.backend import writing
from vidocq.model import Reading


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """All reports, and two of them read again by another extractor, with and without claims."""
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    without = Reading(document=r.OTHER)
    ledger.record([without, r.DENIAL_READ], extractor="vidocq 2")
    return ledger


def test_a_whole_ledger_has_no_faults(filled: Ledger) -> None:
    assert filled.check() == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE text SET title = 'another' WHERE title = 'Allies accuse China'", "digest differs"),
        ("UPDATE statement SET quote_end = 100000 WHERE quote_start = 0", "outside its text"),
        ("UPDATE edge SET claims = claims + 1 WHERE predicate = 5", "edge: 1 counts"),
        ("DELETE FROM voice", "voice: "),
        ("UPDATE statement SET said_by = NULL WHERE said_by IS NOT NULL", "its claimants"),
        ("UPDATE statement SET said_by = said_by || ' 1' WHERE key = 1", "its claimants"),
        ("UPDATE claimant SET entity = 1 WHERE position = 0", "its claimants"),
    ],
)
def test_damage_is_told(filled: Ledger, damage: str, told: str) -> None:
    with writing(filled.backend) as connection:
        assert connection.exec_driver_sql(damage).rowcount, "the damage was not done"
    faults = filled.check()
    assert faults
    assert any(told in line for line in faults), faults


def test_wrong_counts_are_put_right_by_counting_anew(filled: Ledger) -> None:
    with writing(filled.backend) as connection:
        connection.exec_driver_sql("DELETE FROM edge")
    assert filled.check()
    filled.rebuild()
    assert filled.check() == []
