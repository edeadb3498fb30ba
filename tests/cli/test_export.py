"""``vidocq export`` as a process: files whole or not at all, and what is wrong is told."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.fixture
def ledger(annotated_record: str) -> str:
    """A record with our annotated examples."""
    return annotated_record


def test_a_table_goes_to_standard_output_or_to_a_file(
    vidocq: Run, ledger: str, tmp_path: Path
) -> None:
    printed = vidocq("export", "csv", "--ledger", ledger)
    assert printed.returncode == 0, printed.stderr
    kept = vidocq("export", "csv", "--ledger", ledger, tmp_path / "claims.csv")
    assert kept.returncode == 0, kept.stderr
    assert kept.stdout == ""
    text = (tmp_path / "claims.csv").read_bytes().decode("utf-8")
    assert text == printed.stdout
    number = len(list(csv.DictReader(io.StringIO(text, newline=""))))
    assert f"{number} rows written" in kept.stderr


def test_options_stand_anywhere(vidocq: Run, ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "incidents.csv"
    done = vidocq("export", "csv", "--table", "incidents", file, "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert file.read_text(encoding="utf-8").startswith("incident,")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["csv", "--actor", "Nobody Spider"], "Nobody Spider"),
        (["csv", "--state", "Atlantis"], "Atlantis"),
        (["csv", "--since", "yesterday"], "yesterday"),
        (["graphml", "--table", "claims"], "--table is only for csv, parquet"),
        (["docx"], "docx"),
    ],
)
def test_wrong_usage_is_told_and_leaves_no_file(
    vidocq: Run, ledger: str, tmp_path: Path, arguments: list[str], told: str
) -> None:
    done = vidocq("export", *arguments, "--ledger", ledger, tmp_path / "out")
    assert done.returncode == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_a_record_there_is_nothing_to_export(vidocq: Run, tmp_path: Path) -> None:
    done = vidocq("export", "csv", tmp_path / "claims.csv")
    assert done.returncode == 2
    assert "there is no record" in done.stderr
