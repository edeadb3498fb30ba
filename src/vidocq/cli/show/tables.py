"""The views that are tables on the terminal: accusations, time line, conflicts, hits, sources, decisions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from vidocq.ask.course import Entry
from vidocq.ask.deciding import Decided
from vidocq.ask.matrix import Accusation
from vidocq.ask.passages import Hit
from vidocq.ask.provenance import Provenance
from vidocq.cli.show.answers import (
    act_words,
    period,
    place,
    plain_table,
    print_heading,
    print_item,
    print_passage,
    print_title,
)
from vidocq.cli.show.console import printable
from vidocq.cli.show.dossier import told_line
from vidocq.cli.show.words import CONFIDENCES, LIKELIHOODS, PREDICATES, number_of
from vidocq.ledger import DecisionKind
from vidocq.model import Polarity
from vidocq.resolve.conflicts import Conflict


def print_accusations(console: Console, rows: Sequence[Accusation], *, quotes: bool) -> None:
    """The matrix as rows; with ``quotes`` each followed by its acts and their latest passages."""
    if not rows:
        console.print("no accusations on the record with these conditions")
        return
    if quotes:
        for row in rows:
            _print_acts(console, row)
        return
    table = plain_table(
        ("accuser", "left"),
        ("accused", "left"),
        ("accuses", "right"),
        ("denies", "right"),
        ("acts", "right"),
        ("not taken", "right"),
        ("first", "right"),
        ("last", "right"),
    )
    for row in rows:
        table.add_row(
            Text(printable(row.accuser_name), style="cyan"),
            Text(printable(row.accused_name), style="magenta"),
            *(str(number or "") for number in (row.accuses, row.denies, row.acts, row.not_taken)),
            row.first or "",
            row.last or "",
        )
    console.print(table)
    console.print(Text("--quotes shows the acts and passages behind each row", style="dim"))


def _print_acts(console: Console, row: Accusation) -> None:
    print_title(console, f"{row.accuser_name} → {row.accused_name}", period(row.first, row.last))
    for act in row.by_act:
        words = f"{act_words(act.predicate, act.polarity)}  {number_of(act.claims, 'claim')}"
        print_item(console, f"{words} · {period(act.first, act.last)}", depth=2)
        print_passage(console, act.quote, depth=4)


def print_timeline(console: Console, entries: Sequence[Entry]) -> None:
    """Entries by day, each with its place."""
    day: str | None = ""
    for one in entries:
        if one.day != day:
            day = one.day
            console.print(Text(day or "without a date", style="bold"))
        line = Text(printable(", ".join(one.claimants[:6])) or "the report", style="cyan")
        if len(one.claimants) > 6:
            line += Text(f" and {len(one.claimants) - 6} more", style="cyan")
        line += Text(": ", style="default")
        if one.polarity is Polarity.DENIED:
            line += Text("denied: ", style="red")
        line += Text(printable(one.subject), style="yellow")
        line += Text(f" {PREDICATES[one.predicate]} ", style="default")
        line += Text(printable(one.object or ""), style="magenta")
        sure = [CONFIDENCES[one.confidence]] if one.confidence else []
        sure += [LIKELIHOODS[one.likelihood]] if one.likelihood else []
        sure += [number_of(one.documents, "report")] if one.documents > 1 else []
        line += Text("  " + " · ".join(sure), style="dim")
        print_item(console, line, depth=2)
        if one.quotes:
            print_item(console, Text(place(one.quotes[0]), style="dim"), depth=4)
    if not entries:
        console.print("nothing was said on the record with these conditions")


_LEVELS = {1: "cannot both be right", 2: "disagree", 3: "differ"}


def print_conflicts(console: Console, conflicts: Sequence[Conflict]) -> None:
    """Each conflict: its kind, the sentence, and both passages."""
    if not conflicts:
        console.print("no contradictions found on the record")
        return
    for number, one in enumerate(conflicts, 1):
        if number > 1:
            console.print()
        head = Text(f"{number}. ", style="bold") + Text(f"{one.kind}", style="bold yellow")
        head += Text(
            f"  {_LEVELS[one.level]} · {number_of(one.documents, 'report')}", style="not bold dim"
        )
        console.print(head)
        print_item(console, one.sentence, depth=3)
        for more in one.also:
            print_item(console, f"also: {more}", depth=3)
        print_passage(console, one.first, depth=5)
        print_passage(console, one.second, depth=5)


def print_hits(console: Console, hits: Sequence[Hit]) -> None:
    """Documents found, each with the passage and its claims there."""
    if not hits:
        console.print("no document holds all these words")
        return
    for number, hit in enumerate(hits):
        if number:
            console.print()
        beside = " · ".join(one for one in (hit.publisher, hit.published, hit.language) if one)
        print_title(console, hit.title or hit.source, beside)
        print_passage(console, hit.passage, depth=2)
        for told in hit.claims[:5]:
            print_item(console, told_line(told), depth=4)
            print_item(console, Text(place(told.passage), style="dim"), depth=6)


def print_provenance(console: Console, told: Provenance) -> None:
    """The claim, its count of documents and origins, the chain of each, and who says so."""
    print_item(console, told_line(told.claim), depth=0)
    print_passage(console, told.claim.passage, depth=2)
    console.print(Text(told.summary, style="bold"))
    for origin in told.origins:
        console.print()
        print_title(
            console,
            f"  {origin.name}",
            f"{number_of(len(origin.chain), 'document')} · {origin.first_day or 'undated'}",
        )
        for step in origin.chain:
            where = ", ".join(one for one in (step.publisher, step.published) if one)
            line = Text(printable(step.title or step.document[:16]))
            line += Text(
                f"  {printable(where)} · {printable(step.how)} · claim {step.claim}", style="dim"
            )
            print_item(console, line)
    if told.claimants:
        print_heading(console, f"Independent claimants: {len(told.claimants)}")
        for one in told.claimants:
            print_item(console, f"{one.name}  {number_of(one.documents, 'document')}")


def print_decisions(console: Console, decisions: Sequence[Decided]) -> None:
    """Decisions, each on a line with the reason."""
    if not decisions:
        console.print("no decisions on the record")
        return
    for one in decisions:
        print_item(console, decision_words(one), depth=0)


def decision_words(one: Decided) -> str:
    """A decision in words: "APT31 and Zirconium are the same: ada, 2024-05-01"."""
    verbs = {
        DecisionKind.SAME: "are the same",
        DecisionKind.DISTINCT: "are distinct",
        DecisionKind.UNDO: "are again as the sources say",
    }
    reason = f" ({one.reason})" if one.reason else ""
    return f"{one.a_name} and {one.b_name} {verbs[one.kind]}: {one.by}, {one.at[:10]}{reason}"
