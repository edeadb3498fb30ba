"""What is worked out of a claim when it is recorded."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger import reports as r
from vidocq.ledger.address import default_address, shown
from vidocq.ledger.keys import (
    accused_of,
    accusers_of,
    first_day,
    folded,
    last_day,
    party_of,
)
from vidocq.ledger.moment import datetime_of, milliseconds
from vidocq.model import Predicate


@pytest.mark.parametrize(
    ("id", "party"),
    [
        ("state:CN", "CN"),
        ("agency:cn-mss", "CN"),
        ("agency:uk-ncsc", "GB"),
        ("agency:gb-ncsc", "GB"),
        ("agency:eu-enisa", "eu"),
        ("bloc:five-eyes", "five-eyes"),
        ("agency:interpol", None),
        ("group:apt31", None),
        ("company:cn-systems", None),
    ],
)
def test_an_agency_answers_for_its_state(id: str, party: str | None) -> None:
    assert party_of(r.entity(id)) == party


def test_accusers_are_claimants_or_those_who_act() -> None:
    accusation, sponsored, _, _ = r.STATEMENT_READ.claims
    assert accusers_of(accusation) == ("GB", "US", "eu")
    assert (accused_of(accusation), accused_of(sponsored)) == ("CN", "CN")
    punished = r.claim(r.STATEMENT, r.ACCUSED, Predicate.SANCTIONS, r.EU, r.CHINA, (r.US,))
    assert (accusers_of(punished), accused_of(punished)) == (("eu",), "CN")
    attack = r.claim(r.STATEMENT, r.ACCUSED, Predicate.TARGETS, r.CHINA, r.PARLIAMENT, (r.US,))
    assert (accusers_of(attack), accused_of(attack)) == ((), "CN")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-07-19", 20210719, 20210719),
        ("2021-07", 20210701, 20210731),
        ("2021", 20210101, 20211231),
        ("2010/2024-03", 20100101, 20240331),
        (None, 0, 0),
        ("", 0, 0),
        ("soon", 0, 0),
        ("2021-13", 0, 0),
    ],
)
def test_a_date_of_any_precision_has_a_first_and_a_last_day(
    text: str | None, first: int, last: int
) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@given(st.dates())
def test_every_day_is_its_own_first_and_last(day: date) -> None:
    number = day.year * 10000 + day.month * 100 + day.day
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == number


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("moment", "meant"),
    [
        ("2021-07-19", datetime(2021, 7, 19, 23, 59, 59, 999000, tzinfo=UTC)),
        ("2021-07", datetime(2021, 7, 31, 23, 59, 59, 999000, tzinfo=UTC)),
        ("2020", datetime(2020, 12, 31, 23, 59, 59, 999000, tzinfo=UTC)),
        (date(2021, 7, 19), datetime(2021, 7, 19, 23, 59, 59, 999000, tzinfo=UTC)),
        ("2021-07-19T12:00:00+02:00", datetime(2021, 7, 19, 10, tzinfo=UTC)),
        (datetime(2021, 7, 19, 10), datetime(2021, 7, 19, 10, tzinfo=UTC)),
    ],
)
def test_a_day_means_its_end(moment: datetime | date | str, meant: datetime) -> None:
    assert datetime_of(milliseconds(moment)) == meant


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="tomorrow"):
        milliseconds("tomorrow")


def test_the_ledger_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDOCQ_LEDGER", "/somewhere/else.sqlite")
    assert default_address() == "/somewhere/else.sqlite"
    monkeypatch.delenv("VIDOCQ_LEDGER")
    assert default_address().endswith("ledger.sqlite")
    assert shown("postgresql://ada:s3cret@host/db") == "postgresql://ada:***@host/db"


def test_sqlalchemy_is_imported_only_to_open_a_ledger() -> None:
    code = "import sys, vidocq.ledger; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
