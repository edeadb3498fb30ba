"""For whom an entity speaks or answers: its state, and what kind of claimant it is."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from vidocq.knowledge.facts import is_outlet
from vidocq.model import EntityType, Reference

_STATE_OF_PREFIX = {"uk": "GB", "el": "GR"}
"""Prefixes of agency ids that are not ISO 3166-1 alpha-2 (``uk`` by the claim guide)."""

_BLOC_PREFIXES = frozenset({"eu", "un", "nato"})

_PREFIX = re.compile(r"([a-z]{2,4})-")


class ClaimantKind(StrEnum):
    """The kinds in which an incident's standing counts claimants. Documented in docs/resolve.md."""

    VICTIM_STATE = "victim state"
    ACCUSED = "accused"
    OTHER_STATE = "other state"
    BLOC = "bloc"
    VENDOR = "vendor"
    MEDIA = "media"
    GROUP = "group"
    OTHER = "other"


_MEDIA = re.compile(
    r"\b(?:news|times|post|journal|press|reuters|afp|bloomberg|bbc|cnn|guardian|le monde|figaro|tass|xinhua"
    r"|spiegel|daily|herald|tribune|gazette|courier|broadcasting|radio|television|wire|der standard|politico"
    r"|wired|axios|nbc|cbs|npr|ap|dpa|associated press|agence france presse|mediapart|liberation|zeit|kyodo)\b"
)


# A view asks of the same few hundred entities thousands of times.
@lru_cache(maxsize=8192)
def state_of(id: str) -> str | None:
    """The state (ISO 3166-1 alpha-2) for which an entity's id shows that it acts: a state itself, or
    an agency or organisation whose id begins with its state (``agency:cn-mss``); else None."""
    kind, _, name = id.partition(":")
    if kind == "state":
        return name.upper() if len(name) == 2 else None
    if kind not in ("agency", "organisation"):
        return None
    found = _PREFIX.match(name)
    if found is None or found[1] in _BLOC_PREFIXES or len(found[1]) != 2:
        return None
    return _STATE_OF_PREFIX.get(found[1], found[1].upper())


@lru_cache(maxsize=8192)
def party_of(id: str) -> str:
    """The party that a claimant's id stands for: its state (``state:GB`` for ``agency:uk-ncsc``), its bloc
    (``bloc:eu`` for ``agency:eu-council``), or itself."""
    state = state_of(id)
    if state:
        return f"state:{state}"
    kind, _, name = id.partition(":")
    if kind == "agency":
        found = _PREFIX.match(name)
        if found and found[1] in _BLOC_PREFIXES:
            return f"bloc:{found[1]}"
    return id


def kind_of_claimant(
    claimant: Reference, *, victims: frozenset[str], accused: frozenset[str]
) -> ClaimantKind:
    """What kind of claimant somebody is towards an incident with these victim and accused states."""
    party = party_of(claimant.id)
    if party.startswith("state:"):
        state = party.removeprefix("state:")
        if state in accused:
            return ClaimantKind.ACCUSED
        return ClaimantKind.VICTIM_STATE if state in victims else ClaimantKind.OTHER_STATE
    if party.startswith("bloc:"):
        return ClaimantKind.BLOC
    if claimant.type is EntityType.COMPANY:
        return ClaimantKind.MEDIA if is_media(claimant) else ClaimantKind.VENDOR
    if claimant.type is EntityType.GROUP:
        return ClaimantKind.GROUP
    return ClaimantKind.MEDIA if is_media(claimant) else ClaimantKind.OTHER


def is_media(of: Reference) -> bool:
    """Whether a company's or organisation's name is that of a news outlet."""
    return _is_media(of.id, of.text)


@lru_cache(maxsize=8192)
def _is_media(id: str, text: str) -> bool:
    if is_outlet(id):
        return True
    name = id.partition(":")[2].replace("-", " ")
    return bool(_MEDIA.search(name) or _MEDIA.search(text.lower()))
