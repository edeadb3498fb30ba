"""``vidocq watch``: poll sources, record what is new, and tell of it by rules."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import add_ledger_option
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from collections.abc import Callable

    from vidocq.watch.alerts import Alert
    from vidocq.watch.settings import Feeds

_DESCRIPTION = """\
Polls the RSS and Atom feeds, TAXII collections and MISP servers that a file
names, records what is new in them, and tells of claims that meet its rules: on
standard output, to a webhook, in a file. What was read is not read again, and
an alert is kept until it was told, wherever the run before ended. docs/watch.md
shows a file; examples/feeds.toml is one."""

_EPILOG = """\
examples:
  vidocq watch --check feeds.toml       what would be polled, and each rule in words
  vidocq watch feeds.toml               poll until Ctrl-C
  vidocq watch --once --json feeds.toml >> alerts.jsonl      from cron
  vidocq watch --every 1h --ledger press.sqlite feeds.toml

Ctrl-C or SIGTERM ends it after the item at hand, with exit status 0. With --once
the exit status is 3 if something could not be read."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq watch``."""
    parser = command_parser(
        subparsers,
        "watch",
        usage="[OPTION …] FEEDS.toml",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    parser.add_argument("feeds", metavar="FEEDS.toml", help="the sources and the rules")
    add_ledger_option(parser)
    parser.add_argument(
        "--state",
        metavar="FILE",
        help="where it is kept what was read (default: beside the ledger, NAME.watch.sqlite)",
    )
    when = parser.add_mutually_exclusive_group()
    when.add_argument(
        "--every",
        metavar="TIME",
        type=_time,
        default=900.0,
        help="the time between two polls of a source: 30s, 15m, 2h, 1d (default: 15m)",
    )
    when.add_argument("--once", action="store_true", help="poll every source once, and end")
    when.add_argument(
        "--check",
        action="store_true",
        help="check the file and say what would be polled and told; poll nothing",
    )
    parser.add_argument("--json", action="store_true", help="print JSON, one object an alert")
    parser.add_argument(
        "--allow-private-addresses",
        action="store_true",
        help="fetch from and send to private, loopback and link-local hosts too",
    )


def run(arguments: argparse.Namespace) -> int:
    """Watch until stopped, or once; a file with something wrong in it is wrong usage, and all of it is told."""
    from vidocq.cli.show.console import message_console, say
    from vidocq.watch.errors import FeedsWrong, StateError
    from vidocq.watch.loading import load

    messages = message_console()
    try:
        feeds = load(Path(arguments.feeds))
    except FeedsWrong as wrong:
        for fault in wrong.faults:
            say(messages, fault)
        return ExitStatus.WRONG_USAGE
    if arguments.check:
        _show(feeds, arguments)
        return ExitStatus.DONE
    from vidocq.cli.watching import watch

    try:
        return watch(arguments, feeds, _print_json if arguments.json else _printer())
    except StateError as fault:
        say(messages, str(fault))
        return ExitStatus.WRONG_USAGE


def _show(feeds: Feeds, arguments: argparse.Namespace) -> None:
    from vidocq.cli.show.console import output_console

    if arguments.json:
        import msgspec

        from vidocq.cli.json_lines import print_json_line
        from vidocq.watch.settings import kind_of

        for source in feeds.sources:
            print_json_line({"table": kind_of(source), **msgspec.to_builtins(source)})
        for rule in feeds.rules:
            print_json_line({"table": "alert", **msgspec.to_builtins(rule)})
        return
    from vidocq.cli.show.watched import print_feeds

    print_feeds(output_console(), feeds, arguments.every)


def _print_json(alert: Alert) -> None:
    from vidocq.cli.json_lines import print_json_line

    print_json_line(alert.as_json())


def _printer() -> Callable[[Alert], None]:
    from functools import partial

    from vidocq.cli.show.console import output_console
    from vidocq.cli.show.watched import print_alert

    return partial(print_alert, output_console())


def _time(value: str) -> float:
    from vidocq.watch.durations import seconds_of
    from vidocq.watch.loading import SHORTEST

    try:
        seconds = seconds_of(value)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None
    if seconds < SHORTEST:
        raise argparse.ArgumentTypeError(f"{value!r}: a source is polled every 30s at the most")
    return seconds
