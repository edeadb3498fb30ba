"""What a person means by a name: in any language, under any alias, with or without its article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import msgspec

from vidocq.knowledge.all_names import load_names
from vidocq.knowledge.facts import entity_label
from vidocq.knowledge.galaxy_names import fold, slug
from vidocq.knowledge.groups import group_patterns
from vidocq.knowledge.incidents import incident_anchors, incidents
from vidocq.knowledge.name import Name, NameRole
from vidocq.model import EntityType
from vidocq.resolve.groups import Actors

_ID = re.compile(rf"(?:{'|'.join(EntityType)}):\S.*")
_ARTICLE = re.compile(
    r"^(?:(?:l|d)['’ʼ]\s*|(?:the|le|la|les|der|die|das|el|los|las|il|gli)\s+)", re.IGNORECASE
)

_ORDER = (
    EntityType.STATE,
    EntityType.BLOC,
    EntityType.GROUP,
    EntityType.AGENCY,
    EntityType.INCIDENT,
    EntityType.MALWARE,
    EntityType.COMPANY,
    EntityType.ORGANISATION,
    EntityType.PERSON,
)
"""Which reading comes first where a name has several."""

NEAR = 70.0
"""How like two names must be to suggest one for the other (percent, as rapidfuzz counts)."""


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a name may mean: an entity's id, its usual name, and who says so."""

    id: str
    type: EntityType
    name: str
    source: str
    demonym: bool = False


def understand(text: str, among: Actors, *, loosely: bool = True) -> tuple[Meaning, ...]:
    """All that a name means by our knowledge, the likeliest first; empty where it means nothing.

    An id of the claim guide (``group:apt31``) means itself. ``loosely`` also takes some words of an
    incident's name for it ("finnish parliament" for "hack of the Finnish parliament").
    """
    text = " ".join(text.split())
    if _ID.fullmatch(text):
        return (_of_id(text, among),)
    found: dict[str, Meaning] = {}
    for form in dict.fromkeys((text, _ARTICLE.sub("", text))):
        for meaning in _meanings(form, among, loosely=loosely):
            there = found.get(meaning.id)
            if there is None or (there.demonym and not meaning.demonym):
                found[meaning.id] = meaning
    return tuple(sorted(found.values(), key=lambda one: (one.demonym, _rank(one.type))))


def _rank(type: EntityType) -> int:
    return _ORDER.index(type) if type in _ORDER else len(_ORDER)


def _of_id(id: str, among: Actors) -> Meaning:
    kind = EntityType(id.partition(":")[0])
    if kind is EntityType.STATE:
        id = f"state:{id.partition(':')[2].upper()}"
    return Meaning(id=id, type=kind, name=label(id, among), source="as given")


def _meanings(text: str, among: Actors, *, loosely: bool) -> Iterable[Meaning]:
    key = fold(text)
    for name in _by_name().get(key, ()):
        if name.role is NameRole.ABBREVIATION and not _same_case(name.text, text):
            continue
        if name.type is EntityType.GROUP:
            continue  # read below, so that each alias gives its actors
        yield Meaning(
            id=name.entity,
            type=name.type,
            name=label(name.entity, among),
            source=name.source,
            demonym=name.role is NameRole.DEMONYM,
        )
    listed = among.of(text)
    if listed.known or _is_group_name(text, key):
        for actor in listed.actors:
            yield Meaning(
                id=actor.id,
                type=EntityType.GROUP,
                name=actor.name,
                source="naming sources" if listed.known else "the form of the name",
            )
    for incident in _incidents_called(key, loosely=loosely):
        yield Meaning(
            id=incident,
            type=EntityType.INCIDENT,
            name=label(incident, among),
            source="vidocq:incidents",
        )


def _same_case(known: str, given: str) -> bool:
    """A short abbreviation is taken in its own case, or all in lower case as one types it ("gru")."""
    return given in (known, known.upper()) or given.islower()


def _is_group_name(text: str, key: str) -> bool:
    if any(name.type is EntityType.GROUP for name in _by_name().get(key, ())):
        return True
    return any(one.pattern.fullmatch(text) for one in group_patterns())


def _incidents_called(key: str, *, loosely: bool) -> tuple[str, ...]:
    """Incidents with this name or anchor; else, loosely, those of which all the words stand in one name."""
    exact = _incident_names().get(key, ())
    words = key.split()
    if exact or not loosely or not words or len(key) < 4:
        return exact
    found: dict[str, None] = {}
    for name, ids in _incident_names().items():
        if set(words) <= set(name.split()):
            found.update(dict.fromkeys(ids))
    return tuple(found)


@cache
def _by_name() -> dict[str, tuple[Name, ...]]:
    index: dict[str, list[Name]] = defaultdict(list)
    for name in load_names():
        index[fold(name.text)].append(name)
    return {key: tuple(names) for key, names in index.items()}


@cache
def _incident_names() -> dict[str, tuple[str, ...]]:
    index: dict[str, dict[str, None]] = defaultdict(dict)
    for one in incidents():
        for text in (*one.en, *one.fr):
            index[fold(text)][one.id] = None
    for key, anchors in incident_anchors().items():
        for anchor in anchors:
            if not anchor.loose:
                index[key][anchor.incident] = None
    return {key: tuple(ids) for key, ids in index.items()}


@cache
def _labels() -> dict[str, str]:
    """The usual English name of each landmark incident and malware."""
    found: dict[str, str] = {}
    for name in load_names():
        if name.type is EntityType.MALWARE:
            found.setdefault(name.entity, name.text)
    for one in incidents():
        found[one.id] = next(iter((*one.en, *one.anchors, *one.fr)), one.id)
    return found


def label(id: str, among: Actors, told: str | None = None) -> str:
    """How to call an entity: its usual name, else the words ``told`` by a document, else its id's."""
    if id.startswith("group:"):
        meant = among.of(id)
        if meant.known and not meant.ambiguous:
            return meant.actor.name
        return told or id.partition(":")[2]
    kind = id.partition(":")[0]
    known = _labels().get(id) if kind in ("incident", "malware") else None
    if kind in _NAMED_BY_DATA:
        known = entity_label(id)
        if known == id.partition(":")[2].replace("-", " "):
            known = None
    return known or told or id.partition(":")[2].replace("-", " ")


_NAMED_BY_DATA = frozenset(
    {"state", "bloc", "agency", "company", "organisation", "product", "place"}
)


def near(text: str, others: Iterable[str] = (), *, limit: int = 5) -> tuple[str, ...]:
    """Other known names that are written much like this one, the nearest first; the same name with a
    space or a hyphen is no other. ``others`` are names that the record knows beside ours."""
    from rapidfuzz import fuzz, process

    sought = slug(_ARTICLE.sub("", text))
    same = sought.replace("-", "")
    choices = {slug(name): name for name in (*_suggestible(), *others)}
    choices = {key: name for key, name in choices.items() if key.replace("-", "") != same}
    found = process.extract(
        sought,
        list(choices),
        scorer=fuzz.ratio,
        limit=limit,
        score_cutoff=NEAR,
    )
    return tuple(dict.fromkeys(choices[key] for key, _, _ in found))


@cache
def _suggestible() -> tuple[str, ...]:
    kinds = (
        EntityType.STATE,
        EntityType.BLOC,
        EntityType.GROUP,
        EntityType.AGENCY,
        EntityType.INCIDENT,
    )
    return tuple(
        name.text
        for name in load_names()
        if name.type in kinds and name.role in (NameRole.NAME, NameRole.CAPITAL)
    )
