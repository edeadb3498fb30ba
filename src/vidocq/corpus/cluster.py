"""A corpus read by a Dask cluster: partitions in place, tables in a folder, each merged exactly once.

A partition's tables bear a name made of its inputs and the way they are read. A worker that dies takes
nothing with it but unfinished work: the scheduler gives the partition to another, which writes the same
tables under the same name. The ledger records a document once, by its bytes (`Ledger.record`).
`docs/scale.md` says why Dask.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from vidocq.acquire import records_of
from vidocq.corpus.partition import Partition
from vidocq.corpus.pool import read_records
from vidocq.corpus.table import Folder
from vidocq.corpus.work import Done, Result, Work, joined

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
            passed = records = 0
            if key in futures:
                records, passed = futures.pop(key).result()
            yield _done(folder.read(key), records, passed)


def read_partition(part: Partition, work: Work, key: str, output: str) -> tuple[int, int]:
    """Read one partition and write its tables, on a worker; how many records, and documents passed over.

    The reading is done by a process of its own, so that a document that crashes or hangs is set aside
    and the cluster's worker lives on.
    """
    records = records_of(part.inputs, columns=dict(part.columns))
    with _children_allowed():
        done = list(read_records(records, work, jobs=1))
    whole = joined(done) if done else Done(records=0)
    Folder(output).write(key, whole.results)
    return whole.records, whole.passed


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


def _done(results: Iterable[Result], records: int, passed: int) -> Done:
    from vidocq.model import Reading, Unreadable

    numbered = list(enumerate(results))
    return Done(
        records=records or len(numbered),
        readings=tuple((i, one) for i, one in numbered if isinstance(one, Reading)),
        refusals=tuple((i, one) for i, one in numbered if isinstance(one, Unreadable)),
        passed=passed,
    )
