"""Tallies: how often each thing is claimed now, kept with every change of the statements.

Each is a table of counts under a key, with the first and last day told. Views of a large record read
them instead of counting a million statements.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, literal, or_, select, update
from sqlalchemy import union_all as union

from vidocq.ledger.backend import Backend
from vidocq.ledger.codes import ROLE, Role
from vidocq.ledger.schema import claimant, edge, month, statement, voice

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

TallyKey = tuple[int, ...]

KEYS: dict[str, tuple[str, ...]] = {
    table.name: tuple(column.name for column in table.primary_key.columns)
    for table in (edge, voice, month)
}


@dataclass(frozen=True)
class Told:
    """What of a statement is counted."""

    subject: int
    predicate: int
    object: int | None
    polarity: int
    claimants: tuple[int, ...]
    day: int

    def places(self) -> list[tuple[str, TallyKey]]:
        """The tallies and keys under which the statement counts."""
        abouts = {self.subject, self.object or self.subject}
        return [
            (edge.name, (self.subject, self.predicate, self.object or 0, self.polarity)),
            (month.name, (self.day // 100, self.predicate, self.polarity)),
            *(
                (voice.name, (about, one, self.polarity))
                for about in abouts
                for one in set(self.claimants)
            ),
        ]


@dataclass
class _Change:
    """What a transaction changes under one key."""

    claims: int = 0
    added: set[int] = field(default_factory=set)
    ended: set[int] = field(default_factory=set)

    def row(self) -> tuple[int, int, int]:
        """Claims more or fewer, and the first and last day added."""
        days = self.added - {0}
        return (self.claims, min(days, default=0), max(days, default=0))


class Tallies:
    """What one transaction adds and ends; written once, when all its statements are."""

    def __init__(self) -> None:
        self._changes: dict[str, dict[TallyKey, _Change]] = {
            name: defaultdict(_Change) for name in KEYS
        }

    def add(self, told: Told) -> None:
        """Count one statement more."""
        for name, key in told.places():
            change = self._changes[name][key]
            change.claims += 1
            change.added.add(told.day)

    def end(self, told: Told) -> None:
        """Count one statement no more."""
        for name, key in told.places():
            change = self._changes[name][key]
            change.claims -= 1
            change.ended.add(told.day)

    def write(self, connection: Connection, backend: Backend) -> None:
        """Write all changes; the statements must be in place and their ends marked."""
        for table in (edge, voice, month):
            changes = sorted(self._changes[table.name].items())
            backend.tally(connection, table, [(*key, *change.row()) for key, change in changes])
            for key, change in changes:
                # A statement that another replaces on the same day, as mostly, leaves nothing to do.
                if change.claims < 0 or change.ended - change.added:
                    _repair(connection, table, key, change.ended - change.added)
            self._changes[table.name].clear()


def addition(table: Table) -> str:
    """How the counts of a batch meet those of before; both databases understand it."""
    name, keys = table.name, ", ".join(KEYS[table.name])
    return f"""
    ON CONFLICT ({keys}) DO UPDATE SET
      claims = {name}.claims + excluded.claims,
      first_day = CASE
        WHEN {name}.first_day = 0 THEN excluded.first_day
        WHEN excluded.first_day = 0 OR {name}.first_day < excluded.first_day
          THEN {name}.first_day
        ELSE excluded.first_day END,
      last_day = CASE
        WHEN {name}.last_day > excluded.last_day THEN {name}.last_day
        ELSE excluded.last_day END"""


def _repair(connection: Connection, table: Table, key: TallyKey, ended: set[int]) -> None:
    """After statements ended: take an empty row out, or find its first and last day again."""
    here = _is(table, key)
    there = connection.execute(
        select(table.c.claims, table.c.first_day, table.c.last_day).where(here)
    ).one()
    if there.claims <= 0:
        connection.execute(delete(table).where(here))
    elif {there.first_day, there.last_day} & ended - {0}:
        connection.execute(
            update(table)
            .where(here)
            .values(
                first_day=_day(connection, table.name, key, last=False),
                last_day=_day(connection, table.name, key, last=True),
            )
        )


def _is(table: Table, key: TallyKey) -> ColumnElement[bool]:
    return and_(
        *(table.c[name] == value for name, value in zip(KEYS[table.name], key, strict=True))
    )


def _day(connection: Connection, name: str, key: TallyKey, *, last: bool) -> int:
    """The first or last day told of the statements in force under a key: a walk that stops at once."""
    day = statement.c.told_day
    chosen = select(day).where(statement.c.ended_at.is_(None), day > 0, *_under(name, key))
    chosen = chosen.order_by(day.desc() if last else day).limit(1)
    return connection.execute(chosen).scalar() or 0


def _under(name: str, key: TallyKey) -> list[ColumnElement[bool]]:
    if name == edge.name:
        subject, predicate, target, polarity = key
        return [
            statement.c.subject == subject,
            statement.c.predicate == predicate,
            statement.c.object == target if target else statement.c.object.is_(None),
            statement.c.polarity == polarity,
        ]
    if name == month.name:
        of, predicate, polarity = key
        return [
            statement.c.told_day.between(of * 100, of * 100 + 99),
            statement.c.predicate == predicate,
            statement.c.polarity == polarity,
        ]
    about, one, polarity = key
    return [
        or_(statement.c.subject == about, statement.c.object == about),
        statement.c.polarity == polarity,
        select(literal(1))
        .where(
            claimant.c.statement == statement.c.key,
            claimant.c.role == ROLE[Role.CLAIMANT],
            claimant.c.entity == one,
        )
        .exists(),
    ]


def rebuild(connection: Connection) -> None:
    """Work all tallies out anew from the statements in force."""
    day = statement.c.told_day
    target = func.coalesce(statement.c.object, 0)
    tally = [func.count(), func.coalesce(func.min(func.nullif(day, 0)), 0), func.max(day)]
    in_force = statement.c.ended_at.is_(None)
    keys: list[Any] = [statement.c.subject, statement.c.predicate, target, statement.c.polarity]
    _fill(connection, edge, select(*keys, *tally).where(in_force).group_by(*keys))
    keys = [_month(day), statement.c.predicate, statement.c.polarity]
    _fill(connection, month, select(*keys, *tally).where(in_force).group_by(*keys))
    abouts = union(
        select(statement.c.key, statement.c.subject.label("about")).where(in_force),
        select(statement.c.key, statement.c.object)
        .where(in_force, statement.c.object.is_not(None))
        .where(statement.c.object != statement.c.subject),
    ).subquery()
    said = (
        select(abouts.c.about, claimant.c.entity, statement.c.polarity, statement.c.key, day)
        .join(statement, statement.c.key == abouts.c.key)
        .join(claimant, claimant.c.statement == abouts.c.key)
        .where(claimant.c.role == ROLE[Role.CLAIMANT])
        .distinct()
        .subquery()
    )
    keys = [said.c.about, said.c.entity, said.c.polarity]
    tally = [
        func.count(),
        func.coalesce(func.min(func.nullif(said.c.told_day, 0)), 0),
        func.max(said.c.told_day),
    ]
    _fill(connection, voice, select(*keys, *tally).group_by(*keys))


def _month(day: ColumnElement[int]) -> ColumnElement[int]:
    return (day - day % 100) // 100


def _fill(connection: Connection, table: Table, chosen: Any) -> None:
    connection.execute(delete(table))
    connection.execute(insert(table).from_select([column.name for column in table.columns], chosen))
