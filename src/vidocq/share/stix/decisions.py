"""A person's word on two names - the same, distinct, undone - as STIX, and read back.

A decision is a note by the person about the two objects. *Same* is a ``duplicate-of`` relationship beside it,
*distinct* an opinion on the relationships by which claims hold them for the same. What was undone is revoked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Literal

import msgspec

from vidocq.ledger import Decision, DecisionKind
from vidocq.ledger.identity import decision_digest, is_storable
from vidocq.model import EntityType, Predicate
from vidocq.share.errors import Unfit
from vidocq.share.stix.extension import EXTENSION, extended, extension_of
from vidocq.share.stix.ids import stix_id, timestamp
from vidocq.share.stix.mapping import Entity, relationship_type
from vidocq.share.stix.notes import Note, told_note, told_opinion
from vidocq.share.stix.objects import relationship

Object = dict[str, Any]


def entity_of(id: str) -> Entity:
    """The entity that a decision names: its id begins with its type."""
    kind = id.partition(":")[0]
    return Entity(EntityType(kind) if kind in set(EntityType) else EntityType.OTHER, id)


def decision_objects(
    made: Decision,
    undone: Decision | None,
    names: tuple[str, str],
    ends: tuple[str, str],
    types: tuple[str, str],
    disputed: list[str],
) -> Iterator[Object | Note]:
    """What tells of a decision and of its undoing.

    ``names``, ``ends`` and ``types`` are what to call the two, and the ids and types of their objects;
    ``disputed`` the relationships by which claims hold them for the same.
    """
    same = made.kind is DecisionKind.SAME
    created, modified = timestamp(made.recorded_at), timestamp((undone or made).recorded_at)
    revoked = undone is not None
    told = f"{made.by} holds that {names[0]} and {names[1]} are {'' if same else 'not '}the same"
    why = made.reason or told
    refs = [*ends]
    if same and ends[0] != ends[1]:
        link = stix_id("relationship", "decision", made.id)
        yield relationship(
            *(ends[0], relationship_type(Predicate.SAME_AS, *types), ends[1]),
            id=link,
            created=created,
            modified=modified,
            description=told,
            revoked=revoked or None,
        )
        refs.insert(0, link)
    yield told_note(
        id=stix_id("note", "decision", made.id),
        created=created,
        modified=modified,
        revoked=revoked,
        abstract=told,
        content=why,
        authors=[made.by],
        refs=list(dict.fromkeys(refs)),
        extensions=extended(
            "decision",
            decision=made.id,
            says=str(made.kind),
            one=made.a,
            other=made.b,
            decided_by=made.by,
            reason=made.reason,
            recorded_at=timestamp(made.recorded_at),
            undone=_undoing(undone) if undone else None,
        ),
    )
    if not same and disputed:
        yield told_opinion(
            id=stix_id("opinion", "decision", made.id),
            created=created,
            modified=modified,
            revoked=revoked,
            explanation=why,
            authors=[made.by],
            opinion="strongly-disagree",
            refs=disputed,
        )


def _undoing(undone: Decision) -> Object:
    told = {
        "decision": undone.id,
        "decided_by": undone.by,
        "recorded_at": timestamp(undone.recorded_at),
    }
    return told | ({} if undone.reason is None else {"reason": undone.reason})


class _Undone(msgspec.Struct, frozen=True, kw_only=True):
    decision: str
    decided_by: str
    recorded_at: datetime
    reason: str | None = None


class _Decision(msgspec.Struct, frozen=True, kw_only=True):
    """The extension of a note that tells a decision."""

    decision: str
    says: Literal["same", "distinct"]
    one: str
    other: str
    decided_by: str
    recorded_at: datetime
    reason: str | None = None
    undone: _Undone | None = None


def own_decisions(objects: Iterable[Object], place: str) -> list[Decision]:
    """The decisions and undoings that notes of ours tell, in the order in which they were made.

    Raises:
        Unfit: an extension is not what its schema says, or a decision is not what its id says.
    """
    found: list[tuple[str, Decision]] = []
    for one in objects:
        told = extension_of(one, "decision")
        if told is not None:
            where = f"{place}, {one['id']}"
            found += ((where, made) for made in _read(told, where))
    found.sort(key=lambda item: item[1].recorded_at)
    turns: Counter[tuple[str, ...]] = Counter()
    for where, made in found:
        key = (made.kind, made.a, made.b, made.by)
        if decision_digest(*key, turns[key]).hex() != made.id:
            wrong = "the decision is not the one that this id was made of"
            raise Unfit(where, f"extensions.{EXTENSION}.decision", wrong)
        turns[key] += 1
    return [made for _, made in found]


def _read(told: Object, where: str) -> Iterator[Decision]:
    try:
        made = msgspec.convert(told, _Decision)
    except msgspec.ValidationError as fault:
        raise Unfit(where, f"extensions.{EXTENSION}", str(fault)) from None
    undone = made.undone
    if not made.one or made.one >= made.other:
        wrong = "must be two ids, the lesser first"
        raise Unfit(where, f"extensions.{EXTENSION}.one, other", wrong)
    moments = [made.recorded_at, *([undone.recorded_at] if undone else [])]
    if any(one.tzinfo is None for one in moments) or moments != sorted(moments):
        wrong = "must be moments in UTC, the undoing last"
        raise Unfit(where, f"extensions.{EXTENSION}.recorded_at", wrong)
    words = (
        made.one,
        made.other,
        made.decided_by,
        made.reason,
        *((undone.decided_by, undone.reason) if undone else ()),
    )
    if not made.decided_by or not all(is_storable(one) for one in words if one):
        wrong = "must be text without the code point 0 and lone surrogates"
        raise Unfit(where, f"extensions.{EXTENSION}.decided_by, reason", wrong)
    yield Decision(
        id=made.decision,
        kind=DecisionKind(made.says),
        a=made.one,
        b=made.other,
        by=made.decided_by,
        reason=made.reason,
        recorded_at=made.recorded_at,
    )
    if undone:
        yield Decision(
            id=undone.decision,
            kind=DecisionKind.UNDO,
            a=made.one,
            b=made.other,
            by=undone.decided_by,
            reason=undone.reason,
            recorded_at=undone.recorded_at,
            undoes=made.decision,
        )
