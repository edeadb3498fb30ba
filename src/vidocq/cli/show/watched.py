"""Alerts and polls in words: for a person at the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from vidocq.acquire.address import is_address, without_password
from vidocq.ask.matrix import party_id
from vidocq.cli.show.console import print_line, print_wrapped, printable
from vidocq.cli.show.reading import marked_quote
from vidocq.cli.show.words import PREDICATES, circumstances, claimant_words, number_of
from vidocq.knowledge.facts import entity_label
from vidocq.model import Polarity
from vidocq.watch.alerts import Alert
from vidocq.watch.delivery import Undelivered
from vidocq.watch.durations import time_of
from vidocq.watch.loading import secrets_of
from vidocq.watch.polling import Report, Unread
from vidocq.watch.rules import in_words
from vidocq.watch.settings import Feeds, FeedSource, Rule, Source, kind_of


def print_alert(console: Console, alert: Alert) -> None:
    """The rule, who says who did what to whom, the quote, and where it stands."""
    claim = alert.claim
    heading = Text.assemble(("ALERT  ", "bold red"), (printable(alert.rule), "bold"))
    print_wrapped(console, heading)
    sign = " ↛ " if claim.polarity is Polarity.DENIED else " → "
    what = printable(claim.subject.text)
    if claim.object:
        what += sign + printable(claim.object.text)
    print_wrapped(console, Text(what), first="  ", indent="    ")
    told = [PREDICATES[claim.predicate], claimant_words(claim), *circumstances(claim)]
    print_wrapped(console, Text(printable(" · ".join(told))), first="    ", indent="      ")
    if alert.new_pairs:
        first = Text(f"for the first time on the record: {_accusing(alert)}", style="yellow")
        print_wrapped(console, first, first="    ", indent="      ")
    print_wrapped(console, marked_quote([claim]), first="  ", indent="  ")
    if alert.contradicts:
        other = alert.contradicts
        print_wrapped(
            console,
            Text(f"contradicts: {printable(other.sentence)}", style="yellow"),
            first="  ",
            indent="    ",
        )
        where = " · ".join(printable(x) for x in (other.publisher, other.published) if x)
        quote = f"“{printable(other.quote)}”" + (f" ({where})" if where else "")
        print_wrapped(console, Text(quote, style="italic"), first="    ", indent="    ")
    origin = (alert.publisher, alert.published, alert.title)
    print_wrapped(
        console,
        Text(" · ".join(printable(one) for one in origin if one), style="dim"),
        first="  ",
        indent="    ",
    )
    # In one piece, so that a terminal can open it.
    print_line(console, ("  ", ""), (printable(alert.address), "dim"))
    print_line(console, ("  ", ""), (f"vidocq sources {alert.claim_id}", "dim"))
    print_line(console)


def _accusing(alert: Alert) -> str:
    """Who accuses whom, in names: "Canada, Japan → China"."""
    names = [_party(accuser) for accuser, _ in alert.new_pairs]
    return f"{', '.join(names)} → {_party(alert.new_pairs[0][1])}"


def _party(code: str) -> str:
    return printable(entity_label(party_id(code)))


def in_short(report: Report) -> str:
    """One line on a poll: "CERT-FR: 3 new, 3 read, 4 claims, 1 alert"."""
    if report.fault and not (report.new or report.read):
        return f"{report.source}: {report.fault}"
    counts = [f"{report.new:,} new"]
    if report.read:
        counts.append(f"{report.read:,} read")
        counts.append(f"{number_of(report.claims, 'claim')} new to the record")
    if report.alerts:
        counts.append(number_of(report.alerts, "alert"))
    if report.waiting:
        counts.append(f"{report.waiting:,} left for later")
    line = f"{report.source}: {', '.join(counts)}"
    return f"{line}; then it failed: {report.fault}" if report.fault else line


def unread_words(one: Unread) -> str:
    """An item that could not be read, and what becomes of it."""
    fate = "it is tried again later" if one.again else "it is not tried again"
    return f"{one.place}: {one.why}; {fate}"


def undelivered_words(one: Undelivered) -> str:
    """Alerts that did not arrive."""
    return (
        f"rule {one.rule!r}, {one.destination}: {number_of(one.alerts, 'alert')} not delivered: {one.why}; "
        "kept, and sent again at the next poll"
    )


def print_feeds(console: Console, feeds: Feeds, every: float) -> None:
    """What would be polled, how often, and what each rule tells of."""
    for source in feeds.sources:
        heading = Text.assemble((f"{kind_of(source):<6} ", "dim"), (printable(source.name), "bold"))
        print_wrapped(console, heading, indent="       ")
        shown = without_password(source.url) if is_address(source.url) else source.url
        print_line(console, ("       ", ""), (printable(shown), ""))
        words = f"every {time_of(source.every or every)}, at most {source.most:,} at once; {_how(source)}"
        print_wrapped(console, Text(words, style="dim"), first="       ", indent="       ")
    for rule in feeds.rules:
        print_line(console)
        heading = Text.assemble(("alert  ", "dim"), (printable(rule.name), "bold"))
        print_wrapped(console, heading, indent="       ")
        print_wrapped(console, Text(printable(in_words(rule))), first="       ", indent="         ")
        print_wrapped(
            console, Text(f"told {_where(rule)}", style="dim"), first="       ", indent="         "
        )


def _how(source: Source) -> str:
    if isinstance(source, FeedSource):
        return "the page of each entry" if source.full else "the entries' own words"
    secrets = secrets_of(source)
    if not secrets:
        return "without a key"
    clear = " (sent without encryption: http://)" if source.url.startswith("http:") else ""
    return f"let in by ${', $'.join(secrets)}{clear}"


def _where(rule: Rule) -> str:
    places = ["on standard output"]
    if rule.webhook_env:
        places.append(f"to the webhook in ${rule.webhook_env}")
    if rule.webhook:
        places.append(f"to {rule.webhook}")
    if rule.append:
        places.append(f"in {rule.append}")
    return ", ".join(places)
