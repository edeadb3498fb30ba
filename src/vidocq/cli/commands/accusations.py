"""``vidocq accusations``: who accuses whom."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_period_options, add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ask.matrix import Accusation
    from vidocq.ledger import Ledger

_DESCRIPTION = """\
Tells which states and blocs accuse which, and act against which: attributions
made and denied, sanctions, charges and other measures taken and expressly not
taken. Agencies count for their state."""

_EPILOG = """\
examples:
  vidocq accusations
  vidocq accusations --of China --since 2021 --quotes
  vidocq accusations --by "United States" --csv > accusations.csv"""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq accusations``."""
    parser = command_parser(
        subparsers, "accusations", usage="[OPTION …]", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("--by", metavar="STATE", help="accusations by a state or bloc")
    parser.add_argument("--of", metavar="STATE", help="accusations of a state or bloc")
    add_period_options(parser)
    parser.add_argument(
        "--quotes", action="store_true", help="print the acts behind each row with their passages"
    )
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the matrix."""
    from vidocq.ask.tables import ACCUSATIONS, accusations_rows
    from vidocq.cli.show.tables import print_accusations

    def ask(ledger: Ledger) -> tuple[Accusation, ...]:
        from vidocq.ask import accusations

        told: tuple[Accusation, ...] = accusations(
            ledger,
            by=arguments.by,
            of=arguments.of,
            since=arguments.since,
            until=arguments.until,
            as_of=arguments.as_of,
        )
        return told

    show = partial(print_accusations, quotes=arguments.quotes)
    return answer(arguments, ask, show, rows=accusations_rows, columns=ACCUSATIONS)
