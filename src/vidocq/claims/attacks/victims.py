"""Who was hit, from the words for it: an organisation, a sector, the owner of a website, a state."""

from __future__ import annotations

from vidocq.claims.background.bystanders import only_lies_there
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.references.countries import country_mark, country_meant, means_country
from vidocq.claims.references.described_bodies import described
from vidocq.claims.references.entities import refer
from vidocq.claims.references.named_entities import state_reference
from vidocq.claims.syntax.layout import Sentence, attached, members, of_child, verb_of_word
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference

_NAMED = frozenset(
    {"state", "agency", "bloc", "company", "organisation", "person", "product", "place"}
)


def victim_of_phrase(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    """The victims that phrase ``p`` means.

    Assets lead to their owners ("networks of the ministry" → the ministry; "Israeli websites" →
    the state); a sector with a country counts for both. A way that leads back to where it began leads to nobody.
    """
    if p in sentence.sought or only_lies_there(sentence, p):
        return []
    sentence.sought.add(p)
    found = _victims_meant(sentence, p, memory)
    sentence.sought.discard(p)
    return found


def _victims_meant(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    phrase = sentence.phrases[p]
    if phrase.kind == "sector":
        return _sector(sentence, p, memory)
    if phrase.kind == "pronoun":
        q = _meant(sentence, p)
        return victim_of_phrase(sentence, q, memory) if q is not None else []
    if phrase.own and phrase.head in sentence.pack.phrases.victim_words:
        return []  # "to extort | its victims": the attackers', and nobody's who is named
    if phrase.kind in ("asset", "thing", "unit", "persons", "office", "diplomats"):
        return _owners(sentence, p, memory)
    if phrase.kind == "group" and "company" in phrase.senses and phrase.descriptor == "actor":
        # "los archivos del grupo Prisa": hit, and so a firm
        return [Reference(EntityType.COMPANY, phrase.text, "company:" + slug(phrase.text))]
    if phrase.kind in ("company", "organisation") and phrase.entity is None:
        return _described(sentence, p, memory)
    if phrase.kind == "actor" and phrase.entity is None and p not in sentence.same:
        return _attacked_actor(sentence, p, memory)
    reference = refer(sentence, p, memory)
    if reference is None and phrase.kind == "government":
        return _owners(sentence, p, memory)  # "officials | at the ministry"
    return [reference] if reference is not None else []


_MEANT = frozenset({*("asset", "agency", "company", "organisation", "sector", "product")})


def _meant(sentence: Sentence, p: int) -> int | None:
    """What "it" is, of things that are attacked: "the ministry's website was down after | it | was hacked"."""
    for q in range(p - 1, -1, -1):
        phrase = sentence.phrases[q]
        firm = phrase.kind == "name" and phrase.descriptor not in _PEOPLE and _says(sentence, q)
        if (phrase.kind in _MEANT or firm) and phrase.prep is None:
            owns = q + 1 < len(sentence.phrases) and sentence.phrases[q + 1].owner == q
            if not owns:
                return q
    return None


def _says(sentence: Sentence, q: int) -> bool:
    """Whether a name that no list has speaks: "Caesars | said | it had been breached"."""
    i = sentence.phrases[q].last + 1
    v = verb_of_word(sentence, i)
    return v >= 0 and "say" in sentence.verbs[v].frames


_PEOPLE = frozenset({"persons", "office", "actor"})


def _sector(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    phrase = sentence.phrases[p]
    reference = refer(sentence, p, memory)
    found = [reference] if reference is not None else []
    mark = country_mark(sentence, p)
    if mark is not None and mark.type == "state" and mark.how in ("demonym", "name", "sponsor"):
        found.append(state_reference(mark, sentence.text))
    holder = _holder(sentence, p) if phrase.own and mark is None else None
    if holder is not None and sentence.phrases[holder].kind == "state":
        # "Norway said hackers had broken into | its ministries"
        found.extend(victim_of_phrase(sentence, holder, memory))
    for q in attached(sentence, p, sentence.pack.relations.seats, reach=1):
        # "government websites of Eswatini and Zambia"
        states = [r for r in members(sentence, q) if sentence.phrases[r].kind == "state"]
        named = [refer(sentence, r, memory) for r in states]
        found.extend(r for r in named if r is not None and r.id not in {f.id for f in found})
    for hit in phrase.names:
        if hit.type == "sector":
            found.append(
                Reference(EntityType.SECTOR, sentence.text[hit.start : hit.end], hit.entity)
            )
    return found


def _attacked_actor(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    """Groups, units, activists as the ones who were hit: one is a body of its country, many are that country's."""
    memory.attacked.add((sentence.start, p))
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    mark = country_mark(sentence, p)
    if child is not None and not phrase.marks:
        if sentence.phrases[child].kind in ("malware", "group", "attack", "incident"):
            return []  # "the actors of NotPetya" are attackers themselves
        return [r for q in members(sentence, child) for r in victim_of_phrase(sentence, q, memory)]
    if mark is None or mark.type != "state":
        return []
    if phrase.plural:
        return [state_reference(mark, sentence.text)]
    return [described(sentence, p, EntityType.ORGANISATION)]


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
        if not sectors and any(w in phrase.head for w in sentence.pack.cues.government_words):
            sectors.append(Reference(EntityType.SECTOR, phrase.text, "sector:government"))
        mark = country_mark(sentence, p)
        if mark is not None and mark.type == "state":
            sectors.append(state_reference(mark, sentence.text))
        return sectors
    child = of_child(sentence, p)
    if (
        reference is not None
        and reference.type is not EntityType.AGENCY
        and phrase.determined
        and not phrase.indefinite
        and not (phrase.own and country_mark(sentence, p) is not None)
        and not phrase.marks
        and all(hit.type == "sector" for hit in phrase.names)  # "the food company"
        and child is None
        and phrase.owner is None
        and not _proper(phrase)
    ):
        known = next((v for v in reversed(memory.victims) if v.type is reference.type), None)
        return [known] if known is not None else []
    return [reference] if reference is not None else []


def _proper(phrase: Phrase) -> bool:
    """Whether a body is named and not taken up: "el Hospital Clínic", not "the hospital"."""
    named = phrase.descriptor is not None and phrase.text[:1].isupper()  # "el grupo | Prisa"
    return named or any(word[:1].isupper() for word in phrase.text.split(" ")[1:])


_RECORDED = frozenset(
    {*("persons", "office", "government", "agency", "organisation", "actor", "state", "diplomats")}
)


_HOLDERS = frozenset({"state", "bloc", "agency", "organisation", "company", "government", "name"})


def _holder(sentence: Sentence, p: int) -> int | None:
    """Whose "its data" are: the first body or state of the sentence that is no complement."""
    for q in range(p):
        other = sentence.phrases[q]
        owns = sentence.phrases[q + 1].owner == q
        if other.kind in _HOLDERS and other.prep is None and not owns:
            return q
    return None


def _runner(sentence: Sentence, p: int) -> list[int]:
    """Who runs a thing: "two websites | run by the statistical office"."""
    i = sentence.phrases[p].last + 1
    v = verb_of_word(sentence, i)
    if (
        v < 0
        or not sentence.verbs[v].participle
        or not sentence.verbs[v].lemmas & sentence.pack.cues.running
    ):
        return []
    return [
        q
        for q in range(p + 1, min(p + 2, len(sentence.phrases)))
        if sentence.phrases[q].prep in sentence.pack.relations.agent
    ]


def _body_before(sentence: Sentence, p: int) -> int | None:
    """The body whose name runs into what it owns: "the Department | of Fisheries website"."""
    phrase = sentence.phrases[p]
    if p == 0 or phrase.kind != "asset" or phrase.prep not in sentence.pack.relations.of:
        return None
    body = sentence.phrases[p - 1]
    named = sentence.atoms[phrase.first].capital and sentence.atoms[body.last].capital
    return p - 1 if named and body.kind == "organisation" and body.entity is None else None


def _owners(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    """The owner of a thing: its possessor, its modifiers, or what "of" ties to it."""
    phrase: Phrase = sentence.phrases[p]
    found: list[Reference] = []
    text = sentence.text
    for hit in phrase.names:
        if hit.type in ("company", "product") and phrase.head in sentence.pack.cues.pages:
            continue
        if hit.type in _NAMED or hit.type == "sector":
            found.append(Reference(EntityType(hit.type), text[hit.start : hit.end], hit.entity))
    if phrase.owner is not None and not any(r.type is EntityType.AGENCY for r in found):
        # "the president's official Elysee Palace website" is the palace's.
        owned = victim_of_phrase(sentence, phrase.owner, memory)
        if owned:
            return owned
    body = _body_before(sentence, p)
    if body is not None and not found:
        return victim_of_phrase(sentence, body, memory)
    for mark in phrase.marks:
        if mark.how in ("demonym", "name", "sponsor") and mark.type in ("state", "bloc"):
            found.append(state_reference(mark, text))
    if found:
        return found
    if means_country(sentence, phrase):
        meant = country_meant(sentence, p)
        if meant is not None:
            return [state_reference(meant, text)]
        return memory.states[-1:]
    if phrase.own:
        holder = _holder(sentence, p)
        if holder is not None and sentence.phrases[holder].kind == "bloc":
            return []  # A bloc is no target (claim guide), and whoever else is named is not the owner.
        if holder is not None:
            return victim_of_phrase(sentence, holder, memory)
    about = (
        attached(sentence, p, sentence.pack.relations.subjects, reach=1)
        if phrase.head in sentence.pack.cues.told_records
        else []
    )
    people = [q for q in about if sentence.phrases[q].kind in _RECORDED]
    for q in (
        people
        or _runner(sentence, p)
        or attached(sentence, p, sentence.pack.relations.holders, reach=1)
    ):
        for r in members(sentence, q):
            if sentence.phrases[r].kind == "government":
                words = text[phrase.start : sentence.phrases[r].end]
                found.append(Reference(EntityType.SECTOR, words, "sector:government"))
            if r != p:
                found.extend(victim_of_phrase(sentence, r, memory))
        break
    return found
