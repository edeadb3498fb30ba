"""Sentences that explain what a kind of attack is and tell of none: "In a DDoS attack servers are flooded with requests",
"Ransomware is a type of malware that encrypts files".

The first opens with the kind of attack in the indefinite or the plural, speaks in the present and names nobody; the second says
of a method what it is. Input: a sentence; output: whether it explains.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, members
from vidocq.language.tags import Form, Tag
from vidocq.mentions.phrases import Phrase

_NAMES = frozenset(
    {*("group", "agency", "state", "person", "place", "bloc", "incident", "vulnerability", "name")}
    | {*("we", "time", "government", "service", "product")}
)
"""Kinds of phrases that a sentence on a case would have."""
_BODIES = frozenset({"organisation", "company"})
_AS_A_RULE = Form.PRESENT | Form.INFINITIVE | Form.GERUND


def explains(sentence: Sentence) -> bool:
    """Whether a sentence explains a kind of attack."""
    return _tells_how(sentence) or _defines(sentence)


def _tells_how(sentence: Sentence) -> bool:
    """Whether a sentence tells how attacks of a kind go."""
    cues = sentence.pack.cues
    if not sentence.phrases or not sentence.verbs or sentence.tags & Tag.NUMBER:
        return False
    opening = sentence.phrases[0]
    if opening.kind not in ("attack", "technique") or opening.prep not in cues.in_general:
        return False
    if opening.first > _OPENING or opening.demonstrative or opening.own or opening.marks:
        return False
    if not opening.indefinite and not opening.plural:
        return False
    if not sentence.vocabulary.isdisjoint(cues.past_auxiliaries):
        return False
    if any(_is_named(phrase) for phrase in sentence.phrases):
        return False
    return all(
        verb.passive or verb.participle or not verb.form or verb.form & _AS_A_RULE
        for verb in sentence.verbs
    )


_OPENING = 2
"""Words before the kind of attack with which such a sentence opens: "Bei | einem | DDoS-Angriff"."""


def _is_named(phrase: Phrase) -> bool:
    """Whether a phrase means somebody or something of its own, and no kind."""
    if phrase.kind in _NAMES or (phrase.kind in _BODIES and phrase.entity is not None):
        return True
    if phrase.kind == "malware":
        return phrase.entity is not None or any(hit.type != "technique" for hit in phrase.names)
    return phrase.kind in _BODIES and phrase.determined and not (phrase.indefinite or phrase.plural)


def _defines(sentence: Sentence) -> bool:
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
