"""``vidocq conflicts``: contradictions on the record."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_limit_option, add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ledger import Ledger
    from vidocq.resolve.conflicts import Conflict

_DESCRIPTION = """\
Tells where the record contradicts itself, the surest first, each with both
passages and a sentence of what disagrees: attributions that cannot both hold,
one claimant with different group names, accusations and their denials, numbers
and dates, certainties that changed, names that sources equate and keep apart."""

_EPILOG = """\
examples:
  vidocq conflicts
  vidocq conflicts exchange
  vidocq conflicts --kind group-name --kind attribution
  vidocq conflicts --csv > conflicts.csv"""

KINDS = ("attribution", "group-name", "denial", "figure", "confidence", "naming")


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq conflicts``."""
    parser = command_parser(
        subparsers, "conflicts", usage="[OPTION …] [NAME]", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("name", nargs="*", metavar="NAME", help="an incident or actor")
    parser.add_argument(
        "--kind",
        action="append",
        choices=KINDS,
        default=[],
        help="only this kind; may be given several times",
    )
    parser.add_argument(
        "--thorough",
        action="store_true",
        help="look into every contested incident of a large record, not the most claimed only",
    )
    add_limit_option(parser, "conflicts", 50)
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the conflicts; having some is no fault, the exit status is 0."""
    from vidocq.ask.tables import CONFLICTS, conflicts_rows
    from vidocq.cli.show.tables import print_conflicts

    def ask(ledger: Ledger) -> tuple[Conflict, ...]:
        from vidocq.ask import conflicts
        from vidocq.resolve.conflicts import ConflictKind

        told: tuple[Conflict, ...] = conflicts(
            ledger,
            " ".join(arguments.name) or None,
            kinds=[ConflictKind(kind) for kind in arguments.kind],
            as_of=arguments.as_of,
            limit=arguments.limit,
            thorough=arguments.thorough,
        )
        return told

    return answer(arguments, ask, print_conflicts, rows=conflicts_rows, columns=CONFLICTS)
