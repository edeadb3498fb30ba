"""The annotated White House texts: where each claim stands, and nothing of the texts themselves."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bench.claim_guide import DOC, TYPES, is_date, is_identifier, is_time
from bench.white_house import PLACES, write

from vidocq.model import Polarity, Predicate

ROWS = [json.loads(line) for line in PLACES.read_text("utf-8").splitlines()]
CLAIMS: list[dict[str, Any]] = [claim for row in ROWS for claim in row["claims"]]


def test_texts_are_named_once_and_most_claim_nothing() -> None:
    assert [row["doc"] for row in ROWS if not DOC.fullmatch(row["doc"])] == []
    assert max(Counter(row["doc"] for row in ROWS).values()) == 1
    assert max(Counter(row["source"] for row in ROWS).values()) == 1
    assert len(ROWS) == 72
    assert len(CLAIMS) < 4 * len(ROWS)


def test_no_words_of_the_texts_but_names_are_kept() -> None:
    assert [claim for claim in CLAIMS if "quote" in claim] == []
    named = [claim[end]["text"] for claim in CLAIMS for end in ("subject", "object") if claim[end]]
    assert [text for text in named if len(text.split()) > 12] == []


def test_claims_have_the_form_of_the_guide() -> None:
    wrong = []
    for claim in CLAIMS:
        subjects, objects = TYPES[Predicate(claim["predicate"])]
        ends = [claim["subject"], *([claim["object"]] if claim["object"] else [])]
        if (
            claim["subject"]["type"] not in subjects
            or (claim["object"] and claim["object"]["type"] not in objects)
            or not all(is_identifier(e["type"], e["id"]) for e in [*ends, *claim["claimants"]])
            or claim["polarity"] not in set(Polarity)
            or not is_time(claim["event_time"] or "2000")
            or not is_date(claim["said_on"] or "2000")
            or not 0 <= claim["start"] < claim["end"]
        ):
            wrong.append(claim)
    assert wrong == []


def test_put_together_each_claim_has_its_sentence(shared: Path, tmp_path: Path) -> None:
    corpus = shared / "corpus" / "white-house-2021-2022.jsonl.gz"
    if not corpus.exists():
        pytest.skip(f"{corpus.name} is not there")
    assert write(tmp_path, corpus) == len(ROWS)
    for row in map(json.loads, (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()):
        text = (tmp_path / "docs" / f"{row['doc']}.txt").read_text("utf-8")
        for claim in row["claims"]:
            assert claim["quote"] in text
            assert claim["quote"] == claim["quote"].strip()
            assert all(claim[end]["text"] in text for end in ("subject", "object") if claim[end]), (
                claim
            )
