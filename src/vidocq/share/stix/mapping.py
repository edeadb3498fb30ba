"""How the record maps to STIX 2.1, as `data/stix.yaml` says it."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from vidocq.knowledge.facts import country_of
from vidocq.knowledge.states import is_country
from vidocq.model import Claim, Confidence, EntityType, Likelihood, Polarity, Predicate
from vidocq.share.mapping_files import read_mapping

RELATED = "related-to"
"""The common relationship type of STIX, for what it has no type for."""


class Entity(msgspec.Struct, frozen=True):
    """An entity of the record: its type and id."""

    type: EntityType
    id: str


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file, read and checked; every key is explained in it."""

    places: dict[Predicate, tuple[str, str]]
    objects: dict[EntityType, dict[str, str]]
    sponsor_of_threat_actor: str
    relationships: dict[Predicate, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]
    sectors: dict[str, str]
    regions: dict[str, str]
    states_as_regions: dict[str, str]
    confidence: dict[Confidence, int]
    likelihood: dict[Likelihood, int]
    opinions: dict[str, str]
    phrases: dict[Predicate, tuple[str, str]]


@cache
def mapping() -> Mapping:
    """The mapping.

    Raises:
        msgspec.ValidationError: the data file breaks its own form.
    """
    return read_mapping("stix.yaml", Mapping)


def object_types(
    predicate: Predicate, subject: Entity, target: Entity | None
) -> tuple[str, str | None]:
    """The STIX types of the subject and object of a claim."""
    first, second = mapping().places[predicate]
    source = object_type(subject, first)
    if target is None:
        return source, None
    found = object_type(target, second)
    if second == "sponsor" and source == "threat-actor" and found == source:
        return source, mapping().sponsor_of_threat_actor
    return source, found


@lru_cache(maxsize=50_000)
def object_type(entity: Entity, place: str) -> str:
    """The STIX type of an entity in a place of a claim.

    A location must lie in a country or region that STIX knows: any other place is an identity.
    """
    by_place = mapping().objects[entity.type]
    found = by_place.get(place) or by_place["else"]
    return "identity" if found == "location" and where(entity.id) == (None, None) else found


@lru_cache(maxsize=4096)
def where(id: str) -> tuple[str | None, str | None]:
    """The country (ISO 3166-1 alpha-2) of a state or place, and the region (region-ov) of a place that has none."""
    country = country_of(id)
    if country in mapping().states_as_regions:
        return None, mapping().states_as_regions[country]
    if country is not None and is_country(country):
        return country, None
    kind, _, name = id.partition(":")
    return None, mapping().regions.get(name) if kind == "place" else None


@lru_cache(maxsize=4096)
def relationship_type(predicate: Predicate, source: str, target: str) -> str:
    """The STIX relationship type between two objects, the standard's own where it has one."""
    for sources, targets, name in mapping().relationships.get(predicate, ()):
        if source in sources and target in targets:
            return name
    return RELATED


def confidence(stated: Confidence | None, likelihood: Likelihood | None) -> int | None:
    """The value on STIX's scale of 0 to 100: the stated confidence, else the stated likelihood."""
    if stated is not None:
        return mapping().confidence[stated]
    return None if likelihood is None else mapping().likelihood[likelihood]


def opinion(claim: Claim) -> str | None:
    """What the claimant thinks of the relationship, where it does not hold with it."""
    key = "denied" if claim.polarity is Polarity.DENIED else str(claim.likelihood)
    return mapping().opinions.get(key)
