"""Our own bundles read back: the same claims with the same ids, of the same documents."""

from __future__ import annotations

from typing import Any

import msgspec

from vidocq.ledger.identity import claim_digest
from vidocq.model import Claim, Document, Reading
from vidocq.share.errors import Unfit
from vidocq.share.recording import with_quotes
from vidocq.share.stix.extension import EXTENSION, extension_of

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


def own_readings(objects: list[Object], place: str) -> list[Reading]:
    """The documents that the reports of ours stand for, with the claims that the notes tell.

    A document that was read from several places is given once for each.

    Raises:
        Unfit: an extension of ours is not what its schema says, or a claim is not what its id says.
    """
    claims: dict[str, dict[str, Claim]] = {}
    for one in objects:
        told = extension_of(one, "claim")
        if told is not None:
            claim = _claim(told, one, place)
            claims.setdefault(told["document"], {})[told["claim"]] = claim
    readings: list[Reading] = []
    seen: set[str] = set()
    for one in objects:
        told = extension_of(one, "document")
        if told is None or told.get("document") in seen:
            continue
        document = _document(told, one, place)
        seen.add(document.document)
        readings += _readings(
            document, tuple(claims.pop(document.document, {}).values()), one, place
        )
    if claims:
        digest, left = next(iter(claims.items()))
        raise Unfit(
            place, None, f"no report tells of the document {digest[:12]}… of {len(left)} claims"
        )
    return readings


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


def _readings(told: _Document, claims: tuple[Claim, ...], one: Object, place: str) -> list[Reading]:
    text = with_quotes("", claims) if told.text is None else told.text
    if told.text is not None:
        for claim in claims:
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
