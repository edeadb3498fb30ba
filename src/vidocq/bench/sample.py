"""What is measured of the inputs: a sample that takes a lap to read, the same for every way."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from vidocq.acquire import items_of, records_of
from vidocq.acquire.record import Form, Record
from vidocq.claims import read
from vidocq.corpus.work import fault_in
from vidocq.model import Document, Unreadable

MOST_RECORDS, MOST_BYTES = 10_000, 100_000_000
"""So far the inputs are looked through: a sample is drawn from that."""

OUR_TEXTS = Path(__file__).parent / "texts"
"""What is read where no input is named: short reports in six languages, half of them on other matters."""

UNKNOWN = "und"
"""Stands where no language was found out (ISO 639-2: undetermined)."""

Made = TypeVar("Made")


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """Records, and the documents that were made of them, in no order. A page of the web was fetched once: its record
    is its text. ``bytes`` are those of the records as they lie, ``text_bytes`` those of the documents' text in UTF-8.

    ``languages`` counts the documents by ISO 639-1 code, the most frequent first.
    ``drawn_from`` is how many records were looked through; ``whole`` says that the inputs hold no more.
    ``reading_seconds`` is what it took to read the documents once. ``unreadable`` is what gave no document.
    """

    records: tuple[Record, ...]
    documents: tuple[Document, ...]
    bytes: int
    text_bytes: int
    languages: dict[str, int]
    drawn_from: int
    whole: bool
    reading_seconds: float
    unreadable: tuple[Unreadable, ...]


def draw(
    inputs: Sequence[str],
    seconds: float,
    *,
    columns: Mapping[str, str] | None = None,
    allow_private_addresses: bool = False,
) -> Sample:
    """As many documents of the inputs as are made, and read, in so many seconds each; at least one, where there is one.

    Records are taken in an order that chance gave, the same in every run, so that the sample is mixed like the
    whole. Each is read once before it is timed: languages, names and models are loaded then.
    """
    records, unreadable, whole = _gathered(inputs, columns)
    random.Random(0).shuffle(records)
    kept: list[Record] = []
    documents: list[Document] = []
    languages: Counter[str] = Counter()
    making = reading = 0.0
    for record in records:
        if max(making, reading) >= seconds:
            break
        found, taken = _made(record, allow_private_addresses)
        making += taken
        unreadable += (one for one in found if isinstance(one, Unreadable))
        its = [one for one in found if isinstance(one, Document)]
        told, taken = _read(its)
        reading += taken
        if isinstance(told, Unreadable):
            unreadable.append(told)
            continue
        languages.update(told)
        if record.form is Form.ADDRESS:
            kept += map(_as_line, its)
            documents += its
        elif its:
            kept.append(record)
            documents += its
    return Sample(
        records=tuple(kept),
        documents=tuple(documents),
        bytes=sum(map(size_of, kept)),
        text_bytes=sum(len(one.text.encode("utf-8", "surrogatepass")) for one in documents),
        languages=dict(sorted(languages.items(), key=lambda one: (-one[1], one[0]))),
        drawn_from=len(records),
        whole=whole,
        reading_seconds=reading,
        unreadable=tuple(unreadable),
    )


def size_of(record: Record) -> int:
    """Its bytes as they lie in a file or in a collection."""
    return Path(record.source).stat().st_size if record.form is Form.FILE else len(record.data)


def _gathered(
    inputs: Sequence[str], columns: Mapping[str, str] | None
) -> tuple[list[Record], list[Unreadable], bool]:
    """Records, what is plainly not there or may not be read, and whether that is all of the inputs."""
    records: list[Record] = []
    unreadable: list[Unreadable] = []
    size = 0
    for record in records_of(inputs, columns=columns):
        if len(records) >= MOST_RECORDS or size >= MOST_BYTES:
            return records, unreadable, False
        if isinstance(record, Unreadable):
            unreadable.append(record)
        elif record.form is Form.FILE and not _may_be_read(record.source):
            # A file is else opened when its turn comes, and not all of them have a turn here.
            unreadable += (one for one in items_of(record) if isinstance(one, Unreadable))
        else:
            records.append(record)
            size += len(record.data)
    return records, unreadable, True


def _may_be_read(path: str) -> bool:
    try:
        return os.access(path, os.R_OK)
    except ValueError:  # a zero character in it
        return False


def _made(
    record: Record, allow_private_addresses: bool
) -> tuple[list[Document | Unreadable], float]:
    """What a record holds, and the seconds it took; what the network takes is not ours."""

    def make() -> list[Document | Unreadable]:
        return list(items_of(record, allow_private_addresses=allow_private_addresses))

    return (make(), 0.0) if record.form is Form.ADDRESS else _second_time(make)


def _read(documents: Sequence[Document]) -> tuple[list[str] | Unreadable, float]:
    """The languages of the documents, or the first fault of the program in reading them; and the seconds they took."""
    languages: list[str] = []
    total = 0.0
    for document in documents:
        try:
            reading, taken = _second_time(partial(read, document))
        except Exception as fault:
            return fault_in(document, fault), total
        languages.append(reading.document.language or UNKNOWN)
        total += taken
    return languages, total


def _second_time(act: Callable[[], Made]) -> tuple[Made, float]:
    act()
    begin = time.perf_counter()
    made = act()
    return made, time.perf_counter() - begin


def _as_line(document: Document) -> Record:
    data = msgspec.json.encode(document)
    return Record(form=Form.LINE, id=document.id, source=f"{document.source}#1", data=data)
