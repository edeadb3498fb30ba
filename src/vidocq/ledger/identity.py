"""Names made of contents: the same claim in the same document has the same id on every machine."""

from __future__ import annotations

import hashlib
import re

import msgspec

from vidocq.model import Claim, Document, Reading, Reference, Span

DIGEST_BYTES = 12
"""96 bits: among a thousand million things the chance of any two alike is about 1 in 10**11."""

_encode = msgspec.json.Encoder().encode
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _digest(*parts: object) -> bytes:
    return hashlib.blake2b(_encode(parts), digest_size=DIGEST_BYTES).digest()


def _identity(reference: Reference | None) -> tuple[str, str, str, str | None] | None:
    if reference is None:
        return None
    return (reference.type, reference.id, reference.text, reference.speaker)


def claim_digest(document: bytes, claim: Claim) -> bytes:
    """The id of a claim: its document and all it says, in its words, but not where they stand.

    ``document`` is the document's SHA-256, whose first 6 bytes begin the id: claims of one document
    lie together in the index, and a reader sees that they do. Position and extractor are left out, so
    that what a person judged of a claim still holds when a later extractor finds it again.
    """
    count = claim.count
    said = _digest(
        document.hex(),
        claim.predicate,
        _identity(claim.subject),
        _identity(claim.object),
        [_identity(c) for c in claim.claimants],
        [_identity(v) for v in claim.via],
        claim.polarity,
        claim.confidence,
        claim.likelihood,
        claim.event_time,
        claim.said_on,
        (count.value, count.unit, count.approximate) if count else None,
        claim.quote,
    )
    return document[: DIGEST_BYTES // 2] + said[: DIGEST_BYTES // 2]


def text_digest(title: str | None, text: str) -> bytes:
    """The id of a text with its title, as both were drawn from the document's bytes."""
    return _digest(title, text)


def decision_digest(kind: str, a: str, b: str, by: str, turn: int) -> bytes:
    """The id of a decision; ``turn`` counts how often this person has decided just this before."""
    return _digest(kind, a, b, by, turn)


def judgement_digest(kind: str, claim: bytes, by: str, turn: int) -> bytes:
    """The id of a judgement of one claim; ``turn`` as in `decision_digest`."""
    return _digest(kind, claim.hex(), by, turn)


def is_storable(text: str) -> bool:
    """Whether any database can hold a text as it is: without NUL and lone surrogates."""
    return not _UNSTORABLE.search(text)


def storable(reading: Reading) -> Reading:
    """The reading with the code points that no database text can hold replaced by U+FFFD.

    NUL and lone surrogates come out of broken files. One stands for one, so that every position
    still marks the same words.
    """
    raw = reading.document
    if all(
        _is_storable(part)
        for part in (raw.text, raw.id, raw.source, raw.title, raw.publisher, raw.address)
        if part
    ):
        return reading
    return Reading(
        document=_cleaned_document(raw), claims=tuple(_cleaned_claim(c) for c in reading.claims)
    )


def _is_storable(text: str) -> bool:
    # By way of UTF-8, which has no surrogates: that is faster than a look for them.
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False


def _clean(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)


def _clean_or_none(text: str | None) -> str | None:
    return None if text is None else _clean(text)


def _cleaned_document(document: Document) -> Document:
    return msgspec.structs.replace(
        document,
        id=_clean(document.id),
        text=_clean(document.text),
        source=_clean(document.source),
        title=_clean_or_none(document.title),
        publisher=_clean_or_none(document.publisher),
        address=_clean_or_none(document.address),
    )


def _cleaned_reference(reference: Reference) -> Reference:
    return Reference(
        type=reference.type,
        text=_clean(reference.text),
        id=_clean(reference.id),
        speaker=_clean_or_none(reference.speaker),
    )


def _cleaned_claim(claim: Claim) -> Claim:
    return msgspec.structs.replace(
        claim,
        subject=_cleaned_reference(claim.subject),
        object=_cleaned_reference(claim.object) if claim.object else None,
        claimants=tuple(_cleaned_reference(c) for c in claim.claimants),
        via=tuple(_cleaned_reference(v) for v in claim.via),
        count=msgspec.structs.replace(claim.count, unit=_clean(claim.count.unit))
        if claim.count
        else None,
        quote=_clean(claim.quote),
    )


def grounded(claim: Claim, text: str) -> bool:
    """Whether the quote stands in the text at its position."""
    return Span(claim.span.start, claim.span.end).of(text) == claim.quote
