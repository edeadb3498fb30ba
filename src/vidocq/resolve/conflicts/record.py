"""A conflict as a record, and the order in which conflicts are told."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum

import msgspec

from vidocq.resolve.statement import Passage


class ConflictKind(StrEnum):
    """What disagrees."""

    ATTRIBUTION = "attribution"
    """One deed laid on actors that are neither the same nor one sponsored by the other."""
    GROUP_NAME = "group-name"
    """One claimant is said to have named different groups for the same thing at the same time."""
    DENIAL = "denial"
    """An accusation and its denial."""
    FIGURE = "figure"
    """Numbers or dates that cannot both hold."""
    CONFIDENCE = "confidence"
    """One claimant's certainty of one thing, changed with time."""
    NAMING = "naming"
    """Sources that disagree on whether two names mean one actor."""


class Level(IntEnum):
    """How surely a careful reader would call it a contradiction; the order of the page."""

    CONTRADICTION = 1
    """Both cannot be right."""
    DISAGREEMENT = 2
    """Two parties say opposite or different things of one matter."""
    DIFFERENCE = 3
    """The accounts differ; both may hold."""


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that disagree. ``about`` is the entity it turns on; ``claims`` are the ids of all
    claims on either side; ``documents`` of how many documents they are."""

    kind: ConflictKind
    level: Level
    about: str
    other: str | None = None
    sentence: str
    also: tuple[str, ...] = ()
    first: Passage
    second: Passage
    claims: tuple[str, ...]
    documents: int
    day: int = 0


def ranked(found: Iterable[Conflict]) -> list[Conflict]:
    """The surest first, then the most widely told, then the latest."""
    kinds = list(ConflictKind)
    return sorted(
        found,
        key=lambda one: (one.level, -one.documents, -one.day, kinds.index(one.kind), one.sentence),
    )


def merged(found: Iterable[Conflict]) -> list[Conflict]:
    """Each conflict once; two groups that stand against each other on several matters are one."""
    kept: dict[tuple[object, ...], Conflict] = {}
    for one in ranked(found):
        key: tuple[object, ...] = (one.kind, one.sentence)
        if one.kind in (ConflictKind.GROUP_NAME, ConflictKind.NAMING):
            key = (one.kind, frozenset((one.about, one.other)))
        there = kept.get(key)
        if there is None:
            kept[key] = one
            continue
        also = there.also if one.sentence == there.sentence else (*there.also, one.sentence)
        kept[key] = msgspec.structs.replace(
            there,
            claims=tuple(dict.fromkeys((*there.claims, *one.claims))),
            also=tuple(dict.fromkeys(also)),
        )
    return ranked(kept.values())
