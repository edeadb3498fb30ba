"""MISP of others: events are claims of who made them, clusters of the galaxy are claims of the galaxy."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from vidocq.knowledge.galaxy import galaxy_folder
from vidocq.ledger import Ledger
from vidocq.share import Unfit
from vidocq.share.importing import import_bytes

pytest.importorskip("pymisp", reason="pymisp is not installed")


def event(**properties: Any) -> dict[str, Any]:
    """An event of some organisation."""
    return {
        "uuid": "0b3e1f7a-4f8e-4a35-9f5e-7c55a1d2e301",
        "info": "Phishing against ministries",
        "date": "2023-03-14",
        "Orgc": {"name": "CERT-FR", "uuid": "0b3e1f7a-4f8e-4a35-9f5e-7c55a1d2e302"},
        "Tag": [
            {"name": 'misp-galaxy:threat-actor="APT28"'},
            {"name": 'misp-galaxy:target-information="France"'},
            {"name": "tlp:green"},
        ],
        "Galaxy": [
            {
                "type": "mitre-attack-pattern",
                "GalaxyCluster": [{"type": "mitre-attack-pattern", "value": "Phishing - T1566"}],
            }
        ],
        "Attribute": [
            {"type": "vulnerability", "category": "External analysis", "value": "CVE-2023-23397"},
            {"type": "ip-dst", "category": "Network activity", "value": "198.51.100.7"},
        ],
        **properties,
    }


def said(ledger: Ledger) -> set[tuple[str, str, str]]:
    return {
        (one.claim.subject.id, str(one.claim.predicate), one.claim.object.id)
        for one in ledger.claims()
        if one.claim.object
    }


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: {"Event": one},
        lambda one: {"response": [{"Event": one}]},
        lambda one: [{"Event": one}],
    ],
)
def test_an_event_is_claims_of_who_made_it(empty_ledger: Ledger, wrapped: Any) -> None:
    data = json.dumps(wrapped(event())).encode()
    told = import_bytes(empty_ledger, data, "misp.json")
    incident = "incident:phishing-against-ministries"
    assert said(empty_ledger) == {
        (incident, "attributed-to", "group:apt28"),
        (incident, "targets", "state:FR"),
        (incident, "uses", "technique:T1566"),
        (incident, "exploits", "vulnerability:cve-2023-23397"),
    }
    for stored in empty_ledger.claims():
        assert [one.text for one in stored.claim.claimants] == ["CERT-FR"]
        assert stored.claim.said_on == "2023-03-14"
        text = empty_ledger.document(stored.document).text
        assert text and stored.claim.span.of(text) == stored.claim.quote
    assert (told.format, told.objects, told.added) == ("MISP", 1, 4)
    assert told.passed_over == {"attribute ip-dst": 1}


def test_our_own_events_are_left_to_stix(small: Ledger, empty_ledger: Ledger) -> None:
    from vidocq.share.misp.export import write_events

    file = io.BytesIO()
    write_events(small, file)
    told = import_bytes(empty_ledger, file.getvalue(), "misp.json")
    assert told.passed_over == {"event of Vidocq (import its STIX)": 3}
    assert said(empty_ledger) == set()


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"Event": 7}, "event 1: an event is a JSON object"),
        ({"Event": event(info=None)}, "info: is missing"),
        ({"Event": event(date="yesterday")}, "yesterday"),
        ({"Event": event(Attribute=[{"type": "ip-dst"}])}, "value"),
        ({"Event": event(Attribute=[{"type": "nonsense", "value": "1"}])}, "nonsense"),
        ({"response": [{"Event": event()}, {"Event": event(info=7)}]}, "event 2"),
        ({"response": []}, "0 events"),
        ({"type": "threat-actor", "uuid": "1", "values": [{"meta": {}}]}, "value"),
        ({"type": "threat-actor", "uuid": "1", "values": 7}, "values"),
        ({"type": "cancer", "uuid": "1", "values": []}, "no galaxy of this type is read"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_kept(
    empty_ledger: Ledger, told: Any, wrong: str
) -> None:
    with pytest.raises(Unfit) as fault:
        import_bytes(empty_ledger, json.dumps(told).encode(), "misp.json")
    assert wrong in str(fault.value)
    assert list(empty_ledger.documents()) == []


# The galaxy ---------------------------------------------------------------------------------


BEAR = {
    "value": "APT 99, Paper Bear",
    "uuid": "11111111-1111-4111-8111-111111111111",
    "description": "A made-up group.",
    "meta": {
        "synonyms": ["Paper Bear", "Origami"],
        "country": "RU",
        "attribution-confidence": "50",
        "cfr-suspected-state-sponsor": "Russian Federation",
        "cfr-suspected-victims": ["Estonia", "Iran (Islamic Republic of)", "A Fair of Stamps"],
        "cfr-target-category": ["Government", "Philately"],
    },
    "related": [
        {
            "dest-uuid": "22222222-2222-4222-8222-222222222222",
            "type": "similar",
            "tags": ['estimative-language:likelihood-probability="likely"'],
        },
        {"dest-uuid": "33333333-3333-4333-8333-333333333333", "type": "uses"},
    ],
}
OTHER = {"value": "Folded Bear", "uuid": "22222222-2222-4222-8222-222222222222"}


def test_a_cluster_is_claims_of_the_galaxy(empty_ledger: Ledger) -> None:
    file = {"type": "threat-actor", "uuid": "1", "name": "Threat Actor", "values": [BEAR, OTHER]}
    told = import_bytes(empty_ledger, json.dumps(file).encode(), "threat-actor.json")
    assert said(empty_ledger) == {
        ("group:apt-99", "same-as", "group:paper-bear"),
        ("group:apt-99", "same-as", "group:origami"),
        ("group:apt-99", "same-as", "group:folded-bear"),
        ("group:apt-99", "located-in", "state:RU"),
        ("group:apt-99", "sponsored-by", "state:RU"),
        ("group:apt-99", "targets", "state:EE"),
        ("group:apt-99", "targets", "state:IR"),
        ("group:apt-99", "targets", "organisation:a-fair-of-stamps"),
        ("group:apt-99", "targets", "sector:government"),
        ("group:apt-99", "targets", "other:philately"),
    }
    by_predicate = {str(one.claim.predicate): one.claim for one in empty_ledger.claims()}
    sponsor = by_predicate["sponsored-by"]
    assert sponsor.quote == "APT 99 is suspected to be sponsored by Russian Federation."
    assert (sponsor.confidence, sponsor.likelihood) == ("moderate", "roughly-even")
    assert [one.id for one in sponsor.claimants] == ["organisation:misp-galaxy"]
    assert told.passed_over == {"cluster of threat-actor": 1, "relation uses": 1}


def test_the_galaxys_threat_actors_import_whole(empty_ledger: Ledger) -> None:
    data = (galaxy_folder() / "threat-actor.json").read_bytes()
    clusters = json.loads(data)["values"]
    told = import_bytes(empty_ledger, data, "threat-actor.json")
    assert told.objects == len(clusters) > 800
    silent = told.passed_over["cluster of threat-actor"]
    assert told.documents == len(clusters) - silent
    assert told.claims == told.added > 3000
    sponsored = {s for s in said(empty_ledger) if s[1] == "sponsored-by"}
    assert ("group:apt28", "sponsored-by", "state:RU") in said(empty_ledger)
    assert sum(o.startswith("state:") for _, _, o in sponsored) > 0.9 * len(sponsored)
    victims = [o for _, p, o in said(empty_ledger) if p == "targets"]
    assert sum(o.startswith(("state:", "sector:")) for o in victims) > 0.8 * len(victims)


def test_importing_again_changes_nothing(empty_ledger: Ledger) -> None:
    file = json.dumps({"type": "threat-actor", "uuid": "1", "values": [BEAR, OTHER]}).encode()
    import_bytes(empty_ledger, file, "threat-actor.json")
    before = list(empty_ledger.dump(moments=True))
    assert import_bytes(empty_ledger, file, "threat-actor.json").added == 0
    assert list(empty_ledger.dump(moments=True)) == before
