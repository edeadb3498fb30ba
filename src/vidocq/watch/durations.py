"""Lengths of time as a person writes them: ``30s``, ``15m``, ``2h``, ``1d``."""

from __future__ import annotations

import re

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
LONGEST = 30 * 86_400


def seconds_of(text: str) -> float:
    """The seconds that a length of time has.

    Raises:
        ValueError: it is none, or longer than thirty days.
    """
    found = re.fullmatch(r"(\d{1,7})([smhd])", text.strip(), re.ASCII)
    if found is None or (seconds := int(found[1]) * _SECONDS[found[2]]) > LONGEST:
        raise ValueError(f"{text!r} is no time like 30s, 15m, 2h or 1d (at most 30d)")
    return float(seconds)


def time_of(seconds: float) -> str:
    """The length of time in its largest whole unit: "15 min", "90 s"."""
    whole = round(seconds)
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if whole >= size and whole % size == 0:
            return f"{whole // size} {unit}"
    return f"{whole} s" if whole < 600 else f"{round(whole / 60)} min"
