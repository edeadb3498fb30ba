"""The date and the publisher that the opening lines of a report state.

The words (months, "published on", "par") are data: ``datelines.yaml``.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

_OPENING_LINES = 5
_LONGEST_BYLINE = 160
_LONGEST_TIME = 20  # "at 14:05 (GMT+2)"
_ISO_DATE = r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?:[T ]\d\d:\d\d\S*)?"
# Where a place and nothing else stands before the date: "WASHINGTON, ", "Paris (AFP) – ".
_PLACE = r"(?:[A-ZÀ-Ý][\w.’'-]{0,30}(?:[ ][A-ZÀ-Ý(][\w.’')-]{0,30}){0,3}\s{0,3}[,–—-]\s{0,3})?"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language in ``datelines.yaml``, where each field is described."""

    months: tuple[tuple[str, ...], ...]
    days: tuple[str, ...]
    before: tuple[str, ...]
    ordinals: tuple[str, ...]
    between: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]


class _Patterns(NamedTuple):
    opening: re.Pattern[str]
    byline: re.Pattern[str]
    months: dict[str, int]


def iso_date(year: int, month: int, day: int) -> str | None:
    """The date in ISO 8601, or None where the calendar or the time of computers has no such day."""
    if not 1980 <= year <= 2100:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def stated_date(text: str) -> str | None:
    """The ISO date of a dateline in the first five lines that are not blank, or None.

    A date counts where it opens its line, or where only a place, a day of the week or words such as
    "published on" stand before it, and the line is short or goes on with a dash, as an agency's
    dispatch does. "On 12 May 2017, an attack was unleashed" is a sentence, not a dateline.
    """
    patterns = _patterns()
    for line in opening_lines(text):
        match = patterns.opening.match(line)
        if match and (found := _date_of(match, patterns.months)):
            rest = line[match.end() :]
            dispatch = re.match(r"\s*(?:\([^)]{2,40}\)\s*)?(?:[-–—|•·]|$)", rest)
            if dispatch or (
                len(rest) <= 80 and re.match(r"\s*(?:[,.]?\s*[\d(]|[àaA]t?\s+\d)", rest)
            ):
                return found
    return None


def parse_date(words: str) -> str | None:
    """An ISO date from a field that holds a date and nothing else, in ISO or in words; else None."""
    patterns = _patterns()
    match = patterns.opening.match(words.strip())
    if match is None or len(words.strip()) - match.end() > _LONGEST_TIME:
        return None
    return _date_of(match, patterns.months)


def stated_publisher(text: str) -> str | None:
    """The house in a line such as "By Mark Roe, CEO of Example Labs." among the opening lines."""
    for line in opening_lines(text):
        if len(line) <= _LONGEST_BYLINE and (match := _patterns().byline.fullmatch(line)):
            return match["house"].rstrip(" .")
    return None


def opening_lines(text: str) -> list[str]:
    """The first five lines that are not blank, stripped."""
    lines: list[str] = []
    for line in text[:4000].split("\n", 40):
        if stripped := line.strip():
            lines.append(stripped)
            if len(lines) == _OPENING_LINES:
                break
    return lines


def _date_of(match: re.Match[str], months: dict[str, int]) -> str | None:
    parts = match.groupdict()
    if parts["iso"]:
        year, month, day = (int(x) for x in parts["iso"].split("-"))
        return iso_date(year, month, day)
    name = (parts["month_first"] or parts["month_second"]).lower()
    day_text = parts["day_second"] or parts["day_first"]
    year_text = parts["year_first"] or parts["year_second"]
    return iso_date(int(year_text), months[name], int(day_text))


@cache
def _patterns() -> _Patterns:
    wordings = _wordings()
    months: dict[str, int] = {}
    for wording in wordings.values():
        for number, forms in enumerate(wording.months, start=1):
            months.update({form.lower(): number for form in forms})

    def any_of(words: list[str]) -> str:
        return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))

    month = any_of(list(months))
    day = any_of([d for w in wordings.values() for d in w.days])
    before = any_of([b for w in wordings.values() for b in w.before])
    ordinal = any_of([o for w in wordings.values() for o in w.ordinals])
    between = any_of([b for w in wordings.values() for b in w.between])
    of_the = rf"(?:(?i:{between})\s+)?"
    written = (
        rf"(?P<month_first>(?i:{month}))\.?\s+(?P<day_second>\d{{1,2}})(?i:{ordinal})?,?\s+"
        rf"(?P<year_first>(?:19|20)\d\d)"
        rf"|(?P<day_first>\d{{1,2}})(?i:{ordinal})?\.?\s+{of_the}(?P<month_second>(?i:{month}))\.?,?\s+{of_the}"
        rf"(?P<year_second>(?:19|20)\d\d)"
    )
    lead = rf"[#*_>\s]{{0,8}}(?:(?i:{before})\b[\s:,.–—-]{{0,8}}){{0,4}}"
    opening = rf"{lead}{_PLACE}{lead}(?:(?i:{day})\.?,?\s+)?(?:{_ISO_DATE}|{written})(?!\w)"
    by = any_of([b for w in wordings.values() for b in w.by])
    of = any_of([o for w in wordings.values() for o in w.of])
    name = r"[A-ZÀ-Ý][^,;:.!?\d]{2,50}"
    byline = rf"(?i:{by})\s+{name},\s+[^,;:!?\d]{{2,40}}?\s(?:{of})\s+(?P<house>[A-Z][^,;:!?]{{1,50}}?)\.?"
    return _Patterns(re.compile(opening), re.compile(byline), months)


def _wordings() -> dict[str, Wording]:
    from importlib import resources

    import yaml

    file = resources.files(__package__).joinpath("datelines.yaml")
    entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    try:
        wordings = msgspec.convert(entries, dict[str, Wording], strict=True)
    except msgspec.ValidationError as error:
        raise ValueError(f"datelines.yaml: {error}") from None
    for language, wording in wordings.items():
        if len(wording.months) != 12:
            raise ValueError(f"datelines.yaml: {language}.months: 12 months expected")
    return wordings
