"""``vidocq read`` as a process: the contract of its output and its exit status."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, plain_environment

ACCUSATION = (
    "The United States accused China of the Microsoft Exchange hack on Monday.\n\n"
    "The Ministry of State Security paid criminal hackers, a White House official said with "
    "high confidence. China denied any involvement in the cyberattack.\n"
)
FRENCH = (
    "Les États-Unis et l’OTAN ont accusé lundi la Chine d’être à l’origine de la cyberattaque "
    "contre Microsoft Exchange.\n\nLe groupe APT31 a également été mis en cause par Londres.\n"
)
WHEAT = "The price of wheat rose by three per cent on Tuesday, the ministry of agriculture said.\n"

KEYS = ["doc", "source", "language", "published", "title", "publisher", "sha256", "claims"]
CLAIM_KEYS = [
    "predicate", "subject", "object", "claimants", "via", "polarity", "confidence", "likelihood",
    "event_time", "said_on", "count", "quote", "start", "end",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, and an empty file between them."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a-exchange.txt").write_text(ACCUSATION, encoding="utf-8")
    (reports / "b-empty.txt").write_bytes(b"")
    (reports / "c-exchange.txt").write_text(FRENCH, encoding="utf-8")
    (reports / "d-wheat.txt").write_text(WHEAT, encoding="utf-8")
    return reports


def rows(output: str) -> list[dict[str, Any]]:
    assert output.endswith("\n")
    return [json.loads(line) for line in output.splitlines()]


def test_json_is_one_object_a_document_in_input_order(vidocq: Run, folder: Path) -> None:
    inputs = [folder / f"{name}.txt" for name in ("c-exchange", "d-wheat", "a-exchange")]
    done = vidocq("read", "--no-ledger", "--json", *inputs)
    assert (done.returncode, done.stderr) == (0, "")
    found = rows(done.stdout)
    assert [row["doc"] for row in found] == ["c-exchange", "d-wheat", "a-exchange"]
    assert [row["language"] for row in found] == ["fr", "en", "en"]
    assert all(list(row) == KEYS for row in found)


def test_json_claims_stand_in_the_text_at_their_positions(vidocq: Run, folder: Path) -> None:
    done = vidocq("read", "--no-ledger", "--json", folder / "c-exchange.txt")
    [row] = rows(done.stdout)
    assert row["claims"], "the accusation is found"
    for claim in row["claims"]:
        assert list(claim) == CLAIM_KEYS
        assert FRENCH[claim["start"] : claim["end"]] == claim["quote"]
    assert '"États-Unis"' in done.stdout, "letters are written as letters"


def test_an_unreadable_input_is_an_error_object_and_the_others_go_on(
    vidocq: Run, folder: Path
) -> None:
    missing = folder / "z-missing.txt"
    done = vidocq("read", "--no-ledger", "--json", folder, missing)
    assert done.returncode == 3
    found = rows(done.stdout)
    assert [row["doc"] for row in found] == [
        "a-exchange", "b-empty", "c-exchange", "d-wheat", "z-missing"
    ]  # fmt: skip
    for row, kind in ((found[1], "empty"), (found[4], "not-found")):
        assert list(row) == ["doc", "error", "claims"] and row["claims"] == []
        assert row["error"]["kind"] == kind and row["error"]["message"]
    assert "b-empty.txt" in done.stderr and "z-missing.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_read_is_named_once(vidocq: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "lines.jsonl").write_text('{"id": 7}\n{', encoding="utf-8")
    (tmp_path / "cut.warc.gz").write_bytes(b"\x1f\x8b\x08")
    named = ["missing.txt", "empty.txt", "lines.jsonl", "cut.warc.gz"]
    for one_by_one in ([], ["--jobs", "1"]):
        done = vidocq(
            "read", "--no-ledger", "--json", *one_by_one, *(tmp_path / name for name in named)
        )
        said = done.stderr.splitlines()
        assert len(said) == 5, done.stderr
        messages = [row["error"]["message"] for row in rows(done.stdout)]
        assert said == [f"vidocq: {message}" for message in messages]
        for name, message in zip([*named[:3], "lines.jsonl", "cut.warc.gz"], messages, strict=True):
            assert message.startswith(str(tmp_path / name)) and message.count(name) == 1


def test_hostile_bytes_give_a_row_each(vidocq: Run, tmp_path: Path) -> None:
    broken = {
        "zeros.txt": bytes(4096),
        "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 8,
        "deep.jsonl": b"[" * 100_000,
        "half.html": b"<html><body><p>An unfinished",
    }
    for name, content in broken.items():
        (tmp_path / name).write_bytes(content)
    done = vidocq("read", "--no-ledger", "--json", *(tmp_path / name for name in broken))
    assert done.returncode == 3
    assert {row["doc"] for row in rows(done.stdout)} >= {"zeros", "noise"}
    assert "Traceback" not in done.stderr


def test_standard_input(vidocq: Run) -> None:
    done = vidocq("read", "--no-ledger", "--json", "--published", "2021-07-20", "-", stdin=FRENCH)
    [row] = rows(done.stdout)
    assert done.returncode == 0
    assert row["published"] == "2021-07-20" and row["claims"]


def test_for_a_person_80_columns_without_colour_and_a_summary(vidocq: Run, folder: Path) -> None:
    done = vidocq("read", "--no-ledger", folder)
    lines = done.stdout.splitlines()
    assert done.returncode == 3
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in done.stdout + done.stderr
    assert "  attributed to" in lines
    assert any("say so: États-Unis, OTAN" in line for line in lines)
    documents, claims, unreadable = lines[-1].split(", ")
    assert (documents, unreadable) == ("3 documents", "1 unreadable")
    assert claims.endswith(" claims")
    assert [line for line in lines if line.endswith("  no claims")], "the wheat is quiet"


def test_recording_is_the_default_and_can_be_turned_off(
    vidocq: Run, folder: Path, tmp_path: Path
) -> None:
    default, named = tmp_path / "ledger.sqlite", tmp_path / "named.sqlite"
    report = folder / "a-exchange.txt"
    assert vidocq("read", "--no-ledger", report).returncode == 0
    assert not default.exists()
    assert vidocq("read", report).returncode == 0
    assert default.exists() and not named.exists()
    assert vidocq("read", "--ledger", named, report).returncode == 0
    assert named.exists()


def test_a_record_that_is_none_is_named(vidocq: Run, folder: Path, tmp_path: Path) -> None:
    not_a_ledger = tmp_path / "notes.txt"
    not_a_ledger.write_text("Only notes. " * 100, encoding="utf-8")
    done = vidocq("read", "--ledger", not_a_ledger, folder / "a-exchange.txt")
    assert done.returncode == 1
    assert "notes.txt" in done.stderr and "Traceback" not in done.stderr
    assert not_a_ledger.read_text(encoding="utf-8").startswith("Only notes.")


@pytest.mark.parametrize("form", ["--json", ""])
def test_a_closed_pipe_ends_it_quietly(
    vidocq_command: Path, folder: Path, tmp_path: Path, form: str
) -> None:
    many = f'"{folder}/c-exchange.txt" ' * 400
    script = (
        f'"{vidocq_command}" read --no-ledger {form} {many} | head -n 1; echo "${{PIPESTATUS[0]}}"'
    )
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        env=plain_environment(tmp_path),
        check=True,
    )
    first, status = done.stdout.splitlines()
    assert json.loads(first)["doc"] == "c-exchange" if form else first
    assert (status, done.stderr) == ("141", "")


def test_lines_come_as_they_are_read(vidocq_command: Path, folder: Path, tmp_path: Path) -> None:
    """The first row is there while the second input is still being written."""
    process = subprocess.Popen(
        [vidocq_command, "read", "--no-ledger", "--json", folder / "d-wheat.txt", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=plain_environment(tmp_path),
    )
    assert process.stdin and process.stdout
    first = process.stdout.readline()
    assert json.loads(first)["doc"] == "d-wheat"
    second, _ = process.communicate(WHEAT.encode(), timeout=60)
    assert process.returncode == 0 and json.loads(second)["claims"] == []


def test_ctrl_c_ends_it_quietly(vidocq_command: Path, folder: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [vidocq_command, "read", "--no-ledger", "--json", folder / "d-wheat.txt", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=plain_environment(tmp_path),
        # A shell starts its background jobs with the signal ignored, and they pass that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout
    assert json.loads(process.stdout.readline())["doc"] == "d-wheat"
    process.send_signal(signal.SIGINT)  # while it waits for standard input
    _, messages = process.communicate(timeout=60)
    assert (process.returncode, messages) == (130, b"")


def test_explain_prints_sentences_after_each_stage(vidocq: Run, folder: Path) -> None:
    done = vidocq("read", "--explain", folder / "a-exchange.txt")
    assert done.returncode == 0
    first = "The United States accused China of the Microsoft Exchange hack on Monday."
    assert first in done.stdout
    assert done.stdout.count("United States") > 2, "the stages show the names they found"


@pytest.mark.parametrize("coloured", [True, False])
def test_on_a_terminal(vidocq_command: Path, folder: Path, tmp_path: Path, coloured: bool) -> None:
    environment = plain_environment(tmp_path) | {"TERM": "xterm-256color", "COLUMNS": "60"}
    if not coloured:
        environment["NO_COLOR"] = "1"
    output = on_a_terminal([vidocq_command, "read", "--no-ledger", folder], environment)
    assert ("\x1b[1m" in output and "\x1b[36m" in output) is coloured
    assert "2 documents" in output, "progress is shown from the second document on"
    assert "3 documents, " in output.splitlines()[-1]


def on_a_terminal(command: list[str | Path], environment: dict[str, str]) -> str:
    """What a command writes to a terminal that is both its output and its messages."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    output = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not piece:
            break
        output += piece
    os.close(ours)
    assert process.wait(timeout=60) in (0, 3)
    return output.decode("utf-8")
