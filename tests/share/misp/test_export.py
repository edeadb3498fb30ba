"""The record as MISP events: pymisp reads them, and each claim is an object with its words."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from tests.ledger.reports import APT31, claim, document, entity
from vidocq.ledger import Ledger
from vidocq.model import Likelihood, Predicate, Reading
from vidocq.share import Selection

pymisp = pytest.importorskip("pymisp", reason="pymisp is not installed")

from vidocq.share.misp.export import template, write_events  # noqa: E402


def events(
    ledger: Ledger, selection: Selection | None = None, *, texts: bool = False
) -> list[dict[str, Any]]:
    file = io.BytesIO()
    number = write_events(ledger, file, selection, texts=texts)
    found = [one["Event"] for one in json.loads(file.getvalue())["response"]]
    assert len(found) == number
    return found


def values(made: dict[str, Any]) -> dict[str, list[str]]:
    """What an object says, by its relations."""
    found: dict[str, list[str]] = {}
    for attribute in made["Attribute"]:
        found.setdefault(attribute["object_relation"], []).append(attribute["value"])
    return found


def test_a_document_is_an_event_and_a_claim_an_object(small: Ledger) -> None:
    first, *_ = events(small)
    assert (first["info"], first["date"]) == ("Allies accuse China", "2021-07-19")
    assert first["Orgc"]["name"] == "Vidocq"
    assert [one["name"] for one in first["Object"]] == ["attribution-claim"] * 4
    told = values(first["Object"][0])
    assert told["predicate"] == ["attributed-to"]
    assert told["subject-id"] == ["incident:exchange-2021"]
    assert told["object"] == ["China"]
    assert told["claimant"] == ["White House (a senior official)", "NCSC", "EU"]
    assert told["quote"][0].startswith("The White House, the NCSC and the EU blame China")


def test_a_denial_says_so(small: Ledger) -> None:
    denial = next(one for one in events(small) if one["info"] == "La Chine dément")
    told = values(denial["Object"][0])
    assert (told["polarity"], told["claimant"], told["via"]) == (["denied"], ["Pékin"], ["AFP"])
    assert "Tag" not in denial, "a tag cannot say that something is denied"


def test_actors_states_and_sectors_are_tags_of_the_galaxies(examples: Ledger) -> None:
    tags = {tag["name"] for one in events(examples) for tag in one.get("Tag", ())}
    assert {
        'misp-galaxy:threat-actor="APT31"',
        'misp-galaxy:threat-actor="Volt Typhoon"',
        'misp-galaxy:country="china"',
        'misp-galaxy:target-information="Costa Rica"',
        'misp-galaxy:sector="Maritime"',
    } <= tags
    assert 'misp-galaxy:country="albania"' not in tags, "it answers, it is not accused"


def test_pymisp_reads_every_event_and_the_template_is_one(examples: Ledger) -> None:
    for one in events(examples):
        read = pymisp.MISPEvent()
        read.load(one)
        assert len(read.objects) == len(one["Object"])
        assert read.uuid == one["uuid"]
    assert set(template()) >= {"name", "uuid", "version", "meta-category", "attributes"}
    types = set(pymisp.MISPEvent().describe_types["types"])
    assert {one["misp-attribute"] for one in template()["attributes"].values()} <= types


def test_the_text_goes_along_only_when_asked_for(small: Ledger) -> None:
    [report] = events(small)[0]["EventReport"]
    assert "Nobody was punished" not in report["content"]
    assert "> APT31 broke into" in report["content"]
    [report] = events(small, texts=True)[0]["EventReport"]
    assert "Nobody was punished" in report["content"]


def test_the_same_record_gives_the_same_bytes(examples: Ledger) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    write_events(examples, one)
    write_events(examples, other)
    assert one.getvalue() == other.getvalue() != b""


def test_ids_are_unique(examples: Ledger) -> None:
    found = [
        part["uuid"]
        for one in events(examples)
        for part in (one, *one["Object"], *(a for o in one["Object"] for a in o["Attribute"]))
    ]
    assert len(found) == len(set(found)) > 500


def test_a_likelihood_is_a_tag_of_the_taxonomy(empty_ledger: Ledger) -> None:
    from msgspec.structs import replace

    words = "APT31 probably hit the port of Brest."
    told = document(words)
    made = claim(told, words, Predicate.TARGETS, APT31, entity("organisation:port", "the port"))
    made = replace(made, likelihood=Likelihood.LIKELY)
    empty_ledger.record([Reading(document=told, claims=(made,))], extractor="by hand")
    [event] = events(empty_ledger)
    tags = [tag["name"] for one in event["Object"][0]["Attribute"] for tag in one.get("Tag", ())]
    assert tags == ['estimative-language:likelihood-probability="likely"']


def test_a_selection_takes_a_part(small: Ledger) -> None:
    [event] = events(small, Selection(actor="APT31"))
    assert len(event["Object"]) == 1


def test_hostile_strings_stay_strings(empty_ledger: Ledger) -> None:
    words = 'APT31 hit "}]}<script>\x00\u202e\ud800\U0001f4a5.'
    told = document(words, title=" ")
    made = claim(told, words, Predicate.TARGETS, APT31, entity("company:x", "\x00"))
    empty_ledger.record([Reading(document=told, claims=(made,))], extractor="by hand")
    [event] = events(empty_ledger)
    pymisp.MISPEvent().load(event)
    assert "<script>" in values(event["Object"][0])["quote"][0]
