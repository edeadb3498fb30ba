"""A dossier on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from vidocq.ask.dossier import Dossier, Told
from vidocq.cli.show.answers import (
    period,
    place,
    print_heading,
    print_item,
    print_lines,
    print_title,
)
from vidocq.cli.show.console import printable
from vidocq.cli.show.words import PREDICATES, number_of
from vidocq.model import Polarity
from vidocq.resolve.groups import ActorName, Word

MOST_NAMES = 24
MOST_APART = 12

_RELATIONS = {
    "same": "is also called",
    "overlaps": "overlaps with",
    "subgroup": "is a part of",
    "distinct": "is not",
}


def print_dossier(console: Console, dossier: Dossier) -> None:
    """Print who it is, its names and who gives them, and all that is claimed of it."""
    print_title(console, dossier.name, f"{dossier.id} · as seen by {dossier.viewpoint}")
    if dossier.ambiguous:
        _print_readings(console, dossier, "the name is ambiguous; it may also mean")
    elif len(dossier.readings) > 1:
        _print_readings(console, dossier, "also a name of")
    _print_names(console, dossier.names)
    if dossier.on_record:
        print_heading(console, "In the reports")
        print_item(console, ", ".join(dossier.on_record[:MOST_NAMES]))
    _print_apart(console, dossier.apart)
    _print_countries(console, dossier)
    print_lines(console, "Sponsors", dossier.sponsors, with_predicate=True)
    print_lines(console, "Said to act for it", dossier.sponsored)
    print_lines(console, "Laid on it", dossier.done)
    print_lines(console, "Whom it attacks", dossier.victims)
    print_lines(console, "With what", dossier.means)
    _print_accusers(console, dossier)
    print_lines(console, "Done against it", dossier.acts, with_predicate=True)
    print_lines(console, "What it did", dossier.own_acts, with_predicate=True)
    print_lines(console, "Denied", dossier.denials)
    _print_timeline(console, dossier.timeline)


def _print_readings(console: Console, dossier: Dossier, words: str) -> None:
    others = ", ".join(f"{one.name} ({one.id})" for one in dossier.readings[1:6])
    print_item(console, Text(printable(f"{words}: {others}"), style="yellow"), depth=2)


def _print_names(console: Console, names: Sequence[ActorName]) -> None:
    if not names:
        return
    print_heading(console, "Names")
    for name in names[:MOST_NAMES]:
        line = Text(printable(name.text), style="cyan")
        if name.scheme:
            line += Text(f"  {name.scheme.owner} ({name.scheme.kind})", style="not bold default")
        sources = ", ".join(dict.fromkeys(_source(word) for word in name.said_by))
        print_item(console, line + Text(f"  {printable(sources)}", style="dim"))
    if len(names) > MOST_NAMES:
        print_item(console, Text(f"and {len(names) - MOST_NAMES} more (--json)", style="dim"))


def _source(word: Word) -> str:
    return f"{word.owner} {word.since}" if word.since else word.owner


def _print_apart(console: Console, words: Sequence[Word]) -> None:
    if not words:
        return
    print_heading(console, "Neighbours and disputes")
    for word in words[:MOST_APART]:
        line = f"{word.a} {_RELATIONS[word.relation]} {word.b}: {_source(word)}"
        print_item(console, line)


def _print_countries(console: Console, dossier: Dossier) -> None:
    if not dossier.countries:
        return
    print_heading(console, "Linked by naming sources with")
    for name in dict.fromkeys(one.name for one in dossier.countries):
        sources = ", ".join(dict.fromkeys(o.source for o in dossier.countries if o.name == name))
        print_item(console, Text(printable(name)) + Text(f"  {printable(sources)}", style="dim"))


def _print_accusers(console: Console, dossier: Dossier) -> None:
    if not dossier.accusers:
        return
    print_heading(console, "Who speaks of it")
    for one in dossier.accusers:
        denies = "denies, " if one.polarity is Polarity.DENIED else ""
        beside = f"  {denies}{number_of(one.claims, 'claim')} · {period(one.first, one.last)}"
        print_item(console, Text(printable(one.name), style="cyan") + Text(beside, style="dim"))


def _print_timeline(console: Console, timeline: Sequence[Told]) -> None:
    if not timeline:
        return
    print_heading(console, "Latest claims")
    for told in reversed(timeline):
        print_item(console, told_line(told))
        print_item(console, Text(place(told.passage), style="dim"), depth=6)


def told_line(told: Told) -> Text:
    """A claim on one line: day, claimants, subject, predicate, object."""
    line = Text(f"{told.day or 'undated   '}  ", style="bold")
    line += Text(
        ", ".join(printable(one) for one in told.claimants[:4]) or "the report",
        style="not bold cyan",
    )
    if len(told.claimants) > 4:
        line += Text(f" and {len(told.claimants) - 4} more", style="not bold cyan")
    line += Text(": ", style="not bold")
    if told.polarity is Polarity.DENIED:
        line += Text("denied: ", style="not bold red")
    line += Text(printable(told.subject), style="not bold yellow")
    line += Text(f" {PREDICATES[told.predicate]} ", style="not bold")
    return line + Text(printable(told.object or ""), style="not bold magenta")
