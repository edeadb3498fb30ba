"""What every view begins with: one state of the ledger, and the actors as persons' decisions leave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select

from vidocq.ask.errors import EmptyRecord, UnknownName
from vidocq.knowledge.galaxy_names import fold
from vidocq.ledger import DecisionKind, Ledger, Moment, Role, query, schema
from vidocq.ledger.deciding import decisions as decisions_at
from vidocq.ledger.moment import milliseconds
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import EntityType, Predicate
from vidocq.resolve.conflicts import Meanings
from vidocq.resolve.groups import PREFIX, Actors, actors, ids_of
from vidocq.resolve.names import Meaning, label, near, understand
from vidocq.resolve.overlay import Equation, Verdict, with_decisions, with_equations
from vidocq.resolve.times import iso_day
from vidocq.resolve.viewpoints import Viewpoint

MOST_EQUATIONS = 100
"""Same-as claims of one actor that are looked at."""


@dataclass(frozen=True)
class Setting:
    """One question's view of the record."""

    at: Snapshot
    actors: Actors
    verdicts: tuple[Verdict, ...]
    as_of: Moment

    @property
    def meanings(self) -> Meanings:
        """What the rules of resolving ask, without sponsors told by the record."""
        return Meanings(self.actors)

    def ids(self, id: str) -> tuple[str, ...]:
        """All ids under which documents may speak of an entity."""
        if id.startswith(PREFIX):
            meant = self.actors.of(id)
            return tuple(dict.fromkeys((id, *ids_of(meant.actor, self.actors))))
        return (id,)

    def ids_on_record(self, id: str) -> tuple[str, ...]:
        """Those of the ids that the record knows; looked up once, so that each question asks for few."""
        ids = self.ids(id)
        there = set(
            self.at.connection.execute(
                select(schema.entity.c.id).where(schema.entity.c.id.in_(ids))
            ).scalars()
        )
        return tuple(one for one in ids if one in there)

    def label(self, id: str, told: str | None = None) -> str:
        """What to call an entity."""
        return label(id, self.actors, told)


@contextmanager
def asking(
    ledger: Ledger,
    *,
    as_of: Moment = None,
    viewpoint: Viewpoint = Viewpoint.VIDOCQ,
    whole: bool = False,
) -> Iterator[Setting]:
    """Hold one state of the ledger for a view; ``whole`` as in `vidocq.ledger.Ledger.snapshot`.

    Raises:
        EmptyRecord: nothing was recorded, or nothing until ``as_of``.
    """
    with ledger.snapshot(whole=whole) as at:
        first = query.began(at)
        if first is None:
            raise EmptyRecord
        if as_of is not None and milliseconds(as_of) < milliseconds(first):
            raise EmptyRecord(first)
        verdicts = tuple(
            Verdict(
                a=one.a,
                b=one.b,
                same=one.kind is DecisionKind.SAME,
                by=one.by,
                since=one.recorded_at.isoformat(timespec="seconds"),
            )
            for one in decisions_at(at.connection, as_of=as_of, history=False)
        )
        yield Setting(at, with_decisions(actors(viewpoint), verdicts), verdicts, as_of)


def meanings_of(setting: Setting, name: str) -> tuple[Meaning, ...]:
    """What a name means by our knowledge and by the words of the documents on the record.

    Raises:
        UnknownName: it means nothing; near names are suggested.
    """
    found = list(understand(name, setting.actors))
    known = {one.id for one in found}
    for named in query.named(setting.at, name):
        id = setting.actors.canonical(named.id)
        if id not in known:
            known.add(id)
            found.append(
                Meaning(
                    id=id,
                    type=named.type,
                    name=setting.label(id, named.name),
                    source="documents on the record",
                )
            )
    found = found or incidents_called(setting, name)
    if not found:
        raise UnknownName(name, near(name, _beginning_alike(setting, name)))
    return tuple(found)


def incidents_called(setting: Setting, name: str) -> list[Meaning]:
    """The incidents on the record that are called after whom or what the name means, of any year ("halden steel",
    "halden-steel-2024")."""
    short = "-".join(fold(name).split())
    return [
        Meaning(
            id=id,
            type=EntityType.INCIDENT,
            name=setting.label(id),
            source="incidents on the record",
        )
        for id in (query.incidents_called(setting.at, short) if short else ())
    ]


def _beginning_alike(setting: Setting, name: str) -> Sequence[str]:
    return [one.name for one in query.beginning(setting.at, name[:2], limit=500)] if name else []


def on_record(setting: Setting, meanings: Sequence[Meaning]) -> list[Meaning]:
    """Those of the meanings of which the record says something, in their order."""
    return [one for one in meanings if query.exists(setting.at, setting.ids(one.id))]


def with_record(setting: Setting, id: str) -> Setting:
    """The setting with the names that documents on the record equate with an actor's."""
    if not id.startswith(PREFIX):
        return setting
    claims = query.claims_about(
        setting.at,
        setting.ids_on_record(id),
        roles=(Role.SUBJECT, Role.OBJECT),
        predicates=(Predicate.SAME_AS,),
        as_of=setting.as_of,
        limit=MOST_EQUATIONS,
    )
    denied = {
        frozenset((c.claim.subject.id, c.claim.object.id))
        for c in claims
        if c.claim.object and c.claim.polarity == "denied"
    }
    equations = [
        Equation(
            a=c.claim.subject.id,
            b=c.claim.object.id,
            owner=_who(
                c.claim.claimants[0].text if c.claim.claimants else None, c.publisher, c.title
            ),
            since=c.claim.said_on or c.published or iso_day(c.told_day),
            claim=c.id,
        )
        for c in reversed(claims)
        if c.claim.object
        and c.claim.polarity == "affirmed"
        and {c.claim.subject.type, c.claim.object.type} == {EntityType.GROUP}
        and frozenset((c.claim.subject.id, c.claim.object.id)) not in denied
    ]
    return Setting(
        setting.at, with_equations(setting.actors, equations), setting.verdicts, setting.as_of
    )


def _who(*names: str | None) -> str:
    return next((name for name in names if name), "a report")
