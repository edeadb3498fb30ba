"""Candidates for conflicts: things laid on several, and denials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from vidocq.ledger.codes import (
    POLARITY,
    PREDICATE,
)
from vidocq.ledger.query.tallies import edges_chosen
from vidocq.ledger.records import (
    Contested,
    Edge,
)
from vidocq.ledger.schema import (
    edge,
    entity,
)
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Polarity, Predicate

if TYPE_CHECKING:
    pass


def contested(
    at: Snapshot,
    *,
    predicate: Predicate = Predicate.ATTRIBUTED_TO,
    limit: int = 100,
) -> list[Contested]:
    """Subjects that are laid on more than one object, or on one that denies it, most claimed first.

    Candidates only: two objects may be the same actor under two names, or one the other's sponsor.
    """
    there = POLARITY[Polarity.AFFIRMED]
    affirmed = func.sum(case((edge.c.polarity == there, 1), else_=0))
    best = (
        select(edge.c.subject, func.sum(edge.c.claims).label("claims"))
        .where(edge.c.predicate == PREDICATE[predicate], edge.c.object != 0, edge.c.claims > 0)
        .group_by(edge.c.subject)
        .having((affirmed > 1) | ((affirmed > 0) & (affirmed < func.count())))
        .order_by(func.sum(edge.c.claims).desc(), edge.c.subject)
        .limit(limit)
        .subquery()
    )
    subject, target = entity.alias("of_subject"), entity.alias("of_object")
    rows = at.connection.execute(
        select(subject.c.id, target.c.id, edge.c.polarity, edge.c.claims)
        .select_from(best)
        .join(edge, edge.c.subject == best.c.subject)
        .join(subject, subject.c.key == best.c.subject)
        .join(target, target.c.key == edge.c.object)
        .where(edge.c.predicate == PREDICATE[predicate], edge.c.claims > 0)
        .order_by(best.c.claims.desc(), subject.c.id, edge.c.claims.desc(), target.c.id)
    )
    found: dict[str, tuple[list[tuple[str, int]], list[tuple[str, int]]]] = {}
    for name, other, polarity, number in rows:
        sides = found.setdefault(name, ([], []))
        sides[0 if polarity == there else 1].append((other, number))
    return [
        Contested(subject=name, predicate=predicate, affirmed=tuple(yes), denied=tuple(no))
        for name, (yes, no) in found.items()
    ]


def denials(
    at: Snapshot,
    *,
    predicates: Sequence[Predicate] = (Predicate.ATTRIBUTED_TO,),
    limit: int = 200,
) -> list[Edge]:
    """What is denied now, most often first."""
    best = (
        select(edge)
        .where(
            edge.c.predicate.in_([PREDICATE[one] for one in predicates]),
            edge.c.polarity == POLARITY[Polarity.DENIED],
            edge.c.claims > 0,
        )
        .order_by(edge.c.claims.desc(), edge.c.last_day.desc())
        .limit(limit)
        .subquery()
    )
    return edges_chosen(at.connection, best)
