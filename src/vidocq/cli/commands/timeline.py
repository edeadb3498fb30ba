"""``vidocq timeline``: claims and responses in time."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_limit_option, add_period_options, add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ask.course import Entry
    from vidocq.ledger import Ledger

_DESCRIPTION = """\
Tells the latest claims and responses, oldest first: what was said of one thing
on one day is one entry. All of the record, or about one actor or incident."""

_EPILOG = """\
examples:
  vidocq timeline
  vidocq timeline APT31
  vidocq timeline --of Russia --since 2021 --until 2022-06
  vidocq timeline --csv --limit 1000 > timeline.csv"""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq timeline``."""
    parser = command_parser(
        subparsers, "timeline", usage="[OPTION …] [NAME]", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("name", nargs="*", metavar="NAME", help="an actor or incident")
    parser.add_argument("--of", metavar="STATE", help="what is laid on a state or bloc")
    add_period_options(parser)
    add_limit_option(parser, "entries, the latest", 50)
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the time line."""
    from vidocq.ask.tables import TIMELINE, timeline_rows
    from vidocq.cli.show.tables import print_timeline

    def ask(ledger: Ledger) -> tuple[Entry, ...]:
        from vidocq.ask import timeline

        told: tuple[Entry, ...] = timeline(
            ledger,
            " ".join(arguments.name) or None,
            of=arguments.of,
            since=arguments.since,
            until=arguments.until,
            as_of=arguments.as_of,
            limit=arguments.limit,
        )
        return told

    return answer(arguments, ask, print_timeline, rows=timeline_rows, columns=TIMELINE)
