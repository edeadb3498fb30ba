"""Accusations made by a noun: "the accusation against China", "l'attribution à la Russie par …", "la piste russe".

Where the accused and the accuser stand differs by noun, and the language pack says how
(``accused_of_nouns``: after these "of" names whom it falls on, after others who makes it).
"""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Event
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.references.named_entities import state_reference
from vidocq.claims.speech.speakers import speak
from vidocq.claims.syntax.arguments import objects, obliques, subjects
from vidocq.claims.syntax.layout import Sentence, attached, members, of_child
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Likelihood, Predicate, Reference

_ACCUSED = frozenset({"state", "agency", "group", "government", "service", "actor", "person"})
_WHO = (EntityType.STATE, EntityType.AGENCY, EntityType.GROUP, EntityType.PERSON)


def blame(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """The attribution that the accusing noun at ``p`` makes; none where nobody or nothing is blamed."""
    phrase = sentence.phrases[p]
    if phrase.kind == "denial":
        avowed = _avowed(context, sentence, p)
        if avowed:
            return avowed
    if phrase.kind == "denial" and not _asserted(context, sentence, p):
        return []
    falls_on = any(phrase.head.startswith(n) for n in context.pack.phrases.accused_of_nouns)
    accused = _accused(context, sentence, p, falls_on)
    if not accused:
        return []
    named = _event(sentence, p)
    events = context.memory.events
    pointed = phrase.kind in _POINTING and _pointed_at(sentence, p) != []
    if named is None and (not events or not (phrase.kind == "accusation" or pointed)):
        return []
    if named is None and not _may_be_of(_accused_of(events, accused), accused):
        return []
    event = (
        _accused_of(events, accused).reference
        if named is None
        else event_reference(context, sentence, named)
    )
    claimants = _accusers(context, sentence, p, falls_on)
    drafts = []
    for actor in accused:
        draft = Draft(
            Predicate.ATTRIBUTED_TO, event, actor, context.number, phrase.last, "accusation"
        )
        draft.claimants = claimants or None
        if phrase.kind == "lead" or phrase.head in context.pack.likelihood:
            draft.likelihood = Likelihood.ROUGHLY_EVEN
        drafts.append(draft)
    context.memory.credit(event.id, accused)
    context.memory.accused.extend(accused)
    context.memory.accusers.extend(claimants)
    # "Las sospechas apuntan a Rusia": of the attack spoken of, whoever suspects.
    told = context.memory.voice or named is not None or pointed
    return [d for d in drafts if d.claimants or told]


_POINTING = frozenset({"accusation", "lead"})


def _avowed(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """ "Responsibility for the hack | was claimed | by Kestrel": who says so is who did it."""
    named = _event(sentence, p)
    for v, verb in enumerate(sentence.verbs):
        if named is None or not verb.passive or verb.negated or p not in subjects(sentence, v):
            continue
        if verb.lemmas.isdisjoint(sentence.pack.cues.avowing):
            continue
        agents = [
            r
            for q in obliques(sentence, v, sentence.pack.relations.agent)[:1]
            for m in members(sentence, q)
            if sentence.phrases[m].kind in _ACCUSED
            and (r := refer(sentence, sentence.same.get(m, [m])[0], context.memory)) is not None
        ]
        event = event_reference(context, sentence, named)
        context.memory.credit(event.id, agents)
        return [
            Draft(
                Predicate.ATTRIBUTED_TO,
                event,
                agent,
                context.number,
                sentence.phrases[p].last,
                "avowal",
                claimants=(agent,),
            )
            for agent in agents
        ]
    return []


def _accused_of(events: list[Event], accused: list[Reference]) -> Event:
    """The event of "the accusation": the last one that is laid to the accused, else the last one."""
    ids = {a.id for a in accused}
    return next((e for e in reversed(events) if e.authors & ids), events[-1])


def _may_be_of(event: Event, accused: list[Reference]) -> bool:
    """Whether the event spoken of last can be the one: nobody else is said to have done it."""
    return not event.authors or bool(event.authors & {a.id for a in accused})


def _asserted(context: Context, sentence: Sentence, p: int) -> bool:
    """Whether "the GRU's role in …" is stated: somebody named, nobody denying, no "no"."""
    phrase = sentence.phrases[p]
    if any(a.tags & Tag.NEGATION for a in sentence.atoms[max(phrase.first - 2, 0) : phrase.last]):
        return False
    return not any(verb.negated or "deny" in verb.frames for verb in sentence.verbs)


def _accused(context: Context, sentence: Sentence, p: int, falls_on: bool) -> list[Reference]:
    """Whom the noun blames: its demonym ("la piste russe"), what it is against, what its verb points at."""
    phrase = sentence.phrases[p]
    if phrase.kind == "lead":
        found = [state_reference(m, sentence.text) for m in phrase.marks if m.type == "state"]
        found += [
            Reference(EntityType(h.type), sentence.text[h.start : h.end], h.entity)
            for h in phrase.names
            if h.type in _ACCUSED
        ]
        if found:
            return found
    candidates: list[int] = []
    if phrase.kind == "lead":
        # "Suspicion for the hack of the agency | fell on X": not whom the hack is of.
        child = of_child(sentence, p)
        candidates += _pointed_at(sentence, p) + ([child] if child is not None else [])
    elif falls_on or phrase.kind == "denial":
        candidates += attached(sentence, p, sentence.pack.relations.of, reach=2)
    if phrase.kind != "denial":
        candidates += attached(sentence, p, sentence.pack.relations.blamed, reach=3)
        candidates += _pointed_at(sentence, p)
    for q in candidates:
        found = []
        for r in members(sentence, q):
            other = sentence.phrases[r]
            if other.kind in _ACCUSED:
                reference = refer(sentence, sentence.same.get(r, [r])[0], context.memory)
                if reference is not None and (
                    reference.type in _WHO or (other.marks and other.kind == "actor")
                ):
                    found.append(reference)
                    context.accused_phrases.add(r)
        if found:
            return found
    return []


def _pointed_at(sentence: Sentence, p: int) -> list[int]:
    """What suspicions "fall on": the noun is the subject of a verb that points somewhere."""
    for v, verb in enumerate(sentence.verbs):
        if verb.first > sentence.phrases[p].last and p in subjects(sentence, v):
            if verb.passive or verb.negated:
                return []
            return obliques(sentence, v, sentence.pack.relations.pointed) or objects(sentence, v)
    return []


def _event(sentence: Sentence, p: int) -> int | None:
    """The event that the noun is about, where the sentence names it."""
    for q in range(p + 1, len(sentence.phrases)):
        phrase = sentence.phrases[q]
        if (
            phrase.kind in ("attack", "incident")
            and phrase.prep in sentence.pack.relations.blamed_for
        ):
            return q
    return None


def _accusers(
    context: Context, sentence: Sentence, p: int, falls_on: bool
) -> tuple[Reference, ...]:
    """Who makes the accusation: its possessor, "by" or "of", the agent or the subject of its verb."""
    phrase = sentence.phrases[p]
    if phrase.owner is not None:
        return speak(sentence, phrase.owner, context.memory)
    by = attached(sentence, p, sentence.pack.relations.agent, reach=5)
    if by:
        return speak(sentence, by[0], context.memory)
    child = of_child(sentence, p)
    if child is not None and not falls_on and phrase.kind == "accusation":
        found = speak(sentence, child, context.memory)
        if found:
            return found
    for v, verb in enumerate(sentence.verbs):
        if (verb.passive or verb.participle) and p in subjects(sentence, v):
            agents = obliques(sentence, v, sentence.pack.relations.agent)
            if agents:
                return speak(sentence, agents[0], context.memory)
    for v, verb in enumerate(sentence.verbs):
        if verb.first < phrase.first and verb.finite and not verb.passive:
            for q in subjects(sentence, v):
                found = speak(sentence, q, context.memory)
                if found:
                    return found
    return ()
