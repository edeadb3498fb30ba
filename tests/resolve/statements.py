"""Claims on the record, as the ledger gives them, made from a line each."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from vidocq.ledger.records import StoredClaim
from vidocq.model import (
    Claim,
    Confidence,
    Count,
    EntityType,
    Likelihood,
    Polarity,
    Predicate,
    Reference,
    Span,
)


def entity(id: str, text: str | None = None) -> Reference:
    kind, _, name = id.partition(":")
    return Reference(type=EntityType(kind), text=text or name, id=id)


def stated(
    document: str,
    subject: str,
    predicate: str,
    target: str | None = None,
    *,
    by: str = "",
    via: str = "",
    day: str | None = "2021-07-19",
    denied: bool = False,
    confidence: str | None = None,
    likelihood: str | None = None,
    event: str | None = None,
    count: Count | None = None,
    publisher: str | None = None,
    language: str = "en",
    quote: str | None = None,
) -> StoredClaim:
    """One claim of one document; ids in the form of the guide, ``by`` and ``via`` several with spaces."""
    words = quote or f"{document}: {by} {subject} {predicate} {target} {count}"
    claim = Claim(
        predicate=Predicate(predicate),
        subject=entity(subject),
        object=entity(target) if target else None,
        claimants=tuple(entity(one) for one in by.split()),
        via=tuple(entity(one) for one in via.split()),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=Confidence(confidence) if confidence else None,
        likelihood=Likelihood(likelihood) if likelihood else None,
        event_time=event,
        said_on=day,
        count=count,
        quote=words,
        span=Span(0, len(words)),
    )
    sha256 = hashlib.sha256(document.encode()).hexdigest()
    return StoredClaim(
        id=sha256[:12] + hashlib.sha256(f"{claim}".encode()).hexdigest()[:12],
        claim=claim,
        document=sha256,
        title=document,
        publisher=publisher,
        published=day,
        language=language,
        extractor="test",
        told_day=int(day.replace("-", "")) if day else 0,
        accused=None,
        recorded_at=datetime(2024, 1, 1, tzinfo=UTC),
        ended_at=None,
    )
