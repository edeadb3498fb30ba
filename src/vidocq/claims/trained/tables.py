"""The weights as the reader adds them up: one whole number for all roles of a sign, trees as flat lists.

Weights have three decimals. A row of them is kept as one whole number with a field of bits for each role, in thousandths,
so that what a sign weighs for all roles is added at once, and exactly. Input: weights as they are read from their file
(`vidocq.claims.trained.weights`); what a sign weighs becomes a number when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import log
from typing import Final, final

from vidocq.claims.trained.bundles import Bundle
from vidocq.claims.trained.weights import (
    WEIGHTS,
    Boosted,
    Packed,
    Settling,
    Table,
    Weights,
    bare,
    weights,
)
from vidocq.knowledge.kept import at_rest, fingerprint_of, kept

_BITS: Final = 24
"""Bits of a field: sums up to eight thousand in log-odds, which no sentence comes near."""
_FIELD: Final = (1 << _BITS) - 1
_HALF: Final = 1 << (_BITS - 1)
_PARTS: Final = 1000

Row = int
"""Fields of all roles, the first role lowest; a sum of rows is the row of the sums."""


def row_of(weights: Sequence[float]) -> Row:
    """One weight for each role."""
    return sum([round(weight * _PARTS) << (_BITS * role) for role, weight in enumerate(weights)])


def origin(roles: int) -> Row:
    """The row that every total starts from: its fields are read as above or below this one's, so that none borrows of the next."""
    return sum([_HALF << (_BITS * role) for role in range(roles)])


def field(total: Row, role: int) -> float:
    """What a total that started from `origin` comes to for a role."""
    return (((total >> (_BITS * role)) & _FIELD) - _HALF) / _PARTS


def stored(tables: Sequence[Table]) -> dict[str, bytes]:
    """Tables with a few bytes for each sign: of each table that has it the table's number and how many weights it has, in a
    byte each; then of each role that it weighs for the number, in one byte, and the weight in thousandths, in two."""
    found: dict[str, list[bytes]] = {}
    for number, table in enumerate(tables):
        for sign, known in table.items():
            row = found.setdefault(sign, [])
            row.append(bytes((number, len(known))))
            for role, weight in known:
                thousandths = round(weight * _PARTS).to_bytes(_WEIGHT, "little", signed=True)
                row.append(bytes((role,)) + thousandths)
    return {sign: b"".join(row) for sign, row in found.items()}


_WEIGHT: Final = 2
"""Bytes of a weight, which reaches to 32 in log-odds."""


def unstored(kept: bytes, number: int) -> Row:
    """The row that the bytes of a sign stand for in one table; nothing where that has no such sign."""
    i = 0
    while i < len(kept):
        end = i + 2 + kept[i + 1] * (1 + _WEIGHT)
        if kept[i] == number:
            row = 0
            for j in range(i + 2, end, 1 + _WEIGHT):
                weight = int.from_bytes(kept[j + 1 : j + 1 + _WEIGHT], "little", signed=True)
                row += weight << (_BITS * kept[j])
            return row
        i = end
    return 0


@final
class Sums:
    """A table, by its number among those that are `stored`: what its signs weigh, and of bundles that were asked for what
    they weigh together."""

    def __init__(self, kept: dict[str, bytes], number: int) -> None:
        self._kept: dict[str, bytes] = kept
        self._number: int = number
        self._known: dict[Bundle, Row] = {}

    def of(self, bundles: list[Bundle]) -> Row:
        """What bundles weigh together."""
        known = self._known
        total = 0
        for some in bundles:
            row = known.get(some)
            if row is None:
                row = self._first(some)
            total += row
        return total

    def _first(self, some: Bundle) -> Row:
        total = 0
        for sign in some.signs:
            kept = self._kept.get(sign)
            if kept is not None:
                total += unstored(kept, self._number)
        if len(self._known) >= _MANY_BUNDLES:
            self._known.clear()
        self._known[some] = total
        return total


_MANY_BUNDLES: Final = 16_000
"""Bundles whose weight a table keeps; then it begins anew."""


@final
class Forest:
    """Boosted trees, all nodes in one row of lists."""

    def __init__(self, boosted: Boosted) -> None:
        self.start: float = boosted.start
        self.rate: float = boosted.rate
        self.roots: list[int] = []
        self.measure: list[int] = []
        self.bound: list[float] = []
        self.left: list[int] = []
        self.right: list[int] = []
        self.value: list[float] = []
        for tree in boosted.trees:
            first = len(self.measure)
            self.roots.append(first)
            self.measure += tree.measure
            self.bound += tree.bound
            self.left += [first + node for node in tree.left]
            self.right += [first + node for node in tree.right]
            self.value += tree.value

    def score(self, measures: list[float]) -> float:
        """The log-odds that the measures speak for."""
        measure, bound, left, right = self.measure, self.bound, self.left, self.right
        total = 0.0
        for root in self.roots:
            node = root
            asked = measure[node]
            while asked >= 0:
                node = left[node] if measures[asked] <= bound[node] else right[node]
                asked = measure[node]
            total += self.value[node]
        return self.start + self.rate * total


MENTION: Final = 0
"""What the signs of a mention weigh for it as an anchor …"""
PARTNER: Final = 1
"""… as the other end of a claim …"""
ATTACK_ANCHOR: Final = 2
"""… for the attack as the other end …"""
SAYING: Final = 3
"""… and for it as who says a finding."""
USES: Final = (MENTION, PARTNER, ATTACK_ANCHOR, SAYING)
OWN: Final = "own "
"""How the signs of a mention begin in the table of claimants."""


def packed(learnt: Weights) -> Packed:
    """The weights with their tables as they are stored, which load in a fraction of the time."""
    named: dict[str, Table] = {
        "general": learnt.general,
        "mention": learnt.mention,
        "partner": learnt.partner,
        "pair": learnt.pair,
        "attack general": learnt.attack_general,
        "attack anchor": learnt.attack_anchor,
    }
    for kind, table in learnt.typed.items():
        named[f"typed {kind}"] = table
    signs = learnt.saying.signs
    named["own"] = {s.removeprefix(OWN): signs[s] for s in signs if s.startswith(OWN)}
    named["others"] = {s: signs[s] for s in signs if not s.startswith(OWN)}
    return Packed(bare=bare(learnt), tables=tuple(named), signs=stored([*named.values()]))


_OF_MENTION: Final = ("mention", "partner", "attack anchor", "own")
"""The tables of the four uses of a mention's signs."""


@final
class Tables:
    """All tables, each made when first asked for."""

    def __init__(self, learnt: Packed) -> None:
        self._signs: dict[str, bytes] = learnt.signs
        self._numbers: dict[str, int] = {name: n for n, name in enumerate(learnt.tables)}
        self._rows: dict[str, Sums] = {}
        self._typed: dict[str, Sums] = {}
        self._of_mention: list[Sums | None] = [None for _ in USES]
        bare = learnt.bare
        start = origin(len(bare.bias))
        self.bias: Row = start + row_of(bare.bias)
        self.pair_bias: Row = start + row_of(bare.pair_bias)
        self.attack_bias: Row = start + row_of(bare.attack_bias)
        self.floor: list[float] = [*bare.floor]
        self._start: Row = start
        self._head_floor: list[float] = [*bare.head_floor]
        self._heads: dict[str, dict[Bundle, bool]] = {}
        self.proposed: float = bare.proposed
        self.proposed_log_odds: float = log(bare.proposed / (1 - bare.proposed))
        self.paired: float = bare.paired
        self.partnered: float = bare.partnered
        self.settling: Settling = bare.settling
        self.forest = Forest(bare.settling)
        self.calendar = Forest(bare.dating)
        self.dated_from: float = bare.dating.least
        self.saying_bias: int = round(bare.saying.bias * _PARTS)
        self.said_words: float = bare.saying.words
        self.said_from: float = bare.saying.least
        """The probability from which a party says a finding, where the rules chose it …"""
        self.said_further: float = bare.saying.further
        """… and where they did not."""

    def rows(self, name: str) -> Sums:
        """A table by its name; one that is not there has no signs."""
        rows = self._rows.get(name)
        if rows is None:
            # Several threads may come here at once: the first to end leaves its table.
            rows = self._rows.setdefault(name, Sums(self._signs, self._numbers.get(name, -1)))
        return rows

    def may_be_means(self, kind: str, roles: tuple[int, ...], head: Bundle) -> bool:
        """Whether a thing of a type may have one of some roles, by the signs of its noun alone: most nouns are no means."""
        of_kind = self._heads.get(kind)
        if of_kind is None:
            of_kind = self._heads[kind] = {}
        known = of_kind.get(head)
        if known is None:
            total = self._start + self.of_mention(MENTION).of([head]) + self.typed(kind).of([head])
            known = any(field(total, r) >= self._head_floor[r] for r in roles)
            if len(of_kind) >= _MANY_BUNDLES:
                of_kind.clear()
            of_kind[head] = known
        return known

    def of_mention(self, use: int) -> Sums:
        """The table of a mention's signs for one of the four uses above."""
        rows = self._of_mention[use]
        if rows is None:
            rows = self._of_mention[use] = self.rows(_OF_MENTION[use])
        return rows

    def typed(self, kind: str) -> Sums:
        """What signs weigh for mentions of one type."""
        rows = self._typed.get(kind)
        if rows is None:
            rows = self._typed[kind] = self.rows(f"typed {kind}")
        return rows


def log_odds(total: int) -> float:
    """What a sum of single weights comes to."""
    return total / _PARTS


@cache
def tables() -> Tables:
    """Those of this version, kept between runs."""
    fingerprint = fingerprint_of([WEIGHTS])
    learnt = kept(
        "weights", Packed, lambda: packed(weights()), fingerprint, code=WEIGHTS.parent.parent
    )
    with at_rest():
        return Tables(learnt)
