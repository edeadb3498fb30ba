"""What kind of file it is: by its content first, by its name where the content does not tell."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePosixPath

from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind


class Kind(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    JSON_LINES = "json-lines"


JSON_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".rst", ".asc", ".log"})
# Files whose name says that they are one document: they need not be opened to be known as such.
SINGLE_SUFFIXES = (TEXT_SUFFIXES | HTML_SUFFIXES | {".pdf"}) - {""}

# First bytes of formats that hold text which we do not take out of them, and what to do instead.
_UNSUPPORTED = (
    (b"PK\x03\x04", "a ZIP container (an office document, an e-book or an archive)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_BINARY = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_BYTE_ORDER_MARKS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
)
# Possessive, so that a file of comments and no page is no trap for the matcher.
_HTML_START = re.compile(
    rb"(?:<\?xml[^>]*+>|<!--(?>.*?-->)|\s++)*<(?:!doctype\s+html|html|head|body|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ANYWHERE = re.compile(
    rb"<(?:!doctype\s+html|html|body)[\s>]|</(?:p|div|h1|article|section)>", re.IGNORECASE
)
_XML_START = re.compile(rb"\s*<(?:\?xml|rss|feed|svg)\b", re.IGNORECASE)
_TEXT_KEY = re.compile(rb'"text"\s*:')
# Bytes that no text holds: C0 controls without tab, newline, form feed, return and escape; DEL.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"

HEAD = 65_536
"""How many bytes of a file are looked at."""


def has_byte_order_mark(head: bytes) -> bool:
    """Whether the bytes begin with a UTF-8, UTF-16 or UTF-32 byte order mark."""
    return head.startswith(_BYTE_ORDER_MARKS)


def sniff(head: bytes, name: str = "", media_type: str | None = None) -> Kind:
    """The kind of a file, from its first bytes, then its name, then what a server says of it.

    Raises:
        Refused: ``BINARY``, ``UNSUPPORTED`` or ``ENCODING``, with a message that says what it is.
    """
    head = head[:HEAD]
    suffix = PurePosixPath(name).suffix.lower()
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    for magic, what in _UNSUPPORTED:
        if head.startswith(magic):
            raise Refused(
                ErrorKind.UNSUPPORTED,
                f"is {what}, which is not read; save it as text, HTML or PDF, or unpack it first",
            )
    for magic, what in _BINARY:
        if head.startswith(magic):
            raise Refused(ErrorKind.BINARY, f"is {what}, not text; give the report itself")
    if suffix in JSON_LINES_SUFFIXES:
        return Kind.JSON_LINES
    if not has_byte_order_mark(head):
        _refuse_binary(head)
    if _HTML_START.match(head):
        return Kind.HTML
    if _XML_START.match(head):
        raise Refused(
            ErrorKind.UNSUPPORTED,
            "is XML, not a page; give the address of the report, or save it as text or HTML",
        )
    if looks_like_json_lines(head):
        return Kind.JSON_LINES
    if suffix == ".json" or (media_type or "").startswith("application/json"):
        raise Refused(
            ErrorKind.UNSUPPORTED,
            'is JSON but not JSON Lines; write one object {"id": …, "text": …} a line',
        )
    if suffix == ".pdf" or media_type == "application/pdf":
        raise Refused(
            ErrorKind.MALFORMED,
            "is named a PDF but has no PDF header; it is broken or cut off: fetch it again",
        )
    if (suffix in HTML_SUFFIXES or media_type in ("text/html", "application/xhtml+xml")) and (
        b"<" in head
    ):
        return Kind.HTML
    named_text = media_type == "text/plain" or (suffix and suffix in TEXT_SUFFIXES)
    if not named_text and head.lstrip().startswith(b"<") and _HTML_ANYWHERE.search(head):
        return Kind.HTML
    return Kind.TEXT


def looks_like_json_lines(head: bytes) -> bool:
    """Whether the first line that is not blank begins (or is) an object with a ``text``."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start.startswith(b"{"):
        return False
    first_line = start.split(b"\n", 1)[0].rstrip()
    whole = len(first_line) < len(start) or len(head) < HEAD
    if whole and not first_line.endswith(b"}"):
        return False
    return _TEXT_KEY.search(first_line) is not None


def _refuse_binary(head: bytes) -> None:
    if b"\0" in head:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        most, least = max(even, odd), min(even, odd)
        if most > len(head) * 0.3 and least < len(head) * 0.05:
            raise Refused(
                ErrorKind.ENCODING,
                "looks like UTF-16 without a byte order mark; convert it to UTF-8",
            )
        raise Refused(
            ErrorKind.BINARY,
            f"holds a zero byte at {head.index(0)}: it is not text; give text, HTML or PDF",
        )
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(2, len(head) * 0.1):
        raise Refused(
            ErrorKind.BINARY,
            "is mostly control characters: it is not text; give text, HTML or PDF",
        )
