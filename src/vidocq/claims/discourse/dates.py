"""When it happened and when it was said: dates in a sentence, as precise as its words.

Absolute dates ("12 May 2017", "mai 2017", "2017"), ranges ("from January through June 2021") and,
with the document's own date, relative ones ("last year", "on Monday", "le mois dernier").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack

_YEAR = r"(?P<year>(?:19|20)\d{2})"


@dataclass(frozen=True)
class When:
    """A date expression: ISO 8601 value (date, month, year or interval) and its place in the text."""

    value: str
    start: int
    end: int
    relative: bool = False
    yearless: bool = False
    """The text gives no year: it is that of the document's own date, or the one before."""
    since: bool = False
    """The beginning of something that goes on ("since 2012"), and no time of its own."""


@cache
def _patterns(
    language: str,
) -> tuple[
    re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str] | None
]:

    pack = load_pack(language)
    months = "|".join(sorted((re.escape(m) for m in pack.time.months), key=len, reverse=True))
    suffix = "|".join(map(re.escape, pack.time.day_suffixes))
    day = rf"(?P<day>\d{{1,2}})(?:{suffix})?"
    month = rf"(?P<month>{months})\b\.?"
    of = "|".join(sorted(pack.relations.of))
    day_month = rf"\b{day}\s+(?:(?:{of})\s+)?{month}(?:,?\s+(?:(?:{of})\s+)?{_YEAR})?"
    month_day = rf"\b{month}\s+{day}\b(?!\s*\d)(?:,?\s+{_YEAR})?"
    month_year = rf"\b{month}(?:,?\s+(?:(?:{of})\s+)?{_YEAR})"
    single = re.compile(f"{day_month}", re.IGNORECASE), re.compile(f"{month_day}", re.IGNORECASE)
    words = "|".join(sorted((re.escape(w) for w in _relative_words(pack)), key=len, reverse=True))
    return (
        single[0],
        single[1],
        re.compile(month_year, re.IGNORECASE),
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE),
        _bare_month(pack, months),
    )


def _relative_words(pack: Pack) -> list[str]:
    time = pack.time
    return list(
        {
            **time.relative_days,
            **time.relative_weeks,
            **time.relative_months,
            **time.relative_years,
        }
    )


@cache
def _words_of_dates(language: str) -> tuple[Any, int]:
    """One automaton over the months, then the relative words, of a language; and how many months there are."""
    from ahocorasick_rs import AhoCorasick, Implementation

    pack = load_pack(language)
    months = list(pack.time.months)
    words = [*months, *_relative_words(pack)]
    return AhoCorasick(words, implementation=Implementation.DFA), len(months)


def _look(words: str, language: str) -> tuple[bool, bool, bool]:
    """A quick look at a sentence in small letters: has it a month, a relative word, a century of years?"""
    automaton, months = _words_of_dates(language)
    month = relative = False
    for number, start, end in automaton.find_matches_as_indexes(words, overlapping=True):
        if not (words[start - 1 : start].isalnum() or words[end : end + 1].isalnum()):
            month = month or number < months
            relative = relative or number >= months
    return month, relative, "19" in words or "20" in words


def _bare_month(pack: Pack, months: str) -> re.Pattern[str] | None:
    """A month by itself after a word that makes it one ("in August", "last May"), or before one ("juin dernier")."""
    time = pack.time
    leads = "|".join(re.escape(w) for w in time.month_leads)
    follows = "|".join(re.escape(w) for w in time.month_follows)
    if not leads:
        return None
    after = rf"|\b(?P<month2>{months})\s+(?:{follows})\b" if follows else ""
    flags = re.IGNORECASE if pack.head_first else 0
    named = months if pack.head_first else "|".join(m.capitalize() for m in time.months)
    return re.compile(rf"\b(?i:{leads})[ -](?P<month>{named})\b(?!\.?,?\s+\d){after}", flags)


def find_dates(text: str, start: int, end: int, pack: Pack, published: str | None) -> list[When]:
    """The date expressions between ``start`` and ``end``, in order, not overlapping."""
    month_named, relative_named, numbered = _look(text[start:end].lower(), pack.language)
    if not (month_named or relative_named or numbered):
        return []
    day_month, month_day, month_year, relative, bare_month = _patterns(pack.language)
    found: list[When] = []
    months = pack.time.months

    def add(
        match: re.Match[str], value: str | None, is_relative: bool = False, yearless: bool = False
    ) -> None:
        if value is None or any(match.start() < w.end and w.start < match.end() for w in found):
            return
        before = text[max(start, match.start() - 12) : match.start()].lower().split()
        since = bool(before) and before[-1] in pack.time.since_words
        found.append(When(value, match.start(), match.end(), is_relative, yearless, since))

    for pattern in (day_month, month_day) if month_named else ():
        for match in pattern.finditer(text, start, end):
            month = months[match["month"].lower()]
            year = match["year"] or (published or "")[:4]
            if year and 1 <= int(match["day"]) <= 31:
                value = f"{year}-{month:02d}-{int(match['day']):02d}"
                if not match["year"] and published and value > published:
                    value = f"{int(year) - 1}{value[4:]}"
                add(match, value, yearless=not match["year"])
    for match in month_year.finditer(text, start, end) if month_named and numbered else ():
        add(match, f"{match['year']}-{months[match['month'].lower()]:02d}")
    if month_named and bare_month is not None and published and len(published) >= 7:
        for match in bare_month.finditer(text, start, end):
            name = (match["month"] or match.groupdict().get("month2") or "").lower()
            month, today = months[name], int(published[5:7])
            add(match, f"{int(published[:4]) - (month > today)}-{month:02d}", yearless=True)
    for match in _bare_year(pack.language).finditer(text, start, end) if numbered else ():
        add(match, match.group())
    for match in relative.finditer(text, start, end) if relative_named else ():
        add(match, _relative(match.group().lower(), pack, published), True)
    return sorted(found, key=lambda when: when.start)


@cache
def _bare_year(language: str) -> re.Pattern[str]:
    """A year that stands alone and counts nothing ("2021 | victims")."""
    units = "".join(f"| {unit}" for unit in load_pack(language).cues.year_units)
    return re.compile(rf"(?<![\w$€£.,-])(?:19[89]\d|20[0-4]\d)(?![\w-]|[.,]\d{units})")


def _relative(words: str, pack: Pack, published: str | None) -> str | None:
    """A relative expression counted from the document's date; None where there is none."""
    if published is None or len(published) < 10:
        if published and words in pack.time.relative_years:
            return str(int(published[:4]) + pack.time.relative_years[words])
        return None
    today = date.fromisoformat(published[:10])
    time = pack.time
    if words in time.relative_days:
        return (today + timedelta(days=time.relative_days[words])).isoformat()
    if words in time.relative_weeks:
        return None
    if words in time.relative_months:
        month = today.month - 1 + time.relative_months[words]
        return f"{today.year + month // 12}-{month % 12 + 1:02d}"
    return str(today.year + time.relative_years[words])
