"""The collections: all of the record, one for each accused state or bloc, one for each followed actor, and
the inbox. Each is brought up to date from the ledger when it is asked, and only by what changed."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from vidocq import __version__
from vidocq.ask import AskError
from vidocq.ledger import Ledger, query
from vidocq.resolve.groups import actors
from vidocq.resolve.names import label
from vidocq.share.selection import Selection, choose
from vidocq.share.stix.extension import BEGINNING
from vidocq.share.stix.ids import timestamp, uuid_of
from vidocq.share.stix.stream import stix_objects
from vidocq.share.taxii.answers import STIX_MEDIA_TYPE
from vidocq.share.taxii.settings import Access, Settings
from vidocq.share.taxii.store import Changes, Store

_encode = msgspec.json.Encoder().encode


class Collection(msgspec.Struct, frozen=True, kw_only=True):
    """A collection: what it is called, and which part of the record it holds (None: the inbox)."""

    id: str
    alias: str
    title: str
    description: str
    selection: Selection | None

    def told(self, access: Access) -> dict[str, Any]:
        """The collection resource (TAXII 2.1, section 5.2.1)."""
        return {
            "id": self.id,
            "title": self.title,
            "description": self.description,
            "alias": self.alias,
            "can_read": access is not Access.NONE,
            "can_write": access is Access.WRITE and self.selection is None,
            "media_types": [STIX_MEDIA_TYPE],
        }


def _collection(
    alias: str, title: str, description: str, selection: Selection | None
) -> Collection:
    digest = hashlib.blake2b(f"vidocq/taxii/1/{alias}".encode(), digest_size=16).hexdigest()
    return Collection(
        id=uuid_of(digest),
        alias=alias,
        title=title,
        description=description,
        selection=selection,
    )


INBOX = _collection(
    "inbox",
    "Inbox",
    "STIX that others add; its relationships become claims of their producers.",
    None,
)
EVERYTHING = _collection("all", "All", "The whole record.", Selection())


@dataclass
class Collections:
    """The collections of one ledger, and their objects in the index."""

    ledger: Ledger
    store: Store
    settings: Settings
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _fresh_until: dict[str, float] = field(default_factory=dict)

    def all(self) -> list[Collection]:
        """The collections there are now."""
        with self.ledger.snapshot() as at:
            parties = query.accused_parties(at)
        return [EVERYTHING, INBOX, *map(_accused, parties), *map(_followed, self.settings.followed)]

    def find(self, name: str) -> Collection | None:
        """The collection with an id or alias."""
        return next((one for one in self.all() if name in (one.id, one.alias)), None)

    def refresh(self, collection: Collection) -> None:
        """Bring a collection up to date, unless it was just now.

        While one client's question brings it up to date, the others are told the state before; only the
        very first has to be waited for.
        """
        if collection.selection is None:
            return
        first = not self.store.stamp(collection.id)[0]
        if not self._lock.acquire(blocking=first):
            return
        try:
            self._refresh(collection)
        finally:
            self._lock.release()

    def _refresh(self, collection: Collection) -> None:
        if time.monotonic() < self._fresh_until.get(collection.id, 0.0):
            return
        with self.ledger.snapshot() as at:
            state, moment = query.state_of(at)
        stamp, latest = self.store.stamp(collection.id)
        wanted = f"{__version__} {state}"
        if stamp == wanted:
            return
        began = time.monotonic()
        with self.store.changing() as changes:
            _Refreshing(changes, collection, latest, moment * 1000).run(self.ledger, wanted)
        taken = time.monotonic() - began
        self._fresh_until[collection.id] = time.monotonic() + taken * self.settings.hold


def _accused(party: str) -> Collection:
    name = label(f"state:{party}" if party.isupper() else f"bloc:{party}", actors())
    return _collection(
        f"accused-{party}",
        f"Accused: {name}",
        f"What claims lay on {name} or tell of acts against it, with its denials.",
        Selection(state=f"state:{party}" if party.isupper() else f"bloc:{party}"),
    )


def _followed(actor: str) -> Collection:
    return _collection(
        f"actor-{actor.lower().replace(' ', '-')}",
        f"Followed: {actor}",
        f"What is claimed of {actor} under any of its names, and what it claims.",
        Selection(actor=actor),
    )


class _Refreshing:
    """One refreshing of a collection.

    A client that asks for what was added after the last moment it saw must get all that is new: what the
    ledger recorded since has a later moment of its own, and all else gets the present one.
    """

    def __init__(self, changes: Changes, collection: Collection, latest: int, now: int) -> None:
        self.changes = changes
        self.collection = collection
        self.latest = latest
        self.now = max(now, latest + 1)
        self.turn = self.now
        self.first_told: dict[str, int] = {}

    def run(self, ledger: Ledger, stamp: str) -> None:
        """Compare the ledger's objects with those of the index, and note what is new, other or gone."""
        for told in self._objects(ledger):
            self._bring(told)
        # What no report speaks of (the extension, its producer) was there from the beginning.
        earliest = min(filter(None, self.first_told.values()), default=self.now)
        for id, added in self.first_told.items():
            self.changes.move(self.collection.id, id, added or earliest)
        for body in self.changes.gone(self.collection.id, self.turn):
            told = msgspec.json.decode(body)
            self._put(told | {"revoked": True, "modified": self._present()}, self.now, b"")
        self.changes.bring_to(self.collection.id, stamp, self.now)

    def _objects(self, ledger: Ledger) -> Iterator[dict[str, Any]]:
        try:
            with choose(ledger, self.collection.selection) as chosen:
                yield from stix_objects(chosen)
        except AskError:
            return  # nothing is on record of it (yet)

    def _bring(self, told: dict[str, Any]) -> None:
        origin = hashlib.blake2b(_encode(told), digest_size=16).digest()
        before = self.changes.last(self.collection.id, told["id"])
        if before is not None and before[1] == origin:
            self.changes.see(before[0], self.turn)
        elif before is None:
            self._put(told, self._added(told), origin)
        else:
            version = told.get("modified")
            if version is None or not self._put(told, self._added(told), origin):
                self._put(told | {"modified": self._present()}, self.now, origin)
        if told["type"] == "report" and not self.latest:
            when = _moment(told["created"])
            for ref in told["object_refs"]:
                known = self.first_told.get(ref)
                if known is not None and (not known or when < known):
                    self.first_told[ref] = when

    def _added(self, told: dict[str, Any]) -> int:
        modified = told.get("modified", BEGINNING)
        if modified == BEGINNING:
            if not self.latest:
                self.first_told[told["id"]] = 0
            return self.now
        moment = _moment(modified)
        return moment if moment > self.latest else self.now

    def _put(self, told: dict[str, Any], added: int, origin: bytes) -> bool:
        return self.changes.put(
            self.collection.id, told, _encode(told), added, origin=origin, turn=self.turn
        )

    def _present(self) -> str:
        return timestamp(datetime.fromtimestamp(self.now / 1_000_000, UTC))


def _moment(stamp: str) -> int:
    return round(datetime.fromisoformat(stamp).timestamp() * 1000) * 1000
