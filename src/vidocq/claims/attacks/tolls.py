"""How many victims a gang is said to have made: "le gang a fait plus de 2 000 victimes", "has claimed 160 victims".

The toll is an event of its own, the sum of what the gang did: it is the gang's, and its number is what it affected.
"""

from __future__ import annotations

from vidocq.claims.attacks.counts import count_of
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.hedges import hedge_of
from vidocq.claims.syntax.arguments import objects, subjects
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import EntityType, Predicate, Reference

_GANGS = frozenset({"group", "actor", "pronoun"})


def tolls(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of the tolls of a sentence."""
    phrases = context.pack.phrases
    drafts: list[Draft] = []
    for v, verb in enumerate(sentence.verbs):
        if verb.passive or verb.negated or verb.lemmas.isdisjoint(phrases.toll_verbs):
            continue
        for p in objects(sentence, v)[:1]:
            phrase = sentence.phrases[p]
            count = count_of(sentence, p, context.pack)
            if count is None or phrase.head not in phrases.victim_words:
                continue
            doer = next(
                (q for q in subjects(sentence, v) if sentence.phrases[q].kind in _GANGS), None
            )
            gang = refer(sentence, doer, context.memory) if doer is not None else None
            if gang is None or gang.type is not EntityType.GROUP:
                continue
            name = gang.id.partition(":")[2]
            event = Reference(EntityType.INCIDENT, phrase.text, f"incident:{name}-victims")
            hedge = hedge_of(context, sentence, v)
            for predicate, object_ in ((Predicate.ATTRIBUTED_TO, gang), (Predicate.AFFECTS, None)):
                draft = Draft(predicate, event, object_, context.number, verb.head, "toll")
                draft.likelihood = hedge
                draft.count = count if predicate is Predicate.AFFECTS else None
                drafts.append(draft)
    return drafts
