"""How surely a claim is made: stated confidence, hedges (ICD 203), negation, mood.

A hedge belongs to the clause it stands in; a confidence to the sentence part of the claimant who
voices it.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.model import Confidence, Likelihood


def find_likelihood(sentence: Sentence, first: int, last: int, pack: Pack) -> Likelihood | None:
    """The hedge among atoms ``first..last``; the longest phrase wins."""
    degree = _longest(sentence, first, last, pack.likelihood)
    return Likelihood(degree) if degree else None


def likelihood_of_clause(sentence: Sentence, v: int, pack: Pack) -> Likelihood | None:
    """The hedge of a clause whose parts stand apart (`vidocq.claims.syntax.verb_second`); one within an actor's phrase is its own."""
    places = [
        i
        for i, w in enumerate(sentence.clause_at)
        if w == v
        and not (
            sentence.phrase_at[i] >= 0 and sentence.phrases[sentence.phrase_at[i]].kind in _OWN
        )
    ]
    atoms = [sentence.atoms[i] for i in places]
    degree = _longest_among(sentence, atoms, pack.likelihood)
    return Likelihood(degree) if degree else None


_OWN = frozenset({"actor", "persons", "group", "state", "company", "person"})


def find_confidence(sentence: Sentence, first: int, last: int, pack: Pack) -> Confidence | None:
    """The confidence stated among atoms ``first..last``."""
    degree = _longest(sentence, first, last, pack.confidence)
    return Confidence(degree) if degree else None


def _longest(sentence: Sentence, first: int, last: int, table: dict[str, str]) -> str | None:
    """What the longest phrase of ``table`` that stands among the atoms means."""
    return _longest_among(sentence, sentence.atoms[max(first, 0) : last + 1], table)


def _longest_among(sentence: Sentence, atoms: list[Atom], table: dict[str, str]) -> str | None:
    starts = _by_first_word(tuple(table))
    if sentence.vocabulary.isdisjoint(starts):
        return None
    opening = sentence.atoms[0].start
    keys = " ".join(a.key for a in atoms if a.key != "-" and not _month(a, opening)).split(" ")
    best = ""
    for i, key in enumerate(keys):
        for phrase in starts.get(key, ()):
            words = phrase.split(" ")
            if len(phrase) > len(best) and keys[i : i + len(words)] == words:
                best = phrase
    return table[best] if best else None


def _month(atom: Atom, opening: int) -> bool:
    """Whether a word is a month and no hedge ("on | May | 3"); the first of a sentence has its capital anyway."""
    return atom.start > opening and atom.capital and bool(atom.tags & Tag.DATE)


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.split(" ")[0]
        index[first] = (*index.get(first, ()), phrase)
    return index
