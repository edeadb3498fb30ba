"""The lines of an answer: what is claimed, how often, from when to when, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from vidocq.ask.setting import Setting
from vidocq.ask.tallies import ends_of_edges, loaded_pairs
from vidocq.ledger import Role, StoredClaim, query
from vidocq.ledger.records import Edge
from vidocq.model import Polarity, Predicate
from vidocq.resolve.statement import Passage, passage_of
from vidocq.resolve.times import iso_day

QUOTES = 2
"""Passages given with a line, the latest and the first; the rest by ``vidocq sources`` of its claim."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing claimed: the entity at its other end, and its passages.

    ``claims`` counts claims (one a document), ``first`` and ``last`` are the days on which it was told
    first and last, None where no day is known.
    """

    id: str
    name: str
    predicate: Predicate
    polarity: Polarity
    claims: int
    first: str | None
    last: str | None
    quotes: tuple[Passage, ...]


class Section(NamedTuple):
    """What is told under some predicates, in so many lines at the most."""

    predicates: tuple[Predicate, ...]
    limit: int


def lines_of(
    setting: Setting, ids: Sequence[str], role: Role, *sections: Section
) -> list[tuple[Line, ...]]:
    """What is claimed of the entities in each section, told once for each other end, the most claimed
    first. ``role`` is the place in which the entities stand."""
    found, ends = _edges(setting, ids, role, sections)
    groups = [
        _by_other_end(setting, edges, role)[: section.limit]
        for edges, section in zip(found, sections, strict=True)
    ]
    first = [group[0] for of in groups for _, group in of]
    # The claims of all lines are put together at once: each time costs the same few questions.
    told = iter(loaded_pairs(setting, ends(first)))
    return [tuple(_line(setting, key, group, next(told)) for key, group in of) for of in groups]


def _edges(
    setting: Setting, ids: Sequence[str], role: Role, sections: Sequence[Section]
) -> tuple[list[list[Edge]], Callable[[Sequence[Edge]], list[tuple[int, int]]]]:
    """The edges of each section, more than it shows lines, for several may have one other end; and where
    to find the claims of edges recorded last and first."""
    wanted = [(one.predicates, 3 * one.limit) for one in sections]
    if setting.as_of is None:
        found = [
            query.edges(setting.at, ids, role=role, predicates=predicates, limit=limit)
            for predicates, limit in wanted
        ]
        return found, partial(ends_of_edges, setting)
    then = query.edges_of_sections(setting.at, ids, role, wanted, setting.as_of)
    known = {told: (counted.last, counted.first) for of in then for told, counted in of}
    return [[told for told, _ in of] for of in then], lambda edges: [known[one] for one in edges]


_Key = tuple[str, Predicate, Polarity]


def _by_other_end(
    setting: Setting, edges: Iterable[Edge], role: Role
) -> list[tuple[_Key, list[Edge]]]:
    groups: dict[_Key, list[Edge]] = {}
    for one in edges:
        other = (one.object or "") if role is Role.SUBJECT else one.subject
        key = (setting.actors.canonical(other), one.predicate, one.polarity)
        groups.setdefault(key, []).append(one)
    return sorted(groups.items(), key=lambda item: (-sum(e.claims for e in item[1]), item[0]))


def _line(
    setting: Setting, key: _Key, edges: Sequence[Edge], claims: Sequence[StoredClaim]
) -> Line:
    id, predicate, polarity = key
    return Line(
        id=id,
        name=setting.label(id, _text(claims, id, setting)) if id else "",
        predicate=predicate,
        polarity=polarity,
        claims=sum(one.claims for one in edges),
        first=iso_day(min((one.first_day for one in edges if one.first_day), default=0)),
        last=iso_day(max(one.last_day for one in edges)),
        quotes=quotes_of(claims),
    )


def _text(claims: Sequence[StoredClaim], id: str, setting: Setting) -> str | None:
    for stored in claims:
        for one in (stored.claim.subject, stored.claim.object):
            if one and setting.actors.canonical(one.id) == id:
                return one.text
    return None


def quotes_of(claims: Sequence[StoredClaim], limit: int = QUOTES) -> tuple[Passage, ...]:
    """The passages of a few claims, each of another document."""
    found: dict[str, Passage] = {}
    for stored in claims:
        found.setdefault(stored.document, passage_of(stored))
        if len(found) == limit:
            break
    return tuple(found.values())
