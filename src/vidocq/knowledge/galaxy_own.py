"""Groups and malware of our own data: what the galaxy lacks (`data/groups.yaml`, `data/malware.yaml`)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import msgspec

from vidocq.knowledge.galaxy_context import name_of
from vidocq.knowledge.galaxy_data import read_data
from vidocq.knowledge.galaxy_names import canonical_group_id, fold
from vidocq.knowledge.name import Name
from vidocq.model import EntityType

SOURCE = "vidocq:groups"
MALWARE_SOURCE = "vidocq:malware"


class GroupKind(StrEnum):
    """What sort of actor stands behind a name."""

    HACKTIVIST = "hacktivist"
    GANG = "gang"
    STATE = "state"
    BROKER = "broker"
    PERSON = "person"


class OwnGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of our own data; ``country`` as ISO 3166-1 alpha-2, ``malware`` where the gang's
    malware bears the gang's name."""

    name: str
    kind: GroupKind
    also: tuple[str, ...] = ()
    country: str | None = None
    source: str = SOURCE
    malware: bool = False


class OwnMalware(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A malware or tool of our own data."""

    name: str
    also: tuple[str, ...] = ()


class _Groups(msgspec.Struct, frozen=True):
    groups: tuple[OwnGroup, ...]


class _Malware(msgspec.Struct, frozen=True):
    malware: tuple[OwnMalware, ...]


@cache
def own_groups() -> tuple[OwnGroup, ...]:
    """The groups of `data/groups.yaml`."""
    return read_data("groups.yaml", _Groups).groups


@cache
def gangs_with_programs() -> frozenset[str]:
    """The ids of gangs whose malware bears their name."""
    return frozenset(canonical_group_id(group.name) for group in own_groups() if group.malware)


@cache
def own_malware() -> tuple[OwnMalware, ...]:
    """The malware of `data/malware.yaml`."""
    return read_data("malware.yaml", _Malware).malware


@cache
def own_names() -> tuple[Name, ...]:
    """Every name of our own groups and malware, once for each kind."""
    listed: list[tuple[str, EntityType, str]] = []
    for group in own_groups():
        kind = EntityType.PERSON if group.kind is GroupKind.PERSON else EntityType.GROUP
        for text in (group.name, *group.also):
            listed.append((text, kind, SOURCE))
            if group.malware:
                listed.append((text, EntityType.MALWARE, SOURCE))
    for malware in own_malware():
        for text in (malware.name, *malware.also):
            listed.append((text, EntityType.MALWARE, MALWARE_SOURCE))
    found: dict[tuple[EntityType, str], Name] = {}
    for text, kind, source in listed:
        name = name_of(text, kind, source)
        if name is not None:
            found.setdefault((kind, fold(text)), name)
    return tuple(found.values())
