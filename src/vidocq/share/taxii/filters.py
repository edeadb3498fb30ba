"""What a client asks of a collection: filters, page, and where the page begins."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import msgspec
from starlette.requests import Request

from vidocq.share.taxii.answers import Refused

_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z")
_NEXT = re.compile(r"(\d{1,18})-(\d{1,18})")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A question to a collection. ``after`` is a moment in microseconds since 1970, excluded; ``versions``
    may hold ``first``, ``last``, ``all`` and timestamps; ``next`` is the place behind the last page."""

    after: int | None = None
    ids: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    versions: tuple[str, ...] = ("last",)
    specs: tuple[str, ...] = ()
    limit: int = 1000
    next: tuple[int, int] | None = None


def wanted_of(request: Request, page: int) -> Wanted:
    """The filters of a request.

    Raises:
        Refused: (400) one has a form that the standard does not know.
    """
    told = request.query_params
    return Wanted(
        after=_after(told.get("added_after")),
        ids=_listed(told.get("match[id]")),
        types=_listed(told.get("match[type]")),
        versions=_versions(told.get("match[version]")),
        specs=_listed(told.get("match[spec_version]")),
        limit=_limit(told.get("limit"), page),
        next=_next(told.get("next")),
    )


def _listed(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def _after(value: str | None) -> int | None:
    return None if value is None else microseconds(value, "added_after")


def microseconds(value: str, name: str) -> int:
    """A timestamp of RFC 3339 in UTC as microseconds since 1970.

    Raises:
        Refused: (400) it is none.
    """
    found = _TIMESTAMP.fullmatch(value)
    try:
        if found is None:
            raise ValueError
        moment = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
    except ValueError:
        raise Refused(
            400, "Bad filter", f"{name} must be a time like 2021-07-19T12:00:00.000Z"
        ) from None
    return round(moment.timestamp()) * 1_000_000 + int((found[2] or "0").ljust(6, "0")[:6])


def timestamp_of(moment: int) -> str:
    """Microseconds since 1970 as TAXII writes a time."""
    whole, part = divmod(moment, 1_000_000)
    return f"{datetime.fromtimestamp(whole, UTC):%Y-%m-%dT%H:%M:%S}.{part:06d}Z"


def _versions(value: str | None) -> tuple[str, ...]:
    found = _listed(value) or ("last",)
    for one in found:
        if one not in ("first", "last", "all"):
            microseconds(one, "match[version]")
    return found


def _limit(value: str | None, page: int) -> int:
    if value is None:
        return page
    if not value.isascii() or not value.isdigit() or int(value[:12]) == 0:
        raise Refused(400, "Bad limit", "limit must be a whole number of 1 or more")
    return min(int(value[:12]), page)


def _next(value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    found = _NEXT.fullmatch(value)
    if found is None:
        raise Refused(400, "Bad page", "next must be what an earlier answer gave as next")
    return int(found[1]), int(found[2])
