"""Tables: a row a claim, a row a claim and source, coded incidents; read back by other programs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.reports import APT31, claim, document, entity
from vidocq.ask import EmptyRecord, UnknownName
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import Predicate, Reading
from vidocq.share import Selection
from vidocq.share.tables.schema import Table, columns
from vidocq.share.tables.writing import table_as_csv, table_as_parquet


def rows(
    ledger: Ledger, table: Table = Table.CLAIMS, selection: Selection | None = None
) -> list[dict[str, str]]:
    file = io.BytesIO()
    number = table_as_csv(ledger, file, selection, table=table)
    found = list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8"), newline="")))
    assert len(found) == number
    return found


def test_a_claim_is_a_row_with_who_says_it_and_in_which_words(small: Ledger) -> None:
    first, *_ = rows(small)
    assert first["predicate"] == "attributed-to"
    assert first["subject_name"] == "Microsoft Exchange hack"
    assert (first["object"], first["object_name"]) == ("state:CN", "China")
    assert first["claimants"] == "agency:us-white-house | agency:uk-ncsc | bloc:eu"
    assert first["claimant_states"] == "US | GB | eu"
    assert first["speakers"].split(" | ")[0] == "a senior official"
    assert first["quote"].startswith("The White House, the NCSC and the EU blame China")
    assert first["told_on"] == "2021-07-19"


def test_a_claim_and_source_is_a_row_in_the_other_table(small: Ledger) -> None:
    first = rows(small)[0]["claim"]
    of_it = [row for row in rows(small, Table.SOURCES) if row["claim"] == first]
    assert [(row["role"], row["source"]) for row in of_it] == [
        ("claimant", "agency:us-white-house"),
        ("claimant", "agency:uk-ncsc"),
        ("claimant", "bloc:eu"),
        ("document", "statement.txt"),
    ]


def test_an_outlet_is_a_source_too(small: Ledger) -> None:
    assert ("via", "company:afp") in {
        (row["role"], row["source"]) for row in rows(small, Table.SOURCES)
    }


@pytest.mark.parametrize(
    ("selection", "number"),
    [
        (Selection(), 6),
        (Selection(actor="APT31"), 1),
        (Selection(state="Chine"), 3),
        (Selection(incident="exchange"), 4),
        (Selection(incident="exchange", actor="APT40"), 1),
        (Selection(since="2021-07-20"), 2),
        (Selection(until="2021-07-19"), 4),
        (Selection(state="China", since="2021-07-20", until="2021-07-20"), 1),
    ],
)
def test_a_selection_takes_a_part(small: Ledger, selection: Selection, number: int) -> None:
    assert len(rows(small, selection=selection)) == number


def test_as_of_tells_what_the_record_held_then(small: Ledger) -> None:
    before = rows(small)
    [apt31] = [row for row in before if row["subject"] == "group:apt31"]
    moment = max(one.recorded_at for one in small.claims())
    small.retract(apt31["claim"], by="a person", reason="misread")
    assert len(rows(small)) == len(before) - 1
    assert rows(small, selection=Selection(as_of=moment)) == before


def test_a_name_that_means_nothing_is_told(small: Ledger) -> None:
    with pytest.raises(UnknownName, match="Nobody Spider"):
        rows(small, selection=Selection(actor="Nobody Spider"))


def test_the_columns_are_those_documented(small: Ledger) -> None:
    small.decide("distinct", "group:apt31", "group:apt40", by="an analyst")
    for table in Table:
        assert list(rows(small, table)[0]) == [column.name for column in columns(table)]


def test_every_column_is_in_the_docs(repository: Path) -> None:
    page = (repository / "docs" / "interchange.md").read_text(encoding="utf-8")
    missing = [
        f"{table}.{column.name}"
        for table in Table
        for column in columns(table)
        if f"| `{column.name}` |" not in page
    ]
    assert missing == []


def test_words_that_a_spreadsheet_would_run_are_marked(empty_ledger: Ledger) -> None:
    words = "=HYPERLINK(0) APT31 struck, it said."
    told = document(words, title="@SUM(1)")
    empty_ledger.record(
        [Reading(document=told, claims=(claim(told, words, Predicate.TARGETS, APT31),))],
        extractor="by hand",
    )
    [row] = rows(empty_ledger)
    assert row["quote"] == "'" + words
    assert row["title"] == "'@SUM(1)"


# Coded incidents -----------------------------------------------------------------------------


def test_an_attribution_is_a_row_of_the_coded_incidents(small: Ledger) -> None:
    coded = rows(small, Table.INCIDENTS)
    ncsc = next(row for row in coded if row["attributing_actor"] == "agency:uk-ncsc")
    assert ncsc["incident"] == "incident:exchange-2021"
    assert ncsc["initiator"] == "state:CN"
    assert ncsc["initiator_country"] == "CN"
    assert ncsc["initiator_category"] == "state"
    assert ncsc["attributing_country"] == "GB"
    assert ncsc["attribution_date"] == "2021-07-19"
    assert ncsc["attribution_type"] == "political statement"
    assert ncsc["attribution_basis"] == "other state"
    assert ncsc["settled"] == "contested"
    assert ncsc["denied_by"] == "China"


def test_a_vendor_is_a_technical_report_and_a_denial_the_attackers_word(small: Ledger) -> None:
    coded = rows(small, Table.INCIDENTS)
    microsoft = next(row for row in coded if row["attributing_actor"] == "company:microsoft")
    assert microsoft["attribution_type"] == "technical report"
    assert microsoft["initiator_category"] == "non-state group"
    denial = next(row for row in coded if row["polarity"] == "denied")
    assert (denial["attributing_actor"], denial["attribution_basis"]) == ("state:CN", "attacker")


def test_charges_and_condemnations_are_responses(examples: Ledger) -> None:
    coded = rows(examples, Table.INCIDENTS, Selection(incident="Kaseya"))
    assert any("indicts" in row["legal_response"] for row in coded)
    assert any(row["legal_response_dates"].startswith("2021-11-08") for row in coded)


def test_a_group_that_claims_its_own_attack(empty_ledger: Ledger) -> None:
    words = "Killnet claimed the attack on the airport of Brest."
    told = document(words, published="2022-11-01")
    killnet = entity("group:killnet", "Killnet")
    attack = entity("incident:airport-2022", "the attack")
    empty_ledger.record(
        [
            Reading(
                document=told,
                claims=(
                    claim(told, words, Predicate.ATTRIBUTED_TO, attack, killnet, (killnet,)),
                    claim(told, words, Predicate.TARGETS, attack, entity("sector:aviation")),
                ),
            )
        ],
        extractor="by hand",
    )
    [row] = rows(empty_ledger, Table.INCIDENTS)
    assert (row["attribution_type"], row["attribution_basis"]) == ("self-claim", "attacker")
    assert row["receiver_categories"] == "aviation"
    assert row["settled"] == "settled"


def test_one_event_under_two_ids_is_one_incident(empty_ledger: Ledger) -> None:
    port = entity("organisation:port-of-brest", "the port of Brest")
    readings = []
    for number, id in enumerate(("incident:port-hack", "incident:attack-on-brest")):
        words = f"APT31 hacked the port of Brest, report {number} says."
        told = document(words, id=f"report-{number}", published=f"2023-03-1{number}")
        deed = entity(id, "the hack")
        readings.append(
            Reading(
                document=told,
                claims=(
                    claim(told, words, Predicate.ATTRIBUTED_TO, deed, APT31),
                    claim(told, words, Predicate.TARGETS, deed, port),
                ),
            )
        )
    empty_ledger.record(readings, extractor="by hand")
    [row] = rows(empty_ledger, Table.INCIDENTS)
    assert {row["incident"], row["merged"]} == {"incident:port-hack", "incident:attack-on-brest"}
    assert (row["claims"], row["receiver_names"]) == ("2", "the port of Brest")
    empty_ledger.decide("distinct", "incident:port-hack", "incident:attack-on-brest", by="a person")
    assert len(rows(empty_ledger, Table.INCIDENTS)) == 2


# Decisions of persons ------------------------------------------------------------------------


def test_a_decision_is_a_row_with_who_undid_it(small: Ledger) -> None:
    made = small.decide("same", "group:apt31", "group:zirconium", by="an analyst", reason="=May")
    small.undo(made.id, by="another")
    small.decide("distinct", "group:apt31", "group:zirconium", by="another")
    first, second = rows(small, Table.DECISIONS)
    assert (first["says"], first["one_name"], first["other_name"]) == ("same", "APT31", "Zirconium")
    assert (first["decided_by"], first["reason"], first["undone_by"]) == (
        "an analyst",
        "'=May",
        "another",
    )
    assert first["decided_at"] < first["undone_at"] < second["decided_at"]
    assert (second["says"], second["undone_by"]) == ("distinct", "")


def test_decisions_of_a_part_are_on_the_names_that_it_speaks_of(small: Ledger) -> None:
    small.decide("same", "group:apt31", "group:zirconium", by="an analyst")
    small.decide("same", "group:nobody", "group:no-one", by="an analyst")
    [row] = rows(small, Table.DECISIONS, Selection(actor="APT31"))
    assert row["other"] == "group:zirconium"
    assert len(rows(small, Table.DECISIONS)) == 2


# Other programs ------------------------------------------------------------------------------


def parquet(ledger: Ledger, path: Path, table: Table = Table.CLAIMS) -> str:
    with path.open("wb") as file:
        table_as_parquet(ledger, file, table=table)
    return str(path)


def test_parquet_has_the_same_rows_with_types(examples: Ledger, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    for table in Table:
        read: list[dict[str, Any]] = pq.read_table(
            parquet(examples, tmp_path / f"{table}.parquet", table)
        ).to_pylist()
        as_text = rows(examples, table)
        assert len(read) == len(as_text) > 0
        for column in columns(table):
            if column.type == "number":
                assert [str(r[column.name] or "") for r in read] == [
                    "" if r[column.name] == "0" else r[column.name] for r in as_text
                ]
    claims = pq.read_table(parquet(examples, tmp_path / "claims.parquet")).to_pylist()
    assert [r["quote"] for r in claims] == [c.claim.quote for c in in_order(examples)]


def in_order(ledger: Ledger) -> list[Any]:
    by_id = {stored.id: stored for stored in ledger.claims()}
    return [by_id[row["claim"]] for row in rows(ledger)]


def test_duckdb_reads_both_as_they_are(examples: Ledger, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    path = tmp_path / "claims.csv"
    with path.open("wb") as file:
        number = table_as_csv(examples, file)
    stored = parquet(examples, tmp_path / "claims.parquet")
    ask = "SELECT count(*), count(DISTINCT claim), sum(quote_end - quote_start) FROM "
    [from_csv] = duckdb.sql(f"{ask} read_csv('{path}')").fetchall()
    [from_parquet] = duckdb.sql(f"{ask} read_parquet('{stored}')").fetchall()
    assert from_csv == from_parquet
    assert from_parquet[0] == number
    accusers = duckdb.sql(
        f"SELECT DISTINCT unnest(claimants) FROM read_parquet('{stored}') WHERE accused = 'CN'"
    ).fetchall()
    assert ("bloc:nato",) in accusers or ("bloc:eu",) in accusers


def test_pandas_reads_both_as_they_are(examples: Ledger, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    path = tmp_path / "claims.csv"
    with path.open("wb") as file:
        number = table_as_csv(examples, file)
    frame = pandas.read_csv(path)
    again = pandas.read_parquet(parquet(examples, tmp_path / "claims.parquet"))
    assert len(frame) == len(again) == number
    assert list(frame["claim"]) == list(again["claim"])


def test_a_record_without_claims_is_told(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "quiet.sqlite")) as ledger:
        ledger.record([Reading(document=document("It rained."))], extractor="by hand")
        with pytest.raises(EmptyRecord):
            rows(ledger)


def test_nothing_said_in_the_time_asked_gives_a_table_without_rows(small: Ledger) -> None:
    for table in Table:
        assert rows(small, table, Selection(since="2030")) == []
