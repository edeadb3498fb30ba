"""``vidocq read --jobs``: from the options to several processes, a record, a journal and a meter."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path

from vidocq.acquire.extent import Meter
from vidocq.corpus.work import Result, Work
from vidocq.model import Reading


def read_in_bulk(
    arguments: argparse.Namespace,
    language: str | None,
    record: Callable[[list[Reading]], object] | None,
    extractor: str,
    stack: ExitStack,
    meter: Meter,
) -> Iterator[tuple[list[Result], int]]:
    """What is read of the inputs, part after part in their order, and how many documents of each part
    were passed over."""
    from vidocq.acquire import records_of
    from vidocq.corpus.journal import Journal, JournalMismatch
    from vidocq.corpus.pool import read_records
    from vidocq.corpus.recording import recorded

    work = Work(
        language=language,
        published=arguments.published,
        relevant=arguments.relevant,
        allow_private_addresses=arguments.allow_private_addresses,
    )
    journal = None
    if arguments.resume:
        what = [*arguments.inputs, extractor, str(arguments.columns), str(arguments.relevant)]
        try:
            journal = Journal(Path(arguments.resume), what)
        except JournalMismatch as fault:
            arguments.wrong_usage(str(fault))
    records = records_of(arguments.inputs, columns=arguments.columns, meter=meter)
    if journal is not None:
        records = islice(records, journal.done, None)
    parts = stack.enter_context(closing(read_records(records, work, jobs=arguments.jobs)))
    for part in recorded(parts, record, journal):
        yield part.results, part.passed
