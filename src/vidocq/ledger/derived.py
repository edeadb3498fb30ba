"""Tallies: how often each thing is claimed now, kept with every change of the statements.

Each is a table of counts under a key, with the first and last day told. Views of a large record read
them instead of counting a million statements. An edge whose last statement ended stays, with a count
of 0: of an earlier moment it was in force, and a view as of then begins from it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    tuple_,
    update,
)
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


@dataclass(slots=True)
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
        subject, target, polarity = self.subject, self.object or 0, self.polarity
        found: list[tuple[str, TallyKey]] = [
            ("edge", (subject, self.predicate, target, polarity)),
            ("month", (self.day // 100, self.predicate, polarity)),
        ]
        if self.claimants:
            both = target and target != subject
            for one in set(self.claimants):
                found.append(("voice", (subject, one, polarity)))
                if both:
                    found.append(("voice", (target, one, polarity)))
        return found


class Tallies:
    """What one transaction adds and ends: the days told under each key; written once, at its end."""

    def __init__(self) -> None:
        self._added: dict[str, dict[TallyKey, list[int]]] = {
            name: defaultdict(list) for name in KEYS
        }
        self._ended: dict[str, dict[TallyKey, list[int]]] = {
            name: defaultdict(list) for name in KEYS
        }

    def add(self, told: Told) -> None:
        """Count one statement more."""
        for name, key in told.places():
            self._added[name][key].append(told.day)

    def end(self, told: Told) -> None:
        """Count one statement no more."""
        for name, key in told.places():
            self._ended[name][key].append(told.day)

    def write(self, connection: Connection, backend: Backend) -> None:
        """Write all changes; the statements must be in place and their ends marked."""
        for table in (edge, voice, month):
            added, ended = self._added[table.name], self._ended[table.name]
            rows = []
            for key in sorted(added.keys() | ended.keys()):
                days = added.get(key, ())
                known = [day for day in days if day]
                rows.append(
                    (
                        *key,
                        len(days) - len(ended.get(key, ())),
                        min(known, default=0),
                        max(known, default=0),
                    )
                )
            backend.tally(connection, table, rows)
            if ended:
                if table is not edge:
                    connection.execute(delete(table).where(table.c.claims <= 0))
                # A statement that another replaces on the same day, as mostly, leaves nothing to do.
                gone = {
                    key: lost
                    for key, told in ended.items()
                    if (lost := set(told).difference(added.get(key, ())) - {0})
                }
                if gone and table is not month:
                    _repair(connection, table, gone)
            added.clear()
            ended.clear()


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


def _repair(connection: Connection, table: Table, gone: dict[TallyKey, set[int]]) -> None:
    """Find the first and last day again where statements of that day ended."""
    keys = sorted(gone)
    columns = [table.c[name] for name in KEYS[table.name]]
    for start in range(0, len(keys), 200):
        there = connection.execute(
            select(*columns, table.c.first_day, table.c.last_day).where(
                tuple_(*columns).in_(keys[start : start + 200])
            )
        ).all()
        for *key, first, last in there:
            values = {}
            if first in gone[tuple(key)]:
                values["first_day"] = _day(connection, table.name, tuple(key), last=False)
            if last in gone[tuple(key)]:
                values["last_day"] = _day(connection, table.name, tuple(key), last=True)
            if values:
                connection.execute(update(table).where(_is(table, tuple(key))).values(values))


def _is(table: Table, key: TallyKey) -> ColumnElement[bool]:
    return and_(
        *(table.c[name] == value for name, value in zip(KEYS[table.name], key, strict=True))
    )


def _day(connection: Connection, name: str, key: TallyKey, *, last: bool) -> int:
    """The first or last day told of the statements in force under a key: walks that stop at once."""
    day = statement.c.told_day
    found: list[int] = []
    for under in _under(name, key):
        chosen = select(day).where(statement.c.ended_at.is_(None), day > 0, *under)
        chosen = chosen.order_by(day.desc() if last else day).limit(1)
        found += connection.execute(chosen).scalars()
    return (max if last else min)(found, default=0)


def _under(name: str, key: TallyKey) -> list[list[ColumnElement[bool]]]:
    """Conditions whose statements together are those under the key, an index walk for each."""
    if name == edge.name:
        subject, predicate, target, polarity = key
        return [
            [
                statement.c.subject == subject,
                statement.c.predicate == predicate,
                statement.c.object == target if target else statement.c.object.is_(None),
                statement.c.polarity == polarity,
            ]
        ]
    about, one, polarity = key
    says = (
        select(literal(1))
        .where(
            claimant.c.statement == statement.c.key,
            claimant.c.role == ROLE[Role.CLAIMANT],
            claimant.c.entity == one,
        )
        .exists()
    )
    return [
        [column == about, statement.c.polarity == polarity, says]
        for column in (statement.c.subject, statement.c.object)
    ]


def rebuild(connection: Connection) -> None:
    """Work all tallies out anew from the statements."""
    for table, counted in recounted():
        _fill(connection, table, counted)


def recounted() -> list[tuple[Table, Any]]:
    """Each tally with the selection that counts it anew from the statements."""
    day = statement.c.told_day
    target = func.coalesce(statement.c.object, 0)
    tally = [func.count(), func.coalesce(func.min(func.nullif(day, 0)), 0), func.max(day)]
    in_force = statement.c.ended_at.is_(None)
    keys: list[Any] = [statement.c.subject, statement.c.predicate, target, statement.c.polarity]
    now = case((in_force, day), else_=0)
    every = [
        func.sum(case((in_force, 1), else_=0)),
        func.coalesce(func.min(func.nullif(now, 0)), 0),
        func.max(now),
    ]
    edges = select(*keys, *every).group_by(*keys)
    keys = [_month(day), statement.c.predicate, statement.c.polarity]
    months = select(*keys, *tally).where(in_force).group_by(*keys)
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
    voices = select(*keys, *tally).group_by(*keys)
    return [(edge, edges), (month, months), (voice, voices)]


def _month(day: ColumnElement[int]) -> ColumnElement[int]:
    return (day - day % 100) // 100


def _fill(connection: Connection, table: Table, chosen: Any) -> None:
    connection.execute(delete(table))
    connection.execute(insert(table).from_select([column.name for column in table.columns], chosen))
