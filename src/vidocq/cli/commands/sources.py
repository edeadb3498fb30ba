"""``vidocq sources``: every source of a claim, copies folded, origins counted."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ask.provenance import Provenance
    from vidocq.ledger import Ledger

_DESCRIPTION = """\
Tells every document that makes a claim, under whatever names, and where they
have it from: copies and translations are folded, documents that relay one
outlet or one utterance are one origin. Independent claimants are counted."""

_EPILOG = """\
examples:
  vidocq sources 502ef2b63cbd              the beginning of a claim's id will do
  vidocq sources --csv 502ef2b63cbd0f45 > sources.csv

The other views and vidocq read --json print the ids of claims."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq sources``."""
    parser = command_parser(
        subparsers, "sources", usage="[OPTION …] CLAIM", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("claim", metavar="CLAIM", help="the id of a claim or its beginning")
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the sources; the exit status is 2 where no claim has the id."""
    from vidocq.ask.tables import SOURCES, sources_rows
    from vidocq.cli.show.tables import print_provenance

    def ask(ledger: Ledger) -> Provenance:
        from vidocq.ask import sources

        told: Provenance = sources(ledger, arguments.claim, as_of=arguments.as_of)
        return told

    return answer(arguments, ask, print_provenance, rows=sources_rows, columns=SOURCES)
