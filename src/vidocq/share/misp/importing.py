"""MISP onto the record: events of others, and cluster files of the galaxy."""

from __future__ import annotations

from typing import Any

from vidocq.ledger import Ledger
from vidocq.share.misp.events import Events, events_in
from vidocq.share.misp.galaxies import Galaxy
from vidocq.share.recording import Imported, record_imported


def is_misp(told: Any) -> bool:
    """Whether some JSON is an export of MISP or a cluster file of its galaxy."""
    if isinstance(told, list):
        return bool(told) and isinstance(told[0], dict) and "Event" in told[0]
    if not isinstance(told, dict):
        return False
    return any(key in told for key in ("Event", "response")) or (
        "values" in told and "uuid" in told and "objects" not in told
    )


def import_misp(ledger: Ledger, told: Any, place: str) -> Imported:
    """Record what an export of MISP says.

    Raises:
        Unfit: something in it is wrong; nothing was recorded.
        MissingPackage: pymisp is not installed.
    """
    source: Galaxy | Events
    if isinstance(told, dict) and "values" in told:
        source, number = Galaxy(told, place), len(told["values"])
        form = "MISP galaxy"
    else:
        events = events_in(told, place)
        source, number, form = Events(events, place), len(events), "MISP"
    readings = list(source.readings())
    added, kept = record_imported(ledger, readings, "misp")
    return Imported(
        format=form,
        objects=number,
        documents=len(readings),
        claims=sum(len(one.claims) for one in readings),
        added=added,
        kept=kept,
        passed_over=dict(sorted(source.passed_over.items())),
    )
