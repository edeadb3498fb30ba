"""Clauses that only suppose: "if Russia hacked …", "whether China was behind …" tell of nothing that happened."""

from __future__ import annotations

from functools import cache

from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag

_LEAD = 4
"""Atoms before the subject in which the opening word stands ("if, as some say, Russia …" is rare)."""


def supposed(sentence: Sentence, pack: Pack) -> frozenset[int]:
    """The verbs of clauses that suppose, and those that stand under them."""
    openers = _openers(pack.language)
    if openers.isdisjoint(sentence.vocabulary) or openers.isdisjoint(
        [atom.key for atom in sentence.atoms]
    ):
        return frozenset()
    found: set[int] = set()
    for v, dependency in enumerate(dependencies(sentence)):
        governor = dependency.governor
        if (governor is not None and governor in found and governor < v) or _opened(
            sentence, v, pack
        ):
            found.add(v)
    return frozenset(found)


@cache
def _openers(language: str) -> frozenset[str]:
    """The last word of each of the words that open such a clause."""
    words = load_pack(language).phrases.conditional_words
    return frozenset(word.rpartition(" ")[2] for word in words)


def _opened(sentence: Sentence, v: int, pack: Pack) -> bool:
    """Whether a word of supposing opens the clause of verb ``v``: right before its subject, or before itself."""
    verb = sentence.verbs[v]
    starts = [verb.first]
    for q in dependencies(sentence)[v].subjects[:1]:
        if sentence.phrases[q].last < verb.first:
            starts.append(sentence.phrases[q].first)
    i = min(starts) - 1
    openers = _openers(pack.language)
    aside = Tag.DETERMINER | Tag.ADVERB | Tag.PREPOSITION
    while i >= 0 and sentence.atoms[i].tags & aside and sentence.atoms[i].key not in openers:
        i -= 1
    key = ""
    for k in range(i, max(i - _LEAD, -1), -1):
        if sentence.verb_at[k] >= 0:
            break
        key = f"{sentence.atoms[k].key} {key}".strip()
        if key in pack.phrases.conditional_words:
            return True
    return False
