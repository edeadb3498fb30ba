"""``named``: the actors, incidents and other entities on the record that a few words mean or begin to name."""

from __future__ import annotations

import msgspec

from vidocq.ask.setting import asking, on_record
from vidocq.ledger import Ledger, Moment, Role, query
from vidocq.model import EntityType
from vidocq.resolve.names import understand

MOST = 12
_LOOKED_AT = 60
"""Names on the record that begin so and are looked at; each entity may have several."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An entity on the record: in how many claims it is the subject or the object, or is said to claim."""

    id: str
    type: EntityType
    name: str
    claims: int


def named(
    ledger: Ledger, words: str, *, as_of: Moment = None, limit: int = MOST
) -> tuple[Named, ...]:
    """The entities, those that the words mean first, then those with a name that begins so, the most
    claimed first; none is no fault.

    Raises:
        EmptyRecord: nothing was read yet.
    """
    words = " ".join(words.split())
    with asking(ledger, as_of=as_of) as setting:
        if not words:
            return ()
        meant = on_record(setting, understand(words, setting.actors))
        types = {one.id: one.type for one in meant}
        told = {one.id: one.name for one in meant}
        for one in query.beginning(setting.at, words, limit=_LOOKED_AT):
            id = setting.actors.canonical(one.id)
            types.setdefault(id, one.type)
            told.setdefault(id, setting.label(id, one.name))
        found = []
        for id, name in list(told.items())[: 3 * limit]:
            counts = query.counts(
                setting.at, setting.ids_on_record(id), roles=tuple(Role)[:3], as_of=as_of
            )
            if sum(counts.values()):
                found.append(Named(id=id, type=types[id], name=name, claims=sum(counts.values())))
        first = {one.id for one in meant}
        found.sort(key=lambda one: (one.id not in first, -one.claims, one.name))
        return tuple(found[:limit])
