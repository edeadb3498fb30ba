"""Answers in sections as one table: each row names its section, what it tells, and the words it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vidocq.ask.dossier import Dossier, Told
from vidocq.ask.lines import Line
from vidocq.ask.standing import IncidentReport
from vidocq.resolve.statement import Passage

Row = dict[str, Any]

SECTIONS = (
    "section",
    "id",
    "name",
    "predicate",
    "polarity",
    "detail",
    "claims",
    "first",
    "last",
    "quote",
    "claim",
    "document",
    "title",
    "publisher",
    "published",
    "start",
    "end",
)


def row(section: str, passages: Sequence[Passage] = (), **cells: Any) -> Iterator[Row]:
    """A row of a section for each passage; one without a passage where there is none."""
    told: Row = {"section": section, **cells}
    if not passages:
        yield told
    for one in passages:
        yield told | {
            "quote": one.quote,
            "claim": one.claim,
            "document": one.document,
            "title": one.title,
            "publisher": one.publisher,
            "published": one.published,
            "start": one.start,
            "end": one.end,
        }


def line_rows(section: str, lines: Sequence[Line]) -> Iterator[Row]:
    """The rows of what is claimed, one for each passage."""
    for one in lines:
        yield from row(
            section,
            one.quotes,
            id=one.id,
            name=one.name,
            predicate=str(one.predicate),
            polarity=str(one.polarity),
            claims=one.claims,
            first=one.first,
            last=one.last,
        )


def told_rows(section: str, told: Sequence[Told]) -> Iterator[Row]:
    """The rows of single claims: subject and object as the name, claimants as the detail."""
    for one in told:
        yield from row(
            section,
            (one.passage,),
            name=" → ".join(name for name in (one.subject, one.object) if name),
            predicate=str(one.predicate),
            polarity=str(one.polarity),
            detail="; ".join(one.claimants),
            claims=1,
            first=one.day,
            last=one.day,
        )


def dossier_rows(told: Dossier) -> list[Row]:
    """The dossier's sections one after the other, a row for each passage."""
    found: list[Row] = []
    for name in told.names:
        sources = "; ".join(dict.fromkeys(word.owner for word in name.said_by))
        found += row("names", id=told.id, name=name.text, detail=sources)
    for section in ("sponsors", "sponsored", "done", "victims", "means"):
        found += line_rows(section, getattr(told, section))
    for one in told.accusers:
        found += row(
            "accusers",
            id=one.id,
            name=one.name,
            polarity=str(one.polarity),
            claims=one.claims,
            first=one.first,
            last=one.last,
        )
    for section in ("acts", "own_acts", "denials"):
        found += line_rows(section, getattr(told, section))
    return [*found, *told_rows("timeline", told.timeline)]


def incident_rows(told: IncidentReport) -> list[Row]:
    """The sections one after the other: actors blamed, with accusers and deniers, then what is told of it."""
    found: list[Row] = []
    for blame in told.blamed:
        common = {"id": blame.id, "name": blame.name, "first": blame.first, "last": blame.last}
        found += row("blamed", blame.quotes, polarity="affirmed", claims=blame.claims, **common)
        found += row("denied", blame.denials, polarity="denied", **common) if blame.denials else ()
        for section, voices in (("accusers", blame.accusers), ("deniers", blame.deniers)):
            for one in voices:
                found += row(
                    section,
                    id=one.id,
                    name=one.name,
                    detail=f"of {blame.name}; {one.kind}; confidence {one.confidence or 'unstated'}",
                    claims=one.claims,
                    first=one.first,
                    last=one.last,
                )
    found += told_rows("sponsors", told.sponsors)
    for section in ("victims", "means"):
        found += line_rows(section, getattr(told, section))
    for number in told.numbers:
        detail = f"{number.count.value} {number.count.unit}"
        found += row("numbers", number.quotes, name=number.what, detail=detail)
    for answered in told.responses:
        found += row(
            "responses",
            answered.quotes,
            id=answered.actor,
            name=answered.actor_name,
            predicate=str(answered.predicate),
            polarity=str(answered.polarity),
            detail=answered.target_name,
            first=answered.day,
            last=answered.day,
        )
    return found
