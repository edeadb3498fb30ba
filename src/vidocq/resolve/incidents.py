"""The same event across documents and languages, precision first, each time with the reason.

A *sighting* is what one document tells of one incident. Two sightings are one event where both name
the same landmark incident; else where they share a particular victim (or malware, or product) and
their dates agree closely, and something more agrees. A state or a sector that was attacked is no
particular victim: states are attacked every week. A wrong merge is worse than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.incidents import Incident, incidents
from vidocq.model import EntityType, Polarity, Predicate, Reference
from vidocq.resolve.conflicts.meanings import Meanings, listed
from vidocq.resolve.names import label, understand
from vidocq.resolve.overlay import Verdict
from vidocq.resolve.statement import Statement
from vidocq.resolve.times import Stretch, days_apart, length, stretch, stretch_of_day

CLOSE = 45
"""Sightings without a date of the event are compared by the days they were told: so many apart at most."""

PRECISE = 62
"""An event's date is worth comparing where it means two months at the most."""

_PARTICULAR = frozenset(
    {EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY, EntityType.PERSON}
)
_TOOLS = frozenset({EntityType.MALWARE, EntityType.PRODUCT, EntityType.VULNERABILITY})


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """What one document tells of one incident: whom it hit, with what, whose work it is said to be, when
    it happened, and when it was told. Ids are canonical."""

    incident: str
    document: str
    names: frozenset[str]
    victims: frozenset[str]
    states: frozenset[str]
    tools: frozenset[str]
    accused: frozenset[str]
    accused_states: frozenset[str]
    event: Stretch | None
    told: Stretch | None


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """Two incident ids of two documents that are one event (``document`` empty: everywhere), and why."""

    a: str
    b: str
    document_a: str = ""
    document_b: str = ""
    reason: str = ""


def sightings_of(statements: Iterable[Statement], meanings: Meanings) -> list[Sighting]:
    """One sighting for each document and incident that the statements have as their subject."""
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.claim.subject.type is EntityType.INCIDENT:
            told[statement.claim.subject.id, statement.document].append(statement)
    return [_sighting(*key, group, meanings) for key, group in sorted(told.items())]


def _sighting(
    incident: str, document: str, group: Sequence[Statement], meanings: Meanings
) -> Sighting:
    hit: list[Reference] = []
    blamed: list[Reference] = []
    tools: list[Reference] = []
    event: Stretch | None = None
    for statement in group:
        claim = statement.claim
        when = stretch(claim.event_time)
        if when and (event is None or length(when) < length(event)):
            event = when
        if claim.object is None or claim.polarity is Polarity.DENIED:
            continue
        if claim.predicate in (Predicate.TARGETS, Predicate.AFFECTS):
            (tools if claim.object.type in _TOOLS else hit).append(claim.object)
        elif claim.predicate in (Predicate.USES, Predicate.EXPLOITS):
            tools.append(claim.object)
        elif claim.predicate is Predicate.ATTRIBUTED_TO:
            blamed.append(claim.object)
    days = [s.told_day for s in group if s.told_day]
    return Sighting(
        incident=incident,
        document=document,
        names=frozenset(s.claim.subject.text for s in group),
        victims=frozenset(one.id for one in hit if one.type in _PARTICULAR),
        states=frozenset(one.id for one in hit if one.type is EntityType.STATE),
        tools=frozenset(one.id for one in tools if one.type in _TOOLS),
        accused=frozenset(meanings.canonical(one.id) for one in blamed),
        accused_states=frozenset().union(*(meanings.states(one) for one in blamed)),
        event=event,
        told=stretch_of_day(min(days)) if days else None,
    )


def same_event(a: Sighting, b: Sighting, meanings: Meanings) -> str | None:
    """Why two sightings are one event, in a sentence; None where that is not sure."""
    if a.incident == b.incident and a.incident in _landmarks():
        return f"both name the {label(a.incident, meanings.actors)}"
    if a.incident in _landmarks() and b.incident in _landmarks():
        return None
    when = _when(a, b)
    if when is None:
        return None
    actor = _same_actor(a, b, meanings)
    victims = a.victims & b.victims
    if victims and (actor or (a.event and b.event) or not (a.accused and b.accused)):
        return _because("hit " + _names(victims, meanings), when, actor)
    if _kinds_of_attack(a.tools & b.tools, EntityType.MALWARE) and actor:
        return _because("used " + _names(a.tools & b.tools, meanings), when, actor)
    states, tools = a.states & b.states, a.tools & b.tools
    if states and tools and actor:
        return _because(f"hit {_names(states | tools, meanings)}", when, actor)
    return None


def _kinds_of_attack(ids: Iterable[str], kind: EntityType) -> bool:
    return any(id.startswith(f"{kind}:") for id in ids)


def _because(what: str, when: str, actor: str | None) -> str:
    blamed = f" and is laid on {actor}" if actor else ""
    return f"each {what}{blamed}, {when}"


def _when(a: Sighting, b: Sighting) -> str | None:
    """How the times agree, in words; None where they do not, or too little is known."""
    if a.event and b.event:
        if days_apart(a.event, b.event):
            return None
        if max(length(a.event), length(b.event)) <= PRECISE:
            return f"in the same weeks ({a.event[0].isoformat()})"
    apart = days_apart(a.told, b.told)
    if apart is None or apart > CLOSE:
        return None
    return f"told within {apart} days" if apart != 1 else "told within a day"


def _same_actor(a: Sighting, b: Sighting, meanings: Meanings) -> str | None:
    same = a.accused & b.accused
    if same:
        return _names(same, meanings)
    states = a.accused_states & b.accused_states
    return _names({f"state:{code}" for code in states}, meanings) if states else None


def _names(ids: Iterable[str], meanings: Meanings) -> str:
    return listed(sorted(label(id, meanings.actors) for id in ids))


@cache
def _landmarks() -> dict[str, Incident]:
    return {one.id: one for one in incidents()}


class _Marks(msgspec.Struct, frozen=True):
    """By what a report of a landmark is known, folded names."""

    names: frozenset[str]
    accused: frozenset[str]


@cache
def _marks(id: str) -> _Marks:
    one = _landmarks()[id]
    return _Marks(
        names=frozenset(fold(text) for text in (*one.victims, *one.products, *one.malware)),
        accused=frozenset(one.accused),
    )


def landmark_of(sighting: Sighting, meanings: Meanings) -> tuple[str, str] | None:
    """The one landmark that a sighting under another name tells of, and why: a victim, product or malware
    of it, its time, and one of those who were publicly blamed; None where none or several fit."""
    if sighting.incident in _landmarks() or sighting.event is None:
        return None
    told = {fold(label(id, meanings.actors)) for id in (*sighting.victims, *sighting.tools)}
    fitting = []
    for id, one in _landmarks().items():
        shared = told & _marks(id).names
        if not shared or days_apart(stretch(one.date), sighting.event) != 0:
            continue
        blamed = {m.id for name in one.accused for m in understand(name, meanings.actors)[:1]}
        if sighting.accused & blamed or not sighting.accused:
            fitting.append((id, sorted(shared)))
    if len(fitting) != 1:
        return None
    id, names = fitting[0]
    return id, f"it names {listed(names)} and the time of the {label(id, meanings.actors)}"


def merges(
    own: Sequence[Sighting],
    others: Sequence[Sighting],
    verdicts: Sequence[Verdict],
    meanings: Meanings,
) -> list[Merge]:
    """Incidents of ``others`` that are one event with one of ``own``, persons' decisions first: what a
    person holds distinct is never merged, what a person holds the same always is."""
    said = {frozenset((one.a, one.b)) for one in verdicts}
    found = [
        Merge(
            a=one.a,
            b=one.b,
            reason=f"{one.by} decided so" + (f" on {one.since[:10]}" if one.since else ""),
        )
        for one in verdicts
        if one.same and one.a.startswith("incident:") and one.b.startswith("incident:")
    ]
    merged: set[frozenset[str]] = set()
    for a in _unlike(own):
        for b in others:
            pair = frozenset((a.incident, b.incident))
            if len(pair) == 1 or pair in said or pair in merged or a.document == b.document:
                continue
            reason = same_event(a, b, meanings)
            if reason:
                merged.add(pair)
                found.append(
                    Merge(
                        a=a.incident,
                        b=b.incident,
                        document_a=a.document,
                        document_b=b.document,
                        reason=reason,
                    )
                )
    return found


def _unlike(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Sightings that tell different things: of many alike, one."""
    found: dict[tuple[object, ...], Sighting] = {}
    for one in sightings:
        month = one.told and (one.told[0].year, one.told[0].month)
        key = (one.incident, one.victims, one.states, one.tools, one.accused, one.event, month)
        found.setdefault(key, one)
    return list(found.values())


def is_landmark(id: str) -> bool:
    """Whether an incident is one of our data, so that its id means the same in every document."""
    return id in _landmarks()


def is_particular(id: str, text: str, quote: str) -> bool:
    """Whether an incident is named so that another report with these words means the same one: a
    landmark, or words with a name or number in them ("the Bundestag hack", not "the hospital attack").

    A capital at the beginning of the quote names nothing.
    """
    if is_landmark(id):
        return True
    if quote.startswith(text):
        text = text[1:]
    return any(sign.isupper() or sign.isdigit() for sign in text)
