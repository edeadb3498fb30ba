"""Narrow questions to one state of the ledger, each fast on a million claims; the views compose them.

    with ledger.snapshot() as at:
        newest = query.claims_about(at, ["group:apt31", "group:zirconium"], limit=50)

Wherever entities are asked for, any number of ids may be given: the resolving step says which names
mean the same. ``as_of`` is a moment of recording; without it what holds now is told, mostly from the
tallies that are kept with every change.
"""

from __future__ import annotations

from vidocq.ledger.query.claims import (
    began,
    claims_about,
    claims_of_document,
    keys_about,
    newest,
    same_claim,
)
from vidocq.ledger.query.conflicts import contested, denials
from vidocq.ledger.query.judged import JudgedClaim, judged
from vidocq.ledger.query.names import (
    beginning,
    entities,
    exists,
    incidents_called,
    named,
    names_of,
)
from vidocq.ledger.query.news import accusers_before, last_statement, recorded_after
from vidocq.ledger.query.tallies import (
    accusations,
    counts,
    edge_counts,
    edges,
    edges_of_predicate,
    edges_of_sections,
    entities_by_key,
    months,
    voices,
)
from vidocq.ledger.query.whole import (
    Appearance,
    Assertion,
    accused_parties,
    appearances,
    assertions,
    by_document,
    documents,
    each_claim,
    entities_of,
    extractors_of,
    first_names,
    state_of,
)

__all__ = [
    "Appearance",
    "Assertion",
    "JudgedClaim",
    "accusations",
    "accused_parties",
    "accusers_before",
    "appearances",
    "assertions",
    "began",
    "beginning",
    "by_document",
    "claims_about",
    "claims_of_document",
    "contested",
    "counts",
    "denials",
    "documents",
    "each_claim",
    "edge_counts",
    "edges",
    "edges_of_predicate",
    "edges_of_sections",
    "entities",
    "entities_by_key",
    "entities_of",
    "exists",
    "extractors_of",
    "first_names",
    "incidents_called",
    "judged",
    "keys_about",
    "last_statement",
    "months",
    "named",
    "names_of",
    "newest",
    "recorded_after",
    "same_claim",
    "state_of",
    "voices",
]
