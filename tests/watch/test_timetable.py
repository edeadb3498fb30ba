"""When each source is polled next."""

from __future__ import annotations

import time

import pytest

from vidocq.watch.durations import seconds_of, time_of
from vidocq.watch.polling import Report
from vidocq.watch.settings import FeedSource
from vidocq.watch.timetable import LONGEST_WAIT, Timetable

PRESS = FeedSource(name="press", url="https://press.example/rss")
HOURLY = FeedSource(name="hourly", url="https://hourly.example/rss", every=3600.0)
FINE = Report(source="press")
DEAD = Report(source="press", fault="could not be fetched")


def near(seconds: float) -> object:
    return pytest.approx(seconds, abs=2)


def test_a_source_is_due_after_its_own_time_or_that_of_the_run() -> None:
    timetable = Timetable((PRESS, HOURLY), every=900.0)
    assert timetable.next() == (PRESS, 0.0)
    assert timetable.polled(PRESS, FINE) == near(900)
    assert timetable.next() == (HOURLY, 0.0)
    assert timetable.polled(HOURLY, FINE) == near(3600)
    source, wait = timetable.next()
    assert source is PRESS and wait == near(900)


def test_a_source_that_fails_is_tried_later_and_later_and_as_before_once_it_works() -> None:
    timetable = Timetable((PRESS,), every=900.0)
    waits = [timetable.polled(PRESS, DEAD) for _ in range(8)]
    assert waits[:4] == [near(900), near(1800), near(3600), near(7200)]
    assert waits[-1] == near(LONGEST_WAIT)
    assert timetable.polled(PRESS, FINE) == near(900)


def test_a_server_that_names_a_time_is_asked_then() -> None:
    timetable = Timetable((PRESS,), every=900.0)
    soon = Report(source="press", fault="asks", again_at=time.time() + 60)
    assert timetable.polled(PRESS, soon) == near(60)


@pytest.mark.parametrize(
    ("text", "seconds", "words"),
    [("30s", 30, "30 s"), ("15m", 900, "15 min"), ("90m", 5400, "90 min"), ("1d", 86_400, "1 d")],
)
def test_times_are_read_and_told(text: str, seconds: float, words: str) -> None:
    assert (seconds_of(text), time_of(seconds)) == (seconds, words)


@pytest.mark.parametrize("text", ["", "15", "m", "1.5h", "-1m", "31d", "1w"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no time like 30s"):
        seconds_of(text)
