"""STIX of any producer as claims of that producer, each with the object that says it as its document.

A relationship becomes a document of one sentence and its description, and the claim quotes the sentence. So
does an object that lists other names for itself, and an opinion on a relationship.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from vidocq.model import (
    Claim,
    Document,
    EntityType,
    Polarity,
    Predicate,
    Reading,
    Reference,
    Span,
)
from vidocq.share import naming
from vidocq.share.stix.entities import entity_of
from vidocq.share.stix.foreign_mapping import foreign, predicate_of, stated_confidence

Object = dict[str, Any]

MOST_CHARACTERS = 100_000
"""Of a description; the rest is left out."""

_encode = msgspec.json.Encoder(order="sorted").encode

_QUIET = frozenset(
    {
        *("marking-definition", "extension-definition", "language-content", "identity"),
        *("relationship", "opinion"),
    }
)
"""Types that are told of through others, or counted by themselves."""


class Foreign:
    """The objects of a bundle, and what they say."""

    def __init__(self, objects: list[Object], place: str) -> None:
        self.by_id = {one["id"]: one for one in objects}
        self.place = place
        self.passed_over: Counter[str] = Counter()
        self._entity = lru_cache(maxsize=None)(self._entity_of)
        self._said = lru_cache(maxsize=None)(self._producer)

    def readings(self) -> Iterator[Reading]:
        """A reading for each object that makes a claim; the others are counted in ``passed_over``."""
        told_of: set[str] = set()
        found: list[Reading] = []
        for one in self.by_id.values():
            if _withdrawn(one):
                self.passed_over[f"{one['type']} (revoked or deprecated)"] += 1
                continue
            reading = self._reading(one)
            if reading is not None:
                found.append(reading)
                if one["type"] == "relationship":
                    told_of |= {one["source_ref"], one["target_ref"]}
                else:
                    told_of.add(one["id"])
            elif one["type"] == "relationship":
                self.passed_over[f"relationship {one['relationship_type']}"] += 1
        for one in self.by_id.values():
            silent = one["id"] not in told_of and one["type"] not in _QUIET
            if silent and not _withdrawn(one):
                self.passed_over[str(one["type"])] += 1
        yield from found

    def _reading(self, one: Object) -> Reading | None:
        if one["type"] == "relationship":
            return self._relationship(one)
        if one["type"] == "opinion":
            return self._opinion(one)
        return self._names(one)

    # Relationships ----------------------------------------------------------------------------

    def _relationship(self, one: Object) -> Reading | None:
        said = self._assertion(one)
        if said is None:
            return None
        predicate, source, target = said
        return self._document(
            one, self._sentence(predicate, source, target), [(predicate, source, target)]
        )

    def _assertion(self, one: Object) -> tuple[Predicate, Reference, Reference] | None:
        source, target = self._entity(one["source_ref"]), self._entity(one["target_ref"])
        if source is None or target is None or source.id == target.id:
            return None
        predicate = predicate_of(one["relationship_type"], source.type, target.type)
        return None if predicate is None else (predicate, source, target)

    def _sentence(self, predicate: Predicate, source: Reference, target: Reference) -> str:
        return foreign().sentences[predicate].format(subject=source.text, object=target.text)

    def _entity_of(self, id: str) -> Reference | None:
        told = self.by_id.get(id)
        return entity_of(told) if told and not _withdrawn(told) else None

    # Opinions ---------------------------------------------------------------------------------

    def _opinion(self, one: Object) -> Reading | None:
        polarity = foreign().opinions.get(str(one.get("opinion")))
        for ref in one.get("object_refs") or ():
            about = self.by_id.get(ref)
            if polarity is None or about is None or about["type"] != "relationship":
                continue
            said = self._assertion(about)
            if said is None:
                continue
            sentence = self._sentence(*said)
            if polarity is Polarity.DENIED:
                sentence = foreign().denied.format(sentence=sentence)
            more = one.get("explanation")
            return self._document(
                one | ({"description": more} if more else {}), sentence, [said], polarity=polarity
            )
        return None

    # Other names ------------------------------------------------------------------------------

    def _names(self, one: Object) -> Reading | None:
        entity = self._entity(one["id"])
        if entity is None or entity.type not in (EntityType.GROUP, EntityType.MALWARE):
            return None
        names = [
            name
            for key in foreign().aliases
            for name in (one.get(key) if isinstance(one.get(key), list) else ()) or ()
            if isinstance(name, str) and name.strip()
        ]
        others = {
            other.id: other for name in names if (other := naming.reference(entity.type, name))
        }
        others.pop(entity.id, None)
        if not others:
            return None
        listed = ", ".join(other.text for other in others.values())
        sentence = foreign().sentences[Predicate.SAME_AS].format(subject=entity.text, object=listed)
        said = [(Predicate.SAME_AS, entity, other) for other in others.values()]
        return self._document(one, sentence, said)

    # Documents --------------------------------------------------------------------------------

    def _document(
        self,
        one: Object,
        sentence: str,
        said: list[tuple[Predicate, Reference, Reference]],
        *,
        polarity: Polarity = Polarity.AFFIRMED,
    ) -> Reading:
        text = sentence
        description = one.get("description")
        if isinstance(description, str) and description.strip():
            text += f"\n\n{description.strip()[:MOST_CHARACTERS]}"
        published = str(one.get("modified") or one.get("created") or "")[:10] or None
        producer = self._said(one.get("created_by_ref"))
        claimants = self._authors(one) or ((producer,) if producer else ())
        return Reading(
            document=Document(
                id=one["id"],
                text=text,
                source=f"{self.place}#{one['id']}",
                sha256=hashlib.sha256(_encode(one)).hexdigest(),
                title=sentence.removesuffix("."),
                publisher=producer.text if producer else None,
                published=published,
                language=str(one["lang"])[:2] if isinstance(one.get("lang"), str) else "en",
                media_type="application/stix+json",
            ),
            claims=tuple(
                Claim(
                    predicate=predicate,
                    subject=subject,
                    object=target,
                    claimants=claimants,
                    polarity=polarity,
                    confidence=stated_confidence(one.get("confidence")),
                    event_time=_period(one),
                    said_on=published,
                    quote=sentence,
                    span=Span(0, len(sentence)),
                )
                for predicate, subject, target in said
            ),
        )

    def _authors(self, one: Object) -> tuple[Reference, ...]:
        if one["type"] != "opinion":
            return ()
        names = [
            name for name in one.get("authors") or () if isinstance(name, str) and name.strip()
        ]
        return tuple(naming.party(name) for name in names)

    def _producer(self, id: str | None) -> Reference | None:
        told = self.by_id.get(id) if id else None
        name = str(told.get("name") or "").strip() if told else ""
        if not told or not name:
            return None
        kind = EntityType.ORGANISATION
        if told.get("identity_class") == "individual":
            kind = EntityType.PERSON
        return naming.party(name, kind)


def _withdrawn(one: Object) -> bool:
    return one.get("revoked") is True or one.get("x_mitre_deprecated") is True


def _period(one: Object) -> str | None:
    start, stop = (str(one.get(name) or "")[:10] for name in ("start_time", "stop_time"))
    if start and stop and start != stop:
        return f"{start}/{stop}"
    return start or stop or None
