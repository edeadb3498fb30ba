"""What a verb's tense says: that something may come, should be or is only intended."""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Form, Tag


def is_future(sentence: Sentence, v: int) -> bool:
    """Whether the verb speaks of what may come, should be or is only intended."""
    verb = sentence.verbs[v]
    if verb.modal in ("future", "advice", "ability", "conditional"):
        return True
    i = verb.first - 1
    while (
        i >= 0
        and sentence.verb_at[i] < 0
        and sentence.phrase_at[i] < 0
        and sentence.atoms[i].tags & (Tag.INFINITIVE_MARKER | Tag.ADVERB | Tag.PREPOSITION)
    ):
        i -= 1
    if (
        verb.gerund
        and verb.marker in sentence.pack.relations.by_doing
        and v
        and sentence.verbs[v - 1].infinitive
    ):
        return is_future(sentence, v - 1)  # "would want to discredit it by | publishing …"
    if verb.infinitive and i >= 0 and sentence.verb_at[i] >= 0:
        return is_future(sentence, sentence.verb_at[i])
    return _shares_modal(sentence, v) and is_future(sentence, v - 1)


def _shares_modal(sentence: Sentence, v: int) -> bool:
    """Whether a verb form without ending stands in a list with the verb before: "can | investigate and prosecute"."""
    verb = sentence.verbs[v]
    if not v or verb.first != verb.head or not verb.form & Form.INFINITIVE:
        return False
    between = range(sentence.verbs[v - 1].last + 1, verb.first)
    return bool(sentence.verbs[v - 1].modal) and all(
        sentence.phrase_at[i] < 0 and sentence.atoms[i].tags & (Tag.CONJUNCTION | Tag.ADVERB)
        for i in between
    )
