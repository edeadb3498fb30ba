"""``document``: one document with its text and every claim that is read in it, in the order of the text."""

from __future__ import annotations

import msgspec

from vidocq.ask.setting import asking
from vidocq.ledger import Ledger, Moment, StoredClaim, StoredDocument, query


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as it stands in its document, with the usual names of what it is about.

    ``claimants`` are names, in the order of the claim's claimants.
    """

    subject: str
    subject_id: str
    object: str | None
    object_id: str | None
    claimants: tuple[str, ...]
    stored: StoredClaim


class MarkedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document on the record, its text in it, and its claims in the order of their quotes."""

    document: StoredDocument
    claims: tuple[Marked, ...]


def document(ledger: Ledger, id: str, *, as_of: Moment = None) -> MarkedDocument:
    """The document with this SHA-256, or the one whose SHA-256 begins so.

    Raises:
        LedgerError: (``unknown-id``, ``ambiguous-id``) none or several begin so.
        EmptyRecord: nothing was read yet.
    """
    found = ledger.document(id, as_of=as_of)
    with asking(ledger, as_of=as_of) as setting:
        return MarkedDocument(
            document=found,
            claims=tuple(
                Marked(
                    subject=setting.label(one.claim.subject.id, one.claim.subject.text),
                    subject_id=setting.actors.canonical(one.claim.subject.id),
                    object=setting.label(one.claim.object.id, one.claim.object.text)
                    if one.claim.object
                    else None,
                    object_id=setting.actors.canonical(one.claim.object.id)
                    if one.claim.object
                    else None,
                    claimants=tuple(setting.label(c.id, c.text) for c in one.claim.claimants),
                    stored=one,
                )
                for one in query.claims_of_document(setting.at, found.sha256, as_of=as_of)
            ),
        )
