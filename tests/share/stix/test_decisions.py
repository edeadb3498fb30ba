"""What persons decided of names: told in plain STIX, and the same again after an import."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.reports import ALL, APT31, claim, document, entity
from tests.share.stix.bundles import extension, faults, objects, of_type, pair, written
from vidocq.ledger import Ledger
from vidocq.model import Predicate, Reading
from vidocq.share import Selection
from vidocq.share.errors import Unfit
from vidocq.share.importing import import_bytes
from vidocq.share.stix.extension import EXTENSION

pytest.importorskip("stix2", reason="stix2 is not installed")

ONE, OTHER = "group:apt31", "group:zirconium"


def notes(ledger: Ledger, selection: Selection | None = None) -> list[dict[str, Any]]:
    """The notes that tell decisions."""
    return [
        one
        for one in of_type(objects(ledger, selection), "note")
        if extension(one)["kind"] == "decision"
    ]


def history(ledger: Ledger) -> list[tuple[Any, ...]]:
    """All decisions but their moments."""
    return [
        (one.id, one.kind, one.a, one.b, one.by, one.reason, one.undoes)
        for one in ledger.decisions(history=True)
    ]


def test_the_same_is_a_note_by_the_person_and_a_duplicate(small: Ledger) -> None:
    small.decide("same", ONE, OTHER, by="an analyst", reason="the vendor's report of May")
    [note] = notes(small)
    assert note["authors"] == ["an analyst"]
    assert note["abstract"] == "an analyst holds that APT31 and Zirconium are the same"
    assert note["content"] == "the vendor's report of May"
    told = {one["id"]: one for one in objects(small)}
    link, first, second = (told[ref] for ref in note["object_refs"])
    assert (link["relationship_type"], link["source_ref"], link["target_ref"]) == (
        "duplicate-of",
        first["id"],
        second["id"],
    )
    assert first["type"] == second["type"] == "intrusion-set"
    assert faults(written(small)) == []


def test_distinct_is_an_opinion_on_what_claims_hold_for_the_same(empty_ledger: Ledger) -> None:
    words = "APT31 is also known as Zirconium."
    told = document(words)
    same = claim(told, words, Predicate.SAME_AS, APT31, entity(OTHER, "Zirconium"))
    empty_ledger.record([Reading(document=told, claims=(same,))], extractor="by hand")
    empty_ledger.decide("distinct", ONE, OTHER, by="an analyst")
    [opinion] = of_type(objects(empty_ledger), "opinion")
    [link] = [
        one
        for one in of_type(objects(empty_ledger), "relationship")
        if one["relationship_type"] == "duplicate-of"
    ]
    assert (opinion["opinion"], opinion["object_refs"]) == ("strongly-disagree", [link["id"]])
    assert opinion["authors"] == ["an analyst"]
    assert faults(written(empty_ledger)) == []


def test_distinct_where_no_claim_holds_them_for_the_same_is_a_note_alone(small: Ledger) -> None:
    small.decide("distinct", ONE, "group:apt40", by="an analyst")
    [note] = notes(small)
    assert note["abstract"].endswith("are not the same")
    assert [ref.partition("--")[0] for ref in note["object_refs"]] == ["intrusion-set"] * 2
    assert len(of_type(objects(small), "opinion")) == 1  # the denial on the record


def test_what_was_undone_is_revoked(small: Ledger) -> None:
    made = small.decide("same", ONE, OTHER, by="an analyst")
    small.undo(made.id, by="another", reason="a slip")
    [note] = notes(small)
    assert note["revoked"] and note["modified"] > note["created"]
    assert extension(note)["undone"]["decided_by"] == "another"
    assert [one.get("revoked") for one in of_type(objects(small), "relationship")].count(True) == 1
    assert faults(written(small)) == []


def test_no_object_is_told_twice(small: Ledger) -> None:
    small.decide("same", ONE, OTHER, by="an analyst")
    small.decide("same", "incident:exchange-2021", "incident:hafnium-hack", by="an analyst")
    ids = [one["id"] for one in objects(small)]
    assert len(ids) == len(set(ids))


def test_a_part_tells_the_decisions_on_names_that_it_speaks_of(small: Ledger) -> None:
    small.decide("same", ONE, OTHER, by="an analyst")
    small.decide("same", "group:nobody", "group:no-one", by="an analyst")
    assert len(notes(small)) == 2
    [note] = notes(small, Selection(actor="APT31"))
    assert extension(note)["one"] == ONE
    assert notes(small, Selection(since="2030")) == []


def test_as_of_tells_what_was_decided_then(small: Ledger) -> None:
    before = max(one.recorded_at for one in small.claims())
    small.decide("same", ONE, OTHER, by="an analyst")
    assert notes(small, Selection(as_of=before)) == []


names = st.sampled_from(["group:a", "group:b", "group:c"])
words = st.sampled_from(["an analyst", "a lawyer", "zoë"])
steps = st.tuples(st.sampled_from(["same", "distinct", "undo"]), names, names, words)


def follow(ledger: Ledger, steps: list[tuple[str, str, str, str]]) -> None:
    """Decide and undo, one step after the other, what can be."""
    for kind, a, b, by in steps:
        if kind == "undo":
            for one in [o for o in ledger.decisions() if {o.a, o.b} == {a, b}]:
                ledger.undo(one.id, by=by)
        elif a != b:
            ledger.decide("same" if kind == "same" else "distinct", a, b, by=by, reason=f"{by}?")


@given(st.lists(steps, max_size=8))
@settings(max_examples=15)
def test_export_then_import_is_the_identity(given: list[tuple[str, str, str, str]]) -> None:
    for first, other in pair():
        with first, other:
            first.record(ALL[:1], extractor="by hand")
            follow(first, given)
            told = import_bytes(other, written(first), "bundle.json")
            assert history(other) == history(first)
            assert [one.id for one in other.decisions()] == [one.id for one in first.decisions()]
            assert told.decisions == len(history(first))
            again = import_bytes(other, written(first), "bundle.json")
            assert again.decisions == 0
            assert history(other) == history(first)


def test_what_was_decided_here_stays(small: Ledger, empty_ledger: Ledger) -> None:
    small.decide("same", ONE, OTHER, by="an analyst")
    empty_ledger.decide("distinct", ONE, OTHER, by="the house")
    told = import_bytes(empty_ledger, written(small), "bundle.json")
    assert [one.by for one in empty_ledger.decisions()] == ["the house"]
    assert told.decisions == 0
    assert told.passed_over["decisions on names of which persons here have decided for themselves"]


def test_a_later_word_of_the_other_ledger_is_taken_over(
    small: Ledger, empty_ledger: Ledger
) -> None:
    made = small.decide("same", ONE, OTHER, by="an analyst")
    import_bytes(empty_ledger, written(small), "bundle.json")
    small.undo(made.id, by="an analyst")
    assert import_bytes(empty_ledger, written(small), "bundle.json").decisions == 1
    assert empty_ledger.decisions() == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"decided_by": "somebody else"}, "not the one that this id was made of"),
        ({"says": "perhaps"}, "Invalid enum value 'perhaps'"),
        ({"one": OTHER, "other": ONE}, "the lesser first"),
        ({"other": "group:zirconia"}, "not the one that this id was made of"),
        ({"decided_by": "a\0b"}, "code point 0"),
        ({"recorded_at": "2024-02-08T00:00:00"}, "moments in UTC"),
    ],
)
def test_a_decision_that_is_not_what_its_id_says_is_refused(
    small: Ledger, empty_ledger: Ledger, change: dict[str, str], wrong: str
) -> None:
    small.decide("same", ONE, OTHER, by="an analyst")
    bundle = json.loads(written(small))
    for one in bundle["objects"]:
        told = one.get("extensions", {}).get(EXTENSION, {})
        if told.get("kind") == "decision":
            told |= change
    with pytest.raises(Unfit, match=wrong) as refused:
        import_bytes(empty_ledger, json.dumps(bundle).encode(), "bundle.json")
    assert "note--" in str(refused.value)
    assert list(empty_ledger.claims()) == []
    assert empty_ledger.decisions(history=True) == []
