"""STIX that is wrong, too large, hostile or changed: the fault is named and nothing kept, or it does no harm."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.share.stix.bundles import Object, extension, written
from tests.share.stix.producers import (
    ALL,
    GROUP,
    MALWARE,
    VENDOR,
    WHEN,
    bundle,
    link,
    said,
    sdo,
)
from vidocq.ledger import Ledger
from vidocq.share import Unfit
from vidocq.share.importing import import_bytes

pytest.importorskip("stix2", reason="stix2 is not installed")


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
