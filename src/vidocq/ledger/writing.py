"""Recording: from readings to statements, one transaction a batch, the same whatever came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from vidocq.ledger.backend import Backend, writing
from vidocq.ledger.batch import Batch
from vidocq.ledger.identity import storable
from vidocq.ledger.keyed import Names
from vidocq.ledger.records import RecordSummary
from vidocq.model import Reading

BATCH_DOCUMENTS = 2048
BATCH_CHARACTERS = 12_000_000
BATCH_SECONDS = 5.0
"""A batch is one transaction: so many documents, code points of text or seconds, whichever is first.

Large, because a batch writes each page it touches once; bounded in time, because what is read slowly
(from the network) must not wait long to be safe.
"""


def record(
    backend: Backend,
    names: Names,
    readings: Iterable[Reading],
    *,
    extractor: str,
    packed: Mapping[bytes, bytes],
) -> RecordSummary:
    """Record what was read; see `vidocq.ledger.store.Ledger.record`."""
    summary = RecordSummary()
    # Packing texts takes a tenth of the time, and lets other threads run.
    with ThreadPoolExecutor(1, "vidocq-pack") as packer:
        for batch in _batches(readings):
            with writing(backend) as connection:
                work = Batch(connection, backend, names, packer, extractor, packed)
                summary += work.run(batch)
            names.learn(work.keyed.places)
    return summary


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    characters, begun = 0, monotonic()
    for one in readings:
        batch.append(storable(one))
        characters += len(one.document.text)
        if (
            len(batch) >= BATCH_DOCUMENTS
            or characters >= BATCH_CHARACTERS
            or monotonic() - begun >= BATCH_SECONDS
        ):
            yield batch
            batch, characters, begun = [], 0, monotonic()
    if batch:
        yield batch
