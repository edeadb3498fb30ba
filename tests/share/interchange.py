"""One claim in every format, for docs/interchange.md: python -m tests.share.interchange prints the blocks."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.ledger.reports import claim, document, entity
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import Confidence, Predicate, Reading
from vidocq.share import Selection
from vidocq.share.graphml import write_graphml
from vidocq.share.misp.export import write_events
from vidocq.share.navigator import write_layer
from vidocq.share.stix import write_bundle
from vidocq.share.stix.extension import EXTENSION
from vidocq.share.tables.schema import Table
from vidocq.share.tables.writing import table_as_csv

WORDS = "NATO said with high confidence that Volt Typhoon was behind the cyberattack on Estonia."
METHOD = "NATO said with high confidence that Volt Typhoon used web shells."
MOMENT = "2024-02-09T08:00:00.000Z"


def record(folder: Path, words: str = WORDS) -> Ledger:
    """A ledger with one report that makes one claim: who was behind an attack, or (``METHOD``) what was used."""
    ledger = open_ledger(str(folder / "one.sqlite"))
    told = document(
        words,
        id="wire",
        source="wire.txt",
        title="NATO names Volt Typhoon",
        publisher="Wire Desk",
        published="2024-02-08",
        language="en",
    )
    group = entity("group:volt-typhoon", "Volt Typhoon")
    attack = entity("incident:cyberattack-estonia", "the cyberattack on Estonia")
    said = (
        (Predicate.ATTRIBUTED_TO, attack, group)
        if words == WORDS
        else (Predicate.USES, group, entity("technique:web-shell", "web shells"))
    )
    made = claim(
        told,
        words,
        *said,
        (entity("bloc:nato", "NATO"),),
        confidence=Confidence.HIGH,
        said_on="2024-02-08",
    )
    ledger.record([Reading(document=told, claims=(made,))], extractor="vidocq 0.1.0")
    return ledger


def blocks(ledger: Ledger) -> dict[str, str]:
    """The text of each block of the page, by its title; moments of recording are one and the same."""
    return {
        "read --json": _claim(ledger),
        "stix": _stix(ledger),
        "misp": _misp(ledger),
        "csv": _csv(ledger),
        "incidents": _incidents(ledger),
        "graphml": _graphml(ledger),
    }


def _written(write: Callable[..., int], ledger: Ledger, *more: Any, **options: Any) -> str:
    file = io.BytesIO()
    write(ledger, file, *more, **options)
    return file.getvalue().decode("utf-8")


def _claim(ledger: Ledger) -> str:
    [stored] = ledger.claims()
    return _json(stored.claim.as_json())


def _json(told: Any) -> str:
    text = json.dumps(told, ensure_ascii=False, indent=2)
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", _moment, text)
    # Short lists and objects on one line.
    return re.sub(r"([\[{])\n\s+([^\[\]{}]{1,100}?)\n\s+([\]}])", _joined, text)


def _moment(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith(("2024-02-08", "2026-01-01")) else MOMENT


def _joined(found: re.Match[str]) -> str:
    return found[1] + re.sub(r"\n\s+", " ", found[2]) + found[3]


def _stix(ledger: Ledger) -> str:
    told = json.loads(_written(write_bundle, ledger))["objects"]
    shown = [
        one
        for one in told
        if one["type"] in ("relationship", "note") and one.get("relationship_type") != "related-to"
    ]
    for one in shown:
        if one["type"] == "relationship":
            assert EXTENSION in one["extensions"]
    return "\n".join(_json(one) for one in shown)


def _misp(ledger: Ledger) -> str:
    [wrapped] = json.loads(_written(write_events, ledger))["response"]
    told = wrapped["Event"]
    [made] = told["Object"]
    values = [
        {key: one[key] for key in ("object_relation", "value", "type")} for one in made["Attribute"]
    ]
    return _json(
        {
            "info": told["info"],
            "date": told["date"],
            "Tag": [{"name": one["name"]} for one in told["Tag"]],
            "Object": [{"name": made["name"], "Attribute": values}],
        }
    )


def _navigator(ledger: Ledger) -> str:
    told = json.loads(_written(write_layer, ledger, Selection(actor="Volt Typhoon")))
    return _json({key: told[key] for key in ("name", "versions", "domain", "techniques")})


def _csv(ledger: Ledger) -> str:
    return _cells(_written(table_as_csv, ledger))


def _incidents(ledger: Ledger) -> str:
    return _cells(_written(table_as_csv, ledger, table=Table.INCIDENTS))


def _cells(text: str) -> str:
    """The cells of the one row that are not empty, a line each."""
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    row |= {"recorded_at": "2024-02-09T08:00:00+00:00"} if "recorded_at" in row else {}
    return "\n".join(f"{name}: {cell}" for name, cell in row.items() if cell)


def _graphml(ledger: Ledger) -> str:
    text = _written(write_graphml, ledger)
    return re.sub(
        r"(<(?:node|edge|data)\b)", r"\n\1", text[text.index("<edge") :].split("</graph>")[0]
    ).strip()


def page_blocks() -> dict[str, str]:
    """The blocks of a fresh record."""
    with tempfile.TemporaryDirectory() as folder, record(Path(folder)) as ledger:
        found = blocks(ledger)
    with tempfile.TemporaryDirectory() as folder, record(Path(folder), METHOD) as ledger:
        return found | {"navigator": _navigator(ledger)}


if __name__ == "__main__":
    for title, text in page_blocks().items():
        print(f"=== {title}\n{text}")
