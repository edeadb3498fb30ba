"""What was imported goes on the record, all of it or nothing that was wrong.

A document that a reader of ours has read stays as it was read; one that is known from imports alone
keeps all claims that any import brought.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from vidocq.ledger import ClaimFilter, Ledger, StoredClaim, query
from vidocq.model import Claim, Document, Reading

IMPORT = "import"


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did.

    ``objects`` were read and ``documents`` made of them, with ``claims``; ``added`` claims were new to the
    record, and so many ``judgements`` of claims and ``decisions`` on names by persons. ``kept`` documents had been read by a reader and stay as they were read. ``passed_over`` counts
    what says nothing that the record keeps, by what it is.
    """

    format: str
    objects: int
    documents: int
    claims: int
    added: int = 0
    kept: int = 0
    judgements: int = 0
    decisions: int = 0
    passed_over: dict[str, int] = {}


def record_imported(ledger: Ledger, readings: Sequence[Reading], of: str) -> tuple[int, int]:
    """Record readings made of an import; how many claims were added and how many documents kept as they were.

    ``of`` says what was imported ("stix", "misp").
    """
    with ledger.snapshot() as at:
        digests = [one.document.sha256 for one in readings]
        before = query.extractors_of(at, digests)
        fresh = [
            one for one in readings if before.get(one.document.sha256, IMPORT).startswith(IMPORT)
        ]
        again = tuple({d for d in before if before[d].startswith(IMPORT)})
        held: dict[str, list[StoredClaim]] = {}
        if again:
            for stored in query.each_claim(at, ClaimFilter(documents=again)):
                held.setdefault(stored.document, []).append(stored)
    united = [_united(one, held.get(one.document.sha256, ())) for one in fresh]
    summary = ledger.record(united, extractor=f"{IMPORT} {of} {_fingerprint(united)}")
    added = summary.claims - summary.superseded
    return added, len({one.document.sha256 for one in readings}) - len(
        {one.document.sha256 for one in fresh}
    )


def _united(reading: Reading, held: Sequence[StoredClaim]) -> Reading:
    """The reading with the claims that earlier imports of the document brought.

    Of persons' corrections it has the words alone: they stand by themselves.
    """
    mine = set(reading.claims)
    more = [one for one in held if one.claim not in mine]
    if not more:
        return reading
    document = msgspec.structs.replace(
        reading.document,
        text=with_quotes(reading.document.text, [one.claim for one in more]),
    )
    read = (one.claim for one in more if one.corrected_by is None)
    return Reading(document=document, claims=(*reading.claims, *read))


def with_quotes(text: str, claims: Sequence[Claim]) -> str:
    """A text that is known by quotes alone, with those of the claims at their places; gaps are blank."""
    length = max((one.span.end for one in claims), default=0)
    letters = list(text.ljust(length))
    for one in claims:
        letters[one.span.start : one.span.end] = one.quote
    return "".join(letters)


def blank(document: Document, claims: Sequence[Claim]) -> Document:
    """A document whose text is made of its claims' quotes at their places."""
    return msgspec.structs.replace(document, text=with_quotes("", claims))


def _fingerprint(readings: Sequence[Reading]) -> str:
    """What tells one import from another: the same one again changes nothing."""
    digest = hashlib.blake2b(digest_size=8)
    for one in readings:
        digest.update(one.document.sha256.encode())
        for claim in one.claims:
            digest.update(msgspec.json.encode(claim.as_json()))
    return digest.hexdigest()
