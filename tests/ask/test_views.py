"""Each view answers from the annotated examples, each line with its quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from vidocq import ask
from vidocq.ledger import Ledger
from vidocq.model import Confidence, Polarity, Predicate
from vidocq.resolve.conflicts import ConflictKind
from vidocq.resolve.parties import ClaimantKind
from vidocq.resolve.statement import Passage
from vidocq.resolve.viewpoints import Viewpoint


def passages(value: Any) -> Iterator[dict[str, Any]]:
    """Every passage anywhere in an answer."""
    if isinstance(value, dict):
        if set(value) == set(Passage.__struct_fields__):
            yield value
        for one in value.values():
            yield from passages(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from passages(one)


VIEWS: dict[str, Callable[[Ledger], Any]] = {
    "who": lambda ledger: ask.who(ledger, "Zirconium"),
    "who of a state": lambda ledger: ask.who(ledger, "Pékin"),
    "incident": lambda ledger: ask.incident(ledger, "exchange"),
    "accusations": lambda ledger: ask.accusations(ledger),
    "timeline": lambda ledger: ask.timeline(ledger),
    "conflicts": lambda ledger: ask.conflicts(ledger),
    "search": lambda ledger: ask.search(ledger, "hafnium"),
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_passage_stands_in_its_document(examples: Ledger, view: str) -> None:
    told = msgspec.to_builtins(VIEWS[view](examples))
    found = list(passages(told))
    assert found, "an answer without a passage cannot be checked"
    for one in found:
        if one["document"] is None:
            continue
        text = examples.document(one["document"]).text
        assert text is not None
        assert text[one["start"] : one["end"]] == one["quote"]


# who


def test_an_alias_leads_to_the_group(examples: Ledger) -> None:
    told = ask.who(examples, "Zirconium")
    assert (told.id, told.name) == ("group:apt31", "APT31")
    assert [one.id for one in told.done] == ["incident:exchange-2021"]
    assert [one.id for one in told.victims] == ["organisation:fi-parliament"]
    assert {"China"} == {one.name for one in told.countries}
    assert told.timeline


def test_a_state_s_dossier_has_accusers_denials_and_measures(examples: Ledger) -> None:
    told = ask.who(examples, "Pékin")
    assert told.id == "state:CN"
    assert {"incident:exchange-2021"} <= {one.id for one in told.denials}
    assert {"state:US", "bloc:eu", "bloc:nato"} <= {one.id for one in told.accusers}
    [none] = [one for one in told.acts if one.predicate is Predicate.SANCTIONS]
    assert none.polarity is Polarity.DENIED


def test_a_viewpoint_is_followed(examples: Ledger) -> None:
    told = ask.who(examples, "Hafnium", viewpoint=Viewpoint.MICROSOFT)
    assert told.name == "Silk Typhoon", "Microsoft's own name of today"


def test_an_unknown_name_suggests_near_ones(examples: Ledger) -> None:
    with pytest.raises(ask.UnknownName, match="did you mean 'Zirconium'"):
        ask.who(examples, "Zirconum")


def test_a_known_name_of_which_nothing_is_told(examples: Ledger) -> None:
    with pytest.raises(ask.UnknownName, match="says nothing of 'OilRig'"):
        ask.who(examples, "OilRig")


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_record_says_what_to_do(empty: Ledger, view: str) -> None:
    with pytest.raises(ask.EmptyRecord, match="vidocq read"):
        VIEWS[view](empty)


def test_before_the_first_reading_the_record_was_empty(examples: Ledger) -> None:
    first = min(one.recorded_at for one in examples.documents()).isoformat(timespec="seconds")
    with pytest.raises(ask.EmptyRecord, match="held nothing then") as told:
        ask.who(examples, "Zirconium", as_of="2001-01-01")
    assert first in str(told.value), "the asker learns from when on there is an answer"


# incident


def test_the_standing_of_an_incident(examples: Ledger) -> None:
    standing = ask.incident(examples, "l'attaque de Microsoft Exchange").standing
    assert standing.accusers == {
        ClaimantKind.VICTIM_STATE: 1,
        ClaimantKind.OTHER_STATE: 5,
        ClaimantKind.BLOC: 2,
        ClaimantKind.VENDOR: 1,
    }
    assert standing.deniers == 1
    assert (standing.highest, standing.highest_by) == (Confidence.HIGH, "White House")
    assert standing.absent_responses == 1
    assert (standing.first, standing.last, standing.documents) == ("2021-03-01", "2021-07-20", 3)


def test_measures_against_others_are_not_the_incident_s(examples: Ledger) -> None:
    told = ask.incident(examples, "exchange")
    assert {one.target for one in told.responses} == {
        "state:CN",
        "unnamed-actor:four-chinese-nationals",
    }


def test_a_number_and_its_unit(examples: Ledger) -> None:
    [number] = ask.incident(examples, "exchange").numbers
    assert (number.count.value, number.documents) == (30000, 2)


# accusations


def test_the_matrix_counts_agencies_for_their_state(examples: Ledger) -> None:
    rows = {(one.accuser, one.accused): one for one in ask.accusations(examples)}
    assert rows["state:US", "state:CN"].accuses >= 3
    assert rows["state:US", "state:CN"].not_taken == 2
    assert rows["state:CN", "state:CN"].denies == 2
    assert rows["bloc:eu", "state:CN"].by_act[0].quote is not None


def test_the_matrix_of_some_states_and_years(examples: Ledger) -> None:
    rows = ask.accusations(examples, of="Chine", since="2021-07", until="2021-07-31")
    assert {one.accused for one in rows} == {"state:CN"}
    assert not ask.accusations(examples, by="NATO", of="Iran")
    with pytest.raises(ask.UnknownName):
        ask.accusations(examples, by="Zirconium")


# timeline


def test_a_time_line_is_in_order_and_folds_a_day(examples: Ledger) -> None:
    told = ask.timeline(examples, "exchange")
    days = [one.day or "" for one in told]
    assert days == sorted(days)
    [blamed] = [
        one
        for one in told
        if one.object_id == "state:CN"
        and one.polarity is Polarity.AFFIRMED
        and one.predicate is Predicate.ATTRIBUTED_TO
    ]
    assert blamed.documents == 3


def test_a_time_line_of_one_accused_state(examples: Ledger) -> None:
    told = ask.timeline(examples, of="Russia", limit=3)
    assert 0 < len(told) <= 3


# conflicts


def test_conflicts_of_one_kind(examples: Ledger) -> None:
    told = ask.conflicts(examples, kinds=[ConflictKind.DENIAL])
    assert {one.kind for one in told} == {ConflictKind.DENIAL}


def test_conflicts_about_one_actor(examples: Ledger) -> None:
    assert ConflictKind.GROUP_NAME in {one.kind for one in ask.conflicts(examples, "Zirconium")}


# search and sources


def test_search_finds_documents_and_their_claims(examples: Ledger) -> None:
    [best, *_] = ask.search(examples, "hafnium exchange")
    assert any(one.object == "Hafnium" for one in best.claims)


def test_the_sources_of_a_claim_say_documents_and_origins(examples: Ledger) -> None:
    [blamed] = [one for one in ask.incident(examples, "exchange").blamed if one.id == "state:CN"]
    assert blamed.quotes[0].claim is not None
    told = ask.sources(examples, blamed.quotes[0].claim)
    assert told.summary == "3 documents, 1 origin"
    assert len(told.claimants) == 8


# decisions


def test_a_decision_changes_the_answer_and_can_be_undone(own: Ledger) -> None:
    made = ask.same(own, "APT31", "APT30", by="ada", reason="a test")
    assert (made.a, made.b) == ("group:apt30", "group:apt31")
    assert ConflictKind.GROUP_NAME not in {one.kind for one in ask.conflicts(own)}
    assert [one.by for one in ask.decisions(own)] == ["ada"]
    ask.undo(own, "APT30", "APT31", by="ada")
    assert ConflictKind.GROUP_NAME in {one.kind for one in ask.conflicts(own)}
    assert ask.decisions(own) == ()
    assert [str(one.kind) for one in ask.decisions(own, history=True)] == ["same", "undo"]


def test_two_incidents_that_a_person_joins_are_told_together(own: Ledger) -> None:
    ask.same(own, "exchange", "incident:norway-parliament-2021", by="ada")
    told = ask.incident(own, "exchange")
    assert [(one.id, one.reason) for one in told.merged] == [
        ("incident:norway-parliament-2021", "ada decided so")
    ]
    assert "state:NO" in {one.id for blame in told.blamed for one in blame.accusers}


def test_an_actor_and_an_incident_cannot_be_the_same(own: Ledger) -> None:
    with pytest.raises(ask.AskError, match="only two actors or two incidents"):
        ask.same(own, "APT31", "solarwinds", by="ada")
    with pytest.raises(ask.AskError, match="nothing to decide"):
        ask.same(own, "APT31", "APT 31", by="ada")
    with pytest.raises(ask.AskError, match="no decision"):
        ask.undo(own, "APT31", "APT40", by="ada")
