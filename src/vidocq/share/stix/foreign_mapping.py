"""How STIX of any producer becomes claims, as `data/stix-import.yaml` says it."""

from __future__ import annotations

from functools import cache

import msgspec

from vidocq.model import Confidence, EntityType, Polarity, Predicate
from vidocq.share.mapping_files import read_mapping


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """A relationship between entities of these types is a claim with this predicate."""

    source: frozenset[EntityType]
    to: frozenset[EntityType]
    predicate: Predicate


class Foreign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file, read and checked; every key is explained in it."""

    relationships: dict[str, tuple[Line, ...]]
    sentences: dict[Predicate, str]
    denied: str
    opinions: dict[str, Polarity]
    confidence: dict[Confidence, int]
    aliases: tuple[str, ...]
    sectors: dict[str, str]


@cache
def foreign() -> Foreign:
    """The mapping.

    Raises:
        msgspec.ValidationError: the data file breaks its own form.
    """
    return read_mapping("stix-import.yaml", Foreign)


def stated_confidence(value: object) -> Confidence | None:
    """The confidence that a number from 1 to 100 states."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    for name, least in foreign().confidence.items():
        if value >= least:
            return name
    return None


def predicate_of(relationship: str, source: EntityType, target: EntityType) -> Predicate | None:
    """The predicate of a relationship between two entities; None where it makes no claim."""
    for line in foreign().relationships.get(relationship, ()):
        if source in line.source and target in line.to:
            return line.predicate
    return None
