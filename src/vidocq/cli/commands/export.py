"""``vidocq export``: the record, or a part of it, in the forms that others read."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from vidocq.cli.asking import add_period_options, moment
from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import add_ledger_option
from vidocq.cli.registry import Subparsers, command_parser
from vidocq.share.formats import FORMATS, options_for, settle

_DESCRIPTION = """\
Writes the record, or a part of it, in a form that others read. What each
form holds, and how it maps to the record, is in docs/interchange.md."""

_EPILOG = """\
examples:
  vidocq export stix --actor APT31 --indicators apt31.json
  vidocq export navigator --actor "Volt Typhoon" layer.json
  vidocq export csv claims.csv
  vidocq export parquet --table incidents incidents.parquet
  vidocq export graphml --state China --since 2021 china.graphml

A file is there whole or not at all. Without FILE the output goes to standard
output."""

_TABLES = ("claims", "sources", "incidents", "decisions")


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq export``."""
    parser = command_parser(
        subparsers,
        "export",
        usage=f"{'|'.join(FORMATS)} [OPTION …] [FILE]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    formats = "; ".join(f"{name}: {form.title}" for name, form in FORMATS.items())
    parser.add_argument("format", choices=tuple(FORMATS), metavar="FORMAT", help=formats)
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="where to (default: standard output)"
    )
    chosen = parser.add_argument_group("which claims")
    chosen.add_argument("--actor", metavar="NAME", help="that speak of an actor, or that it makes")
    chosen.add_argument(
        "--state", metavar="STATE", help="that lay something on a state or bloc, or act against it"
    )
    chosen.add_argument("--incident", metavar="NAME", help="about an incident")
    add_period_options(chosen)
    chosen.add_argument(
        "--as-of",
        metavar="DATE",
        type=moment,
        help="what the record held then: 2021-07-19, 2021-07-19T12:00:00",
    )
    parser.add_argument(
        "--table",
        choices=_TABLES,
        help="csv and parquet: a row a claim; a row a claim and source; coded incidents; "
        "what persons decided of names (default: claims)",
    )
    parser.add_argument(
        "--texts",
        action="store_true",
        default=None,
        help="stix and misp: pass on the documents' texts too, not only the quotes",
    )
    parser.add_argument(
        "--indicators",
        action="store_true",
        default=None,
        help="stix and misp: look for addresses, domains, hashes and file names in the texts",
    )
    add_ledger_option(parser)
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; the exit status is 2 where a name means nothing or an option does not fit."""
    from vidocq.ask import AskError
    from vidocq.cli.asking import advice
    from vidocq.cli.show.console import message_console, say
    from vidocq.ledger import LedgerError, open_ledger
    from vidocq.share.errors import ShareError
    from vidocq.share.selection import Selection

    form = FORMATS[arguments.format]
    try:
        options = options_for(form, _options(arguments))
    except ValueError as fault:
        arguments.wrong_usage(str(fault))
    selection = Selection(
        actor=arguments.actor,
        state=arguments.state,
        incident=arguments.incident,
        since=arguments.since,
        until=arguments.until,
        as_of=arguments.as_of,
    )
    messages = message_console()
    try:
        write = form.writer()
        settle()
        with (
            open_ledger(arguments.ledger, read_only=True) as ledger,
            output(arguments.file) as file,
        ):
            number = write(ledger, file, selection, **options)
    except (AskError, ShareError, ValueError) as fault:
        say(messages, str(fault))
        return ExitStatus.WRONG_USAGE
    except LedgerError as fault:
        told = advice(fault)
        if told is None:
            raise
        say(messages, told)
        return ExitStatus.WRONG_USAGE
    say(messages, f"{number:,} {form.counts} written")
    return ExitStatus.DONE


def _options(arguments: argparse.Namespace) -> dict[str, Any]:
    from vidocq.share.tables.schema import Table

    return {
        "table": Table(arguments.table) if arguments.table else None,
        "texts": arguments.texts,
        "indicators": arguments.indicators,
    }


@contextmanager
def output(name: str) -> Iterator[IO[bytes]]:
    """The file to write, which takes its name only when all is written; or standard output."""
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    handle, part = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        mask = os.umask(0)
        os.umask(mask)
        Path(part).chmod(0o666 & ~mask)
        Path(part).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise
