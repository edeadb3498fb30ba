"""``vidocq bench``: how fast this machine reads these texts, and what a corpus of them takes."""

from __future__ import annotations

import argparse
import math

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import column_names, jobs_number
from vidocq.cli.registry import Subparsers, command_parser

_DESCRIPTION = """\
Measures how fast this machine reads your texts, and what a million of them
would take. The first row is the least that is possible, reading the bytes;
then making documents of them, the first look, full reading, by the rules
alone, and all of it with a ledger (a temporary one; your record is not
touched). Beside these: memory, and the start of a whole process.

All rows take the same sample of the inputs, in turns, round after round: the
median, and from the least to the greatest. Without inputs it reads short
reports that come with the program, half of them on other matters."""

_EPILOG = """\
examples:
  vidocq bench                             this machine, with texts of ours
  vidocq bench --jobs 4 news/*.warc.gz     your corpus, also with 4 processes
  vidocq bench --rounds 9 --seconds 3 reports/
  vidocq bench --json reports/ | jq .estimate

What cannot be read of the sample stops nothing; the exit status is then 3."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq bench``."""
    parser = command_parser(
        subparsers,
        "bench",
        usage="[OPTION …] [PATH|URL|- …]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    parser.add_argument(
        "inputs", nargs="*", metavar="PATH|URL|-", help="whatever `vidocq read` takes"
    )
    parser.add_argument(
        "--rounds", metavar="N", type=_rounds, default=3, help="how often, 1 to 1000 (default: 3)"
    )
    parser.add_argument(
        "--seconds",
        metavar="S",
        type=_seconds,
        default=1.0,
        help="for a row in a round, 0.01 to 3600; the sample is as large as fills it (default: 1)",
    )
    parser.add_argument(
        "--jobs", metavar="N", type=jobs_number, help="measure reading with N processes too"
    )
    parser.add_argument(
        "--columns",
        metavar="FIELD=NAME,…",
        type=column_names,
        help="the columns of a Parquet table, as for `vidocq read`",
    )
    parser.add_argument(
        "--allow-private-addresses",
        action="store_true",
        help="fetch from private, loopback and link-local hosts too",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; the exit status says whether all that was looked at could be read."""
    from vidocq.bench import measure
    from vidocq.cli.show.console import message_console, say
    from vidocq.cli.show.progress import Standing

    messages = message_console()
    with Standing(messages) as standing:
        report = measure(
            arguments.inputs,
            rounds=arguments.rounds,
            seconds=arguments.seconds,
            jobs=arguments.jobs,
            columns=arguments.columns,
            allow_private_addresses=arguments.allow_private_addresses,
            say=standing.show,
        )
    for fault in report.unreadable:
        say(messages, fault.message)
    if not report.rows:
        say(messages, "nothing to measure: none of the inputs gave a document")
    if arguments.json:
        import msgspec

        from vidocq.cli.json_lines import print_json_line

        row = msgspec.to_builtins(report)
        print_json_line(row | {"unreadable": [one.as_json() for one in report.unreadable]})
    elif report.rows:
        from vidocq.cli.show.console import output_console
        from vidocq.cli.show.measures import print_report

        print_report(output_console(), report)
    return ExitStatus.DONE if report.rows and not report.unreadable else ExitStatus.UNREADABLE_INPUT


def _rounds(value: str) -> int:
    """How many rounds: 1 to 1000.

    Raises:
        argparse.ArgumentTypeError: it is not such a number.
    """
    if value.isascii() and value.isdigit() and len(value) <= 4 and 1 <= int(value) <= 1000:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value!r} is not a number of rounds from 1 to 1000")


def _seconds(value: str) -> float:
    """Seconds for a row: 0.01 to 3600.

    Raises:
        argparse.ArgumentTypeError: it is not such a number.
    """
    try:
        seconds = float(value)
    except ValueError:
        seconds = math.nan
    if 0.01 <= seconds <= 3600:
        return seconds
    raise argparse.ArgumentTypeError(f"{value!r} is not a number of seconds from 0.01 to 3600")
