"""Answers in sections as one table: each row names its section, what it tells, and the words it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vidocq.ask.dossier import Told
    from vidocq.ask.lines import Line
    from vidocq.resolve.statement import Passage

Row = dict[str, Any]

COLUMNS = (
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
