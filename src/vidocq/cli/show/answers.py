"""The pieces of an answer on the terminal: headings, lines with their passages, periods."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vidocq.ask.lines import Line
from vidocq.cli.show.console import print_wrapped, printable
from vidocq.cli.show.words import PREDICATES, number_of
from vidocq.model import Polarity, Predicate
from vidocq.resolve.statement import Passage

LONGEST_QUOTE = 300
"""A quote is shown so far on the terminal; ``--json`` has all of it."""


def print_title(console: Console, title: str, beside: str = "") -> None:
    """The name of what is told of, and beside it what else is to be known first."""
    line = Text(printable(title), style="bold")
    if beside:
        line += Text(f"  {printable(beside)}", style="not bold dim")
    print_wrapped(console, line)


def print_heading(console: Console, heading: str) -> None:
    """The heading of a section."""
    console.print()
    console.print(Text("  ") + Text(heading, style="bold underline"))


def print_item(console: Console, text: Text | str, *, depth: int = 4) -> None:
    """One item of a section, wrapped under itself."""
    line = text if isinstance(text, Text) else Text(printable(text))
    print_wrapped(console, line, first=" " * depth, indent=" " * (depth + 2))


def print_passage(console: Console, passage: Passage | None, *, depth: int = 6) -> None:
    """The words, and where they stand: report, day, claim and position."""
    if passage is None:
        return
    words = printable(passage.quote)
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    print_wrapped(
        console, Text(f"“{words}”", style="italic"), first=" " * depth, indent=" " * depth
    )
    if passage.document is not None:
        print_wrapped(
            console, Text(place(passage), style="dim"), first=" " * depth, indent=" " * depth
        )


def place(passage: Passage) -> str:
    """Where a passage stands: "The Gazette, 2021-07-19, claim 502ef2b63cbd (94–394)"."""
    known = [passage.publisher or passage.title, passage.published]
    words = ", ".join(printable(one) for one in known if one)
    claim = (
        f"claim {passage.claim}" if passage.claim else f"document {(passage.document or '')[:16]}"
    )
    return f"{words + ' · ' if words else ''}{claim} · {passage.start}–{passage.end}"


def period(first: str | None, last: str | None) -> str:
    """From when to when: "2021-07-19", "2021-03-01 to 2021-07-20", or nothing."""
    if not first or not last or first == last:
        return first or last or ""
    return f"{first} to {last}"


def print_lines(
    console: Console, heading: str, lines: Iterable[Line], *, with_predicate: bool = False
) -> None:
    """A section of lines, each with its latest passage; no section without lines."""
    lines = list(lines)
    if not lines:
        return
    print_heading(console, heading)
    for line in lines:
        name = Text(printable(line.name), style="magenta")
        if line.polarity is Polarity.DENIED:
            name = Text("not ", style="red") + name
        if with_predicate:
            name = Text(f"{act_words(line.predicate, line.polarity)}: ") + Text(
                printable(line.name), style="magenta"
            )
        beside = [number_of(line.claims, "claim"), period(line.first, line.last)]
        name += Text("  " + " · ".join(one for one in beside if one), style="dim")
        print_item(console, name)
        print_passage(console, line.quotes[0] if line.quotes else None)


def act_words(predicate: Predicate, polarity: Polarity) -> str:
    """A predicate in words, denied ones as such: "no sanctions"."""
    words = PREDICATES[predicate]
    return f"not: {words}" if polarity is Polarity.DENIED else words


def plain_table(*columns: tuple[str, str]) -> Table:
    """A table without lines; columns as (name, left or right)."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 1))
    for name, side in columns:
        if side == "right":
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, overflow="fold")
    return table
