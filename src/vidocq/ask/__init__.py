"""The views of the record: plain functions from a ledger to plain frozen records.

    from vidocq.ask import who
    from vidocq.ledger import open_ledger

    with open_ledger() as ledger:
        dossier = who(ledger, "Zirconium")

Every view takes ``as_of`` (a moment of recording) and tells each thing with its passages: claim,
document and position of the quote.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOME = {
    "who": "dossier",
    "incident": "event",
    "accusations": "matrix",
    "timeline": "course",
    "conflicts": "contradictions",
    "search": "passages",
    "sources": "provenance",
    "vendor_accusations": "vendors",
    "cell": "behind",
    "named": "naming",
    "told": "telling",
    "version": "state",
    "holdings": "inventory",
    "document": "marking",
    "same": "deciding",
    "distinct": "deciding",
    "undo": "deciding",
    "decisions": "deciding",
    "AskError": "errors",
    "EmptyRecord": "errors",
    "UnknownName": "errors",
}
"""Where each view lives; the database is imported only when one is used."""


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"vidocq.ask.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
