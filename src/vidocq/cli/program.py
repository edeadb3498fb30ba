"""The program: picks the command, runs it, and turns what went wrong into an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from vidocq import __version__
from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.registry import COMMANDS, CommandParser, command_module

_DESCRIPTION = """\
Vidocq reads reports about cyber-attacks and keeps the record of who says who
did what to whom, how surely, and in which words."""

_EPILOG = """\
examples:
  vidocq read report.html               the claims of a report, for a person
  vidocq read --json folder/ | jq .     the same for a program, one line a document
  vidocq read --help                    the options of a command

exit status:
  0 done   1 a fault of ours   2 wrong usage   3 some input could not be read

environment:
  VIDOCQ_LEDGER      the record to use where --ledger names none
  VIDOCQ_TRACEBACK   set to anything: where in the program a fault of ours arose
  NO_COLOR           set to anything: no colours"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``vidocq`` with these arguments (those of the process by default); the exit status."""
    try:
        status = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough (`vidocq … | head`).
        _discard_output()
        return ExitStatus.PIPE_CLOSED
    except KeyboardInterrupt:
        _discard_output()
        return ExitStatus.INTERRUPTED
    except Exception as fault:
        if os.environ.get("VIDOCQ_TRACEBACK"):
            raise
        _report_fault(fault)
        return ExitStatus.OUR_FAULT
    return status


def _run(argv: Sequence[str]) -> int:
    name = next((a for a in argv if not a.startswith("-")), None)
    parser = build_parser([name] if name in COMMANDS else [])
    try:
        arguments = parser.parse_args(argv)
        if arguments.command is None:
            parser.print_help(sys.stderr)
            return ExitStatus.WRONG_USAGE
        return int(command_module(arguments.command).run(arguments))
    except SystemExit as end:  # argparse: help was printed, or the usage was wrong
        return end.code if isinstance(end.code, int) else ExitStatus.OUR_FAULT


def build_parser(full: Sequence[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """The parser of the whole program; only the commands in ``full`` are imported with their options."""
    parser = argparse.ArgumentParser(
        prog="vidocq",
        usage="vidocq COMMAND [OPTION …] …",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"vidocq {__version__}")
    subparsers = parser.add_subparsers(
        dest="command",
        metavar="COMMAND [OPTION …]",
        title="commands",
        parser_class=CommandParser,
    )
    for name, summary in COMMANDS.items():
        if name in full:
            command_module(name).add_parser(subparsers)
        else:
            subparsers.add_parser(name, help=summary, add_help=False)
    return parser


def _discard_output() -> None:
    """Nothing more is written: without this the interpreter complains of the closed pipe at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_fault(fault: Exception) -> None:
    """An error of our own says what to do; any other is a fault of the program."""
    _discard_output()
    if type(fault).__module__.startswith("vidocq."):
        print(f"vidocq: {fault}", file=sys.stderr)
    elif isinstance(fault, OSError):
        print(f"vidocq: the system refused: {fault}", file=sys.stderr)
    else:
        print(
            f"vidocq: a fault of the program: {type(fault).__name__}: {fault}\n"
            "Please report it with what VIDOCQ_TRACEBACK=1 shows.",
            file=sys.stderr,
        )
