"""What the name of a file says of the report in it."""

from __future__ import annotations

import re
from pathlib import PurePath

import msgspec

from vidocq.acquire.dateline import iso_date

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_CONVENTION = re.compile(r"(?P<language>[a-z]{2})_\d{4}-\d\d-\d\d_(?P<publisher>[^_]+)_.+")


class NameFacts(msgspec.Struct, frozen=True):
    """Language (ISO 639-1), date (ISO 8601) and publisher as the name gives them, else None."""

    language: str | None = None
    published: str | None = None
    publisher: str | None = None


def facts_of_name(stem: str) -> NameFacts:
    """The facts in a name: any ISO date; all three in ``language_date_publisher_title``.

    ``en_2021-04-15_white-house_fact-sheet`` gives ``en``, ``2021-04-15`` and ``White House``.
    """
    published = None
    if match := _DATE.search(stem):
        published = iso_date(int(match[1]), int(match[2]), int(match[3]))
    named = _CONVENTION.fullmatch(stem)
    if named is None or published is None:
        return NameFacts(published=published)
    words = named["publisher"].replace("-", " ").split()
    publisher = " ".join(w[:1].upper() + w[1:] for w in words) or None
    return NameFacts(named["language"], published, publisher)


def stem_of(name: str) -> str:
    """The name of a file without its folder and its suffix: the id of the document."""
    return PurePath(name).stem or name
