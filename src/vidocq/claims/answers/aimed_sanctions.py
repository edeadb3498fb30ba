"""Whom sanctions are aimed at, where they are the subject: "Les sanctions visent le GRU et quatre Russes"."""

from __future__ import annotations

from vidocq.claims.answers.authorities import announcing_state
from vidocq.claims.answers.parties import act_targets
from vidocq.claims.answers.responses import act_pairs
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.arguments import objects, subjects
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Predicate, Reference

_AIMING = frozenset({"target", "affect", "hack"})
_SANCTIONED = frozenset(
    {"person", "persons", "actor", "group", "agency", "company", "organisation", "name", "unit"}
)


def aimed_sanctions(context: Context, sentence: Sentence, p: int) -> list[Draft]:
    """The drafts of the sanctions at ``p``, by who last sanctioned somebody in the text."""
    for v, verb in enumerate(sentence.verbs):
        if p not in subjects(sentence, v) or verb.passive or verb.negated:
            continue
        if _AIMING.isdisjoint(verb.frames):
            continue
        authorities = context.memory.sanctioners[-1:] or announcing_state(context, [])
        first = objects(sentence, v)
        if not authorities or not first:
            return []
        targets: dict[str, tuple[Reference, int | None]] = {}
        for q in range(first[0], len(sentence.phrases)):
            phrase = sentence.phrases[q]
            if (
                phrase.prep is not None and phrase.prep not in sentence.pack.relations.of
            ) or phrase.kind not in _SANCTIONED:
                continue
            for target in act_targets(context, sentence, q, Predicate.SANCTIONS):
                targets.setdefault(target[0].id, target)
        found = list(targets.values())
        return act_pairs(
            context, sentence, v, Predicate.SANCTIONS, authorities, found, "aimed sanctions"
        )
    return []
