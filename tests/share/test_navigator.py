"""Navigator layers: an actor's methods, scored by the independent origins of the claims."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from tests.ledger.reports import APT31, APT40, EXCHANGE, claim, document, entity
from vidocq.ask import UnknownName
from vidocq.ledger import Ledger
from vidocq.model import Predicate, Reading
from vidocq.share import Selection
from vidocq.share.navigator import technique_number, write_layer
from vidocq.share.techniques import techniques_named

PHISHING = entity("technique:phishing", "phishing")
SHELL = entity("technique:T1505.003", "web shells")


def layer(ledger: Ledger, selection: Selection | None = None) -> dict[str, Any]:
    file = io.BytesIO()
    number = write_layer(ledger, file, selection)
    told: dict[str, Any] = json.loads(file.getvalue())
    assert len(told["techniques"]) == number
    return told


def scores(told: dict[str, Any]) -> dict[str, int]:
    return {one["techniqueID"]: one["score"] for one in told["techniques"]}


@pytest.fixture
def record(empty_ledger: Ledger) -> Ledger:
    """Two firms and a copy of one of them on APT31; an incident that is laid on it; another group."""
    eset, cert = entity("company:eset", "ESET"), entity("agency:fr-anssi", "ANSSI")
    first = "APT31 used phishing against embassies, ESET said, and its operators worked at night for weeks."
    other = "ANSSI says that APT31 relies on phishing; its report also lists T1110.003 and T1190."
    laid = "The Exchange hack was the work of APT31 and used web shells."
    apart = "APT40 used web shells."
    one = document(first, id="one", published="2023-01-10", publisher="The Gazette")
    copy = document(f"{first} ", id="copy", published="2023-01-11", publisher="The Mirror")
    two = document(other, id="two", published="2023-06-01")
    three = document(laid, id="three", published="2023-07-01", publisher="The Courier")
    four = document(apart, id="four", published="2023-07-02")
    uses = Predicate.USES
    empty_ledger.record(
        [
            Reading(document=one, claims=(claim(one, first, uses, APT31, PHISHING, (eset,)),)),
            Reading(document=copy, claims=(claim(copy, first, uses, APT31, PHISHING, (eset,)),)),
            Reading(document=two, claims=(claim(two, other, uses, APT31, PHISHING, (cert,)),)),
            Reading(
                document=three,
                claims=(
                    claim(three, laid, Predicate.ATTRIBUTED_TO, EXCHANGE, APT31),
                    claim(three, laid, uses, EXCHANGE, SHELL),
                ),
            ),
            Reading(document=four, claims=(claim(four, apart, uses, APT40, SHELL),)),
        ],
        extractor="by hand",
    )
    return empty_ledger


def test_a_score_counts_origins_and_not_copies(record: Ledger) -> None:
    told = layer(record, Selection(actor="APT31"))
    assert scores(told)["T1566"] == 2
    [phishing] = [one for one in told["techniques"] if one["techniqueID"] == "T1566"]
    kept = {one["name"]: one["value"] for one in phishing["metadata"]}
    assert (kept["claims"], kept["documents"]) == ("3", "3")
    assert "APT31 used phishing" in phishing["comment"]


def test_what_is_said_of_a_deed_laid_to_the_actor_counts(record: Ledger) -> None:
    assert scores(layer(record, Selection(actor="APT31")))["T1505.003"] == 1


def test_techniques_named_by_number_alone_have_no_score(record: Ledger) -> None:
    told = layer(record, Selection(actor="APT31"))
    assert scores(told) == {"T1566": 2, "T1505.003": 1, "T1110.003": 0, "T1190": 0}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It used Valid Accounts (T1078) and, later, OS Credential Dumping.", ["T1078", "T1003"]),
        ("T1566.001 Spearphishing Attachment", ["T1566.001"]),
        ("T1031, as it was called then: Modify Existing Service", ["T1031"]),
        ("T1156, today T1546.004", ["T1156", "T1546.004"]),
        ("Malware, valid accounts and Email Accounts are no techniques by these words.", []),
        ("MultiDomain Trust Discoverys", []),
        ("Zoë’s équipe saw Process Injection.", ["T1055"]),
        ("T1404 is of the mobile matrix, T1998 may come one day.", ["T1998"]),
    ],
)
def test_techniques_that_a_text_names(text: str, numbers: list[str]) -> None:
    assert techniques_named(text) == numbers


def test_a_technique_named_in_words_alone_has_no_score(empty_ledger: Ledger) -> None:
    words = "APT31 used phishing. Its table of methods lists Valid Accounts and Process Injection."
    told = document(words, id="table", title="A report")
    empty_ledger.record(
        [Reading(document=told, claims=(claim(told, words, Predicate.USES, APT31, PHISHING),))],
        extractor="by hand",
    )
    made = layer(empty_ledger, Selection(actor="APT31"))
    assert scores(made) == {"T1566": 1, "T1078": 0, "T1055": 0}
    [named] = [one for one in made["techniques"] if one["techniqueID"] == "T1055"]
    assert named["comment"] == "named in: A report"


def test_without_an_actor_the_layer_is_of_the_whole_record(record: Ledger) -> None:
    assert scores(layer(record))["T1505.003"] == 2


def test_an_as_of_layer_is_of_what_was_recorded_then(record: Ledger) -> None:
    before = layer(record, Selection(actor="APT31"))
    moment = max(one.recorded_at for one in record.claims())
    [laid] = [one for one in record.claims() if one.claim.predicate == "attributed-to"]
    record.retract(laid.id, by="a person", reason="misread")
    assert "T1505.003" not in scores(layer(record, Selection(actor="APT31")))
    then = layer(record, Selection(actor="APT31", as_of=moment))
    assert then["techniques"] == before["techniques"]


def test_the_layer_has_the_form_of_the_navigator(record: Ledger) -> None:
    told = layer(record, Selection(actor="APT31"))
    assert told["domain"] == "enterprise-attack"
    assert told["versions"]["layer"] == "4.5"
    assert told["gradient"] == {
        "colors": ["#ffffff", "#f2b700"],
        "minValue": 0,
        "maxValue": 2,
    }
    for one in told["techniques"]:
        assert set(one) == {
            *("techniqueID", "score", "comment", "enabled", "metadata", "showSubtechniques"),
        }


@pytest.mark.parametrize(
    ("id", "number"),
    [
        ("technique:phishing", "T1566"),
        ("technique:T1566.001", "T1566.001"),
        ("technique:t1190", "T1190"),
        ("technique:lateral-movement", None),
        ("technique:bribery", None),
    ],
)
def test_ids_and_names_of_techniques(id: str, number: str | None) -> None:
    assert technique_number(id) == number


def test_an_unknown_actor_is_told(record: Ledger) -> None:
    with pytest.raises(UnknownName):
        layer(record, Selection(actor="Nobody Spider"))
