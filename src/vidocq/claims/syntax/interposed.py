"""Who says it in the middle of a sentence: "Iran, | OFAC said, | has hacked banks".

The reporting clause stands between commas inside another clause, and takes nothing of that away: neither
the subject that waits for its verb, nor the list that it follows.
"""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, verb_of_word
from vidocq.language.tags import Tag

_FAR = 5
"""Atoms after the verb in which the second comma comes: "Microsoft said | on Tuesday in Redmond |,"."""


def interposed(sentence: Sentence, q: int) -> int | None:
    """The verb of saying of the reporting clause that phrase ``q`` opens, if it stands between two commas."""
    if not speaks_next(sentence, q):
        return None
    v = sentence.verb_at[sentence.phrases[q].last + 1]
    last = sentence.verbs[v].last
    for i in range(last + 1, min(last + 1 + _FAR, len(sentence.atoms) - 1)):
        if sentence.atoms[i].key == ",":
            return v
        if sentence.verb_at[i] >= 0 or sentence.atoms[i].tags & Tag.COMPLEMENTISER:
            return None
    return None


def speaks_next(sentence: Sentence, q: int) -> bool:
    """Whether the verb right after phrase ``q`` is one of saying, after a comma: "…, | OFAC | said"."""
    phrase = sentence.phrases[q]
    i = phrase.first - 1
    while i > 0 and sentence.atoms[i].tags & Tag.DETERMINER:
        i -= 1
    if phrase.prep is not None or i < 0 or sentence.atoms[i].key != ",":
        return False
    v = verb_of_word(sentence, phrase.last + 1)
    return v >= 0 and sentence.verbs[v].finite and "say" in sentence.verbs[v].frames
