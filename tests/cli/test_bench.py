"""``vidocq bench`` as a process. What it takes is asserted nowhere: only that it is told, and in which unit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from vidocq.cli.show.measures import duration, size

QUICK = ("--rounds", "2", "--seconds", "0.01")
ROWS = [
    "reading the bytes",
    "making documents",
    "first look",
    "full reading",
    "by rules alone",
    "all, with ledger",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two short reports, one with a claim."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "The United States blamed Russia for the SolarWinds hack.", "utf-8"
    )
    (folder / "b.txt").write_text("Wheat rose on Tuesday, traders in Paris said.", "utf-8")
    return folder


def test_a_folder_and_what_could_not_be_read(vidocq: Run, folder: Path, tmp_path: Path) -> None:
    done = vidocq("bench", *QUICK, "--jobs", "2", "--json", folder, folder / "missing.txt")
    assert done.returncode == 3
    assert done.stderr == f"vidocq: {folder}/missing.txt: is not there; check the path\n"
    report = json.loads(done.stdout)
    [fault] = report["unreadable"]
    assert (fault["doc"], fault["error"]["kind"]) == ("missing", "not-found")
    assert report["machine"]["cores"] >= 1 and "compiled" in report["machine"]
    texts = report["texts"]
    assert texts["documents"] <= texts["drawn_from"] == 2
    assert texts["whole"] and not texts["ours"]

    rows = {row["name"]: row for row in report["rows"]}
    assert list(rows) == [*ROWS, "all, 2 processes"]
    for row in rows.values():
        for unit in ("documents_per_second", "megabytes_per_second", "milliseconds_per_document"):
            assert 0 < row[unit]["least"] <= row[unit]["median"] <= row[unit]["greatest"]
    assert rows["reading the bytes"]["times_the_bytes"] == {"median": 1, "least": 1, "greatest": 1}
    assert rows["reading the bytes"]["found"] == texts["bytes"]
    assert rows["first look"]["memory_bytes"] < rows["full reading"]["memory_bytes"]

    assert [start["command"] for start in report["starts"]] == [
        "vidocq --help",
        "vidocq read --no-ledger PAGE",
    ]
    estimate = report["estimate"]
    assert estimate["documents"] == 1_000_000 and estimate["jobs"] == 2
    assert estimate["seconds"] > 0 and estimate["jobs_seconds"] > 0
    assert "ledger_bytes" in estimate, "null where so few find room in what an empty ledger takes"
    assert not (tmp_path / "ledger.sqlite").exists(), "the record of its user is not touched"


def test_for_a_person_without_inputs_at_80_columns(vidocq: Run) -> None:
    done = vidocq("bench", *QUICK)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    for row in ROWS:
        assert sum(line.startswith(row) for line in lines) == 1
    assert "they come with the program" in " ".join(lines)
    assert any(line.startswith("A million such documents (") for line in lines[-2:])


def test_standard_input_is_read_once_and_measured_again_and_again(vidocq: Run) -> None:
    lines = "".join(f'{{"text": "Britain blamed Iran for the hack of {n}."}}\n' for n in range(3))
    report = json.loads(vidocq("bench", *QUICK, "--json", "-", stdin=lines).stdout)
    assert report["texts"]["drawn_from"] == 3
    assert [row["name"] for row in report["rows"]] == ROWS


def test_nothing_to_measure(vidocq: Run, tmp_path: Path) -> None:
    done = vidocq("bench", "--json", tmp_path / "missing.txt")
    assert done.returncode == 3
    assert "missing.txt: is not there" in done.stderr and "nothing to measure" in done.stderr
    report = json.loads(done.stdout)
    assert report["rows"] == [] and report["estimate"] is None and report["unreadable"]
    assert not vidocq("bench", tmp_path / "missing.txt").stdout


@pytest.mark.parametrize(
    "option",
    [
        ("--rounds", "0"),
        ("--rounds", "many"),
        ("--seconds", "0"),
        ("--seconds", "nan"),
        ("--jobs", "0"),
        ("--columns", "body"),
    ],
)
def test_a_wrong_option_is_status_2(vidocq: Run, option: tuple[str, str]) -> None:
    done = vidocq("bench", *option)
    assert done.returncode == 2 and not done.stdout
    assert "usage: vidocq bench" in done.stderr and option[0] in done.stderr


def test_times_and_sizes_as_a_person_says_them() -> None:
    assert [duration(s) for s in (0.04, 45, 59.7, 4980, 7199, 273_600)] == [
        "0.0 s", "45 s", "1 min", "1 h 23 min", "2 h 0 min", "3 d 4 h"
    ]  # fmt: skip
    assert [size(n) for n in (57, 2_400, 812_000, 3_400_000_000, 2 * 10**12)] == [
        "0.1 kB", "2.4 kB", "0.8 MB", "3.4 GB", "2.0 TB"
    ]  # fmt: skip
