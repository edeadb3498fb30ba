"""A corpus read by a Dask cluster: partitions in place, tables in a folder, each merged exactly once.

A partition's tables bear a name made of its inputs and the way they are read. A worker that dies takes
nothing with it but unfinished work: the scheduler gives the partition to another, which writes the same
tables under the same name. The ledger records a document once, by its bytes (`Ledger.record`).
`docs/scale.md` says why Dask.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

from vidocq.acquire import records_of
from vidocq.corpus.partition import Partition
from vidocq.corpus.pool import read_records
from vidocq.corpus.table import Folder
from vidocq.corpus.work import Done, Result, Work
from vidocq.model import Reading, Unreadable

MERGED_ROWS = 64
"""So many documents of a partition are given at once."""

RETRIES = 5
"""So often a partition is begun again where it failed (a store that does not answer, say)."""


def read_on_cluster(
    parts: Iterable[Partition], work: Work, *, extractor: str, address: str, output: str
) -> Iterator[Done]:
    """What the cluster at ``address`` (``tcp://host:8786``, or a scheduler file) read, partition by
    partition in their order. ``output`` is a folder that all its machines see, or of a store; partitions
    whose tables are there already are not read again.

    Raises:
        OSError: no scheduler answers at the address.
        KilledWorker: a partition ended several workers one after the other.
    """
    import distributed

    connect: Any = distributed.Client
    folder = Folder(output)
    keys = [(part.key(work, extractor), part) for part in parts]
    with connect(address, timeout=30) as client:
        futures = {
            key: client.submit(
                read_partition,
                *(part, work, key, output),
                key=f"vidocq-{key}",
                pure=False,
                retries=RETRIES,
            )
            for key, part in keys
            if not folder.has(key)
        }
        for key, _ in keys:
            passed = futures.pop(key).result() if key in futures else 0
            yield from _merged(folder.read(key), passed)


def read_partition(part: Partition, work: Work, key: str, output: str) -> int:
    """Read one partition and write its tables, on a worker; how many documents were passed over.

    The reading is done by a process of its own, so that a document that crashes or hangs is set aside
    and the cluster's worker lives on.
    """
    records = records_of(part.inputs, columns=dict(part.columns))
    with _children_allowed(), closing(read_records(records, work, jobs=1)) as parts:
        return Folder(output).write(key, parts)


@contextmanager
def _children_allowed() -> Iterator[None]:
    """Dask's workers are daemons, which multiprocessing forbids children; ours end with the partition."""
    config: dict[str, Any] = multiprocessing.current_process()._config  # type: ignore[attr-defined]
    before = config.get("daemon")
    config["daemon"] = False
    try:
        yield
    finally:
        config["daemon"] = before


def _merged(results: Iterator[Result], passed: int) -> Iterator[Done]:
    """A partition's results, some at a time, each a record of its own."""
    while rows := list(enumerate(islice(results, MERGED_ROWS))):
        yield Done(
            records=len(rows),
            readings=tuple((i, one) for i, one in rows if isinstance(one, Reading)),
            refusals=tuple((i, one) for i, one in rows if isinstance(one, Unreadable)),
            passed=passed,
        )
        passed = 0
    if passed:
        yield Done(records=0, passed=passed)
