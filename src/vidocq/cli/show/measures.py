"""What a run of ``vidocq bench`` measured: one table, and what it means for a corpus."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from vidocq.bench.machine import named
from vidocq.bench.report import Estimate, Report, Row, Texts
from vidocq.bench.timing import Spread
from vidocq.bench.ways import LOOK, READING, RULES
from vidocq.cli.show.answers import plain_table
from vidocq.cli.show.console import print_wrapped, printable
from vidocq.cli.show.words import number_of

_BUSY = 0.9
"""Below this share of the time at work, something else was running."""
_NEVER_WAIT = (LOOK, READING, RULES)
"""Rows that wait for nothing: neither for the disk nor for another process."""
_LOAD = 0.5
"""So much load beside ours does not matter."""


def print_report(console: Console, report: Report) -> None:
    """Machine, texts, table, start, estimate."""
    machine = report.machine
    cores = number_of(machine.cores, "core")
    _say(
        console,
        f"{machine.processor}, {cores}, {machine.system}; Python {machine.python}, {named(machine)}",
    )
    _say(console, _texts_words(report.texts))
    console.print()
    table = plain_table(
        ("", "left"),
        ("documents/s", "right"),
        ("least–greatest", "right"),
        ("MB/s", "right"),
        ("ms each", "right"),
        ("times", "right"),
        ("MB held", "right"),
    )
    for row in report.rows:
        table.add_row(*_cells(row))
    console.print(table)
    console.print()
    _say(
        console,
        f"Median of {number_of(report.rounds, 'round')} in turns. times: as long as reading the bytes; "
        "MB/s: of text, in the first two rows of the bytes as they lie; MB held: the most memory that a process took which did that alone.",
    )
    _say(console, _found_words(report))
    for start in report.starts:
        _say(console, f"{start.command}, the whole process: {_seconds_words(start.seconds)}")
    if busy := _busy_words(report):
        _say(console, busy)
    if report.estimate is not None:
        console.print()
        print_wrapped(console, Text(_estimate_words(report.estimate), style="bold"))


def duration(seconds: float) -> str:
    """A time as a person says it, to three digits or so: "1 h 23 min", "45 s", "3 d 4 h"."""
    if seconds < 59.5:
        return f"{seconds:.0f} s" if seconds >= 9.95 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return f"{hours} h {minutes} min"
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h"


def size(number: int) -> str:
    """Bytes in the decimal unit that fits: "0.8 MB", "3.4 GB"."""
    for unit, large in (("TB", 1e12), ("GB", 1e9)):
        if number >= large:
            return f"{number / large:.1f} {unit}"
    return f"{number / 1e6:.1f} MB" if number >= 1e5 else f"{number / 1e3:.1f} kB"


def _say(console: Console, words: str) -> None:
    print_wrapped(console, Text(printable(words)))


def _texts_words(texts: Texts) -> str:
    languages = ", ".join(f"{number} {code}" for code, number in texts.languages.items())
    words = (
        f"{number_of(texts.documents, 'document')} ({languages}), {size(texts.text_bytes)} of text"
    )
    if texts.ours:
        return f"{words}: they come with the program"
    if not texts.whole:
        return f"{words}: a sample of the first {texts.drawn_from:,} records of the inputs"
    if texts.drawn_from > texts.documents:
        return f"{words}: a sample of {texts.drawn_from:,} records"
    return words


def _cells(row: Row) -> list[str]:
    rate = row.documents_per_second
    return [
        row.name,
        _number(rate.median),
        f"{_number(rate.least)}–{_number(rate.greatest)}",
        _number(row.megabytes_per_second.median),
        _number(row.milliseconds_per_document.median),
        _number(row.times_the_bytes.median),
        f"{row.memory_bytes / 1e6:,.0f}" if row.memory_bytes else "",
    ]


def _number(value: float) -> str:
    """Three digits that count, or all before the point; hundreds of thousands in thousands (k) or millions (M)."""
    if value >= 999_500:
        return f"{value / 1e6:,.2f} M"
    if value >= 99_950:
        return f"{value / 1e3:.0f} k"
    if value >= 99.95:
        return f"{value:,.0f}"
    if value >= 9.995:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.0995 else f"{value:.2g}"


def _found_words(report: Report) -> str:
    found = {row.name: row for row in report.rows}
    return (
        f"Of {number_of(report.texts.documents, 'document')} {found[LOOK].found:,} may hold a claim; "
        f"full reading finds {number_of(found[READING].found, 'claim')}, {found[RULES].found:,} by the rules alone."
    )


def _seconds_words(seconds: Spread) -> str:
    return f"{seconds.median:.2f} s ({seconds.least:.2f}–{seconds.greatest:.2f})"


def _busy_words(report: Report) -> str:
    """A warning where others were at work on the machine, or nothing."""
    machine = report.machine
    jobs = (report.estimate.jobs if report.estimate else None) or 1
    before = machine.load or 0.0
    shares = [row.busy for row in report.rows if row.busy is not None and row.name in _NEVER_WAIT]
    least = min(shares, default=1.0)
    if least >= _BUSY and before + min(jobs, machine.cores) <= machine.cores + _LOAD:
        return ""
    return (
        f"The machine was not idle: load {before:.1f} on {number_of(machine.cores, 'core')} in the minute "
        f"before, and in one row this process had {least:.0%} of a core. Figures of an idle one are better."
    )


def _estimate_words(estimate: Estimate) -> str:
    words = f"A million such documents ({size(estimate.text_bytes)} of text): {duration(estimate.seconds)} on one core"
    if estimate.ledger_bytes:
        words += f", {size(estimate.ledger_bytes)} of ledger"
    if estimate.jobs_seconds is not None:
        several = "1 process" if estimate.jobs == 1 else f"{estimate.jobs} processes"
        words += f"; with {several} {duration(estimate.jobs_seconds)}, without a ledger"
    return words + "."
