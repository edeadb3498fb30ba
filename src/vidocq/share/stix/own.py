"""Our own bundles read back: the same claims with the same ids, of the same documents."""

from __future__ import annotations

from typing import Any

import msgspec

from vidocq.ledger import Judgement, JudgementKind
from vidocq.ledger.identity import claim_digest
from vidocq.model import Claim, Document, Reading
from vidocq.share.errors import Unfit
from vidocq.share.recording import with_quotes
from vidocq.share.stix.extension import EXTENSION, extension_of
from vidocq.share.stix.judgements import own_judgements

Object = dict[str, Any]

MOST_CHARACTERS = 20_000_000
"""Of a document: no report has more, and a position beyond would only fill the memory with blanks."""

_CLAIM = (
    *("predicate", "subject", "object", "claimants", "via", "polarity", "confidence", "likelihood"),
    *("event_time", "said_on", "count", "quote", "start", "end"),
)


class _Document(msgspec.Struct, frozen=True, kw_only=True):
    """The extension of a report of ours."""

    document: str
    name: str
    sources: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None
    media_type: str = "text/plain"
    text: str | None = None


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle of ours holds: documents with the claims that were read in them, and persons' word on claims.

    ``claims`` are all that notes tell, by their ids; ``withdrawn`` counts the notes of claims that are off the
    record for another reason than a person's word that holds: they are passed over.
    """

    readings: list[Reading]
    judgements: list[Judgement]
    claims: dict[str, Claim]
    withdrawn: int


def own_record(objects: list[Object], place: str) -> Own:
    """The documents that the reports of ours stand for, with the claims and judgements that the notes tell.

    A document that was read from several places is given once for each.

    Raises:
        Unfit: an extension of ours is not what its schema says, or a claim is not what its id says.
    """
    claims: dict[str, Claim] = {}
    notes: dict[str, Object] = {}
    for one in objects:
        told = extension_of(one, "claim")
        if told is not None:
            claims[told["claim"]] = _claim(told, one, place)
            notes[told["claim"]] = one
    judgements = own_judgements(objects, claims, place)
    last = {one.claim: one.kind for one in judgements}
    placed = {one.replacement for one in judgements}
    out = {
        id
        for id, one in notes.items()
        # What was put back, and is revoked nevertheless, was given up by its reader afterwards.
        if one.get("revoked")
        and id not in placed
        and last.get(id, JudgementKind.RESTORE) is JudgementKind.RESTORE
    }
    read: dict[str, list[Claim]] = {}
    words: dict[str, list[Claim]] = {}
    for id, one in notes.items():
        told = one["extensions"][EXTENSION]
        document = told["document"]
        if id in out:
            continue
        words.setdefault(document, []).append(claims[id])
        # A correction is made by the judgement: the reader has not read it.
        if "corrected_by" not in told or id not in placed:
            read.setdefault(document, []).append(claims[id])
    readings: list[Reading] = []
    seen: set[str] = set()
    for one in objects:
        told = extension_of(one, "document")
        if told is None or told.get("document") in seen:
            continue
        found = _document(told, one, place)
        seen.add(found.document)
        mine = read.get(found.document, [])
        readings += _readings(found, tuple(mine), words.pop(found.document, []), one, place)
    if words:
        digest, left = next(iter(words.items()))
        raise Unfit(
            place, None, f"no report tells of the document {digest[:12]}… of {len(left)} claims"
        )
    kept = [one for one in judgements if one.claim not in out]
    return Own(readings=readings, judgements=kept, claims=claims, withdrawn=len(out))


def _claim(told: Object, one: Object, place: str) -> Claim:
    where = f"{place}, {one['id']}"
    row = {name: told[name] for name in _CLAIM if name in told}
    try:
        claim = Claim.from_json(row)
    except (msgspec.ValidationError, TypeError) as fault:
        raise Unfit(where, f"extensions.{EXTENSION}", str(fault)) from None
    start, end = claim.span.start, claim.span.end
    if not 0 <= start <= end <= MOST_CHARACTERS or end - start != len(claim.quote):
        wrong = "they must be the quote's place in the document"
        raise Unfit(where, f"extensions.{EXTENSION}.start, end", wrong)
    document = told.get("document")
    if not _is_sha256(document):
        raise Unfit(where, f"extensions.{EXTENSION}.document", "is no SHA-256 in hexadecimal")
    if claim_digest(bytes.fromhex(str(document)), claim).hex() != told.get("claim"):
        wrong = "the claim is not the one that this id was made of"
        raise Unfit(where, f"extensions.{EXTENSION}.claim", wrong)
    return claim


def _is_sha256(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) == 64
        and all(digit in "0123456789abcdef" for digit in value)
    )


def _document(told: Object, one: Object, place: str) -> _Document:
    where = f"{place}, {one['id']}"
    try:
        found = msgspec.convert(told, _Document)
    except msgspec.ValidationError as fault:
        raise Unfit(where, f"extensions.{EXTENSION}", str(fault)) from None
    if not _is_sha256(found.document):
        raise Unfit(where, f"extensions.{EXTENSION}.document", "is no SHA-256 in hexadecimal")
    return found


def _readings(
    told: _Document, claims: tuple[Claim, ...], words: list[Claim], one: Object, place: str
) -> list[Reading]:
    """The readings of a document with its claims; ``words`` are all that quote it."""
    text = with_quotes("", words) if told.text is None else told.text
    if told.text is not None:
        for claim in words:
            if claim.span.of(text) != claim.quote:
                wrong = f"the text does not hold the quote of a claim at {claim.span.start}"
                raise Unfit(f"{place}, {one['id']}", f"extensions.{EXTENSION}.text", wrong)
    return [
        Reading(
            document=Document(
                id=told.name,
                text=text,
                source=source,
                sha256=told.document,
                title=told.title,
                publisher=told.publisher,
                published=told.published,
                language=told.language,
                address=told.address,
                media_type=told.media_type,
            ),
            claims=claims,
        )
        for source in told.sources or (place,)
    ]
