"""``vidocq import``: what others keep, onto the record."""  # noqa: N999 - the command's name

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from vidocq.cli.exit_status import ExitStatus
from vidocq.cli.options import add_ledger_option
from vidocq.cli.registry import Subparsers, command_parser

if TYPE_CHECKING:
    from vidocq.share.recording import Imported

_DESCRIPTION = """\
Records what a file of another platform says: a STIX 2.0 or 2.1 bundle, ours or
of any producer, whose relationships become claims of that producer; MISP
events, claims of the organisation that made them; clusters of the MISP galaxy.
What maps to what is in docs/interchange.md. A file with something wrong in it
is refused whole, with the object and the property named."""

_EPILOG = """\
examples:
  vidocq import enterprise-attack.json
  vidocq import misp-galaxy/clusters/threat-actor.json
  vidocq import --json bundle.json | jq .passed_over

Importing the same file again changes nothing. A document that Vidocq has read
itself stays as it was read."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the parser of ``vidocq import``."""
    parser = command_parser(
        subparsers,
        "import",
        usage="[OPTION …] FILE …",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
    add_ledger_option(parser)
    parser.add_argument("--json", action="store_true", help="print JSON, one object a file")


def run(arguments: argparse.Namespace) -> int:
    """Import every file; a file that is refused does not stop the others, and the exit status is then 3."""
    import sys

    from vidocq.cli.show.console import message_console, say
    from vidocq.ledger import open_ledger
    from vidocq.share.errors import ShareError
    from vidocq.share.importing import import_bytes, import_file

    refused = False
    with open_ledger(arguments.ledger) as ledger:
        for name in arguments.files:
            try:
                if name == "-":
                    told = import_bytes(ledger, sys.stdin.buffer.read(), "standard input")
                else:
                    told = import_file(ledger, Path(name))
            except ShareError as fault:
                refused = True
                say(message_console(), str(fault))
            else:
                _print(told, name, as_json=arguments.json)
    return ExitStatus.UNREADABLE_INPUT if refused else ExitStatus.DONE


def _print(told: Imported, name: str, *, as_json: bool) -> None:
    import msgspec

    from vidocq.cli.json_lines import print_json_line
    from vidocq.cli.show.console import output_console, printable
    from vidocq.cli.show.words import number_of

    if as_json:
        print_json_line({"file": name, **msgspec.to_builtins(told)})
        return
    console = output_console()
    lines = [
        f"{name}: {told.format}, {number_of(told.objects, 'object')}",
        f"  {number_of(told.claims, 'claim')} in {number_of(told.documents, 'document')}, "
        f"{told.added:,} new to the record",
    ]
    if told.judgements:
        lines.append(f"  {number_of(told.judgements, 'judgement')} of persons on claims")
    if told.decisions:
        lines.append(f"  {number_of(told.decisions, 'decision')} of persons on names")
    if told.kept:
        lines.append(f"  {number_of(told.kept, 'document')} read before and left as read")
    if told.passed_over:
        lines.append("  no claims in:")
        lines += [f"    {number:>7,}  {what}" for what, number in told.passed_over.items()]
    for line in lines:
        console.print(printable(line) if not line.startswith(" ") else line, soft_wrap=True)
