"""The figures of an evaluation as tables, and the claims behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vidocq.cli.show.console import print_wrapped, printable
from vidocq.evaluate import Agreement, Figures, Interval, Mistake, Share
from vidocq.evaluate.rows import Mention

_MEANINGS = {
    "claim": "claims",
    "lenient": "claims, leniently",
    "dyad": "who accuses whom",
    "claimant": "claimants",
    "event_time": "year of the event",
    "grounded": "grounded quotes",
    "quiet": "quiet documents",
}


def print_figures(console: Console, figures: Figures, intervals: Mapping[str, Interval]) -> None:
    """Print the tables; a figure that has an interval shows it."""
    agreements = _agreement_table(bool(intervals))
    for name, value in figures.agreements.items():
        _add_agreement(agreements, _MEANINGS[name], value, intervals.get(name))
    console.print(agreements)
    console.print()
    console.print(_share_table(figures, intervals))
    console.print()
    by = _agreement_table(bool(intervals))
    for name, value in figures.by.items():
        _add_agreement(by, printable(name), value, intervals.get(name))
    console.print(by)


def print_mistakes(console: Console, kind: str, mistakes: Sequence[Mistake]) -> None:
    """Print claims without partner, a paragraph each."""
    for mistake in mistakes:
        claim = mistake.claim
        console.print()
        console.print(Text(printable(f"{kind} in {mistake.doc}"), style="bold"), soft_wrap=True)
        who = ", ".join(_brief(c) for c in claim.claimants or ()) or "(nobody named)"
        said = f"{claim.predicate}: {_brief(claim.subject)} → {_brief(claim.object)}"
        polarity = " (denied)" if claim.denied else ""
        print_wrapped(console, Text(printable(said + polarity)), first="  ", indent="    ")
        print_wrapped(console, Text(printable(f"says so: {who}")), first="  ", indent="    ")
        print_wrapped(console, Text(printable(claim.quote or "")), first="  “", indent="   ")


def _agreement_table(with_intervals: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("", min_width=18)
    columns = ["precision", "recall", "F1", *(["95 % of F1"] if with_intervals else [])]
    for name in [*columns, "gold", "predicted"]:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _add_agreement(table: Table, name: str, value: Agreement, interval: Interval | None) -> None:
    numbers = [f"{value.precision:.3f}", f"{value.recall:.3f}", f"{value.f1:.3f}"]
    if len(table.columns) == 7:
        numbers.append(_range(interval))
    table.add_row(name, *numbers, str(value.gold), str(value.predicted))


def _share_table(figures: Figures, intervals: Mapping[str, Interval]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("", min_width=18)
    for name in ["share", "of", *(["95 %"] if intervals else [])]:
        table.add_column(name, justify="right", no_wrap=True)
    shares: dict[str, Share] = {**figures.fields, "quiet": figures.quiet}
    if figures.grounded is not None:
        shares["grounded"] = figures.grounded
    for name, value in shares.items():
        share = "–" if value.share is None else f"{value.share:.3f}"
        extra = [_range(intervals.get(name))] if intervals else []
        table.add_row(_MEANINGS.get(name, name), share, str(value.of), *extra)
    return table


def _range(interval: Interval | None) -> str:
    return f"{interval.low:.3f}–{interval.high:.3f}" if interval else ""


def _brief(mention: Mention | None) -> str:
    return f"{mention.id or mention.type} “{mention.text or ''}”" if mention else "–"
