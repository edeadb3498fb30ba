"""The commands that ask the record, run as a process: what they print and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.annotated import record_annotated
from tests.conftest import Run


@pytest.fixture
def ledger(annotated_record: str) -> str:
    """A record with our annotated examples."""
    return annotated_record


VIEWS: dict[str, list[str]] = {
    "who": ["Zirconium"],
    "incident": ["exchange"],
    "accusations": ["--of", "Chine", "--quotes"],
    "timeline": ["exchange"],
    "conflicts": [],
    "search": ["hafnium"],
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_fits_in_80_columns_and_shows_passages(vidocq: Run, ledger: str, view: str) -> None:
    done = vidocq(view, "--ledger", ledger, *VIEWS[view], env={"COLUMNS": "80"})
    assert done.returncode == 0, done.stderr
    assert "“" in done.stdout or "claim " in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


@pytest.mark.parametrize("view", VIEWS)
def test_json_is_one_object_a_line(vidocq: Run, ledger: str, view: str) -> None:
    arguments = [one for one in VIEWS[view] if one != "--quotes"]
    done = vidocq(view, "--ledger", ledger, "--json", *arguments)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    assert all(isinstance(row, dict) for row in rows)


@pytest.mark.parametrize("view", VIEWS)
def test_csv_has_a_header_and_a_row_each(vidocq: Run, ledger: str, view: str) -> None:
    arguments = [one for one in VIEWS[view] if one != "--quotes"]
    done = vidocq(view, "--ledger", ledger, "--csv", *arguments)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert len(rows) > 1
    assert any(row.get("quote") or row.get("first_quote") or row.get("passage") for row in rows)
    assert all(None not in row and None not in row.values() for row in rows)


def test_the_conflict_of_the_wrong_name_is_told_in_words(vidocq: Run, ledger: str) -> None:
    done = vidocq("conflicts", "--ledger", ledger, "--kind", "group-name")
    words = " ".join(done.stdout.split())
    assert "APT31 in one report and APT30 in another" in words


def test_sources_takes_the_beginning_of_an_id(vidocq: Run, ledger: str) -> None:
    told = json.loads(vidocq("incident", "--ledger", ledger, "--json", "exchange").stdout)
    claim = told["blamed"][0]["quotes"][0]["claim"]
    done = vidocq("sources", "--ledger", ledger, claim[:20])
    assert "3 documents, 1 origin" in done.stdout
    rows = list(
        csv.DictReader(io.StringIO(vidocq("sources", "--ledger", ledger, "--csv", claim).stdout))
    )
    assert {row["origin"] for row in rows} == {"1"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["who", "Zirconum"], "did you mean 'Zirconium'"),
        (["incident", "no such thing"], "nothing is known"),
        (["accusations", "--of", "Nowhereland"], "nothing is known"),
        (["sources", "abcdef"], "no claim has the id"),
        (["who", "--as-of", "yesterday", "China"], "no date or time"),
        (["same", "APT31"], "give two names"),
        (["who", "--as-of", "2001", "China"], "its first claim was recorded at"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(
    vidocq: Run, ledger: str, arguments: list[str], words: str
) -> None:
    done = vidocq(arguments[0], "--ledger", ledger, *arguments[1:])
    assert done.returncode == 2
    assert done.stdout == ""
    assert words in done.stderr


@pytest.mark.parametrize("view", [*VIEWS, "sources"])
def test_without_a_record_it_says_to_read_first(vidocq: Run, tmp_path: Path, view: str) -> None:
    absent = tmp_path / "absent.sqlite"
    done = vidocq(view, "--ledger", absent, *(VIEWS.get(view) or ["abc"] * (view == "sources")))
    assert done.returncode == 2
    assert "vidocq read" in done.stderr
    assert not absent.exists()


def test_a_decision_is_made_listed_and_undone(vidocq: Run, tmp_path: Path) -> None:
    address = record_annotated(tmp_path / "own.sqlite")
    done = vidocq(
        "same", "--ledger", address, "--by", "ada", "--reason", "a test", "APT30", "APT31"
    )
    assert done.returncode == 0, done.stderr
    assert "APT30 and APT31 are the same: ada" in done.stdout or "apt30 and apt31" in done.stdout
    [row] = [
        json.loads(x)
        for x in vidocq("same", "--ledger", address, "--list", "--json").stdout.splitlines()
    ]
    assert (row["a"], row["b"], row["reason"]) == ("group:apt30", "group:apt31", "a test")
    told = json.loads(vidocq("who", "--ledger", address, "--json", "APT30").stdout)
    assert "ada" in {word["owner"] for name in told["names"] for word in name["said_by"]}
    done = vidocq("same", "--ledger", address, "--undo", "APT31", "APT30")
    assert done.returncode == 0, done.stderr
    assert (
        vidocq("distinct", "--ledger", address, "--list").stdout == "no decisions on the record\n"
    )
    assert vidocq("same", "--ledger", address, "--undo", "APT31", "APT30").returncode == 2
