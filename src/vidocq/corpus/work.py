"""What is done with one record, and what came of some: the same in this process, a worker or a cluster."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import msgspec

from vidocq.acquire.items import items_of
from vidocq.acquire.limits import Limits
from vidocq.acquire.record import Form, Record
from vidocq.ledger.packing import packed
from vidocq.model import Document, ErrorKind, Reading, Unreadable

Result = Reading | Unreadable


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """How records are read. ``relevant``: documents that the first look rules out are passed over, not
    given. ``rules_only``: as in `vidocq.claims.read`. ``pack``: texts are packed for a ledger too. ``by`` names the function that does it
    (``module:function``), for tests."""

    language: str | None = None
    published: str | None = None
    relevant: bool = False
    rules_only: bool = False
    pack: bool = False
    allow_private_addresses: bool = False
    limits: Limits = Limits()
    by: str = "vidocq.corpus.work:results_of"


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of ``records`` records: readings and refusals, each with its place among all results of
    them, how many documents were ``passed`` over, and ``packed`` texts by their digest in a ledger."""

    records: int
    readings: tuple[tuple[int, Reading], ...] = ()
    refusals: tuple[tuple[int, Unreadable], ...] = ()
    passed: int = 0
    packed: dict[bytes, bytes] = {}

    @property
    def results(self) -> list[Result]:
        """All results in order."""
        ordered: list[tuple[int, Result]] = [*self.readings, *self.refusals]
        return [result for _, result in sorted(ordered, key=lambda one: one[0])]


def results_of(record: Record | Unreadable, work: Work) -> Iterator[Result | None]:
    """What is read in a record; None for a document that was passed over.

    Where irrelevant documents are passed over, a page of which not even all its words could make a
    claim is not taken apart, for that costs a hundred times the look.
    """
    if work.relevant and isinstance(record, Record) and _passed_as_page(record):
        yield None
        return
    for item in items_of(
        record,
        limits=work.limits,
        allow_private_addresses=work.allow_private_addresses,
        published=work.published,
    ):
        yield item if isinstance(item, Unreadable) else read_document(item, work)


_PAGES = ("text/html", "application/xhtml+xml")


def _passed_as_page(record: Record) -> bool:
    from vidocq.acquire.crude import crude_text
    from vidocq.claims.look import text_may_claim

    if record.form is not Form.BYTES or record.media_type not in _PAGES:
        return False
    words = crude_text(record.data, record.charset)
    return words is not None and not text_may_claim(words)


def read_document(document: Document, work: Work) -> Result | None:
    """The document's reading, its fault, or None where it is passed over: the first look costs less than to find out
    a language and to have its words there, but where an answer is wanted both are needed, and the reader tells as soon."""
    from vidocq.claims import read
    from vidocq.claims.look import may_claim

    try:
        if work.relevant and not may_claim(document):
            return None
        return read(document, language=work.language, rules_only=work.rules_only)
    except Exception as fault:
        return fault_in(document, fault)


def do(records: Sequence[Record | Unreadable], work: Work, begin: Callable[[int], None]) -> Done:
    """Read some records; ``begin`` is told the number of each before it is begun."""
    module, _, name = work.by.partition(":")
    each = getattr(import_module(module), name)
    readings: list[tuple[int, Reading]] = []
    refusals: list[tuple[int, Unreadable]] = []
    texts: dict[bytes, bytes] = {}
    passed = place = 0
    for number, record in enumerate(records):
        begin(number)
        for result in each(record, work):
            if result is None:
                passed += 1
            elif isinstance(result, Reading):
                readings.append((place, result))
                if work.pack and (text := packed(result.document)):
                    texts[text[0]] = text[1]
            else:
                refusals.append((place, result))
            place += 1
    return Done(
        records=len(records),
        readings=tuple(readings),
        refusals=tuple(refusals),
        passed=passed,
        packed=texts,
    )


def joined(parts: Sequence[Done]) -> Done:
    """What came of some records after the other, as one."""
    if len(parts) == 1:
        return parts[0]
    results = [result for part in parts for result in part.results]
    return Done(
        records=sum(part.records for part in parts),
        readings=tuple((i, r) for i, r in enumerate(results) if isinstance(r, Reading)),
        refusals=tuple((i, r) for i, r in enumerate(results) if isinstance(r, Unreadable)),
        passed=sum(part.passed for part in parts),
        packed=dict(text for part in parts for text in part.packed.items()),
    )


def fault_in(document: Document, fault: Exception) -> Unreadable:
    """A fault of the program while reading a document, with the place where it arose."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return Unreadable(
        id=document.id,
        source=document.source,
        kind=ErrorKind.INTERNAL,
        message=f"{document.source}: a fault of the program while reading it: "
        f"{type(fault).__name__}: {fault}{place}; "
        "the other documents are not affected, please report it",
    )
