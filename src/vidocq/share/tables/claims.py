"""The rows of the tables ``claims`` and ``sources``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vidocq.ledger import query
from vidocq.ledger.keys import party_of
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Reference
from vidocq.resolve.times import iso_day
from vidocq.share.selection import Chosen, with_names
from vidocq.share.tables.schema import Row


def claim_rows(chosen: Chosen) -> Iterator[Row]:
    """A row for each claim, document after document."""
    documents = query.by_document(chosen.setting.at, chosen.claims)
    for document, claims in with_names(chosen, documents):
        for one in claims:
            yield _claim_row(chosen, document, one)


def source_rows(chosen: Chosen) -> Iterator[Row]:
    """For each claim a row for each claimant, each outlet it was had through, and each place of its document."""
    documents = query.by_document(chosen.setting.at, chosen.claims)
    for document, claims in with_names(chosen, documents):
        for one in claims:
            yield from _source_rows(chosen, document, one)


def parties(references: Iterable[Reference]) -> list[str]:
    """The states and blocs of some references, each once, in their order."""
    found = (party_of(one) for one in references)
    return list(dict.fromkeys(party for party in found if party))


def _claim_row(chosen: Chosen, document: StoredDocument, stored: StoredClaim) -> Row:
    claim, target, count = stored.claim, stored.claim.object, stored.claim.count
    return {
        "claim": stored.id,
        "predicate": str(claim.predicate),
        "polarity": str(claim.polarity),
        "subject": claim.subject.id,
        "subject_type": str(claim.subject.type),
        "subject_name": chosen.name(claim.subject.id),
        "subject_text": claim.subject.text,
        "subject_state": party_of(claim.subject),
        "object": target.id if target else None,
        "object_type": str(target.type) if target else None,
        "object_name": chosen.name(target.id) if target else None,
        "object_text": target.text if target else None,
        "object_state": party_of(target) if target else None,
        "claimants": [one.id for one in claim.claimants],
        "claimant_names": [one.text for one in claim.claimants],
        "claimant_states": parties(claim.claimants),
        "speakers": [one.speaker or "" for one in claim.claimants],
        "via": [one.id for one in claim.via],
        "confidence": str(claim.confidence) if claim.confidence else None,
        "likelihood": str(claim.likelihood) if claim.likelihood else None,
        "event_time": claim.event_time,
        "said_on": claim.said_on,
        "told_on": iso_day(stored.told_day),
        "count": count.value if count else None,
        "count_unit": count.unit if count else None,
        "count_approximate": count.approximate if count else None,
        "accused": stored.accused,
        "quote": claim.quote,
        "quote_start": claim.span.start,
        "quote_end": claim.span.end,
        "document": stored.document,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "address": document.address,
        "extractor": stored.extractor,
        "recorded_at": stored.recorded_at.isoformat(),
        "corrected_by": stored.corrected_by,
    }


def _source_rows(chosen: Chosen, document: StoredDocument, stored: StoredClaim) -> Iterator[Row]:
    claim = stored.claim
    common = {
        "claim": stored.id,
        "predicate": str(claim.predicate),
        "subject": claim.subject.id,
        "object": claim.object.id if claim.object else None,
        "polarity": str(claim.polarity),
        "told_on": iso_day(stored.told_day),
        "document": stored.document,
        "published": document.published,
        "language": document.language,
    }
    for role, references in (("claimant", claim.claimants), ("via", claim.via)):
        for position, one in enumerate(references):
            yield common | {
                "role": role,
                "position": position,
                "source": one.id,
                "source_type": str(one.type),
                "source_name": chosen.name(one.id),
                "source_text": one.text,
                "source_state": party_of(one),
                "speaker": one.speaker,
            }
    for position, place in enumerate(document.sources):
        yield common | {
            "role": "document",
            "position": position,
            "source": place,
            "source_type": document.media_type,
            "source_name": document.publisher,
            "source_text": document.title,
            "source_state": None,
            "speaker": None,
        }
