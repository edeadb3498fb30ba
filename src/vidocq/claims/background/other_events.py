"""Attacks that are told as others than the one spoken of: "une autre attaque", "a second breach"."""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag


def is_another(sentence: Sentence, p: int) -> bool:
    """Whether an attack is told as another than the one spoken of: "une autre attaque", "a second breach"."""
    phrase = sentence.phrases[p]
    others = sentence.pack.cues.other_events
    if phrase.demonstrative or others.isdisjoint(sentence.vocabulary):
        return False
    beside = sentence.atoms[max(phrase.first - 1, 0) : phrase.last + 1]
    definite = phrase.determined and not phrase.indefinite
    return any(
        not others.isdisjoint(a.key.split(" ")) and (not definite or a.tags & Tag.DETERMINER)
        for a in beside
    )


def tells_of_earlier(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells, without a noun for it, of an attack of another year: "had already robbed Ronin in 2022"."""
    already = sentence.pack.cues.already
    if already.isdisjoint(sentence.vocabulary) or not sentence.kinds.isdisjoint(_ATTACKS):
        return False
    if not sentence.vocabulary.isdisjoint(sentence.pack.time.since_words):
        return False
    told = context.memory.events or context.attacks
    return bool(told) and context.year not in (None, (context.published or "")[:4])


_ATTACKS = frozenset({"attack", "incident"})
