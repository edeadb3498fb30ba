"""What the claim guide fixes, for those who write gold and for the tests that hold files to it."""

from __future__ import annotations

import re

from vidocq.model import EntityType, Predicate

STYLES = {"news", "government", "vendor", "prosecutor", "column", "other"}
"""Whose report it is (gold/README.md); a report of ``other`` style claims nothing."""

WORDS = range(80, 1301)
"""How many words a report of our gold may have."""

SECTORS = {
    "government",
    "defence",
    "maritime",
    "energy",
    "finance",
    "health",
    "education",
    "media",
    "telecommunications",
    "technology",
    "transport",
    "aviation",
    "water",
    "food",
    "manufacturing",
    "civil-society",
    "politics",
    "research",
    "legal",
    "retail",
    "critical-infrastructure",
    "individuals",
}

ACTORS = {"group", "agency", "state", "person", "unnamed-actor"}
VICTIMS = {"organisation", "company", "agency", "state", "sector", "place", "person", "product"}
NAMED = {"group", "agency", "person", "unnamed-actor", "malware"}

# Two rows say more than the guide's table, because its own example or the development gold does: an agency `uses`
# ("the MSS uses criminal contract hackers"), and sanctions may fall on an unnamed set of persons ("32 entities and individuals").
TYPES: dict[str, tuple[set[str], set[str]]] = {
    Predicate.ATTRIBUTED_TO: ({"incident", "malware"}, ACTORS),
    Predicate.SPONSORED_BY: ({"group", "person", "company", "unnamed-actor"}, {"state", "agency"}),
    Predicate.LOCATED_IN: ({"group", "person", "unnamed-actor"}, {"state", "place"}),
    Predicate.SAME_AS: (NAMED, NAMED),
    Predicate.TARGETS: ({"incident", "group", "agency", "state", "unnamed-actor"}, VICTIMS),
    Predicate.EXPLOITS: ({"incident", "group", "unnamed-actor"}, {"vulnerability", "product"}),
    Predicate.USES: (
        {"incident", "group", "state", "agency", "unnamed-actor"},
        {"malware", "technique", "unnamed-actor"},
    ),
    Predicate.AFFECTS: ({"incident"}, {str(kind) for kind in EntityType}),
    Predicate.CONDEMNS: (
        {"state", "bloc", "agency", "company"},
        {"incident", "state", "group", "agency"},
    ),
    Predicate.INDICTS: ({"agency", "state"}, {"person", "unnamed-actor", "group", "agency"}),
    Predicate.SANCTIONS: (
        {"state", "bloc", "agency"},
        {"person", "company", "agency", "group", "state", "unnamed-actor"},
    ),
    Predicate.ARRESTS: ({"agency", "state"}, {"person", "unnamed-actor", "group"}),
    Predicate.DISRUPTS: ({"agency", "state", "company"}, {"group", "malware", "other"}),
    Predicate.RESPONDS: ({"state", "bloc", "agency"}, {"state", "incident"}),
}
"""Of each predicate the types of its subject and of its object."""

DOC = re.compile(r"([a-z]{2})_\d{4}-\d{2}-\d{2}_[a-z0-9-]+_[a-z0-9-]+")
"""The id of a report: its language, day, publisher and name."""

_IDENTIFIERS = {
    "state": r"state:[A-Z]{2}",
    "agency": r"agency:[a-z]{2}-[a-z0-9-]+",
    "technique": r"technique:(T\d{4}(\.\d{3})?|[a-z0-9-]+)",
    "sector": f"sector:({'|'.join(sorted(SECTORS))})",
}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_identifier(kind: str, identifier: str) -> bool:
    """Whether an id has the form that the guide gives to ids of its type."""
    form = _IDENTIFIERS.get(kind, rf"{re.escape(kind)}:[a-z0-9][a-z0-9.-]*")
    return re.fullmatch(form, identifier) is not None


def is_date(written: str) -> bool:
    """Whether it is a year, a month or a day."""
    return _DATE.fullmatch(written) is not None


def is_time(written: str) -> bool:
    """Whether it is a date, or an interval of two with a slash."""
    first, slash, last = written.partition("/")
    return is_date(first) and (not slash or (is_date(last) and first[:4] <= last[:4]))
