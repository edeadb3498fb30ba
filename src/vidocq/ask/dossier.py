"""``who``: the dossier of an actor: names, sponsors, victims, claims, denials, time line."""

from __future__ import annotations

import msgspec

from vidocq.ask.errors import UnknownName
from vidocq.ask.lines import Line, Section, lines_of, quotes_of
from vidocq.ask.setting import Setting, asking, meanings_of, on_record, with_record
from vidocq.ledger import Ledger, Moment, Role, query
from vidocq.ledger.records import StoredClaim
from vidocq.model import Confidence, EntityType, Likelihood, Polarity, Predicate
from vidocq.resolve.groups import (
    PREFIX,
    ActorName,
    Word,
    countries_of,
    kept_apart,
    names_of,
)
from vidocq.resolve.names import Meaning, near
from vidocq.resolve.statement import Passage
from vidocq.resolve.times import iso_day
from vidocq.resolve.viewpoints import Viewpoint

MOST_LINES = 12
"""Lines of a section unless asked otherwise, the most claimed."""
MOST_EVENTS = 20

ACTS = (
    Predicate.CONDEMNS,
    Predicate.INDICTS,
    Predicate.SANCTIONS,
    Predicate.ARRESTS,
    Predicate.DISRUPTS,
    Predicate.RESPONDS,
)


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A country that a naming source links the actor with."""

    country: str
    name: str
    source: str


class Accuser(msgspec.Struct, frozen=True, kw_only=True):
    """Who claims something of the actor, how often, and when."""

    id: str
    name: str
    type: EntityType
    polarity: Polarity
    claims: int
    first: str | None
    last: str | None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One claim on a time line: the day it was told, what it says in its parts, and its passage.

    ``subject``, ``object`` and ``claimants`` are names, the ``…_id`` beside them canonical ids, those of
    the claimants in the same order.
    """

    day: str | None
    predicate: Predicate
    subject: str
    subject_id: str
    object: str | None
    object_id: str | None
    polarity: Polarity
    claimants: tuple[str, ...]
    claimant_ids: tuple[str, ...]
    confidence: Confidence | None
    likelihood: Likelihood | None
    passage: Passage


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record and the naming sources say of one actor.

    ``asked`` is the name given; ``readings`` all that it may mean, the one told of first; ``ambiguous``
    where naming sources list the name under several actors and none by that very name. ``names`` are
    what the naming sources call the actor, ``on_record`` the words of the documents. ``apart`` tells
    who says what of neighbouring actors. ``done`` is what is laid on it, ``victims``, ``means``,
    ``sponsors`` what is claimed of it, ``acts`` what was done against it, ``denials`` the claims denied.
    """

    asked: str
    id: str
    type: EntityType
    name: str
    viewpoint: Viewpoint
    readings: tuple[Meaning, ...]
    ambiguous: bool
    names: tuple[ActorName, ...]
    on_record: tuple[str, ...]
    apart: tuple[Word, ...]
    countries: tuple[Link, ...]
    sponsors: tuple[Line, ...]
    sponsored: tuple[Line, ...]
    done: tuple[Line, ...]
    victims: tuple[Line, ...]
    means: tuple[Line, ...]
    accusers: tuple[Accuser, ...]
    acts: tuple[Line, ...]
    own_acts: tuple[Line, ...]
    denials: tuple[Line, ...]
    timeline: tuple[Told, ...]


def who(
    ledger: Ledger,
    name: str,
    *,
    as_of: Moment = None,
    viewpoint: Viewpoint = Viewpoint.VIDOCQ,
    limit: int = MOST_LINES,
) -> Dossier:
    """The dossier of the actor that a name means, in any language and under any alias.

    Raises:
        UnknownName: the name means nothing, or the record says nothing of what it means.
        EmptyRecord: nothing was read yet.
    """
    with asking(ledger, as_of=as_of, viewpoint=viewpoint) as setting:
        readings = meanings_of(setting, name)
        there = on_record(setting, readings)
        if not there:
            known = [f"{one.type} {one.name}" for one in readings]
            raise UnknownName(name, _others(setting, name, readings), known_as=known)
        chosen = there[0]
        setting = with_record(setting, chosen.id)
        ordered = (chosen, *(one for one in readings if one.id != chosen.id))
        return _dossier(setting, name, chosen, ordered, viewpoint, limit)


def _others(setting: Setting, name: str, readings: tuple[Meaning, ...]) -> list[str]:
    """Near names, without what the name means and of which nothing is told."""
    own = {one.name for one in readings}
    words = [one.name for one in query.beginning(setting.at, name[:2], limit=500)]
    ids = {one.id for one in readings}
    return [
        text
        for text in near(name, words)
        if text not in own
        and text != name
        and setting.actors.canonical(f"{PREFIX}{text}") not in ids
    ]


def _dossier(
    setting: Setting,
    asked: str,
    chosen: Meaning,
    readings: tuple[Meaning, ...],
    viewpoint: Viewpoint,
    limit: int,
) -> Dossier:
    ids = setting.ids_on_record(chosen.id)
    is_group = chosen.type is EntityType.GROUP
    actor = setting.actors.of(chosen.id).actor if is_group else None
    sponsoring = Section((Predicate.SPONSORED_BY, Predicate.LOCATED_IN), limit)
    done, sponsored, acts = lines_of(
        setting,
        ids,
        Role.OBJECT,
        Section((Predicate.ATTRIBUTED_TO,), 2 * limit),
        sponsoring,
        Section(ACTS, limit),
    )
    sponsors, victims, means, own_acts = lines_of(
        setting,
        ids,
        Role.SUBJECT,
        sponsoring,
        Section((Predicate.TARGETS,), limit),
        Section((Predicate.USES, Predicate.EXPLOITS), limit),
        Section(ACTS, limit),
    )
    return Dossier(
        asked=asked,
        id=chosen.id,
        type=chosen.type,
        name=chosen.name,
        viewpoint=viewpoint,
        readings=readings,
        ambiguous=setting.actors.of(asked).ambiguous if is_group else False,
        names=names_of(actor, setting.actors) if actor else (),
        on_record=tuple(dict.fromkeys(one.name for one in query.names_of(setting.at, ids))),
        apart=kept_apart(actor, setting.actors) if actor else (),
        countries=tuple(
            Link(
                country=f"state:{one.country}",
                name=setting.label(f"state:{one.country}"),
                source=one.source,
            )
            for one in (countries_of(actor, setting.actors) if actor else ())
        ),
        sponsors=sponsors,
        sponsored=tuple(one for one in sponsored if one.polarity is Polarity.AFFIRMED),
        done=tuple(one for one in done if one.polarity is Polarity.AFFIRMED)[:limit],
        victims=victims,
        means=means,
        accusers=_accusers(setting, ids, limit),
        acts=acts,
        own_acts=own_acts,
        denials=tuple(one for one in (*done, *sponsored) if one.polarity is Polarity.DENIED),
        timeline=tuple(
            told_of(setting, one)
            for one in query.claims_about(setting.at, ids, as_of=setting.as_of, limit=MOST_EVENTS)
        ),
    )


def _accusers(setting: Setting, ids: tuple[str, ...], limit: int) -> tuple[Accuser, ...]:
    return tuple(
        Accuser(
            id=one.claimant,
            name=setting.label(one.claimant),
            type=one.type,
            polarity=one.polarity,
            claims=one.claims,
            first=iso_day(one.first_day),
            last=iso_day(one.last_day),
        )
        for one in query.voices(setting.at, ids, as_of=setting.as_of, limit=limit)
    )


def told_of(setting: Setting, stored: StoredClaim) -> Told:
    """A claim as a line of a time line."""
    claim = stored.claim
    return Told(
        day=iso_day(stored.told_day),
        predicate=claim.predicate,
        subject=setting.label(claim.subject.id, claim.subject.text),
        subject_id=setting.actors.canonical(claim.subject.id),
        object=setting.label(claim.object.id, claim.object.text) if claim.object else None,
        object_id=setting.actors.canonical(claim.object.id) if claim.object else None,
        polarity=claim.polarity,
        claimants=tuple(setting.label(one.id, one.text) for one in claim.claimants),
        claimant_ids=tuple(setting.actors.canonical(one.id) for one in claim.claimants),
        confidence=claim.confidence,
        likelihood=claim.likelihood,
        passage=quotes_of([stored])[0],
    )
