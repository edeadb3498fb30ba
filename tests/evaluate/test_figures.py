"""What is a hit and what is not, one claim at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from vidocq.evaluate import (
    Evaluation,
    Row,
    RowError,
    bootstrap_intervals,
    evaluate,
    load_rows,
    row_of,
)
from vidocq.model import Claim, Document, EntityType, Predicate, Reading, Reference, Span

GRU = {"type": "agency", "text": "Russia's GRU", "id": "agency:ru-gru"}
RUSSIA = {"type": "state", "text": "Moscow", "id": "state:RU"}
LONDON = {"type": "state", "text": "London", "id": "state:GB"}
NCSC = {"type": "agency", "text": "the NCSC", "id": "agency:uk-ncsc"}
NOTPETYA = {"type": "malware", "text": "NotPetya", "id": "malware:notpetya"}


def row(*claims: Mapping[str, object], doc: str = "d", language: str = "en") -> dict[str, Row]:
    return {doc: msgspec.convert({"doc": doc, "language": language, "claims": list(claims)}, Row)}


def blames(accused: Mapping[str, str], **fields: object) -> dict[str, object]:
    quote = "London blamed Russia's GRU for NotPetya."
    claim: dict[str, object] = {
        "predicate": "attributed-to",
        "subject": NOTPETYA,
        "object": accused,
        "quote": quote,
    }
    return claim | fields


def f1(evaluation: Evaluation, figure: str) -> float:
    return evaluation.figures.agreements[figure].f1


def test_an_agency_is_its_state_only_when_lenient() -> None:
    scored = evaluate(row(blames(GRU)), row(blames(RUSSIA)))
    assert f1(scored, "claim") == 0.0
    assert f1(scored, "lenient") == 1.0


def test_names_are_compared_without_signs_and_case() -> None:
    written = {"type": "group", "text": "APT 31", "id": "group:apt-31"}
    canonical = {"type": "group", "text": "l'APT31", "id": "group:APT31"}
    assert f1(evaluate(row(blames(written)), row(blames(canonical))), "claim") == 1.0


def test_a_denial_is_not_an_accusation() -> None:
    scored = evaluate(row(blames(RUSSIA)), row(blames(RUSSIA, polarity="denied")))
    assert f1(scored, "claim") == f1(scored, "lenient") == 0.0


def test_one_prediction_serves_one_gold_claim_only() -> None:
    scored = evaluate(row(blames(GRU)), row(blames(GRU), blames(GRU)))
    assert scored.figures.agreements["claim"].precision == 0.5
    assert len(scored.spurious) == 1 and not scored.missed


def test_a_dyad_is_found_through_the_sponsor() -> None:
    sandworm = {"type": "group", "text": "Sandworm", "id": "group:sandworm"}
    accusation = blames(sandworm, claimants=[NCSC])
    sponsor = {"predicate": "sponsored-by", "subject": sandworm, "object": GRU}
    direct = blames(GRU, claimants=[LONDON])
    assert f1(evaluate(row(direct), row(accusation, sponsor)), "dyad") == 0.0, "UK is not GB"
    assert f1(evaluate(row(blames(GRU, claimants=[NCSC])), row(accusation, sponsor)), "dyad") == 1.0


def test_of_a_time_the_year_decides() -> None:
    gold = row(blames(GRU, event_time="2017-06-27"))
    same_year = evaluate(gold, row(blames(GRU, event_time="2017"))).figures.fields["event_time"]
    other_year = evaluate(gold, row(blames(GRU, event_time="2018"))).figures.fields["event_time"]
    assert (same_year.share, other_year.share) == (1.0, 0.0)


def test_fields_nobody_fills_in_are_not_counted() -> None:
    field = evaluate(row(blames(GRU)), row(blames(GRU))).figures.fields["confidence"]
    assert (field.share, field.of) == (None, 0)


def test_quiet_counts_the_documents_without_gold_claims() -> None:
    gold = row(doc="doping") | row(doc="trade")
    scored = evaluate(gold, row(blames(RUSSIA), doc="doping"))
    assert (scored.figures.quiet.share, scored.figures.quiet.of) == (0.5, 2)


def test_grounded_asks_for_the_exact_words() -> None:
    text = "On Thursday London blamed Russia's GRU for NotPetya."
    predicted = row(blames(GRU), blames(RUSSIA, quote="London blamed Moscow for NotPetya."))
    grounded = evaluate(row(), predicted, {"d": text}).figures.grounded
    assert grounded is not None and (grounded.share, grounded.of) == (0.5, 2)
    assert evaluate(row(), predicted).figures.grounded is None


def test_a_document_that_was_not_read_misses_all_its_claims() -> None:
    scored = evaluate(row(blames(GRU)), {})
    assert [(m.doc, m.claim.predicate) for m in scored.missed] == [("d", "attributed-to")]
    assert scored.figures.agreements["claim"].recall == 0.0


def test_a_reading_becomes_a_row() -> None:
    text = "APT40 is based in Haikou."
    document = Document.from_text(text, id="haikou", language="en")
    claim = Claim(
        predicate=Predicate.LOCATED_IN,
        subject=Reference(EntityType.GROUP, "APT40", "group:apt40"),
        object=Reference(EntityType.PLACE, "Haikou", "place:haikou"),
        quote=text,
        span=Span(0, len(text)),
    )
    made = row_of(Reading(document=document, claims=(claim,)))
    assert (made.doc, made.language) == ("haikou", "en")
    assert f1(evaluate({"haikou": made}, {"haikou": made}), "claim") == 1.0


def test_intervals_hold_the_figure_and_repeat() -> None:
    gold: dict[str, Row] = {}
    predicted: dict[str, Row] = {}
    for n in range(20):
        gold |= row(blames(GRU), doc=str(n))
        predicted |= row(blames(GRU if n % 3 else LONDON), doc=str(n))
    scored = evaluate(gold, predicted)
    intervals = bootstrap_intervals(scored.tallies, seed=7)
    assert 0 < intervals["claim"].low < f1(scored, "claim") < intervals["claim"].high < 1
    assert intervals == bootstrap_intervals(scored.tallies, seed=7)
    assert "quiet" not in intervals, "no document of these is without gold claims"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('{"doc": "a"}', "claims"),
        ('{"doc": "a", "claims": [{"predicate": 3}]}', "claims[0].predicate"),
        ("not json", "malformed"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, line: str, named: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"doc": "fine", "claims": []}\n\n' + line, encoding="utf-8")
    with pytest.raises(RowError) as fault:
        load_rows(path)
    assert "gold.jsonl:3" in str(fault.value) and named in str(fault.value)
