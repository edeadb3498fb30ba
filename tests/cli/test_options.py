"""Values of options."""

from __future__ import annotations

import argparse

import pytest

from vidocq.cli.options import column_names, iso_date, whole_number


@pytest.mark.parametrize("value", ["2021-07-19", "2021-07", "2021", "2024-02-29"])
def test_dates_of_any_precision(value: str) -> None:
    assert iso_date(value) == value


@pytest.mark.parametrize(
    "value", ["", "2021-13", "2023-02-29", "20210719", "2021-7-19", "٢٠٢١", "0000", "2021-W29-1"]
)
def test_what_is_no_date(value: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="2021-07-19"):
        iso_date(value)


def test_numbers_of_things() -> None:
    assert whole_number("20") == 20
    for value in ("-1", "many", "1.5", "9" * 5000):
        with pytest.raises(argparse.ArgumentTypeError):
            whole_number(value)


def test_columns_by_the_fields_they_are_read_from() -> None:
    assert column_names("text=body,title=head line") == {"text": "body", "title": "head line"}
    for value in ("", "body", "text=", "colour=red"):
        with pytest.raises(argparse.ArgumentTypeError, match="FIELD=COLUMN"):
            column_names(value)
