"""Names that "is" ties to what they are: "Guccifer 2.0 | is | a hacker", "X is believed to be one of the groups"."""

from __future__ import annotations

from vidocq.claims.syntax.apposition import CLASSES, after_bracket
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom


def predicated(sentence: Sentence, p: int) -> int | None:
    """The describing phrase that "is" ties to ``p``: "Guccifer 2.0 | is | a hacker"."""
    first = after_bracket(sentence, p) or sentence.phrases[p].last + 1
    if first >= len(sentence.atoms) or not sentence.atoms[first].tags & Tag.BE:
        return None
    if sentence.phrases[p].prep is not None:
        return None  # "In den USA ist | X angeklagt", "Behind the hack of | Peru | is Kestrel"
    q = next(
        (r for r in range(p + 1, len(sentence.phrases)) if sentence.phrases[r].first > first), -1
    )
    if (
        q >= 0
        and sentence.phrases[q].kind == "pronoun"
        and sentence.phrases[q].head in sentence.pack.cues.partitive
    ):
        q += 1
    if not 0 <= q < len(sentence.phrases):
        return None
    between = sentence.atoms[first : sentence.phrases[q].first]
    if not between or any(a.tags & Tag.NEGATION for a in between):
        return None
    if all(a.tags & (Tag.BE | Tag.DETERMINER | Tag.ADVERB) for a in between):
        return q
    right = sentence.phrases[q]
    if sentence.phrases[p].kind in ("group", "malware", "name") and right.kind in CLASSES:
        # "is believed to be a state-sponsored group", "is one of the most active groups", "is among".
        tied = all(
            a.tags & _TYING or a.key in sentence.pack.cues.partitive or _reports(a) for a in between
        )
        return q if tied and (right.indefinite or right.plural or right.marks) else None
    return None


_TYING = Tag.BE | Tag.DETERMINER | Tag.ADVERB | Tag.INFINITIVE_MARKER | Tag.ADJECTIVE | Tag.NUMBER


def _reports(atom: Atom) -> bool:
    """Whether a word says that something is held to be so: "believed", "assessed", "suspected"."""
    return any(use.frame in ("say", "accuse") for verb in atom.word.verbs for use in verb.uses)
