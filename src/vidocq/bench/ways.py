"""The things that are done with a sample and timed, from reading its bytes to recording its claims."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain, cycle
from pathlib import Path

import msgspec

from vidocq.acquire import items_of
from vidocq.acquire.record import Form, Record
from vidocq.bench.sample import Sample
from vidocq.bench.timing import Lap, lap
from vidocq.claims import read
from vidocq.claims.look import may_claim
from vidocq.corpus.pool import MOST_RECORDS, read_records
from vidocq.corpus.work import Work
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import Document, Reading

BYTES = "reading the bytes"
DOCUMENTS = "making documents"
LOOK = "first look"
READING = "full reading"
RULES = "by rules alone"
LEDGER = "all, with ledger"
JOBS = "all, {} processes"

Way = Callable[[], Lap]

_PIECE = 1 << 20
_BATCHES = 8
"""So many batches a process should read in a lap, or their ends are too far apart to be timed by."""


def ways_of(sample: Sample, seconds: float, jobs: int | None, folder: Path) -> dict[str, Way]:
    """Each way by its name, the cheapest first; each takes about so many seconds, and leaves files in ``folder``.

    `BYTES`, `DOCUMENTS`, `LEDGER` and `JOBS` begin with the records, the last two to do all that `vidocq read` does;
    the others begin with documents in memory.
    """
    _warm(sample, folder)
    number = len(sample.documents)
    files = _files(sample.records, folder)
    one_pass: dict[str, Callable[[], int]] = {
        BYTES: lambda: _bytes_of(files),
        DOCUMENTS: lambda: sum(1 for _ in _documents(sample.records)),
        LOOK: lambda: sum(map(may_claim, sample.documents)),
        READING: lambda: sum(len(read(one).claims) for one in sample.documents),
        RULES: lambda: sum(len(read(one, rules_only=True).claims) for one in sample.documents),
    }
    ways: dict[str, Way] = {
        name: partial(lap, act, number, seconds) for name, act in one_pass.items()
    }
    ways[LEDGER] = lambda: _with_ledger(sample, seconds, folder)
    if jobs:
        ways[JOBS.format(jobs)] = lambda: _with_processes(sample, seconds, jobs)
    return ways


def recorded(documents: Iterator[Document], ledger: Ledger) -> int:
    """Read and record the documents; the number of their claims.

    A ledger keeps a document once, so that each is given an end of its own.
    """
    claims = 0

    def readings() -> Iterator[Reading]:
        nonlocal claims
        for number, document in enumerate(documents):
            text = f"{document.text} ({number:06})"
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            reading = read(msgspec.structs.replace(document, text=text, sha256=digest))
            claims += len(reading.claims)
            yield reading

    ledger.record(readings(), extractor="bench")
    return claims


def _warm(sample: Sample, folder: Path) -> None:
    """Have loaded what drawing the sample did not need: the first look's patterns, and what records."""
    some = sample.documents[:1]
    may_claim(some[0])
    with (
        tempfile.TemporaryDirectory(dir=folder) as place,
        open_ledger(f"{place}/ledger.sqlite") as ledger,
    ):
        recorded(iter(some), ledger)


def _files(records: Sequence[Record], folder: Path) -> list[Path]:
    """Where the bytes of the records lie: their own files, and one for all that stand in collections."""
    inside = [record.data for record in records if record.form is not Form.FILE]
    own = [Path(record.source) for record in records if record.form is Form.FILE]
    if not inside:
        return own
    together = folder / "bytes"
    together.write_bytes(b"\n".join(inside))
    return [*own, together]


def _bytes_of(files: Sequence[Path]) -> int:
    size = 0
    for file in files:
        with file.open("rb", buffering=0) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
    return size


def _documents(records: Sequence[Record]) -> Iterator[Document]:
    items = chain.from_iterable(map(items_of, records))
    return (one for one in items if isinstance(one, Document))


def _with_ledger(sample: Sample, seconds: float, folder: Path) -> Lap:
    """Passes into one new ledger, which is opened before the clock starts."""
    with (
        tempfile.TemporaryDirectory(dir=folder) as place,
        open_ledger(f"{place}/ledger.sqlite") as ledger,
    ):
        empty = ledger.size()
        wall, processor = time.perf_counter(), time.process_time()
        passes = 0

        def documents() -> Iterator[Document]:
            nonlocal passes
            while not passes or time.perf_counter() - wall < seconds:
                yield from _documents(sample.records)
                passes += 1

        claims = recorded(documents(), ledger)
        return Lap(
            documents=passes * len(sample.documents),
            seconds=time.perf_counter() - wall,
            processor=time.process_time() - processor,
            found=round(claims / passes),
            written=max(0, ledger.size() - empty),
        )


def _with_processes(sample: Sample, seconds: float, jobs: int) -> Lap:
    """The records over and over again, timed while all processes are at work: the clock starts when as many passes are
    done as there are processes, since until then each of them has loaded languages, and stops before any runs dry."""
    each = sample.reading_seconds / len(sample.records)
    most = max(1, min(MOST_RECORDS, int(seconds / _BATCHES / max(each, 1e-6))))
    documents = claims = records = 0
    begin: float | None = None
    done = read_records(cycle(sample.records), Work(), jobs=jobs, most_records=most)
    with closing(done) as parts:
        for part in parts:
            if begin is not None:
                documents += len(part.readings)
                claims += sum(len(reading.claims) for _, reading in part.readings)
                taken = time.perf_counter() - begin
                if taken >= seconds:
                    break
            records += part.records
            if begin is None and records >= jobs * len(sample.records):
                begin = time.perf_counter()
    passes = documents / len(sample.documents)
    return Lap(documents=documents, seconds=taken, found=round(claims / max(passes, 1e-9)))
