"""Moments of recording: milliseconds since 1970 UTC inside, aware datetimes outside."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

Moment = datetime | date | str | None
"""How a caller names a moment: a datetime (naive ones are UTC), a day, either in ISO 8601, or now."""


def now() -> int:
    """The present moment in milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


def milliseconds(moment: datetime | date | str) -> int:
    """A moment in milliseconds since 1970 UTC.

    A day without an hour, a month or a year means its end: what was recorded on it counts.

    Raises:
        ValueError: a string is no ISO 8601 date or time.
    """
    if isinstance(moment, str):
        moment = _parsed(moment)
    if not isinstance(moment, datetime):
        following = datetime(moment.year, moment.month, moment.day, tzinfo=UTC) + timedelta(days=1)
        return round(following.timestamp() * 1000) - 1
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)


def _parsed(text: str) -> datetime | date:
    try:
        if len(text) == 4:
            return date(int(text), 12, 31)
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            following = date(year + month // 12, month % 12 + 1, 1)
            return following - timedelta(days=1)
        if len(text) == 10:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no date or time of ISO 8601 (2021-07-19, 2021-07)") from None


@lru_cache(maxsize=4096)
def datetime_of(value: int) -> datetime:
    """The aware datetime of a moment in milliseconds."""
    return datetime.fromtimestamp(value / 1000, tz=UTC)
