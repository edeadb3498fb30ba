"""``vidocq evaluate``: compare claims with gold claims."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import add_endpoint_options, add_rules_option, endpoint_of, whole_number
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.cli.reading import Read
    from vidocq.endpoint.asking import Endpoint
    from vidocq.evaluate import Evaluation, Interval, Mistake, Row, Tally

_DESCRIPTION = """\
Compares claims with gold claims: precision, recall and F1 of the claims,
strictly and leniently, of who accuses whom, of the claimants; certainty, time
and number of the claims found; quotes that stand in their document; documents
without claims that stayed quiet; the claims also by predicate, language and
style of the report. Reads the documents itself, or takes claims that were read
before.

A third of the gold is set aside: documents whose id has a SHA-256 that three
divides are only scored. Their errors are never shown, so that rules are not
written in view of them."""

_EPILOG = """\
examples:
  vidocq evaluate gold.jsonl --docs docs/
  vidocq evaluate gold.jsonl --docs docs/ --set-aside --intervals
  vidocq evaluate gold.jsonl --docs docs/ --open --report errors.html
  vidocq read --json --no-ledger docs/ > predicted.jsonl
  vidocq evaluate gold.jsonl --predicted predicted.jsonl --intervals --json

A row of either file: {"doc": ID, "language": CODE, "claims": [claim, …]}; in
the gold also "style": what kind of report it is, in a word of yours.
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
        "--report",
        type=Path,
        metavar="FILE.html",
        help="write the errors as one page to read: kind of error, text, gold beside what was read",
    )
    parts = parser.add_mutually_exclusive_group()
    parts.add_argument(
        "--set-aside", action="store_true", help="score the set-aside third alone (no errors)"
    )
    parts.add_argument("--open", action="store_true", help="score the other two thirds alone")
    parts.add_argument(
        "--no-set-aside",
        action="store_true",
        help="a gold that sets nothing aside: show the errors of every document",
    )
    parser.add_argument(
        "--intervals",
        action="store_true",
        help="95 %% intervals: a bootstrap over documents, the same at every run",
    )
    add_rules_option(parser)
    add_endpoint_options(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Compare and print; the exit status says whether all could be read."""
    from vidocq.cli.show.console import message_console, say
    from vidocq.evaluate import Part, RowError, evaluate, load_rows, part_of

    _check(arguments)
    endpoint = endpoint_of(arguments)
    if endpoint is not None and arguments.predicted:
        arguments.wrong_usage("--endpoint reads the texts now: not with --predicted")
    messages = message_console()
    status = ExitStatus.DONE
    try:
        gold = load_rows(arguments.gold)
        if arguments.set_aside or arguments.open:
            gold = part_of(gold, Part.OPEN if arguments.open else Part.SET_ASIDE)
        texts = _texts(arguments.docs, gold) if arguments.docs else None
        if arguments.predicted:
            predicted = load_rows(arguments.predicted)
        else:
            predicted, faults = _read_documents(
                arguments.docs, gold, endpoint, rules_only=arguments.rules_only
            )
            for fault in faults:
                say(messages, fault)
                status = ExitStatus.UNREADABLE_INPUT
    except (RowError, _InputError, OSError) as fault:
        say(messages, str(fault))
        return ExitStatus.UNREADABLE_INPUT
    evaluation = evaluate(gold, predicted, texts)
    intervals = _intervals(evaluation.tallies, texts) if arguments.intervals else {}
    shown = gold if arguments.no_set_aside else part_of(gold, Part.OPEN)
    if (arguments.errors or arguments.report) and len(shown) < len(gold):
        say(
            messages,
            f"set aside {len(gold) - len(shown)} of {len(gold)} documents: scored, their errors not "
            "shown (a gold that sets nothing aside: --no-set-aside)",
        )
    if arguments.report:
        page = _report(arguments, gold, shown, predicted, texts or {}, evaluation, intervals)
        try:
            arguments.report.write_text(page, encoding="utf-8", errors="replace")
        except OSError as fault:
            say(messages, f"{arguments.report}: {_why(fault)}; name a file that can be written")
            return ExitStatus.WRONG_USAGE
    _print(evaluation, intervals, shown, arguments)
    return status


def _check(arguments: argparse.Namespace) -> None:
    """Refuse options that do not go together."""
    if not (arguments.docs or arguments.predicted):
        arguments.wrong_usage("name the texts with --docs DIR, or claims with --predicted FILE")
    if arguments.set_aside and (arguments.errors or arguments.report):
        arguments.wrong_usage(
            "the set-aside third is only scored, its errors are never shown: leave out --errors "
            "and --report, or take --open"
        )
    if arguments.report and not arguments.docs:
        arguments.wrong_usage("a page of errors shows the texts: name them with --docs DIR")


def _intervals(tallies: Sequence[Tally], texts: Mapping[str, str] | None) -> dict[str, Interval]:
    from vidocq.evaluate import bootstrap_intervals

    intervals = bootstrap_intervals(tallies)
    if texts is None:
        intervals.pop("grounded", None)
    return intervals


def _report(
    arguments: argparse.Namespace,
    gold: Mapping[str, Row],
    shown: Mapping[str, Row],
    predicted: Mapping[str, Row],
    texts: Mapping[str, str],
    evaluation: Evaluation,
    intervals: Mapping[str, Interval],
) -> str:
    """The page of the errors that may be shown, under the figures of all that was scored."""
    from vidocq.cli.show.error_page import ErrorReport, error_page
    from vidocq.evaluate import find_errors

    return error_page(
        ErrorReport(
            name=arguments.gold.name,
            rows=shown,
            texts=texts,
            figures=evaluation.figures,
            intervals=intervals or _intervals(evaluation.tallies, texts),
            findings=find_errors(shown, predicted),
            withheld=len(gold) - len(shown),
        )
    )


def _texts(docs: Path, gold: Mapping[str, Row]) -> dict[str, str]:
    texts = {}
    for doc in gold:
        path = docs / f"{doc}.txt"
        try:
            texts[doc] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError, ValueError) as fault:
            raise _InputError(
                f"{path}: {_why(fault)}; the gold has a document {doc!r}, its text must stand there"
            ) from fault
    return texts


def _why(fault: Exception) -> str:
    """The reason of a fault without the name of the file, which stands before it."""
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)


def _read_documents(
    docs: Path, gold: Mapping[str, Row], endpoint: Endpoint | None, *, rules_only: bool
) -> tuple[dict[str, Row], list[str]]:
    """Rows read from the texts of the gold's documents, and what could not be read."""
    from vidocq.acquire import read_inputs
    from vidocq.claims import read
    from vidocq.cli.reading import read_each
    from vidocq.evaluate import row_of
    from vidocq.model import Unreadable

    how: Read = partial(read, rules_only=rules_only)
    if endpoint is not None:
        from vidocq.endpoint import reader

        how = reader(endpoint)
    rows: dict[str, Row] = {}
    faults: list[str] = []
    for doc in gold:
        inputs = read_inputs([str(docs / f"{doc}.txt")])
        for result in read_each(inputs, how):
            if isinstance(result, Unreadable):
                faults.append(result.message)
            else:
                rows[doc] = row_of(result)
    return rows, faults


def _print(
    evaluation: Evaluation,
    intervals: Mapping[str, Interval],
    docs: Collection[str],
    arguments: argparse.Namespace,
) -> None:
    """Print figures, and mistakes made in ``docs``."""
    shown = {
        kind: tuple(m for m in mistakes if m.doc in docs)[: arguments.errors]
        for kind, mistakes in (("missed", evaluation.missed), ("spurious", evaluation.spurious))
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
