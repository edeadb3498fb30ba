"""Entities and mentions under their keys: known from before, looked up, or new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from vidocq.ledger import schema
from vidocq.ledger.codes import (
    ENTITY_TYPE,
)
from vidocq.ledger.ending import parts
from vidocq.ledger.keys import folded
from vidocq.model import Claim, Reference

if TYPE_CHECKING:
    from sqlalchemy import Connection

KNOWN_NAMES = 200_000
"""So many entities and mentions are kept in mind between batches (some 60 MB at the most)."""


class Names:
    """Integer keys of entities and mentions seen so far; a bounded memory, not a truth.

    Keys learned inside a transaction count only once it is committed.
    """

    def __init__(self) -> None:
        self.entities: dict[tuple[str, str], int] = {}
        self.mentions: dict[tuple[int, str], int] = {}

    def learn(
        self, entities: dict[tuple[str, str], int], mentions: dict[tuple[int, str], int]
    ) -> None:
        """Keep what a committed batch found, forgetting all first when there is too much."""
        if len(self.entities) + len(self.mentions) > KNOWN_NAMES:
            self.entities.clear()
            self.mentions.clear()
        self.entities.update(entities)
        self.mentions.update(mentions)


class Keyed:
    """The keys of the references of one batch, and the rows of those that are new."""

    def __init__(self, connection: Connection, names: Names, take: Callable[[str], int]) -> None:
        self.connection = connection
        self.names = names
        self._take = take
        self.entities: dict[tuple[str, str], int] = {}
        self.mentions: dict[tuple[int, str], int] = {}
        self.new_entities: list[tuple[Any, ...]] = []
        self.new_mentions: list[tuple[Any, ...]] = []

    def look_up(self, claims: Sequence[Claim]) -> None:
        references = [reference for claim in claims for reference in _references(claim)]
        missing = {
            (reference.id, str(reference.type))
            for reference in references
            if (reference.id, reference.type) not in self.names.entities
        }
        self._find_entities(missing)
        unseen: dict[tuple[int, str], None] = {}
        for reference in references:
            place = (self.entity(reference), reference.text)
            if place not in self.names.mentions:
                unseen[place] = None
        self._find_mentions(unseen)

    def _find_entities(self, missing: set[tuple[str, str]]) -> None:
        table = schema.entity
        types = {code: name for name, code in ENTITY_TYPE.items()}
        for part in parts(sorted({name for name, _ in missing})):
            for key, name, code in self.connection.execute(
                select(table.c.key, table.c.id, table.c.type).where(table.c.id.in_(part))
            ):
                self.entities[name, str(types[code])] = key
        for name, kind in sorted(missing):
            if (name, kind) not in self.entities:
                key = self.entities[name, kind] = self._take("entity")
                self.new_entities.append((key, name, ENTITY_TYPE[kind]))

    def _find_mentions(self, unseen: dict[tuple[int, str], None]) -> None:
        table = schema.mention
        words: dict[int, set[str]] = defaultdict(set)
        new_entities = {row[0] for row in self.new_entities}
        for entity, text in unseen:
            if entity not in new_entities:
                words[entity].add(text)
        texts = sorted({text for known in words.values() for text in known})
        for part in parts(texts):
            for key, entity, text in self.connection.execute(
                select(table.c.key, table.c.entity, table.c.text).where(
                    table.c.folded.in_({folded(text) for text in part}),
                )
            ):
                if text in words.get(entity, ()):
                    self.mentions[entity, text] = key
        for place in unseen:
            if place not in self.mentions:
                key = self.mentions[place] = self._take("mention")
                self.new_mentions.append((key, *place, folded(place[1])))

    def entity(self, reference: Reference) -> int:
        place = (reference.id, str(reference.type))
        return self.names.entities.get(place) or self.entities[place]

    def mention(self, reference: Reference, entity: int) -> int:
        place = (entity, reference.text)
        return self.names.mentions.get(place) or self.mentions[place]


def _references(claim: Claim) -> Iterator[Reference]:
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from claim.claimants
    yield from claim.via
