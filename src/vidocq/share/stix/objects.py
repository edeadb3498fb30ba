"""From an entity of the record to its STIX object."""

from __future__ import annotations

from typing import Any

from vidocq.knowledge.techniques import technique
from vidocq.model import EntityType
from vidocq.share.stix.extension import BEGINNING, PRODUCER, extended
from vidocq.share.stix.ids import observable_id, stix_id
from vidocq.share.stix.mapping import Entity, mapping, where

_ORGANISED = frozenset(
    {
        EntityType.STATE,
        EntityType.BLOC,
        EntityType.AGENCY,
        EntityType.COMPANY,
        EntityType.ORGANISATION,
    }
)


def object_id(entity: Entity, type: str, name: str) -> str:
    """The id of the object for an entity in this form."""
    if type == "software":
        return observable_id("software", name=name)
    return stix_id(type, entity.type, entity.id)


def entity_object(entity: Entity, type: str, name: str) -> dict[str, Any]:
    """The object of an entity: ``name`` is what to call it; a numbered flaw is called by its number."""
    if entity.id.startswith("vulnerability:cve-"):
        name = entity.id.partition(":")[2].upper()
    extensions = extended("entity", id=entity.id, type=str(entity.type))
    if type == "software":
        return {
            "type": type,
            "spec_version": "2.1",
            "id": object_id(entity, type, name),
            "name": name,
            "extensions": extensions,
        }
    return {
        "type": type,
        "spec_version": "2.1",
        "id": object_id(entity, type, name),
        "created_by_ref": PRODUCER,
        "created": BEGINNING,
        "modified": BEGINNING,
        "name": name,
        **_particulars(entity, type, name),
        "extensions": extensions,
    }


def _particulars(entity: Entity, type: str, name: str) -> dict[str, Any]:
    if type == "threat-actor":
        return _threat_actor(entity)
    if type == "identity":
        return _identity(entity)
    if type == "location":
        country, region = where(entity.id)
        return {"country": country} if country else {"region": region}
    if type == "malware":
        return {"malware_types": ["unknown"], "is_family": True}
    if type == "infrastructure":
        return {"infrastructure_types": ["unknown"]}
    if type == "vulnerability" and entity.id.startswith("vulnerability:cve-"):
        return _external("cve", entity.id.partition(":")[2].upper())
    if type == "attack-pattern" and (number := attack_number(entity.id)):
        return _external("mitre-attack", number)
    if type == "campaign":
        return {
            "description": "An attack, breach or campaign as the claims of the record speak of it."
        }
    return {}


def _external(source: str, id: str) -> dict[str, Any]:
    return {"external_references": [{"source_name": source, "external_id": id}]}


def attack_number(id: str) -> str | None:
    """The ATT&CK technique of a method, where it is one (not a tactic)."""
    name = id.partition(":")[2]
    found = technique(id)
    number = (found.attack if found else None) or name.upper()
    digits = number[1:].replace(".", "")
    return number if number.startswith("T") and digits.isdigit() and len(digits) in (4, 7) else None


def _threat_actor(entity: Entity) -> dict[str, Any]:
    nation = entity.type in (EntityType.STATE, EntityType.BLOC, EntityType.AGENCY)
    told: dict[str, Any] = {
        "description": "One on whom claims of the record lay something, or deny that. This object "
        "is where such claims meet; it is no finding.",
        "threat_actor_types": ["nation-state" if nation else "unknown"],
    }
    if entity.type is EntityType.PERSON:
        told["resource_level"] = "individual"
    return told


def _identity(entity: Entity) -> dict[str, Any]:
    if entity.type is EntityType.SECTOR:
        sector = mapping().sectors.get(entity.id.partition(":")[2])
        told: dict[str, Any] = {"identity_class": "class"}
        return told | ({"sectors": [sector]} if sector else {})
    if entity.type in (EntityType.STATE, EntityType.AGENCY):
        return {"identity_class": "organization", "sectors": ["government"]}
    if entity.type in _ORGANISED:
        return {"identity_class": "organization"}
    if entity.type is EntityType.PERSON:
        return {"identity_class": "individual"}
    return {"identity_class": "unknown"}


def event_ids(entity: Entity) -> tuple[str, str]:
    """The ids of the incident that stands beside a campaign, and of the relationship between them."""
    event = stix_id("incident", entity.type, entity.id)
    return event, stix_id("relationship", "event", entity.id)


def incident_object(entity: Entity, name: str) -> dict[str, Any]:
    """The event of a campaign as an incident, for consumers that list incidents.

    STIX 2.1 leaves the incident a stub without relationships of its own; the claims hang on the campaign.
    """
    return {
        "type": "incident",
        "spec_version": "2.1",
        "id": event_ids(entity)[0],
        "created_by_ref": PRODUCER,
        "created": BEGINNING,
        "modified": BEGINNING,
        "name": name,
        "description": "The event; what is claimed of it is told of the campaign of the same name.",
        "extensions": extended("entity", id=entity.id, type=str(entity.type)),
    }


def relationship(
    source: str, type: str, target: str, *, id: str, created: str, modified: str, **more: Any
) -> dict[str, Any]:
    """A relationship of ours; what is None is left out."""
    told = {name: value for name, value in more.items() if value is not None}
    return {
        "type": "relationship",
        "spec_version": "2.1",
        "id": id,
        "created_by_ref": PRODUCER,
        "created": created,
        "modified": modified,
        "relationship_type": type,
        "source_ref": source,
        "target_ref": target,
        **told,
    }
