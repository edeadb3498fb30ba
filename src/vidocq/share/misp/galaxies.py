"""Cluster files of the MISP galaxy as claims of the galaxy: a document for each cluster, a sentence for each field."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from vidocq.knowledge.galaxy_names import compact, names_in
from vidocq.model import (
    Confidence,
    Document,
    EntityType,
    Likelihood,
    Predicate,
    Reading,
    Reference,
)
from vidocq.share import naming
from vidocq.share.errors import Unfit
from vidocq.share.misp.mapping import misp_mapping
from vidocq.share.misp.sentences import Sentences
from vidocq.share.stix.foreign_mapping import stated_confidence

_Listed = str | list[str] | None


class _Related(msgspec.Struct, frozen=True):
    type: str = ""
    target: str = msgspec.field(name="dest-uuid", default="")
    tags: list[str] = []


class _Meta(msgspec.Struct, frozen=True, rename="kebab"):
    synonyms: list[str] | None = None
    country: _Listed = None
    attribution_confidence: str | int | None = None
    cfr_suspected_state_sponsor: _Listed = None
    cfr_suspected_victims: _Listed = None
    suspected_victims: _Listed = None
    cfr_target_category: _Listed = None
    targeted_sector: _Listed = None


class _Value(msgspec.Struct, frozen=True):
    value: str
    uuid: str = ""
    description: str | None = None
    meta: _Meta = _Meta()
    related: list[_Related] = []


class _File(msgspec.Struct, frozen=True):
    type: str
    values: list[_Value]
    name: str = ""
    version: int | str = 0
    source: str = ""


_KINDS = {
    "threat-actor": EntityType.GROUP,
    "mitre-intrusion-set": EntityType.GROUP,
    "microsoft-activity-group": EntityType.GROUP,
    **dict.fromkeys(
        ("malpedia", "tool", "ransomware", "rat", "backdoor", "banker", "botnet", "stealer"),
        EntityType.MALWARE,
    ),
    **dict.fromkeys(("mitre-malware", "mitre-tool", "exploit-kit"), EntityType.MALWARE),
}

GALAXY = Reference(EntityType.ORGANISATION, "MISP galaxy", "organisation:misp-galaxy")


class Galaxy:
    """A cluster file and what its clusters say."""

    def __init__(self, told: Any, place: str) -> None:
        try:
            self.file = msgspec.convert(told, _File)
        except msgspec.ValidationError as fault:
            raise Unfit(place, None, f"it is no cluster file of the MISP galaxy: {fault}") from None
        if self.file.type not in _KINDS:
            known = ", ".join(sorted(_KINDS))
            raise Unfit(place, "type", f"no galaxy of this type is read, only {known}")
        self.kind = _KINDS[self.file.type]
        self.place = place
        self.passed_over: Counter[str] = Counter()
        self._by_uuid = {one.uuid: one for one in self.file.values if one.uuid}

    def readings(self) -> Iterator[Reading]:
        """A reading for each cluster that says something; the others are counted in ``passed_over``."""
        for one in self.file.values:
            reading = self._reading(one)
            if reading.claims:
                yield reading
            else:
                self.passed_over[f"cluster of {self.file.type}"] += 1

    def _reading(self, one: _Value) -> Reading:
        # The value may hold several names ("Sandworm Team - G0034"); the first is the cluster's own.
        named = naming.reference(self.kind, next(iter(names_in(one.value)), one.value))
        told = Sentences(GALAXY)
        meta = one.meta
        sure = _confidence(meta.attribution_confidence)
        for other in self._other_names(one, named):
            told.add(Predicate.SAME_AS, named, other)
        for text in _listed(meta.country):
            state = naming.state(text) or naming.known(text, (EntityType.STATE,))
            if state is None:
                self.passed_over["country that is none"] += 1
            else:
                told.add(Predicate.LOCATED_IN, named, _called(state), confidence=sure)
        for text in _listed(meta.cfr_suspected_state_sponsor):
            sponsor = naming.party(_plain_country(text))
            told.add(
                Predicate.SPONSORED_BY,
                named,
                sponsor,
                confidence=sure,
                likelihood=Likelihood.ROUGHLY_EVEN,
            )
        for text in (*_listed(meta.cfr_suspected_victims), *_listed(meta.suspected_victims)):
            told.add(
                Predicate.TARGETS,
                named,
                naming.party(_plain_country(text)),
                sentence="suspected-targets",
                likelihood=Likelihood.ROUGHLY_EVEN,
            )
        for text in (*_listed(meta.cfr_target_category), *_listed(meta.targeted_sector)):
            told.add(Predicate.TARGETS, named, _sector(text))
        self._related(one, named, told)
        text = told.text(one.description)
        return Reading(
            document=Document(
                id=one.uuid or compact(one.value) or "cluster",
                text=text,
                source=f"{self.place}#{one.uuid or one.value}",
                sha256=hashlib.sha256(msgspec.json.encode(one)).hexdigest(),
                title=f"{one.value} ({self.file.name or self.file.type})",
                publisher=GALAXY.text,
                language="en",
                media_type="application/json",
            ),
            claims=told.claims,
        )

    def _other_names(self, one: _Value, named: Reference) -> Iterator[Reference]:
        found: dict[str, Reference] = {}
        for synonym in one.meta.synonyms or ():
            other = naming.reference(self.kind, synonym)
            if synonym.strip() and other.id != named.id:
                found.setdefault(other.id, other)
        yield from found.values()

    def _related(self, one: _Value, named: Reference, told: Sentences) -> None:
        for link in one.related:
            other = self._by_uuid.get(link.target)
            if link.type != "similar" or other is None:
                self.passed_over[f"relation {link.type or 'without type'}"] += 1
                continue
            target = naming.reference(self.kind, next(iter(names_in(other.value)), other.value))
            if target.id != named.id:
                told.add(Predicate.SAME_AS, named, target, likelihood=_likelihood(link.tags))


def _listed(value: _Listed) -> list[str]:
    found = [value] if isinstance(value, str) else value or []
    return [text.strip() for text in found if text.strip()]


def _confidence(value: str | int | None) -> Confidence | None:
    text = str(value or "")
    return stated_confidence(int(text)) if text.isascii() and text.isdigit() else None


def _likelihood(tags: list[str]) -> Likelihood | None:
    for tag in tags:
        name, _, value = tag.partition("=")
        if name == "estimative-language:likelihood-probability":
            return misp_mapping().likelihoods.get(value.strip('"'))
    return None


def _called(state: Reference) -> Reference:
    from vidocq.knowledge.facts import entity_label

    return Reference(state.type, entity_label(state.id), state.id)


def _plain_country(text: str) -> str:
    """ "Iran (Islamic Republic of)", "Korea (Democratic People's Republic of)" as one says them."""
    head, _, rest = text.partition(" (")
    if not rest:
        return text
    inner = rest.rstrip(")")
    turned = f"{inner.removesuffix(' of').removesuffix(' Of')} of {head}"
    return next((one for one in (turned, head) if naming.known(one)), text)


def _sector(text: str) -> Reference:
    sector = misp_mapping().sector_words.get(text.lower())
    if sector:
        return Reference(EntityType.SECTOR, text, f"sector:{sector}")
    return naming.reference(EntityType.OTHER, text)
