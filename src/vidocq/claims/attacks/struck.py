"""Whom the attack told last hit, where no verb of attack says so: "Betroffen sind X und Y", "Opfer war die Stadt".

Languages whose finite verb is second put such a predicate first and the victims after it; the attack itself went before,
in the same sentence or one of the last.
"""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import clause_event
from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.arguments import objects, obliques, subjects
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.claims.syntax.tense import is_future
from vidocq.model import EntityType, Predicate, Reference

RULE = "struck"
_FAR = 3
"""Sentences over which the attack told last is still meant."""
_EVENTS = frozenset({"attack", "incident"})


def struck(context: Context, sentence: Sentence, known: list[Draft]) -> list[Draft]:
    """The targets of the attack that the text told of last; ``known``: what the sentence has claimed already."""
    event = _meant(context) if sentence.pack.grammar.verb_second else None
    if event is None:
        return []
    told = {(d.subject.id, d.object.id) for d in known if d.object is not None}
    hit = {d.object.id for d in known if d.predicate is Predicate.TARGETS and d.object is not None}
    drafts: list[Draft] = []
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or verb.infinitive or is_future(sentence, v):
            continue
        for victim in _hit(context, sentence, v):
            if victim.id == event.id or victim.id in hit or (event.id, victim.id) in told:
                continue
            told.add((event.id, victim.id))
            drafts.append(Draft(Predicate.TARGETS, event, victim, context.number, verb.head, RULE))
    return drafts


def deployed(context: Context, sentence: Sentence, known: list[Draft]) -> list[Draft]:
    """The tools of the attack told last: "Zum Einsatz kam | die Schadsoftware X", "X | wurde eingesetzt"."""
    event = _meant(context) if sentence.pack.grammar.verb_second else None
    if event is None or "malware" not in sentence.kinds:
        return []
    used = {d.object.id for d in known if d.predicate is Predicate.USES and d.object is not None}
    drafts: list[Draft] = []
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or verb.lemmas.isdisjoint(sentence.pack.cues.deploying):
            continue
        if is_future(sentence, v) or not (verb.passive or _comes_into_use(verb.lemmas)):
            continue
        for p in subjects(sentence, v)[:1]:
            for q in members(sentence, p):
                phrase = sentence.phrases[q]
                if phrase.kind != "malware" or phrase.entity is None or phrase.entity in used:
                    continue
                if phrase.entity.partition(":")[2] == event.id.partition(":")[2]:
                    continue
                tool = Reference(EntityType.MALWARE, phrase.text, phrase.entity)
                drafts.append(Draft(Predicate.USES, event, tool, context.number, verb.head, RULE))
    return drafts


def found_inside(context: Context, sentence: Sentence) -> list[Draft]:
    """Whom a program found in their systems hit: "In het netwerk van Belgacom is | spionagesoftware aangetroffen"."""
    if not sentence.pack.grammar.verb_second or sentence.kinds.isdisjoint(_PROGRAMS):
        return []
    drafts: list[Draft] = []
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or verb.lemmas.isdisjoint(sentence.pack.phrases.finding_verbs):
            continue
        things = [*subjects(sentence, v)[:1], *objects(sentence, v)[:1]]
        if is_future(sentence, v) or not any(sentence.phrases[p].kind in _PROGRAMS for p in things):
            continue
        places = obliques(sentence, v, sentence.pack.relations.finds)
        for q in places[:1]:
            if sentence.phrases[q].kind not in _SYSTEMS:
                continue
            hit = [
                r
                for m in members(sentence, q)
                for r in victim_of_phrase(sentence, m, context.memory)
                if not context.is_vendor(r)
            ]
            if not hit:
                continue
            event = context.memory.topic or clause_event(context, sentence, v, q, hit)
            drafts += [
                Draft(Predicate.TARGETS, event, r, context.number, verb.head, RULE) for r in hit
            ]
    return drafts


_PROGRAMS = frozenset({"malware", "technique"})
_SYSTEMS = frozenset({"asset", "agency", "organisation", "company", "sector"})


def _comes_into_use(lemmas: frozenset[str]) -> bool:
    """Whether a verb of use is of several words, and says in the active that a tool was used."""
    return any(" " in lemma for lemma in lemmas)


def _meant(context: Context) -> Reference | None:
    """The group that the text is about, else the attack that it told of last."""
    memory = context.memory
    if memory.topic is not None:
        return memory.topic
    near = context.number - memory.event_sentence <= _FAR
    if memory.events:
        return memory.events[-1].reference if near else None
    for program in reversed(memory.malware):
        # "die Schadsoftware Emotet … Opfer waren X und Y": the attacks with it.
        name = program.id.partition(":")[2]
        return Reference(EntityType.INCIDENT, program.text, "incident:" + name)
    return None


def tells_victims(sentence: Sentence) -> bool:
    """Whether a sentence names victims of something told before: "Betroffen sind …", "Zu den Opfern zählt …"."""
    words = sentence.pack.phrases
    return sentence.pack.grammar.verb_second and any(
        not verb.lemmas.isdisjoint(words.target_participles)
        or "fall" in verb.frames
        or (
            not verb.lemmas.isdisjoint(words.listing_verbs)
            and any(phrase.head in words.target_nouns for phrase in sentence.phrases)
        )
        for verb in sentence.verbs
    )


def _hit(context: Context, sentence: Sentence, v: int) -> list[Reference]:
    """Those of whom the clause of verb ``v`` says that they were hit, without saying by what."""
    verb, words = sentence.verbs[v], sentence.pack.phrases
    around = dependencies(sentence)[v].obliques
    if any(sentence.phrases[q].kind in _EVENTS for q in around):
        return []
    affected = not verb.lemmas.isdisjoint(words.target_participles)
    falls = "fall" in verb.frames and not verb.passive
    listed = not verb.lemmas.isdisjoint(words.listing_verbs) and any(
        sentence.phrases[q].head in words.target_nouns
        and sentence.phrases[q].prep in sentence.pack.relations.to
        for q in around
    )
    if not (affected or falls or listed):
        return []
    examples = [q for q in around if sentence.phrases[q].prep in sentence.pack.relations.examples]
    found: dict[str, Reference] = {}
    for p in [*subjects(sentence, v)[:1], *examples]:
        for q in members(sentence, p):
            if sentence.phrases[q].kind == "pronoun" or sentence.phrases[q].number is not None:
                continue  # "72 Kommunen": their number is what is told
            for victim in victim_of_phrase(sentence, q, context.memory):
                if victim.type not in (EntityType.INCIDENT, EntityType.GROUP):
                    found.setdefault(victim.id, victim)
    return list(found.values())
