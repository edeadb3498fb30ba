"""``vidocq search``: full text over documents and claims."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from vidocq.cli.asking import add_limit_option, add_view_options, answer
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.ask.passages import Hit
    from vidocq.ledger import Ledger

_DESCRIPTION = """\
Finds the documents that hold all the words, best first, each with the passage
and its claims there. Case and accents do not count."""

_EPILOG = """\
examples:
  vidocq search exchange hafnium
  vidocq search '"naval contractors"'      the words in this order
  vidocq search 'ranco*'                   the beginning of a word
  vidocq search --csv exchange > found.csv"""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq search``."""
    parser = command_parser(
        subparsers, "search", usage="[OPTION …] WORDS", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("words", nargs="+", metavar="WORDS", help='words, "phrases", begin*')
    add_limit_option(parser, "documents", 20)
    add_view_options(parser, csv=True)


def run(arguments: argparse.Namespace) -> int:
    """Print the documents found; finding none is no fault, the exit status is 0."""
    from vidocq.ask.tables import SEARCH, search_rows
    from vidocq.cli.show.tables import print_hits

    def ask(ledger: Ledger) -> tuple[Hit, ...]:
        from vidocq.ask import search

        told: tuple[Hit, ...] = search(
            ledger, " ".join(arguments.words), as_of=arguments.as_of, limit=arguments.limit
        )
        return told

    return answer(arguments, ask, print_hits, rows=search_rows, columns=SEARCH)
