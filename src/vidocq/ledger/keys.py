"""What is worked out of a claim when it is recorded, so that views need not: days, states, parties."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from vidocq.model import Claim, EntityType, Predicate, Reference

_AGENCY_STATE: Final = {"uk": "GB", "el": "GR"}
"""Country prefixes of agency ids that are not ISO 3166-1 alpha-2 (``uk`` by the claim guide)."""

_AGENCY_BLOC: Final = frozenset({"eu", "un", "nato"})

ACCUSING: Final = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})
"""Claims in which the claimants accuse the object."""

ACTS_AGAINST: Final = frozenset(
    {
        Predicate.CONDEMNS,
        Predicate.INDICTS,
        Predicate.SANCTIONS,
        Predicate.ARRESTS,
        Predicate.DISRUPTS,
        Predicate.RESPONDS,
    }
)
"""Claims in which the subject acts against the object."""

DEEDS: Final = frozenset({Predicate.TARGETS, Predicate.EXPLOITS, Predicate.USES})
"""Claims in which the subject is the one who is said to attack."""


def party_of(reference: Reference) -> str | None:
    """The state or bloc that a reference speaks or answers for.

    A state and its agencies are the two capital letters of ISO 3166-1 (``agency:cn-mss`` and
    ``state:CN`` are ``CN``); a bloc and its bodies are the bloc's short name in lower case (``eu``).
    None for all that is neither.
    """
    return _party(reference.type, reference.id)


@lru_cache(maxsize=8192)
def _party(kind: EntityType, id: str) -> str | None:
    name = id.partition(":")[2]
    if kind is EntityType.STATE:
        return name.upper() if len(name) == 2 else None
    if kind is EntityType.BLOC:
        return name or None
    if kind is EntityType.AGENCY:
        country, dash, _ = name.partition("-")
        if not dash:
            return None
        if country in _AGENCY_BLOC:
            return country
        if len(country) == 2 and country.isalpha():
            return _AGENCY_STATE.get(country, country.upper())
    return None


def accused_of(claim: Claim) -> str | None:
    """The state or bloc on which the claim lays a deed, or against which it tells an act."""
    if claim.predicate in DEEDS:
        return party_of(claim.subject)
    if claim.object is not None and claim.predicate in ACCUSING | ACTS_AGAINST:
        return party_of(claim.object)
    return None


def accusers_of(claim: Claim) -> tuple[str, ...]:
    """The states and blocs that accuse or act: the claimants of an attribution, the subject of an act."""
    if claim.predicate in ACCUSING:
        return _parties(claim.claimants)
    if claim.predicate in ACTS_AGAINST:
        return _parties((claim.subject,))
    return ()


def _parties(references: Iterable[Reference]) -> tuple[str, ...]:
    found = {party for reference in references if (party := party_of(reference))}
    return tuple(sorted(found))


def first_day(date: str | None) -> int:
    """The first day that an ISO 8601 date of any precision, or an interval ``a/b``, may mean.

    As ``yyyymmdd``: ``2021-07`` is 20210701, ``2010/2024`` is 20100101; 0 where there is no date or
    it is none.
    """
    if not date:
        return 0
    return _day(date.partition("/")[0], 101)


def last_day(date: str | None) -> int:
    """The last day that a date may mean, as ``yyyymmdd`` (``2021-07`` is 20210731); 0 without one."""
    if not date:
        return 0
    return _day(date.rpartition("/")[2], 1231)


@lru_cache(maxsize=8192)
def _day(date: str, rest: int) -> int:
    parts = date[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
    except ValueError:
        return 0
    if not 1 <= numbers[0] <= 9999 or len(numbers) > 3:
        return 0
    month = numbers[1] if len(numbers) > 1 else rest // 100
    day = numbers[2] if len(numbers) > 2 else rest % 100
    return numbers[0] * 10000 + month * 100 + day if month <= 12 and day <= 31 else 0


def told_day(claim: Claim, published: str | None) -> int:
    """The day under which a claim is sorted in time: when it was said, else when it was published."""
    return first_day(claim.said_on) or first_day(published)


FOLDED_CHARACTERS = 200


def folded(text: str) -> str:
    """A name as it is looked up: lower case, without accents, single spaces, its first 200 characters."""
    if text.isascii():
        return " ".join(text.lower().split())[:FOLDED_CHARACTERS].rstrip()
    # Twice, since lower case can come apart and what came apart can have a lower case (𝕬 is A is a).
    for _ in range(2):
        apart = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(text.split())[:FOLDED_CHARACTERS].rstrip()


SAID_BY_CHARACTERS = 500
"""More keys than fit into so many characters stand with their claim alone: an index of PostgreSQL holds no more."""

CROWD = "*"


def said_by(claimants: Iterable[int]) -> str | None:
    """The claimants of a claim as its indexes hold them: their keys, each once, a space between.

    None where nobody is named, `CROWD` where too many are.
    """
    keys = sorted(set(claimants))
    if not keys:
        return None
    told = " ".join(map(str, keys))
    return told if len(told) <= SAID_BY_CHARACTERS else CROWD
