"""The views as flat tables, for CSV: a function from an answer to rows, and the columns of each.

A passage fills the same columns in every table, so that a row can always be checked in its document.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from vidocq.ask.course import Entry
from vidocq.ask.deciding import Decided
from vidocq.ask.dossier import Told
from vidocq.ask.inventory import Holdings
from vidocq.ask.marking import MarkedDocument
from vidocq.ask.matrix import Accusation
from vidocq.ask.passages import Hit
from vidocq.ask.provenance import Provenance
from vidocq.resolve.conflicts import Conflict
from vidocq.resolve.statement import Passage

Row = dict[str, Any]
Rows = Callable[[Any], list[Row]]

PASSAGE = ("quote", "claim", "document", "start", "end")
TOLD = (
    "day",
    "predicate",
    "polarity",
    "subject_id",
    "subject",
    "object_id",
    "object",
    "claimant_ids",
    "claimants",
    "confidence",
    "likelihood",
    *PASSAGE,
)


def _passage(passage: Passage | None) -> Row:
    if passage is None:
        return dict.fromkeys(PASSAGE)
    return {name: getattr(passage, name) for name in PASSAGE}


ACCUSATIONS = (
    "accuser",
    "accuser_name",
    "accused",
    "accused_name",
    "predicate",
    "polarity",
    "claims",
    "first",
    "last",
    *PASSAGE,
)


def accusations_rows(told: Sequence[Accusation]) -> list[Row]:
    """A row for each accuser, accused, predicate and polarity."""
    return [
        {
            "accuser": row.accuser,
            "accuser_name": row.accuser_name,
            "accused": row.accused,
            "accused_name": row.accused_name,
            "predicate": str(act.predicate),
            "polarity": str(act.polarity),
            "claims": act.claims,
            "first": act.first,
            "last": act.last,
            **_passage(act.quote),
        }
        for row in told
        for act in row.by_act
    ]


def told_rows(told: Iterable[Told]) -> list[Row]:
    """A row a claim; several claimants stand in one cell, with semicolons."""
    return [
        {
            "day": one.day,
            "predicate": str(one.predicate),
            "polarity": str(one.polarity),
            "subject_id": one.subject_id,
            "subject": one.subject,
            "object_id": one.object_id,
            "object": one.object,
            "claimant_ids": "; ".join(one.claimant_ids),
            "claimants": "; ".join(one.claimants),
            "confidence": one.confidence,
            "likelihood": one.likelihood,
            **_passage(one.passage),
        }
        for one in told
    ]


def holdings_rows(told: Holdings) -> list[Row]:
    """The claims recorded last."""
    return told_rows(told.newest)


TIMELINE = (
    "day",
    "claimants",
    "subject_id",
    "subject",
    "predicate",
    "object_id",
    "object",
    "polarity",
    "confidence",
    "likelihood",
    "documents",
    "quote",
    "claim",
    "document",
    "start",
    "end",
)


def timeline_rows(told: Sequence[Entry]) -> list[Row]:
    """A row for each entry, with its first passage."""
    found = []
    for one in told:
        quote = one.quotes[0]
        found.append(
            {
                "day": one.day,
                "claimants": "; ".join(one.claimants),
                "subject_id": one.subject_id,
                "subject": one.subject,
                "predicate": str(one.predicate),
                "object_id": one.object_id,
                "object": one.object,
                "polarity": str(one.polarity),
                "confidence": one.confidence and str(one.confidence),
                "likelihood": one.likelihood and str(one.likelihood),
                "documents": one.documents,
                "quote": quote.quote,
                "claim": quote.claim,
                "document": quote.document,
                "start": quote.start,
                "end": quote.end,
            }
        )
    return found


CONFLICTS = (
    "kind",
    "level",
    "about",
    "sentence",
    "documents",
    "first_quote",
    "first_claim",
    "first_document",
    "second_quote",
    "second_claim",
    "second_document",
)


def conflicts_rows(told: Sequence[Conflict]) -> list[Row]:
    """A row for each conflict."""
    return [
        {
            "kind": str(one.kind),
            "level": int(one.level),
            "about": one.about,
            "sentence": " ".join((one.sentence, *one.also)),
            "documents": one.documents,
            "first_quote": one.first.quote,
            "first_claim": one.first.claim,
            "first_document": one.first.document,
            "second_quote": one.second.quote,
            "second_claim": one.second.claim,
            "second_document": one.second.document,
        }
        for one in told
    ]


SEARCH = (
    "document",
    "title",
    "publisher",
    "published",
    "language",
    "source",
    "claims",
    "passage",
    "start",
    "end",
)


def search_rows(told: Sequence[Hit]) -> list[Row]:
    """A row for each document found."""
    return [
        {
            "document": one.document,
            "title": one.title,
            "publisher": one.publisher,
            "published": one.published,
            "language": one.language,
            "source": one.source,
            "claims": len(one.claims),
            "passage": one.passage.quote,
            "start": one.passage.start,
            "end": one.passage.end,
        }
        for one in told
    ]


SOURCES = (
    "origin",
    "origin_name",
    "document",
    "title",
    "publisher",
    "published",
    "how",
    "claim",
)


def sources_rows(told: Provenance) -> list[Row]:
    """A row for each document, with the number of its origin."""
    return [
        {
            "origin": number,
            "origin_name": origin.name,
            "document": step.document,
            "title": step.title,
            "publisher": step.publisher,
            "published": step.published,
            "how": step.how,
            "claim": step.claim,
        }
        for number, origin in enumerate(told.origins, 1)
        for step in origin.chain
    ]


DOCUMENT = TOLD


def document_rows(told: MarkedDocument) -> list[Row]:
    """A row a claim, in the order of the text."""
    rows = []
    for one in told.claims:
        claim = one.stored.claim
        rows.append(
            {
                "day": claim.said_on or one.stored.published,
                "predicate": str(claim.predicate),
                "polarity": str(claim.polarity),
                "subject_id": one.subject_id,
                "subject": one.subject,
                "object_id": one.object_id,
                "object": one.object,
                "claimant_ids": "; ".join(who.id for who in claim.claimants),
                "claimants": "; ".join(one.claimants),
                "confidence": claim.confidence,
                "likelihood": claim.likelihood,
                "quote": claim.quote,
                "claim": one.stored.id,
                "document": one.stored.document,
                "start": claim.span.start,
                "end": claim.span.end,
            }
        )
    return rows


DECISIONS = ("id", "kind", "a", "a_name", "b", "b_name", "by", "reason", "at")


def decisions_rows(told: Sequence[Decided]) -> list[Row]:
    """A row a decision."""
    return [{name: getattr(one, name) for name in DECISIONS} for one in told]


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows as CSV (RFC 4180) with a header, fit to be opened by a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, extrasaction="raise", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: cell(row.get(name)) for name in columns} for row in rows)
    return out.getvalue()


def cell(value: Any) -> Any:
    """A cell as a spreadsheet may open it: words that a program would take for a formula are marked."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value
