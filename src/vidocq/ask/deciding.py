"""``same`` and ``distinct``: a person's word on two names, undoable, that beats the program's."""

from __future__ import annotations

from typing import Literal

import msgspec

from vidocq.ask.errors import AskError, UnknownName
from vidocq.knowledge.galaxy_names import canonical_group_id, compact
from vidocq.ledger import DecisionKind, Ledger, Moment, query
from vidocq.model import EntityType
from vidocq.resolve.groups import PREFIX, actors
from vidocq.resolve.names import Meaning, label, near, understand

_DECIDABLE = (
    EntityType.GROUP,
    EntityType.INCIDENT,
    EntityType.MALWARE,
    EntityType.PERSON,
    EntityType.UNNAMED_ACTOR,
    EntityType.COMPANY,
    EntityType.ORGANISATION,
)


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on the record: the ids and names it is on, who made it, and the id by which to undo it."""

    id: str
    kind: DecisionKind
    a: str
    a_name: str
    b: str
    b_name: str
    by: str
    reason: str | None
    at: str


def same(ledger: Ledger, a: str, b: str, *, by: str, reason: str | None = None) -> Decided:
    """Record that two names mean the same actor or incident.

    Raises:
        UnknownName: one of the names means nothing.
        AskError: the names mean one id already, or things of different kinds.
    """
    return _decide(ledger, "same", a, b, by, reason)


def distinct(ledger: Ledger, a: str, b: str, *, by: str, reason: str | None = None) -> Decided:
    """Record that two names do not mean the same actor or incident. Raises as `same` does."""
    return _decide(ledger, "distinct", a, b, by, reason)


def undo(ledger: Ledger, a: str, b: str, *, by: str, reason: str | None = None) -> Decided:
    """Undo the decision in force on two names; what held before holds again.

    Raises:
        UnknownName: one of the names means nothing.
        AskError: no decision on them is in force.
    """
    one, other = _pair(ledger, a, b)
    for made in ledger.decisions():
        if {made.a, made.b} == {one, other}:
            undone = ledger.undo(made.id, by=by, reason=reason)
            return _decided(
                undone.id,
                DecisionKind.UNDO,
                made.a,
                made.b,
                by,
                reason,
                undone.recorded_at.isoformat(),
            )
    raise AskError(f"no decision on {a!r} and {b!r} is in force; vidocq same --list shows all")


def decisions(
    ledger: Ledger, *, as_of: Moment = None, history: bool = False
) -> tuple[Decided, ...]:
    """The decisions in force, or with ``history`` all that were made."""
    return tuple(
        _decided(one.id, one.kind, one.a, one.b, one.by, one.reason, one.recorded_at.isoformat())
        for one in ledger.decisions(as_of=as_of, history=history)
    )


def _decide(
    ledger: Ledger, kind: Literal["same", "distinct"], a: str, b: str, by: str, reason: str | None
) -> Decided:
    one, other = _pair(ledger, a, b)
    if one == other:
        raise AskError(f"{a!r} and {b!r} are written the same: there is nothing to decide")
    made = ledger.decide(kind, one, other, by=by, reason=reason)
    return _decided(
        made.id, made.kind, made.a, made.b, made.by, made.reason, made.recorded_at.isoformat()
    )


def _decided(
    id: str, kind: DecisionKind, a: str, b: str, by: str, reason: str | None, at: str
) -> Decided:
    return Decided(
        id=id,
        kind=kind,
        a=a,
        a_name=own_name(a),
        b=b,
        b_name=own_name(b),
        by=by,
        reason=reason,
        at=at,
    )


def own_name(id: str) -> str:
    """What to call one of two names decided on: a group by that very name, anything else by its usual one."""
    if id.startswith(PREFIX):
        text = id.removeprefix(PREFIX)
        return actors().spelled.get(compact(text), text)
    return label(id, actors())


def _pair(ledger: Ledger, a: str, b: str) -> tuple[str, str]:
    """The ids of two names, of one kind. A group's name means that very name, not the actor that it is an
    alias of: the decision is on the alias."""
    meant = [{one.type: id for one, id in _own_ids(ledger, name)} for name in (a, b)]
    for kind in _DECIDABLE:
        if kind in meant[0] and kind in meant[1]:
            return meant[0][kind], meant[1][kind]
    raise AskError(
        f"{a!r} is {_kinds(meant[0])}, {b!r} is {_kinds(meant[1])}: only two actors or two incidents can be "
        "the same or distinct"
    )


def _kinds(meant: dict[EntityType, str]) -> str:
    return " or ".join(str(kind) for kind in meant) or "nothing known"


def _own_ids(ledger: Ledger, name: str) -> list[tuple[Meaning, str]]:
    base = actors()
    found = [
        (one, _group_id(name) if one.type is EntityType.GROUP else one.id)
        for one in understand(name, base, loosely=False)
    ]
    with ledger.snapshot() as at:
        known = {id for _, id in found}
        for named in query.named(at, name):
            if named.id not in known:
                meaning = Meaning(id=named.id, type=named.type, name=named.name, source="documents")
                found.append((meaning, named.id))
    if not found:
        raise UnknownName(name, near(name))
    return found


def _group_id(name: str) -> str:
    """The id of a group's very name, in the spelling of the naming sources where they have it."""
    text = name.removeprefix(PREFIX)
    return canonical_group_id(actors().spelled.get(compact(text), text))
