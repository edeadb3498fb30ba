"""Tools by which an actor does anything at all: "se déplacent grâce à PsExec", "got in through a flaw in X".

A named tool, method or flaw under a preposition of means is used or exploited by the subject of its verb, whatever
the verb says, where that subject is an actor or an attack. The prepositions are the language pack's (``means_prepositions``).
"""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import event_subjects
from vidocq.claims.attacks.exploiting import flaw_references
from vidocq.claims.attacks.tools import tool_references
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.arguments import subjects
from vidocq.claims.syntax.layout import BOUNDARY, Sentence, leader
from vidocq.claims.syntax.tense import is_future
from vidocq.model import EntityType, Predicate, Reference

_MEANS = frozenset({"malware", "technique", "vulnerability"})
_USERS = frozenset({"group", "actor", "pronoun", "person", "persons", "agency"})
_ACTORS = frozenset(
    {EntityType.GROUP, EntityType.UNNAMED_ACTOR, EntityType.PERSON, EntityType.AGENCY}
)


def means(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of the means of a sentence."""
    prepositions = context.pack.phrases.means_prepositions
    if not prepositions or not context.dense or sentence.kinds.isdisjoint(_MEANS):
        return []
    drafts: list[Draft] = []
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind not in _MEANS or leader(sentence, p) != p:
            continue
        if phrase.prep not in prepositions or _tie(sentence, p):
            continue
        v = _verb_before(sentence, phrase.first)
        if v is None or sentence.verbs[v].negated or is_future(sentence, v):
            continue
        user = _user(context, sentence, v)
        if phrase.kind == "vulnerability":
            drafts += [
                Draft(Predicate.EXPLOITS, user, flaw, context.number, phrase.first, "means")
                for flaw in (flaw_references(context, sentence, p) if user is not None else [])
                if user is not None
            ]
            continue
        for tool in tool_references(context, sentence, p) if user is not None else []:
            if user is not None and tool.id != user.id:
                drafts.append(
                    Draft(Predicate.USES, user, tool, context.number, phrase.first, "means")
                )
    return drafts


def _tie(sentence: Sentence, p: int) -> bool:
    """Whether the preposition belongs to a noun of ties: "ses liens | avec TrickBot"."""
    return p > 0 and sentence.phrases[p - 1].kind == "denial"


def _verb_before(sentence: Sentence, first: int) -> int | None:
    """The verb that a phrase at atom ``first`` hangs on: the last one before it in the same clause."""
    for i in range(first - 1, -1, -1):
        if sentence.verb_at[i] >= 0:
            return sentence.verb_at[i]
        if sentence.atoms[i].key in BOUNDARY:
            return None
    return None


def _user(context: Context, sentence: Sentence, v: int) -> Reference | None:
    """Who does what verb ``v`` says: an actor, or an attack that is the subject."""
    if sentence.verbs[v].passive:
        return None
    for q in subjects(sentence, v)[:1]:
        kind = sentence.phrases[q].kind
        if kind == "attack":
            return next(iter(event_subjects(context, sentence, q)), None)
        if kind in _USERS:
            user = refer(sentence, sentence.same.get(q, [q])[0], context.memory)
            return user if user is not None and user.type in _ACTORS else None
    return None
