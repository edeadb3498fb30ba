"""The commands there are. To add one: a file ``commands/NAME.py`` and a line in ``COMMANDS``.

A command file has ``add_parser(subparsers)``, which builds the command's parser with
``command_parser``, and ``run(arguments) -> int``, which returns an exit status. The one-line help
stands here so that ``vidocq --help`` imports no command.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from types import ModuleType
from typing import TypeAlias

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

COMMANDS = {
    "read": "read reports; print the claims; record them",
    "who": "dossier of an actor: names, sponsors, victims, claims",
    "incident": "an incident: who blames whom, how surely, what followed",
    "accusations": "who accuses whom",
    "timeline": "claims and responses in time",
    "conflicts": "contradictions on the record, each with both passages",
    "search": "full text over documents and claims",
    "sources": "every source of a claim, copies folded, origins counted",
    "same": "record that two names mean the same actor or incident",
    "distinct": "record that two names do not mean the same",
    "export": "the record as STIX, MISP, CSV, Parquet, GraphML …",
    "watch": "poll feeds, TAXII and MISP; tell by rules what is new",
    "serve": "the explorer, the REST API and TAXII 2.1",
    "import": "STIX bundles and MISP events, as claims of their makers",
    "evaluate": "compare claims with gold claims",
    "bench": "how fast this machine reads your texts",
}
"""Name → one-line help, in the order of the help page."""


class CommandParser(argparse.ArgumentParser):
    """A command's parser, to which options may be given before, between and after the other words."""

    _within = False

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """As argparse does, but intermixed: it otherwise takes a missing [FILE] for given too early."""
        if self._within:
            return super().parse_known_args(args, namespace)
        self._within = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._within = False


def command_module(name: str) -> ModuleType:
    """The file of a command, imported now."""
    return import_module(f"vidocq.cli.commands.{name}")


def command_parser(
    subparsers: Subparsers, name: str, *, usage: str, description: str, epilog: str
) -> argparse.ArgumentParser:
    """The parser of a command: ``usage`` follows ``vidocq NAME``, ``epilog`` gives the examples."""
    return subparsers.add_parser(
        name,
        prog=f"vidocq {name}",
        help=COMMANDS[name],
        usage=f"vidocq {name} {usage}",
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
