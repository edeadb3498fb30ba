"""The page of the commands, made from the program's own help so that it cannot go stale.

python -m vidocq.cli.documentation > docs/commands.md
"""

from __future__ import annotations

import argparse
import os
import sys

from vidocq.cli.program import build_parser
from vidocq.cli.registry import COMMANDS

_PREFACE = """\
# Commands

<!-- Made by `python -m vidocq.cli.documentation > docs/commands.md`; a test compares it with the program. -->

What `vidocq --help` and `vidocq COMMAND --help` say.
"""


def commands_page() -> str:
    """The page in Markdown: the help of the program and of each command, at 80 columns."""
    columns = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"  # argparse has no other way to be told a width
    try:
        parser = build_parser()
        sections = [_section("vidocq", parser)]
        sections += [_section(f"vidocq {name}", _command(parser, name)) for name in COMMANDS]
    finally:
        if columns is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = columns
    return "\n".join([_PREFACE, *sections])


def _section(title: str, parser: argparse.ArgumentParser) -> str:
    return f"## {title}\n\n```text\n{parser.format_help().rstrip()}\n```\n"


def _command(parser: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    """The parser of one command, out of the parser of the program."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found: argparse.ArgumentParser = action.choices[name]
            return found
    raise LookupError(f"the program has no commands, so no {name!r}")


if __name__ == "__main__":
    sys.stdout.write(commands_page())
