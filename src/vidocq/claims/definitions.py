"""Sentences that explain a word and tell of no attack: "Ransomware is a type of malware that encrypts files"."""

from __future__ import annotations

from vidocq.claims.layout import Sentence, members
from vidocq.language.tags import Tag


def defines(sentence: Sentence) -> bool:
    """Whether a sentence says what a method is, in general: its subject is the method, "is" follows, then a class, and
    nobody is named."""
    if not sentence.phrases or not sentence.verbs:
        return False
    subject = sentence.phrases[0]
    method = subject.kind == "technique" or (subject.kind == "malware" and subject.entity is None)
    method = method or (subject.kind == "attack" and subject.indefinite)
    if not method or subject.prep is not None or subject.demonstrative or subject.marks:
        return False
    last = members(sentence, 0)[-1]
    named = (p.names or (p.kind == "malware" and p.entity) for p in sentence.phrases[last + 1 :])
    if any(named) or any(p.kind in _TELLING for p in sentence.phrases[last + 1 :]):
        return False
    i = sentence.phrases[last].last + 1
    while i < len(sentence.atoms) and not sentence.atoms[i].is_word:
        i += 1
    if i >= len(sentence.atoms) or not sentence.atoms[i].tags & Tag.BE:
        return False
    if last + 1 >= len(sentence.phrases):
        return False
    following = sentence.phrases[last + 1]
    return following.prep is None and (following.indefinite or following.kind in _CLASSES)


_TELLING = frozenset({"group", "state", "agency", "company", "person", "time", "actor", "incident"})
_CLASSES = frozenset({"malware", "attack", "technique", "transparent"})
