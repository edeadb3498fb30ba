"""A person's word: retract, correct, restore; same, distinct, undo."""

from __future__ import annotations

import msgspec
import pytest

from tests.ledger import reports as r
from vidocq.ledger import ClaimFilter, DecisionKind, Ledger, LedgerError, LedgerFault
from vidocq.model import Span


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.record(r.ALL, extractor="vidocq 1")
    return ledger


def test_a_retracted_claim_is_gone_from_now_on(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    judgement = filled.retract(wrong.id, by="Ada", reason="the report means APT31")
    assert list(filled.claims(ClaimFilter(objects=("group:apt40",)))) == []
    before = ClaimFilter(objects=("group:apt40",), as_of=wrong.recorded_at)
    assert [one.id for one in filled.claims(before)] == [wrong.id]
    assert filled.claim(wrong.id).ended_at == judgement.recorded_at
    assert filled.judgements() == [judgement]
    assert filled.judgements(as_of=wrong.recorded_at) == []


def test_retracting_twice_is_retracting_once(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    first = filled.retract(wrong.id, by="Ada", reason="wrong")
    assert filled.retract(wrong.id, by="Ada", reason="wrong") == first
    assert len(filled.judgements()) == 1


def test_no_later_reading_brings_a_retracted_claim_back(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    filled.retract(wrong.id, by="Ada", reason="wrong")
    filled.record(r.ALL, extractor="vidocq 2")
    assert list(filled.claims(ClaimFilter(objects=("group:apt40",)))) == []


def test_a_restored_claim_stands_again(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    filled.retract(wrong.id, by="Ada", reason="wrong")
    filled.restore(wrong.id, by="Ben", reason="it does say so")
    [back] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    assert (back.id, back.claim) == (wrong.id, wrong.claim)
    with pytest.raises(LedgerError) as caught:
        filled.restore(wrong.id, by="Ben", reason="again")
    assert caught.value.kind is LedgerFault.UNKNOWN_ID


def test_a_correction_replaces_and_outlives_later_readings(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    right = msgspec.structs.replace(wrong.claim, object=r.APT31)
    judgement = filled.correct(wrong.id, right, by="Ada", reason="APT31 in the source")
    for extractor in ("vidocq 1", "vidocq 2"):
        filled.record(r.ALL, extractor=extractor)
        [stored] = filled.claims(ClaimFilter(documents=(r.OTHER.sha256,)))
        assert stored.claim == right
        assert (stored.id, stored.corrected_by) == (judgement.replacement, "Ada")


def test_restoring_a_corrected_claim_takes_the_correction_back(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    right = msgspec.structs.replace(wrong.claim, object=r.APT31)
    filled.correct(wrong.id, right, by="Ada", reason="APT31 in the source")
    filled.restore(wrong.id, by="Ada", reason="no, it is APT40 there")
    assert [one.claim for one in filled.claims(ClaimFilter(documents=(r.OTHER.sha256,)))] == [
        wrong.claim
    ]


def test_a_correction_must_quote_the_document(filled: Ledger) -> None:
    [wrong] = filled.claims(ClaimFilter(objects=("group:apt40",)))
    made_up = msgspec.structs.replace(wrong.claim, quote="I made this up.", span=Span(0, 15))
    with pytest.raises(LedgerError) as caught:
        filled.correct(wrong.id, made_up, by="Ada", reason="because")
    assert caught.value.kind is LedgerFault.UNGROUNDED
    assert filled.claim(wrong.id).ended_at is None
    assert filled.judgements() == []


def test_judging_an_unknown_claim_is_told(filled: Ledger) -> None:
    with pytest.raises(LedgerError) as caught:
        filled.retract("ab" * 12, by="Ada", reason="wrong")
    assert caught.value.kind is LedgerFault.UNKNOWN_ID


def test_the_last_word_on_two_names_holds_until_it_is_undone(ledger: Ledger) -> None:
    same = ledger.decide("same", "group:zirconium", "group:apt31", by="Ada")
    assert (same.a, same.b) == ("group:apt31", "group:zirconium")
    assert ledger.decide("same", "group:apt31", "group:zirconium", by="Ada") == same
    apart = ledger.decide("distinct", "group:apt31", "group:zirconium", by="Ben", reason="doubt")
    assert ledger.decisions() == [apart]
    assert ledger.decisions(as_of=same.recorded_at) == [same]

    undone = ledger.undo(apart.id, by="Ben")
    assert ledger.undo(apart.id, by="Ben") == undone
    assert ledger.decisions() == [same]
    assert [one.kind for one in ledger.decisions(history=True)] == [
        DecisionKind.SAME,
        DecisionKind.DISTINCT,
        DecisionKind.UNDO,
    ]


def test_what_was_undone_can_be_decided_again(ledger: Ledger) -> None:
    first = ledger.decide("same", "group:a", "group:b", by="Ada")
    ledger.undo(first.id, by="Ada")
    second = ledger.decide("same", "group:a", "group:b", by="Ada")
    assert second.id != first.id
    assert ledger.decisions() == [second]


def test_only_a_decision_can_be_undone(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        ledger.undo("ab" * 12, by="Ada")
    with pytest.raises(LedgerError):
        ledger.decide("same", "group:a", "group:a", by="Ada")
