"""What an export holds of its objects while it goes through the record."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from vidocq.ledger.query import Appearance
from vidocq.model import Reference
from vidocq.share.stix.mapping import Entity, object_type, object_types

K = TypeVar("K")
V = TypeVar("V")

_MOST_REMEMBERED = 20_000


class Pair(NamedTuple):
    """The ids of the objects of a claim's subject and object, and of the relationship that affirms it."""

    subject: str
    object: str | None
    relationship: str | None
    events: tuple[str, ...]
    """The incidents that stand beside campaigns, with the relationships to them."""


def forms(one: Appearance, entity: Entity) -> set[str]:
    """The types of the objects that stand for an entity in the places where claims speak of it."""
    found = {object_types(predicate, entity, None)[0] for predicate in one.subject_of}
    for predicate, kind in one.object_of:
        # Of the subject only the type matters here.
        found.add(object_types(predicate, Entity(kind, f"{kind}:"), entity)[1] or "")
    if one.speaks:
        found.add(object_type(entity, "voice"))
    return found


def remember(known: dict[K, V], key: K, value: V) -> V:
    """Keep what was worked out, forgetting all first when there is too much."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[key] = value
    return value


def entity_of_reference(one: Reference) -> Entity:
    return Entity(one.type, one.id)
