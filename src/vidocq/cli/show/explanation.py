"""A sentence after each stage of the cascade: why it was read as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from rich.console import Console
from rich.text import Text

from vidocq.cli.show.console import print_wrapped, printable


class StageTrace(Protocol):
    """What one stage made of a sentence: its name, and a line for each thing it found."""

    @property
    def name(self) -> str: ...
    @property
    def lines(self) -> Sequence[str]: ...


class SentenceTrace(Protocol):
    """A sentence and what each stage made of it, in order."""

    @property
    def sentence(self) -> str: ...
    @property
    def stages(self) -> Sequence[StageTrace]: ...


def print_explanation(console: Console, traces: Iterable[SentenceTrace]) -> None:
    """Print each sentence, then each stage with what it found; a stage that found nothing says so."""
    for trace in traces:
        print_wrapped(console, Text(printable(trace.sentence), style="italic"))
        for stage in trace.stages:
            console.print(Text(f"  {printable(stage.name)}", style="bold"))
            for line in stage.lines or ("nothing",):
                print_wrapped(console, Text(printable(line)), first="    ", indent="      ")
        console.print()
