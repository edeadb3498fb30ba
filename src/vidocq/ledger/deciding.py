"""A person's word on two names: the same or distinct, and undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Row, func, insert, select

from vidocq.ledger import schema
from vidocq.ledger.address import shown
from vidocq.ledger.backend import Backend, writing
from vidocq.ledger.codes import DECISION, DECISION_OF, DecisionKind
from vidocq.ledger.ending import next_moment
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.identity import decision_digest
from vidocq.ledger.moment import Moment, datetime_of, milliseconds
from vidocq.ledger.records import Decision

if TYPE_CHECKING:
    from sqlalchemy import Connection


def decide(
    backend: Backend, kind: DecisionKind, a: str, b: str, *, by: str, reason: str | None
) -> Decision:
    """Record that two names mean the same or do not; a word that already holds is not said twice."""
    if a == b:
        raise LedgerError(
            LedgerFault.REFUSED, shown(backend.address), f"{a} cannot be compared with itself"
        )
    a, b = sorted((a, b))
    with writing(backend) as connection:
        for one in _in_force(_history(connection, None)):
            if (one.kind, one.a, one.b, one.by) == (kind, a, b, by):
                return one
        return _add(connection, kind, a, b, by=by, reason=reason, undoes=None)


def undo(backend: Backend, decision: bytes, *, by: str, reason: str | None) -> Decision:
    """Record that a decision no longer holds; what held before it does again.

    Raises:
        LedgerError: there is no such decision.
    """
    with writing(backend) as connection:
        known = {one.id: one for one in _history(connection, None)}
        target = known.get(decision.hex())
        if target is None or target.kind is DecisionKind.UNDO:
            raise LedgerError(
                LedgerFault.UNKNOWN_ID,
                shown(backend.address),
                f"no decision to undo has the id {decision.hex()}",
            )
        for one in known.values():
            if one.undoes == target.id:
                return one
        return _add(
            connection,
            DecisionKind.UNDO,
            target.a,
            target.b,
            by=by,
            reason=reason,
            undoes=decision,
        )


def adopt(backend: Backend, told: Sequence[Decision]) -> tuple[int, int]:
    """Put the decisions that another ledger tells on this one's record; how many, and on how many pairs not.

    Given are all that were made on each pair, undoings too, in their order. What is known already is not said
    again. A pair on which persons here have their own word, which the other ledger does not know, stays as it
    is. The moments are this ledger's own.
    """
    there: dict[tuple[str, str], set[str]] = {}
    for one in told:
        there.setdefault((one.a, one.b), set()).add(one.id)
    added = 0
    with writing(backend) as connection:
        known: dict[tuple[str, str], set[str]] = {}
        for one in _history(connection, None):
            known.setdefault((one.a, one.b), set()).add(one.id)
        kept = {pair for pair, ids in known.items() if pair in there and not ids <= there[pair]}
        for one in told:
            pair = (one.a, one.b)
            if pair in kept or one.id in known.get(pair, ()):
                continue
            undoes = None if one.undoes is None else bytes.fromhex(one.undoes)
            _add(connection, one.kind, *pair, by=one.by, reason=one.reason, undoes=undoes)
            added += 1
    return added, len(kept)


def _add(
    connection: Connection,
    kind: DecisionKind,
    a: str,
    b: str,
    *,
    by: str,
    reason: str | None,
    undoes: bytes | None,
) -> Decision:
    table = schema.decision
    turn = connection.execute(
        select(func.count()).where(
            table.c.a == a, table.c.b == b, table.c.by == by, table.c.kind == DECISION[kind]
        )
    ).scalar_one()
    key = 1 + (connection.execute(select(func.max(table.c.key))).scalar() or 0)
    values = {
        "key": key,
        "id": decision_digest(kind, a, b, by, turn),
        "kind": DECISION[kind],
        "a": a,
        "b": b,
        "by": by,
        "reason": reason,
        "undoes": undoes,
        "recorded_at": next_moment(connection),
    }
    connection.execute(insert(table), [values])
    return _decision(connection.execute(select(table).where(table.c.key == key)).one())


def decisions(connection: Connection, *, as_of: Moment, history: bool) -> list[Decision]:
    """The decisions in force at a moment, one for each pair, or all that were made until then."""
    every = _history(connection, as_of)
    return every if history else _in_force(every)


def _history(connection: Connection, as_of: Moment) -> list[Decision]:
    chosen = select(schema.decision).order_by(schema.decision.c.key)
    if as_of is not None:
        chosen = chosen.where(schema.decision.c.recorded_at <= milliseconds(as_of))
    return [_decision(row) for row in connection.execute(chosen)]


def _in_force(history: list[Decision]) -> list[Decision]:
    """The last word on each pair that was not undone."""
    undone = {one.undoes for one in history if one.undoes}
    last: dict[tuple[str, str], Decision] = {}
    for one in history:
        if one.kind is not DecisionKind.UNDO and one.id not in undone:
            last[one.a, one.b] = one
    return sorted(last.values(), key=lambda one: one.recorded_at)


def _decision(row: Row[tuple[object, ...]]) -> Decision:
    return Decision(
        id=bytes(row.id).hex(),
        kind=DECISION_OF[row.kind],
        a=row.a,
        b=row.b,
        by=row.by,
        reason=row.reason,
        recorded_at=datetime_of(row.recorded_at),
        undoes=None if row.undoes is None else bytes(row.undoes).hex(),
    )
