"""Which part of the record is to be shared: by actor, state, incident, time, and moment of recording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import msgspec

from vidocq.ask.deciding import own_name
from vidocq.ask.errors import UnknownName
from vidocq.ask.setting import Setting, asking, meanings_of, on_record, with_record
from vidocq.ledger import ClaimFilter, Ledger, Moment, query
from vidocq.ledger.keys import party_of
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import EntityType, Polarity, Reference
from vidocq.resolve.groups import PREFIX
from vidocq.resolve.names import near


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that all claims of an export meet; an empty one takes the whole record.

    ``actor`` is a name or id: claims in which the actor, under any of its names, is spoken of or speaks.
    ``state`` is a state or bloc: claims that lay something on it or tell of an act against it (its own
    denials are such). ``incident`` is a name or id: claims about the incident. ``since`` and ``until``
    bound when a thing was said, both included; ``as_of`` is a moment of recording.
    """

    actor: str | None = None
    state: str | None = None
    incident: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: Moment = None


@dataclass(frozen=True)
class Chosen:
    """One state of the record, the claims that a selection takes of it, and what to call things."""

    setting: Setting
    claims: ClaimFilter
    part: str = ""
    """What names the selection, however it was put; empty for the whole record."""
    _names: dict[str, str] = field(default_factory=dict)

    def name(self, id: str) -> str:
        """What to call an entity: its usual name, else the words by which a document first did."""
        if id not in self._names:
            if len(self._names) > _NAMES_KEPT:
                self._names.clear()
            told = query.first_names(self.setting.at, [id]).get(id)
            self._names[id] = self.setting.label(id, told)
        return self._names[id]

    def own_name(self, id: str) -> str:
        """What to call one of two names decided on: a group by that very name."""
        return own_name(id) if id.startswith(PREFIX) else self.name(id)

    def call(self, ids: list[str]) -> None:
        """Look up what to call many entities at once."""
        missing = [id for id in dict.fromkeys(ids) if id not in self._names]
        if not missing:
            return
        if len(self._names) > _NAMES_KEPT:
            self._names.clear()
            missing = list(dict.fromkeys(ids))
        told = query.first_names(self.setting.at, missing)
        for id in missing:
            self._names[id] = self.setting.label(id, told.get(id))

    def same(self, id: str) -> str:
        """The id that stands for all names of an actor; any other id itself."""
        return self.setting.actors.canonical(id)


_NAMES_KEPT = 100_000


Told = tuple[StoredDocument, tuple[StoredClaim, ...]]

_PAGE = 400
"""Claims whose names are looked up at a time."""


def with_names(chosen: Chosen, documents: Iterable[Told]) -> Iterator[Told]:
    """The same documents and claims, the names of all that they speak of looked up some hundreds at a time."""
    page: list[Told] = []
    held = 0
    for told in documents:
        page.append(told)
        held += len(told[1])
        if held >= _PAGE:
            chosen.call([id for _, claims in page for one in claims for id in spoken_of(one)])
            yield from page
            page, held = [], 0
    chosen.call([id for _, claims in page for one in claims for id in spoken_of(one)])
    yield from page


def spoken_of(stored: StoredClaim) -> Iterator[str]:
    """The ids of all that a claim speaks of, and of those who make it."""
    claim = stored.claim
    yield claim.subject.id
    if claim.object:
        yield claim.object.id
    for one in (*claim.claimants, *claim.via):
        yield one.id


@contextmanager
def choose(ledger: Ledger, selection: Selection | None = None) -> Iterator[Chosen]:
    """Hold one state of the record for an export.

    Raises:
        UnknownName: the actor, state or incident is none that the record knows.
        EmptyRecord: nothing was recorded.
        ValueError: a date is none.
    """
    wanted = selection or Selection()
    with asking(ledger, as_of=wanted.as_of, whole=True) as setting:
        actor = _actor(setting, wanted.actor) if wanted.actor else ()
        state = (_state(setting, wanted.state),) if wanted.state else ()
        incident = _incidents(setting, wanted.incident) if wanted.incident else ()
        firsts = [found[0] if found else "" for found in (actor, state, incident)]
        told = (*firsts, wanted.since or "", wanted.until or "")
        yield Chosen(
            setting,
            ClaimFilter(
                parties=actor,
                accused=state,
                events=incident,
                since=wanted.since,
                until=wanted.until,
                as_of=wanted.as_of,
            ),
            "\x1f".join(told) if any(told) else "",
        )


def _actor(setting: Setting, name: str) -> tuple[str, ...]:
    meanings = [one for one in meanings_of(setting, name) if one.type is not EntityType.INCIDENT]
    there = on_record(setting, meanings)
    if not there:
        raise UnknownName(name, near(name), known_as=(one.name for one in meanings))
    first = there[0].id
    others = with_record(setting, first).ids_on_record(first)
    return tuple(dict.fromkeys((first, *others)))


def _state(setting: Setting, name: str) -> str:
    for one in meanings_of(setting, name):
        party = party_of(Reference(type=one.type, text=one.name, id=one.id))
        if party:
            return party
    raise UnknownName(name, near(name), known_as=["neither a state nor a bloc"])


def _incidents(setting: Setting, name: str) -> tuple[str, ...]:
    kinds = (EntityType.INCIDENT, EntityType.MALWARE)
    meanings = [one for one in meanings_of(setting, name) if one.type in kinds]
    there = on_record(setting, meanings)
    if not there:
        raise UnknownName(name, near(name), known_as=(f"the {one.name}" for one in meanings))
    return tuple(one.id for one in there)


def affirmed(asked: ClaimFilter) -> ClaimFilter:
    """The same claims without those that deny."""
    return msgspec.structs.replace(asked, polarity=Polarity.AFFIRMED)
