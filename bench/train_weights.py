"""What the signs weigh, by logistic regressions: for roles, for the other ends of claims, for who says them.

Called by `bench/train_roles.py`: examples in, weights out. Needs scikit-learn (``pip install -e '.[bench]'``).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from train_examples import CODED, SIGNS, Example
from vidocq.claims.roles import ROLES
from vidocq.claims.trained.weights import Dating, Saying, Settling, Weights

REGULAR = 0.2
"""Inverse strength of the regularisation."""
RARE = 4
"""Occurrences from which a feature counts."""
SMALL = 0.06
"""Weights nearer to nought than this are left out of the file."""
PROPOSED, PARTNERED, PAIRED = 0.04, 0.2, 0.5


def learn(examples: Sequence[Example]) -> Weights:
    """The weights of all roles, without what settles."""
    tables: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    bias = {model: [-9.0] * len(ROLES) for model in ("anchor", "pair", "attack")}
    floor = [math.inf] * len(ROLES)
    head_floor = [-99.0] * len(ROLES)
    by_model: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for example in examples:
        if example.right is not None:
            by_model[example.model, example.number].append(example)
    for (model, number), own in sorted(by_model.items(), key=lambda item: item[0]):
        if sum(bool(e.right) for e in own) < RARE or all(e.right for e in own):
            continue
        start, weights, _ = regression(own)
        bias[model][number] = start
        for (table, sign), weight in weights.items():
            tables[table][sign][number] = weight
        if model == "anchor":
            floor[number] = _floor(start, weights, own)
            things = [e for e in own if e.thing and e.right]
            if things:
                head_floor[number] = _head_floor(weights, things)

    def table(name: str) -> dict[str, tuple[tuple[int, float], ...]]:
        return {sign: tuple(sorted(known.items())) for sign, known in sorted(tables[name].items())}

    return Weights(
        about="",
        proposed=PROPOSED,
        paired=PAIRED,
        partnered=PARTNERED,
        bias=tuple(bias["anchor"]),
        floor=tuple(floor),
        head_floor=tuple(head_floor),
        general=table("general"),
        mention=table("mention"),
        typed={
            name.partition(" ")[2]: table(name)
            for name in sorted(tables)
            if name.startswith("typed ")
        },
        pair_bias=tuple(bias["pair"]),
        partner=table("partner"),
        pair=table("pair"),
        attack_bias=tuple(bias["attack"]),
        attack_general=table("attack_general"),
        attack_anchor=table("attack_anchor"),
        saying=Saying(bias=0.0, signs={}, words=0.0, least=1.0, further=1.0),
        settling=Settling(
            start=0.0, rate=0.0, trees=(), least=0.0, expected=0.0, rules={}, unknown=0.5
        ),
        dating=Dating(start=0.0, rate=0.0, trees=(), least=1.0),
    )


def regression(examples: Sequence[Example]) -> tuple[float, dict[tuple[str, str], float], float]:
    """A logistic regression over the signs of examples, and their log-odds by the words where they have them: its bias, the
    weight of each sign of each table, and that of the words."""
    keys = [*SIGNS]
    lengths = numpy.array([len(e.signs) for e in examples])
    columns = numpy.concatenate([e.signs for e in examples])
    counts = numpy.bincount(columns, minlength=len(keys))
    known = sorted(numpy.flatnonzero(counts >= RARE).tolist(), key=keys.__getitem__)
    place = numpy.full(len(keys), -1, dtype=numpy.int64)
    place[known] = numpy.arange(len(known))
    rows = numpy.repeat(numpy.arange(len(examples)), lengths)
    kept = place[columns] >= 0
    ones = numpy.ones(int(kept.sum()), dtype=numpy.float32)
    matrix = csr_matrix(
        (ones, (rows[kept], place[columns[kept]])), shape=(len(examples), len(known))
    )
    words = numpy.array([[e.words] for e in examples], dtype=numpy.float32)
    model = LogisticRegression(C=REGULAR, solver="liblinear", max_iter=300, random_state=0)
    model.fit(
        hstack([matrix, words], format="csr") if words.any() else matrix,
        numpy.array([bool(e.right) for e in examples]),
        sample_weight=numpy.array([e.weight for e in examples]),
    )
    weights = {
        keys[sign]: round(float(weight), 3)
        for sign, weight in zip(known, model.coef_[0], strict=False)
        if abs(weight) >= SMALL and keys[sign][1] != CODED
    }
    of_words = float(model.coef_[0][-1]) if words.any() else 0.0
    return round(float(model.intercept_[0]), 3), weights, round(of_words, 3)


def _floor(
    start: float, weights: dict[tuple[str, str], float], examples: Sequence[Example]
) -> float:
    """What the signs of a sentence weigh at least where one of its mentions passed; `LOST` in a hundred may fall below."""
    least = math.log(PROPOSED / (1 - PROPOSED))
    every = numpy.zeros(len(SIGNS))
    general = numpy.zeros(len(SIGNS))
    for key, weight in weights.items():
        every[SIGNS[key]] = weight
        if key[0] == "general":
            general[SIGNS[key]] = weight
    passed = sorted(
        start + float(general[e.signs].sum())
        for e in examples
        if (e.right or e.weight < 1) and start + float(every[e.signs].sum()) >= least
    )
    return round(passed[LOST * len(passed) // 100], 3) if passed else least


def _head_floor(weights: dict[tuple[str, str], float], things: Sequence[Example]) -> float:
    """What the noun of a thing weighs at least where the thing has a role; `LOST` in a hundred may fall below."""
    of_heads = numpy.zeros(len(SIGNS))
    for key, weight in weights.items():
        if key[0] != "general" and key[1].startswith(("head:", "head~")):
            of_heads[SIGNS[key]] = weight
    sums = sorted(float(of_heads[e.signs].sum()) for e in things)
    return round(sums[LOST * len(sums) // 100], 3)


LOST = 2
"""Of a hundred mentions that pass so many may stand in sentences that are passed over."""


def weights_by_number(learnt: Weights) -> tuple[tuple[float, ...], numpy.ndarray]:
    """What each sign weighs for each role as an anchor: a row a role, a column a sign."""
    every = numpy.zeros((len(ROLES), len(SIGNS)), dtype=numpy.float32)
    tables = {"general": learnt.general, "mention": learnt.mention}
    tables |= {f"typed {kind}": table for kind, table in learnt.typed.items()}
    for name, table in tables.items():
        for sign, known in table.items():
            for role, weight in known:
                every[role, SIGNS[name, sign]] = weight
    return learnt.bias, every
