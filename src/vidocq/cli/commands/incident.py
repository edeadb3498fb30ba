"""``vidocq incident``: who blames whom for it, how surely, who denies, what followed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_limit_option, add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ask.standing import IncidentReport
    from vidocq.ledger import Ledger

_DESCRIPTION = """\
Tells the standing of an incident: on whom it is laid, by which states, blocs,
vendors and outlets, how surely at most, who denies it, what was done about it
and what expressly was not, whom it hit. Each with the words in which it stands."""

_EPILOG = """\
examples:
  vidocq incident exchange
  vidocq incident "piratage de SolarWinds"
  vidocq incident --as-of 2021-12-31 --json notpetya
  vidocq incident --csv solarwinds > solarwinds.csv"""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq incident``."""
    parser = command_parser(
        subparsers, "incident", usage="[OPTION …] NAME", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument(
        "name",
        nargs="+",
        metavar="NAME",
        help="a name of the incident in any language, whom it hit, or its id",
    )
    add_limit_option(parser, "lines of a section", 20)
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the incident; the exit status is 2 where nothing is known of the name."""
    from vidocq.ask.sections import SECTIONS, incident_rows
    from vidocq.cli.show.event import print_incident

    def ask(ledger: Ledger) -> IncidentReport:
        from vidocq.ask import incident

        told: IncidentReport = incident(
            ledger, " ".join(arguments.name), as_of=arguments.as_of, limit=arguments.limit
        )
        return told

    return answer(arguments, ask, print_incident, rows=incident_rows, columns=SECTIONS)
