"""From whose eyes names of groups are seen: each viewpoint trusts some of the naming sources."""

from __future__ import annotations

from enum import StrEnum

from vidocq.knowledge.groups import Equivalence

OWN_SOURCES = "vidocq:"
GALAXY_SOURCES = "misp-galaxy:"


class Viewpoint(StrEnum):
    """Whose equations of names count."""

    VIDOCQ = "vidocq"
    """All sources, weighed: what we show unless asked otherwise."""
    MISP_GALAXY = "misp-galaxy"
    MITRE_ATTACK = "mitre-attack"
    MICROSOFT = "microsoft"


def counts(viewpoint: Viewpoint, equivalence: Equivalence) -> bool:
    """Whether a source's word counts from this viewpoint."""
    if viewpoint is Viewpoint.MISP_GALAXY:
        return equivalence.source == f"{GALAXY_SOURCES}threat-actor"
    if viewpoint is Viewpoint.MITRE_ATTACK:
        return equivalence.owner == "MITRE ATT&CK"
    if viewpoint is Viewpoint.MICROSOFT:
        return equivalence.owner == "Microsoft"
    return True


def is_explicit(equivalence: Equivalence) -> bool:
    """Whether somebody says of just these two names that they mean the same or do not, dated and by
    name (our file of relations), rather than by a list of synonyms in a catalogue."""
    return not equivalence.source.startswith((GALAXY_SOURCES, OWN_SOURCES))


_RANKS = (
    f"{GALAXY_SOURCES}threat-actor",
    f"{OWN_SOURCES}groups",
    f"{GALAXY_SOURCES}mitre-intrusion-set",
    f"{GALAXY_SOURCES}microsoft-activity-group",
)


def rank(source: str) -> int:
    """The order in which sources name a cluster: the lowest gives its canonical name."""
    return _RANKS.index(source) if source in _RANKS else len(_RANKS)
