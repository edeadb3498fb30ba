"""Claims in short: the notation in which the tables of these tests say what a sentence claims.

``attributed-to incident → state:RU by state:US; likely; in 2020`` reads: the United States says that
an incident is likely Russia's work, and that it was in 2020. ``incident`` and ``actor`` stand for any
incident and any unnamed actor, whose ids are made of the sentence's own words; all else is its id.
After ``by`` stand the claimants, after ``via`` who passes it on, after the semicolons what is
said of polarity, confidence, likelihood, dates and number, where anything is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from vidocq.claims import read
from vidocq.model import Claim, Document, EntityType, Polarity, Reference

Table = dict[str, list[str]]
"""Sentence → all the claims it makes."""

Dated = list[tuple[str, str, list[str]]]
"""The day on which a report came out, its sentence, and all the claims it makes."""


def claimed(text: str, language: str, published: str | None = None) -> list[str]:
    """All claims of a text in short form, in alphabetical order."""
    return sorted(short(claim) for claim in claims(text, language, published))


def claims(text: str, language: str, published: str | None = None) -> tuple[Claim, ...]:
    """All claims that the rules make of a text, in the order of the reading: a table's sentence shows what a rule
    reads, which no change of the weights (`test_trained`) changes."""
    document = Document.from_text(text, language=language, published=published)
    return read(document, rules_only=True).claims


def short(claim: Claim) -> str:
    """A claim in short form."""
    words = f"{claim.predicate} {_name(claim.subject)} → {_name(claim.object)}"
    if claim.claimants:
        words += " by " + _names(claim.claimants)
    if claim.via:
        words += " via " + _names(claim.via)
    said = [
        "denied" if claim.polarity is Polarity.DENIED else None,
        f"{claim.confidence} confidence" if claim.confidence else None,
        str(claim.likelihood) if claim.likelihood else None,
        f"in {claim.event_time}" if claim.event_time else None,
        f"said {claim.said_on}" if claim.said_on else None,
    ]
    if claim.count:
        about = "about " if claim.count.approximate else ""
        said.append(f"{about}{claim.count.value} {claim.count.unit}")
    return "; ".join([words, *filter(None, said)])


def rows(*tables: Table) -> list[Any]:
    """The rows of tables as parameters of a test, each named by its sentence."""
    return [
        pytest.param(sentence, expected, id=sentence)
        for table in tables
        for sentence, expected in table.items()
    ]


def _names(references: Iterable[Reference]) -> str:
    return ", ".join(sorted(_name(reference) for reference in references))


def _name(reference: Reference | None) -> str:
    if reference is None:
        return "nothing"
    return {EntityType.INCIDENT: "incident", EntityType.UNNAMED_ACTOR: "actor"}.get(
        reference.type, reference.id
    )
