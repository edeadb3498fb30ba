"""What persons decide and documents say of groups' names, laid over what the naming sources say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from vidocq.knowledge.galaxy_names import canonical_group_id, compact
from vidocq.resolve.groups import PREFIX, Actor, Actors, Resolution, Word


class Equation(msgspec.Struct, frozen=True, kw_only=True):
    """A ``same-as`` claim of the record: ids of two groups, and who says so."""

    a: str
    b: str
    owner: str
    since: str | None
    claim: str


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision in force on two ids; ``same`` or distinct."""

    a: str
    b: str
    same: bool
    by: str
    since: str | None


def with_decisions(base: Actors, verdicts: Sequence[Verdict]) -> Actors:
    """The actors after persons' decisions, which beat every source."""
    verdicts = [one for one in verdicts if one.a.startswith(PREFIX) and one.b.startswith(PREFIX)]
    if not verdicts:
        return base
    by_key = dict(base.by_key)
    apart = set(base.apart)
    words = [*base.words]
    for one in verdicts:
        seen = Actors(base.viewpoint, by_key, spelled=base.spelled)
        a, b = seen.of(one.a), seen.of(one.b)
        relation = "same" if one.same else "distinct"
        words.append(
            Word(
                a=one.a.removeprefix(PREFIX),
                b=one.b.removeprefix(PREFIX),
                relation=relation,
                source="vidocq same" if one.same else "vidocq distinct",
                owner=one.by,
                since=one.since,
            )
        )
        pair = frozenset((_key(one.a), _key(one.b)))
        if one.same:
            apart.discard(pair)
            _fuse(by_key, a.actor, b.actor)
        else:
            apart.add(pair)
            _part(by_key, a, b, pair)
    return Actors(base.viewpoint, by_key, tuple(words), frozenset(apart), base.spelled)


def _key(id: str) -> str:
    return compact(id.removeprefix(PREFIX))


def _fuse(by_key: dict[str, tuple[Actor, ...]], one: Actor, other: Actor) -> None:
    if one.id == other.id:
        return
    both = Actor(
        id=one.id,
        name=one.name,
        keys=one.keys | other.keys,
        shared=(one.shared | other.shared) - (one.keys & other.keys),
    )
    for key in both.keys:
        kept = [x for x in by_key.get(key, ()) if x.id not in (one.id, other.id)]
        by_key[key] = (*kept, both) if key in both.shared else (both, *kept)


def _part(
    by_key: dict[str, tuple[Actor, ...]], a: Resolution, b: Resolution, pair: frozenset[str]
) -> None:
    """Take out of their common actor the name of the two that it does not go by."""
    if a.actor.id != b.actor.id:
        return
    whole = a.actor
    leaving = b if _key(whole.id) != _key(b.name) else a
    key = _key(leaving.name)
    rest = Actor(id=whole.id, name=whole.name, keys=whole.keys - {key}, shared=whole.shared - {key})
    for one in rest.keys:
        by_key[one] = tuple(rest if x.id == whole.id else x for x in by_key.get(one, (rest,)))
    own = leaving.name if leaving.name.startswith(PREFIX) else canonical_group_id(leaving.name)
    name = leaving.name.removeprefix(PREFIX)
    by_key[key] = (Actor(id=own, name=name, keys=frozenset((key,))),)


def with_equations(base: Actors, equations: Iterable[Equation]) -> Actors:
    """The actors after ``same-as`` claims of the record: a name that no source lists joins the one that
    it is equated with; two known actors are never fused by a document, only told to be equated."""
    by_key = dict(base.by_key)
    words = [*base.words]
    changed = False
    for one in equations:
        words.append(
            Word(
                a=one.a.removeprefix(PREFIX),
                b=one.b.removeprefix(PREFIX),
                relation="same",
                source="a document on the record",
                owner=one.owner,
                since=one.since,
                claim=one.claim,
            )
        )
        changed = True
        pair = frozenset((_key(one.a), _key(one.b)))
        if pair in base.apart or not (one.a.startswith(PREFIX) and one.b.startswith(PREFIX)):
            continue
        seen = Actors(base.viewpoint, by_key, spelled=base.spelled)
        a, b = seen.of(one.a), seen.of(one.b)
        if a.known and not b.known and not a.ambiguous:
            _fuse(by_key, a.actor, b.actor)
        elif b.known and not a.known and not b.ambiguous:
            _fuse(by_key, b.actor, a.actor)
        elif not a.known and not b.known:
            _fuse(by_key, a.actor, b.actor)
    if not changed:
        return base
    return Actors(base.viewpoint, by_key, tuple(words), base.apart, base.spelled)
