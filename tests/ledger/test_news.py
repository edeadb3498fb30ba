"""What a recording added, by the number of the last statement before it."""

from __future__ import annotations

from tests.ledger.reports import (
    APT31,
    CHINA,
    EU,
    EXCHANGE,
    EXTRACTOR,
    OTHER_READ,
    STATEMENT_READ,
    UK,
    claim,
    document,
)  # fmt: skip
from vidocq.ledger import Ledger, query
from vidocq.model import Predicate, Reading

SAID = "Britain blames China."
_AGAIN = document(SAID, id="again")
AGAIN = Reading(
    document=_AGAIN,
    claims=(claim(_AGAIN, SAID, Predicate.ATTRIBUTED_TO, EXCHANGE, CHINA, (UK, EU)),),
)


def test_what_was_recorded_after_a_number_is_told_and_nothing_else(ledger: Ledger) -> None:
    with ledger.snapshot() as at:
        assert query.last_statement(at) == 0
    ledger.record([STATEMENT_READ], extractor=EXTRACTOR)
    with ledger.snapshot() as at:
        last = query.last_statement(at)
        assert query.recorded_after(at, last) == []
        assert len(query.recorded_after(at, 0)) == len(STATEMENT_READ.claims)
    ledger.record([OTHER_READ, STATEMENT_READ], extractor=EXTRACTOR)
    with ledger.snapshot() as at:
        assert [one.claim for one in query.recorded_after(at, last)] == list(OTHER_READ.claims)


def test_who_had_accused_whom_before(ledger: Ledger) -> None:
    ledger.record([STATEMENT_READ], extractor=EXTRACTOR)
    with ledger.snapshot() as at:
        last = query.last_statement(at)
        before = {one.accused: one for one in query.recorded_after(at, 0)}
        assert query.accusers_before(at, {"GB", "US", "FR"}, before["CN"], 0) == set()
        assert query.accusers_before(at, {"GB", "US", "FR"}, before["CN"], last) == {"GB", "US"}


def test_an_accusation_that_a_person_retracted_was_none(ledger: Ledger) -> None:
    ledger.record([STATEMENT_READ], extractor=EXTRACTOR)
    for one in list(ledger.claims()):
        if one.claim.predicate is Predicate.ATTRIBUTED_TO:
            ledger.retract(one.id, by="a person", reason="misread")
    with ledger.snapshot() as at:
        last = query.last_statement(at)
    ledger.record([AGAIN], extractor=EXTRACTOR)
    with ledger.snapshot() as at:
        [stored] = query.recorded_after(at, last)
        assert query.accusers_before(at, {"GB", "eu"}, stored, last) == set()


def test_an_accusation_that_a_later_reading_replaces_was_one(ledger: Ledger) -> None:
    ledger.record([AGAIN], extractor=EXTRACTOR)
    with ledger.snapshot() as at:
        last = query.last_statement(at)
    other = claim(_AGAIN, SAID, Predicate.ATTRIBUTED_TO, APT31, CHINA, (UK, EU))
    ledger.record([Reading(document=_AGAIN, claims=(other,))], extractor="vidocq 2")
    with ledger.snapshot() as at:
        [stored] = query.recorded_after(at, last)
        assert query.accusers_before(at, {"GB", "eu"}, stored, last) == {"GB", "eu"}
