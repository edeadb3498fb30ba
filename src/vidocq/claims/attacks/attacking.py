"""Attacks told by a verb: who hacked, stole from or targeted whom, how many, and with what."""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import clause_event, event_reference, event_subjects
from vidocq.claims.attacks.counted import counted_thing, taken
from vidocq.claims.attacks.counts import count_of
from vidocq.claims.attacks.exploiting import flaw_references
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.attacks.fillers import (
    EVENT_KINDS,
    attackers,
    draft_of,
    is_marked,
    is_state_bodies,
    victim_references,
)
from vidocq.claims.attacks.pronoun_events import pronoun_event
from vidocq.claims.attacks.takedowns import disrupted
from vidocq.claims.attacks.tools import tool_references
from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.arguments import obliques, subjects
from vidocq.claims.syntax.factuality import accused_of, answers_for_it, defines_method, is_control
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.listed import places_after
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Predicate, Reference

_COUNTED = frozenset({"unit", "asset", "sector", "company", "organisation", "persons"})
_BREAKS_IN = frozenset({EntityType.STATE, EntityType.AGENCY, EntityType.GROUP, EntityType.PERSON})
"""Types of whom "X hacked Y" attributes the incident to X (claim guide, attributed-to)."""


def attack(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Hacking, stealing, targeting: from the attacker, or from an incident where none is named."""
    verb = sentence.verbs[filled.verb]
    victim = filled.roles.get("victim", filled.roles.get("goods"))
    if victim is None:
        return None
    attacker = filled.roles.get("attacker")
    if attacker is None and verb.infinitive:
        attacker = enabling_event(sentence, filled.verb)
    if filled.frame == "take" and "goods" not in filled.roles and context.memory.topic is not None:
        return None  # "downloaded PowerCat from GitHub": what was taken is unknown, perhaps a tool.
    victims = victim_references(context, sentence, victim)
    if filled.passive:
        # "organizations have been targeted | in France and Spain".
        victims += [
            r
            for q in places_after(sentence, verb.last)
            for r in victim_of_phrase(sentence, q, context.memory)
            if r not in victims and not sentence.phrases[q].capital
        ]
    if "goods" in filled.roles and "victim" in filled.roles:
        victims += [
            r
            for r in victim_references(context, sentence, filled.roles["goods"])
            if r not in victims
        ]
    count = count_of(sentence, victim, context.pack)
    meant = None
    if attacker is not None and sentence.phrases[attacker].kind == "pronoun":
        meant = _hit_by(context, sentence, attacker)
    if meant is not None:
        subjects = [meant]
    elif attacker is not None and defines_method(sentence, attacker, filled.verb):
        return []
    elif attacker is not None and sentence.phrases[attacker].kind in EVENT_KINDS:
        subjects = event_subjects(context, sentence, attacker)
    elif attacker is not None:
        if sentence.phrases[attacker].kind == "sector" and not is_state_bodies(
            sentence, sentence.phrases[attacker]
        ):
            return None
        subjects = attackers(context, sentence, attacker)
        if not subjects:
            return None
        if count is not None and not victims and _nobody(sentence, attacker, subjects):
            return []  # "Le groupe vise un million d'abonnés": any firm's aim.
    else:
        if not (verb.passive or (verb.participle and filled.passive)):
            return None
        of_field = sentence.atoms[verb.head].tags & (Tag.CYBER | Tag.STRONG_CYBER)
        near = context.sentence_in_field or (context.dense and context.near_field)
        if not (of_field or near or context.memory.topic is not None):
            return None
        if not victims and count is None:
            return None
        means = filled.roles.get("means")
        if means is not None and sentence.phrases[means].kind in ("attack", "technique"):
            # "was hit with a DDoS attack": the attack is the incident.
            subjects = [event_reference(context, sentence, means)]
            return [
                draft_of(context, sentence, filled, Predicate.TARGETS, subjects[0], r)
                for r in victims
            ]
        if context.memory.topic is not None and not named_victim(sentence, victim, victims):
            subjects = [context.memory.topic]
        elif context.memory.events and not (of_field or context.sentence_in_field):
            # "Some 30,000 organizations were hit.": by the attack that the text is about.
            subjects = [context.memory.events[-1].reference]
        else:
            subjects = [clause_event(context, sentence, filled.verb, victim, victims)]
    answered = taken_down(context, sentence, victim, subjects)
    if answered:
        return [
            draft_of(context, sentence, filled, Predicate.DISRUPTS, s, target)
            for s in subjects
            for target in answered
        ]
    drafts: list[Draft] = []
    if (
        not victims
        and attacker is not None
        and (
            accused_of(sentence, filled.verb)
            or (
                not (count is not None and sentence.phrases[victim].kind in _COUNTED)
                and sentence.phrases[attacker].kind != "pronoun"
                and _did_it(context, sentence, filled, subjects)
            )
        )
    ):
        # "accuses X of having spied on voters": whom it hit may stay untyped, who did it does not.
        event = clause_event(context, sentence, filled.verb, victim, victims)
        context.memory.credit(event.id, subjects)
        return [
            draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, s)
            for s in subjects
            if s.type in _BREAKS_IN
        ]
    accused = accused_of(sentence, filled.verb)
    for subject in subjects:
        habit = subject == context.memory.topic
        if (
            (
                accused
                or filled.verb in sentence.clefts
                or answers_for_it(sentence, filled.verb, subject)
                or (filled.frame == "hack" and not habit)
            )
            and (
                answers_for_it(sentence, filled.verb, subject)
                or not _kinds_of_victims(subject, victims)
            )
            and (
                subject.type in _BREAKS_IN
                or (
                    subject.type is not EntityType.INCIDENT
                    and attacker is not None
                    and (accused or is_marked(sentence, attacker))
                )
            )
            and (
                answers_for_it(sentence, filled.verb, subject)
                or not is_control(sentence, filled.verb)
            )
        ):
            event = clause_event(context, sentence, filled.verb, victim, victims)
            drafts.append(
                draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, subject)
            )
            subject = event
        own = [
            r
            for r in victim_of_phrase(sentence, victim, context.memory)
            if r.type is EntityType.SECTOR
        ]
        counted = count is not None and sentence.phrases[victim].kind in _COUNTED
        for reference in victims:
            if reference.id != subject.id and not (counted and reference in own):
                drafts.append(
                    draft_of(context, sentence, filled, Predicate.TARGETS, subject, reference)
                )
        if counted:
            hit = taken if filled.frame == "steal" else counted_thing
            thing = hit(sentence, victim, context.pack)
            draft = draft_of(context, sentence, filled, Predicate.AFFECTS, subject, thing)
            if subject.type is not EntityType.INCIDENT and context.dense and context.memory.events:
                draft.subject = context.memory.events[-1].reference
            elif subject.type is not EntityType.INCIDENT:
                draft.subject = clause_event(context, sentence, filled.verb, victim, victims)
            draft.count = count
            drafts.append(draft)
            if not victims and subject.type is EntityType.GROUP and filled.frame == "steal":
                # "X leaked 7,000 emails": the number tells what was hit, the claim who did it.
                drafts.append(
                    draft_of(
                        context, sentence, filled, Predicate.ATTRIBUTED_TO, draft.subject, subject
                    )
                )
        if "means" in filled.roles:
            for tool in tool_references(context, sentence, filled.roles["means"]):
                drafts.append(draft_of(context, sentence, filled, Predicate.USES, subject, tool))
        if attacker is not None and subject.type is EntityType.INCIDENT and verb.passive:
            # "the clinic was hit | by the LockBit ransomware": the attack used it.
            drafts += [
                draft_of(context, sentence, filled, Predicate.USES, subject, tool)
                for tool in _programs(context, sentence, attacker)
            ]
        for q in obliques(sentence, filled.verb, sentence.pack.relations.through):
            # "drangen | über eine Lücke in MOVEit | ein"
            if sentence.phrases[q].kind == "vulnerability":
                drafts += [
                    draft_of(context, sentence, filled, Predicate.EXPLOITS, subject, flaw)
                    for flaw in flaw_references(context, sentence, q)
                ]
        if not verb.lemmas.isdisjoint(sentence.pack.cues.encrypting):
            drafts += _encrypted(context, sentence, filled, drafts, subject)
    return drafts


def _programs(context: Context, sentence: Sentence, attacker: int) -> list[Reference]:
    """The programs with a name by which somebody is said to have been hit."""
    if sentence.phrases[attacker].kind != "malware":
        return []
    tools = tool_references(context, sentence, attacker)
    return [tool for tool in tools if tool.type is EntityType.MALWARE]


def _encrypted(
    context: Context, sentence: Sentence, filled: Filled, drafts: list[Draft], subject: Reference
) -> list[Draft]:
    """ "verschlüsselten | die Server der Klinik mit Clop": what encrypts others' machines is ransomware, by name where it has one."""
    if not drafts:
        victim = filled.roles["victim"]
        if sentence.phrases[victim].kind != "asset":
            return []
        events = context.memory.events  # "die Server": those of whom the text told
        named = events[-1].reference if events else None
        subject = named or clause_event(context, sentence, filled.verb, victim, [])
    told = [d.subject for d in drafts if d.predicate is Predicate.AFFECTS]
    subject = told[0] if told else subject
    head = sentence.atoms[sentence.verbs[filled.verb].head]
    words = sentence.text[head.start : head.end]
    tools = [Reference(EntityType.TECHNIQUE, words, "technique:ransomware")]
    for q in obliques(sentence, filled.verb, sentence.pack.relations.accompanying):
        phrase = sentence.phrases[q]
        if phrase.kind == "group" and phrase.entity is not None:
            name = phrase.entity.partition(":")[2]
            tools.append(Reference(EntityType.MALWARE, phrase.text, "malware:" + name))
    return [draft_of(context, sentence, filled, Predicate.USES, subject, tool) for tool in tools]


def _did_it(
    context: Context, sentence: Sentence, filled: Filled, subjects: list[Reference]
) -> bool:
    """Whether a named actor hacks, defaces or leaks something whose owner stays unsaid."""
    spied = filled.frame == "target" and sentence.atoms[
        sentence.verbs[filled.verb].head
    ].key.startswith(sentence.pack.cues.spying)
    if spied and all(s.type in _BREAKS_IN for s in subjects):
        return True  # "the NSA spied on card companies": no name is needed to say who did it.
    return (
        filled.frame in ("hack", "steal")
        and context.sentence_in_field
        and not is_control(sentence, filled.verb)
        and all(s.type in (EntityType.GROUP, EntityType.PERSON) for s in subjects)
    )


def named_victim(sentence: Sentence, victim: int, victims: list[Reference]) -> bool:
    """Whether a victim is one named body or firm, so that its case is an incident of its own."""
    return sentence.phrases[victim].number is None and any(
        v.type in (EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY) for v in victims
    )


def _kinds_of_victims(subject: Reference, victims: list[Reference]) -> bool:
    """Whether groups or persons are said to break into kinds of victims ("universities and airlines"):
    what they do, not one incident (claim guide, targets)."""
    return (
        bool(victims)
        and subject.type not in (EntityType.STATE, EntityType.AGENCY)
        and all(v.type in (EntityType.SECTOR, EntityType.PLACE) for v in victims)
    )


def _nobody(sentence: Sentence, p: int, subjects: list[Reference]) -> bool:
    """Whether the attacker is a bare "the group" that stands for nobody whom the text knows."""
    phrase = sentence.phrases[p]
    unknown = all(s.type is EntityType.UNNAMED_ACTOR for s in subjects)
    return phrase.weak and unknown and not is_marked(sentence, p)


def _hit_by(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The attack that a feminine pronoun means as what hit somebody ("Elle a visé …"): actors are masculine,
    and states are no attackers of the sentence before."""
    if context.pack.phrases.event_pronouns.get(sentence.phrases[p].head) != "feminine":
        return None
    event = pronoun_event(context, sentence, p)
    state_before = context.memory.states and context.memory.states[-1] in context.memory.accused
    return None if state_before else event


def enabling_event(sentence: Sentence, v: int) -> int | None:
    """The attack that "allowed intruders to access …": it stands for them as the cause."""
    for q in subjects(sentence, v):
        if sentence.phrases[q].kind in ("attack", "incident"):
            return q
    return None


def taken_down(
    context: Context, sentence: Sentence, victim: int, attackers_: list[Reference]
) -> list[Reference]:
    """The group or malware that an authority or firm took down: no attack, but an answer to one."""
    if not attackers_ or any(
        a.type not in (EntityType.AGENCY, EntityType.COMPANY, EntityType.BLOC) for a in attackers_
    ):
        return []
    return [
        r
        for r, _ in disrupted(context, sentence, victim)
        if r.type in (EntityType.GROUP, EntityType.MALWARE)
    ]
