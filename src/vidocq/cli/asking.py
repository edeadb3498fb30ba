"""What all commands that ask the record share: their options, and from a question to an exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import add_ledger_option, iso_date

if TYPE_CHECKING:
    from rich.console import Console

    from vidocq.ledger import Ledger

Answer = TypeVar("Answer")
Row = dict[str, Any]


def add_view_options(parser: argparse.ArgumentParser, *, csv: bool = False) -> None:
    """``--ledger``, ``--as-of``, ``--json`` and, of views that are tables, ``--csv``."""
    add_ledger_option(parser)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=moment,
        help="what the record held then: 2021-07-19, 2021-07-19T12:00:00",
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print JSON, one object a line")
    if csv:
        output.add_argument("--csv", action="store_true", help="print a table as CSV with a header")


def add_period_options(parser: argparse._ActionsContainer) -> None:
    """``--since`` and ``--until``: when things were said, both days included."""
    parser.add_argument("--since", metavar="DATE", type=iso_date, help="said on that day or later")
    parser.add_argument(
        "--until", metavar="DATE", type=iso_date, help="said on that day or earlier"
    )


def add_limit_option(parser: argparse.ArgumentParser, what: str, usual: int) -> None:
    """``--limit``: how much is told at most."""
    parser.add_argument(
        "--limit",
        metavar="N",
        type=_positive,
        default=usual,
        help=f"most {what} (default: {usual})",
    )


def _positive(value: str) -> int:
    from vidocq.cli.options import whole_number

    number = whole_number(value)
    if not number:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def moment(value: str) -> str:
    """A day or a time of ISO 8601.

    Raises:
        argparse.ArgumentTypeError: it is not one.
    """
    from vidocq.ledger.moment import milliseconds

    try:
        milliseconds(value)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{value!r} is no date or time like 2021-07-19 or 2021-07-19T12:00:00"
        ) from None
    return value


def answer(
    arguments: argparse.Namespace,
    ask: Callable[[Ledger], Answer],
    show: Callable[[Console, Answer], None],
    *,
    rows: Callable[[Answer], Sequence[Row]] | None = None,
    columns: Sequence[str] = (),
    read_only: bool = True,
) -> int:
    """Open the ledger, ask, and print the answer as asked for: for a person, JSON or CSV.

    What cannot be answered is said on standard error with what to do; the exit status is then 2.
    """
    from vidocq.ask import AskError
    from vidocq.cli.show.console import message_console, output_console, say
    from vidocq.ledger import LedgerError, open_ledger

    try:
        with open_ledger(arguments.ledger, read_only=read_only) as ledger:
            told = ask(ledger)
    except (AskError, ValueError) as fault:
        say(message_console(), str(fault))
        return ExitStatus.WRONG_USAGE
    except LedgerError as fault:
        told_to = advice(fault)
        if told_to is None:
            raise
        say(message_console(), told_to)
        return ExitStatus.WRONG_USAGE
    if arguments.json:
        _print_json(told)
    elif rows is not None and arguments.csv:
        _print_csv(columns, rows(told))
    else:
        show(output_console(), told)
    return ExitStatus.DONE


def advice(fault: Exception) -> str | None:
    """What to do where the asker can do something; None where it is the ledger's matter."""
    from vidocq.ledger import LedgerError, LedgerFault

    if not isinstance(fault, LedgerError):
        return None
    if fault.kind is LedgerFault.NOT_FOUND:
        return f"there is no record at {fault.address}; read something first: vidocq read FILE|FOLDER|URL"
    if fault.kind in (LedgerFault.UNKNOWN_ID, LedgerFault.AMBIGUOUS_ID, LedgerFault.REFUSED):
        return str(fault)
    return None


def _print_json(told: Any) -> None:
    import msgspec

    from vidocq.cli.json_lines import print_json_line

    for one in told if isinstance(told, tuple) else (told,):
        print_json_line(msgspec.to_builtins(one, str_keys=True))


def _print_csv(columns: Sequence[str], rows: Iterable[Row]) -> None:
    from vidocq.ask.tables import as_csv

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    sys.stdout.write(as_csv(columns, rows))
