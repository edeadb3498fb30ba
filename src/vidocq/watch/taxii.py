"""Polling TAXII 2.1 collections: what was added since the last poll, page by page.

The two requests that are needed (OASIS standard of 10 June 2021, sections 4.1, 5.1 and 5.4) are made here.
*taxii2-client* makes them through `requests`, which resolves names and follows redirects past our check of
addresses.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote, urljoin

import msgspec

from vidocq.acquire.limits import Refused
from vidocq.model import ErrorKind
from vidocq.share.errors import Unfit
from vidocq.share.stix.loading import check_object
from vidocq.watch.settings import TaxiiSource, key_of
from vidocq.watch.state import State
from vidocq.watch.visiting import Visitor, json_of

_ACCEPT = "application/taxii+json;version=2.1"
PAGE_BYTES = 100_000_000
MOST_PAGES = 1000
"""Pages of a collection that are taken in one poll; the next goes on from there."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What a poll brought: how many objects, and those that are wrong, each told in a line."""

    objects: int
    wrong: tuple[str, ...]


def take(
    source: TaxiiSource,
    state: State,
    visitor: Visitor,
    environment: Mapping[str, str],
    stopping: Callable[[], bool] = lambda: False,
) -> Taken:
    """Keep what was added to the source's collections; an object that is wrong is told and left out.

    Where the run is ``stopping`` between two pages, the collection begins where it began the next time.

    Raises:
        Busy: the server asks for time.
        Refused: it cannot be reached or lets us not in, or is no TAXII 2.1.
        MissingPackage: stix2 is not installed.
    """
    ask = _Asking(source, visitor, environment)
    objects = 0
    wrong: list[str] = []
    for collection in ask.collections():
        if stopping():
            break
        after = reached = state.reached(key_of(source), collection)
        following: str | None = None
        for number in range(1, MOST_PAGES + 1):
            told, last = ask.page(collection, after, following)
            good, faults = _checked(_list(told, "objects"), source.name)
            objects += len(good)
            wrong += faults
            reached = last or reached
            ends = not told.get("more") or number == MOST_PAGES
            # Several objects may be added at one moment and parted by the end of a page: progress is noted at
            # the end alone. What comes again after a kill is known.
            state.hold_objects(key_of(source), good, collection, reached if ends else None)
            if ends or stopping():
                break
            following = str(told["next"]) if told.get("next") else None
            if following is None:
                if reached == after:
                    wrong_end = "says that there is more, but not how to ask for it"
                    raise Refused(ErrorKind.MALFORMED, wrong_end)
                after = reached
    return Taken(objects=objects, wrong=tuple(wrong))


class _Asking:
    """Requests to one server, with what it lets us in by."""

    def __init__(
        self, source: TaxiiSource, visitor: Visitor, environment: Mapping[str, str]
    ) -> None:
        self._source = source
        self._visitor = visitor
        self._headers = {"Accept": _ACCEPT} | authorisation(source, environment)

    def collections(self) -> list[str]:
        """The addresses of the collections that are to be polled."""
        chosen = re.fullmatch(r"(.*/collections/[^/]+)(?:/objects)?", self._source.url)
        if chosen:
            return [f"{chosen[1]}/"]
        root = self._root()
        told, _ = self._json(urljoin(root, "collections/"))
        found = [one for one in _list(told, "collections") if isinstance(one, dict)]
        wanted = self._source.collections
        names = ("id", "alias", "title")
        for name in wanted:
            if not any(name in {one.get(key) for key in names} for one in found):
                there = ", ".join(str(one.get("title")) for one in found) or "none"
                raise Refused(ErrorKind.NOT_FOUND, f"has no collection {name!r}; there are {there}")
        return [
            urljoin(root, f"collections/{quote(str(one.get('id')), safe='')}/")
            for one in found
            if one.get("can_read") and (not wanted or set(wanted) & {one.get(n) for n in names})
        ]

    def _root(self) -> str:
        """The API root: the address itself, or the one that a discovery names."""
        told, address = self._json(f"{self._source.url}/")
        roots = [one for one in _list(told, "api_roots") if isinstance(one, str)]
        chosen = told.get("default") or (roots[0] if roots else None)
        root = urljoin(address, str(chosen)) if chosen else address
        return root if root.endswith("/") else f"{root}/"

    def page(
        self, collection: str, after: str | None, following: str | None
    ) -> tuple[dict[str, Any], str | None]:
        """A page of objects, and when the last of them was added."""
        asked = {"limit": str(self._source.most), "added_after": after, "next": following}
        words = "&".join(f"{k}={quote(v, safe=':')}" for k, v in asked.items() if v)
        told, _, last = self._get(f"{collection}objects/?{words}")
        return told, last

    def _json(self, address: str) -> tuple[dict[str, Any], str]:
        told, answered, _ = self._get(address)
        return told, answered

    def _get(self, address: str) -> tuple[dict[str, Any], str, str | None]:
        answer = self._visitor.visit(
            address, pause=self._source.pause, headers=self._headers, most_bytes=PAGE_BYTES
        )
        told = json_of(answer)
        if not isinstance(told, dict):
            raise Refused(ErrorKind.MALFORMED, "is no TAXII 2.1: it answered no JSON object")
        return told, answer.address, answer.headers.get("x-taxii-date-added-last")


def _list(told: Mapping[str, Any], name: str) -> list[Any]:
    value = told.get(name)
    return value if isinstance(value, list) else []


def authorisation(source: TaxiiSource, environment: Mapping[str, str]) -> dict[str, str]:
    """The header that lets us in, made of what the environment holds."""
    if source.token_env:
        return {"Authorization": f"Bearer {environment[source.token_env].strip()}"}
    if source.user and source.password_env:
        pair = f"{source.user}:{environment[source.password_env]}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}
    return {}


def _checked(
    told: Iterable[Any], place: str
) -> tuple[list[tuple[str, bytes, list[str]]], list[str]]:
    """Each good object with its id, its JSON and what it refers to; and what is wrong with the others."""
    good, wrong = [], []
    for number, one in enumerate(told):
        try:
            check_object(one, place, number)
        except Unfit as fault:
            wrong.append(str(fault).removesuffix("; nothing was imported"))
        else:
            good.append((str(one["id"]), msgspec.json.encode(one), _refers(one)))
    return good, wrong


def _refers(told: Mapping[str, Any]) -> list[str]:
    """The ids that an object names in properties that end as references do."""
    found: list[str] = []
    for name, value in told.items():
        if name.endswith("_ref") and isinstance(value, str):
            found.append(value)
        elif name.endswith("_refs") and isinstance(value, list):
            found += (one for one in value if isinstance(one, str))
    return found
