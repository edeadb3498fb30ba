"""Acts of state told by a noun: "led to the arrest of four members of X in Ukraine", « l'inculpation de deux Russes par Y ».

The noun's "of" names on whom the act falls, its "by" or owner who acts; where nobody is named an arrest is
made by the state that it was made in, and a charge brought by who charged before.
"""

from __future__ import annotations

from vidocq.claims.answers.authorities import state_of_places
from vidocq.claims.answers.parties import act_targets
from vidocq.claims.answers.responses import act_pairs
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.speech.speakers import speak
from vidocq.claims.syntax.layout import Sentence, attached, members
from vidocq.claims.syntax.tense import is_future
from vidocq.model import EntityType, Predicate, Reference

_ACTS = {"arrest": Predicate.ARRESTS, "charges": Predicate.INDICTS}
_PEOPLE = frozenset({"persons", "actor", "person", "name", "group", "unit"})
_AUTHORITIES = frozenset({EntityType.STATE, EntityType.AGENCY})
RULE = "act by noun"


def act_nouns(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` with the acts that the nouns of a sentence tell; where people were arrested is not their home."""
    if _ACTS.keys().isdisjoint(sentence.kinds):
        return drafts
    told = {d.predicate for d in drafts}
    for p, phrase in enumerate(sentence.phrases):
        predicate = _ACTS.get(phrase.kind)
        if predicate is None or predicate in told:
            continue
        v = _verb_before(sentence, p)
        if v is None or sentence.verbs[v].negated or is_future(sentence, v):
            continue
        upon = [
            q
            for q in attached(sentence, p, sentence.pack.relations.of, reach=3)
            if sentence.phrases[q].kind in _PEOPLE and _told_apart(sentence, q)
        ][:1]
        authorities = _authorities(context, sentence, p, upon[0]) if upon else []
        if not authorities:
            continue
        targets = act_targets(context, sentence, upon[0], predicate)
        drafts = drafts + act_pairs(context, sentence, v, predicate, authorities, targets, RULE)
    arrested = {
        d.object.id for d in drafts if d.predicate is Predicate.ARRESTS and d.object is not None
    }
    # "the arrest of two hackers in Spain" tells where they were caught, not where they live.
    return [d for d in drafts if d.rule != "whereabouts" or d.subject.id not in arrested]


def _verb_before(sentence: Sentence, p: int) -> int | None:
    """The verb that governs a noun: the last before it, else the first of the sentence."""
    before = [v for v, verb in enumerate(sentence.verbs) if verb.last < sentence.phrases[p].first]
    return before[-1] if before else (0 if sentence.verbs else None)


def _told_apart(sentence: Sentence, q: int) -> bool:
    """Whether certain people are meant: "the arrest of hackers is rare" tells of none."""
    phrase = sentence.phrases[q]
    return bool(
        phrase.number is not None
        or phrase.determined
        or phrase.marks
        or phrase.names
        or not phrase.plural
        or q in sentence.same
    )


def _authorities(context: Context, sentence: Sentence, p: int, upon: int) -> list[Reference]:
    """Who acts: "by" them, theirs, or of the state where it was done."""
    phrase = sentence.phrases[p]
    by = attached(sentence, p, sentence.pack.relations.agent, reach=6)
    whose = [phrase.owner] if phrase.owner is not None else by[:1]
    for q in whose:
        return [
            Reference(r.type, r.text, r.id)
            for m in members(sentence, q)
            for r in speak(sentence, m, context.memory)
            if r.type in _AUTHORITIES
        ]
    if phrase.kind == "charges":
        return context.memory.prosecutors[-1:]
    places = attached(sentence, upon, sentence.pack.relations.places, reach=4)
    return state_of_places(sentence, places)
