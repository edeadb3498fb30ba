"""A selection of the record as STIX objects, one after the other.

First the extension and who makes it; then every entity; then, by subject, one relationship for each thing
that is affirmed; then, document by document, the notes and opinions that tell who claims what, and the report
that holds them; then what persons decided of names. Each pass asks the ledger anew, in its own order, so that memory does not grow with the
record: it holds some ids that are likely to be asked for again, and which relationships are contested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from vidocq.ledger import Judgement, query
from vidocq.ledger.ending import parts
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Claim, EntityType, Polarity, Predicate, Reference
from vidocq.share.decided import decided
from vidocq.share.indicators import IndicatorKind, find_indicators
from vidocq.share.selection import Chosen, spoken_of
from vidocq.share.stix.claims import Ends, authors, note, opinion_of, report, source_of
from vidocq.share.stix.decisions import decision_objects, entity_of
from vidocq.share.stix.extension import extended, extension_definition, producer
from vidocq.share.stix.held import Pair, entity_of_reference, forms, remember
from vidocq.share.stix.ids import stix_id, timestamp
from vidocq.share.stix.indicators import indicator_object
from vidocq.share.stix.judgements import judgement_note, last_word
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
    yield from stream.judgements()
    yield from stream.decisions()


@dataclass
class _Stream:
    chosen: Chosen
    window: str
    texts: bool
    indicators: bool
    told: set[str] = field(default_factory=set)
    """The objects told that might be told again: of what persons gave their word on; with indicators, all."""
    decided: dict[str, bool] = field(default_factory=dict)
    """The names on which persons have decided, and whether a claim speaks of them."""
    word: list[Judgement] = field(default_factory=list)
    judged: dict[str, query.JudgedClaim] = field(default_factory=dict)
    """What persons said of claims, and the claims."""
    watched: set[str] = field(default_factory=set)
    """The entities of those names and claims."""
    unreported: set[str] = field(default_factory=set)
    """The documents of those claims of which no report was told."""
    ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    pairs: dict[tuple[str, ...], Pair] = field(default_factory=dict)
    voices: dict[tuple[str, ...], str] = field(default_factory=dict)
    contested: set[str] = field(default_factory=set)
    """Relationships that some affirm and some deny."""

    # Entities ---------------------------------------------------------------------------------

    def entities(self) -> Iterator[Object]:
        """Every entity in each of the forms that the places of claims ask for."""
        for made, _ in decided(self.chosen):
            self.decided |= {made.a: False, made.b: False}
        self.word, self.judged = query.judged(self.chosen.setting.at, self.chosen.claims)
        self.watched.update(self.decided)
        for judged in self.judged.values():
            self.watched.update(spoken_of(judged.stored))
            self.unreported.add(judged.stored.document)
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
            for type in sorted(forms(one, entity)):
                yield from self._tell(entity, type)

    def _tell(self, entity: Entity, type: str) -> Iterator[Object]:
        name = self.chosen.name(entity.id)
        made = entity_object(entity, type, name)
        if self.indicators or entity.id in self.watched:
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
            known = remember(self.ids, key, object_id(entity, type, name))
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
            self.unreported.discard(document.sha256)
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
                entity = entity_of_reference(end)
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

    # Judgements -------------------------------------------------------------------------------

    def judgements(self) -> Iterator[Told]:
        """What persons said of claims, and the claims that are off the record by their word, revoked."""
        claims: dict[str, list[query.JudgedClaim]] = {}
        for one in self.judged.values():
            claims.setdefault(one.stored.document, []).append(one)
        asked, authors_of = self.chosen.claims, dict[str, list[str]]()
        since = last_word(self.word)
        for page in parts(sorted(claims), _PAGE):
            for document in query.documents(
                self.chosen.setting.at, page, as_of=asked.as_of, texts=self.texts
            ):
                mine, source = claims[document.sha256], source_of(document)
                authors_of |= {one.stored.id: authors(one.stored, source) for one in mine}
                missing = [one for one in mine if not (one.stands and one.chosen)]
                yield from self._off_record(document, missing, since)
        for made in self.word:
            yield judgement_note(made, self.judged[made.claim].stored, authors_of[made.claim])

    def _off_record(
        self,
        document: StoredDocument,
        claims: list[query.JudgedClaim],
        since: Mapping[str, datetime],
    ) -> Iterator[Told]:
        """Claims that no longer stand, or that another part of the record holds, and what they speak of."""
        source, refs = source_of(document), dict[str, None]()
        for one in claims:
            stored = one.stored
            pair, ends = self._ends(stored)
            # Whether anybody still affirms it is not known here.
            ends = msgspec.structs.replace(ends, relationship=None)
            yield from self._ends_told(stored.claim)
            off = None if one.stands else timestamp(max(stored.recorded_at, since[stored.id]))
            told = note(stored, source, ends, revoked=off)
            yield told
            refs[told.id] = None
            held = opinion_of(stored, source, ends, revoked=off)
            if held is not None:
                yield held
            every = (ends.subject, ends.object, *ends.claimants, *ends.via, *pair.events)
            refs.update(dict.fromkeys(filter(None, every)))
        if claims and document.sha256 in self.unreported:
            every_claim = [one.stored for one in claims]
            yield report(
                *(document, source, every_claim, list(refs)),
                part=self.chosen.part,
                text=self.texts,
                standing=sum(one.stands for one in claims),
            )

    def _ends_told(self, claim: Claim) -> Iterator[Object]:
        """The objects of a claim that were not told."""
        subject = entity_of_reference(claim.subject)
        target = entity_of_reference(claim.object) if claim.object else None
        first, second = object_types(claim.predicate, subject, target)
        yield from self._unless_told(subject, first)
        if target is not None and second is not None:
            yield from self._unless_told(target, second)
        for speaker in map(entity_of_reference, (*claim.claimants, *claim.via)):
            yield from self._unless_told(speaker, object_type(speaker, "voice"))

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

    def _ends(self, stored: StoredClaim) -> tuple[Pair, Ends]:
        claim = stored.claim
        subject, target = claim.subject, claim.object
        key = (
            (claim.predicate, subject.type, subject.id)
            if target is None
            else (claim.predicate, subject.type, subject.id, target.type, target.id)
        )
        pair = self.pairs.get(key) or remember(self.pairs, key, self._pair(claim))
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

    def _pair(self, claim: Claim) -> Pair:
        subject = entity_of_reference(claim.subject)
        target = entity_of_reference(claim.object) if claim.object else None
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
        return Pair(source, end, link, tuple(events))

    def _voice(self, one: Reference) -> str:
        key = (one.type, one.id)
        known = self.voices.get(key)
        if known is None:
            speaker = entity_of_reference(one)
            id = self.id_of(speaker, object_type(speaker, "voice"))
            known = remember(self.voices, key, id)
        return known
