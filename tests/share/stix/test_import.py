"""STIX of others: relationships, other names and opinions become claims of their producer; what makes none is counted."""

from __future__ import annotations

import pytest

from tests.share.stix.bundles import Object
from tests.share.stix.producers import (
    ALL,
    CAMPAIGN,
    COUNTRY,
    FLAW,
    GROUP,
    MALWARE,
    METHOD,
    STATE,
    VENDOR,
    VICTIM,
    bundle,
    link,
    said,
    sdo,
)
from vidocq.ledger import Ledger
from vidocq.share.importing import import_bytes
from vidocq.share.recording import Imported

pytest.importorskip("stix2", reason="stix2 is not installed")


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
