"""Names that are none: "a company", "Cyber Defense Policy", an abbreviation of common words. Nobody is meant by them.

Input: a reference; output: whether it is such.
"""

from __future__ import annotations

import re

from vidocq.language.pack import Pack
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference


def is_any_body(reference: Reference | None, pack: Pack) -> bool:
    """Whether a firm or body may be any: of "a company" nothing is known."""
    if reference is None or reference.type not in _BODIES:
        return False
    word = reference.text.lower()
    return word in pack.cues.any_bodies and reference.id == f"{reference.type}:{slug(word)}"


_BODIES = frozenset({EntityType.COMPANY, EntityType.ORGANISATION})


def is_no_person(reference: Reference | None, pack: Pack) -> bool:
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


def is_thing(reference: Reference | None, things: frozenset[str]) -> bool:
    """Whether a name that no list has is such an abbreviation: "PCU"."""
    if reference is None or reference.type not in _NAMED or reference.text not in things:
        return False
    return reference.id.partition(":")[2] == reference.text.lower()


_NAMED = frozenset(
    {EntityType.COMPANY, EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON}
    | {EntityType.MALWARE}
)
