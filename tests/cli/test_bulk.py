"""``vidocq read --jobs``: the same as without, passed over, killed and taken up again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run, plain_environment
from vidocq.ledger import open_ledger

CLAIM = "The United States blamed Russia for the SolarWinds hack."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """600 records, every tenth with a claim, and one that is broken."""
    rows = [
        json.dumps({"id": str(n), "text": CLAIM if n % 10 == 0 else f"It rained on day {n}."})
        for n in range(600)
    ]
    rows[37] = "{"
    file = tmp_path / "corpus.jsonl"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_several_processes_print_what_one_prints(vidocq: Run, corpus: Path) -> None:
    by_one = vidocq("read", "--no-ledger", "--json", corpus)
    by_two = vidocq("read", "--no-ledger", "--json", "--jobs", "2", corpus)
    assert by_one.returncode == by_two.returncode == 3, by_two.stderr
    assert by_one.stdout == by_two.stdout
    assert "corpus.jsonl, line 38" in by_two.stderr


def test_what_cannot_hold_a_claim_is_passed_over(vidocq: Run, corpus: Path) -> None:
    done = vidocq("read", "--no-ledger", "--json", "--relevant", corpus)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["doc"] for row in rows if row["claims"]] == [str(n) for n in range(0, 600, 10)]
    assert len(rows) == 61
    words = vidocq("read", "--no-ledger", "--relevant", corpus).stdout
    assert "539 passed over" in words


def _dump(file: Path) -> list[str]:
    with open_ledger(str(file), read_only=True) as ledger:
        return list(ledger.dump())


def test_a_reading_that_is_killed_goes_on_where_it_was(
    vidocq: Run, vidocq_command: Path, corpus: Path, tmp_path: Path
) -> None:
    command = ["read", "--json", "--jobs", "2", str(corpus)]
    clean = vidocq(*command, "--ledger", tmp_path / "clean.sqlite")
    assert len(clean.stdout.splitlines()) == 600
    resumed = [*command, "--ledger", str(tmp_path / "r.sqlite"), "--resume", str(tmp_path / "j")]
    process = subprocess.Popen(
        [vidocq_command, *resumed],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=plain_environment(tmp_path) | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    again = vidocq(*resumed)
    assert again.returncode in (0, 3)
    assert _dump(tmp_path / "r.sqlite") == _dump(tmp_path / "clean.sqlite")
    once_more = vidocq(*resumed)
    assert once_more.stdout == "", "all was done"
    other = vidocq(*resumed, "--published", "2021")
    assert other.returncode == 2
    assert "other inputs or with other options" in other.stderr
