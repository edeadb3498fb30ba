"""``vidocq accusations``: who accuses whom."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

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

COLUMNS = (
    "accuser",
    "accuser_name",
    "accused",
    "accused_name",
    "predicate",
    "polarity",
    "claims",
    "first",
    "last",
    "quote",
    "claim",
    "document",
    "start",
    "end",
)


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
    return answer(arguments, ask, show, rows=rows, columns=COLUMNS)


def rows(told: Sequence[Accusation]) -> list[dict[str, Any]]:
    """A row for each accuser, accused, predicate and polarity."""
    found = []
    for row in told:
        for act in row.by_act:
            quote = act.quote
            found.append(
                {
                    "accuser": row.accuser,
                    "accuser_name": row.accuser_name,
                    "accused": row.accused,
                    "accused_name": row.accused_name,
                    "predicate": str(act.predicate),
                    "polarity": str(act.polarity),
                    "claims": act.claims,
                    "first": act.first,
                    "last": act.last,
                    "quote": quote.quote if quote else None,
                    "claim": quote.claim if quote else None,
                    "document": quote.document if quote else None,
                    "start": quote.start if quote else None,
                    "end": quote.end if quote else None,
                }
            )
    return found
