"""Conflicts as of an earlier moment: what was recorded later is not seen, what ended since is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.databases import NewLedger
from tests.ledger import reports as r
from vidocq import ask
from vidocq.ledger import Ledger, open_ledger
from vidocq.model import EntityType, Predicate, Reading, Reference
from vidocq.resolve.conflicts import ConflictKind

MICROSOFT = r.entity("company:microsoft", "Microsoft")
PARLIAMENT = r.entity("organisation:fi-parliament", "Parliament of Finland")


def _report(name: str, group: Reference, day: str) -> Reading:
    words = f"Microsoft said that {group.text} broke into the Parliament of Finland."
    report = r.document(words, id=name, published=day)
    hit = r.claim(report, words, Predicate.TARGETS, group, PARLIAMENT, (MICROSOFT,), said_on=day)
    laid = r.claim(report, words, Predicate.ATTRIBUTED_TO, BREACH, group, (MICROSOFT,), said_on=day)
    return Reading(document=report, claims=(hit, laid))


BREACH = Reference(type=EntityType.INCIDENT, text="the breach", id="incident:fi-parliament-2020")
RIGHT = _report("right", r.entity("group:apt31", "APT31"), "2021-03-18")
WRONG = _report("wrong", r.entity("group:apt30", "APT30"), "2021-03-19")


@pytest.fixture
def record(new_ledger: NewLedger) -> Iterator[tuple[Ledger, list[datetime]]]:
    """A record and its moments: one report; one that disagrees; the latter read anew, without claims."""
    steps = (
        (RIGHT, "vidocq 1"),
        (WRONG, "vidocq 1"),
        (Reading(document=WRONG.document), "vidocq 2"),
    )
    with open_ledger(new_ledger()) as ledger:
        moments = []
        for reading, extractor in steps:
            ledger.record([reading], extractor=extractor)
            moments.append(max(one.recorded_at for one in ledger.documents()))
        yield ledger, moments


Record = tuple[Ledger, list[datetime]]


@pytest.mark.parametrize("name", [None, "APT31"])
def test_a_conflict_is_told_as_of_the_time_it_stood(record: Record, name: str | None) -> None:
    ledger, (before, between, after) = record
    assert ask.conflicts(ledger, name, as_of=before) == ()
    [wrong] = ask.conflicts(ledger, name, as_of=between)
    assert (wrong.kind, {wrong.about, wrong.other}) == (
        ConflictKind.GROUP_NAME,
        {"group:apt31", "group:apt30"},
    )
    assert ask.conflicts(ledger, name, as_of=after) == ()
    assert ask.conflicts(ledger, name) == ()


def test_conflicts_as_of_now_are_the_conflicts(examples: Ledger) -> None:
    now = max(one.recorded_at for one in examples.documents())
    assert ask.conflicts(examples, as_of=now) == ask.conflicts(examples)


def test_an_actor_as_of_now_is_the_actor(examples: Ledger) -> None:
    now = max(one.recorded_at for one in examples.documents())
    for name in ("China", "APT31", "APT40", "Microsoft"):
        assert ask.who(examples, name, as_of=now) == ask.who(examples, name), name


def test_an_incident_as_of_now_is_the_incident(examples: Ledger) -> None:
    now = max(one.recorded_at for one in examples.documents())
    assert ask.incident(examples, "exchange", as_of=now) == ask.incident(examples, "exchange")


def test_a_dossier_of_then_counts_what_stood_then(record: Record) -> None:
    ledger, (before, between, after) = record
    then = ask.who(ledger, "Microsoft", as_of=between)
    [first] = ask.who(ledger, "APT31", as_of=before).victims
    assert (first.claims, first.first, first.last) == (1, "2021-03-18", "2021-03-18")
    assert then.accusers == ()
    [told] = ask.who(ledger, "APT30", as_of=between).accusers
    assert (told.id, told.claims, told.first) == ("company:microsoft", 2, "2021-03-19")
    assert ask.who(ledger, "APT30", as_of=between).done[0].quotes
    for moment in (before, after):
        gone = ask.who(ledger, "APT30", as_of=moment)
        assert (gone.victims, gone.done, gone.accusers, gone.timeline) == ((), (), (), ())
