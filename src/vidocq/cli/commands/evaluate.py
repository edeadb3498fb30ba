"""``vidocq evaluate``: compare claims with gold claims."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import whole_number
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.evaluate import Evaluation, Interval, Mistake, Row

_DESCRIPTION = """\
Compares claims with gold claims: precision, recall and F1 of the claims,
strictly and leniently, of who accuses whom, of the claimants; certainty, time
and number of the claims found; quotes that stand in their document; documents
without claims that stayed quiet. Reads the documents itself, or takes claims
that were read before."""

_EPILOG = """\
examples:
  vidocq evaluate gold.jsonl --docs docs/
  vidocq evaluate gold.jsonl --docs docs/ --errors 20
  vidocq read --json --no-ledger docs/ > predicted.jsonl
  vidocq evaluate gold.jsonl --predicted predicted.jsonl --intervals --json

A row of either file: {"doc": ID, "language": CODE, "claims": [claim, …]}.
The text of a document is ID.txt in the folder of --docs."""


class _InputError(Exception):
    """A file that the comparison needs cannot be read; the message names it."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq evaluate``."""
    parser = command_parser(
        subparsers,
        "evaluate",
        usage="[OPTION …] GOLD.jsonl [--docs DIR] [--predicted FILE]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl", help="the gold claims")
    parser.add_argument(
        "--docs", type=Path, metavar="DIR", help="the texts: to read, and to check quotes against"
    )
    parser.add_argument(
        "--predicted", type=Path, metavar="FILE", help="claims read before, instead of reading now"
    )
    parser.add_argument(
        "--errors",
        type=whole_number,
        default=0,
        metavar="N",
        help="show up to N missed and N spurious claims",
    )
    parser.add_argument(
        "--intervals",
        action="store_true",
        help="95 %% intervals: a bootstrap over documents, the same at every run",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print; the exit status says whether all could be read."""
    from vidocq.cli.show.console import message_console, say
    from vidocq.evaluate import RowError, bootstrap_intervals, evaluate, load_rows

    if not (arguments.docs or arguments.predicted):
        arguments.wrong_usage("name the texts with --docs DIR, or claims with --predicted FILE")
    messages = message_console()
    status = ExitStatus.DONE
    try:
        gold = load_rows(arguments.gold)
        texts = _texts(arguments.docs, gold) if arguments.docs else None
        if arguments.predicted:
            predicted = load_rows(arguments.predicted)
        else:
            predicted, faults = _read_documents(arguments.docs, gold)
            for fault in faults:
                say(messages, fault)
                status = ExitStatus.UNREADABLE_INPUT
    except (RowError, _InputError, OSError) as fault:
        say(messages, str(fault))
        return ExitStatus.UNREADABLE_INPUT
    evaluation = evaluate(gold, predicted, texts)
    intervals = bootstrap_intervals(evaluation.tallies) if arguments.intervals else {}
    if texts is None:
        intervals.pop("grounded", None)
    _print(evaluation, intervals, arguments)
    return status


def _texts(docs: Path, gold: Mapping[str, Row]) -> dict[str, str]:
    texts = {}
    for doc in gold:
        path = docs / f"{doc}.txt"
        try:
            texts[doc] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError, ValueError) as fault:
            raise _InputError(
                f"{path}: {fault}; the gold has a document {doc!r}, its text must stand there"
            ) from fault
    return texts


def _read_documents(docs: Path, gold: Mapping[str, Row]) -> tuple[dict[str, Row], list[str]]:
    """Rows read from the texts of the gold's documents, and what could not be read."""
    from vidocq.acquire import read_inputs
    from vidocq.claims import read
    from vidocq.cli.reading import read_each
    from vidocq.evaluate import row_of
    from vidocq.model import Unreadable

    rows: dict[str, Row] = {}
    faults: list[str] = []
    for doc in gold:
        inputs = read_inputs([str(docs / f"{doc}.txt")])
        for result in read_each(inputs, read):
            if isinstance(result, Unreadable):
                faults.append(f"{result.source}: {result.message}")
            else:
                rows[doc] = row_of(result)
    return rows, faults


def _print(
    evaluation: Evaluation, intervals: Mapping[str, Interval], arguments: argparse.Namespace
) -> None:
    shown = {
        "missed": evaluation.missed[: arguments.errors],
        "spurious": evaluation.spurious[: arguments.errors],
    }
    if arguments.json:
        from vidocq.cli.json_lines import print_json_line

        print_json_line(_json_row(evaluation, intervals, shown if arguments.errors else {}))
        return
    from vidocq.cli.show.console import output_console
    from vidocq.cli.show.figures import print_figures, print_mistakes

    console = output_console()
    print_figures(console, evaluation.figures, intervals)
    for kind, mistakes in shown.items():
        print_mistakes(console, kind, mistakes)


def _json_row(
    evaluation: Evaluation,
    intervals: Mapping[str, Interval],
    mistakes: Mapping[str, Iterable[Mistake]],
) -> dict[str, Any]:
    """The figures, and what was asked for beside them."""
    import msgspec

    row = evaluation.figures.as_json()
    if intervals:
        row["intervals"] = {name: msgspec.to_builtins(v) for name, v in intervals.items()}
    if mistakes:
        row["errors"] = {kind: msgspec.to_builtins(tuple(m)) for kind, m in mistakes.items()}
    return row
