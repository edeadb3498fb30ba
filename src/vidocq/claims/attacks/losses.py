"""How much an attack hit, whatever the words: "the theft of $40 million", "data of 3 million customers was stolen".

A number that a verb of loss governs, or that hangs on what it governs, tells what the attack of the
sentence affected; a sum of money also beside a noun of loss ("losses are estimated at …"). The verbs
and nouns are the language pack's (``loss_verbs``, ``loss_nouns``, ``theft_nouns``).
"""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import clause_event, event_reference
from vidocq.claims.attacks.counted import counted_thing, sum_of
from vidocq.claims.attacks.counts import count_of
from vidocq.claims.attacks.pronoun_events import pronoun_event
from vidocq.claims.background.other_events import tells_of_earlier
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.speech.hedges import hedge_of
from vidocq.claims.syntax.arguments import objects, obliques, subjects
from vidocq.claims.syntax.layout import Sentence, leader, with_chain
from vidocq.claims.syntax.tense import is_future
from vidocq.model import Count, EntityType, Predicate, Reference

_EVENTS = frozenset({"attack", "incident"})
_ACTORS = frozenset({"group", "actor", "pronoun", "person", "persons", "state", "agency", "name"})
_LEAST, _FEW_BODIES = 2, 10
"""From how many on a number is one of victims; of bodies without a closer word, that are told one by one where few."""


def losses(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of the numbers of a sentence that no verb's frame has read."""
    if not any(p.number is not None for p in sentence.phrases):
        return []
    if tells_of_earlier(context, sentence):
        return []  # What another attack cost.
    known = {d.count.value for d in drafts if d.count is not None}
    found: list[Draft] = []
    for p, phrase in enumerate(sentence.phrases):
        if phrase.number is None or phrase.kind in ("time", "attack", "incident"):
            continue
        count = count_of(sentence, p, context.pack)
        if count is None or count.value < _LEAST or count.value in known:
            continue
        loss = _loss(context, sentence, p, count)
        if loss is None:
            continue
        event, atom, v = loss
        money = count.unit in context.pack.phrases.currencies.values()
        object_ = counted_thing(sentence, p, context.pack)
        if money:
            object_ = _noun_of_loss(context, sentence, p)
            stolen = v is None or "steal" in sentence.verbs[v].frames
            if object_ is None and stolen:
                object_ = sum_of(sentence, p, count.unit)
        if object_ is None and not money and count.value < _FEW_BODIES:
            continue
        draft = Draft(Predicate.AFFECTS, event, object_, context.number, atom, "loss", count=count)
        draft.likelihood = hedge_of(context, sentence, v) if v is not None else None
        found.append(draft)
        known.add(count.value)
    return found


def _loss(
    context: Context, sentence: Sentence, p: int, count: Count
) -> tuple[Reference, int, int | None] | None:
    """The attack that a number belongs to, the atom that says so, and its verb."""
    stolen = _stolen(context, sentence, p)
    if stolen is not None:
        return stolen
    money = count.unit in context.pack.phrases.currencies.values()
    verbs = context.pack.phrases.loss_verbs
    chain = _hangs_on(sentence, p)
    for v, verb in enumerate(sentence.verbs):
        fallen = "fall" in verb.frames
        if verb.negated or is_future(sentence, v) or verb.modal:
            continue
        if verb.lemmas.isdisjoint(verbs) and not fallen:
            continue
        governed = set(objects(sentence, v)) if not verb.passive else set()
        said = subjects(sentence, v)[:1]
        passive = fallen or verb.passive or (verb.participle and not governed & chain)
        if "steal" in verb.frames and not chain.isdisjoint(
            obliques(sentence, v, sentence.pack.relations.robbed)
        ):
            # "data was stolen | from 40 million cards"
            return _event(context, sentence, v, p, [] if passive else said), verb.head, v
        if passive and said and said[0] in chain:
            by = obliques(sentence, v, sentence.pack.relations.agent)
            return _event(context, sentence, v, p, by[:1]), verb.head, v
        doer = sentence.phrases[said[0]].kind if said else ""
        if not passive and governed & chain and doer in _EVENTS | _ACTORS:
            return _event(context, sentence, v, p, said), verb.head, v
    if money and _noun_of_loss(context, sentence, p) is not None:
        event = _attack_of(context, sentence)
        if event is not None:
            return event, sentence.phrases[p].first, _verb_before(sentence, p)
    return None


def _stolen(context: Context, sentence: Sentence, p: int) -> tuple[Reference, int, None] | None:
    """ "the theft | of $1.5 billion", "le vol | de 100 millions de dollars": the theft is the incident."""
    q = p - 1
    if q < 0 or sentence.phrases[p].prep not in sentence.pack.relations.of:
        return None
    theft = sentence.phrases[q]
    if theft.kind != "attack" or theft.head not in context.pack.phrases.theft_nouns:
        return None
    return event_reference(context, sentence, q), theft.last, None


def _hangs_on(sentence: Sentence, p: int) -> set[int]:
    """Phrase ``p`` and what it hangs on by "of" and the like: "the names | and addresses | of 9 million people"."""
    relations = sentence.pack.relations
    ties = relations.of | relations.robbed | relations.subjects
    chain = {leader(sentence, p)}
    q = p
    while sentence.phrases[q].prep in ties and q > 0:
        onward = with_chain(sentence, q)
        if len(onward) < 2:
            break
        q = onward[1]
        chain |= {q, leader(sentence, q)}
    return chain


def _event(context: Context, sentence: Sentence, v: int, p: int, doer: list[int]) -> Reference:
    """The attack that a verb of loss tells: its subject where that is one, else the one that the text is about."""
    if doer and sentence.phrases[doer[0]].kind in _EVENTS:
        return event_reference(context, sentence, doer[0])
    if doer and sentence.phrases[doer[0]].kind == "pronoun":
        meant = pronoun_event(context, sentence, doer[0])
        if meant is not None:
            return meant
    return _attack_of(context, sentence) or clause_event(context, sentence, v, p, [])


def _attack_of(context: Context, sentence: Sentence) -> Reference | None:
    """The attack that the sentence names, else in a text on attacks the one spoken of last."""
    events = [q for q, phrase in enumerate(sentence.phrases) if phrase.kind in _EVENTS]
    sure = [q for q in events if not sentence.phrases[q].weak]
    if not sure and context.memory.events:
        return context.memory.events[-1].reference
    sure = sure or (events if context.dense or context.sentence_in_field else [])
    return event_reference(context, sentence, sure[0]) if sure else None


def _noun_of_loss(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The noun of loss that a sum is said of: "losses | of $10 billion", "the cost … | at 3 million euros"."""
    for q in range(p + 1, -1, -1) if p + 1 < len(sentence.phrases) else range(p, -1, -1):
        phrase = sentence.phrases[q]
        if q != p and phrase.head in context.pack.phrases.loss_nouns:
            return Reference(EntityType.OTHER, phrase.text, "other:" + phrase.head)
    return None


def _verb_before(sentence: Sentence, p: int) -> int | None:
    first = sentence.phrases[p].first
    return max((v for v, verb in enumerate(sentence.verbs) if verb.last < first), default=None)
