"""The coded-incident table: who laid which incident on whom, in the manner of attribution data sets.

A row is one attribution: an incident, an initiator, an attributing actor. What a coder of EuRepoC looks
for under another name is told beside each column in `data/tables.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from vidocq.ask.siblings import siblings
from vidocq.knowledge.facts import country_of, is_outlet, is_vendor
from vidocq.knowledge.publishers import find_publisher
from vidocq.ledger import ClaimFilter, Role, query
from vidocq.ledger.keys import ACTS_AGAINST, first_day, last_day, party_of
from vidocq.ledger.records import StoredClaim
from vidocq.model import (
    Confidence,
    EntityType,
    Likelihood,
    Polarity,
    Predicate,
    Reference,
)
from vidocq.resolve.incidents import is_landmark
from vidocq.resolve.parties import is_media
from vidocq.resolve.times import iso_day
from vidocq.share.selection import Chosen
from vidocq.share.tables.schema import Row

MOST_CLAIMS = 150
"""Claims about an incident by which others of the same event are sought, the latest told."""

MOST_DOCUMENTS = 400
"""Documents of one incident that are asked for sponsors, charges and other responses."""

_LEGAL = frozenset({Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS, Predicate.DISRUPTS})

_CATEGORY = {
    EntityType.STATE: "state institution",
    EntityType.AGENCY: "state institution",
    EntityType.BLOC: "international organisation",
    EntityType.COMPANY: "corporate",
    EntityType.ORGANISATION: "organisation",
    EntityType.PERSON: "individual",
    EntityType.PLACE: "place",
    EntityType.PRODUCT: "product",
}


@dataclass
class _Attribution:
    """All claims by one actor that lay an incident on one initiator, or deny it."""

    initiator: Reference
    actor: Reference | None
    first: StoredClaim
    claims: int = 0
    day: int = 0
    confidence: Confidence | None = None
    likelihood: Likelihood | None = None
    flat: bool = False
    documents: dict[str, None] = field(default_factory=dict)


@dataclass
class _Incident:
    """What the claims about one incident say."""

    id: str
    ids: frozenset[str]
    start: str | None = None
    end: str | None = None
    told: int = 0
    attributions: dict[tuple[str, str, Polarity], _Attribution] = field(default_factory=dict)
    receivers: dict[str, Reference] = field(default_factory=dict)
    acts: dict[str, StoredClaim] = field(default_factory=dict)
    sponsors: dict[str, str] = field(default_factory=dict)
    documents: dict[str, None] = field(default_factory=dict)


def incident_rows(chosen: Chosen) -> Iterator[Row]:
    """A row for each attribution and denial of each incident, and one for an incident without any.

    Incidents that the record holds for one event, as `vidocq.ask.incident` tells them, are one.
    """
    told: set[str] = set()
    for id in query.entities_of(chosen.setting.at, chosen.claims, (EntityType.INCIDENT,)):
        if id in told:
            continue
        ids = [one for one in _one_event(chosen, id) if one not in told]
        told.update(ids)
        incident = _Incident(next((one for one in ids if is_landmark(one)), id), frozenset(ids))
        for stored in query.each_claim(chosen.setting.at, _about(chosen.claims, ids)):
            _take_in(incident, stored)
        _beside(chosen, incident)
        yield from _rows(chosen, incident)


def _one_event(chosen: Chosen, id: str) -> list[str]:
    newest = query.claims_about(
        chosen.setting.at,
        [id],
        roles=(Role.SUBJECT,),
        as_of=chosen.claims.as_of,
        limit=MOST_CLAIMS,
    )
    return [id, *(one.id for one in siblings(chosen.setting, id, newest))]


def _about(asked: ClaimFilter, ids: list[str]) -> ClaimFilter:
    return msgspec.structs.replace(asked, events=tuple(ids))


def _take_in(incident: _Incident, stored: StoredClaim) -> None:
    claim = stored.claim
    if len(incident.documents) < MOST_DOCUMENTS:
        incident.documents[stored.document] = None
    if stored.told_day and (not incident.told or stored.told_day < incident.told):
        incident.told = stored.told_day
    if claim.predicate in ACTS_AGAINST:
        incident.acts[_act(stored)] = stored
        return
    if claim.subject.id not in incident.ids:
        return
    if claim.event_time:
        start, _, end = claim.event_time.partition("/")
        if incident.start is None or first_day(start) < first_day(incident.start):
            incident.start = start
        if incident.end is None or last_day(end or start) > last_day(incident.end):
            incident.end = end or start
    if claim.object is None:
        return
    if claim.predicate is Predicate.TARGETS and claim.polarity is Polarity.AFFIRMED:
        incident.receivers.setdefault(claim.object.id, claim.object)
    if claim.predicate is Predicate.ATTRIBUTED_TO:
        for actor in claim.claimants or (None,):
            _attribute(incident, claim.object, actor, stored)


def _attribute(
    incident: _Incident, initiator: Reference, actor: Reference | None, stored: StoredClaim
) -> None:
    claim = stored.claim
    # A document that speaks in its own voice is its publisher's word.
    who = actor.id if actor else f"publisher {stored.publisher or ''}"
    one = incident.attributions.setdefault(
        (initiator.id, who, claim.polarity), _Attribution(initiator, actor, stored)
    )
    one.claims += 1
    if stored.told_day and (not one.day or stored.told_day < one.day):
        one.day, one.first = stored.told_day, stored
    one.confidence = max(one.confidence, claim.confidence, key=_DEGREES.index)
    one.likelihood = max(one.likelihood, claim.likelihood, key=_LIKELIHOODS.index)
    one.flat = one.flat or claim.likelihood is None
    one.documents[stored.document] = None


_DEGREES = (None, *Confidence)
_LIKELIHOODS = (None, *Likelihood)


def _act(stored: StoredClaim) -> str:
    claim = stored.claim
    target = claim.object.id if claim.object else ""
    return f"{claim.subject.id} {claim.predicate} {target}"


def _beside(chosen: Chosen, incident: _Incident) -> None:
    """Take in what the same documents say of the initiators: for whom they act, what was done to them."""
    initiators = {one.initiator.id for one in incident.attributions.values()}
    if not initiators:
        return
    asked = ClaimFilter(
        documents=tuple(incident.documents),
        predicates=(Predicate.SPONSORED_BY, *sorted(ACTS_AGAINST)),
        polarity=Polarity.AFFIRMED,
        as_of=chosen.claims.as_of,
    )
    acts = []
    for stored in query.each_claim(chosen.setting.at, asked):
        claim = stored.claim
        if claim.object is None:
            continue
        if claim.predicate is Predicate.SPONSORED_BY:
            party = party_of(claim.object)
            if party and claim.subject.id in initiators:
                incident.sponsors.setdefault(claim.subject.id, party)
        else:
            acts.append(stored)
    states = {party_of(one.initiator) for one in incident.attributions.values()}
    states |= set(incident.sponsors.values())
    for stored in acts:
        target = stored.claim.object
        if target and (target.id in initiators or (party_of(target) or "") in states):
            incident.acts.setdefault(_act(stored), stored)


def _rows(chosen: Chosen, incident: _Incident) -> Iterator[Row]:
    receivers = list(incident.receivers.values())
    hit = {party for one in receivers if (party := _country(one))}
    common: dict[str, object] = {
        "merged": sorted(incident.ids - {incident.id}),
        "incident": incident.id,
        "incident_name": chosen.name(incident.id),
        "start_date": incident.start,
        "end_date": incident.end,
        "first_told": iso_day(incident.told),
        "receiver_names": [chosen.name(one.id) for one in receivers],
        "receiver_countries": sorted(hit),
        "receiver_categories": list(dict.fromkeys(_receiver_category(one) for one in receivers)),
        **_responses(chosen, incident),
    }
    if not incident.attributions:
        yield common | {"claims": 0}
        return
    for (initiator, _, polarity), one in sorted(
        incident.attributions.items(), key=lambda item: (item[0][0], item[1].day, item[0])
    ):
        country = party_of(one.initiator) or incident.sponsors.get(initiator)
        actor = one.actor or find_publisher(one.first.publisher or "")
        yield common | {
            "initiator": initiator,
            "initiator_name": chosen.name(initiator),
            "initiator_country": country,
            "initiator_category": _initiator_category(one.initiator, country),
            "polarity": str(polarity),
            "attributing_actor": one.actor.id if one.actor else None,
            "attributing_actor_name": chosen.name(one.actor.id)
            if one.actor
            else one.first.publisher,
            "attributing_country": party_of(actor) if actor else None,
            "attribution_date": iso_day(one.day),
            "attribution_type": _type(incident, one, actor),
            "attribution_basis": _basis(one, actor, hit, country),
            "confidence": str(one.confidence) if one.confidence else None,
            "likelihood": None if one.flat or not one.likelihood else str(one.likelihood),
            "settled": _settled(incident, initiator),
            "denied_by": [
                chosen.name(denial.actor.id)
                for (id, _, told), denial in incident.attributions.items()
                if id == initiator and told is Polarity.DENIED and denial.actor
            ],
            "claims": one.claims,
            "documents": list(one.documents),
            "quote": one.first.claim.quote,
            "claim": one.first.id,
        }


def _country(one: Reference) -> str | None:
    return party_of(one) or country_of(one.id)


def _receiver_category(one: Reference) -> str:
    if one.type is EntityType.SECTOR:
        return one.id.partition(":")[2].replace("-", " ")
    return _CATEGORY.get(one.type, "other")


def _initiator_category(one: Reference, country: str | None) -> str:
    if one.type in (EntityType.STATE, EntityType.AGENCY, EntityType.BLOC):
        return "state"
    if country:
        return "non-state actor, state affiliation suggested"
    if one.type is EntityType.PERSON:
        return "individual"
    return "unknown" if one.type is EntityType.UNNAMED_ACTOR else "non-state group"


def _type(incident: _Incident, one: _Attribution, actor: Reference | None) -> str:
    if one.actor is not None and one.actor.id == one.initiator.id and party_of(one.actor) is None:
        return "self-claim"
    if actor is None or is_outlet(actor.id) or is_media(actor):
        return "media report"
    if is_vendor(actor.id) or actor.type is EntityType.COMPANY:
        return "technical report"
    if party_of(actor):
        charges = (
            act.claim.predicate in _LEGAL
            and act.claim.subject.id == actor.id
            and act.document in one.documents
            for act in incident.acts.values()
        )
        return "legal act" if any(charges) else "political statement"
    return "other statement"


def _basis(
    one: _Attribution, actor: Reference | None, hit: set[str], initiator_country: str | None
) -> str:
    if one.actor is not None and (
        one.actor.id == one.initiator.id
        or (initiator_country is not None and party_of(one.actor) == initiator_country)
    ):
        return "attacker"
    if actor is None or is_outlet(actor.id) or is_media(actor):
        return "media"
    if actor.type is EntityType.COMPANY:
        return "IT-security company"
    party = party_of(actor)
    if party is None:
        return "other"
    if party in hit:
        return "receiver's state"
    return "other state" if party.isupper() else "bloc"


def _settled(incident: _Incident, initiator: str) -> str:
    denied = any(
        id == initiator and polarity is Polarity.DENIED for id, _, polarity in incident.attributions
    )
    states = {
        party
        for (id, _, polarity), one in incident.attributions.items()
        if polarity is Polarity.AFFIRMED
        and (party := party_of(one.initiator) or incident.sponsors.get(id))
    }
    return "contested" if denied or len(states) > 1 else "settled"


def _responses(chosen: Chosen, incident: _Incident) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {
        "political_response": [],
        "political_response_dates": [],
        "legal_response": [],
        "legal_response_dates": [],
    }
    for act in sorted(incident.acts.values(), key=lambda one: (one.told_day, one.id)):
        claim = act.claim
        if claim.polarity is Polarity.DENIED:
            continue
        kind = "legal_response" if claim.predicate in _LEGAL else "political_response"
        target = f" {chosen.name(claim.object.id)}" if claim.object else ""
        found[kind].append(f"{chosen.name(claim.subject.id)} {claim.predicate}{target}")
        found[f"{kind}_dates"].append(claim.event_time or iso_day(act.told_day) or "")
    return found
