"""What persons said of claims: told in plain STIX, and the same again after an import."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.share.stix.bundles import extension, faults, objects, of_type, pair, written
from tests.share.stix.test_round_trip import claims_of, documents_of, readings
from vidocq.ledger import Ledger, StoredClaim
from vidocq.model import Polarity, Predicate, Reading
from vidocq.share import Selection
from vidocq.share.errors import Unfit
from vidocq.share.importing import import_bytes
from vidocq.share.stix.extension import EXTENSION

pytest.importorskip("stix2", reason="stix2 is not installed")

Object = dict[str, Any]


def judged(told: list[Object]) -> list[Object]:
    """The notes that tell judgements."""
    return [one for one in of_type(told, "note") if extension(one)["kind"] == "judgement"]


def note_of(told: list[Object], claim: str) -> Object:
    """The note that tells a claim."""
    [found] = [
        one
        for one in of_type(told, "note")
        if extension(one).get("claim") == claim and extension(one)["kind"] == "claim"
    ]
    return found


def history(ledger: Ledger) -> list[tuple[Any, ...]]:
    """All judgements but their moments."""
    return [
        (one.id, one.kind, one.claim, one.by, one.reason, one.replacement)
        for one in ledger.judgements()
    ]


def correctors(ledger: Ledger) -> dict[str, str | None]:
    """By whom each claim in force was put in the place of another."""
    return {one.id: one.corrected_by for one in ledger.claims()}


def accusation(ledger: Ledger) -> StoredClaim:
    """A claim that lays something on somebody."""
    return next(
        one
        for one in ledger.claims()
        if one.claim.predicate is Predicate.ATTRIBUTED_TO
        and one.claim.polarity is Polarity.AFFIRMED
    )


def test_a_retraction_is_a_note_by_the_person_and_the_claim_revoked(small: Ledger) -> None:
    claim = accusation(small)
    before = note_of(objects(small), claim.id)
    made = small.retract(claim.id, by="an analyst", reason="misread")
    told = objects(small)
    off = note_of(told, claim.id)
    assert (off["id"], off["created"], off["revoked"]) == (before["id"], before["created"], True)
    assert off["modified"] > before["modified"]
    [word] = judged(told)
    assert word["authors"] == ["an analyst"]
    assert word["content"] == "misread"
    assert word["abstract"] == f"an analyst takes off the record: {off['abstract']}"
    assert word["object_refs"] == [off["id"]]
    assert extension(word)["judgement"] == made.id
    there = {one["id"] for one in told}
    assert set(off["object_refs"]) <= there
    assert faults(written(small)) == []


def test_the_opinion_of_a_retracted_denial_is_revoked(small: Ledger) -> None:
    denial = next(one for one in small.claims() if one.claim.polarity is Polarity.DENIED)
    [held] = of_type(objects(small), "opinion")
    small.retract(denial.id, by="an analyst", reason="misread")
    [off] = of_type(objects(small), "opinion")
    assert (off["id"], off["revoked"]) == (held["id"], True)
    assert "revoked" not in held
    assert faults(written(small)) == []


def test_a_correction_is_a_note_on_both_claims(small: Ledger) -> None:
    claim = accusation(small)
    other = replace(claim.claim, polarity=Polarity.DENIED)
    made = small.correct(claim.id, other, by="a lawyer", reason="they deny it")
    told = objects(small)
    [word] = judged(told)
    assert made.replacement is not None
    off, now = note_of(told, claim.id), note_of(told, made.replacement)
    assert word["object_refs"] == [off["id"], now["id"]]
    assert (off["revoked"], now.get("revoked")) == (True, None)
    assert extension(now)["corrected_by"] == "a lawyer"


def test_a_document_all_of_whose_claims_were_retracted_has_its_report(
    small: Ledger, empty_ledger: Ledger
) -> None:
    for one in list(small.claims()):
        small.retract(one.id, by="an analyst", reason="misread")
    told = objects(small)
    assert all(one["revoked"] for one in of_type(told, "note") if extension(one)["kind"] == "claim")
    ids = [one["id"] for one in told]
    assert len(ids) == len(set(ids))
    assert all(set(one["object_refs"]) <= set(ids) for one in of_type(told, "report"))
    assert faults(written(small)) == []
    import_bytes(empty_ledger, written(small), "bundle.json")
    assert list(empty_ledger.claims()) == []
    assert history(empty_ledger) == history(small)


def test_as_of_tells_what_was_said_then(small: Ledger) -> None:
    claim = accusation(small)
    before = max(one.recorded_at for one in small.claims())
    small.retract(claim.id, by="an analyst", reason="misread")
    told = objects(small, Selection(as_of=before))
    assert judged(told) == []
    assert "revoked" not in note_of(told, claim.id)


def test_a_part_tells_what_was_said_of_its_claims(small: Ledger) -> None:
    claim = accusation(small)
    small.retract(claim.id, by="an analyst", reason="misread")
    [word] = judged(objects(small, Selection(state="China")))
    assert extension(word)["claim"] == claim.id
    assert judged(objects(small, Selection(since="2030"))) == []


words = st.sampled_from(["an analyst", "a lawyer", "zoë"])
steps = st.tuples(
    st.sampled_from(["retract", "correct", "restore", "read again"]),
    st.integers(0, 30),
    st.sampled_from(Polarity),
    words,
)
Step = tuple[str, int, Polarity, str]


def follow(ledger: Ledger, given: list[Reading], steps: list[Step]) -> None:
    """Judge, one step after the other, what can be; readers read again, and make some claims no more."""
    for number, (kind, which, polarity, by) in enumerate(steps):
        if kind == "read again":
            fewer = [
                Reading(document=one.document, claims=one.claims[which % 3 :]) for one in given
            ]
            ledger.record(fewer, extractor=f"reader {number}")
            continue
        if kind == "restore":
            last = {one.claim: one for one in ledger.judgements()}
            off = [id for id, one in last.items() if one.kind != "restore"]
            if off:
                ledger.restore(off[which % len(off)], by=by, reason=f"{by}?")
            continue
        every = sorted(ledger.claims(), key=lambda one: one.id)
        if not every:
            continue
        one = every[which % len(every)]
        if kind == "retract":
            ledger.retract(one.id, by=by, reason=f"{by}?")
        elif one.claim.polarity is not polarity:
            other = replace(one.claim, polarity=polarity)
            ledger.correct(one.id, other, by=by, reason=f"{by}!")


@given(st.lists(readings(), min_size=1, max_size=2), st.lists(steps, max_size=8))
@settings(max_examples=30)
def test_export_then_import_is_the_same_state(given: list[Reading], steps: list[Step]) -> None:
    for first, other in pair():
        with first, other:
            first.record(given, extractor="by chance")
            follow(first, given, steps)
            if not (list(first.claims()) or first.judgements()):
                return
            bundle = written(first)
            told = import_bytes(other, bundle, "bundle.json")
            assert claims_of(other) == claims_of(first)
            assert correctors(other) == correctors(first)
            assert documents_of(other) == documents_of(first)
            # Of a claim that was put back, and that its reader makes no more, nothing holds.
            if not told.passed_over:
                assert history(other) == history(first)
            before = list(other.dump(moments=True))
            assert import_bytes(other, bundle, "bundle.json").added == 0
            assert list(other.dump(moments=True)) == before


def test_what_was_said_here_stays(small: Ledger, empty_ledger: Ledger) -> None:
    claim = accusation(small)
    import_bytes(empty_ledger, written(small), "bundle.json")
    empty_ledger.retract(claim.id, by="the house", reason="we know better")
    empty_ledger.restore(claim.id, by="the house", reason="we do not")
    small.retract(claim.id, by="an analyst", reason="misread")
    told = import_bytes(empty_ledger, written(small), "bundle.json")
    assert told.judgements == 0
    assert told.passed_over[
        "judgements of claims that are not on the record here, or judged by persons here"
    ]
    assert claim.id in {one.id for one in empty_ledger.claims()}


def test_a_later_word_of_the_other_ledger_is_taken_over(
    small: Ledger, empty_ledger: Ledger
) -> None:
    claim = accusation(small)
    import_bytes(empty_ledger, written(small), "bundle.json")
    small.retract(claim.id, by="an analyst", reason="misread")
    assert import_bytes(empty_ledger, written(small), "bundle.json").judgements == 1
    assert claim.id not in {one.id for one in empty_ledger.claims()}
    small.restore(claim.id, by="a lawyer", reason="well read")
    assert import_bytes(empty_ledger, written(small), "bundle.json").judgements == 1
    assert claims_of(empty_ledger) == claims_of(small)
    assert history(empty_ledger) == history(small)


def test_a_document_that_was_read_here_takes_the_word_on_its_claims(
    small: Ledger, tmp_path: Any
) -> None:
    from tests.ledger.reports import ALL
    from vidocq.ledger import open_ledger

    claim = accusation(small)
    small.retract(claim.id, by="an analyst", reason="misread")
    with open_ledger(str(tmp_path / "colleague.sqlite")) as other:
        other.record(ALL, extractor="by hand")
        told = import_bytes(other, written(small), "bundle.json")
        assert (told.added, told.judgements) == (0, 1)
        assert claims_of(other) == claims_of(small)


def test_a_claim_that_its_sender_withdrew_makes_none(small: Ledger, empty_ledger: Ledger) -> None:
    claim = accusation(small)
    bundle = json.loads(written(small))
    note_of(bundle["objects"], claim.id)["revoked"] = True
    told = import_bytes(empty_ledger, json.dumps(bundle).encode(), "bundle.json")
    assert told.passed_over["claims that their reader no longer makes"] == 1
    assert claims_of(empty_ledger).keys() == claims_of(small).keys() - {claim.id}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"judged_by": "somebody else"}, "not the one that this id was made of"),
        ({"does": "perhaps"}, "Invalid enum value 'perhaps'"),
        ({"does": "correct"}, "a correction has one"),
        ({"claim": "0" * 24}, "not the one that this id was made of"),
        ({"claim": "../x"}, "is no id of a claim"),
        ({"judged_by": "a\0b"}, "code point 0"),
        ({"recorded_at": "2024-02-08T00:00:00"}, "a moment in UTC"),
    ],
)
def test_a_judgement_that_is_not_what_its_id_says_is_refused(
    small: Ledger, empty_ledger: Ledger, change: dict[str, str], wrong: str
) -> None:
    small.retract(accusation(small).id, by="an analyst", reason="misread")
    bundle = json.loads(written(small))
    for one in bundle["objects"]:
        told = one.get("extensions", {}).get(EXTENSION, {})
        if told.get("kind") == "judgement":
            told |= change
    with pytest.raises(Unfit, match=wrong) as refused:
        import_bytes(empty_ledger, json.dumps(bundle).encode(), "bundle.json")
    assert "note--" in str(refused.value)
    assert list(empty_ledger.claims()) == []
    assert empty_ledger.judgements() == []


def test_a_judgement_of_a_claim_that_no_note_tells_is_refused(
    small: Ledger, empty_ledger: Ledger
) -> None:
    claim = accusation(small)
    small.retract(claim.id, by="an analyst", reason="misread")
    bundle = json.loads(written(small))
    bundle["objects"].remove(note_of(bundle["objects"], claim.id))
    with pytest.raises(Unfit, match=f"no note tells {claim.id}"):
        import_bytes(empty_ledger, json.dumps(bundle).encode(), "bundle.json")
