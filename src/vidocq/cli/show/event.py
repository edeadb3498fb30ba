"""An incident on the terminal: its standing first, then on whom it is laid, and what followed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from vidocq.ask.standing import Blame, IncidentReport, Response, Standing, Voice
from vidocq.cli.show.answers import (
    act_words,
    period,
    print_heading,
    print_item,
    print_lines,
    print_passage,
    print_title,
)
from vidocq.cli.show.console import printable
from vidocq.cli.show.dossier import told_line
from vidocq.cli.show.words import CONFIDENCES, count_words, number_of, time_words
from vidocq.model import Polarity
from vidocq.resolve.parties import ClaimantKind

MOST_VOICES = 12

_KINDS = {
    ClaimantKind.VICTIM_STATE: ("victim state", "victim states"),
    ClaimantKind.ACCUSED: ("accused state", "accused states"),
    ClaimantKind.OTHER_STATE: ("other state", "other states"),
    ClaimantKind.BLOC: ("bloc", "blocs"),
    ClaimantKind.VENDOR: ("vendor", "vendors"),
    ClaimantKind.MEDIA: ("outlet", "outlets"),
    ClaimantKind.GROUP: ("group", "groups"),
    ClaimantKind.OTHER: ("other", "others"),
}


def print_incident(console: Console, told: IncidentReport) -> None:
    """Print an incident's standing and its sections, each line with its passage."""
    print_title(console, told.name, told.id)
    if told.names:
        print_item(console, "in the reports: " + "; ".join(told.names[:8]), depth=2)
    for one in told.merged:
        print_item(console, f"the same event as {one.name} ({one.id}): {one.reason}", depth=2)
    others = [one for one in told.readings if one.id != told.id]
    if others:
        names = ", ".join(f"{one.name} ({one.id})" for one in others[:6])
        print_item(
            console, Text(printable(f"the name may also mean: {names}"), style="yellow"), depth=2
        )
    _print_standing(console, told.standing)
    _print_blamed(console, told.blamed)
    if told.sponsors:
        print_heading(console, "For whom they are said to act")
        for claim in told.sponsors:
            print_item(console, told_line(claim))
            print_passage(console, claim.passage)
    print_lines(console, "Whom it hit", told.victims)
    if told.numbers:
        print_heading(console, "Numbers")
        for number in told.numbers:
            what = f" ({number.what})" if number.what else ""
            print_item(
                console,
                f"{count_words(number.count)}{what}  {number_of(number.documents, 'report')}",
            )
            print_passage(console, number.quotes[0] if number.quotes else None)
    print_lines(console, "With what", told.means)
    _print_responses(console, told.responses)


def _print_standing(console: Console, standing: Standing) -> None:
    print_heading(console, "Standing")
    counted = [f"{number} {_KINDS[kind][number > 1]}" for kind, number in standing.accusers.items()]
    lines = [
        f"laid on somebody by: {', '.join(counted) or 'nobody named'}",
        "highest stated confidence: "
        + (f"{standing.highest}, {standing.highest_by}" if standing.highest else "none stated"),
        f"denied by: {number_of(standing.deniers, 'party').replace('partys', 'parties')}",
        f"responses: {standing.responses}; expressly none: {standing.absent_responses}",
        f"told: {period(standing.first, standing.last)} in {number_of(standing.documents, 'report')}, "
        f"{number_of(standing.claims, 'claim')}",
    ]
    for line in lines:
        print_item(console, line)


def _print_blamed(console: Console, blamed: Sequence[Blame]) -> None:
    if not blamed:
        return
    print_heading(console, "On whom it is laid")
    for one in blamed:
        line = Text(printable(one.name), style="bold magenta")
        acts_for = f" · acts for {', '.join(one.sponsors)}" if one.sponsors else ""
        days = period(one.first, one.last)
        beside = f"  {number_of(one.claims, 'claim')}{' · ' + days if days else ''}{acts_for}"
        print_item(console, line + Text(beside, style="not bold dim"))
        if one.accusers:
            print_item(console, Text("by ") + _voices(one.accusers), depth=6)
        print_passage(console, one.quotes[0] if one.quotes else None)
        if one.denials:
            deniers = _voices(one.deniers) if one.deniers else Text("nobody named")
            print_item(console, Text("denied by ", style="red") + deniers, depth=6)
            print_passage(console, one.denials[0])


def _voices(voices: Sequence[Voice]) -> Text:
    line = Text()
    for number, one in enumerate(voices[:MOST_VOICES]):
        line += Text(", " if number else "", style="default")
        line += Text(printable(one.name), style="cyan")
        if one.confidence:
            line += Text(f" ({CONFIDENCES[one.confidence]})", style="default")
    if len(voices) > MOST_VOICES:
        line += Text(f" and {len(voices) - MOST_VOICES} more", style="default")
    return line


def _print_responses(console: Console, responses: Sequence[Response]) -> None:
    if not responses:
        return
    print_heading(console, "What followed")
    for one in responses:
        style = "red" if one.polarity is Polarity.DENIED else "green"
        line = Text(f"{act_words(one.predicate, one.polarity)}: ", style=style)
        line += Text(printable(one.actor_name), style="yellow")
        if one.target_name:
            line += Text(" → ", style="default") + Text(printable(one.target_name), style="magenta")
        extra = [count_words(one.count)] if one.count else []
        extra += [time_words(one.day)] if one.day else []
        extra.append("in a report of the incident" if one.link == "same report" else one.link)
        print_item(console, line + Text("  " + " · ".join(extra), style="dim"))
        print_passage(console, one.quotes[0] if one.quotes else None)
