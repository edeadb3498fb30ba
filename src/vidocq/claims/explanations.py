"""Sentences that explain what a kind of attack is and tell of none: "In a DDoS attack servers are flooded with requests".

Such a sentence opens with the kind of attack in the indefinite or the plural, speaks in the present and names nobody. Input: a
sentence; output: whether it explains.
"""

from __future__ import annotations

from vidocq.claims.layout import Sentence
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
