"""What ``same`` and ``distinct`` share: their options, and the recording of a decision."""

from __future__ import annotations

import argparse
import getpass
from typing import TYPE_CHECKING, Literal

from vidocq.cli.asking import answer
from vidocq.cli.options import add_ledger_option

if TYPE_CHECKING:
    from rich.console import Console

    from vidocq.ask.deciding import Decided
    from vidocq.ledger import Ledger


def add_decision_options(parser: argparse.ArgumentParser) -> None:
    """The two names, who decides and why, and what else can be done with decisions."""
    parser.add_argument("names", nargs="*", metavar="A B", help="two names or ids")
    parser.add_argument(
        "--by", metavar="PERSON", help="who decides (default: the name of your account)"
    )
    parser.add_argument("--reason", metavar="TEXT", help="why; kept on the record")
    action = parser.add_mutually_exclusive_group()
    action.add_argument(
        "--undo", action="store_true", help="undo the decision in force on the two names"
    )
    action.add_argument("--list", action="store_true", help="list the decisions in force")
    action.add_argument(
        "--history", action="store_true", help="list all decisions ever made and undone"
    )
    add_ledger_option(parser)
    parser.add_argument("--json", action="store_true", help="print JSON, one object a line")
    parser.set_defaults(wrong_usage=parser.error)


def decide(arguments: argparse.Namespace, kind: Literal["same", "distinct"]) -> int:
    """Record, undo or list decisions; the exit status is 2 where a name means nothing."""
    from vidocq.cli.show.tables import print_decisions

    listing = arguments.list or arguments.history
    if len(arguments.names) != (0 if listing else 2):
        arguments.wrong_usage(
            "give no names with --list and --history"
            if listing
            else "give two names; a name of several words goes in quotes"
        )

    def ask(ledger: Ledger) -> tuple[Decided, ...]:
        from vidocq.ask import decisions, distinct, same, undo

        if listing:
            every: tuple[Decided, ...] = decisions(ledger, history=arguments.history)
            return every
        a, b = arguments.names
        by = arguments.by or _account()
        if arguments.undo:
            return (undo(ledger, a, b, by=by, reason=arguments.reason),)
        record = same if kind == "same" else distinct
        return (record(ledger, a, b, by=by, reason=arguments.reason),)

    def show(console: Console, told: tuple[Decided, ...]) -> None:
        print_decisions(console, told)

    return answer(arguments, ask, show, read_only=listing)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
