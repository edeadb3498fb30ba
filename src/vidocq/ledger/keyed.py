"""Entities and mentions under their keys: known from before, looked up, or new."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from vidocq.ledger import schema
from vidocq.ledger.codes import ENTITY_TYPE, ENTITY_TYPE_OF
from vidocq.ledger.ending import parts
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.keys import folded
from vidocq.model import Claim, Reference

if TYPE_CHECKING:
    from sqlalchemy import Connection

Place = tuple[str, str, str]
"""An entity's id and type, and the words of the document for it."""

Keys = tuple[int, int]
"""The keys of the entity and of the mention."""

KNOWN_PLACES = 200_000
"""So many are kept in mind between batches (some 60 MB at the most)."""


ID_CHARACTERS = 600
"""No entity has a longer name; an index of PostgreSQL could not hold it."""


class Names:
    """Keys of the references seen so far; a bounded memory, not a truth.

    Keys learned inside a transaction count only once it is committed.
    """

    def __init__(self) -> None:
        self.places: dict[Place, Keys] = {}

    def learn(self, places: dict[Place, Keys]) -> None:
        """Keep what a committed batch found, forgetting all first when there is too much."""
        if len(self.places) + len(places) > KNOWN_PLACES:
            self.places.clear()
        self.places.update(places)


class Keyed:
    """The keys of the references of one batch, and the rows of those that are new."""

    def __init__(self, connection: Connection, names: Names, take: Callable[[str], int]) -> None:
        self.connection = connection
        self._known = names.places
        self._take = take
        self.places: dict[Place, Keys] = {}
        self.new_entities: list[tuple[Any, ...]] = []
        self.new_mentions: list[tuple[Any, ...]] = []

    def look_up(self, claims: Sequence[Claim]) -> None:
        """Find or make the keys of all references of the claims."""
        wanted = {
            (reference.id, reference.type, reference.text)
            for claim in claims
            for reference in _references(claim)
        }
        unknown = sorted(place for place in wanted if place not in self._known)
        for id, _, _ in unknown:
            if len(id) > ID_CHARACTERS:
                raise LedgerError(
                    LedgerFault.REFUSED,
                    "",
                    f"the entity id {id[:60]}… has {len(id)} characters; at most {ID_CHARACTERS} "
                    "can be recorded",
                )
        entities = self._entities(sorted({(id, kind) for id, kind, _ in unknown}))
        self._mentions(unknown, entities)

    def of(self, reference: Reference) -> Keys:
        """The keys of a reference that was looked up."""
        place = (reference.id, reference.type, reference.text)
        return self._known.get(place) or self.places[place]

    def _entities(self, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
        table = schema.entity
        found: dict[tuple[str, str], int] = {}
        for part in parts(sorted({id for id, _ in wanted})):
            for key, id, code in self.connection.execute(
                select(table.c.key, table.c.id, table.c.type).where(table.c.id.in_(part))
            ):
                found[id, ENTITY_TYPE_OF[code]] = key
        for id, kind in wanted:
            if (id, kind) not in found:
                key = found[id, kind] = self._take("entity")
                self.new_entities.append((key, id, ENTITY_TYPE[kind]))
        return found

    def _mentions(self, unknown: Sequence[Place], entities: dict[tuple[str, str], int]) -> None:
        table = schema.mention
        new = {row[0] for row in self.new_entities}
        old = [place for place in unknown if entities[place[0], place[1]] not in new]
        found: dict[tuple[int, str], int] = {}
        for part in parts(sorted({folded(text) for _, _, text in old})):
            for key, entity, text in self.connection.execute(
                select(table.c.key, table.c.entity, table.c.text).where(table.c.folded.in_(part))
            ):
                found[entity, text] = key
        for id, kind, text in unknown:
            entity = entities[id, kind]
            mention = found.get((entity, text))
            if mention is None:
                mention = self._take("mention")
                self.new_mentions.append((mention, entity, text, folded(text)))
            self.places[id, kind, text] = (entity, mention)


def _references(claim: Claim) -> Iterator[Reference]:
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from claim.claimants
    yield from claim.via
