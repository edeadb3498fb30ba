"""A selection of the record as STIX objects, one after the other.

First the extension and who makes it; then, by subject, what is affirmed: the objects and one
relationship for each assertion; then, document by document, the notes and opinions that tell who claims
what, and the report that holds them. Objects are told once; memory holds their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vidocq.ledger import query
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Claim, EntityType, Polarity, Reference
from vidocq.share.indicators import IndicatorKind, find_indicators
from vidocq.share.selection import Chosen, with_names
from vidocq.share.stix.claims import Ends, note, opinion_of, report
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
from vidocq.share.stix.objects import (
    entity_object,
    event_id,
    incident_object,
    object_id,
    relationship,
)
from vidocq.share.ties import tied_to

Object = dict[str, Any]

_MOST_REMEMBERED = 100_000
_PAGE = 400
"""Claims whose names are looked up at a time."""


def stix_objects(
    chosen: Chosen, *, texts: bool = False, indicators: bool = False
) -> Iterator[Object]:
    """The objects of a selection.

    ``texts`` passes on the documents' texts in the reports' extension; ``indicators`` looks for indicators in
    the texts.

    Raises:
        MissingPackage: indicators are asked for and what finds them is not installed.
    """
    yield producer()
    yield extension_definition()
    since, until = chosen.claims.since or "", chosen.claims.until or ""
    # A stretch of time parts the claims of one assertion: an assertion in part is another than the whole.
    stream = _Stream(chosen, f"{since}/{until}" if since or until else "", texts, indicators)
    yield from stream.assertions()
    yield from stream.documents()


@dataclass
class _Stream:
    chosen: Chosen
    window: str
    texts: bool
    indicators: bool
    told: set[str] = field(default_factory=set)
    ids: dict[tuple[Entity, str], str] = field(default_factory=dict)
    pairs: dict[tuple[str, ...], tuple[str, str | None]] = field(default_factory=dict)
    voices: dict[tuple[str, ...], str] = field(default_factory=dict)
    contested: set[str] = field(default_factory=set)
    """Relationships that some affirm and some deny."""

    # Entities ---------------------------------------------------------------------------------

    def entity(self, entity: Entity, type: str) -> tuple[str, list[Object]]:
        """The id of an entity's object, and the objects that are to be told for it."""
        key = (entity, type)
        known = self.ids.get(key)
        if known is not None:
            return known, []
        name = self.chosen.name(entity.id)
        id = object_id(entity, type, name)
        if len(self.ids) > _MOST_REMEMBERED:
            self.ids.clear()
        self.ids[key] = id
        if id in self.told:
            return id, []
        self.told.add(id)
        objects = [entity_object(entity, type, name)]
        if type == "campaign":
            event = incident_object(entity, name)
            when = event["created"]
            _, link = _event_ids(entity)
            objects += [
                event,
                relationship(id, "related-to", event["id"], id=link, created=when, modified=when),
            ]
        return id, objects

    # Assertions -------------------------------------------------------------------------------

    def assertions(self) -> Iterator[Object]:
        """What is affirmed: a relationship for each subject, predicate and object, with both its ends."""
        page: list[query.Assertion] = []
        last = ""
        for one in query.assertions(self.chosen.setting.at, self.chosen.claims):
            link = self.relationship_id(one.subject, one.predicate, one.object or "")
            if one.polarity is Polarity.DENIED:
                # Denials stand right behind what they deny.
                if link == last:
                    self.contested.add(link)
                continue
            last = link
            page.append(one)
            if len(page) == _PAGE:
                yield from self._assertions(page)
                page = []
        yield from self._assertions(page)

    def _assertions(self, page: list[query.Assertion]) -> Iterator[Object]:
        self.chosen.call([id for one in page for id in (one.subject, one.object) if id])
        for one in page:
            subject = Entity(one.subject_type, one.subject)
            target = Entity(one.object_type, one.object) if one.object and one.object_type else None
            first, second = object_types(one.predicate, subject, target)
            source, objects = self.entity(subject, first)
            yield from objects
            if target is None or second is None:
                continue
            end, objects = self.entity(target, second)
            yield from objects
            if source == end:
                continue
            yield relationship(
                source,
                relationship_type(one.predicate, first, second),
                end,
                id=self.relationship_id(one.subject, one.predicate, target.id),
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

    def _is_affirmed(self, stored: StoredClaim) -> bool:
        claim = stored.claim
        if claim.object is None:
            return False
        if claim.polarity is Polarity.AFFIRMED:
            return True
        link = self.relationship_id(claim.subject.id, claim.predicate, claim.object.id)
        return link in self.contested

    # Documents --------------------------------------------------------------------------------

    def documents(self) -> Iterator[Object]:
        """Document by document: its claims as notes and opinions, and the report that holds them."""
        at, asked = self.chosen.setting.at, self.chosen.claims
        for document, claims in with_names(
            self.chosen, query.by_document(at, asked, texts=self.texts or self.indicators)
        ):
            refs: list[str] = []
            for stored in claims:
                ends, objects = self._ends(stored)
                yield from objects
                told = note(stored, document, ends)
                yield told
                refs.append(told["id"])
                held = opinion_of(stored, document, ends)
                if held is not None:
                    yield held
                    refs.append(held["id"])
                every = (ends.relationship, ends.subject, ends.object, *ends.claimants, *ends.via)
                refs += [one for one in every if one]
                for one in (stored.claim.subject, stored.claim.object):
                    if one is not None and one.type is EntityType.INCIDENT:
                        refs += _event_ids(_entity(one))
            if self.indicators:
                for told in self._indicators(document, claims):
                    yield told
                    refs.append(told["id"])
            yield self.report(document, claims, refs)

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
                yield from self.entity(flaw, "vulnerability")[1]
                continue
            made = indicator_object(one, document, when)
            yield made
            for end in tied_to(one, text, claims):
                target, objects = self.entity(_entity(end), object_type(_entity(end), "actor"))
                yield from objects
                link = stix_id("relationship", "indicates", made["id"], target)
                yield relationship(
                    made["id"], "indicates", target, id=link, created=when, modified=when
                )

    def report(
        self, document: StoredDocument, claims: tuple[StoredClaim, ...], refs: Iterable[str]
    ) -> Object:
        """The report of a document."""
        once = list(dict.fromkeys(refs))
        return report(document, claims, once, part=self.chosen.part, text=self.texts)

    def _ends(self, stored: StoredClaim) -> tuple[Ends, list[Object]]:
        claim = stored.claim
        objects: list[Object] = []
        key = (claim.predicate, claim.subject.type, claim.subject.id, *_key(claim.object))
        pair = self.pairs.get(key)
        if pair is None:
            if len(self.pairs) > _MOST_REMEMBERED:
                self.pairs.clear()
            pair = self.pairs[key] = self._pair(claim, objects)
        source, end = pair
        voices = [self._voice(one, objects) for one in (*claim.claimants, *claim.via)]
        number = len(claim.claimants)
        link = None
        if claim.object and end and end != source and self._is_affirmed(stored):
            link = self.relationship_id(claim.subject.id, claim.predicate, claim.object.id)
        ends = Ends(
            subject=source,
            object=end,
            relationship=link,
            claimants=tuple(voices[:number]),
            via=tuple(voices[number:]),
        )
        return ends, objects

    def _pair(self, claim: Claim, objects: list[Object]) -> tuple[str, str | None]:
        """The ids of a claim's subject and object; what is to be told for them goes to ``objects``."""
        subject = _entity(claim.subject)
        target = _entity(claim.object) if claim.object else None
        first, second = object_types(claim.predicate, subject, target)
        source, more = self.entity(subject, first)
        objects += more
        end = None
        if target is not None and second is not None:
            end, more = self.entity(target, second)
            objects += more
        return source, end

    def _voice(self, one: Reference, objects: list[Object]) -> str:
        known = self.voices.get(_key(one))
        if known is None:
            speaker = _entity(one)
            known, more = self.entity(speaker, object_type(speaker, "voice"))
            objects += more
            if len(self.voices) > _MOST_REMEMBERED:
                self.voices.clear()
            self.voices[_key(one)] = known
        return known


def _key(one: Reference | None) -> tuple[str, ...]:
    return (one.type, one.id) if one else ()


def _event_ids(entity: Entity) -> tuple[str, str]:
    """The incident that stands beside a campaign, and the relationship between them."""
    return event_id(entity), stix_id("relationship", "event", entity.id)


def _entity(one: Reference) -> Entity:
    return Entity(one.type, one.id)
