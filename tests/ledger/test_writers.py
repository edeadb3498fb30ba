"""Two processes that write at once: nothing lost, nothing double."""

from __future__ import annotations

import importlib
import multiprocessing
from pathlib import Path

import pytest

from tests.databases import NewLedger
from vidocq.ledger import open_ledger, query
from vidocq.model import Reading


def _record(address: str, readings: list[Reading], portion: int) -> None:
    with open_ledger(address) as ledger:
        for start in range(0, len(readings), portion):
            ledger.record(readings[start : start + portion], extractor="vidocq 1")


def test_two_writers_at_once_record_what_one_would(
    new_ledger: NewLedger, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(repository / "bench"))
    readings = list(importlib.import_module("ledger_generate").World(3).readings(90))
    alone, shared = new_ledger(), new_ledger()
    _record(alone, readings, 90)

    fork = multiprocessing.get_context("fork")
    # Each has thirty documents of its own and shares thirty with the other, in the opposite order.
    writers = [
        fork.Process(target=_record, args=(shared, part, portion))
        for part, portion in ((readings[:60], 3), (readings[:29:-1], 4))
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]

    with open_ledger(alone) as one, open_ledger(shared) as two:
        assert list(two.dump()) == list(one.dump())
        assert two.check() == []
        with two.snapshot() as at:
            tallied = at.connection.exec_driver_sql("SELECT sum(claims) FROM edge").scalar_one()
        assert tallied == sum(len(set(reading.claims)) for reading in readings)


def test_a_reader_sees_one_state_while_another_writes(new_ledger: NewLedger) -> None:
    from tests.ledger import reports as r

    address = new_ledger()
    with open_ledger(address) as reader, open_ledger(address) as writer:
        writer.record([r.STATEMENT_READ], extractor="vidocq 1")
        stream = reader.claims()
        first = next(stream)
        writer.record([Reading(document=r.STATEMENT), r.DENIAL_READ], extractor="vidocq 2")
        rest = list(stream)
        assert {one.document for one in (first, *rest)} == {r.STATEMENT.sha256}
        assert 1 + len(rest) == 4
        assert [one.document for one in reader.claims()] == [r.DENIAL.sha256]


def test_questions_of_one_snapshot_see_one_state(new_ledger: NewLedger) -> None:
    from tests.ledger import reports as r

    address = new_ledger()
    with open_ledger(address) as reader, open_ledger(address) as writer:
        writer.record([r.STATEMENT_READ], extractor="vidocq 1")
        with reader.snapshot() as at:
            before = query.newest(at)
            writer.record([r.DENIAL_READ], extractor="vidocq 1")
            assert query.newest(at) == before
        with reader.snapshot() as at:
            assert len(query.newest(at)) > len(before)


def test_who_only_reads_keeps_the_connection_and_sees_what_another_records(
    new_ledger: NewLedger,
) -> None:
    from tests.ledger import reports as r

    address = new_ledger()
    with open_ledger(address) as writer:
        writer.record([r.STATEMENT_READ], extractor="vidocq 1")
        with open_ledger(address, read_only=True) as reader:
            before = len(list(reader.claims()))
            with reader.snapshot() as at:
                first = at.connection.connection.dbapi_connection
            writer.record([r.DENIAL_READ], extractor="vidocq 1")
            with reader.snapshot() as at:
                assert at.connection.connection.dbapi_connection is first
            assert len(list(reader.claims())) > before
