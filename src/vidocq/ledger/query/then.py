"""What was counted at an earlier moment: worked out from the statements that held then.

No table keeps counts of the past, so the statements of a party are gone through. That is one walk down an
index; what takes a database long is to sort tens of thousands of rows in order to count them, and to hand
them over one by one. So it hands over whole columns, each as one value, and they are counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from heapq import nlargest
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BigInteger, ColumnElement, Select, Text, bindparam, cast, func, select
from sqlalchemy.types import NullType

from vidocq.ledger.codes import ROLE, Role
from vidocq.ledger.conditions import in_force
from vidocq.ledger.moment import Moment
from vidocq.ledger.schema import claimant, entity, statement
from vidocq.ledger.snapshot import Snapshot

_POLARITIES = 4
_PREDICATES = 64
"""More than there are: an entity's key, a predicate and a polarity are handed over as one number."""

_VOICES = 2
_SAID = 1 << 32
"""A statement, an entity and whether it is denied fill one number of eight bytes, its sign excepted."""

Laid = tuple[int, int, int, int]
"""An edge by keys and codes: the entity asked about, the predicate, the entity at the other end, the polarity."""


class EdgeThen(NamedTuple):
    """An edge at a moment, by keys, with the first and the last recorded of its statements."""

    subject: int
    predicate: int
    object: int
    polarity: int
    claims: int
    first_day: int
    last_day: int
    first: int
    last: int


class VoiceThen(NamedTuple):
    """A voice at a moment, by keys."""

    about: int
    claimant: int
    polarity: int
    claims: int
    first_day: int
    last_day: int


def edges_then(
    at: Snapshot,
    role: Role,
    keys: Sequence[int],
    sections: Sequence[tuple[Collection[int], int]],
    as_of: Moment,
) -> list[list[EdgeThen]]:
    """For each section, predicates (codes) and a number, so many of the edges from or to the entities that
    held at the moment, the most claimed first; one walk finds them all."""
    from_subject = role is Role.SUBJECT
    walk = _columns(
        at,
        select(_edge(role), statement.c.told_day, statement.c.key).where(
            statement.c[str(role)] == bindparam("party"),
            statement.c.predicate.in_(sorted({one for codes, _ in sections for one in codes})),
            in_force(statement, as_of),
        ),
    )
    found: list[list[EdgeThen]] = [[] for _ in sections]
    for party in keys:
        edges, days, statements = _read(at, walk, party)
        counted = _Counted([(edges, days)])
        by_predicate: dict[int, list[int]] = {}
        for one in counted.claims:
            by_predicate.setdefault(one // _POLARITIES % _PREDICATES, []).append(one)
        chosen = counted.most(
            [
                ([one for code in codes for one in by_predicate.get(code, ())], limit)
                for codes, limit in sections
            ]
        )
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        shown = {one for part in chosen for one in part}
        for one, number in zip(edges, statements, strict=True):
            if one not in shown:
                continue
            if one not in first:
                first[one] = last[one] = number
            elif number < first[one]:
                first[one] = number
            elif number > last[one]:
                last[one] = number
        for into, part in zip(found, chosen, strict=True):
            for one in part:
                other, code = divmod(one, _PREDICATES * _POLARITIES)
                into.append(
                    EdgeThen(
                        party if from_subject else other,
                        code // _POLARITIES,
                        other if from_subject else party,
                        code % _POLARITIES,
                        *(*counted.of(one), first[one], last[one]),
                    )
                )
    return [
        sorted(part, key=_rank)[:limit] for part, (_, limit) in zip(found, sections, strict=True)
    ]


def counts_then(
    at: Snapshot, role: Role, keys: Sequence[int], predicates: Collection[int], as_of: Moment
) -> dict[Laid, int]:
    """How many statements held at the moment behind each edge from or to the entities."""
    chosen = (
        select(statement.c[str(role)], _edge(role))
        # Asked for many keys at once SQLite looks through all statements; from entities it goes to theirs.
        .join(entity, entity.c.key == statement.c[str(role)])
        .where(
            entity.c.key.in_(keys),
            statement.c.predicate.in_(predicates),
            in_force(statement, as_of),
        )
    )
    parties, edges = _read(at, _columns(at, chosen))
    return {
        (party, code // _POLARITIES, other, code % _POLARITIES): number
        for (party, one), number in Counter(zip(parties, edges, strict=True)).items()
        for other, code in [divmod(one, _PREDICATES * _POLARITIES)]
    }


def _edge(role: Role) -> ColumnElement[int]:
    """An edge seen from one of its ends: the other end (0: none), the predicate and the polarity."""
    other: ColumnElement[int] = statement.c.subject
    if role is Role.SUBJECT:
        other = func.coalesce(statement.c.object, 0)
    kind = statement.c.predicate * _POLARITIES + statement.c.polarity
    return (cast(other, BigInteger) * (_PREDICATES * _POLARITIES) + kind).label("edge")


def voices_then(
    at: Snapshot, column: str, keys: Sequence[int], as_of: Moment, limit: int
) -> list[VoiceThen]:
    """So many of the voices about the entities (``column`` is ``about``), or of them (``claimant``), at the
    moment, those of most claims first."""
    walks = [
        _columns(at, _said(place, column, as_of))
        for place in (statement.c.subject, statement.c.object)
    ]
    found = []
    for party in keys:
        counted = _Counted([_once(*_read(at, walk, party)) for walk in walks])
        [chosen] = counted.most([(list(counted.claims), limit)])
        for one in chosen:
            other, denied = divmod(one, _VOICES)
            about, who = (party, other) if column == "about" else (other, party)
            found.append(VoiceThen(about, who, denied + 1, *counted.of(one)))
    return sorted(found, key=_rank)[:limit]


def _said(about: ColumnElement[int], column: str, as_of: Moment) -> Select[Any]:
    """Who says something of the party in one place of the claim (or of whom the party does), and when it
    was told."""
    who = claimant.c.entity
    party, other = (about, who) if column == "about" else (who, about)
    voice = other * _VOICES + (statement.c.polarity - 1)
    chosen = (
        select(
            (cast(statement.c.key, BigInteger) * _SAID + voice).label("said"), statement.c.told_day
        )
        .join(claimant, claimant.c.statement == statement.c.key)
        .where(
            claimant.c.role == ROLE[Role.CLAIMANT],
            in_force(statement, as_of),
            party == bindparam("party"),
        )
    )
    # What a claim says of its subject itself counts once.
    if about is statement.c.object:
        chosen = chosen.where(statement.c.object != statement.c.subject)
    return chosen


def _once(said: list[int], days: list[int]) -> tuple[list[int], list[int]]:
    """The voices and their days, each voice once for a claim: who is named twice in one says it once.

    That is seldom so, and seen to here: a database would look at every claimant of every claim.
    """
    told = dict(zip(said, days, strict=True))
    voice = _SAID - 1
    return [one & voice for one in told], list(told.values())


def _columns(at: Snapshot, chosen: Select[Any]) -> Select[Any]:
    """A selection of whole numbers as one row, of which each value is a whole column, written out: a
    driver takes longer to make a list of an array than to read it from text."""
    rows = chosen.subquery().c
    whole: list[ColumnElement[Any]]
    if at.backend.name == "sqlite":
        whole = [func.json_group_array(column, type_=NullType()) for column in rows]
    else:
        whole = [cast(func.array_agg(column), Text) for column in rows]
    return select(*whole)


def _read(at: Snapshot, walk: Select[Any], party: int | None = None) -> list[list[int]]:
    """The columns (about one entity); what stands at one place of each belongs together."""
    whole = at.connection.execute(walk, {} if party is None else {"party": party}).one()
    if at.backend.name == "sqlite":
        return [msgspec.json.decode(one) for one in whole]
    # An array is written in braces, and none at all is NULL.
    return [msgspec.json.decode(f"[{one[1:-1]}]") if one else [] for one in whole]


class _Counted:
    """How often each number stands in some columns, and the first and last of its days (0: none known)."""

    def __init__(self, columns: Sequence[tuple[list[int], list[int]]]) -> None:
        self._columns = columns
        self.claims: Counter[int] = Counter()
        for told, _ in columns:
            self.claims.update(told)
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}

    def most(self, sections: Sequence[tuple[Sequence[int], int]]) -> list[list[int]]:
        """Of each choice of numbers so many that stand there most often, of equally frequent ones the latest."""
        perhaps = [self._perhaps(among, limit) for among, limit in sections]
        self._find_days({one for part in perhaps for one in part})
        return [
            sorted(part, key=lambda one: (-self.claims[one], -self._last[one], one))[:limit]
            for part, (_, limit) in zip(perhaps, sections, strict=True)
        ]

    def _perhaps(self, among: Sequence[int], limit: int) -> Sequence[int]:
        """Those that stand there as often as the last that is wanted, or more often."""
        if len(among) <= limit:
            return among
        claims = self.claims
        least = nlargest(limit, [claims[one] for one in among])[-1]
        return [one for one in among if claims[one] >= least]

    def _find_days(self, wanted: set[int]) -> None:
        # Of these alone: to keep the days of all takes longer than to count them.
        first, last = self._first, self._last
        last.update(dict.fromkeys(wanted, 0))
        for told, days in self._columns:
            for one, day in zip(told, days, strict=True):
                if one in wanted and day:
                    if day > last[one]:
                        last[one] = day
                    if day < first.get(one, _NEVER):
                        first[one] = day

    def of(self, one: int) -> tuple[int, int, int]:
        """How often it stands there, its first and its last day; of those that were among the most."""
        return self.claims[one], self._first.get(one, 0), self._last[one]


_NEVER = 99_999_999


def _rank(one: EdgeThen | VoiceThen) -> tuple[int, ...]:
    return (-one.claims, -one.last_day, *one[:4])
