"""The terminal: its width, its colours, and text that is safe to print there."""

from __future__ import annotations

import os
import re
import sys

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

# Escape sequences, overstrikes and changes of writing direction in a document could repaint the
# terminal or make a name look like another; half a surrogate pair cannot be written at all.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text on one line, with every run of white space as one space and no control characters."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """The text with a sign of replacement for what would repaint the terminal, turn the writing, or cannot be written."""
    return _UNPRINTABLE.sub("\ufffd", text)


def output_console() -> Console:
    """Standard output: coloured on a terminal, plain elsewhere or under NO_COLOR, 80 columns in a pipe."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return _console(stderr=False)


def message_console() -> Console:
    """Standard error, for messages and progress."""
    return _console(stderr=True)


class _Terminal(Console):
    """A console whose reader may leave: rich would end the program as one that failed, `vidocq.cli.program` ends it quietly."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _console(*, stderr: bool) -> Console:
    console = _Terminal(
        stderr=stderr,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        markup=False,
        emoji=False,
        highlight=False,
    )
    if not console.is_terminal:
        console.size = console.size  # no window that changes: not asked for again with every line
    return console


def print_line(console: Console, *parts: tuple[str, str]) -> None:
    """Print one line as it is, each part in its style."""
    if console.color_system is None:
        # As rich does it, at a hundredth of the cost: of a corpus, thousands are printed.
        console.file.write("".join(words for words, _ in parts) + "\n")
        console.file.flush()
    else:
        console.print(Text.assemble(*parts), soft_wrap=True)


def clipped(words: str, room: int) -> str:
    """The words in so many columns, with ``…`` where they are cut."""
    return words if cell_len(words) <= room else set_cell_size(words, room - 1) + "…"


def say(console: Console, message: str) -> None:
    """A message of the program on a line of its own, not wrapped, so that a script can search it."""
    console.print(Text(f"vidocq: {printable(message)}"), soft_wrap=True)


def print_wrapped(console: Console, text: Text, *, first: str = "", indent: str = "") -> None:
    """Print text wrapped at the console's width: ``first`` before its first line, ``indent`` before the others."""
    width = max(console.width - max(len(first), len(indent)), 20)
    for number, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        console.print(Text(indent if number else first) + line, soft_wrap=True)
