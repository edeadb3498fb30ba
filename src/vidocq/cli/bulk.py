"""``vidocq read --jobs`` and ``--cluster``: from the options to several processes, a record, a journal and a meter."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from vidocq.acquire.extent import Meter
from vidocq.corpus.work import Done, Result, Work

if TYPE_CHECKING:
    from vidocq.corpus.journal import Journal
    from vidocq.ledger import Ledger


def read_in_bulk(
    arguments: argparse.Namespace,
    language: str | None,
    ledger: Ledger | None,
    extractor: str,
    stack: ExitStack,
    meter: Meter,
) -> Iterator[tuple[list[Result], int]]:
    """What is read of the inputs, part after part in their order, and how many documents of each part
    were passed over."""
    from vidocq.acquire import records_of
    from vidocq.corpus.pool import read_records
    from vidocq.corpus.recording import recorded

    work = Work(
        language=language,
        published=arguments.published,
        relevant=arguments.relevant,
        rules_only=arguments.rules_only,
        # Partitions of a cluster are the same for every ledger.
        pack=ledger is not None and not arguments.cluster,
        allow_private_addresses=arguments.allow_private_addresses,
    )
    if arguments.cluster:
        parts = _by_cluster(arguments, work, extractor)
        journal = None
    else:
        journal = _journal(arguments, extractor)
        records = records_of(arguments.inputs, columns=arguments.columns, meter=meter)
        if journal is not None:
            records = islice(records, journal.done, None)
        parts = stack.enter_context(closing(read_records(records, work, jobs=arguments.jobs or 1)))
    record = partial(ledger.record, extractor=extractor) if ledger is not None else None
    for part in recorded(parts, record, journal):
        yield part.results, part.passed


def _journal(arguments: argparse.Namespace, extractor: str) -> Journal | None:
    from vidocq.corpus.journal import Journal, JournalMismatch

    if not arguments.resume:
        return None
    what = [*arguments.inputs, extractor, str(arguments.columns), str(arguments.relevant)]
    try:
        return Journal(Path(arguments.resume), what)
    except JournalMismatch as fault:
        arguments.wrong_usage(str(fault))
        raise


def _by_cluster(arguments: argparse.Namespace, work: Work, extractor: str) -> Iterator[Done]:
    from vidocq.acquire.limits import Refused
    from vidocq.corpus.partition import partitions

    if not arguments.output:
        arguments.wrong_usage(
            "--cluster needs --output: a folder that all machines see, or one of a store (s3://…)"
        )
    try:
        from vidocq.corpus.cluster import read_on_cluster

        parts = list(partitions(arguments.inputs, tuple((arguments.columns or {}).items())))
        yield from read_on_cluster(
            parts, work, extractor=extractor, address=arguments.cluster, output=arguments.output
        )
    except Refused as refused:
        arguments.wrong_usage(refused.message)
    except ImportError as error:
        arguments.wrong_usage(f"--cluster needs {error.name}: pip install 'vidocq[scale]'")
    except OSError as error:
        arguments.wrong_usage(f"the cluster at {arguments.cluster} cannot be used: {error}")
