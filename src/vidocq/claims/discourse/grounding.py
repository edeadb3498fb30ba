"""A copy of a document to read, and what is read in it put back into the document's own words."""

from __future__ import annotations

import msgspec

from vidocq.language.accents import accented
from vidocq.language.pack import Pack
from vidocq.language.plain import Plain, is_plain, plain
from vidocq.language.sentences import unwrapped
from vidocq.model import Claim, Document, Reference, Span


class Readable(msgspec.Struct, frozen=True):
    """The copy, and the way back from its text to the document's; the document itself where there is nothing to change."""

    document: Document
    way: Plain | None = None
    spans: list[tuple[int, int]] | None = None
    """The sentences of the copy, where they are known already."""

    @property
    def moved(self) -> bool:
        """Whether positions differ from those in the document."""
        return self.way is not None and bool(self.way.changes)


def readable(document: Document, pack: Pack) -> Readable:
    """The document with plain spaces and letters, its lines unbroken, and with its accents where it was written without any."""
    text = document.text
    way = Plain(text) if is_plain(text) else plain(text)
    unbroken, spans = unwrapped(way.text)
    copied = accented(unbroken, pack)
    if copied != unbroken:
        spans = None
    if copied == text:
        return Readable(document, spans=spans)
    if copied != way.text:
        way = msgspec.structs.replace(way, text=copied)
    title = plain(document.title).text if document.title else document.title
    return Readable(msgspec.structs.replace(document, text=copied, title=title), way, spans)


def grounded(claims: tuple[Claim, ...], copy: Readable, document: Document) -> tuple[Claim, ...]:
    """The claims with the quotes, positions and names of the document."""
    if copy.way is None:
        return claims
    way, text = copy.way, document.text
    return tuple(_grounded(claim, way, text) for claim in claims)


def _grounded(claim: Claim, way: Plain, text: str) -> Claim:
    def named(reference: Reference) -> Reference:
        speaker = reference.speaker
        return msgspec.structs.replace(
            reference,
            text=_words(reference.text, claim.span, way, text),
            speaker=_words(speaker, claim.span, way, text) if speaker else speaker,
        )

    start, end = way.back(claim.span.start, claim.span.end)
    return msgspec.structs.replace(
        claim,
        subject=named(claim.subject),
        object=named(claim.object) if claim.object else None,
        claimants=tuple(named(c) for c in claim.claimants),
        via=tuple(named(v) for v in claim.via),
        quote=text[start:end],
        span=Span(start, end),
    )


def _words(words: str, near: Span, way: Plain, text: str) -> str:
    """Words of the copy as the document has them, from the quote if they stand in it."""
    at = way.text.find(words, near.start, near.end)
    if at < 0:
        at = way.text.find(words)
    if at < 0 or not words:
        return words
    start, end = way.back(at, at + len(words))
    return text[start:end]
