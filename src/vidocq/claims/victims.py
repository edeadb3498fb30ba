"""Who was hit, from the words for it: an organisation, a sector, the owner of a website, a state."""

from __future__ import annotations

from vidocq.claims.entities import country_mark, refer, state_reference
from vidocq.claims.layout import Sentence, attached, members, of_child
from vidocq.claims.memory import Memory
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Reference

_OWNERS = ("of", "de", "belonging to", "at", "from", "in", "à", "en", "dans")
_NAMED = frozenset(
    {"state", "agency", "bloc", "company", "organisation", "person", "product", "place"}
)


def victim_of_phrase(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    """The victims that phrase ``p`` means.

    Assets lead to their owners ("networks of the ministry" → the ministry; "Israeli websites" →
    the state); a sector with a country counts for both.
    """
    phrase = sentence.phrases[p]
    if phrase.kind == "sector":
        return _sector(sentence, p, memory)
    if phrase.kind in ("asset", "thing", "unit", "persons", "office"):
        return _owners(sentence, p, memory)
    if phrase.kind in ("company", "organisation") and phrase.entity is None:
        return _described(sentence, p, memory)
    reference = refer(sentence, p, memory)
    return [reference] if reference is not None else []


def _sector(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    phrase = sentence.phrases[p]
    reference = refer(sentence, p, memory)
    found = [reference] if reference is not None else []
    mark = country_mark(sentence, p)
    if mark is not None and mark.type == "state" and mark.how in ("demonym", "name", "sponsor"):
        found.append(state_reference(mark, sentence.text))
    for hit in phrase.names:
        if hit.type == "sector":
            found.append(
                Reference(EntityType.SECTOR, sentence.text[hit.start : hit.end], hit.entity)
            )
    return found


def _described(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    """ "a Ukrainian energy company", "the Finnish parliament": the body itself; many bodies: their state."""
    phrase = sentence.phrases[p]
    reference = refer(sentence, p, memory)
    if phrase.plural:
        sectors = [
            Reference(EntityType.SECTOR, sentence.text[h.start : h.end], h.entity)
            for h in phrase.names
            if h.type == "sector"
        ]
        if not sectors and any(w in phrase.head for w in ("government", "gouvernement")):
            sectors.append(Reference(EntityType.SECTOR, phrase.text, "sector:government"))
        mark = country_mark(sentence, p)
        if mark is not None and mark.type == "state":
            sectors.append(state_reference(mark, sentence.text))
        return sectors
    child = of_child(sentence, p)
    if (
        reference is not None
        and phrase.determined
        and not phrase.indefinite
        and not phrase.marks
        and not phrase.names
        and child is None
        and phrase.owner is None
    ):
        known = next((v for v in reversed(memory.victims) if v.type is reference.type), None)
        return [known] if known is not None else []
    return [reference] if reference is not None else []


def _owners(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    """The owner of a thing: its possessor, its modifiers, or what "of" ties to it."""
    phrase: Phrase = sentence.phrases[p]
    if phrase.owner is not None:
        owned = victim_of_phrase(sentence, phrase.owner, memory)
        if owned:
            return owned
    found: list[Reference] = []
    text = sentence.text
    for hit in phrase.names:
        if hit.type in _NAMED or hit.type == "sector":
            found.append(Reference(EntityType(hit.type), text[hit.start : hit.end], hit.entity))
    for mark in phrase.marks:
        if mark.how in ("demonym", "name", "sponsor") and mark.type in ("state", "bloc"):
            found.append(state_reference(mark, text))
    if found:
        return found
    for q in attached(sentence, p, _OWNERS, reach=1):
        for r in members(sentence, q):
            if sentence.phrases[r].kind == "government":
                words = text[phrase.start : sentence.phrases[r].end]
                found.append(Reference(EntityType.SECTOR, words, "sector:government"))
            if r != p:
                found.extend(victim_of_phrase(sentence, r, memory))
        break
    return found
