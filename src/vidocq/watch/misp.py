"""Polling MISP: the events of an instance that changed, or of a folder of the web with a manifest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from vidocq.acquire.address import refuse_status
from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind
from vidocq.watch.items import Item
from vidocq.watch.settings import MispSource, key_of
from vidocq.watch.state import State
from vidocq.watch.visiting import Visitor, json_of, unless_unchanged, validators_of

EVENTS = "events"
"""The part of the source under which its progress is kept."""
PAGE = 20
"""Events of one answer; an event may have megabytes."""
PAGE_BYTES = 200_000_000
MOST_PAGES = 10_000

_UUID = re.compile(r"[0-9a-fA-F-]{36}")


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An event to import: its id with its timestamp, and its JSON as MISP exports it."""

    id: str
    timestamp: int
    payload: bytes


def changed_events(
    source: MispSource, state: State, visitor: Visitor, environment: Mapping[str, str]
) -> Iterator[Event]:
    """The events of an instance that changed since the last poll, and were not read in this version.

    Raises:
        Busy: the server asks for time.
        Refused: it cannot be reached or does not let us in.
    """
    key = key_of(source)
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "Authorization": environment[source.key_env or ""].strip(),
    }
    since = state.reached(key, EVENTS) or "0"
    for page in range(1, MOST_PAGES):
        asked = {"returnFormat": "json", "timestamp": since, "limit": PAGE, "page": page}
        answer = visitor.visit(
            f"{source.url}/events/restSearch",
            pause=source.pause,
            headers=headers,
            body=msgspec.json.encode(asked),
            most_bytes=PAGE_BYTES,
        )
        if 300 <= answer.status < 400:
            raise Refused(ErrorKind.NETWORK, "redirects; give the address it should end at")
        told = json_of(answer)
        found = told.get("response") if isinstance(told, dict) else None
        if not isinstance(found, list):
            raise Refused(ErrorKind.MALFORMED, "did not answer as a MISP instance does")
        for one in found:
            event = _event(one)
            if not state.is_seen(key, event.id):
                yield event
        if len(found) < PAGE:
            return


def _event(told: Any) -> Event:
    inner = told.get("Event", told) if isinstance(told, dict) else told
    if not isinstance(inner, dict):
        raise Refused(ErrorKind.MALFORMED, "did not answer as a MISP instance does")
    timestamp = str(inner.get("timestamp") or "0")
    return Event(
        id=f"{inner.get('uuid')}@{timestamp}",
        timestamp=int(timestamp) if timestamp.isascii() and timestamp.isdigit() else 0,
        payload=msgspec.json.encode({"Event": inner}),
    )


def look(source: MispSource, state: State, visitor: Visitor) -> int:
    """Read the manifest of a folder and note the events that changed; how many.

    Raises:
        Busy: the server asks for time.
        Refused: it cannot be had, or is no manifest.
    """
    key = key_of(source)
    answer = visitor.visit(
        f"{_folder(source)}/{_MANIFEST}",
        pause=source.pause,
        headers=unless_unchanged(state.validators(key)),
        most_bytes=PAGE_BYTES,
    )
    if answer.status == 304:
        return 0
    told = json_of(answer)
    if not isinstance(told, dict) or not all(
        _UUID.fullmatch(uuid) and isinstance(one, dict) for uuid, one in told.items()
    ):
        raise Refused(ErrorKind.MALFORMED, "is no manifest of a MISP feed")
    ordered = sorted(told, key=lambda uuid: str(told[uuid].get("timestamp") or "").zfill(12))
    items = [
        Item(id=f"{uuid}@{told[uuid].get('timestamp')}", told=msgspec.json.encode(uuid))
        for uuid in ordered
    ]
    return state.note(key, items, validators_of(answer))


def event_file(source: MispSource, item: Item, visitor: Visitor) -> bytes:
    """The JSON of an event of a folder.

    Raises:
        Busy: the server asks for time.
        Refused: it cannot be had.
    """
    uuid = msgspec.json.decode(item.told, type=str)
    answer = visitor.visit(
        f"{_folder(source)}/{uuid}.json", pause=source.pause, most_bytes=PAGE_BYTES
    )
    refuse_status(answer.status)
    return answer.data


_MANIFEST = "manifest.json"


def _folder(source: MispSource) -> str:
    """The address of the folder; that of its manifest may have been given."""
    return source.url.removesuffix(f"/{_MANIFEST}")
