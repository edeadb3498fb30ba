"""Notes become gold: what is written, and each fault that is named instead."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vidocq.model import Claim

SAMPLE = Path(__file__).with_name("reports.txt")
HACK = {"type": "incident", "text": "the Exchange hack", "id": "incident:exchange-2021"}
CHINA = {"type": "state", "text": "China", "id": "state:CN"}

Annotate = Callable[..., int]


@pytest.fixture
def tool(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(repository / "bench"))
    return importlib.import_module("annotate")


@pytest.fixture
def annotate(tool: Any, monkeypatch: pytest.MonkeyPatch) -> Annotate:
    """Runs the program with arguments; its exit status."""

    def run(*arguments: Path | str) -> int:
        monkeypatch.setattr("sys.argv", ["annotate.py", *map(str, arguments)])
        return int(tool.main())

    return run


@pytest.fixture
def into(annotate: Annotate, tmp_path: Path) -> Path:
    """The folder into which the sample was written."""
    assert annotate(SAMPLE, "--into", tmp_path) == 0
    return tmp_path


def rows(folder: Path) -> dict[str, dict[str, Any]]:
    lines = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    return {row["doc"]: row for row in map(json.loads, lines)}


def test_a_report_is_named_by_its_head_and_written_as_it_stands(into: Path) -> None:
    english, french = sorted(rows(into))
    assert english == "en_2021-07-19_harbour-courier_allies-name-beijing"
    assert french == "fr_2022-01-05_atelier-numerique_oeuvre-ete-ou-ca-coute"
    text = (into / "docs" / f"{english}.txt").read_text("utf-8")
    assert text.startswith("Allies name Beijing over Exchange break-ins\n\nWashington and")
    assert text.endswith("had cost 2 million dollars so far.\n")
    told = rows(into)
    assert (told[english]["language"], told[english]["style"]) == ("en", "news")
    assert told[french]["claims"] == []


def test_a_claim_has_all_its_fields_and_whole_sentences(into: Path) -> None:
    blamed, hit, denied, *_ = rows(into)["en_2021-07-19_harbour-courier_allies-name-beijing"][
        "claims"
    ]
    assert blamed == {
        "predicate": "attributed-to",
        "subject": HACK,
        "object": CHINA,
        "claimants": [
            {"type": "state", "text": "Washington", "id": "state:US"},
            {"type": "bloc", "text": "European Union", "id": "bloc:eu"},
        ],
        "polarity": "affirmed",
        "confidence": None,
        "likelihood": None,
        "event_time": "2021-03",
        "said_on": "2021-07-19",
        "count": None,
        "quote": "Washington and the European Union on Monday blamed China for the Exchange hack of March.",
    }
    assert hit["object"] is None
    assert hit["claimants"][0]["speaker"] == "a senior official"
    assert [one["id"] for one in hit["via"]] == ["company:harbour-wire"]
    assert hit["count"] == {"value": 30000, "unit": "organizations", "approximate": True}
    assert (denied["polarity"], denied["confidence"], denied["likelihood"]) == (
        "denied",
        "low",
        "likely",
    )
    assert denied["event_time"] == "2021-03/2021-04"
    assert denied["quote"].startswith("China denied it. Its spokesman")
    assert denied["quote"].endswith("would not be laid open.")


def test_several_objects_are_several_claims_and_of_several_numbers_the_first_counts(
    into: Path,
) -> None:
    claims = rows(into)["en_2021-07-19_harbour-courier_allies-name-beijing"]["claims"]
    hit = [c["object"]["id"] for c in claims if c["predicate"] == "targets"]
    assert hit == ["organisation:firms", "state:US"]
    assert [c["count"]["value"] for c in claims if c["predicate"] == "affects"] == [30000]


def test_what_is_written_is_what_the_program_takes_for_claims(into: Path) -> None:
    for doc, row in rows(into).items():
        text = (into / "docs" / f"{doc}.txt").read_text("utf-8")
        for claim in row["claims"]:
            start = text.index(claim["quote"])
            Claim.from_json(claim | {"start": start, "end": start + len(claim["quote"])})


def test_other_rows_stay_and_a_report_again_replaces_its_own(
    annotate: Annotate, tmp_path: Path
) -> None:
    other = '{"doc": "en_2001-01-01_a_b",  "claims": []}'
    old = '{"doc": "en_2021-07-19_harbour-courier_allies-name-beijing", "claims": []}'
    (tmp_path / "gold.jsonl").write_text(f"{other}\n{old}\n", "utf-8")
    for _ in range(2):
        assert annotate(SAMPLE, "--into", tmp_path) == 0
        lines = (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()
        assert lines[0] == other, "to the letter"
        assert len(lines) == 3
        assert len(rows(tmp_path)["en_2021-07-19_harbour-courier_allies-name-beijing"]["claims"])


def test_the_sum_is_told(annotate: Annotate, capsys: pytest.CaptureFixture[str]) -> None:
    assert annotate(SAMPLE) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "2 reports, 1 silent, 5 claims, 0 faults\n"


WRONG = {
    # a line of the sample, what stands instead, the fault that is named
    "no type": ("@cn = state:CN | China", "@cn = realm:CN | China", "no such type: realm"),
    "no state": ("@cn = state:CN | China", "@cn = state:china | China", "not an id of its type"),
    "no sector": ("@firms = organisation:firms", "@firms = sector:firms", "not an id of its type"),
    "entity not in the text": ("| China", "| Peking", "does not have the words 'Peking'"),
    "entity without words": ("@cn = state:CN | China", "@cn = state:CN", "not '@name = type:id"),
    "entity twice": ("@eu = bloc:eu", "@us = bloc:eu", "@us is named twice"),
    "unknown name": ("by @us,@eu", "by @us,@nato", "@nato is not named before"),
    "speaker": ("a senior official |", "a junior official |", "does not have the speaker"),
    "predicate": ("targets @x @firms", "hits @x @firms", "not 'predicate @subject @object"),
    "no object given": ("targets @x @firms,@us |", "targets @x |", "not 'predicate @subject"),
    "subject's type": ("targets @x @firms", "targets @eu @firms", "takes no such subject: bloc"),
    "object's type": ("targets @x @firms,@us", "targets @x @eu", "takes no such object: bloc"),
    "object missing": ("targets @x @firms,@us", "targets @x -", "targets needs an object"),
    "subject missing": ("targets @x @firms,@us", "targets - @us", "takes no such subject: None"),
    "no quote": (" | q blamed China", "", "no quote"),
    "quote not in the text": ("q blamed China", "q blamed Iran", "does not have the words"),
    "empty quote": (
        "China denied it || called",
        "China denied it || || called",
        "have the words ''",
    ),
    "long quote": ("q blamed China", "q blamed China || In Brussels", "more than 3 sentences"),
    "said twice": ("@firms,@us |", "@firms,@us,@firms |", "said twice: targets"),
    "affects without count": ("count 2000000 dollars | ", "", "affects needs a count"),
    "count": ("count ~30000 organizations", "count many firms", "not a count"),
    "count of nothing": ("count ~30000", "count 0", "not a count"),
    "confidence": ("conf low", "conf lowish", "no such field: 'conf lowish'"),
    "likelihood": ("like likely", "like perhaps", "no such field: 'like perhaps'"),
    "month": ("when 2021-03/2021-04", "when 2021-13", "no such field: 'when 2021-13'"),
    "interval": ("when 2021-03/2021-04", "when 2021/2019", "no such field: 'when 2021/2019'"),
    "day of saying": ("said 2021-07-19", "said July 2021", "no such field: 'said July 2021'"),
    "field": ("| denied |", "| denies |", "no such field: 'denies'"),
    "style": ("19 news |", "19 gossip |", "style 'gossip' is none of"),
    "style that claims": ("19 news |", "19 other |", "a report of style 'other' claims nothing"),
    "no line between": ("so far.\n--\n", "so far.\n", "no line '--' after the text"),
    "short": ("In Brussels diplomats", "--\n", "a report has 80 to 1300"),
    "no name": ("| Allies name Beijing\n", "| ?!\n", "is no id of a report"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_is_named_and_nothing_is_written(
    annotate: Annotate, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    right, wrong, fault = WRONG[name]
    sample = SAMPLE.read_text("utf-8")
    assert right in sample
    notes = tmp_path / "notes.txt"
    notes.write_text(sample.replace(right, wrong, 1), "utf-8")
    assert annotate(notes, "--into", tmp_path / "gold") == 1
    told = capsys.readouterr().out
    assert fault in told
    assert told.startswith(f"{notes}:"), "with its place"
    assert not (tmp_path / "gold").exists()


def test_two_reports_of_one_name_are_a_fault(
    annotate: Annotate, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    again = tmp_path / "again.txt"
    again.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    assert annotate(SAMPLE, again) == 1
    assert f"allies-name-beijing is at {SAMPLE}:1 already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "fault"),
    [("A text without a head.\n", "no report"), ("== en 2021 news | A | b\n", ":1: not '== ")],
)
def test_a_file_without_heads_is_refused(
    annotate: Annotate, tmp_path: Path, text: str, fault: str
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(text, "utf-8")
    with pytest.raises(SystemExit, match=fault):
        annotate(notes)
