"""Laps of several ways in turns, and what they were over the rounds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import TypeVar

import msgspec

Told = TypeVar("Told")


class Lap(msgspec.Struct, frozen=True, kw_only=True):
    """What one way did in one round: ``documents`` gone through in ``seconds`` on the clock, of which the process
    was at work for ``processor`` seconds (None where others worked for it); ``found`` is counted for one pass over
    the sample, and ``written`` are the bytes that all documents left on disk."""

    documents: int
    seconds: float
    processor: float | None = None
    found: int = 0
    written: int = 0


class Spread(msgspec.Struct, frozen=True):
    """Median, least and greatest over the rounds."""

    median: float
    least: float
    greatest: float


def spread(values: Sequence[float]) -> Spread:
    """The spread of one value or more."""
    return Spread(median(values), min(values), max(values))


def in_turns(
    ways: Mapping[str, Callable[[], Told]], rounds: int, say: Callable[[str], None]
) -> dict[str, list[Told]]:
    """What each way gave in each round. All go once in every round, every other round the other way about, so that
    what else the machine does falls on all of them. ``say`` is told what begins."""
    laps: dict[str, list[Told]] = {name: [] for name in ways}
    for number in range(rounds):
        for name in list(ways) if number % 2 == 0 else list(ways)[::-1]:
            say(f"round {number + 1} of {rounds}: {name}")
            gc.collect()
            laps[name].append(ways[name]())
    return laps


def lap(one_pass: Callable[[], int], documents: int, seconds: float) -> Lap:
    """Passes over ``documents`` documents, one after another until the time is over, at least one."""
    passes = 0
    wall, processor = time.perf_counter(), time.process_time()
    while not passes or time.perf_counter() - wall < seconds:
        found = one_pass()
        passes += 1
    return Lap(
        documents=passes * documents,
        seconds=time.perf_counter() - wall,
        processor=time.process_time() - processor,
        found=found,
    )
