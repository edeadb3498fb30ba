"""From a group's name to the actor it means, as seen from one viewpoint.

`actors(viewpoint)` knows what the naming sources say; persons' decisions and what documents on the
record equate are laid over it. A name that heads an entry means that entry; a name that is only an
alias, and of several actors, is told as ambiguous: every reading is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import msgspec

from vidocq.knowledge.galaxy import Kind, clusters
from vidocq.knowledge.galaxy_names import canonical_group_id, compact, slug
from vidocq.knowledge.galaxy_own import own_groups
from vidocq.knowledge.groups import (
    CountryLink,
    Equivalence,
    NamingScheme,
    Relation,
    cluster_country,
    equivalences,
    equivalents_of,
    naming_scheme,
)
from vidocq.resolve.listings import clusters_of
from vidocq.resolve.viewpoints import Viewpoint, counts

PREFIX = "group:"


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's word that two names mean the same, overlap, or are apart: who says so, and since when.

    ``owner`` is the naming organisation, "a person" for a decision, or the document's publisher;
    ``claim`` is set where a claim on the record says it.
    """

    a: str
    b: str
    relation: str
    source: str
    owner: str
    since: str | None = None
    claim: str | None = None


class ActorName(msgspec.Struct, frozen=True, kw_only=True):
    """One name of an actor, whose naming it follows, and who says that it is the actor's."""

    text: str
    scheme: NamingScheme | None
    said_by: tuple[Word, ...]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One group from one viewpoint. ``keys`` are its names without case and signs; ``shared`` those
    that another actor goes by as well and that therefore are not searched under this one."""

    id: str
    name: str
    keys: frozenset[str]
    shared: frozenset[str] = frozenset()


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """What a name means: one actor, or several (``ambiguous``), the likeliest first; ``known`` is
    False where no source lists the name and the actor is made of the name alone."""

    name: str
    actors: tuple[Actor, ...]
    known: bool

    @property
    def ambiguous(self) -> bool:
        """Whether sources list the name under several actors and none by that very name."""
        return len(self.actors) > 1

    @property
    def actor(self) -> Actor:
        """The only or likeliest reading."""
        return self.actors[0]


@dataclass(frozen=True)
class Actors:
    """All actors of a viewpoint, by the keys of their names."""

    viewpoint: Viewpoint
    by_key: Mapping[str, tuple[Actor, ...]]
    words: tuple[Word, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    spelled: Mapping[str, str] = field(default_factory=dict)
    _canonical: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def of(self, name: str) -> Resolution:
        """What a group's id (``group:apt-31``) or name ("APT 31") means."""
        text = name.removeprefix(PREFIX)
        key = compact(text)
        found = self.by_key.get(key)
        if found:
            return Resolution(name=name, actors=found, known=True)
        lone = Actor(
            id=name if name.startswith(PREFIX) else canonical_group_id(text),
            name=self.spelled.get(key) or text,
            keys=frozenset((key,)),
        )
        return Resolution(name=name, actors=(lone,), known=False)

    def canonical(self, id: str) -> str:
        """The id of the actor that a group's id means; any other id, and an ambiguous one, as it is."""
        if not id.startswith(PREFIX):
            return id
        found = self._canonical.get(id)
        if found is None:
            meant = self.of(id)
            found = self._canonical[id] = id if meant.ambiguous else meant.actor.id
        return found

    def may_be_same(self, a: str, b: str) -> bool:
        """Whether some reading of two ids makes them one actor."""
        if a == b:
            return True
        if not (a.startswith(PREFIX) and b.startswith(PREFIX)):
            return False
        pair = frozenset((compact(a.removeprefix(PREFIX)), compact(b.removeprefix(PREFIX))))
        if len(pair) == 1:
            return True
        if pair in self.apart:
            return False
        return bool({x.id for x in self.of(a).actors} & {y.id for y in self.of(b).actors})

    def related(self, a: str, b: str) -> tuple[Word, ...]:
        """Who says that the two actors overlap, or that one is part of the other."""
        one, other = self.of(a).actor.keys, self.of(b).actor.keys
        return tuple(
            word
            for word in _words_about(one, self)
            if word.relation != Relation.SAME
            and (
                (compact(word.a) in one and compact(word.b) in other)
                or (compact(word.b) in one and compact(word.a) in other)
            )
        )


@cache
def actors(viewpoint: Viewpoint = Viewpoint.VIDOCQ) -> Actors:
    """What the naming sources alone say, from one viewpoint."""
    spelled = _spellings(viewpoint)
    heads: dict[str, list[int]] = defaultdict(list)
    listed: dict[str, list[int]] = defaultdict(list)
    clusters = clusters_of(viewpoint)
    for number, cluster in enumerate(clusters):
        for key in cluster.keys:
            (heads if key in cluster.heads else listed)[key].append(number)
    made = [
        Actor(
            id=canonical_group_id(spelled[cluster.canonical]),
            name=spelled[cluster.canonical],
            keys=cluster.keys,
            shared=frozenset(
                key
                for key in cluster.keys
                if (key in heads and number not in heads[key])
                or (key not in heads and len(listed[key]) > 1)
            ),
        )
        for number, cluster in enumerate(clusters)
    ]
    by_key: dict[str, tuple[Actor, ...]] = {}
    for key in heads.keys() | listed.keys():
        numbers = heads.get(key) or listed[key]
        best = sorted(numbers, key=lambda n: (-len(clusters[n].sources), clusters[n].canonical))
        by_key[key] = tuple(made[number] for number in best)
    for text in _alone(viewpoint):
        key = compact(text)
        if key and key not in by_key:
            spelled.setdefault(key, text)
            lone = Actor(id=canonical_group_id(text), name=text, keys=frozenset((key,)))
            by_key[key] = (lone,)
    return Actors(viewpoint=viewpoint, by_key=by_key, spelled=spelled)


def _alone(viewpoint: Viewpoint) -> Iterable[str]:
    """Names of entries, also of those without an alias, which no equation mentions."""
    for cluster in clusters():
        if cluster.collection.kind is Kind.GROUP and cluster.names:
            owner, source = cluster.collection.owner, cluster.collection.source
            own = cluster.names[0]
            if counts(viewpoint, Equivalence(own, own, Relation.SAME, source, owner)):
                yield own
    if viewpoint is Viewpoint.VIDOCQ:
        for group in own_groups():
            yield group.name


def _spellings(viewpoint: Viewpoint) -> dict[str, str]:
    """How each key is written: not all in capitals where some source writes it otherwise."""
    found: dict[str, str] = {}
    for one in equivalences():
        for text in (one.a, one.b):
            key = compact(text)
            there = found.get(key)
            if there is None or (there.isupper() and _mixed(text)):
                found[key] = text
    return found


def _mixed(text: str) -> bool:
    return any(letter.islower() for letter in text)


def names_of(actor: Actor, among: Actors) -> tuple[ActorName, ...]:
    """An actor's names, its own first, each with its scheme and who says that it is the actor's."""
    by_key: dict[str, list[Word]] = defaultdict(list)
    for word in _words_about(actor.keys, among):
        if word.relation == Relation.SAME:
            for text, other in ((word.a, word.b), (word.b, word.a)):
                if compact(other) in actor.keys and word not in by_key[compact(text)]:
                    by_key[compact(text)].append(word)
    own = compact(actor.name)
    ordered = sorted(actor.keys, key=lambda key: (key != own, -len(by_key[key]), key))
    return tuple(
        ActorName(
            text=among.spelled.get(key, actor.name if key == own else key),
            scheme=naming_scheme(among.spelled.get(key, actor.name)),
            said_by=tuple(by_key[key]),
        )
        for key in ordered
    )


def kept_apart(actor: Actor, among: Actors) -> tuple[Word, ...]:
    """Who says what of other actors: overlaps, parts, aliases that another actor goes by, and names that
    a person or a source keeps apart."""
    found: dict[tuple[str, str, str, str], Word] = {}
    for word in _words_about(actor.keys, among):
        a, b = compact(word.a), compact(word.b)
        inside = (a in actor.keys) + (b in actor.keys)
        if word.relation == Relation.SAME:
            mine = actor.keys - actor.shared
            if inside == 2 and not ({a, b} & actor.shared):
                continue
            if not {a, b} & mine:
                continue
        elif inside == 2:
            continue
        found.setdefault((*sorted((a, b)), word.relation, word.owner), word)  # type: ignore[arg-type]
    return tuple(found.values())


def _words_about(keys: frozenset[str], among: Actors) -> list[Word]:
    said: dict[tuple[str, str, str, str], Word] = {}
    for key in sorted(keys):
        for one in equivalents_of(key):
            if counts(among.viewpoint, one):
                said.setdefault((one.a, one.b, one.relation, one.source), _word(one))
    own = [word for word in among.words if {compact(word.a), compact(word.b)} & keys]
    return [*own, *said.values()]


def _word(one: Equivalence) -> Word:
    return Word(
        a=one.a,
        b=one.b,
        relation=str(one.relation),
        source=one.source,
        owner=one.owner,
        since=one.since,
    )


def countries_of(actor: Actor, among: Actors) -> tuple[CountryLink, ...]:
    """The countries that sources link the actor with under any name of its own."""
    found: dict[tuple[str, str], CountryLink] = {}
    for key in sorted(actor.keys - actor.shared):
        for link in cluster_country(key):
            found.setdefault((link.country, link.source), link)
    return tuple(found.values())


def ids_of(actor: Actor, among: Actors) -> tuple[str, ...]:
    """All ids under which documents may speak of the actor: each name as written, without signs, and
    with its number apart (``group:apt31``, ``group:apt-31``)."""
    found: dict[str, None] = {actor.id: None}
    for key in sorted(actor.keys - actor.shared):
        written = slug(among.spelled.get(key, key))
        for form in (written, key, written.replace("-", ""), _number_apart(key)):
            found[PREFIX + form] = None
    return tuple(found)


def _number_apart(key: str) -> str:
    for position in range(1, len(key)):
        if key[position].isdigit() and not key[position - 1].isdigit():
            return f"{key[:position]}-{key[position:]}"
    return key
