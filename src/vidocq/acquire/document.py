"""One document from the bytes of a file or of a page, told apart by what they hold."""

from __future__ import annotations

import hashlib

from vidocq.acquire.extracted import Extracted
from vidocq.acquire.file_name import facts_of_name, stem_of
from vidocq.acquire.guarded import Item, unreadable
from vidocq.acquire.limits import Limits, Refused, megabytes
from vidocq.acquire.sniff import Kind, sniff
from vidocq.acquire.text import read_text
from vidocq.model import Document, ErrorKind

_MEDIA_TYPES = {Kind.TEXT: "text/plain", Kind.HTML: "text/html", Kind.PDF: "application/pdf"}


def read_bytes(
    data: bytes,
    source: str,
    *,
    id: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    media_type: str | None = None,
    charset: str | None = None,
    address: str | None = None,
) -> Item:
    """One document from bytes in memory: text, HTML or PDF, told apart by content, then by the name
    in ``source``; JSON Lines are a collection, for `read_inputs`.

    ``media_type``, ``charset`` and ``address`` are what a server said of them.
    """
    id = id or stem_of(source)
    try:
        if len(data) > limits.bytes:
            raise _too_large(limits)
        return _document(data, source, id, limits, media_type, charset, address)
    except Refused as refused:
        return unreadable(id, source, refused)


def _document(
    data: bytes,
    source: str,
    id: str,
    limits: Limits,
    media_type: str | None,
    charset: str | None,
    address: str | None,
) -> Document:
    if not data.strip():
        raise Refused(ErrorKind.EMPTY, "holds nothing; check that it was saved completely")
    kind = sniff(data, source if address is None else "", media_type)
    if kind is Kind.JSON_LINES:
        raise Refused(
            ErrorKind.UNSUPPORTED, "is a collection in JSON Lines; give it as a file or an address"
        )
    if kind is Kind.TEXT:
        found = read_text(data, charset)
    else:
        found = _taken_apart(kind, data, limits, charset, address)
    named = facts_of_name(id)
    return Document(
        id=id,
        text=found.text,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        title=found.title,
        publisher=named.publisher or found.publisher,
        # A page says when it was published; its file may be named for the day it was saved.
        published=found.published or named.published
        if kind is Kind.HTML
        else named.published or found.published,
        language=found.language or named.language,
        address=found.address or address,
        media_type=_MEDIA_TYPES[kind],
    )


def _taken_apart(
    kind: Kind, data: bytes, limits: Limits, charset: str | None, address: str | None
) -> Extracted:
    from vidocq.acquire.confine import take_apart
    from vidocq.acquire.confined import Task

    return take_apart(Task(kind=kind, data=data, limits=limits, charset=charset, address=address))


def _too_large(limits: Limits) -> Refused:
    return Refused(
        ErrorKind.TOO_LARGE,
        f"is larger than {megabytes(limits.bytes)}; split it or raise the limit",
    )
