"""Other incidents of the record that are the same event as one: found narrowly, merged cautiously."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vidocq.ask.setting import Setting
from vidocq.ask.sponsors import meanings_with
from vidocq.ledger import Role, query
from vidocq.ledger.records import StoredClaim
from vidocq.model import EntityType, Predicate
from vidocq.resolve.incidents import is_landmark, landmark_of, merges, sightings_of

MOST_CANDIDATES = 15
MOST_VICTIMS = 12
MOST_CLAIMS = 100

_PARTICULAR = (EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY, EntityType.MALWARE)


class Sibling(msgspec.Struct, frozen=True, kw_only=True):
    """Another incident id that is the same event, and why."""

    id: str
    name: str
    reason: str


def siblings(setting: Setting, id: str, claims: Sequence[StoredClaim]) -> list[Sibling]:
    """The incidents that are the same event as ``id``, of which ``claims`` tell; persons' word first."""
    found: dict[str, str] = {}
    apart = set()
    for one in setting.verdicts:
        if id in (one.a, one.b):
            other = one.b if one.a == id else one.a
            if one.same and other.startswith("incident:"):
                found[other] = f"{one.by} decided so"
            elif not one.same:
                apart.add(other)
    candidates = [one for one in _candidates(setting, id, claims) if one not in apart]
    if candidates:
        meanings = meanings_with(setting.actors, claims)
        told = query.claims_about(
            setting.at,
            candidates,
            roles=(Role.SUBJECT,),
            as_of=setting.as_of,
            limit=MOST_CLAIMS,
        )
        own = sightings_of(claims, meanings)
        others = sightings_of(told, meanings)
        for sighting in others:
            landmark = landmark_of(sighting, meanings)
            if landmark and landmark[0] == id:
                found.setdefault(sighting.incident, landmark[1])
        for merge in merges(own, others, setting.verdicts, meanings):
            pair = {merge.a, merge.b}
            if id in pair and len(pair) == 2:
                found.setdefault(next(iter(pair - {id})), merge.reason)
    return [
        Sibling(id=other, name=setting.label(other), reason=reason)
        for other, reason in found.items()
        if other != id and not (is_landmark(other) and is_landmark(id) and "decided" not in reason)
    ]


def _candidates(setting: Setting, id: str, claims: Sequence[StoredClaim]) -> list[str]:
    """Incidents with a victim or malware in common."""
    victims = [
        one.claim.object.id
        for one in claims
        if one.claim.object
        and one.claim.predicate in (Predicate.TARGETS, Predicate.USES)
        and one.claim.object.type in _PARTICULAR
    ]
    ids = list(dict.fromkeys(victims))[:MOST_VICTIMS]
    if not ids:
        return []
    edges = query.edges(
        setting.at,
        ids,
        role=Role.OBJECT,
        predicates=(Predicate.TARGETS, Predicate.USES),
        as_of=setting.as_of,
        limit=5 * MOST_CANDIDATES,
    )
    found = dict.fromkeys(
        one.subject for one in edges if one.subject.startswith("incident:") and one.subject != id
    )
    return list(found)[:MOST_CANDIDATES]
