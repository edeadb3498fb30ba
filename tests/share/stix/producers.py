"""Objects of some producer of STIX for the tests, bundles of them, and what a ledger says once they are imported."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.share.stix.bundles import Object
from vidocq.ledger import Ledger

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
