"""A document as read, and an input that could not be read."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from vidocq.model.claim import Claim
from vidocq.model.vocabulary import ErrorKind


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One report: its text and what is known of where it comes from.

    ``id`` is the file's stem or the record's own id; ``source`` the path, address or ``file#offset``
    it was read from; ``sha256`` the hex digest of the bytes read (of the record's own bytes in a
    container). ``language`` is an ISO 639-1 code, ``published`` an ISO 8601 date; both are None
    until they are known.
    """

    id: str
    text: str
    source: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None
    media_type: str = "text/plain"

    @classmethod
    def from_text(
        cls, text: str, *, id: str = "text", source: str = "text", **fields: Any
    ) -> Document:
        """A document made of a string, for use from Python and in tests."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id=id, text=text, source=source, sha256=digest, **fields)


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read. ``message`` is all that a person needs: it names the input, says why
    and what to do about it, so that whoever shows it puts no name before it."""

    id: str
    source: str
    kind: ErrorKind
    message: str

    def as_json(self) -> dict[str, Any]:
        """The error object of the command-line contract."""
        return {
            "doc": self.id,
            "error": {"kind": str(self.kind), "message": self.message},
            "claims": [],
        }


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in one document."""

    document: Document
    claims: tuple[Claim, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """One line of ``vidocq read --json``."""
        d = self.document
        return {
            "doc": d.id,
            "source": d.source,
            "language": d.language,
            "published": d.published,
            "title": d.title,
            "publisher": d.publisher,
            "sha256": d.sha256,
            "claims": [c.as_json() for c in self.claims],
        }
