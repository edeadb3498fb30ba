"""Acts of law that are told by verbs of attack: "visé par un mandat d'arrêt", "colpita da sanzioni", "hit by a lawsuit"."""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.syntax.verbs import VerbGroup

_ATTACKS = frozenset({"hack", "target", "affect", "steal", "take"})
_ACTS = frozenset({"charges", "statement", "sanctions", "arrest", "accusation"})
"""Kinds of nouns for what justice and authorities do."""


def see_legal_acts(sentence: Sentence) -> None:
    """Take from verbs that an act of law is the agent of what makes them attacks."""
    if _ACTS.isdisjoint(sentence.kinds):
        return
    for verb in sentence.verbs:
        if not (verb.passive or verb.participle) or _ATTACKS.isdisjoint(verb.frames):
            continue
        if _agent_kind(sentence, verb) in _ACTS:
            verb.frames = frozenset()


def _agent_kind(sentence: Sentence, verb: VerbGroup) -> str:
    """The kind of the agent right after a passive; "" without one."""
    for phrase in sentence.phrases:
        if phrase.first > verb.last:
            beside = phrase.first - verb.last <= _NEAR
            return phrase.kind if beside and phrase.prep in sentence.pack.relations.agent else ""
    return ""


_NEAR = 4
"""Words between a verb and its agent: an adverb, a preposition, an article."""
