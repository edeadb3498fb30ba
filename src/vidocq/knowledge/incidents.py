"""Landmark incidents: the names by which one event is known in English and French.

Source: `data/incidents.yaml`, written by us from public record. Full names ("SolarWinds hack") match as
they stand; an *anchor* ("SolarWinds") means an incident only beside an attack noun.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from vidocq.knowledge.galaxy_data import DataError, read_data
from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.name import Name, NameContext
from vidocq.model import EntityType

SOURCE = "vidocq:incidents"
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_NEAR_YEARS = 1


class Incident(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A landmark incident. ``date`` is ISO 8601, a year, month or day, or an interval "2020-03/2020-12".
    ``accused`` lists whom somebody blamed publicly; it is no finding of ours."""

    id: str
    date: str
    en: tuple[str, ...]
    fr: tuple[str, ...]
    anchors: tuple[str, ...]
    loose: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    malware: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of the incident."""
        start, _, end = self.date.partition("/")
        return int(start[:4]), int((end or start)[:4])


class Anchor(msgspec.Struct, frozen=True):
    """An anchor as written and the incident that it may mean, with its first and last year; ``loose``
    where it means it only with the year given."""

    text: str
    incident: str
    first_year: int
    last_year: int
    loose: bool = False


class _File(msgspec.Struct, frozen=True):
    incidents: tuple[Incident, ...]


@cache
def incidents() -> tuple[Incident, ...]:
    """All landmark incidents, in order of time. Raises `DataError` on a bad date or a repeated id."""
    found = read_data("incidents.yaml", _File).incidents
    seen: set[str] = set()
    for entry in found:
        if entry.id in seen:
            raise DataError(f"incidents.yaml: {entry.id}: this id stands twice")
        seen.add(entry.id)
        ends = entry.date.split("/")
        if len(ends) > 2 or not all(_DATE.fullmatch(end) for end in ends) or ends != sorted(ends):
            raise DataError(
                f"incidents.yaml: {entry.id}: date {entry.date!r} is no ISO date or interval"
            )
    return found


@cache
def landmarks() -> frozenset[str]:
    """The ids of all landmark incidents."""
    return frozenset(entry.id for entry in incidents())


@cache
def load_incident_names() -> tuple[Name, ...]:
    """Every full name, once for each language it is given in. A title without an
    attack noun ("Moonlight Maze") keeps its capitals; the others are safe."""
    return tuple(
        Name(
            text=text,
            entity=entry.id,
            type=EntityType.INCIDENT,
            language=language,
            context=NameContext.CAPITALISED if _is_plain_title(text) else NameContext.NONE,
            source=SOURCE,
        )
        for entry in incidents()
        for language, texts in (("en", entry.en), ("fr", entry.fr))
        for text in texts
    )


_ATTACK_NOUN = re.compile(
    r"\b(?:hacks?|attacks?|cyberattacks?|breach(?:es)?|leaks?|heist|outbreak|worm|virus|campaign)\b"
)


def _is_plain_title(text: str) -> bool:
    """ "Operation Aurora", "Titan Rain": words that could be a title of something else."""
    words = text.split()
    return all(word[0].isupper() for word in words) and not _ATTACK_NOUN.search(fold(text))


@cache
def incident_anchors() -> dict[str, tuple[Anchor, ...]]:
    """Folded anchor ("sony pictures") to the incidents that it may mean, in order of time."""
    index: dict[str, list[Anchor]] = {}
    for entry in incidents():
        first, last = entry.years
        forms = {fold(text): Anchor(text, entry.id, first, last) for text in entry.anchors}
        for text in entry.loose:
            forms.setdefault(fold(text), Anchor(text, entry.id, first, last, True))
        for key, anchor in forms.items():
            index.setdefault(key, []).append(anchor)
    return {key: tuple(sorted(found, key=lambda a: a.first_year)) for key, found in index.items()}


def incident_for(anchor: str, year: int | None = None, *, near: int = _NEAR_YEARS) -> str | None:
    """The incident that ``anchor`` beside an attack noun means, or None where it means none or is not
    decided. With a ``year`` (of the event), the one incident of that year; failing that the one
    within ``near`` years of it. Without, the only incident of this anchor, unless the anchor is loose."""
    candidates = incident_anchors().get(fold(anchor), ())
    if year is None:
        decided = len(candidates) == 1 and not candidates[0].loose
        return candidates[0].incident if decided else None
    for slack in (0, near):
        fitting = [c for c in candidates if c.first_year - slack <= year <= c.last_year + slack]
        if fitting:
            return fitting[0].incident if len(fitting) == 1 else None
    return None
