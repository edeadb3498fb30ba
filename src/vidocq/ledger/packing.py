"""Texts as both databases hold them: packed, so that a ledger is not much larger than what was read for it.

A pure function of the text, so that whoever read a document can pack its text too, in another process.
"""

from __future__ import annotations

import zlib

from vidocq.ledger.identity import text_digest
from vidocq.model import Document

LEVEL = 4
"""Of zlib. The next ones cost half as much again for two hundredths of the bytes."""


def pack(text: str) -> bytes:
    """A text as its column holds it."""
    return zlib.compress(text.encode(), LEVEL)


def unpack(value: bytes) -> str:
    """The text that `pack` packed.

    Raises:
        ValueError: it is damaged; the message says how.
    """
    try:
        return zlib.decompress(value).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise ValueError(f"a text does not unpack: {error}") from error


def packed(document: Document) -> tuple[bytes, bytes] | None:
    """The digest under which the ledger keeps a document's text, and the text packed; None for a text
    that the ledger must change before it can hold it."""
    try:
        return text_digest(document.title, document.text), pack(document.text)
    except UnicodeEncodeError:
        return None
