"""What the roles of a frame stand for: references of actors, victims, tools, and of their lists."""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.attacks.victim_lists import listed_victims
from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.background.bystanders import brings_to_light, is_bare_noun
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_mark
from vidocq.claims.references.described_bodies import agency_of, described
from vidocq.claims.references.entities import refer
from vidocq.claims.references.unlisted_names import is_person
from vidocq.claims.speech.affiliation import affiliation
from vidocq.claims.syntax.dependencies import Kind, dependencies
from vidocq.claims.syntax.layout import Sentence, attached, members, of_child
from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import in_title_case
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Predicate, Reference

EVENT_KINDS = frozenset({"attack", "incident", "technique", "malware"})


def draft_of(
    context: Context,
    sentence: Sentence,
    filled: Filled,
    predicate: Predicate,
    subject: Reference,
    object_: Reference | None,
    claimants: tuple[Reference, ...] | None = None,
) -> Draft:
    return Draft(
        predicate,
        subject,
        object_,
        context.number,
        sentence.verbs[filled.verb].head,
        filled.frame,
        claimants=claimants or None,
    )


def fillers(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """References of a phrase and its list; events resolve to incidents."""
    found: list[Reference] = []
    tied = [(m, q) for m in members(sentence, p) for q in sentence.same.get(m, [m])]
    for described_by, q in tied:
        phrase = sentence.phrases[q]
        several = together(context, sentence, q)
        if several:
            found.extend(r for r in several if r not in found)
            continue
        one = sentence.phrases[described_by]
        actor = described_by != q and one.kind == "actor" and phrase.kind == "name"
        if phrase.kind in ("attack", "incident"):
            reference: Reference | None = event_reference(context, sentence, q)
        elif actor and not is_person(sentence, q, context.memory):
            # "Kestrel, | a group that uses ransomware": a group, whatever no list has
            reference = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
        else:
            reference = refer(sentence, q, context.memory)
        if reference is not None and reference not in found:
            found.append(reference)
    return found


def acting(sentence: Sentence, p: int, references: list[Reference]) -> list[Reference]:
    """The same references, where a name of several words that no list has is a person's: it acts."""
    if sentence.phrases[p].kind != "name":
        return references
    return [
        Reference(EntityType.PERSON, r.text, "person:" + r.id.partition(":")[2])
        if r.type is EntityType.COMPANY and " " in r.text
        else r
        for r in references
    ]


def is_marked(sentence: Sentence, p: int) -> bool:
    """Whether an unnamed actor is told apart by anything: a country, a name, a number, a complement."""
    phrase = sentence.phrases[p]
    return bool(
        p in sentence.same
        or phrase.marks
        or phrase.names
        or phrase.state_actor
        or phrase.demonstrative
        or (" " in phrase.text and not phrase.plural)
        or of_child(sentence, p) is not None
        or attached(sentence, p, sentence.pack.relations.homes, reach=1)
    )


def modified_by_clause(sentence: Sentence, p: int) -> bool:
    """Whether a participle or relative clause tells the phrase apart: "criminals | based in Russia"."""
    return any(
        d.kind in (Kind.RELATIVE, Kind.REDUCED)
        and d.subjects[:1] == [p]
        and sentence.verbs[v].first > sentence.phrases[p].last
        for v, d in enumerate(dependencies(sentence))
    )


def together(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """The groups named before that "both groups" or "the two gangs" mean; empty where it is not that."""
    phrase = sentence.phrases[p]
    if phrase.kind != "actor" or phrase.marks or phrase.names or phrase.indefinite:
        return []
    first = sentence.atoms[phrase.first].key
    both = first in context.pack.phrases.both
    number = phrase.number[0] if phrase.number is not None and phrase.determined else 2 * both
    if not 2 <= number <= _TOGETHER:
        return []
    named = [a for a in context.memory.actors if a.type is EntityType.GROUP]
    return named[-number:] if len(named) >= number else []


_TOGETHER = 4
"""The most groups that a number can take up again."""


def in_general(sentence: Sentence, p: int, v: int) -> bool:
    """Whether verb ``v`` says what actors of a kind do as a rule: "Hackers often use phishing"."""
    phrase = sentence.phrases[p]
    form = sentence.verbs[v].form
    return (
        bool(form & Form.PRESENT and not form & (Form.PAST | Form.PARTICIPLE))
        and phrase.kind == "actor"
        and phrase.plural
        and not phrase.determined
        and phrase.number is None
        and not is_marked(sentence, p)
    )


def attackers(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Who attacks: unknown capitalised names that attack are groups; known firms and bodies are not."""
    found: list[Reference] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        phrase = sentence.phrases[q]
        if brings_to_light(sentence, q):
            continue
        several = together(context, sentence, q)
        if several:
            found.extend(r for r in several if r not in found)
            continue
        following = sentence.next_in_list[q]
        if is_state_bodies(sentence, phrase) or (
            phrase.kind == "state"
            and following >= 0
            and is_state_bodies(sentence, sentence.phrases[following])
        ):
            found.extend(r for r in state_bodies(sentence, q) if r not in found)
            continue
        if (
            phrase.kind == "organisation"
            and phrase.entity is None
            and phrase.head in sentence.pack.cues.forces
            and any(m.type == "state" for m in phrase.marks)
            and not sentence.atoms[phrase.last].capital
        ):
            # "the Peruvian army": a body of the state by its adjective.
            found.append(described(sentence, q, EntityType.AGENCY))
            continue
        if phrase.kind == "office":
            whose = affiliation(sentence, q, context.memory)
            found.extend([whose] if whose is not None and whose not in found else [])
            continue
        band = proper_band(context, sentence, q)
        if band is not None:
            found.extend([band] if band not in found else [])
            continue
        if phrase.kind == "organisation" or (
            phrase.kind == "name" and not is_person(sentence, q, context.memory)
        ):
            if phrase.entity is not None or not sentence.atoms[phrase.last].capital:
                continue
            if phrase.kind == "organisation" and (
                _keeps_order(sentence, q) or is_bare_noun(sentence, phrase)
            ):
                continue
            if phrase.descriptor in ("office", "persons"):
                continue  # "President Biden" acts, but attacks nobody as a group
            reference = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
            context.memory.note_actor(reference)
            found.append(reference)
        else:
            reference_ = refer(sentence, q, context.memory)
            if reference_ is None and phrase.kind == "pronoun":
                reference_ = _name_meant(context, sentence, q)
            found.extend([reference_] if reference_ and reference_ not in found else [])
    return found


def _keeps_order(sentence: Sentence, q: int) -> bool:
    """Whether a body is a ministry, an agency or police by its own words: no band of attackers."""
    keepers = sentence.pack.cues.forces - sentence.pack.cues.troops
    return not keepers.isdisjoint(sentence.phrases[q].text.lower().split())


def proper_band(context: Context, sentence: Sentence, q: int) -> Reference | None:
    """A band of attackers under a name of everyday words: "Red Sparrow Brigade | hacked …".

    Every word has a capital, in a headline before a noun that bands bear, and none says a country.
    """
    phrase = sentence.phrases[q]
    if phrase.kind not in ("persons", "actor") or phrase.entity or phrase.marks or phrase.plural:
        return None
    words = sentence.atoms[phrase.first : phrase.last + 1]
    named = [a for a in words if not a.tags & Tag.DETERMINER]
    collective = phrase.head in context.pack.phrases.collective_actors
    if len(named) < _NAMED or (in_title_case(sentence.atoms) and not collective):
        return None
    if not all(a.capital and a.hit is None and not a.tags & Tag.NUMBER for a in named):
        return None
    text = sentence.text[named[0].start : named[-1].end]
    reference = Reference(EntityType.GROUP, text, canonical_group_id(text))
    context.memory.note_actor(reference)
    return reference


_NAMED = 3
"""Capitalised words from which a band has a name: "Red Sparrow Brigade", not "Former Members"."""


def _name_meant(context: Context, sentence: Sentence, q: int) -> Reference | None:
    """The name that "it" means where its bearer attacks: "Kestrel said | it | had hacked the ministry"."""
    first = next((r for r in range(q) if sentence.phrases[r].prep is None), None)
    if first is None or sentence.phrases[first].kind != "name":
        return None
    if is_person(sentence, first, context.memory):
        return None
    name = sentence.phrases[first].text
    reference = Reference(EntityType.GROUP, name, "group:" + slug(name))
    context.memory.note_actor(reference)
    return reference


def is_state_bodies(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means agencies without names, that act: "government agencies", not "government websites"."""
    if phrase.kind == "sector":
        return phrase.entity == "sector:government" and phrase.text.lower().endswith(
            tuple(sentence.pack.cues.bodies_of_state)
        )
    return phrase.kind == "organisation" and phrase.plural and phrase.entity is None


def doers(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Who is said to have done an attack: as `fillers`, but a name that no list has and that is no person's is a group."""
    found: list[Reference] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        phrase = sentence.phrases[q]
        if phrase.kind == "name" and not is_person(sentence, q, context.memory):
            reference: Reference | None = Reference(
                EntityType.GROUP, phrase.text, "group:" + slug(phrase.text)
            )
            if reference is not None:
                context.memory.note_actor(reference)
        elif (band := proper_band(context, sentence, q)) is not None:
            reference = band
        elif phrase.kind == "organisation":
            # Of bodies only a state's troops attack: "carried out by | the Peruvian army".
            troops = (
                phrase.head in sentence.pack.cues.troops and country_mark(sentence, q) is not None
            )
            reference = described(sentence, q, EntityType.AGENCY) if troops else None
        else:
            reference = refer(sentence, q, context.memory)
        if reference is not None and reference not in found:
            found.append(reference)
    return found


def state_bodies(sentence: Sentence, q: int) -> list[Reference]:
    """Agencies of states that have no name: "US and UK agencies", "Ethiopian government bodies"."""
    phrase = sentence.phrases[q]
    states = [m.entity for m in phrase.marks if m.type == "state" and m.how != "leaning"]
    if phrase.kind == "state" and phrase.entity:
        states = [phrase.entity]
        phrase = sentence.phrases[sentence.next_in_list[q]]
    words = phrase.text.split(" ")[-1]
    return [Reference(EntityType.AGENCY, phrase.text, agency_of(s, words)) for s in states]


def victim_references(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Whom an attack hit: the named, the described, the sector, the state; owners of assets."""
    found: list[Reference] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        for reference in victim(context, sentence, q):
            if reference not in found:
                found.append(reference)
    found += listed_victims(sentence, members(sentence, p)[-1], context.memory, found)
    context.memory.victims.extend(
        r
        for r in found
        if r.type in (EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY)
    )
    return found


def victim(context: Context, sentence: Sentence, q: int) -> list[Reference]:
    """The victims of one phrase; in a report on a group no bodies that are only described ("registry hives")."""
    found = victim_of_phrase(sentence, q, context.memory)
    if context.memory.topic is None and context.memory.firm is None:
        return found
    phrase = sentence.phrases[q]
    vague = phrase.entity is None and phrase.text.islower() and not phrase.marks
    return [
        r
        for r in found
        if not (
            vague and r.type in (EntityType.COMPANY, EntityType.ORGANISATION) and r.text.islower()
        )
    ]


def event_victims(
    context: Context, sentence: Sentence, victims: tuple[int, ...]
) -> list[Reference]:
    """References of the victims that an event phrase names."""
    found: list[Reference] = []
    for q in victims:
        found.extend(r for r in victim(context, sentence, q) if r not in found)
    return found
