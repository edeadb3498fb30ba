"""``vidocq who``: the dossier of an actor."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_limit_option, add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ask.dossier import Dossier
    from vidocq.ledger import Ledger

_DESCRIPTION = """\
Tells all that the record and the naming sources say of an actor: its names and
who gives them, its sponsors, what is laid on it and by whom, whom it attacks,
what was done against it, what is denied, the latest claims. Each with the words
in which it stands. The name may be any alias in any language."""

_EPILOG = """\
examples:
  vidocq who Zirconium              the group that Microsoft called so: APT31
  vidocq who Pékin                  what is claimed of China
  vidocq who --viewpoint mitre-attack APT30
  vidocq who --as-of 2021-07-19 --json Hafnium
  vidocq who --csv APT31 > apt31.csv"""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq who``."""
    parser = command_parser(
        subparsers, "who", usage="[OPTION …] NAME", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("name", nargs="+", metavar="NAME", help="a name, an alias, or an id")
    parser.add_argument(
        "--viewpoint",
        choices=("vidocq", "misp-galaxy", "mitre-attack", "microsoft"),
        default="vidocq",
        help="whose equations of names count (default: vidocq, all sources weighed)",
    )
    add_limit_option(parser, "lines of a section", 12)
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the dossier; the exit status is 2 where nothing is known of the name."""
    from vidocq.ask.sections import SECTIONS, dossier_rows
    from vidocq.cli.show.dossier import print_dossier

    def ask(ledger: Ledger) -> Dossier:
        from vidocq.ask import who
        from vidocq.resolve.viewpoints import Viewpoint

        told: Dossier = who(
            ledger,
            " ".join(arguments.name),
            as_of=arguments.as_of,
            viewpoint=Viewpoint(arguments.viewpoint),
            limit=arguments.limit,
        )
        return told

    return answer(arguments, ask, print_dossier, rows=dossier_rows, columns=SECTIONS)
