"""A reading on the terminal: the document, then its claims by predicate, each passage once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from vidocq.cli.show.console import clipped, print_line, print_wrapped, printable
from vidocq.cli.show.words import PREDICATES, circumstances, claimant_words
from vidocq.model import Claim, Document, Polarity, Reading, Span

_SUBJECT, _OBJECT, _CLAIMANT = "yellow", "magenta", "cyan"
_NO_CLAIMS = "  no claims"


def print_reading(console: Console, reading: Reading) -> None:
    """Print a document and its claims; a document without claims takes one line."""
    document = reading.document
    title = printable(document.title or document.id)
    if not reading.claims:
        title = clipped(title, console.width - len(_NO_CLAIMS))
        print_line(console, (title, "bold"), (_NO_CLAIMS, "dim"))
        return
    print_wrapped(console, Text(title, style="bold"))
    print_wrapped(console, Text(_origin(document), style="dim"))
    _print_claims(console, reading.claims)
    print_line(console)


def _origin(document: Document) -> str:
    """Publisher, date, language and source, those that are known."""
    known = (document.publisher, document.published, document.language, document.source)
    return " · ".join(printable(part) for part in known if part)


def _print_claims(console: Console, claims: Sequence[Claim]) -> None:
    """Claims by predicate in the order of the words table, in a predicate by passage."""
    numbers: dict[Span, int] = {}
    order = list(PREDICATES)
    ordered = sorted(claims, key=lambda c: (order.index(c.predicate), c.span))
    for predicate, group in groupby(ordered, key=lambda c: c.predicate):
        print_line(console)
        print_line(console, ("  ", ""), (PREDICATES[predicate], "bold underline"))
        for span, sharing in groupby(group, key=lambda c: c.span):
            for claim in sharing:
                _print_claim(console, claim)
            if span in numbers:
                above = f"      in the passage [{numbers[span]}] above"
                print_line(console, (above, "dim"))
                continue
            numbers[span] = len(numbers) + 1
            quote = marked_quote([c for c in claims if c.span == span])
            mark = f"[{numbers[span]}]"
            print_wrapped(console, quote, first=f"  {mark:>3} ", indent="      ")


def _print_claim(console: Console, claim: Claim) -> None:
    denied = claim.polarity is Polarity.DENIED
    line = Text(printable(claim.subject.text), style=_SUBJECT)
    if claim.object:
        line += Text(" ↛ " if denied else " → ", style="not bold default")
        line += Text(printable(claim.object.text), style=_OBJECT)
    print_wrapped(console, line, first="    ", indent="      ")
    who = Text(printable(claimant_words(claim)))
    for claimant in claim.claimants:
        _mark(who, claimant.text, _CLAIMANT)
    print_wrapped(console, who, first="      ", indent="        ")
    words = circumstances(claim)
    if words:
        certainty = Text(printable(" · ".join(words)))
        if denied:
            certainty.stylize("red", 0, len("denied"))
        print_wrapped(console, certainty, first="      ", indent="        ")


def marked_quote(claims: Sequence[Claim]) -> Text:
    """The passage that the claims share, in quotation marks, with the names in colour."""
    quote = Text(f"“{printable(claims[0].quote)}”", style="italic")
    _mark_all(quote, (c.subject.text for c in claims), _SUBJECT)
    _mark_all(quote, (c.object.text for c in claims if c.object), _OBJECT)
    _mark_all(quote, (who.text for c in claims for who in c.claimants), _CLAIMANT)
    return quote


def _mark_all(text: Text, names: Iterable[str], style: str) -> None:
    for name in sorted(set(names), key=len):
        _mark(text, name, style)


def _mark(text: Text, name: str, style: str) -> None:
    """Colour every place where the name stands as a word of its own."""
    words = printable(name)
    if words:
        text.highlight_regex(rf"(?<!\w){re.escape(words)}(?!\w)", style)
