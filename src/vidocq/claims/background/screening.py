"""Sentences beside the attack: what a firm is, what a flaw would allow, who looks into it. Of these nothing is told to have happened."""

from __future__ import annotations

import re

from vidocq.claims.background.hypothetical import without_hypothetical
from vidocq.claims.background.investigators import without_investigators
from vidocq.claims.background.no_authors import (
    without_leaders,
    without_operations,
    without_other_parts,
    without_others_deeds,
)
from vidocq.claims.background.notices import without_possible
from vidocq.claims.background.profiles import without_profiles
from vidocq.claims.background.surveys import without_shares
from vidocq.claims.background.unreal import without_played
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.mentions.abbreviated import abbreviated_things
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference


def without_background(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without those that take what a sentence says beside the attack for a part of it."""
    if not drafts:
        return drafts
    told = without_possible(sentence, without_profiles(sentence, drafts))
    told = without_leaders(sentence, without_hypothetical(sentence, told))
    told = without_shares(sentence, without_played(sentence, without_others_deeds(sentence, told)))
    return without_other_parts(sentence, without_investigators(sentence, told))


def of_named(text: str, drafts: list[Draft], pack: Pack) -> list[Draft]:
    """The drafts of a text that stand, without those that take an abbreviation of common words or an operation of the police
    for somebody's name."""
    if not drafts:
        return drafts
    things = abbreviated_things(text)
    named = [
        d
        for d in drafts
        if not d.replaced
        and not _is_no_person(d.subject, pack)
        and not _is_no_person(d.object, pack)
        and not _is_any_body(d.object, pack)
        and (not things or not (_is_thing(d.subject, things) or _is_thing(d.object, things)))
    ]
    return without_operations(named, pack.cues.undertakings)


def _is_any_body(reference: Reference | None, pack: Pack) -> bool:
    """Whether a firm or body may be any: of "a company" nothing is known."""
    if reference is None or reference.type not in _BODIES:
        return False
    word = reference.text.lower()
    return word in pack.cues.any_bodies and reference.id == f"{reference.type}:{slug(word)}"


_BODIES = frozenset({EntityType.COMPANY, EntityType.ORGANISATION})


def _is_no_person(reference: Reference | None, pack: Pack) -> bool:
    """Whether what is taken for a person's name is one of common nouns: "Cyber Defense Policy", "Experts Group"."""
    if reference is None or reference.type is not EntityType.PERSON:
        return False
    words = [pack.words.get(word) for word in re.split(r"[ -]", reference.text.lower())]
    if len(words) < _FEW:
        return False
    last = words[-1]
    nouns = [word for word in words if word is not None and (word.nouns_kinds or word.tags)]
    return last is not None and bool(last.nouns_kinds & _THINGS) and len(nouns) >= len(words) - 1


_FEW = 2
_THINGS = frozenset({"thing", "unit", "actor", "statement", "activity", "organisation"})


def _is_thing(reference: Reference | None, things: frozenset[str]) -> bool:
    """Whether a name that no list has is such an abbreviation: "PCU"."""
    if reference is None or reference.type not in _NAMED or reference.text not in things:
        return False
    return reference.id.partition(":")[2] == reference.text.lower()


_NAMED = frozenset(
    {EntityType.COMPANY, EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON}
    | {EntityType.MALWARE}
)
