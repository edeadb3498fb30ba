"""What resolving needs of a claim on the record; the ledger's stored claims are of this form."""

from __future__ import annotations

from typing import Protocol

import msgspec

from vidocq.model import Claim


class Statement(Protocol):
    """A claim with its provenance. ``told_day`` is ``yyyymmdd``, 0 where no day is known."""

    @property
    def id(self) -> str:
        """The claim's id."""

    @property
    def claim(self) -> Claim:
        """What is said."""

    @property
    def document(self) -> str:
        """SHA-256 of the document."""

    @property
    def title(self) -> str | None:
        """The document's title."""

    @property
    def publisher(self) -> str | None:
        """Who published the document."""

    @property
    def published(self) -> str | None:
        """When, as ISO 8601."""

    @property
    def language(self) -> str | None:
        """The document's language."""

    @property
    def told_day(self) -> int:
        """The day on which it was said, else published."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The words that carry something: where they stand (code points of the document's text), and of
    which claim. ``claim`` and ``document`` are None where a naming source and no document says it."""

    quote: str
    claim: str | None = None
    document: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    start: int | None = None
    end: int | None = None


def passage_of(statement: Statement) -> Passage:
    """The passage of a claim on the record."""
    claim = statement.claim
    return Passage(
        quote=claim.quote,
        claim=statement.id,
        document=statement.document,
        title=statement.title,
        publisher=statement.publisher,
        published=statement.published,
        start=claim.span.start,
        end=claim.span.end,
    )
