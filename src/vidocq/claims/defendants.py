"""Defendants named after the charges: "the defendants, A and B, …", "all six defendants, among them A and B"."""

from __future__ import annotations

from vidocq.claims.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.layout import Sentence, members
from vidocq.claims.parties import party
from vidocq.claims.speech import included
from vidocq.model import EntityType, Predicate


def named_defendants(context: Context, sentence: Sentence) -> list[Draft]:
    """The charges against those whom a sentence names as defendants, brought by who charged last."""
    words = context.pack.phrases.defendant_words
    if not context.memory.prosecutors:
        return []
    drafts: list[Draft] = []
    for p in range(len(sentence.phrases)):
        names = _names(sentence, p, words)
        for r in names:
            person = party(context, sentence, r)
            if person is None or person.type is not EntityType.PERSON:
                continue
            authority = context.memory.prosecutors[-1]
            drafts.append(
                Draft(
                    Predicate.INDICTS,
                    authority,
                    person,
                    context.number,
                    sentence.phrases[r].last,
                    "defendant",
                )
            )
    return drafts


def _names(sentence: Sentence, p: int, words: list[str]) -> list[int]:
    """The names that phrase ``p`` says to be defendants'."""
    phrase = sentence.phrases[p]
    if phrase.kind == "name":
        # "the individual defendants A, B and C": the noun stands in the phrase of the first.
        atoms = sentence.atoms[phrase.first : phrase.last]
        return members(sentence, p) if any(atom.key in words for atom in atoms) else []
    if phrase.kind != "persons" or phrase.head not in words:
        return []
    if p in sentence.same:
        return sentence.same[p]
    q = included(sentence, p)
    return members(sentence, q) if q is not None else []
