"""How far the figures would move with other documents of the same kind."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import msgspec

from vidocq.evaluate.figures import AGREEMENTS, Figures, figures_of
from vidocq.evaluate.tally import Tally


class Interval(msgspec.Struct, frozen=True):
    """The range (each end 0 to 1) in which a figure falls."""

    low: float
    high: float


def bootstrap_intervals(
    tallies: Sequence[Tally],
    *,
    rounds: int = 1000,
    level: float = 0.95,
    seed: int = 2021,
) -> dict[str, Interval]:
    """Percentile bootstrap intervals (Efron 1979) of the F1 figures, of quiet and of grounded.

    The groups (a predicate, ``language fr``, ``style vendor``) have theirs too. Whole documents are
    drawn with replacement, because the claims of one document stand or fall together. The same seed
    gives the same intervals. A figure that no draw has (no quiet document among them) has no
    interval; no document gives none at all.
    """
    if not tallies:
        return {}
    draw = random.Random(seed)
    values: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        total: Tally = Counter()
        for tally in draw.choices(tallies, k=len(tallies)):
            total.update(tally)
        figures = figures_of(total, len(tallies), grounded=True)
        for name, read in _READERS.items():
            value = read(figures)
            if value is not None:
                values[name].append(value)
        for group, agreement in figures.by.items():
            if agreement.gold or agreement.predicted:
                values[group].append(agreement.f1)
    return {name: _percentiles(found, level) for name, found in values.items()}


def _f1(name: str) -> Callable[[Figures], float | None]:
    return lambda figures: figures.agreements[name].f1


_READERS: dict[str, Callable[[Figures], float | None]] = {
    **{name: _f1(name) for name in AGREEMENTS},
    "quiet": lambda figures: figures.quiet.share,
    "grounded": lambda figures: figures.grounded.share if figures.grounded else None,
}


def _percentiles(values: list[float], level: float) -> Interval:
    """The values between which the middle ``level`` of them lies."""
    ordered = sorted(values)
    cut = int((1 - level) / 2 * len(ordered))
    return Interval(ordered[cut], ordered[-1 - cut])
