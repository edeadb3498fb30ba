"""MISP events of others as claims of the organisation that made them: a document for each event."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from vidocq.model import Document, EntityType, Predicate, Reading, Reference
from vidocq.share import naming
from vidocq.share.errors import MissingPackage, Unfit
from vidocq.share.misp.export import ORGANISATION
from vidocq.share.misp.mapping import Meaning, misp_mapping
from vidocq.share.misp.sentences import Sentences

MOST_EVENTS = 200_000

_TAG = re.compile(r'misp-galaxy:([a-z0-9_-]+)="([^"]+)"')


def events_in(told: Any, place: str) -> list[Any]:
    """The events of an export of MISP: one, a list of them, or a response of its API.

    Raises:
        Unfit: it is none.
    """
    if isinstance(told, dict) and "response" in told:
        told = told["response"]
    found = told if isinstance(told, list) else [told]
    if not found or len(found) > MOST_EVENTS:
        raise Unfit(place, "response", f"{len(found):,} events; from 1 to {MOST_EVENTS:,} are read")
    return [one.get("Event", one) if isinstance(one, dict) else one for one in found]


class Events:
    """Some events, each checked by pymisp, and what they say."""

    def __init__(self, events: list[Any], place: str) -> None:
        for number, one in enumerate(events):
            _check(one, f"{place}, event {number + 1}")
        self.events = events
        self.place = place
        self.passed_over: Counter[str] = Counter()

    def readings(self) -> Iterator[Reading]:
        """A reading for each event that says something; the others are counted in ``passed_over``."""
        for one in self.events:
            organisation = one.get("Orgc") or one.get("Org") or {}
            if organisation.get("uuid") == ORGANISATION["uuid"]:
                self.passed_over["event of Vidocq (import its STIX)"] += 1
                continue
            reading = self._reading(one, str(organisation.get("name") or "").strip())
            if reading.claims:
                yield reading
            else:
                self.passed_over["event without actor, victim, malware or flaw"] += 1

    def _reading(self, one: dict[str, Any], maker: str) -> Reading:
        info = " ".join(str(one.get("info") or "").split()) or "event"
        incident = naming.reference(EntityType.INCIDENT, info[:200])
        day = str(one.get("date") or "")[:10] or None
        claimant = naming.party(maker) if maker else None
        told = Sentences(*([claimant] if claimant else []))
        for predicate, target in self._said(one):
            told.add(predicate, incident, target, said_on=day)
        reports = [
            str(report.get("content") or "")
            for report in one.get("EventReport") or ()
            if isinstance(report, dict)
        ]
        return Reading(
            document=Document(
                id=str(one.get("uuid") or "event"),
                text=told.text("\n\n".join([info, *reports])),
                source=f"{self.place}#{one.get('uuid') or info}",
                sha256=hashlib.sha256(msgspec.json.encode(one, order="sorted")).hexdigest(),
                title=info[:500],
                publisher=maker or None,
                published=day,
                media_type="application/json",
            ),
            claims=told.claims,
        )

    def _said(self, one: dict[str, Any]) -> Iterator[tuple[Predicate, Reference]]:
        for kind, value in _clusters(one):
            meaning = misp_mapping().event_clusters.get(kind)
            found = _entity(meaning, value) if meaning else None
            if meaning and found:
                yield meaning.predicate, found
            else:
                self.passed_over[f"cluster of {kind}"] += 1
        for attribute in _attributes(one):
            kind, value = str(attribute.get("type")), str(attribute.get("value") or "").strip()
            meaning = misp_mapping().event_attributes.get(kind)
            found = _entity(meaning, value) if meaning and value else None
            if meaning and found:
                yield meaning.predicate, found
            else:
                self.passed_over[f"attribute {kind}"] += 1


def _check(told: Any, place: str) -> None:
    """Check an event as pymisp does.

    Raises:
        Unfit: it is no event of MISP.
        MissingPackage: pymisp is not installed.
    """
    try:
        from pymisp import MISPEvent
        from pymisp.exceptions import PyMISPError
    except ImportError:
        raise MissingPackage("pymisp", "the import of MISP") from None
    if not isinstance(told, dict):
        raise Unfit(place, None, "an event is a JSON object")
    where = f"{place}, {str(told.get('uuid') or '')[:40]}".rstrip(", ")
    for name in ("info", "date"):
        if not isinstance(told.get(name), str):
            raise Unfit(where, name, "is missing or no text")
    try:
        MISPEvent().load(told)
    except PyMISPError as fault:
        wrong = " ".join(str(fault).split())[:300]
        raise Unfit(where, _property(wrong), wrong) from None
    except _FAULTS as fault:
        wrong = " ".join(str(fault).split())[:300] or type(fault).__name__
        raise Unfit(where, _property(wrong), wrong) from None


_FAULTS = (ValueError, TypeError, KeyError, AttributeError, NameError, RecursionError)
"""What pymisp makes of odd events; a name error of an attribute with an empty list of values."""


def _property(wrong: str) -> str | None:
    found = re.search(r"\b(uuid|info|date|type|value|category|distribution|timestamp)\b", wrong)
    return found[1] if found else None


def _attributes(one: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from one.get("Attribute") or ()
    for made in one.get("Object") or ():
        yield from made.get("Attribute") or ()


def _clusters(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Type and value of each cluster on the event or its attributes, each once."""
    found: dict[tuple[str, str], None] = {}
    for holder in (one, *_attributes(one)):
        for tag in holder.get("Tag") or ():
            match = _TAG.fullmatch(str(tag.get("name", ""))) if isinstance(tag, dict) else None
            if match:
                found[match[1], match[2]] = None
        for galaxy in holder.get("Galaxy") or ():
            for cluster in galaxy.get("GalaxyCluster") or ():
                if cluster.get("type") and cluster.get("value"):
                    found[str(cluster["type"]), str(cluster["value"])] = None
    yield from found


def _entity(meaning: Meaning, value: str) -> Reference | None:
    if meaning.type is EntityType.STATE:
        return naming.known(value, (EntityType.STATE, EntityType.BLOC)) or naming.state(value)
    if meaning.type is EntityType.SECTOR:
        sector = misp_mapping().sector_words.get(value.lower())
        return Reference(EntityType.SECTOR, value, f"sector:{sector}") if sector else None
    if meaning.type is EntityType.TECHNIQUE:
        name, _, number = value.rpartition(" - ")
        found = naming.reference(EntityType.TECHNIQUE, number or value)
        return Reference(found.type, name or value, found.id)
    if meaning.type is EntityType.ORGANISATION:
        return naming.party(value)
    if meaning.type is EntityType.GROUP:
        value = re.sub(r" - G\d{4}$", "", value)
    if meaning.type is EntityType.MALWARE:
        value = re.sub(r" - S\d{4}$", "", value)
    return naming.reference(meaning.type, value)
