"""Shares of those who were asked: "66 percent of firms were hit by ransomware", "une entreprise sur deux" tell of no attack.

Input: a sentence and its drafts; output: the drafts without what such a share is said to have suffered.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Predicate

_EVENTS = frozenset({"attack", "incident", "deed"})
_ASKED = frozenset({"company", "organisation", "persons", "unit", "office"})
_ACTORS = frozenset({"group", "actor", "malware"})
_SUFFERED = frozenset({Predicate.TARGETS, Predicate.AFFECTS, Predicate.USES})


def without_shares(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without those of a share of many who are asked, where the sentence names no attack and no attacker."""
    if not any(d.predicate in _SUFFERED for d in drafts) or not _tells_share(sentence):
        return drafts
    if not sentence.kinds.isdisjoint(_ACTORS) or any(
        phrase.kind in _EVENTS and phrase.determined and not phrase.indefinite
        for phrase in sentence.phrases
    ):
        return drafts
    if not any(phrase.kind in _ASKED and phrase.entity is None for phrase in sentence.phrases):
        return drafts
    return [d for d in drafts if d.predicate not in _SUFFERED]


def only_survey(sentences: list[Sentence], drafts: list[Draft]) -> bool:
    """Whether a text tells of what many who were asked have suffered: shares all over it, and no attacker."""
    if any(
        d.predicate not in _SUFFERED and d.predicate is not Predicate.ATTRIBUTED_TO for d in drafts
    ):
        return False
    if not all(sentence.kinds.isdisjoint(_NAMED) for sentence in sentences):
        return False
    return sum(_tells_share(sentence) for sentence in sentences) >= _MANY


_NAMED = frozenset({"group", "malware", "incident"})
_MANY = 3


def _tells_share(sentence: Sentence) -> bool:
    """Whether a sentence tells how many of a hundred, or of a few."""
    shares = sentence.pack.cues.shares
    said = f" {sentence.words.casefold()} "
    return any(f" {words} " in said for words in shares) or any(
        atom.key in sentence.pack.cues.percent for atom in sentence.atoms
    )
