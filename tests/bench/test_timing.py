"""Laps in turns, and what they were."""

from __future__ import annotations

from functools import partial

from vidocq.bench.timing import Spread, in_turns, lap, spread


def test_every_other_round_goes_the_other_way_about() -> None:
    done: list[str] = []

    def way(name: str) -> int:
        done.append(name)
        return len(done)

    said: list[str] = []
    laps = in_turns({name: partial(way, name) for name in "abc"}, 2, said.append)
    assert "".join(done) == "abccba"
    assert laps == {"a": [1, 6], "b": [2, 5], "c": [3, 4]}
    assert said[0] == "round 1 of 2: a" and said[-1] == "round 2 of 2: a"


def test_a_lap_is_whole_passes_and_one_at_least() -> None:
    passes: list[int] = []
    done = lap(lambda: passes.append(1) or 7, 5, 0.0)
    assert (len(passes), done.documents, done.found) == (1, 5, 7)
    passes.clear()
    done = lap(lambda: passes.append(1) or 7, 5, 0.01)
    assert done.documents == 5 * len(passes) and done.seconds >= 0.01


def test_a_spread_is_median_least_and_greatest() -> None:
    assert spread([3.0, 1.0, 8.0]) == Spread(3.0, 1.0, 8.0)
