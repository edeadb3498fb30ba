"""From what a visitor gives (a text, an address, files) to readings, within the bounds of `vidocq.acquire`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from threading import Event, Lock

import msgspec

from vidocq import __version__
from vidocq.acquire import Limits, read_bytes, read_inputs
from vidocq.model import Document, ErrorKind, Reading, Unreadable
from vidocq.web.settings import WebLimits


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be read. ``files`` are names and contents; title, publisher and date are facts given by
    hand, which count before what the document says of itself."""

    text: str = ""
    address: str = ""
    files: tuple[tuple[str, bytes], ...] = ()
    title: str = ""
    publisher: str = ""
    published: str = ""


class Read(msgspec.Struct, frozen=True):
    """What came of it."""

    readings: tuple[Reading, ...]
    unreadable: tuple[Unreadable, ...]
    extractor: str


_UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f/\\:]+")


def read_given(given: Given, limits: WebLimits, *, allow_private_addresses: bool) -> Read:
    """Read all that was given; what cannot be read says why and does not stop the rest."""
    read = _reader()
    bounds = Limits(bytes=limits.body, seconds=min(30.0, limits.adding_seconds / 2))
    readings, unreadable = [], []
    for item in _documents(given, bounds, allow_private_addresses):
        if isinstance(item, Unreadable):
            unreadable.append(item)
            continue
        try:
            readings.append(read(_with_facts(item, given)))
        except Exception as fault:
            unreadable.append(
                Unreadable(
                    id=item.id,
                    source=item.source,
                    kind=ErrorKind.INTERNAL,
                    message=f"{item.source}: a fault of the program while reading it: "
                    f"{type(fault).__name__}",
                )
            )
    return Read(tuple(readings), tuple(unreadable), _extractor(given))


def _reader() -> Callable[[Document], Reading]:
    """The reader, with its names and rules loaded: only who adds pays for it, and in one thread at a time."""
    from vidocq.claims import read
    from vidocq.language.compile import languages

    with _LOADING:
        if not _LOADED.is_set():
            for language in languages():
                read(Document.from_text("NATO, Norway, 2021.", language=language))
            _LOADED.set()
    return read


_LOADING, _LOADED = Lock(), Event()


def _documents(
    given: Given, bounds: Limits, allow_private: bool
) -> Iterable[Document | Unreadable]:
    if given.text.strip():
        yield read_bytes(
            given.text.encode("utf-8", "replace"),
            "pasted text",
            id="pasted",
            limits=bounds,
            media_type="text/plain",
            charset="utf-8",
        )
    address = given.address.strip()
    if address:
        if re.match(r"https?://", address, re.IGNORECASE):
            yield from read_inputs([address], limits=bounds, allow_private_addresses=allow_private)
        else:
            # Anything else would be a path of the server's own files.
            yield Unreadable(
                id="address",
                source=address[:200],
                kind=ErrorKind.UNSUPPORTED,
                message=f"{address[:200]}: give an address that begins with http:// or https://",
            )
    for name, data in given.files:
        safe = _UNNAMEABLE.sub("_", name)[-120:].lstrip(".") or "file"
        yield read_bytes(data, safe, limits=bounds)


def _with_facts(document: Document, given: Given) -> Document:
    facts = {
        name: value.strip()
        for name in ("title", "publisher", "published")
        if (value := getattr(given, name)).strip()
    }
    return msgspec.structs.replace(document, **facts) if facts else document


def _extractor(given: Given) -> str:
    """The program and what was given by hand, for both change what is found and recorded."""
    facts: Sequence[str] = [
        f"{name}={' '.join(getattr(given, name).split())}"
        for name in ("published", "publisher", "title")
        if getattr(given, name).strip()
    ]
    return " ".join([f"vidocq {__version__}", *facts])
