"""What the ledger gives back: plain frozen records, none of them tied to a database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from vidocq.ledger.codes import DecisionKind, JudgementKind
from vidocq.model import Claim, Document, EntityType, Polarity, Predicate, Span


class RecordSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What one call of ``record`` did.

    ``documents`` is how many were given; of these ``new`` were never seen before, ``known`` had been
    read by this extractor already, and ``reread`` are known ones that a new extractor read again.
    ``claims`` counts statements added, ``kept`` those a new reading found again as they stood,
    ``superseded`` those it no longer makes.
    """

    documents: int = 0
    new: int = 0
    known: int = 0
    reread: int = 0
    claims: int = 0
    kept: int = 0
    superseded: int = 0

    def __add__(self, other: RecordSummary) -> RecordSummary:
        return RecordSummary(
            **{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__}
        )


class StoredDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document on the record, as its reading in force tells it.

    ``sha256`` is its id; ``sources`` are all the places it was read from, in alphabetical order;
    ``name`` is the short name it bore at the first of them. ``characters`` is the text's length in
    code points; ``text`` itself is given by ``document(id)`` only.
    """

    sha256: str
    name: str
    sources: tuple[str, ...]
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    address: str | None
    media_type: str
    extractor: str
    recorded_at: datetime
    characters: int
    claims: int
    text: str | None = None

    def as_document(self) -> Document:
        """The model's document, of a stored one that was fetched with its text."""
        return Document(
            id=self.name,
            text=self.text or "",
            source=self.sources[0] if self.sources else "",
            sha256=self.sha256,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            language=self.language,
            address=self.address,
            media_type=self.media_type,
        )


class StoredClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim on the record: what it says, where it stands, since when and until when it held.

    ``id`` is 24 hexadecimal digits: 12 of the document's SHA-256, 12 made of the claim's contents. ``told_day`` is the
    day it was said, else published, as ``yyyymmdd`` (0 unknown); ``accused`` the state or bloc that it
    is laid on. ``ended_at`` is None while it stands; else a later reading no longer made the claim, or
    a person retracted it.
    """

    id: str
    claim: Claim
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    extractor: str
    told_day: int
    accused: str | None
    recorded_at: datetime
    ended_at: datetime | None
    corrected_by: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The claim as ``vidocq read --json`` prints it, with its provenance around it."""
        return {
            "id": self.id,
            **self.claim.as_json(),
            "document": self.document,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "extractor": self.extractor,
            "recorded_at": self.recorded_at.isoformat(),
        }


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's word on one claim: retracted, replaced by another, or restored."""

    id: str
    kind: JudgementKind
    claim: str
    by: str
    reason: str
    recorded_at: datetime
    replacement: str | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A person's word on two names: same, distinct, or the undoing of an earlier word.

    ``a`` and ``b`` are in alphabetical order: the decision has no direction. ``undoes`` is set on
    ``undo`` only.
    """

    id: str
    kind: DecisionKind
    a: str
    b: str
    by: str
    reason: str | None
    recorded_at: datetime
    undoes: str | None = None


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that answers a search, with its claims whose quote does too.

    ``score`` is higher for better and is only meant to order one answer. ``passage`` is the stretch of
    the text around the first words found, ``snippet`` its words.
    """

    document: StoredDocument
    score: float
    passage: Span
    snippet: str
    claims: tuple[StoredClaim, ...]


class NamedEntity(msgspec.Struct, frozen=True, kw_only=True):
    """An entity on the record and one name by which documents speak of it."""

    id: str
    type: EntityType
    name: str


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of one subject, predicate, object and polarity: how many, and when they were told.

    Days here and below are ``yyyymmdd``, 0 where none is known.
    """

    subject: str
    predicate: Predicate
    object: str | None
    polarity: Polarity
    claims: int
    first_day: int
    last_day: int


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """All claims by one claimant about one party (the subject or object of the claims)."""

    claimant: str
    type: EntityType
    about: str
    polarity: Polarity
    claims: int
    first_day: int
    last_day: int


class AccusationCell(msgspec.Struct, frozen=True, kw_only=True):
    """One party's claims against another: states in two capitals, blocs in lower case."""

    accuser: str
    accused: str
    predicate: Predicate
    polarity: Polarity
    claims: int
    first_day: int
    last_day: int


class MonthCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many claims of a predicate were told in a month (``yyyymm``; 0 where no date is known)."""

    month: int
    predicate: Predicate
    polarity: Polarity
    claims: int


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """A subject of which the record says more than one thing: a candidate for a conflict.

    ``affirmed`` and ``denied`` are objects with the number of claims of each, most claimed first.
    """

    subject: str
    predicate: Predicate
    affirmed: tuple[tuple[str, int], ...]
    denied: tuple[tuple[str, int], ...]


class GroupMember(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One member of a group that the resolving step worked out, and why it belongs there.

    ``document`` is a SHA-256, ``entity`` an entity id; either is None where the group is of entities
    only (in whatever document), or of documents only.
    """

    group: str
    document: str | None = None
    entity: str | None = None
    reason: str = ""
