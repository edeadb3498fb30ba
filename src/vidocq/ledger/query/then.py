"""What was counted at an earlier moment: worked out from the statements that held then.

No table keeps counts of the past, so the statements of a party are gone through. That is one walk down an
index; what takes a database long is to sort tens of thousands of rows in order to count them, to look for
the claimants of each, and to hand rows over one by one. So the index names the claimants, and the database
hands over whole columns, each as one value, which are counted here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Text,
    bindparam,
    case,
    cast,
    func,
    select,
)

from vidocq.ledger.codes import POLARITY, ROLE, Role
from vidocq.ledger.conditions import in_force
from vidocq.ledger.keys import CROWD
from vidocq.ledger.moment import Moment
from vidocq.ledger.schema import claimant, entity, statement
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Polarity

_POLARITIES = 4
_PREDICATES = 64
"""More than there are: an entity's key, a predicate and a polarity are handed over as one number."""

_VOICES = 2
_SAID = 1 << 32
"""A statement, an entity and whether it is denied fill one number of eight bytes, its sign excepted."""

_MARK = ","
_BETWEEN = f" {_MARK} "
"""Stands between the rows of a column; of words, so that each has a space at either side."""

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
        select(_edge(role), statement.c.told_day, statement.c.key).where(
            statement.c[str(role)] == bindparam("party"),
            statement.c.predicate.in_(sorted({one for codes, _ in sections for one in codes})),
            in_force(statement, as_of),
        )
    )
    found: list[list[EdgeThen]] = [[] for _ in sections]
    for party in keys:
        edges, days, statements = map(_numbers, _read(at, walk, party))
        claims = Counter(edges)
        by_predicate: dict[int, list[int]] = {}
        for one in claims:
            by_predicate.setdefault(one // _POLARITIES % _PREDICATES, []).append(one)
        chosen = [
            _most(claims, [one for code in codes for one in by_predicate.get(code, ())], limit)
            for codes, limit in sections
        ]
        # Of these alone: to keep the days and statements of all takes longer than to count them.
        places: dict[int, list[int]] = {one: [] for part in chosen for one in part}
        for place, one in enumerate(edges):
            if one in places:
                places[one].append(place)
        for into, part in zip(found, chosen, strict=True):
            for one in part:
                other, code = divmod(one, _PREDICATES * _POLARITIES)
                recorded = [statements[place] for place in places[one]]
                told = [days[place] for place in places[one]]
                into.append(
                    EdgeThen(
                        party if from_subject else other,
                        code // _POLARITIES,
                        other if from_subject else party,
                        code % _POLARITIES,
                        claims[one],
                        min(filter(None, told), default=0),
                        max(told),
                        min(recorded),
                        max(recorded),
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
        select(statement.c[str(role)].label("party"), _edge(role))
        # Asked for many keys at once SQLite looks through all statements; from entities it goes to theirs.
        .join(entity, entity.c.key == statement.c[str(role)])
        .where(
            entity.c.key.in_(keys),
            statement.c.predicate.in_(predicates),
            in_force(statement, as_of),
        )
    )
    counted: Iterable[tuple[int, int, int]]
    if at.backend.name == "sqlite":
        parties, edges = map(_numbers, _read(at, _columns(chosen)))
        pairs = Counter(zip(parties, edges, strict=True))
        counted = ((party, one, number) for (party, one), number in pairs.items())
    else:
        # It counts without sorting, and few numbers are left to hand over.
        rows = chosen.subquery().c
        each = select(rows.party, rows.edge, func.count()).group_by(rows.party, rows.edge)
        counted = ((party, one, number) for party, one, number in at.connection.execute(each).all())
    return {
        (party, code // _POLARITIES, other, code % _POLARITIES): number
        for party, one, number in counted
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
    places = (statement.c.subject, statement.c.object)
    named = [_columns(_said_of(place, as_of)) for place in places if column == "about"]
    crowd = [statement.c.said_by == CROWD] if named else []
    linked = [_columns(_linked(place, column, as_of).where(*crowd)) for place in places]
    found = []
    for party in keys:
        voices = _Voices()
        for walk in named:
            said, said_on, denied, denied_on = _read(at, walk, party)
            voices.hear_rows(said, _numbers(said_on), denied=0)
            voices.hear_rows(denied, _numbers(denied_on), denied=1)
        for walk in linked if voices.crowds or not named else ():
            voices.hear(*_once(*map(_numbers, _read(at, walk, party))))
        chosen = _most(voices.claims, voices.claims, limit)
        days_of = voices.days_of(chosen)
        for one in chosen:
            other, denies = divmod(one, _VOICES)
            about, who = (party, other) if column == "about" else (other, party)
            found.append(VoiceThen(about, who, denies + 1, voices.claims[one], *days_of[one]))
    return sorted(found, key=_rank)[:limit]


def _said_of(place: ColumnElement[int], as_of: Moment) -> Select[Any]:
    """Who affirms something of the party in one place of the claim, as its index holds it, and when it was
    told; and who denies it, and when. A value that is none is left out of its column."""
    columns: list[ColumnElement[Any]] = []
    for polarity in (Polarity.AFFIRMED, Polarity.DENIED):
        here = statement.c.polarity == POLARITY[polarity]
        columns += [case((here, statement.c.said_by)), case((here, statement.c.told_day))]
    chosen = (
        select(*(column.label(f"column_{number}") for number, column in enumerate(columns)))
        .where(
            place == bindparam("party"),
            statement.c.said_by.is_not(None),
            in_force(statement, as_of),
        )
        .order_by(statement.c.told_day)
    )
    return _of_both(chosen, place)


def _linked(place: ColumnElement[int], column: str, as_of: Moment) -> Select[Any]:
    """Who says something of the party in one place of the claim (or of whom the party does), and when it
    was told, with the statement: claimant by claimant."""
    who = claimant.c.entity
    party, other = (place, who) if column == "about" else (who, place)
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
    return _of_both(chosen, place)


def _of_both(chosen: Select[Any], place: ColumnElement[int]) -> Select[Any]:
    # What a claim says of its subject itself counts once.
    if place is statement.c.object:
        return chosen.where(statement.c.object != statement.c.subject)
    return chosen


def _once(said: list[int], days: list[int]) -> tuple[list[int], list[int]]:
    """The voices and their days, each voice once for a claim: who is named twice in one says it once.

    That is seldom so, and seen to here: a database would look at every claimant of every claim.
    """
    told = dict(zip(said, days, strict=True))
    voice = _SAID - 1
    return [one & voice for one in told], list(told.values())


def _columns(chosen: Select[Any]) -> Select[Any]:
    """A selection as one row, of which each value is a whole column, written out: a driver takes longer to make a
    list of an array than to read it from text."""
    whole: list[ColumnElement[Any]] = [
        func.aggregate_strings(column, _BETWEEN)
        if isinstance(column.type, Text)
        else func.aggregate_strings(cast(column, Text), _MARK)
        for column in chosen.subquery().c
    ]
    return select(*whole)


def _read(at: Snapshot, walk: Select[Any], party: int | None = None) -> Sequence[str]:
    """The columns (about one entity); what stands at one place of each belongs together."""
    whole = at.connection.execute(walk, {} if party is None else {"party": party}).one()
    return [one or "" for one in whole]


def _numbers(column: str) -> list[int]:
    return msgspec.json.decode(f"[{column}]", type=list[int])


class _Voices:
    """How often each voice was heard: who it is, twice, and one more if it denies."""

    def __init__(self) -> None:
        self.claims: Counter[int] = Counter()
        self.crowds = False
        """Whether there were claimants too many to be named by an index."""

        self._rows: list[tuple[str, list[int], int]] = []
        self._columns: list[tuple[list[int], list[int]]] = []

    def hear_rows(self, said: str, days: list[int], *, denied: int) -> None:
        """Count the claimants in rows of them, one for each day; a walk down an index goes from day to day."""
        ordered = sorted(days)
        if days != ordered:  # a database may have its reasons to walk otherwise
            rows = said.split(_BETWEEN)
            said = _BETWEEN.join(
                rows[row] for row in sorted(range(len(days)), key=days.__getitem__)
            )
        # All words at once, between rows and in them: to take row by row takes three times as long.
        words = Counter(said.split())
        words.pop(_MARK, None)
        self.crowds |= words.pop(CROWD, 0) > 0
        for word, number in words.items():
            self.claims[int(word) * _VOICES + denied] += number
        self._rows.append((f" {said} ", ordered, denied))

    def hear(self, voices: list[int], days: list[int]) -> None:
        """Count voices, each with its day."""
        self.claims.update(voices)
        self._columns.append((voices, days))

    def days_of(self, chosen: Collection[int]) -> dict[int, tuple[int, int]]:
        """The first and the last day of some voices (0: none known)."""
        days: dict[int, list[int]] = {one: [] for one in chosen}
        for said, ordered, denied in self._rows:
            # Rows without a day come first; a day is that of the row in which a word is found.
            known = bisect_right(ordered, 0)
            start = len(said) - len(said.split(_MARK, known)[-1])
            for one in chosen if known < len(ordered) else ():
                word = f" {one // _VOICES} "
                if one % _VOICES == denied and (first := said.find(word, start)) >= 0:
                    row = known + said.count(_MARK, start, first)
                    days[one] += [ordered[row], ordered[said.count(_MARK, 0, said.rfind(word))]]
        for voices, told in self._columns:
            for one, day in zip(voices, told, strict=True):
                if day and one in days:
                    days[one].append(day)
        return {one: (min(told, default=0), max(told, default=0)) for one, told in days.items()}


def _most(claims: Mapping[int, int], among: Collection[int], limit: int) -> Collection[int]:
    """Those claimed as often as the last of so many, or more often."""
    if len(among) <= limit:
        return among
    least = nlargest(limit, [claims[one] for one in among])[-1]
    return [one for one in among if claims[one] >= least]


def _rank(one: EdgeThen | VoiceThen) -> tuple[int, ...]:
    return (-one.claims, -one.last_day, *one[:4])
