"""What the network sees of a sentence (`vidocq.claims.trained.network`): of each word a few names, of each mention where it stands.

Input: a parsed sentence, its mentions; output: texts and positions, which the network looks up in its tables. The same for
all languages, and the same when it learns (`bench/train_network.py`) as when it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.mention import Mention

TABLES = ("word", "beginning", "ending", "kind", "shape")
"""What is looked up of a word, in the order of `Names`."""
MARKS = 6
"""Marks of a mention that are looked up."""
PLACES = 8
"""Places of a sentence in its document that are told apart: its first sentences, and the rest."""
DISTANCES = 15
"""Distances of two words that are told apart, `AWAY` among them."""
AWAY = 14
"""The distance of whoever is only remembered."""
_FARTHEST = 6
_BEGINNING, _ENDING = 6, 3
_VERB, _NEITHER = "V", "-"


Names = tuple[str, str, str, str, str]
"""The names of a word, one for each of `TABLES`."""


Span = tuple[int, int, int]
"""First, last and leading word."""


class Encoded(NamedTuple):
    """The mentions of a sentence as the network sees them: the sentence's place, and of each mention the first, last and leading
    word (-1: not named), the kind and the marks."""

    place: int
    spans: list[Span]
    kinds: list[str]
    marks: list[list[str]]


def encoded(sentence: Sentence, number: int, mentions: Sequence[Mention]) -> Encoded:
    """Some mentions of a sentence, which is the document's ``number``-th."""
    return Encoded(
        min(number, PLACES - 1),
        [_span_of(sentence, mention) for mention in mentions],
        [_kind_of(mention) for mention in mentions],
        [mention.mark.split("+")[:MARKS] for mention in mentions],
    )


def names_of_words(sentence: Sentence) -> list[Names]:
    """Of each word of a sentence: itself in look-up form, how it begins and ends, of what kind of phrase it is, and how it is written."""
    phrases = sentence.phrases
    found: list[Names] = []
    for i, atom in enumerate(sentence.atoms):
        key = atom.key
        p = sentence.phrase_at[i]
        apart = _VERB if sentence.verb_at[i] >= 0 else _NEITHER
        kind = phrases[p].kind if p >= 0 else apart
        written = sentence.text[atom.start : atom.end]
        shape = _shape(written) + ("q" if sentence.quoted[i] else "")
        found.append((key, key[:_BEGINNING], key[-_ENDING:], kind, shape))
    return found


def distance_of(atom: int, mention: Mention) -> int:
    """How far a mention stands from a word, and on which side: the distance by its power of two."""
    if mention.phrase < 0:
        return AWAY
    distance = mention.atom - atom
    power = min(abs(distance).bit_length(), _FARTHEST)
    return power if distance >= 0 else _FARTHEST + 1 + power


def span_of_phrase(sentence: Sentence, p: int) -> Span:
    """The first, last and leading word of a phrase."""
    phrase = sentence.phrases[p]
    return phrase.first, phrase.last, phrase.last


def _shape(written: str) -> str:
    if len(written) > 1 and written.isupper():
        return "XX"
    return "X" if written[:1].isupper() else "x"


def _span_of(sentence: Sentence, mention: Mention) -> Span:
    """The first, last and leading word of a mention; -1 where the sentence does not name it."""
    p = mention.phrase
    if p >= 0:
        phrase = sentence.phrases[p]
        return phrase.first, phrase.last, min(max(mention.atom, 0), len(sentence.atoms) - 1)
    if mention.how == "amount":
        return mention.atom, mention.atom, mention.atom
    return -1, -1, -1


def _kind_of(mention: Mention) -> str:
    """How something is mentioned, and as what."""
    kind = str(mention.reference.type) if mention.reference is not None else ""
    return f"{mention.how}|{kind}"
