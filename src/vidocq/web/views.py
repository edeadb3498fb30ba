"""The table of views: each with its address, what it can be asked, who answers, and how it is shown.

To add a view: a function in `vidocq.ask`, its parameters in `asked`, its rows in `vidocq.ask.tables`, a
template, and a line here. The page, its JSON and CSV and the OpenAPI document follow from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from vidocq import ask
from vidocq.ask import sections, tables
from vidocq.ask.course import Entry
from vidocq.ask.deciding import Decided
from vidocq.ask.dossier import Dossier, Told
from vidocq.ask.inventory import Holdings
from vidocq.ask.marking import MarkedDocument
from vidocq.ask.matrix import Accusation
from vidocq.ask.passages import Hit
from vidocq.ask.provenance import Provenance
from vidocq.ask.standing import IncidentReport
from vidocq.ledger import Ledger
from vidocq.resolve.conflicts import Conflict
from vidocq.web import asked


@dataclass(frozen=True)
class View:
    """One view. ``path`` is the page's address and, with ``.json`` or ``.csv`` after it, that of its data
    (``data_path`` where the page's own cannot bear a suffix)."""

    name: str
    path: str
    summary: str
    asked: type[asked.Asked]
    answer: Any
    ask: Callable[[Ledger, Any], Any]
    columns: Sequence[str]
    rows: tables.Rows
    data_path: str = ""

    @property
    def base(self) -> str:
        """The address before a suffix."""
        return self.data_path or self.path


def _holdings(ledger: Ledger, of: asked.HoldingsAsked) -> Holdings:
    told: Holdings = ask.holdings(ledger, as_of=of.as_of, limit=of.limit)
    return told


def _accusations(ledger: Ledger, of: asked.AccusationsAsked) -> tuple[Accusation, ...]:
    view = ask.vendor_accusations if of.accusers == "firms" else ask.accusations
    told: tuple[Accusation, ...] = view(
        ledger, by=of.by, of=of.of, since=of.since, until=of.until, as_of=of.as_of
    )
    return told


def _cell(ledger: Ledger, of: asked.CellAsked) -> tuple[Told, ...]:
    told: tuple[Told, ...] = ask.cell(
        ledger, of.by, of.of, since=of.since, until=of.until, as_of=of.as_of, limit=of.limit
    )
    return told


def _actor(ledger: Ledger, of: asked.ActorAsked) -> Dossier:
    told: Dossier = ask.who(ledger, of.name, as_of=of.as_of, viewpoint=of.viewpoint, limit=of.limit)
    return told


def _incident(ledger: Ledger, of: asked.IncidentAsked) -> IncidentReport:
    told: IncidentReport = ask.incident(
        ledger, of.name, as_of=of.as_of, viewpoint=of.viewpoint, limit=of.limit
    )
    return told


def _timeline(ledger: Ledger, of: asked.TimelineAsked) -> tuple[Entry, ...]:
    told: tuple[Entry, ...] = ask.timeline(
        ledger,
        of.name,
        of=of.of,
        since=of.since,
        until=of.until,
        as_of=of.as_of,
        limit=of.limit,
    )
    return told


def _conflicts(ledger: Ledger, of: asked.ConflictsAsked) -> tuple[Conflict, ...]:
    told: tuple[Conflict, ...] = ask.conflicts(
        ledger, of.name, kinds=(of.kind,) if of.kind else (), as_of=of.as_of, limit=of.limit
    )
    return told


def _search(ledger: Ledger, of: asked.SearchAsked) -> tuple[Hit, ...]:
    if not of.words:
        return ()
    told: tuple[Hit, ...] = ask.search(ledger, of.words, as_of=of.as_of, limit=of.limit)
    return told


def _document(ledger: Ledger, of: asked.DocumentAsked) -> MarkedDocument:
    told: MarkedDocument = ask.document(ledger, of.id, as_of=of.as_of)
    return told


def _claim(ledger: Ledger, of: asked.ClaimAsked) -> Provenance:
    told: Provenance = ask.sources(ledger, of.id, as_of=of.as_of)
    return told


def _decisions(ledger: Ledger, of: asked.DecisionsAsked) -> tuple[Decided, ...]:
    told: tuple[Decided, ...] = ask.decisions(ledger, as_of=of.as_of, history=of.history)
    return told


VIEWS = (
    View(
        name="home",
        path="/",
        data_path="/home",
        summary="What the record holds, and the claims recorded last",
        asked=asked.HoldingsAsked,
        answer=Holdings,
        ask=_holdings,
        columns=tables.TOLD,
        rows=tables.holdings_rows,
    ),
    View(
        name="accusations",
        path="/accusations",
        summary="Who accuses whom: states and blocs (agencies counted for them), or firms",
        asked=asked.AccusationsAsked,
        answer=tuple[Accusation, ...],
        ask=_accusations,
        columns=tables.ACCUSATIONS,
        rows=tables.accusations_rows,
    ),
    View(
        name="cell",
        path="/accusations/claims",
        summary="The claims of a state, bloc or firm against a state or bloc",
        asked=asked.CellAsked,
        answer=tuple[Told, ...],
        ask=_cell,
        columns=tables.TOLD,
        rows=tables.told_rows,
    ),
    View(
        name="actor",
        path="/actor/{name}",
        summary="The dossier of an actor, under all its names",
        asked=asked.ActorAsked,
        answer=Dossier,
        ask=_actor,
        columns=sections.SECTIONS,
        rows=sections.dossier_rows,
    ),
    View(
        name="incident",
        path="/incident/{name}",
        summary="An incident: who blames whom for it, how surely, who denies, what followed",
        asked=asked.IncidentAsked,
        answer=IncidentReport,
        ask=_incident,
        columns=sections.SECTIONS,
        rows=sections.incident_rows,
    ),
    View(
        name="timeline",
        path="/timeline",
        summary="Claims and responses in time",
        asked=asked.TimelineAsked,
        answer=tuple[Entry, ...],
        ask=_timeline,
        columns=tables.TIMELINE,
        rows=tables.timeline_rows,
    ),
    View(
        name="conflicts",
        path="/conflicts",
        summary="Contradictions on the record, each with both passages",
        asked=asked.ConflictsAsked,
        answer=tuple[Conflict, ...],
        ask=_conflicts,
        columns=tables.CONFLICTS,
        rows=tables.conflicts_rows,
    ),
    View(
        name="search",
        path="/search",
        summary="Documents by their words, with their claims",
        asked=asked.SearchAsked,
        answer=tuple[Hit, ...],
        ask=_search,
        columns=tables.SEARCH,
        rows=tables.search_rows,
    ),
    View(
        name="document",
        path="/document/{id}",
        summary="A document with its text and the claims in it",
        asked=asked.DocumentAsked,
        answer=MarkedDocument,
        ask=_document,
        columns=tables.DOCUMENT,
        rows=tables.document_rows,
    ),
    View(
        name="claim",
        path="/claim/{id}",
        summary="A claim and every source of it, copies folded, independent claimants counted",
        asked=asked.ClaimAsked,
        answer=Provenance,
        ask=_claim,
        columns=tables.SOURCES,
        rows=tables.sources_rows,
    ),
    View(
        name="decisions",
        path="/decisions",
        summary="Persons' decisions that two names mean the same, or do not",
        asked=asked.DecisionsAsked,
        answer=tuple[Decided, ...],
        ask=_decisions,
        columns=tables.DECISIONS,
        rows=tables.decisions_rows,
    ),
)
"""In the order of the OpenAPI document."""

BY_NAME = {view.name: view for view in VIEWS}
