"""The entries of an RSS or Atom feed, and the words of one that is read by itself."""

from __future__ import annotations

import hashlib
import io
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin

import msgspec

from vidocq.acquire.address import id_of_address, is_address
from vidocq.acquire.limits import Refused
from vidocq.model import Document, ErrorKind

MOST_BYTES = 10_000_000
"""Of a feed; the largest have some two."""
MOST_ENTRIES = 20_000


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed tells of one piece. ``address`` is that of its page, without what follows ``#``; ``day`` the
    day it was published, as ISO 8601; ``words`` its own text, without markup."""

    id: str
    address: str | None = None
    title: str | None = None
    day: str | None = None
    words: str = ""


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """A feed as it was told: whose it is, and its entries from the oldest to the newest."""

    title: str | None
    entries: tuple[Entry, ...]


def parse(data: bytes, address: str) -> Channel:
    """The feed in some bytes; addresses in it are told from its own. Not bounded in time: see `confined`.

    Raises:
        Refused: it is no RSS or Atom, or feedparser is not installed.
    """
    try:
        import feedparser
    except ImportError:
        raise Refused(
            ErrorKind.UNSUPPORTED,
            "feeds need the package feedparser; install it with: pip install 'vidocq[watch]'",
        ) from None
    # As a stream: given bytes, feedparser would also try them as the name of a file. Markup is left as it is,
    # for only its words are taken.
    told = feedparser.parse(
        io.BytesIO(data),
        response_headers={"content-location": address} if is_address(address) else None,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not told.get("version"):
        raise Refused(
            ErrorKind.MALFORMED,
            "is no RSS or Atom feed; look on the site for the address of its feed",
        )
    entries = [_entry(one, address) for one in told.entries[:MOST_ENTRIES]]
    title = " ".join(str(told.feed.get("title", "")).split())
    # Feeds tell the newest first; some that do not date their entries do so too.
    return Channel(title=title[:200] or None, entries=tuple(reversed(entries)))


def _entry(told: Any, feed: str) -> Entry:
    link = str(told.get("link") or "").strip()
    address = urldefrag(urljoin(feed, link) if link and is_address(feed) else link).url
    title = _plain(str(told.get("title") or ""))
    contents = [str(one.get("value") or "") for one in told.get("content") or ()]
    words = max([*contents, str(told.get("summary") or "")], key=len)
    made_of_words = hashlib.sha256(f"{link}\n{title}\n{words}".encode("utf-8", "replace"))
    when = told.get("published_parsed") or told.get("updated_parsed")
    return Entry(
        id=(str(told.get("id") or "").strip() or address or made_of_words.hexdigest())[:2000],
        address=address if address.startswith(("http://", "https://")) else None,
        title=" ".join(title.split()) or None,
        day=f"{when[0]:04}-{when[1]:02}-{when[2]:02}" if when else None,
        words=_plain(words),
    )


def document_of(entry: Entry, feed: str, *, publisher: str | None) -> Document:
    """The entry's own words as a document: its title, then its text.

    Raises:
        Refused: there are none.
    """
    words = "\n\n".join(part for part in (entry.title, entry.words) if part)
    if not words:
        raise Refused(ErrorKind.EMPTY, "has no words of its own; read its page (full = true)")
    return Document.from_text(
        words,
        id=id_of_address(entry.address) if entry.address else entry.id[:100],
        source=f"{feed}#{entry.id}",
        title=entry.title,
        publisher=publisher,
        published=entry.day,
        address=entry.address,
    )


def _plain(markup: str) -> str:
    """The words of a piece of HTML, a line for each block."""
    parser = _Words()
    parser.feed(markup)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects words; blocks are parted by line feeds, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data.replace("\n", " "))


_UNSEEN = frozenset({"script", "style"})
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
        ),
        *("q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
