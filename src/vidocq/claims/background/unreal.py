"""Texts whose attacks are none: an exercise plays them, or an outage only looks like one.

Input: the sentences of a text and its drafts; output: whether the text is such, or the drafts that stand nonetheless.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack
from vidocq.model import Predicate

_BANDS = frozenset({"group", "malware"})
_TOLD = frozenset({Predicate.ATTRIBUTED_TO, Predicate.TARGETS, Predicate.USES, Predicate.AFFECTS})
_LAW = frozenset({Predicate.INDICTS, Predicate.ARRESTS, Predicate.SANCTIONS})


def only_outage(text: str, sentences: list[Sentence], drafts: list[Draft], pack: Pack) -> bool:
    """Whether a text tells of an outage that is said to be no attack: "a faulty update, not a cyberattack"."""
    if any(d.predicate in _LAW for d in drafts):
        return False
    said = text.casefold()
    if not any(words in said for words in pack.cues.no_attacks):
        return False
    if not any(words in said for words in pack.cues.outages):
        return False
    return all(sentence.kinds.isdisjoint(_BANDS) for sentence in sentences)


def without_played(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` without what a sentence tells of an exercise: "in the scenario of the exercise, hackers hit a power plant"."""
    if not any(d.predicate in _TOLD for d in drafts):
        return drafts
    pattern = _played(sentence.pack.language)
    if pattern is None or pattern.search(sentence.words.casefold()) is None:
        return drafts
    return [d for d in drafts if d.predicate not in _TOLD]


@cache
def _played(language: str) -> re.Pattern[str] | None:
    """The beginnings of words for exercises, at the beginning of a word."""
    words = load_pack(language).cues.exercises
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})") if words else None
