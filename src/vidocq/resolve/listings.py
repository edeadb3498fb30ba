"""Which entries of the naming sources mean one group, seen from one viewpoint.

A source's entry ("APT31, also ZIRCONIUM, JUDGMENT PANDA …") is a *listing*: one head and its aliases.
Listings of several sources are put together only where they agree in more than one name, or each
names the other's head; one shared alias never fuses two groups. Two entries that one source keeps
apart stay apart, and an explicit "these overlap, they are not the same" is a veto.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from vidocq.knowledge.galaxy_names import compact
from vidocq.knowledge.groups import Equivalence, Relation, equivalences
from vidocq.resolve.viewpoints import OWN_SOURCES, Viewpoint, counts, is_explicit, rank


class Listing(msgspec.Struct, frozen=True):
    """One entry of one source: the key of its head and of all its names, head included."""

    source: str
    head: str
    keys: frozenset[str]


class Cluster(msgspec.Struct, frozen=True):
    """Listings that mean one group. ``canonical`` is the key of the name it goes by."""

    canonical: str
    heads: frozenset[str]
    keys: frozenset[str]
    sources: frozenset[str]


Pair = frozenset[str]


def clusters_of(viewpoint: Viewpoint) -> tuple[Cluster, ...]:
    """The groups that the sources of a viewpoint know, in the order of their canonical keys."""
    trusted = [one for one in equivalences() if counts(viewpoint, one)]
    vetoes = frozenset(
        frozenset((compact(one.a), compact(one.b)))
        for one in trusted
        if one.relation is not Relation.SAME and is_explicit(one)
    )
    equations = [one for one in trusted if one.relation is Relation.SAME and is_explicit(one)]
    listings = _listings(trusted, vetoes)
    parent = list(range(len(listings)))
    members = [[number] for number in range(len(listings))]

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def merge(a: int, b: int, *, explicit: bool) -> None:
        a, b = find(a), find(b)
        if a == b:
            return
        one = [listings[number] for number in members[a]]
        other = [listings[number] for number in members[b]]
        if _vetoed(one, other, vetoes) or (not explicit and _kept_apart(one, other)):
            return
        parent[b] = a
        members[a] += members[b]
        members[b] = []

    by_head: dict[str, list[int]] = defaultdict(list)
    for number, listing in enumerate(listings):
        by_head[listing.head].append(number)
    for numbers in by_head.values():
        for number in numbers[1:]:
            merge(numbers[0], number, explicit=True)
    for one in equations:
        for a in by_head.get(compact(one.a), ())[:1]:
            for b in by_head.get(compact(one.b), ())[:1]:
                merge(a, b, explicit=True)
    # A second round: what was put together may agree with others where its parts did not.
    for _ in range(2):
        for _, a, b in sorted(_agreements(_whole(listings, members))):
            merge(a, b, explicit=False)
    found = [
        _cluster([listings[number] for number in group]) for group in members if len(group) > 0
    ]
    return tuple(sorted(found, key=lambda cluster: cluster.canonical))


def _listings(trusted: Iterable[Equivalence], vetoes: frozenset[Pair]) -> list[Listing]:
    names: dict[tuple[str, str], set[str]] = {}
    for one in trusted:
        head, alias = compact(one.a), compact(one.b)
        if one.relation is not Relation.SAME or not head or not alias:
            continue
        keys = names.setdefault((one.source, head), {head})
        # The catalogue's alias that somebody explicitly keeps apart is told, not followed.
        if is_explicit(one) or frozenset((head, alias)) not in vetoes:
            keys.add(alias)
    ordered = sorted(names.items(), key=lambda item: (rank(item[0][0]), item[0]))
    return [Listing(source, head, frozenset(keys)) for (source, head), keys in ordered]


class _Whole(msgspec.Struct, frozen=True):
    """Listings put together so far: the number of the first, all heads, all names."""

    number: int
    heads: frozenset[str]
    keys: frozenset[str]


def _whole(listings: list[Listing], members: list[list[int]]) -> dict[int, _Whole]:
    return {
        first: _Whole(
            first,
            frozenset(listings[number].head for number in group),
            frozenset().union(*(listings[number].keys for number in group)),
        )
        for first, group in enumerate(members)
        if group
    }


def _agreements(wholes: dict[int, _Whole]) -> Iterable[tuple[int, int, int]]:
    """Pairs that agree enough, the surest first (a lower first number)."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, whole in wholes.items():
        for key in whole.keys:
            holding[key].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in holding.values():
        for position, a in enumerate(numbers):
            for b in numbers[position + 1 :]:
                shared[a, b] += 1
    for (a, b), number in shared.items():
        one, other = wholes[a], wholes[b]
        heads = bool(one.heads & other.keys) + bool(other.heads & one.keys)
        smaller = min(len(one.keys), len(other.keys))
        if heads == 2 or (heads and number >= 2) or (number >= 3 and 2 * number >= smaller):
            yield -(number + 10 * heads), a, b


def _vetoed(one: list[Listing], other: list[Listing], vetoes: frozenset[Pair]) -> bool:
    """Whether somebody says of heads of the two that they are not the same."""
    return any(frozenset((a.head, b.head)) in vetoes for a in one for b in other)


def _kept_apart(one: list[Listing], other: list[Listing]) -> bool:
    """Whether one source has entries of its own for both. Our own file does not mean it so: it adds
    names to others' entries."""
    heads = {
        (listing.source, listing.head)
        for listing in one
        if not listing.source.startswith(OWN_SOURCES)
    }
    sources = {source for source, _ in heads}
    return any(b.source in sources and (b.source, b.head) not in heads for b in other)


def _cluster(listings: list[Listing]) -> Cluster:
    best = min(listings, key=lambda one: (rank(one.source), -len(one.keys), one.head))
    return Cluster(
        canonical=best.head,
        heads=frozenset(one.head for one in listings),
        keys=frozenset().union(*(one.keys for one in listings)),
        sources=frozenset(one.source for one in listings),
    )
