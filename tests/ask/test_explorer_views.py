"""What the explorer asks beside the views of the command line: holdings, a cell, a document, names, the state."""

from __future__ import annotations

import csv
import io

import pytest

from tests.annotated import annotated
from vidocq import ask
from vidocq.ask.sections import SECTIONS, dossier_rows, incident_rows
from vidocq.ask.tables import TOLD, as_csv, cell, document_rows, told_rows
from vidocq.knowledge.facts import firms
from vidocq.ledger import Ledger
from vidocq.model import Predicate


def test_holdings_count_what_was_recorded(examples: Ledger) -> None:
    recorded = list(annotated())
    told = ask.holdings(examples, limit=5)
    assert told.documents == len(recorded)
    claims = [claim for one in recorded for claim in one.claims]
    assert told.claims == len(claims)
    kept = {one.predicate: one.affirmed + one.denied for one in told.by_predicate}
    assert kept[Predicate.INDICTS] == sum(c.predicate is Predicate.INDICTS for c in claims)
    assert sum(one.claims for one in told.by_year) + told.undated == told.claims
    assert len(told.newest) == 5


def test_holdings_as_of_a_moment_before_the_record_are_none(examples: Ledger) -> None:
    with pytest.raises(ask.EmptyRecord):
        ask.holdings(examples, as_of="2000-01-01")
    now = ask.holdings(examples)
    assert ask.holdings(examples, as_of="2999-01-01") == now


def test_a_cell_holds_the_claims_that_the_matrix_counts(examples: Ledger) -> None:
    for row in ask.accusations(examples):
        told = ask.cell(examples, row.accuser, row.accused, limit=1000)
        assert len(told) == row.accuses + row.denies + row.acts + row.not_taken
        days = [one.day or "" for one in told]
        assert days == sorted(days, reverse=True)


def test_a_cell_is_bounded_in_time(examples: Ledger) -> None:
    every = ask.cell(examples, "United States", "China")
    before = ask.cell(examples, "United States", "China", until="2021-07-19")
    assert 0 < len(before) < len(every) or {one.day for one in every} == {"2021-07-19"}
    assert all((one.day or "") <= "2021-07-19" for one in before)
    with pytest.raises(ask.UnknownName):
        ask.cell(examples, "Hafnium", "China")


def test_a_document_comes_with_its_text_and_claims_in_order(examples: Ledger) -> None:
    reading = max(annotated(), key=lambda one: len(one.claims))
    told = ask.document(examples, reading.document.sha256[:10])
    assert told.document.text == reading.document.text
    assert len(told.claims) == len(reading.claims)
    starts = [one.stored.claim.span.start for one in told.claims]
    assert starts == sorted(starts)
    rows = document_rows(told)
    assert all(reading.document.text[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_words_name_actors_and_incidents(examples: Ledger) -> None:
    (first, *_) = ask.named(examples, "Zirconium")
    assert (first.id, first.name) == ("group:apt31", "APT31")
    assert first.claims > 0
    assert "incident:exchange-2021" in {one.id for one in ask.named(examples, "exchange")}
    assert {one.id for one in ask.named(examples, "chin")} >= {"state:CN"}, (
        "the beginning of a name"
    )
    assert ask.named(examples, "nothing of this kind") == ()
    assert ask.named(examples, "  ") == ()


def test_the_version_changes_with_whatever_is_recorded(own: Ledger) -> None:
    seen = {ask.version(own)}
    claim = ask.holdings(own).newest[0].passage.claim
    assert claim is not None
    own.retract(claim, by="Ada", reason="a joke")
    seen.add(ask.version(own))
    ask.same(own, "APT31", "APT40", by="Ada")
    seen.add(ask.version(own))
    own.record(annotated(), extractor="annotated 2")
    seen.add(ask.version(own))
    assert len(seen) == 4
    assert ask.version(own) in seen, "and with nothing else"


def test_tables_have_the_columns_that_they_promise(examples: Ledger) -> None:
    for columns, rows in (
        (TOLD, told_rows(ask.holdings(examples).newest)),
        (SECTIONS, dossier_rows(ask.who(examples, "China"))),
        (SECTIONS, incident_rows(ask.incident(examples, "exchange"))),
    ):
        read = list(csv.DictReader(io.StringIO(as_csv(columns, rows), newline="")))
        assert len(read) == len(rows) > 3
        assert tuple(read[0]) == tuple(columns)


@pytest.mark.parametrize(
    ("value", "written"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5", "'-5"), ("a=b", "a=b"), (None, ""), (7, 7)],
)
def test_a_cell_that_looks_like_a_formula_is_marked(value: object, written: object) -> None:
    assert cell(value) == written


def test_claims_are_told_by_their_ids(own: Ledger) -> None:
    first, second, *_ = ask.holdings(own).newest
    assert first.passage.claim is not None
    assert second.passage.claim is not None
    own.retract(second.passage.claim, by="Ada", reason="a joke")
    ids = [first.passage.claim, second.passage.claim, "00" * 12]
    assert ask.told(own, ids) == {ids[0]: first, ids[1]: second}


def test_firms_stand_in_a_matrix_of_their_own(examples: Ledger) -> None:
    rows = ask.vendor_accusations(examples)
    assert {row.accuser for row in rows} <= set(firms())
    (row,) = [r for r in rows if (r.accuser, r.accused) == ("company:microsoft", "state:CN")]
    assert row.accuser_name == "Microsoft"
    told = ask.cell(examples, row.accuser, row.accused)
    assert len(told) == row.accuses + row.denies + row.acts + row.not_taken
    assert all("company:microsoft" in one.claimant_ids for one in told)
    assert ask.vendor_accusations(examples, by="Microsoft", of="China") == (row,)
    assert ask.vendor_accusations(examples, until="2000") == ()
