"""Polling an RSS or Atom feed, and fetching what one entry of it is to be read from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from vidocq.acquire import Limits, read_bytes
from vidocq.acquire.address import fetched, id_of_address, is_address, without_password
from vidocq.acquire.limits import Refused, megabytes
from vidocq.model import Document, ErrorKind, Unreadable
from vidocq.watch.confined import channel_of
from vidocq.watch.entries import MOST_BYTES, Entry, document_of
from vidocq.watch.items import Item
from vidocq.watch.settings import FeedSource, key_of
from vidocq.watch.state import State
from vidocq.watch.visiting import Visitor, unless_unchanged, validators_of

_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"


class _Told(msgspec.Struct, frozen=True):
    """What is kept of an entry until it is read."""

    entry: Entry
    channel: str | None


def look(source: FeedSource, state: State, visitor: Visitor) -> int:
    """Ask for the feed if it changed and note its entries; how many are new.

    Raises:
        Busy: the server asks for time.
        Refused: it cannot be had, or is no feed.
    """
    key = key_of(source)
    known = state.validators(key)
    if is_address(source.url):
        headers = {"Accept": _ACCEPT} | unless_unchanged(known)
        answer = visitor.visit(
            source.url, pause=source.pause, headers=headers, most_bytes=MOST_BYTES
        )
        if answer.status == 304:
            return 0
        data, address = fetched(answer).data, answer.address
        validators = validators_of(answer)
    else:
        data, address = _file(source.url), source.url
        validators = hashlib.sha256(data).hexdigest(), None
        if validators == known:
            return 0
    channel = channel_of(data, address)
    items = [
        Item(
            id=one.id,
            # An entry that is read by itself may share its page with others.
            address=one.address if source.full else None,
            told=msgspec.json.encode(_Told(one, channel.title)),
        )
        for one in channel.entries
    ]
    return state.note(key, items, validators)


def _file(path: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as fault:
        raise Refused(
            ErrorKind.NOT_FOUND, f"cannot be opened ({fault.strerror}); check the path"
        ) from None
    if len(data) > MOST_BYTES:
        raise Refused(ErrorKind.TOO_LARGE, f"is larger than {megabytes(MOST_BYTES)}")
    return data


def document(source: FeedSource, item: Item, visitor: Visitor) -> Document:
    """The document of one entry: its page, or its own words.

    Raises:
        Busy: the server asks for time.
        Refused: it cannot be had or holds no text.
    """
    told = msgspec.json.decode(item.told, type=_Told)
    entry, publisher = told.entry, source.publisher or told.channel
    if not source.full or not entry.address:
        return document_of(entry, without_password(source.url), publisher=publisher)
    answer = visitor.visit(entry.address, pause=source.pause)
    page = fetched(answer)
    found = read_bytes(
        page.data,
        entry.address,
        id=id_of_address(entry.address),
        limits=Limits(),
        media_type=page.media_type or "text/plain",
        charset=page.charset,
        address=page.address,
    )
    if isinstance(found, Unreadable):
        raise Refused(found.kind, found.message.removeprefix(f"{found.source}: "))
    return msgspec.structs.replace(
        found,
        title=found.title or entry.title,
        publisher=source.publisher or found.publisher or told.channel,
        published=found.published or entry.day,
    )


def extractor_options(source: FeedSource) -> list[str]:
    """What of the source changes what is found in a document, as the record keeps it."""
    told = {"language": source.language, "publisher": source.publisher}
    return [f"{name}={value}" for name, value in told.items() if value]
