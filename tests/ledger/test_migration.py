"""From an older schema to this one, by steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, inspect
from sqlalchemy.engine.interfaces import ReflectedIndex

from tests.ledger import older
from tests.ledger import reports as r
from vidocq.ledger import Ledger, LedgerError, LedgerFault, open_ledger, query
from vidocq.ledger.backend import Backend, choose, reading
from vidocq.ledger.codes import VOCABULARIES
from vidocq.ledger.keys import CROWD
from vidocq.ledger.migration import MIGRATIONS, Migration, bring_up_to_date
from vidocq.ledger.records import Voice
from vidocq.ledger.schema import SCHEMA_VERSION
from vidocq.model import Confidence, EntityType, Likelihood, Polarity, Predicate, Reading


def _run(sql: str) -> Callable[[Connection, Backend], None]:
    def apply(connection: Connection, _: Backend) -> None:
        connection.exec_driver_sql(sql)

    return apply


STEPS = (
    Migration(
        SCHEMA_VERSION + 1,
        "a note on each decision",
        _run("ALTER TABLE decision ADD note TEXT"),
    ),
    Migration(
        SCHEMA_VERSION + 2,
        "every note says something",
        _run("UPDATE decision SET note = 'none'"),
    ),
)


def test_steps_are_taken_in_order_and_once(address: str) -> None:
    with open_ledger(address) as ledger:
        ledger.record(r.ALL, extractor=r.EXTRACTOR)
        ledger.decide("same", "group:a", "group:b", by="Ada")
    backend = choose(address, read_only=False)
    for _ in range(2):
        bring_up_to_date(backend, newest=SCHEMA_VERSION + 2, steps=STEPS)
    with reading(backend) as connection:
        assert connection.exec_driver_sql("SELECT note FROM decision").scalars().all() == ["none"]
    backend.engine.dispose()

    with pytest.raises(LedgerError) as caught:
        open_ledger(address)
    assert caught.value.kind is LedgerFault.NEWER_SCHEMA


def test_a_step_that_fails_leaves_the_older_ledger_whole(address: str) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("half way")

    with open_ledger(address) as ledger:
        ledger.record(r.ALL, extractor=r.EXTRACTOR)
        before = list(ledger.dump())
    backend = choose(address, read_only=False)
    steps = (STEPS[0], Migration(SCHEMA_VERSION + 2, "fails", fail))
    with pytest.raises(RuntimeError):
        bring_up_to_date(backend, newest=SCHEMA_VERSION + 2, steps=steps)
    backend.engine.dispose()
    with open_ledger(address) as ledger:
        assert list(ledger.dump()) == before


def test_a_ledger_of_the_second_schema_loses_nothing(address: str) -> None:
    with open_ledger(address) as ledger:
        ledger.record(r.ALL, extractor=r.EXTRACTOR)
        before = list(ledger.dump(moments=True))
        found = [hit.document.name for hit in ledger.search("exchange", limit=9)]
        older.make_second(ledger)
    with open_ledger(address) as ledger:
        assert list(ledger.dump(moments=True)) == before
        assert ledger.check() == []
        assert [hit.document.name for hit in ledger.search("exchange", limit=9)] == found
        with reading(ledger.backend) as connection:
            tables = inspect(connection)
            assert "statement_id" not in {one["name"] for one in tables.get_indexes("statement")}
            if ledger.backend.name == "postgresql":
                assert tables.get_foreign_keys("statement") == []
        later = r.document("The exchange was hacked again.", id="later")
        ledger.record([Reading(document=later)], extractor=r.EXTRACTOR)
        assert len(ledger.search("exchange", limit=9)) == len(found) + 1


@pytest.mark.parametrize("make_older", [older.make_third, older.make_sixth])
def test_a_ledger_without_an_index_of_edges_gets_it(
    address: str, make_older: Callable[[Ledger], None]
) -> None:
    def told() -> list[tuple[object, ...]]:
        with open_ledger(address) as ledger, reading(ledger.backend) as connection:
            return [
                (one["name"], one["column_names"], _condition(one))
                for one in inspect(connection).get_indexes("edge")
            ]

    def _condition(index: ReflectedIndex) -> str:
        return " ".join(str(one) for one in index.get("dialect_options", {}).values())

    new = told()
    with open_ledger(address) as ledger:
        make_older(ledger)
        with reading(ledger.backend) as connection:
            assert len(inspect(connection).get_indexes("edge")) < len(new)
    assert sorted(told(), key=str) == sorted(new, key=str)
    assert any("predicate" in str(condition) for _, _, condition in new)


def test_a_ledger_of_the_fourth_schema_is_walked_in_its_indexes(address: str) -> None:
    def indexes() -> list[str]:
        with open_ledger(address) as ledger, reading(ledger.backend) as connection:
            return sorted(connection.exec_driver_sql(_INDEXES[ledger.backend.name]).scalars())

    new = indexes()
    with open_ledger(address) as ledger:
        ledger.record(r.ALL, extractor=r.EXTRACTOR)
        before = list(ledger.dump(moments=True))
        older.make_fourth(ledger)
        with reading(ledger.backend) as connection:
            old = sorted(connection.exec_driver_sql(_INDEXES[ledger.backend.name]).scalars())
        assert old != new
    assert indexes() == new
    with open_ledger(address) as ledger:
        assert list(ledger.dump(moments=True)) == before
        assert ledger.check() == []


def test_a_ledger_of_the_fifth_schema_names_its_claimants(address: str) -> None:
    def held() -> tuple[list[str], list[tuple[bytes, str | None]]]:
        with open_ledger(address) as ledger, reading(ledger.backend) as connection:
            indexes = connection.exec_driver_sql(_INDEXES[ledger.backend.name]).scalars()
            named = connection.exec_driver_sql("SELECT id, said_by FROM statement ORDER BY key")
            return sorted(indexes), [(bytes(id), said_by) for id, said_by in named]

    with open_ledger(address) as ledger:
        ledger.record([*r.ALL, r.crowded(200)], extractor=r.EXTRACTOR)
        before = list(ledger.dump(moments=True))
        voices = _voices_then(ledger)
    new = held()
    assert {None, CROWD} < {said_by for _, said_by in new[1]}
    with open_ledger(address) as ledger:
        older.make_fifth(ledger)
    assert held() == new
    with open_ledger(address) as ledger:
        assert list(ledger.dump(moments=True)) == before
        assert ledger.check() == []
        assert _voices_then(ledger) == voices
        later = r.document("Spain says that China hacked it.", id="later")
        ledger.record([Reading(document=later)], extractor=r.EXTRACTOR)
        assert ledger.check() == []


def _voices_then(ledger: Ledger) -> list[Voice]:
    with ledger.snapshot() as at:
        last = query.newest(at, by="recorded", limit=1)[0].recorded_at
        return query.voices(at, [id for id, _ in query.entities(at)], as_of=last, limit=500)


_INDEXES = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT indexdef FROM pg_indexes WHERE tablename IN ('statement', 'claimant')",
}


def test_an_older_ledger_that_may_only_be_read_is_told(address: str) -> None:
    open_ledger(address).close()
    backend = choose(address, read_only=True)
    with pytest.raises(LedgerError) as caught:
        bring_up_to_date(backend, newest=SCHEMA_VERSION + 2, steps=STEPS)
    backend.engine.dispose()
    assert caught.value.kind is LedgerFault.OLDER_SCHEMA


def test_the_steps_lead_to_the_version_of_the_tables() -> None:
    versions = [step.version for step in MIGRATIONS]
    assert versions == list(range(2, SCHEMA_VERSION + 1))


def test_every_word_of_the_vocabularies_has_one_number() -> None:
    for kind, words in {
        "entity_type": EntityType,
        "predicate": Predicate,
        "polarity": Polarity,
        "confidence": Confidence,
        "likelihood": Likelihood,
    }.items():
        codes = VOCABULARIES[kind]
        assert set(codes) == set(words)
        assert len(set(codes.values())) == len(codes)
