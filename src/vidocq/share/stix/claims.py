"""A claim as a note - who says it, in which words - and, where it is denied or doubted, as an opinion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Claim, Count, Polarity, Reference
from vidocq.resolve.times import iso_day
from vidocq.share.stix.extension import EXTENSION, PRODUCER, extended
from vidocq.share.stix.ids import stix_id, timestamp
from vidocq.share.stix.mapping import confidence, mapping, opinion
from vidocq.share.stix.notes import Note, told_note, told_opinion


class Ends(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of the objects that a claim is about and of those who make it.

    ``relationship`` is None where nobody on the record affirms what the claim denies, and where the claim
    has no object.
    """

    subject: str
    object: str | None
    relationship: str | None
    claimants: tuple[str, ...]
    via: tuple[str, ...]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What all claims of one document say of it.

    ``author`` speaks where a claim names nobody; ``where`` follows the quote.
    """

    author: str
    where: str
    references: list[dict[str, Any]]


class _Extension(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The extension of a note; what is None is left out."""

    extension_type: str
    kind: str
    claim: str
    predicate: str
    subject: dict[str, Any]
    object: dict[str, Any] | None = None
    claimants: list[dict[str, Any]] | None = None
    via: list[dict[str, Any]] | None = None
    polarity: str
    confidence: str | None = None
    likelihood: str | None = None
    event_time: str | None = None
    said_on: str | None = None
    count: Count | None = None
    quote: str
    start: int
    end: int
    document: str
    extractor: str
    corrected_by: str | None = None
    subject_ref: str
    object_ref: str | None = None
    relationship_ref: str | None = None
    claimant_refs: tuple[str, ...] | None = None
    via_refs: tuple[str, ...] | None = None


class _Extensions(msgspec.Struct, frozen=True, rename={"ours": EXTENSION}):
    ours: _Extension


def note_id(claim: str) -> str:
    """The id of the note that tells a claim."""
    return stix_id("note", claim)


def source_of(document: StoredDocument) -> Source:
    """What all claims of a document say of it."""
    where = [one for one in (document.publisher, document.title, document.published) if one]
    return Source(
        author=document.publisher or document.title or document.name,
        where=", ".join(where) or document.name,
        references=[_reference(document)],
    )


def note(stored: StoredClaim, source: Source, ends: Ends, *, revoked: str | None = None) -> Note:
    """The note that tells a claim; ``revoked`` is since when it is off the record by a person's word."""
    claim = stored.claim
    when = timestamp(stored.recorded_at)
    who = authors(stored, source)
    return told_note(
        id=note_id(stored.id),
        created=when,
        modified=revoked or when,
        revoked=revoked is not None,
        abstract=abstract(claim, who),
        content=_content(stored, source),
        authors=who,
        refs=_refs(ends),
        references=source.references,
        extensions=_Extensions(
            _Extension(
                extension_type="property-extension",
                kind="claim",
                claim=stored.id,
                predicate=claim.predicate,
                subject=claim.subject.as_json(),
                object=claim.object.as_json() if claim.object else None,
                claimants=[one.as_json() for one in claim.claimants] or None,
                via=[one.as_json() for one in claim.via] or None,
                polarity=claim.polarity,
                confidence=claim.confidence,
                likelihood=claim.likelihood,
                event_time=claim.event_time,
                said_on=claim.said_on,
                count=claim.count,
                quote=claim.quote,
                start=claim.span.start,
                end=claim.span.end,
                document=stored.document,
                extractor=stored.extractor,
                corrected_by=stored.corrected_by,
                subject_ref=ends.subject,
                object_ref=ends.object,
                relationship_ref=ends.relationship,
                claimant_refs=ends.claimants or None,
                via_refs=ends.via or None,
            )
        ),
        confidence=confidence(claim.confidence, claim.likelihood),
        lang=stored.language or None,
    )


def opinion_of(
    stored: StoredClaim, source: Source, ends: Ends, *, revoked: str | None = None
) -> dict[str, Any] | None:
    """The opinion of one who denies a relationship or finds it unlikely; None of one who holds with it."""
    held = opinion(stored.claim)
    if held is None:
        return None
    when = timestamp(stored.recorded_at)
    return told_opinion(
        id=stix_id("opinion", stored.id),
        created=when,
        modified=revoked or when,
        revoked=revoked is not None,
        explanation=_content(stored, source),
        authors=authors(stored, source),
        opinion=held,
        refs=[ends.relationship] if ends.relationship else _refs(ends),
    )


def _refs(ends: Ends) -> list[str]:
    every = (ends.relationship, ends.subject, ends.object, *ends.claimants)
    return list(dict.fromkeys(filter(None, every)))


def authors(stored: StoredClaim, source: Source) -> list[str]:
    """Who says it: the claimants with their speakers, else the document's publisher or title."""
    if not stored.claim.claimants:
        return [source.author]
    return list(dict.fromkeys(map(_author, stored.claim.claimants)))


def _author(one: Reference) -> str:
    return f"{one.text} ({one.speaker})" if one.speaker else one.text


def abstract(claim: Claim, authors: Sequence[str]) -> str:
    """The claim of its authors in one English sentence, for who reads no further."""
    denied = claim.polarity is Polarity.DENIED
    target = claim.object.text if claim.object else _counted(claim.count)
    phrase = (
        mapping()
        .phrases[claim.predicate][denied]
        .format(subject=_plain(claim.subject.text), object=_plain(target))
    )
    surely = [f"with {claim.confidence} confidence"] if claim.confidence else []
    surely += [str(claim.likelihood).replace("-", " ")] if claim.likelihood else []
    how = f" ({', '.join(surely)})" if surely else ""
    return f"{', '.join(authors)} {'denies' if denied else 'claims'}: {phrase}{how}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _counted(count: Count | None) -> str:
    if count is None:
        return "something unnamed"
    return f"{'about ' if count.approximate else ''}{count.value:,} {count.unit}"


def _content(stored: StoredClaim, source: Source) -> str:
    """The quote and where it stands."""
    claim = stored.claim
    told = f"“{claim.quote}”\n{source.where}"
    if claim.said_on or stored.told_day:
        told += f"\nsaid on {claim.said_on or iso_day(stored.told_day)}"
    return told


def _reference(document: StoredDocument) -> dict[str, Any]:
    return {
        "source_name": document.publisher or document.name,
        **({"description": document.title} if document.title else {}),
        **(
            {"url": document.address, "hashes": {"SHA-256": document.sha256}}
            if document.address
            else {"external_id": document.sha256}
        ),
    }


def report(
    document: StoredDocument,
    source: Source,
    claims: Sequence[StoredClaim],
    refs: Sequence[str],
    *,
    part: str,
    text: bool,
    standing: int | None = None,
) -> dict[str, Any]:
    """The report that stands for a document and holds its claims, of which ``standing`` (all) are in force.

    ``part`` names the selection: the report of a part of a document's claims is another object than
    that of all.
    """
    when = timestamp(max(one.recorded_at for one in claims))
    number = len(claims) if standing is None else standing
    published = document.published if document.published and len(document.published) == 10 else None
    told: dict[str, Any] = {
        "type": "report",
        "spec_version": "2.1",
        "id": stix_id("report", document.sha256, part),
        "created_by_ref": PRODUCER,
        "created": when,
        "modified": when,
        "name": document.title or document.name,
        "description": f"A document read by Vidocq; the notes tell what it claims ({number}).",
        "report_types": ["threat-report"],
        "published": f"{published}T00:00:00Z" if published else when,
        "object_refs": list(refs),
        "external_references": source.references,
        "extensions": extended(
            "document",
            document=document.sha256,
            name=document.name,
            sources=list(document.sources),
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            language=document.language,
            address=document.address,
            media_type=document.media_type,
            extractor=document.extractor,
            text=document.text if text else None,
        ),
    }
    if document.language:
        told["lang"] = document.language
    return told
