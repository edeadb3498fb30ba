"""Large parts of the record, on both databases: document by document, assertion by assertion."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.ledger.reports import ALL, CHINA, DENIAL, EXCHANGE, STATEMENT
from vidocq.ledger import ClaimFilter, Ledger, open_ledger, query
from vidocq.ledger.sqlite import WALK_KILOBYTES
from vidocq.model import EntityType, Polarity, Predicate


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.record(ALL, extractor="by hand")
    return ledger


def test_documents_come_with_their_claims_in_the_order_of_the_text(filled: Ledger) -> None:
    with filled.snapshot() as at:
        told = list(query.by_document(at, ClaimFilter(), texts=True))
    assert [document.name for document, _ in told] == ["statement", "dementi", "other"]
    document, claims = told[0]
    assert document.text == STATEMENT.text
    assert [one.claim.span.start for one in claims] == sorted(
        one.claim.span.start for one in claims
    )
    assert {one.document for one in claims} == {document.sha256}


def test_a_filter_leaves_documents_without_its_claims_out(filled: Ledger) -> None:
    with filled.snapshot() as at:
        [(document, claims)] = query.by_document(at, ClaimFilter(polarity=Polarity.DENIED))
    assert document.sha256 == DENIAL.sha256
    assert [one.claim.polarity for one in claims] == ["denied"]


def test_an_assertion_is_told_once_with_its_denial_behind_it(filled: Ledger) -> None:
    filled.record([ALL[1], ALL[0]], extractor="by hand")
    with filled.snapshot() as at:
        told = [
            one
            for one in query.assertions(at, ClaimFilter(events=(EXCHANGE.id,)))
            if one.object == CHINA.id
        ]
    assert [(str(one.polarity), one.claims) for one in told] == [("affirmed", 1), ("denied", 1)]
    assert told[0].predicate is Predicate.ATTRIBUTED_TO
    assert (told[0].first_day, told[0].last_day) == (20210719, 20210719)


def test_an_entity_is_told_once_with_the_places_where_claims_speak_of_it(filled: Ledger) -> None:
    with filled.snapshot() as at:
        told = list(query.appearances(at, ClaimFilter()))
    assert len({(one.id, one.type) for one in told}) == len(told)
    china = next(one for one in told if one.id == CHINA.id)
    assert china.speaks  # it denies
    assert china.subject_of == ()
    assert china.object_of == ((Predicate.ATTRIBUTED_TO, EntityType.INCIDENT),)
    assert Predicate.ATTRIBUTED_TO in next(o for o in told if o.id == EXCHANGE.id).subject_of


def test_a_filter_leaves_entities_out_that_its_claims_do_not_speak_of(filled: Ledger) -> None:
    with filled.snapshot() as at:
        told = list(query.appearances(at, ClaimFilter(polarity=Polarity.DENIED)))
    assert {one.id for one in told} == {EXCHANGE.id, CHINA.id, "company:afp"}


def test_who_reads_all_of_it_sorts_on_disk_and_maps_nothing(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "record.sqlite")) as ledger, ledger.snapshot(whole=True) as at:
        settings = {
            name: at.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("temp_store", "mmap_size", "cache_size")
        }
    assert settings == {"temp_store": 1, "mmap_size": 0, "cache_size": -WALK_KILOBYTES}


def test_entities_and_their_first_names(filled: Ledger) -> None:
    with filled.snapshot() as at:
        groups = list(query.entities_of(at, ClaimFilter(), (EntityType.GROUP,)))
        names = query.first_names(at, [*groups, CHINA.id, "group:nobody"])
    assert groups == ["group:apt31", "group:apt40"]
    assert names == {"group:apt31": "APT31", "group:apt40": "APT40", "state:CN": "China"}


def test_who_is_accused_and_what_changes_with_the_record(filled: Ledger) -> None:
    with filled.snapshot() as at:
        assert query.accused_parties(at) == ["CN"]
        before = query.state_of(at)
    filled.record(ALL, extractor="by hand")
    with filled.snapshot() as at:
        assert query.state_of(at) == before
    [stored, *_] = filled.claims()
    filled.retract(stored.id, by="a person", reason="misread")
    with filled.snapshot() as at:
        assert query.state_of(at) != before


def test_by_whom_documents_are_read(filled: Ledger) -> None:
    with filled.snapshot() as at:
        told = query.extractors_of(at, [STATEMENT.sha256, "0" * 64])
    assert told == {STATEMENT.sha256: "by hand"}


def test_every_export_reads_either_database(filled: Ledger) -> None:
    from vidocq.share.graphml import write_graphml
    from vidocq.share.stix import write_bundle
    from vidocq.share.tables.schema import Table
    from vidocq.share.tables.writing import table_as_csv

    assert write_bundle(filled, io.BytesIO(), texts=True) > 20
    assert write_graphml(filled, io.BytesIO()) == 6
    assert [table_as_csv(filled, io.BytesIO(), table=table) for table in Table] == [6, 13, 5, 0]
