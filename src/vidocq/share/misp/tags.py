"""The tags by which MISP knows a group, a state, a sector, a malware: clusters of its galaxies."""

from __future__ import annotations

from functools import cache

import msgspec

from vidocq.knowledge.facts import country_of
from vidocq.knowledge.galaxy import galaxy_folder
from vidocq.knowledge.galaxy_names import compact
from vidocq.ledger.keys import DEEDS
from vidocq.model import Claim, EntityType, Predicate, Reference
from vidocq.share.misp.mapping import misp_mapping
from vidocq.share.stix.objects import attack_number


class _Meta(msgspec.Struct, frozen=True):
    synonyms: list[str] | None = None
    external_id: str | list[str] | None = None
    iso: str | None = msgspec.field(name="ISO", default=None)
    iso_code: list[str] | None = msgspec.field(name="iso-code", default=None)


class _Value(msgspec.Struct, frozen=True):
    value: str
    meta: _Meta = _Meta()


class _Galaxy(msgspec.Struct, frozen=True):
    type: str
    values: list[_Value]


class _Index(msgspec.Struct, frozen=True):
    """The values of a galaxy by their name, by their synonyms, and by their codes."""

    type: str
    names: dict[str, str]
    synonyms: dict[str, str]
    codes: dict[str, str]


@cache
def _galaxy(file: str) -> _Index | None:
    """The clusters of a galaxy that the installed pymispgalaxies has."""
    path = galaxy_folder() / f"{file}.json"
    if not path.is_file():
        return None
    read = msgspec.json.decode(path.read_bytes(), type=_Galaxy)
    found = _Index(type=read.type, names={}, synonyms={}, codes={})
    ambiguous: set[str] = set()
    for one in read.values:
        found.names.setdefault(compact(one.value), one.value)
        for synonym in one.meta.synonyms or ():
            key = compact(synonym)
            if found.synonyms.setdefault(key, one.value) != one.value:
                ambiguous.add(key)
        numbers = one.meta.external_id
        codes = [numbers] if isinstance(numbers, str) else list(numbers or ())
        codes += [one.meta.iso] if one.meta.iso else []
        codes += [code for code in one.meta.iso_code or () if len(code) == 2]
        for code in codes:
            found.codes.setdefault(code.upper(), one.value)
    for key in ambiguous:
        del found.synonyms[key]
    return found


def tags_of(claim: Claim) -> tuple[str, ...]:
    """The galaxy tags of the subject and object of a claim."""
    found = []
    # A state that speaks or answers is neither accused nor hit: MISP's tag of a country says one of these.
    if claim.subject.type is not EntityType.STATE or claim.predicate in DEEDS:
        found.append(_tag(claim.subject, victim=False))
    if claim.object is not None:
        victim = claim.predicate in (Predicate.TARGETS, Predicate.AFFECTS)
        found.append(_tag(claim.object, victim=victim))
    return tuple(dict.fromkeys(tag for tag in found if tag))


def tag_of(one: Reference) -> str | None:
    """The galaxy tag of a group, malware or technique."""
    return _tag(one, victim=False)


def _tag(one: Reference, *, victim: bool) -> str | None:
    told = misp_mapping()
    if one.type is EntityType.STATE:
        return _by_code(told.victim_state if victim else told.accused_state, country_of(one.id))
    if one.type is EntityType.SECTOR:
        value = told.sectors.get(one.id.partition(":")[2])
        return _written(told.victim_sector, value) if victim else None
    if one.type is EntityType.TECHNIQUE:
        return _by_code(told.galaxies[one.type][0], attack_number(one.id))
    name = one.id.partition(":")[2]
    for file in told.galaxies.get(one.type, ()):
        index = _galaxy(file)
        if index is None:
            continue
        value = index.names.get(compact(name)) or index.synonyms.get(compact(name))
        if value:
            return f'misp-galaxy:{index.type}="{value}"'
    return None


def _by_code(file: str, code: str | None) -> str | None:
    index = _galaxy(file)
    return _written(file, index.codes.get(code.upper())) if index and code else None


def _written(file: str, value: str | None) -> str | None:
    index = _galaxy(file)
    return f'misp-galaxy:{index.type}="{value}"' if index and value else None
