"""Whatever somebody changes in a file that is imported: it is refused with its fault named, or it is taken; never half."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.ledger.reports import ALL
from tests.share.stix.bundles import written
from tests.share.stix.producers import GROUP, MALWARE, VENDOR, VICTIM, bundle, link, sdo
from vidocq.ledger import open_ledger
from vidocq.model import Polarity
from vidocq.share.errors import ShareError
from vidocq.share.importing import import_bytes

pytest.importorskip("stix2", reason="stix2 is not installed")
pytest.importorskip("pymisp", reason="pymisp is not installed")

UUID = "7cdff317-a673-4474-84ec-4f175494782"


@cache
def ours() -> str:
    """A bundle of our own with all that persons can say."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(str(Path(folder) / "ours.sqlite")) as ledger,
    ):
        ledger.record(ALL, extractor="by hand")
        first, second, *_ = ledger.claims()
        ledger.retract(first.id, by="an analyst", reason="misread")
        denied = second.claim.polarity is Polarity.DENIED
        other = Polarity.AFFIRMED if denied else Polarity.DENIED
        ledger.correct(second.id, replace(second.claim, polarity=other), by="a lawyer", reason="no")
        ledger.decide("same", "group:apt31", "group:zirconium", by="an analyst")
        return written(ledger, texts=True).decode()


@cache
def a_vendors() -> str:
    """A bundle of some producer."""
    uses, targets = link(20, GROUP, "uses", MALWARE), link(21, GROUP, "targets", VICTIM)
    doubt = sdo(
        "opinion", 22, opinion="disagree", authors=["CrowdStrike"], object_refs=[uses["id"]]
    )
    return bundle(VENDOR, GROUP, MALWARE, VICTIM, uses, targets, doubt).decode()


@cache
def an_event() -> str:
    """An event of MISP."""
    event = {
        "info": "Example",
        "uuid": f"{UUID}0",
        "date": "2024-01-01",
        "Orgc": {"name": "Example Org", "uuid": f"{UUID}1"},
        "Tag": [{"name": 'misp-galaxy:threat-actor="APT28"'}],
        "Attribute": [
            {
                "type": "vulnerability",
                "category": "External analysis",
                "value": "CVE-2021-26855",
                "uuid": f"{UUID}2",
            }
        ],
    }
    return json.dumps({"response": [{"Event": event}]})


@cache
def a_galaxy() -> str:
    """A galaxy of MISP."""
    meta = {
        "synonyms": ["Example Bear"],
        "country": "RU",
        "cfr-suspected-state-sponsor": "Russian Federation",
        "cfr-suspected-victims": ["Estonia"],
        "attribution-confidence": "50",
    }
    value = {"value": "Example", "uuid": f"{UUID}3", "meta": meta}
    return json.dumps(
        {
            "name": "Threat Actor",
            "type": "threat-actor",
            "uuid": f"{UUID}4",
            "description": "Groups",
            "source": "MISP",
            "version": 3,
            "values": [value],
        }
    )


Place = tuple[str | int, ...]


def places(told: Any, at: Place = ()) -> Iterator[Place]:
    """Every place in a value of JSON."""
    if at:
        yield at
    parts = told.items() if isinstance(told, dict) else enumerate(told)
    for key, value in parts:
        if isinstance(value, (dict, list)):
            yield from places(value, (*at, key))
        else:
            yield (*at, key)


GONE = "(gone)"
values = st.sampled_from(
    [
        *(GONE, None, 0, -1, 10**30, 1.5, True, "", "x", "\0", "\ud800", "2020-13-45", "type--x"),
        *([], {}, [[]], [1], ["\ud800"], {"a": None}, {"type": "note"}, "x" * 70_000),
    ]
)


@given(st.sampled_from([ours, a_vendors, an_event, a_galaxy]), st.data())
@settings(max_examples=100)
def test_a_changed_file_is_refused_or_taken(of: Any, data: st.DataObject) -> None:
    told = json.loads(of())
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(list(places(told))))
        within = told
        for key in way:
            within = within[key]
        value = data.draw(values)
        if value == GONE:
            del within[last]
        else:
            # A copy: a later change may fall into it, even put it into itself.
            within[last] = deepcopy(value)
        if not told:
            break
    with (
        tempfile.TemporaryDirectory() as folder,
        open_ledger(str(Path(folder) / "taken.sqlite")) as ledger,
    ):
        try:
            import_bytes(ledger, json.dumps(told).encode(), "changed.json")
        except ShareError as fault:
            assert "changed.json" in str(fault)
            kept = list(ledger.documents())
            assert (kept, ledger.judgements(), ledger.decisions(history=True)) == ([], [], [])
        else:
            assert ledger.check() == []


@pytest.mark.parametrize("name", ["relationship_type", "source_ref", "name", "description"])
def test_what_is_no_text_where_one_must_be_is_named(tmp_path: Path, name: str) -> None:
    told = json.loads(a_vendors())
    [one] = [o for o in told["objects"] if o["id"] == link(20, GROUP, "uses", MALWARE)["id"]]
    one[name] = {"a": 1}
    with (
        open_ledger(str(tmp_path / "taken.sqlite")) as ledger,
        pytest.raises(ShareError, match=f"relationship--.*{name}"),
    ):
        import_bytes(ledger, json.dumps(told).encode(), "changed.json")
