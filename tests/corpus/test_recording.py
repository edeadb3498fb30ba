"""Parts recorded and noted on their way: what is taken is recorded, what is recorded is not redone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.corpus.test_pool import many
from vidocq.corpus.journal import Journal, JournalMismatch
from vidocq.corpus.recording import recorded
from vidocq.corpus.work import Done, Work, do
from vidocq.model import Reading


def parts(first: int = 0) -> Iterator[Done]:
    records = many(50)
    for start in range(first, 50, 10):
        yield do(records[start : start + 10], Work(relevant=True), lambda _: None)


def test_a_part_is_recorded_before_it_is_taken() -> None:
    there: list[Reading] = []

    def record(readings: list[Reading], *, packed: Mapping[bytes, bytes]) -> None:
        there.extend(readings)

    for part in recorded(parts(), record, None):
        assert {id(one) for _, one in part.readings} <= {id(one) for one in there}
    assert len(there) == 17


def test_what_was_taken_is_not_done_again(tmp_path: Path) -> None:
    file = tmp_path / "journal"
    taken = recorded(parts(), None, Journal(file, ["a"]))
    first, second = next(taken), next(taken)
    journal = Journal(file, ["a"])
    assert journal.done == 10, "the second was given and not yet taken for done"
    rest = list(recorded(parts(journal.done), None, journal))
    assert rest[0] == second
    assert sum(one.records for one in [first, *rest]) == 50
    assert Journal(file, ["a"]).done == 50


def test_a_journal_of_other_inputs_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "journal"
    Journal(file, ["a"]).advance(3)
    with pytest.raises(JournalMismatch, match="other inputs"):
        Journal(file, ["b"])
    file.write_text("{}")
    with pytest.raises(JournalMismatch, match="no journal"):
        Journal(file, ["a"])
