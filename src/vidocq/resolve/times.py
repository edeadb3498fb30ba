"""What stretch of time an ISO 8601 date of any precision means, and how far two of them are apart."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

Stretch = tuple[date, date]
"""First and last day, both included."""


def stretch(text: str | None) -> Stretch | None:
    """The days that ``2021-03-02``, ``2021-03``, ``2021`` or ``2010/2024`` mean; None without a date or
    where the text is none."""
    if not text:
        return None
    first, _, last = text.partition("/")
    try:
        return _ends(first)[0], _ends(last or first)[1]
    except ValueError:
        return None


def stretch_of_day(day: int) -> Stretch | None:
    """The same of a day written ``yyyymmdd`` (0: none)."""
    try:
        one = date(day // 10000, day // 100 % 100, day % 100)
    except ValueError:
        return None
    return one, one


def _ends(text: str) -> Stretch:
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    day = date.fromisoformat(text[:10])
    return day, day


def days_apart(a: Stretch | None, b: Stretch | None) -> int | None:
    """How many days lie between two stretches, 0 where they share one; None where one is not known."""
    if a is None or b is None:
        return None
    if a[0] > b[1]:
        return (a[0] - b[1]).days
    return max(0, (b[0] - a[1]).days)


def length(of: Stretch) -> int:
    """Days in a stretch."""
    return (of[1] - of[0]).days + 1


@lru_cache(maxsize=4096)
def iso_day(day: int) -> str | None:
    """A day written ``yyyymmdd`` as ISO 8601; None for 0."""
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else None
