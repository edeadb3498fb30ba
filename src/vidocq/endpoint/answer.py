"""The answer of a model as proposed claims; what has not the form of one is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from vidocq.model.vocabulary import Confidence, EntityType, Likelihood, Polarity, Predicate

_MOST = 500
"""Proposals that are looked at: a report has some dozens of claims."""
_FENCE = re.compile(r"^\s*```[a-z]*\s*\n(.*)\n\s*```\s*$", re.DOTALL)


class ProposedReference(msgspec.Struct, frozen=True):
    """An entity as a model names it; an id that it gives is not read."""

    type: EntityType
    text: str
    speaker: str | None = None


class ProposedCount(msgspec.Struct, frozen=True):
    """A number as a model gives it."""

    value: int
    unit: str
    approximate: bool = False


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as a model proposes it, of legal vocabulary and nothing more."""

    predicate: Predicate
    subject: ProposedReference
    object: ProposedReference | None = None
    claimants: tuple[ProposedReference, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    confidence: Confidence | None = None
    likelihood: Likelihood | None = None
    event_time: str | None = None
    said_on: str | None = None
    count: ProposedCount | None = None
    quote: str


class AnswerError(ValueError):
    """The answer is no JSON object with a list of claims."""


def proposals(answer: str) -> Iterator[Proposal]:
    """The proposed claims of an answer, in its order.

    Raises:
        AnswerError: the answer as a whole has not the form that was asked for.
    """
    fenced = _FENCE.match(answer)
    try:
        given = msgspec.json.decode((fenced.group(1) if fenced else answer).encode())
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError) as fault:
        raise AnswerError(f"the model's answer is no JSON: {fault}") from None
    rows = given.get("claims") if isinstance(given, dict) else None
    if not isinstance(rows, list):
        raise AnswerError('the model\'s answer is no object of the form {"claims": [...]}')
    return (p for row in rows[:_MOST] if (p := _proposal(row)) is not None)


def _proposal(row: Any) -> Proposal | None:
    try:
        return msgspec.convert(row, Proposal)
    except (msgspec.ValidationError, RecursionError):
        return None
