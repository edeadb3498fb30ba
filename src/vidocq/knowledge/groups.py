"""Who equates which names of groups, what country they are linked with, and whose naming they follow.

Equating two names is itself a claim: each `Equivalence` carries the collection that makes it and the
collection's owner, so that a cluster can be seen from one viewpoint. Nothing here merges names.
Sources: MISP galaxy and the collections in it (see `galaxy`), `data/groups.yaml`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

import msgspec

from vidocq.knowledge.galaxy import Cluster, Kind, clusters
from vidocq.knowledge.galaxy_data import read_data
from vidocq.knowledge.galaxy_names import canonical_group_id, compact, fold
from vidocq.knowledge.galaxy_own import SOURCE, own_groups
from vidocq.knowledge.name import NameContext

__all__ = [
    "CountryLink",
    "Equivalence",
    "GroupPattern",
    "NamingScheme",
    "Relation",
    "canonical_group_id",
    "cluster_country",
    "equivalences",
    "equivalents_of",
    "group_patterns",
    "movements",
    "naming_scheme",
]


class Relation(StrEnum):
    """How the things that two names stand for lie to each other, in a source's view."""

    SAME = "same"
    OVERLAPS = "overlaps"
    SUBGROUP = "subgroup"
    """The first is a part of the second."""


class Equivalence(msgspec.Struct, frozen=True):
    """One source's word on two names. ``since`` is an ISO date or year, where known."""

    a: str
    b: str
    relation: Relation
    source: str
    owner: str
    since: str | None = None


class CountryLink(msgspec.Struct, frozen=True):
    """A country (ISO 3166-1 alpha-2) that a source links a group with."""

    country: str
    source: str


class NamingScheme(msgspec.Struct, frozen=True):
    """Whose way of naming a name follows. ``meaning`` is what its telling word stands for: a state's id
    ("state:RU" for a Bear), or words ("crime" for a Spider); None where the scheme tells nothing."""

    id: str
    owner: str
    kind: str
    describes: str
    meaning: str | None = None


class GroupPattern(msgspec.Struct, frozen=True):
    """Names in running text that no list can hold ("UNC2452", "APT 31"). ``starts``: the lower-case
    letters that every match begins with, ``ends`` its last words: one of them must be there for a match."""

    id: str
    pattern: re.Pattern[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    context: NameContext


class _Related(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: str
    b: str
    relation: Relation
    source: str
    owner: str
    since: str | None = None


class _Scheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    owner: str
    kind: str
    pattern: str
    describes: str
    meaning: dict[str, str] = {}


class _Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    pattern: str
    starts: tuple[str, ...]
    context: NameContext
    ends: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    relations: tuple[_Related, ...]
    schemes: tuple[_Scheme, ...]
    patterns: tuple[_Pattern, ...]
    movements: tuple[str, ...] = ()


@cache
def _file() -> _File:
    return read_data("groups.yaml", _File)


@cache
def equivalences() -> tuple[Equivalence, ...]:
    """Every statement on two names of groups: a cluster's name and each of its synonyms are `same` in
    its collection's view; clusters that the galaxy calls similar overlap; and our own."""
    groups = [cluster for cluster in clusters() if cluster.collection.kind is Kind.GROUP]
    found: dict[tuple[str, str, Relation, str], Equivalence] = {}

    def add(a: str, b: str, relation: Relation, source: str, owner: str, since: str | None) -> None:
        if fold(a) == fold(b):
            return
        key = (fold(a), fold(b), relation, source)
        turned = (key[1], key[0], relation, source)
        said_same = {(*pair[:2], Relation.SAME, source) for pair in (key, turned)} & found.keys()
        if said_same or key in found or (relation is Relation.OVERLAPS and turned in found):
            return
        found[key] = Equivalence(a, b, relation, source, owner, since)

    for entry in _file().relations:
        add(entry.a, entry.b, entry.relation, entry.source, entry.owner, entry.since)
    for group in own_groups():
        for other in group.also:
            add(group.name, other, Relation.SAME, SOURCE, "vidocq", None)
    by_id = {cluster.uuid: cluster for cluster in groups if cluster.uuid and cluster.names}
    for cluster in groups:
        if not cluster.names:
            continue
        own = cluster.names[0]
        source, owner = cluster.collection.source, cluster.collection.owner
        for other in (*cluster.names[1:], *cluster.synonyms):
            add(own, other, Relation.SAME, source, owner, None)
        if cluster.number:
            add(own, cluster.number, Relation.SAME, source, owner, None)
        for kind, target in cluster.related:
            relation = _GALAXY_RELATIONS.get(kind)
            if relation and target in by_id:
                add(own, by_id[target].names[0], relation, source, owner, None)
    return tuple(found.values())


_GALAXY_RELATIONS = {
    "similar": Relation.OVERLAPS,
    "overlaps": Relation.OVERLAPS,
    "linked-to": Relation.OVERLAPS,
    "associated-with": Relation.OVERLAPS,
    "revoked-by": Relation.SAME,
    "part-of": Relation.SUBGROUP,
}


@cache
def _by_name() -> dict[str, tuple[Equivalence, ...]]:
    index: dict[str, list[Equivalence]] = {}
    for entry in equivalences():
        for key in {compact(entry.a), compact(entry.b)}:
            index.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in index.items()}


def equivalents_of(name: str) -> tuple[Equivalence, ...]:
    """Every statement in which ``name`` stands, in any spelling ("APT 31", "apt31")."""
    return _by_name().get(compact(name), ())


@cache
def _countries() -> dict[str, tuple[CountryLink, ...]]:
    index: dict[str, list[CountryLink]] = {}

    def add(name: str, link: CountryLink) -> None:
        links = index.setdefault(compact(name), [])
        if link not in links:
            links.append(link)

    for group in own_groups():
        if group.country:
            for name in (group.name, *group.also):
                add(name, CountryLink(group.country, group.source))
    for cluster in clusters():
        if cluster.collection.kind is not Kind.GROUP:
            continue
        for link in _links(cluster):
            for name in (*cluster.names, *cluster.synonyms):
                add(name, link)
    return {name: tuple(links) for name, links in index.items()}


def _links(cluster: Cluster) -> list[CountryLink]:
    source = cluster.collection.source
    found = [
        CountryLink(code, source) for text in cluster.countries if (code := _country_code(text))
    ]
    sponsors = [_country_code(text) for text in cluster.sponsors]
    return found + [CountryLink(code, f"{source} (CFR sponsor)") for code in sponsors if code]


_COUNTRY_WORDS = {
    "russianfederation": "RU",
    "russia": "RU",
    "china": "CN",
    "peoplesrepublicofchina": "CN",
    "iranislamicrepublicof": "IR",
    "iran": "IR",
    "koreademocraticpeoplesrepublicof": "KP",
    "northkorea": "KP",
    "korearepublicof": "KR",
    "southkorea": "KR",
    "unitedstates": "US",
    "america": "US",
    "vietnam": "VN",
    "india": "IN",
    "pakistan": "PK",
    "belarus": "BY",
    "france": "FR",
    "spain": "ES",
    "israel": "IL",
    "palestine": "PS",
    "lebanon": "LB",
    "unitedarabemirates": "AE",
    "turkey": "TR",
    "syria": "SY",
    "ukraine": "UA",
    "kazakhstan": "KZ",
}
"""Country names as the galaxy's collections write them, folded. A region ("mideast") is no country."""


def _country_code(text: str) -> str | None:
    if len(text) == 2 and text.isalpha():
        return text.upper()
    return _COUNTRY_WORDS.get(compact(text))


def cluster_country(name: str) -> tuple[CountryLink, ...]:
    """The countries that sources link a group's name with, each with its source; empty if none do.
    More than one country means that the sources disagree."""
    return _countries().get(compact(name), ())


@cache
def _schemes() -> tuple[tuple[re.Pattern[str], _Scheme], ...]:
    return tuple((re.compile(scheme.pattern, re.IGNORECASE), scheme) for scheme in _file().schemes)


def naming_scheme(name: str) -> NamingScheme | None:
    """Whose naming scheme the whole of ``name`` follows, and what it tells; None for a free name.

    "Fancy Bear" is CrowdStrike's and tells Russia; "Storm-0558" Microsoft's and tells nothing yet.
    """
    text = " ".join(name.split())
    for pattern, scheme in _schemes():
        found = pattern.fullmatch(text)
        if found is None or not (text[0].isupper() or any(sign.isdigit() for sign in text)):
            continue
        word = found.groupdict().get("word") or ""
        means = {key.casefold(): value for key, value in scheme.meaning.items()}
        return NamingScheme(
            id=scheme.id,
            owner=scheme.owner,
            kind=scheme.kind,
            describes=scheme.describes,
            meaning=means.get(word.casefold()),
        )
    return None


@cache
def group_patterns() -> tuple[GroupPattern, ...]:
    """The expressions for numbered and open-ended names, in the order in which to try them."""
    return tuple(
        GroupPattern(entry.id, re.compile(entry.pattern), entry.starts, entry.ends, entry.context)
        for entry in _file().patterns
    )


@cache
def movements() -> frozenset[str]:
    """The ids of movements whose branches take the name of a place: "Anonymous" of "Anonymous Caucasus"."""
    return frozenset(canonical_group_id(name) for name in _file().movements)
