"""A selection of the record as STIX objects, one after the other.

First the extension and who makes it; then every entity; then, by subject, one relationship for each thing
that is affirmed; then, document by document, the notes and opinions that tell who claims what, and the report
that holds them; then what persons decided of names. Each pass asks the ledger anew, in its own order, so that memory does not grow with the
record: it holds some ids that are likely to be asked for again, and which relationships are contested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

import msgspec

from vidocq.ledger import query
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Claim, EntityType, Polarity, Predicate, Reference
from vidocq.share.decided import decided
from vidocq.share.indicators import IndicatorKind, find_indicators
from vidocq.share.selection import Chosen
from vidocq.share.stix.claims import Ends, note, opinion_of, report, source_of
from vidocq.share.stix.decisions import decision_objects, entity_of
from vidocq.share.stix.extension import extended, extension_definition, producer
from vidocq.share.stix.ids import stix_id, timestamp
from vidocq.share.stix.indicators import indicator_object
from vidocq.share.stix.mapping import (
    Entity,
    confidence,
    object_type,
    object_types,
    relationship_type,
)
from vidocq.share.stix.notes import Note
from vidocq.share.stix.objects import (
    entity_object,
    event_ids,
    incident_object,
    object_id,
    relationship,
)
from vidocq.share.ties import tied_to

Object = dict[str, Any]
Told = Object | Note
K = TypeVar("K")
V = TypeVar("V")

_MOST_REMEMBERED = 20_000
_PAGE = 400
"""Entities or assertions whose names are looked up at a time."""


def stix_objects(
    chosen: Chosen, *, texts: bool = False, indicators: bool = False
) -> Iterator[Object]:
    """The objects of a selection.

    ``texts`` passes on the documents' texts in the reports' extension; ``indicators`` looks for indicators in
    the texts.

    Raises:
        MissingPackage: indicators are asked for and what finds them is not installed.
    """
    for one in told_objects(chosen, texts=texts, indicators=indicators):
        yield msgspec.to_builtins(one) if isinstance(one, Note) else one


def told_objects(chosen: Chosen, *, texts: bool, indicators: bool) -> Iterator[Told]:
    """The objects of a selection for who only writes them: notes as structs."""
    yield producer()
    yield extension_definition()
    since, until = chosen.claims.since or "", chosen.claims.until or ""
    # A stretch of time parts the claims of one assertion: an assertion in part is another than the whole.
    stream = _Stream(chosen, f"{since}/{until}" if since or until else "", texts, indicators)
    yield from stream.entities()
    yield from stream.assertions()
    yield from stream.documents()
    yield from stream.decisions()


class _Pair(NamedTuple):
    """The ids of the objects of a claim's subject and object, and of the relationship that affirms it."""

    subject: str
    object: str | None
    relationship: str | None
    events: tuple[str, ...]
    """The incidents that stand beside campaigns, with the relationships to them."""


@dataclass
class _Stream:
    chosen: Chosen
    window: str
    texts: bool
    indicators: bool
    told: set[str] = field(default_factory=set)
    """The objects told that might be told again: of names decided on; with indicators, all."""
    decided: dict[str, bool] = field(default_factory=dict)
    """The names on which persons have decided, and whether a claim speaks of them."""
    ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    pairs: dict[tuple[str, ...], _Pair] = field(default_factory=dict)
    voices: dict[tuple[str, ...], str] = field(default_factory=dict)
    contested: set[str] = field(default_factory=set)
    """Relationships that some affirm and some deny."""

    # Entities ---------------------------------------------------------------------------------

    def entities(self) -> Iterator[Object]:
        """Every entity in each of the forms that the places of claims ask for."""
        for made, _ in decided(self.chosen):
            self.decided |= {made.a: False, made.b: False}
        page: list[query.Appearance] = []
        for one in query.appearances(self.chosen.setting.at, self.chosen.claims):
            page.append(one)
            if len(page) == _PAGE:
                yield from self._entities(page)
                page = []
        yield from self._entities(page)

    def _entities(self, page: list[query.Appearance]) -> Iterator[Object]:
        self.chosen.call([one.id for one in page])
        for one in page:
            entity = Entity(one.type, one.id)
            if one.id in self.decided:
                self.decided[one.id] = True
            for type in sorted(_forms(one, entity)):
                yield from self._tell(entity, type)

    def _tell(self, entity: Entity, type: str) -> Iterator[Object]:
        name = self.chosen.name(entity.id)
        made = entity_object(entity, type, name)
        if self.indicators or entity.id in self.decided:
            self.told.add(made["id"])
        yield made
        if type == "campaign":
            event = incident_object(entity, name)
            when = event["created"]
            id, link = event_ids(entity)
            yield event
            yield relationship(made["id"], "related-to", id, id=link, created=when, modified=when)

    def id_of(self, entity: Entity, type: str) -> str:
        """The id of an entity's object of a type."""
        key = (entity.type, entity.id, type)
        known = self.ids.get(key)
        if known is None:
            # Of all objects only software is known by its name.
            name = self.chosen.name(entity.id) if type == "software" else ""
            known = _remember(self.ids, key, object_id(entity, type, name))
        return known

    # Assertions -------------------------------------------------------------------------------

    def assertions(self) -> Iterator[Object]:
        """What is affirmed: a relationship for each subject, predicate and object."""
        last = ""
        for one in query.assertions(self.chosen.setting.at, self.chosen.claims):
            link = self.relationship_id(one.subject, one.predicate, one.object or "")
            if one.polarity is Polarity.DENIED:
                # Denials stand right behind what they deny.
                if link == last:
                    self.contested.add(link)
                continue
            last = link
            if one.object is None or one.object_type is None:
                continue
            subject = Entity(one.subject_type, one.subject)
            target = Entity(one.object_type, one.object)
            first, second = object_types(one.predicate, subject, target)
            source, end = self.id_of(subject, first), self.id_of(target, second or "")
            if source == end:
                continue
            yield relationship(
                source,
                relationship_type(one.predicate, first, second or ""),
                end,
                id=link,
                created=timestamp(one.since),
                modified=timestamp(one.last),
                description=f"Claimed on the record ({one.predicate}); the notes tell by whom and in "
                "which words, the opinions who denies it.",
                confidence=confidence(one.confidence, one.likelihood),
                extensions=extended("assertion", predicate=str(one.predicate), claims=one.claims),
            )

    def relationship_id(self, subject: str, predicate: str, target: str) -> str:
        """The id of the relationship that an assertion is."""
        return stix_id("relationship", subject, predicate, target, self.window)

    # Documents --------------------------------------------------------------------------------

    def documents(self) -> Iterator[Told]:
        """Document by document: its claims as notes and opinions, and the report that holds them."""
        at, asked = self.chosen.setting.at, self.chosen.claims
        for document, claims in query.by_document(at, asked, texts=self.texts or self.indicators):
            source = source_of(document)
            # What the report refers to, each once, in this order.
            refs: dict[str, None] = {}
            for stored in claims:
                pair, ends = self._ends(stored)
                told = note(stored, source, ends)
                yield told
                refs[told.id] = None
                held = opinion_of(stored, source, ends)
                if held is not None:
                    yield held
                    refs[held["id"]] = None
                every = (ends.relationship, ends.subject, ends.object, *ends.claimants, *ends.via)
                refs.update(dict.fromkeys(filter(None, (*every, *pair.events))))
            if self.indicators:
                for made in self._indicators(document, claims):
                    yield made
                    refs[made["id"]] = None
            yield report(
                *(document, source, claims, list(refs)), part=self.chosen.part, text=self.texts
            )

    def _indicators(
        self, document: StoredDocument, claims: tuple[StoredClaim, ...]
    ) -> Iterator[Object]:
        """What the text names as indicators, and what each indicates; flaws as vulnerabilities."""
        text = document.text or ""
        when = timestamp(max(one.recorded_at for one in claims))
        for one in find_indicators(text):
            if not one.meant:
                continue
            if one.kind is IndicatorKind.CVE:
                flaw = Entity(EntityType.VULNERABILITY, f"vulnerability:{one.value.lower()}")
                yield from self._unless_told(flaw, "vulnerability")
                continue
            made = indicator_object(one, document, when)
            yield made
            for end in tied_to(one, text, claims):
                entity = _entity(end)
                type = object_type(entity, "actor")
                yield from self._unless_told(entity, type)
                target = self.id_of(entity, type)
                link = stix_id("relationship", "indicates", made["id"], target)
                yield relationship(
                    made["id"], "indicates", target, id=link, created=when, modified=when
                )

    def _unless_told(self, entity: Entity, type: str) -> Iterator[Object]:
        if self.id_of(entity, type) not in self.told:
            yield from self._tell(entity, type)

    # Decisions --------------------------------------------------------------------------------

    def decisions(self) -> Iterator[Told]:
        """What persons decided of names; of a part of the record, of the names that it speaks of."""
        for made, undone in decided(self.chosen):
            if self.chosen.part and not (self.decided[made.a] or self.decided[made.b]):
                continue
            one, other = entity_of(made.a), entity_of(made.b)
            first, second = object_types(Predicate.SAME_AS, one, other)
            types = (first, second or first)
            for entity, type in zip((one, other), types, strict=True):
                yield from self._unless_told(entity, type)
            yield from decision_objects(
                made,
                undone,
                (self.chosen.own_name(made.a), self.chosen.own_name(made.b)),
                (self.id_of(one, types[0]), self.id_of(other, types[1])),
                types,
                self._equations((made.a, made.b)),
            )

    def _equations(self, names: tuple[str, str]) -> list[str]:
        """The relationships by which claims hold two names for the same."""
        asked = msgspec.structs.replace(
            self.chosen.claims,
            subjects=names,
            objects=names,
            predicates=(Predicate.SAME_AS,),
            polarity=Polarity.AFFIRMED,
        )
        return [
            self.relationship_id(one.subject, one.predicate, one.object)
            for one in query.assertions(self.chosen.setting.at, asked)
            if one.object is not None and one.object != one.subject
        ]

    # Ends -------------------------------------------------------------------------------------

    def _ends(self, stored: StoredClaim) -> tuple[_Pair, Ends]:
        claim = stored.claim
        subject, target = claim.subject, claim.object
        key = (
            (claim.predicate, subject.type, subject.id)
            if target is None
            else (claim.predicate, subject.type, subject.id, target.type, target.id)
        )
        pair = self.pairs.get(key) or _remember(self.pairs, key, self._pair(claim))
        link = pair.relationship
        if claim.polarity is Polarity.DENIED and link not in self.contested:
            link = None
        ends = Ends(
            subject=pair.subject,
            object=pair.object,
            relationship=link,
            claimants=tuple(map(self._voice, claim.claimants)),
            via=tuple(map(self._voice, claim.via)),
        )
        return pair, ends

    def _pair(self, claim: Claim) -> _Pair:
        subject = _entity(claim.subject)
        target = _entity(claim.object) if claim.object else None
        first, second = object_types(claim.predicate, subject, target)
        source, end, link = self.id_of(subject, first), None, None
        if target is not None and second is not None:
            end = self.id_of(target, second)
            if end != source:
                link = self.relationship_id(subject.id, claim.predicate, target.id)
        events = [
            id
            for one in (subject, target)
            if one is not None and one.type is EntityType.INCIDENT
            for id in event_ids(one)
        ]
        return _Pair(source, end, link, tuple(events))

    def _voice(self, one: Reference) -> str:
        key = (one.type, one.id)
        known = self.voices.get(key)
        if known is None:
            speaker = _entity(one)
            id = self.id_of(speaker, object_type(speaker, "voice"))
            known = _remember(self.voices, key, id)
        return known


def _forms(one: query.Appearance, entity: Entity) -> set[str]:
    """The types of the objects that stand for an entity in the places where claims speak of it."""
    found = {object_types(predicate, entity, None)[0] for predicate in one.subject_of}
    for predicate, kind in one.object_of:
        # Of the subject only the type matters here.
        found.add(object_types(predicate, Entity(kind, f"{kind}:"), entity)[1] or "")
    if one.speaks:
        found.add(object_type(entity, "voice"))
    return found


def _remember(known: dict[K, V], key: K, value: V) -> V:
    """Keep what was worked out, forgetting all first when there is too much."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[key] = value
    return value


def _entity(one: Reference) -> Entity:
    return Entity(one.type, one.id)
