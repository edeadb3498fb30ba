"""``vidocq read`` and ``vidocq evaluate`` with a model: the same output, and the record names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.endpoint.server import Answer, completion, serving
from vidocq.cli import main
from vidocq.ledger import open_ledger

TEXT = "The United Kingdom accused Russia of the breach of Harbour Bank."
CLAIM = {
    "predicate": "attributed-to",
    "subject": {"type": "incident", "text": "the breach of Harbour Bank"},
    "object": {"type": "state", "text": "Russia"},
    "claimants": [{"type": "state", "text": "The United Kingdom"}],
    "quote": TEXT,
}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_claims_are_printed_and_recorded_with_the_model_that_read_them(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "record.sqlite"
    with serving(completion({"claims": [CLAIM]})) as server:
        options = ["--endpoint", server.address, "--model", "small", "--ledger", str(ledger)]
        assert main(["read", "--json", *options, str(report)]) == 0
        assert server.asked
    row = json.loads(capsys.readouterr().out)
    assert [c["object"]["id"] for c in row["claims"]] == ["state:RU"]
    assert "model=small" in row["extractor"]
    with open_ledger(str(ledger)) as opened:
        stored = list(opened.claims())
    assert [s.extractor for s in stored] == [row["extractor"]]


def test_an_endpoint_that_fails_makes_the_report_unreadable_and_the_rest_goes_on(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "second.txt"
    second.write_text(TEXT, encoding="utf-8")
    with serving(Answer("no", 403), completion({"claims": [CLAIM]})) as server:
        options = ["--no-ledger", "--json", "--endpoint", server.address, "--model", "small"]
        assert main(["read", *options, str(report), str(second)]) == 3
    first, other = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"]["kind"] == "network" and len(other["claims"]) == 1


def test_evaluate_scores_a_model_as_it_scores_the_rules(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    entity = {"id": "incident:harbour-bank", **CLAIM["subject"]}  # type: ignore[dict-item]
    claim = {
        **CLAIM,
        "subject": entity,
        "object": {"type": "state", "text": "Russia", "id": "state:RU"},
        "claimants": [{"type": "state", "text": "The United Kingdom", "id": "state:GB"}],
    }
    gold.write_text(json.dumps({"doc": "report", "language": "en", "claims": [claim]}) + "\n")
    with serving(completion({"claims": [CLAIM]})) as server:
        options = ["--docs", str(tmp_path), "--endpoint", server.address, "--model", "small"]
        assert main(["evaluate", str(gold), *options, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["claim"]["f1"] == 1


@pytest.mark.parametrize(
    "options",
    [
        ["--endpoint", "http://127.0.0.1:9/v1"],
        ["--model", "small"],
        ["--endpoint", "localhost", "--model", "small"],
        ["--endpoint", "http://127.0.0.1:9/v1", "--model", "small", "--jobs", "2"],
        ["--endpoint", "http://127.0.0.1:9/v1", "--model", "small", "--explain"],
    ],
)
def test_options_that_do_not_fit_are_wrong_usage(report: Path, options: list[str]) -> None:
    assert main(["read", "--no-ledger", *options, str(report)]) == 2
