"""Many inputs, one after another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vidocq.cli.reading import BATCH, read_each, record_each
from vidocq.model import Document, ErrorKind, Reading, Unreadable

EMPTY = Unreadable(id="empty", source="empty.txt", kind=ErrorKind.EMPTY, message="it is empty")


def documents(number: int) -> list[Document]:
    return [Document.from_text(f"Report {n}.", id=str(n)) for n in range(number)]


def read(document: Document) -> Reading:
    if document.id == "1":
        raise ValueError("no such rule")
    return Reading(document=document)


def test_a_fault_in_one_document_stops_no_other() -> None:
    results = list(read_each([*documents(3), EMPTY], read))
    assert [type(r) for r in results] == [Reading, Unreadable, Reading, Unreadable]
    fault = results[1]
    assert isinstance(fault, Unreadable) and fault.kind is ErrorKind.INTERNAL
    assert "ValueError: no such rule (test_reading.py:" in fault.message
    assert fault.message.startswith("text: "), "it names the source of the document"
    assert results[3] is EMPTY


def test_documents_are_read_one_at_a_time_as_they_come() -> None:
    taken: list[str] = []

    def inputs() -> Iterator[Document]:
        for document in documents(5):
            taken.append(document.id)
            yield document

    next(read_each(inputs(), read))
    assert taken == ["0"]


def test_readings_are_recorded_in_batches_and_unreadable_inputs_are_not() -> None:
    batches: list[list[Reading]] = []
    readings = [Reading(document=d) for d in documents(BATCH + 5)]
    passed = list(record_each([EMPTY, *readings], batches.append))
    assert passed == [EMPTY, *readings]
    assert [len(batch) for batch in batches] == [BATCH, 5]
    assert [*batches[0], *batches[1]] == readings


def test_what_was_handed_on_is_recorded_when_the_reader_leaves() -> None:
    batches: list[list[Reading]] = []
    readings = [Reading(document=d) for d in documents(5)]
    results = record_each(readings, batches.append)
    taken = [next(results), next(results)]
    results.close()
    assert batches == [taken]


def test_a_ledger_that_fails_is_asked_once() -> None:
    asked: list[int] = []

    def record(batch: list[Reading]) -> None:
        asked.append(len(batch))
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        list(record_each([Reading(document=d) for d in documents(BATCH + 5)], record))
    assert asked == [BATCH]
