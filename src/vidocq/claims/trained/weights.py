"""The weights of the trained reader: read from the package's data, checked on load."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

WEIGHTS = Path(__file__).parent / "data" / "roles.json"

Table = dict[str, tuple[tuple[int, float], ...]]
"""Sign → the roles (by number) that it weighs for, and how much."""


class Tree(msgspec.Struct, frozen=True, array_like=True):
    """A regression tree: of each node the measure it asks (-1: a leaf), the bound, where it goes (at most the bound: left),
    and the value of a leaf."""

    measure: tuple[int, ...]
    bound: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: tuple[float, ...]


class Boosted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Boosted trees (Friedman 2001) over a few measures: log-odds."""

    start: float
    rate: float
    trees: tuple[Tree, ...]


class Dating(Boosted, frozen=True, forbid_unknown_fields=True):
    """What decides which date of a text is that of a claim."""

    least: float
    """The probability from which a date is set."""


class Settling(Boosted, frozen=True, forbid_unknown_fields=True):
    """What decides at a document's end which findings stand."""

    least: float
    """The probability from which a finding stands."""
    expected: float
    """How many of its surest findings must be expected to be right, by the sum of their probabilities, for any of a text to stand."""
    rules: dict[str, float]
    """Rule and predicate → the share of its findings that were right in what it learnt from."""
    unknown: float
    """The same of a rule that was not seen."""


class Saying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What decides who says a finding: a logistic regression over the signs of `vidocq.claims.trained.claimants`."""

    bias: float
    signs: Table
    words: float
    """How much the log-odds by the words (`vidocq.claims.trained.network`) weigh beside the signs."""
    least: float
    """The probability from which a party says it that the rules of speech chose."""
    further: float
    """The same of a party that they did not choose."""


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is learnt. The numbers of roles are those of `vidocq.claims.roles.ROLES`.

    ``bias`` and the tables ``general`` (signs of the sentence), ``mention`` and ``typed`` (by type of the mention) weigh a
    mention as an anchor; ``pair_bias``, ``partner`` and ``pair`` weigh two mentions together; ``attack_*`` the attack as
    the partner. ``floor``: what the sentence alone must weigh for its mentions to be looked at; ``head_floor``: what the
    noun of a thing without a name must.
    """

    about: str
    proposed: float
    """The probability from which a mention in a role is proposed."""
    paired: float
    """The probability from which a further partner is taken."""
    partnered: float
    """The probability that the best partner must have."""
    bias: tuple[float, ...]
    floor: tuple[float, ...]
    head_floor: tuple[float, ...]
    general: Table
    mention: Table
    typed: dict[str, Table]
    pair_bias: tuple[float, ...]
    partner: Table
    pair: Table
    attack_bias: tuple[float, ...]
    attack_general: Table
    attack_anchor: Table
    saying: Saying
    settling: Settling
    dating: Dating


class Packed(msgspec.Struct, frozen=True):
    """Weights without their tables, the names of these, and for each sign a few bytes of what it weighs in which
    (`vidocq.claims.trained.tables`). Most signs are in several tables."""

    bare: Weights
    tables: tuple[str, ...]
    signs: dict[str, bytes]


def bare(learnt: Weights) -> Weights:
    """Weights without their tables."""
    return msgspec.structs.replace(
        learnt,
        general={},
        mention={},
        typed={},
        partner={},
        pair={},
        attack_general={},
        attack_anchor={},
        saying=msgspec.structs.replace(learnt.saying, signs={}),
    )


@cache
def weights() -> Weights:
    """The weights of this version.

    Raises:
        msgspec.ValidationError: the file breaks its form.
    """
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
