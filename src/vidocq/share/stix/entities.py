"""From a STIX object of any producer to an entity of the record."""

from __future__ import annotations

from typing import Any

from vidocq.model import EntityType, Reference
from vidocq.share import naming
from vidocq.share.stix.foreign_mapping import foreign

Object = dict[str, Any]

_SIMPLE = {
    "intrusion-set": EntityType.GROUP,
    "malware": EntityType.MALWARE,
    "tool": EntityType.MALWARE,
    "campaign": EntityType.INCIDENT,
    "incident": EntityType.INCIDENT,
    "infrastructure": EntityType.OTHER,
    "software": EntityType.PRODUCT,
}


def entity_of(told: Object) -> Reference | None:
    """The entity that an object stands for; None where the record keeps nothing of the kind."""
    kind = told["type"]
    name = str(told.get("name") or "").strip()
    if kind == "location":
        return _location(told, name)
    if kind == "identity":
        return _identity(told, name)
    if not name:
        return None
    if kind == "threat-actor":
        return _threat_actor(told, name)
    if kind == "attack-pattern":
        number = external_id(told, "mitre-attack", "mitre-mobile-attack", "mitre-ics-attack")
        found = naming.reference(EntityType.TECHNIQUE, number or name)
        return Reference(found.type, name, found.id)
    if kind == "vulnerability":
        number = external_id(told, "cve") or name
        found = naming.reference(EntityType.VULNERABILITY, number)
        return Reference(found.type, name, found.id)
    simple = _SIMPLE.get(kind)
    return naming.reference(simple, name) if simple else None


def external_id(told: Object, *sources: str) -> str | None:
    """The id that another source gives the object."""
    for one in told.get("external_references") or ():
        if isinstance(one, dict) and one.get("source_name") in sources and one.get("external_id"):
            return str(one["external_id"])
    return None


def _threat_actor(told: Object, name: str) -> Reference:
    found = naming.known(name, (EntityType.STATE, EntityType.AGENCY, EntityType.BLOC))
    if found:
        return found
    if told.get("resource_level") == "individual":
        return naming.reference(EntityType.PERSON, name)
    return naming.reference(EntityType.GROUP, name)


def _identity(told: Object, name: str) -> Reference | None:
    kind = told.get("identity_class")
    sectors = [one for one in told.get("sectors") or () if isinstance(one, str)]
    if kind == "class":
        known = foreign().sectors.get(sectors[0]) if sectors else None
        if known:
            return Reference(EntityType.SECTOR, name or known, f"sector:{known}")
        return naming.reference(EntityType.SECTOR, name) if name else None
    if not name:
        return None
    if kind == "individual":
        return naming.reference(EntityType.PERSON, name)
    return naming.party(name)


def _location(told: Object, name: str) -> Reference | None:
    country = told.get("country")
    if isinstance(country, str):
        found = naming.state(country, name or None) or naming.known(country, (EntityType.STATE,))
        if found:
            return found
    region = told.get("region")
    place = name or (region if isinstance(region, str) else "")
    return naming.reference(EntityType.PLACE, place) if place else None
