"""The record as STIX 2.1: valid in strict mode, the same each time, and readable without our extension."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ledger.reports import APT31, CHINA, EXCHANGE, claim, document, entity
from tests.share.stix.bundles import Object, extension, faults, named, objects, of_type, written
from vidocq.ledger import Ledger
from vidocq.model import Confidence, EntityType, Likelihood, Predicate, Reading
from vidocq.share import Selection
from vidocq.share.stix.extension import EXTENSION, schema_text


def test_every_bundle_is_valid_in_strict_mode(examples: Ledger, small: Ledger) -> None:
    assert faults(written(examples)) == []
    assert faults(written(small, texts=True)) == []
    assert faults(written(small, Selection(actor="APT31", since="2021"))) == []


def test_the_same_ledger_gives_the_same_bytes(examples: Ledger) -> None:
    assert written(examples) == written(examples)


def test_ids_are_the_same_in_another_ledger_that_read_the_same(
    small: Ledger, examples: Ledger, empty_ledger: Ledger
) -> None:
    from tests.ledger.reports import ALL

    empty_ledger.record(reversed(ALL), extractor="another version")
    assert {one["id"] for one in objects(empty_ledger)} == {one["id"] for one in objects(small)}
    assert {one["id"] for one in objects(examples)} != {one["id"] for one in objects(small)}


def test_an_accusation_is_a_relationship_of_the_standard(small: Ledger) -> None:
    told = objects(small)
    campaign = named(told, "campaign", "Microsoft Exchange hack")
    actor = named(told, "threat-actor", "China")
    [accusation] = [
        one
        for one in of_type(told, "relationship")
        if (one["source_ref"], one["target_ref"]) == (campaign["id"], actor["id"])
    ]
    assert accusation["relationship_type"] == "attributed-to"
    assert actor["threat_actor_types"] == ["nation-state"]
    assert extension(accusation) == {
        "extension_type": "property-extension",
        "kind": "assertion",
        "predicate": "attributed-to",
        "claims": 1,
    }


def test_a_claim_is_a_note_that_names_its_claimants(small: Ledger) -> None:
    told = objects(small)
    [note] = [
        one for one in of_type(told, "note") if "the NCSC and the EU blame China" in one["content"]
    ]
    assert note["authors"] == ["White House (a senior official)", "NCSC", "EU"]
    assert note["abstract"] == (
        "White House (a senior official), NCSC, EU claims: the Exchange hack was the work of China"
    )
    assert "The Gazette, Allies accuse China, 2021-07-19" in note["content"]
    by_id = {one["id"]: one for one in told}
    assert {by_id[ref]["type"] for ref in note["object_refs"]} == {
        "relationship",
        "campaign",
        "threat-actor",
        "identity",
    }


def test_a_denial_is_a_note_and_an_opinion_on_what_it_denies(small: Ledger) -> None:
    told = objects(small)
    [opinion] = of_type(told, "opinion")
    assert opinion["opinion"] == "strongly-disagree"
    assert opinion["authors"] == ["Pékin"]
    [ref] = opinion["object_refs"]
    [denied] = [one for one in told if one["id"] == ref]
    assert denied["relationship_type"] == "attributed-to"


def test_a_denial_of_what_nobody_affirms_makes_no_relationship(small: Ledger) -> None:
    told = objects(small, Selection(since="2021-07-20", until="2021-07-20"))
    campaign, actor = (
        named(told, "campaign", "Microsoft Exchange hack"),
        named(told, "threat-actor", "China"),
    )
    links = [one for one in of_type(told, "relationship") if one["target_ref"] == actor["id"]]
    assert links == []
    [opinion] = of_type(told, "opinion")
    assert set(opinion["object_refs"]) >= {campaign["id"], actor["id"]}


def test_confidence_is_on_the_scale_of_the_standard(small: Ledger) -> None:
    told = objects(small)
    [note] = [one for one in of_type(told, "note") if "worked for the MSS" in one["content"]]
    assert note["confidence"] == 85
    assert note["abstract"].endswith("(with high confidence)")
    [link] = [one for one in of_type(told, "relationship") if one.get("confidence")]
    assert (link["relationship_type"], link["confidence"]) == ("attributed-to", 85)


@pytest.mark.parametrize(
    ("stated", "likelihood", "value"),
    [
        (Confidence.LOW, None, 15),
        (Confidence.MODERATE, None, 50),
        (Confidence.MODERATE, Likelihood.VERY_LIKELY, 50),
        (None, Likelihood.ROUGHLY_EVEN, 50),
        (None, Likelihood.ALMOST_CERTAIN, 95),
        (None, Likelihood.ALMOST_NO_CHANCE, 5),
        (None, None, None),
    ],
)
def test_the_scales_table(
    stated: Confidence | None, likelihood: Likelihood | None, value: int | None
) -> None:
    from vidocq.share.stix.mapping import confidence

    assert confidence(stated, likelihood) == value


def test_a_report_stands_for_a_document_and_holds_its_claims(small: Ledger) -> None:
    told = objects(small)
    report = named(told, "report", "Allies accuse China")
    notes = [one["id"] for one in of_type(told, "note") if one["id"] in report["object_refs"]]
    assert len(notes) == 4
    assert report["published"] == "2021-07-19T00:00:00Z"
    assert extension(report)["sources"] == ["statement.txt"]


def test_all_that_is_referred_to_is_in_the_bundle(examples: Ledger) -> None:
    told = objects(examples)
    ids = [one["id"] for one in told]
    assert len(ids) == len(set(ids))
    assert references(told) <= set(ids)


def references(told: Any) -> set[str]:
    if isinstance(told, list):
        return set().union(*(references(one) for one in told)) if told else set()
    if not isinstance(told, dict):
        return set()
    found: set[str] = set()
    for name, value in told.items():
        if name.endswith("_ref"):
            found.add(value)
        elif name.endswith("_refs"):
            found |= set(value)
        else:
            found |= references(value)
    return found


def test_our_extension_keeps_to_its_own_schema(examples: Ledger) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    told = objects(examples)
    extended = [one["extensions"][EXTENSION] for one in told if "extensions" in one]
    assert len(extended) > 200
    for one in extended:
        check.validate(one)
    assert not check.is_valid(extended[0] | {"surprise": 1})
    [definition] = of_type(told, "extension-definition")
    assert json.loads(definition["schema"]) == schema


def test_the_stix_library_reads_every_object(examples: Ledger) -> None:
    stix2 = pytest.importorskip("stix2", reason="stix2 is not installed")
    bundle = stix2.parse(written(examples), allow_custom=False)
    assert len(bundle.objects) == len(objects(examples))


# A platform that folds ----------------------------------------------------------------------


def fold(told: list[Object]) -> list[Object]:
    """What a platform keeps: no extensions, and of relationships of one type between two objects one, with
    the highest confidence; what pointed at the others points at it."""
    kept: dict[tuple[str, str, str], Object] = {}
    instead: dict[str, str] = {}
    for one in of_type(told, "relationship"):
        key = (one["relationship_type"], one["source_ref"], one["target_ref"])
        first = kept.setdefault(key, dict(one))
        first["confidence"] = max(first.get("confidence", 0), one.get("confidence", 0))
        instead[one["id"]] = first["id"]
    others = [dict(one) for one in told if one["type"] != "relationship"]
    for one in [*kept.values(), *others]:
        one.pop("extensions", None)
        one["object_refs"] = [instead.get(ref, ref) for ref in one.get("object_refs", ())]
    return [*kept.values(), *others]


def said_of(told: list[Object], relationship: str) -> set[tuple[str, str]]:
    """Who says what of a relationship, by the notes and opinions that stand in plain STIX."""
    claims = {
        (author, one["abstract"].partition(":")[0].rpartition(" ")[2])
        for one in of_type(told, "note")
        if relationship in one["object_refs"]
        for author in one["authors"]
    }
    return claims | {
        (author, one["opinion"])
        for one in of_type(told, "opinion")
        if relationship in one["object_refs"]
        for author in one["authors"]
    }


def test_a_platform_that_folds_relationships_keeps_who_said_what(empty_ledger: Ledger) -> None:
    reports = []
    for who, surely in (("bloc:nato", None), ("agency:uk-ncsc", Confidence.HIGH)):
        words = f"{who} blames China for the Exchange hack."
        told = document(words, id=who.partition(":")[2])
        made = claim(
            told, words, Predicate.ATTRIBUTED_TO, EXCHANGE, CHINA, (entity(who),), confidence=surely
        )
        reports.append(Reading(document=told, claims=(made,)))
    words = "China denies it."
    told = document(words, id="denial")
    no = claim(told, words, Predicate.ATTRIBUTED_TO, EXCHANGE, CHINA, (CHINA,), denied=True)
    reports.append(Reading(document=told, claims=(no,)))
    empty_ledger.record(reports, extractor="by hand")
    seen = fold(objects(empty_ledger))
    # A second bundle of a part of the record falls on top of the first.
    seen = fold(seen + objects(empty_ledger, Selection(state="China")))
    [link] = [
        one for one in of_type(seen, "relationship") if "attributed" in one["relationship_type"]
    ]
    assert link["confidence"] == 85
    assert said_of(seen, link["id"]) == {
        ("nato", "claims"),
        ("uk-ncsc", "claims"),
        ("China", "denies"),
        ("China", "strongly-disagree"),
    }


def test_two_predicates_that_are_one_to_stix_stay_two_claims(empty_ledger: Ledger) -> None:
    words = "The EU condemned China and sanctioned China."
    told = document(words)
    eu = entity("bloc:eu", "EU")
    empty_ledger.record(
        [
            Reading(
                document=told,
                claims=(
                    claim(told, words, Predicate.CONDEMNS, eu, CHINA),
                    claim(told, words, Predicate.SANCTIONS, eu, CHINA),
                ),
            )
        ],
        extractor="by hand",
    )
    seen = fold(objects(empty_ledger))
    links = [
        one
        for one in of_type(seen, "relationship")
        if one["target_ref"] == named(seen, "threat-actor", "China")["id"]
    ]
    assert len(links) == 1
    abstracts = {one["abstract"] for one in of_type(seen, "note")}
    assert {one.partition(": ")[2] for one in abstracts} == {
        "EU condemned China",
        "EU sanctioned China",
    }


# All that there can be ----------------------------------------------------------------------


NAMES = {
    EntityType.STATE: ["state:CN", "state:XK", "state:soviet-union"],
    EntityType.BLOC: ["bloc:nato"],
    EntityType.AGENCY: ["agency:ru-gru"],
    EntityType.PLACE: ["place:europe", "place:nowhere-land", "place:shanghai"],
    EntityType.SECTOR: ["sector:finance", "sector:food"],
    EntityType.VULNERABILITY: ["vulnerability:cve-2021-26855", "vulnerability:proxylogon"],
    EntityType.TECHNIQUE: [
        "technique:T1566",
        "technique:phishing",
        "technique:lateral-movement",
        "technique:bribery",
    ],
}


def every_kind() -> list[Reading]:
    """A claim of every predicate with a subject and an object of every type."""
    readings = []
    for number, predicate in enumerate(Predicate):
        words = f"They say so, {predicate}."
        told = document(words, id=f"report-{number}")
        claims = [
            claim(told, words, predicate, entity(subject), entity(target))
            for kind in EntityType
            for subject in NAMES.get(kind, [f"{kind}:one"])
            for other in EntityType
            for target in NAMES.get(other, [f"{other}:another"])
            if (number + list(EntityType).index(kind) + list(EntityType).index(other)) % 11 == 0
        ]
        claims.append(claim(told, words, predicate, APT31))
        readings.append(Reading(document=told, claims=tuple(claims)))
    return readings


def test_every_predicate_between_entities_of_every_type_is_valid(empty_ledger: Ledger) -> None:
    empty_ledger.record(every_kind(), extractor="by hand")
    assert faults(written(empty_ledger)) == []


def test_hostile_strings_stay_strings(empty_ledger: Ledger) -> None:
    words = 'APT31 hit "}]}<script>\x00\u202e\ud800\U0001f4a5\\ %s {0} {subject}.'
    told = document(words, title="", publisher="\r\n", published="1999")
    odd = entity("company:" + "x" * 500, "{object}")
    empty_ledger.record(
        [Reading(document=told, claims=(claim(told, words, Predicate.TARGETS, APT31, odd),))],
        extractor="by hand",
    )
    bundle = written(empty_ledger)
    assert faults(bundle) == []
    [note] = of_type(json.loads(bundle)["objects"], "note")
    assert extension(note)["quote"] == words.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert "hit or aimed at {object}" in note["abstract"]
