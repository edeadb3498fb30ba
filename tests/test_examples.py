"""The example reports under `examples/`, read by the real reader."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vidocq.acquire import read_inputs
from vidocq.claims import read
from vidocq.model import Claim, Document, Polarity, Reading

FOLDER = Path(__file__).resolve().parent.parent / "examples"
FILES = sorted(FOLDER.glob("*.txt"))
SILENT = {
    "en_2023-03-14_plain-office_spring-release-notes-and-security-tips",
    "fr_2021-12-02_gazette-du-stade_dopage-moscou-mis-en-cause-par-l-agence-antidopage",
}


@cache
def reading(path: Path) -> Reading:
    """A report as `vidocq read` reads it."""
    (document,) = read_inputs([str(path)])
    assert isinstance(document, Document)
    return read(document)


def claims(stem: str) -> tuple[Claim, ...]:
    (path,) = [path for path in FILES if path.stem.startswith(stem)]
    return reading(path).claims


def links(stem: str, polarity: Polarity = Polarity.AFFIRMED) -> set[tuple[str, str, str]]:
    """Predicate, subject and object of the claims of a report that are so affirmed or denied."""
    return {
        (str(c.predicate), c.subject.id, c.object.id)
        for c in claims(stem)
        if c.object and c.polarity is polarity
    }


def claimants(stem: str, predicate: str, accused: str) -> set[str]:
    """Who says so, of all claims with that predicate and object."""
    return {
        who.id
        for c in claims(stem)
        if str(c.predicate) == predicate and c.object and c.object.id == accused
        for who in c.claimants
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:40])
def test_quotes_are_the_words_of_the_report(path: Path) -> None:
    read_ = reading(path)
    assert read_.document.language == path.stem[:2]
    for claim in read_.claims:
        assert claim.quote == read_.document.text[claim.span.start : claim.span.end]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:40])
def test_reports_claim_something_and_two_nothing(path: Path) -> None:
    assert bool(reading(path).claims) is (path.stem not in SILENT)


EXCHANGE = "fr_2021-07-19_depeche"


def test_exchange_the_united_states_lay_the_hack_on_china() -> None:
    assert "state:US" in claimants(EXCHANGE, "attributed-to", "state:CN")


def test_exchange_the_hackers_were_paid_by_the_ministry_with_high_confidence() -> None:
    paid = [c for c in claims(EXCHANGE) if c.object and c.object.id == "agency:cn-mss"]
    assert {str(c.predicate) for c in paid} == {"sponsored-by"}
    by_officials = [c for c in paid if c.confidence == "high"]
    assert [[c.id for c in claim.claimants] for claim in by_officials] == [
        ["agency:us-white-house"]
    ]


def test_exchange_sanctions_fell_on_russia() -> None:
    assert ("sanctions", "state:US", "state:RU") in links(EXCHANGE)


def test_exchange_both_groups_are_named_as_the_text_names_them() -> None:
    named = {id for link in links(EXCHANGE) for id in link}
    assert {"group:apt40", "group:apt31"} <= named
    assert "group:apt30" not in named


def test_the_report_that_names_the_wrong_group_keeps_its_name() -> None:
    named = {id for link in links("en_2021-07-20") for id in link}
    assert "group:apt30" in named
    assert "group:apt31" not in named


def test_beijing_denies() -> None:
    denied = links("fr_2021-07-20_depeche", Polarity.DENIED)
    assert {(predicate, accused) for predicate, _, accused in denied} == {
        ("attributed-to", "state:CN")
    }


def test_albania_cut_its_ties_with_iran() -> None:
    assert ("responds", "state:AL", "state:IR") in links("en_2022-09-08")


def test_the_unit_and_its_names() -> None:
    assert {
        ("same-as", "agency:ru-gru-74455", "group:sandworm-team"),
        ("same-as", "agency:ru-gru-74455", "group:voodoo-bear"),
        ("same-as", "agency:ru-gru-74455", "group:iron-viking"),
    } <= links("en_2020-10-19")


def test_no_sanctions_fell_on_beijing() -> None:
    assert ("sanctions", "state:US", "state:CN") in links("en_2021-07-20", Polarity.DENIED)
