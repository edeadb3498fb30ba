"""Records read by several processes: the same results in the same order as by one."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from vidocq.acquire.record import Form, Record
from vidocq.corpus.pool import AHEAD, batches, read_records
from vidocq.corpus.work import Result, Work, do
from vidocq.model import ErrorKind, Reading, Unreadable

CLAIM = "The United States blamed Russia for the SolarWinds hack."


def line(number: int, text: str) -> Record:
    data = json.dumps({"id": str(number), "text": text}).encode()
    return Record(form=Form.LINE, id=str(number), source=f"a.jsonl#{number}", data=data)


def many(count: int, **special: str) -> list[Record | Unreadable]:
    """Reports, every third with a claim; ``n7="CRASH"`` is the words of the seventh."""
    return [
        line(n, special.get(f"n{n}") or (CLAIM if n % 3 == 0 else f"It rained on day {n}."))
        for n in range(count)
    ]


def ids(results: list[Result]) -> list[str]:
    return [one.document.id if isinstance(one, Reading) else one.id for one in results]


def by_one(records: list[Record | Unreadable], work: Work) -> list[Result]:
    return do(records, work, lambda _: None).results


def by_two(records: list[Record | Unreadable], work: Work, seconds: float = 60) -> list[Result]:
    done = list(read_records(iter(records), work, jobs=2, seconds=seconds))
    assert sum(one.records for one in done) == len(records)
    return [result for one in done for result in one.results]


def test_two_processes_give_what_one_gives_in_order() -> None:
    records = many(400)
    records[5] = Unreadable(id="5", source="x", kind=ErrorKind.EMPTY, message="it is empty")
    assert by_two(records, Work()) == by_one(records, Work())


def test_what_the_first_look_rules_out_is_passed_over_and_counted() -> None:
    done = list(read_records(iter(many(90)), Work(relevant=True), jobs=2))
    assert sum(one.passed for one in done) == 60
    assert ids([r for one in done for r in one.results]) == [str(n) for n in range(0, 90, 3)]


def page(number: int, words: str) -> Record:
    data = f"<html><body><script>hack()</script><article><p>{words}</p></article></body></html>"
    return Record(
        form=Form.BYTES,
        id=str(number),
        source=f"a.warc#{number}",
        data=data.encode(),
        media_type="text/html",
    )


def test_a_page_is_taken_apart_only_where_its_words_may_make_a_claim() -> None:
    pages = [page(0, "It rained in Brest, and the minister came."), page(1, CLAIM)]
    done = do(pages, Work(relevant=True), lambda _: None)
    assert (done.passed, ids(done.results)) == (1, ["1"])
    [(_, reading)] = done.readings
    assert reading.claims


FAULTY = Work(by="tests.corpus.faulty:results")


def test_a_document_that_crashes_its_worker_is_set_aside() -> None:
    records = many(200, n0="CRASH", n70="CRASH", n71="CRASH", n199="CRASH")
    results = by_two(records, FAULTY)
    assert ids(results) == [str(n) for n in range(200)]
    aside = [one for one in results if isinstance(one, Unreadable)]
    assert ids(list(aside)) == ["0", "70", "71", "199"]
    assert {one.kind for one in aside} == {ErrorKind.INTERNAL}
    assert "a.jsonl#70: ended the process that read it" in aside[1].message


def test_a_document_that_hangs_is_set_aside() -> None:
    results = by_two(many(100, n30="HANG"), FAULTY, seconds=8)
    assert ids(results) == [str(n) for n in range(100)]
    [aside] = [one for one in results if isinstance(one, Unreadable)]
    assert (aside.id, aside.kind) == ("30", ErrorKind.TIMEOUT)


def test_no_more_is_taken_from_the_source_than_is_worked_on() -> None:
    taken = 0

    def source() -> Iterator[Record | Unreadable]:
        nonlocal taken
        for record in many(3000):
            taken += 1
            yield record

    reading = read_records(source(), Work(), jobs=1)
    first = next(reading)
    assert taken <= (AHEAD + 1) * first.records
    reading.close()


@pytest.mark.parametrize("count", [0, 1, 64, 65, 1000])
def test_batches_hold_all_records_in_order(count: int) -> None:
    records = many(count)
    assert [one for batch in batches(records) for one in batch] == records
