"""What speaks for a party to be heard for a finding: its part in it, where it stands, how it speaks (`vidocq.claims.trained.claimants`)."""

from __future__ import annotations

from functools import cache

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.bundles import Bundle, bundle
from vidocq.model import EntityType, Polarity, Predicate, Reference


def choice_of(entity: str, assigned: dict[str, Reference]) -> str:
    if entity in assigned:
        return "chosen"
    name = entity.partition(":")[2]
    if any(other.partition(":")[2] == name for other in assigned):
        return "chosen as another"
    return "others chosen" if assigned else "nobody chosen"


def signs_of_draft(
    draft: Draft, party: Reference, assigned: dict[str, Reference], where: str
) -> Bundle:
    """What the draft says of a party."""
    entity = party.id
    role = "neither end"
    if draft.subject.id == entity:
        role = "subject"
    elif draft.object is not None and draft.object.id == entity:
        role = "object"
    return _said(
        where,
        choice_of(entity, assigned),
        party.type,
        draft.predicate,
        draft.rule,
        role,
        draft.polarity,
        min(len(assigned), 3),
    )


@cache
def _said(
    where: str,
    chosen: str,
    kind: EntityType,
    predicate: Predicate,
    rule: str,
    role: str,
    polarity: Polarity,
    number: int,
) -> Bundle:
    """What choice, type and role of a party say."""
    return bundle(
        *[
            where + sign
            for sign in (
                chosen,
                f"{chosen} {kind}",
                f"{chosen} {predicate}",
                f"{chosen} by {rule}",
                f"{chosen} {role}",
                f"{role} {predicate} {polarity}",
                f"{kind} {predicate}",
                f"{chosen} of {number}",
            )
        ]
    )


@cache
def signs_of_parts(parts: tuple[str, ...], chosen: str) -> Bundle:
    """What speaks for a party by what the sentence says that it did or suffered."""
    return bundle(*[f"part {part}" for part in parts], *[f"part {part} {chosen}" for part in parts])


@cache
def signs_of_remembered(mark: str, chosen: str, quoted: bool) -> Bundle:
    """What speaks for a party that the document has spoken of before."""
    places = mark.split("+")
    return bundle(
        *[f"memory {place}" for place in places],
        *[f"memory {place} {chosen}" for place in places],
        f"memory, quotation {quoted}",
    )


@cache
def signs_of_place(side: str, distance: int, quoted: bool, speaks: str, chosen: str) -> Bundle:
    """What speaks for a party of the sentence."""
    return bundle(
        side,
        f"{side} {chosen}",
        f"{side} {distance}",
        f"{side}, quotation {quoted}",
        f"{speaks} {chosen}",
        f"{speaks} {side}",
    )


def speaks_as(sentence: Sentence, p: int) -> str:
    """Which verbs of speech, accusation or denial a phrase is the subject of."""
    leader = sentence.joined[p]
    for v, dependency in enumerate(dependencies(sentence)):
        if leader in dependency.subjects[:1] or p in dependency.subjects[:1]:
            frames = sorted(sentence.verbs[v].frames)
            return "subject of " + (frames[0] if frames else "a verb")
    return NO_SUBJECT


NO_SUBJECT = "no subject"
