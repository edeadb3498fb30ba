"""An alert: a claim on the record of which a rule tells, whole in itself."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from vidocq.ledger import StoredClaim
from vidocq.ledger.records import StoredDocument
from vidocq.model import Claim, Polarity


class Contradicted(msgspec.Struct, frozen=True, kw_only=True):
    """What the claim contradicts: what disagrees, in a sentence, and the other passage."""

    sentence: str
    quote: str
    claim: str | None
    document: str | None
    title: str | None
    publisher: str | None
    published: str | None


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule tells. ``source`` is the name of the source that the claim came by; ``address`` where its document
    can be looked at, an address of the web or what else the record knows; ``new_pairs`` the states and blocs that
    accuse another for the first time, each with the accused (``FR``, ``RU``); ``claim_id`` what `vidocq sources`
    takes."""

    rule: str
    source: str
    claim: Claim
    claim_id: str
    document: str
    address: str
    title: str | None
    publisher: str | None
    published: str | None
    recorded_at: str
    new_pairs: tuple[tuple[str, str], ...] = ()
    contradicts: Contradicted | None = None

    @property
    def id(self) -> str:
        """The same for the same claim and rule, so that who gets an alert twice can tell."""
        return hashlib.sha256(f"{self.rule}\n{self.claim_id}".encode()).hexdigest()[:24]

    def as_json(self) -> dict[str, Any]:
        """The alert as it is sent; ``text`` says it in one line, under the name that chat servers look for."""
        return {
            "id": self.id,
            "rule": self.rule,
            "text": sentence_of(self),
            "source": self.source,
            "address": self.address,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "document": self.document,
            "recorded_at": self.recorded_at,
            "new_pairs": [list(pair) for pair in self.new_pairs],
            "contradicts": msgspec.to_builtins(self.contradicts),
            "claim": {"id": self.claim_id, **self.claim.as_json()},
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Alert:
        """The alert that ``as_json`` made.

        Raises:
            msgspec.ValidationError: it is none.
        """
        told = {name: row[name] for name in cls.__struct_fields__ if name in row}
        claim = {name: value for name, value in row["claim"].items() if name != "id"}
        told["claim"] = msgspec.to_builtins(Claim.from_json(claim))
        return msgspec.convert(told | {"claim_id": row["claim"]["id"]}, cls)


def alert_of(
    rule: str,
    source: str,
    stored: StoredClaim,
    document: StoredDocument,
    new_pairs: tuple[tuple[str, str], ...],
    contradicts: Contradicted | None,
) -> Alert:
    """The alert of a rule about a claim on the record."""
    return Alert(
        rule=rule,
        source=source,
        claim=stored.claim,
        claim_id=stored.id,
        document=stored.document,
        address=document.address or next(iter(document.sources), ""),
        title=stored.title,
        publisher=stored.publisher,
        published=stored.published,
        recorded_at=stored.recorded_at.isoformat(timespec="seconds"),
        new_pairs=new_pairs,
        contradicts=contradicts,
    )


def sentence_of(alert: Alert) -> str:
    """Who says what of whom, in one line: "Washington: piratage d’Exchange → Chine (attributed-to)"."""
    claim = alert.claim
    who = ", ".join(one.text for one in claim.claimants) or alert.publisher or "the report"
    sign = "↛" if claim.polarity is Polarity.DENIED else "→"
    what = (
        f"{claim.subject.text} {sign} {claim.object.text}" if claim.object else claim.subject.text
    )
    line = f"{alert.rule}: {who}: {what} ({claim.predicate}). “{claim.quote}” {alert.address}"
    return " ".join(line.split())
