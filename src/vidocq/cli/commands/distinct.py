"""``vidocq distinct``: record that two names do not mean the same actor or incident."""

from __future__ import annotations

import argparse

from vidocq.cli.deciding import add_decision_options, decide
from vidocq.cli.registry import Subparsers, command_parser

_DESCRIPTION = """\
Records that two names do not mean the same actor or incident.
A person's word beats every naming source and the program; it can be undone.
Names that are no single word go in quotes."""

_EPILOG = """\
examples:
  vidocq distinct NAME_A NAME_B --reason "the vendor's report of May"
  vidocq distinct --undo NAME_A NAME_B
  vidocq distinct --list"""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq distinct``."""
    parser = command_parser(
        subparsers,
        "distinct",
        usage="[OPTION …] A B",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    add_decision_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record the decision, undo it, or list all that are in force."""
    return decide(arguments, "distinct")
