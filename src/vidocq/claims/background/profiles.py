"""Sentences that say what a firm is: its trade, its people, its turnover. They tell of no attack, whatever they count.

A report on an attack has one nearly always ("Brightwell is a dental chain with 90 clinics and 14,000 employees"), and its
numbers look like those of victims.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Predicate

_HITTING = frozenset({"hack", "steal", "take", "target", "suffer", "fall", "affect", "exploit"})
_OF_ATTACKS = frozenset({"attack", "incident", "malware", "technique", "vulnerability", "asset"})
_TOLD = frozenset({Predicate.AFFECTS, Predicate.TARGETS})


def describes_firm(sentence: Sentence) -> bool:
    """Whether a sentence has a word for what a firm is made of, and none for an attack or for what is stolen."""
    return (
        not sentence.pack.cues.profiles.isdisjoint(sentence.vocabulary)
        and sentence.kinds.isdisjoint(_OF_ATTACKS)
        and all(verb.frames.isdisjoint(_HITTING) for verb in sentence.verbs)
    )


def without_profiles(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without numbers and victims where the sentence only says what a firm is."""
    if not any(d.predicate in _TOLD for d in drafts) or not describes_firm(sentence):
        return drafts
    return [d for d in drafts if d.predicate not in _TOLD]
