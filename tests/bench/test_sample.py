"""What is measured of the inputs."""

from __future__ import annotations

import json
from pathlib import Path

from vidocq.bench.sample import OUR_TEXTS, draw, size_of

CLAIM = "The United States blamed Russia for the SolarWinds hack."


def test_our_texts_are_in_six_languages_and_half_of_them_have_claims() -> None:
    from vidocq.claims import read

    sample = draw([str(OUR_TEXTS)], 60)
    assert sample.languages == dict.fromkeys(("de", "en", "es", "fr", "it", "pt"), 2)
    assert not sample.unreadable and sample.whole and sample.drawn_from == 12
    assert sum(1 for one in sample.documents if read(one).claims) == 6


def test_it_is_as_large_as_fills_the_time_and_the_same_every_time(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    rows = [json.dumps({"id": str(n), "text": f"{CLAIM} It is report {n}."}) for n in range(500)]
    file.write_text("\n".join(rows), encoding="utf-8")
    little = draw([str(file)], 1e-9)
    assert len(little.documents) == len(little.records) == 1
    more = draw([str(file)], 60)
    assert len(more.documents) == more.drawn_from == little.drawn_from == 500
    assert more.documents[0] == little.documents[0], "the order that chance gave is the same"
    assert more.documents[0].id != "0", "and not that of the file"
    assert more.bytes == sum(map(len, rows))


def test_what_is_not_there_is_told_although_it_has_no_turn(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(CLAIM, encoding="utf-8")
    sample = draw([str(tmp_path), str(tmp_path / "missing.txt")], 1e-9)
    assert len(sample.documents) == 1
    [fault] = sample.unreadable
    assert fault.message == f"{tmp_path}/missing.txt: is not there; check the path"


def test_bytes_are_counted_as_they_lie(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><p>{CLAIM}</p></body></html>", encoding="utf-8")
    sample = draw([str(page)], 1e-9)
    assert size_of(sample.records[0]) == sample.bytes == page.stat().st_size
    assert sample.text_bytes == len(CLAIM)
