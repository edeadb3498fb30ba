"""The weights as the reader adds them up: one whole number for all roles of a sign, trees as flat lists.

Weights have three decimals. A row of them is kept as one whole number with a field of bits for each role, in thousandths,
so that what a sign weighs for all roles is added at once, and exactly. Input: weights as they are read from their file
(`vidocq.claims.weights`); a table is converted when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import log
from sys import intern
from typing import Final, final

from vidocq.claims.weights import WEIGHTS, Packed, Settling, Table, Weights, bare, weights
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


def rows_of(table: Table) -> dict[str, Row]:
    """A table with one number for each sign."""
    rows: dict[str, Row] = {}
    for sign, known in table.items():
        row = 0
        for role, weight in known:
            row += round(weight * _PARTS) << (_BITS * role)
        rows[sign] = row
    return rows


def added(rows: dict[str, Row], signs: list[str]) -> Row:
    """What ``signs`` weigh together."""
    total = 0
    for sign in signs:
        row = rows.get(sign)
        if row is not None:
            total += row
    return total


@final
class Forest:
    """Boosted trees, all nodes in one row of lists."""

    def __init__(self, settling: Settling) -> None:
        self.settling: Settling = settling
        self.start: float = settling.start
        self.rate: float = settling.rate
        self.roots: list[int] = []
        self.measure: list[int] = []
        self.bound: list[float] = []
        self.left: list[int] = []
        self.right: list[int] = []
        self.value: list[float] = []
        for tree in settling.trees:
            first = len(self.measure)
            self.roots.append(first)
            self.measure += tree.measure
            self.bound += tree.bound
            self.left += [first + node for node in tree.left]
            self.right += [first + node for node in tree.right]
            self.value += tree.value

    def score(self, measures: list[float]) -> float:
        """The log-odds of a finding."""
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
    """The weights with their tables as rows of bytes, which load in a fifth of the time."""
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
    size = (len(learnt.bias) + 1) * _BITS // 8
    return Packed(
        bare=bare(learnt),
        tables={
            name: {
                sign: row.to_bytes(size, "little", signed=True)
                for sign, row in rows_of(table).items()
            }
            for name, table in named.items()
        },
    )


_OF_MENTION: Final = ("mention", "partner", "attack anchor", "own")
"""The tables of the four uses of a mention's signs."""


@final
class Tables:
    """All tables as rows; each unpacked when first asked for."""

    def __init__(self, learnt: Packed) -> None:
        self._packed: dict[str, dict[str, bytes]] = learnt.tables
        self._rows: dict[str, dict[str, Row]] = {}
        self._typed: dict[str, dict[str, Row]] = {}
        self._of_mention: list[dict[str, Row] | None] = [None for _ in USES]
        self._others: dict[tuple[str, ...], int] = {}
        bare = learnt.bare
        start = origin(len(bare.bias))
        self.bias: Row = start + row_of(bare.bias)
        self.pair_bias: Row = start + row_of(bare.pair_bias)
        self.attack_bias: Row = start + row_of(bare.attack_bias)
        self.floor: list[float] = [*bare.floor]
        self.proposed: float = bare.proposed
        self.proposed_log_odds: float = log(bare.proposed / (1 - bare.proposed))
        self.paired: float = bare.paired
        self.partnered: float = bare.partnered
        self.forest = Forest(bare.settling)
        self.saying_bias: int = round(bare.saying.bias * _PARTS)
        self.said_from: float = bare.saying.least
        """The probability from which a party says a finding, where the rules chose it …"""
        self.said_further: float = bare.saying.further
        """… and where they did not."""

    def rows(self, name: str) -> dict[str, Row]:
        """A table by its name; one that is not there has no signs."""
        rows = self._rows.get(name)
        if rows is None:
            known = self._packed.get(name, {})
            made = {
                intern(sign): int.from_bytes(row, "little", signed=True)
                for sign, row in known.items()
            }
            # Several threads may come here at once: the first to end leaves its table, and only then the bytes go.
            rows = self._rows.setdefault(name, made)
            self._packed.pop(name, None)
        return rows

    def of_mention(self, use: int) -> dict[str, Row]:
        """The table of a mention's signs for one of the four uses above."""
        rows = self._of_mention[use]
        if rows is None:
            rows = self._of_mention[use] = self.rows(_OF_MENTION[use])
        return rows

    def others(self, signs: tuple[str, ...]) -> int:
        """What signs of a party weigh that come together again and again."""
        known = self._others.get(signs)
        if known is None:
            known = self._others[signs] = added(self.rows("others"), [*signs])
        return known

    def typed(self, kind: str) -> dict[str, Row]:
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
