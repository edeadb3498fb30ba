"""``vidocq evaluate`` as a process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

TEXT = "Britain accused Russia's GRU of the NotPetya attack in February 2018."


def claim(**fields: Any) -> dict[str, Any]:
    accused = {
        "predicate": "attributed-to",
        "subject": {"type": "incident", "text": "NotPetya attack", "id": "incident:notpetya-2017"},
        "object": {"type": "agency", "text": "GRU", "id": "agency:ru-gru"},
        "claimants": [{"type": "state", "text": "Britain", "id": "state:GB"}],
        "polarity": "affirmed",
        "quote": TEXT,
    }
    return accused | fields


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two documents with their texts in ``docs``: one claim, and none."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "notpetya.txt").write_text(TEXT, encoding="utf-8")
    (docs / "wheat.txt").write_text("Wheat rose on Tuesday, traders in Paris said.", "utf-8")
    return write(
        tmp_path / "gold.jsonl",
        {"doc": "notpetya", "language": "en", "claims": [claim()]},
        {"doc": "wheat", "language": "en", "claims": []},
    )


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    """The claim denied instead of affirmed, in words that do not stand there."""
    wrong = claim(polarity="denied", quote="Britain accused nobody.")
    return write(tmp_path / "predicted.jsonl", {"doc": "notpetya", "claims": [wrong]})


def test_figures_of_claims_read_before(vidocq: Run, gold: Path, predicted: Path) -> None:
    docs = gold.parent / "docs"
    done = vidocq("evaluate", gold, "--predicted", predicted, "--docs", docs, "--json")
    figures = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert figures["documents"] == 2
    assert figures["claim"] == {"precision": 0, "recall": 0, "f1": 0, "gold": 1, "predicted": 1}
    assert figures["grounded"] == {"share": 0.0, "of": 1}
    assert figures["quiet"] == {"share": 1.0, "of": 1}
    assert set(figures["by"]) == {"attributed-to", "language en"}
    assert "errors" not in figures and "intervals" not in figures


def test_errors_and_intervals_on_demand(vidocq: Run, gold: Path, predicted: Path) -> None:
    done = vidocq(
        "evaluate", gold, "--predicted", predicted, "--errors", "5", "--intervals", "--json"
    )
    figures = json.loads(done.stdout)
    assert [m["doc"] for m in figures["errors"]["missed"]] == ["notpetya"]
    assert figures["errors"]["spurious"][0]["claim"]["polarity"] == "denied"
    assert figures["intervals"]["quiet"] == {"low": 1.0, "high": 1.0}
    assert "grounded" not in figures["intervals"], "no text was there to check quotes against"


def test_the_set_aside_third_is_scored_and_its_errors_are_not_shown(
    vidocq: Run, gold: Path
) -> None:
    """Of the two documents the rule sets "wheat" aside; a claim made up in it is an error."""
    made_up = write(
        gold.parent / "made-up.jsonl",
        *({"doc": doc, "claims": [claim(polarity="denied")]} for doc in ("notpetya", "wheat")),
    )
    given = ("evaluate", gold, "--predicted", made_up, "--json")
    done = vidocq(*given, "--errors", "9")
    shown = json.loads(done.stdout)
    assert (shown["claim"]["predicted"], shown["quiet"]["share"]) == (2, 0.0)
    assert [m["doc"] for m in shown["errors"]["spurious"]] == ["notpetya"]
    assert "set aside 1 of 2 documents" in done.stderr

    every = json.loads(vidocq(*given, "--errors", "9", "--no-set-aside").stdout)
    assert [m["doc"] for m in every["errors"]["spurious"]] == ["notpetya", "wheat"]
    assert json.loads(vidocq(*given, "--set-aside").stdout)["quiet"] == {"share": 0.0, "of": 1}
    assert json.loads(vidocq(*given, "--open").stdout)["quiet"] == {"share": None, "of": 0}


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--set-aside", "--errors", "3"), "only scored"),
        (("--set-aside", "--report", "page.html"), "only scored"),
        (("--report", "page.html"), "--docs"),
        (("--set-aside", "--open"), "not allowed with"),
    ],
)
def test_options_that_do_not_go_together(
    vidocq: Run, gold: Path, predicted: Path, options: tuple[str, ...], named: str
) -> None:
    done = vidocq("evaluate", gold, "--predicted", predicted, *options)
    assert done.returncode == 2
    assert named in done.stderr and not done.stdout
    assert not Path("page.html").exists()


def test_for_a_person_at_80_columns(vidocq: Run, gold: Path, predicted: Path) -> None:
    done = vidocq("evaluate", gold, "--predicted", predicted, "--errors", "1", "--intervals")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert max(map(len, lines)) <= 80
    assert "missed in notpetya" in lines and "spurious in notpetya" in lines
    assert any(line.split()[:2] == ["claims", "0.000"] for line in lines)
    assert any("(denied)" in line for line in lines)


def test_it_reads_the_documents_itself(vidocq: Run, gold: Path) -> None:
    done = vidocq("evaluate", gold, "--docs", gold.parent / "docs", "--json")
    figures = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert figures["claim"]["recall"] == 1.0
    assert figures["grounded"]["share"] == 1.0
    assert figures["quiet"]["share"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("missing.jsonl", "--predicted", "predicted.jsonl"), "missing.jsonl"),
        (("gold.jsonl", "--predicted", "missing.jsonl"), "missing.jsonl"),
        (("gold.jsonl", "--docs", "."), "notpetya.txt"),
        (("broken.jsonl", "--predicted", "predicted.jsonl"), "broken.jsonl:1"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    vidocq: Run,
    gold: Path,
    predicted: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    named: str,
) -> None:
    monkeypatch.chdir(gold.parent)
    Path("broken.jsonl").write_text('{"doc": 5}\n', encoding="utf-8")
    done = vidocq("evaluate", *arguments)
    assert done.returncode == 3
    assert named in done.stderr and "Traceback" not in done.stderr
    assert not done.stdout
