"""Defendants named after the charges: "the defendants, A and B, …", "all six defendants, among them A and B"."""

from __future__ import annotations

from dataclasses import replace

from vidocq.claims.answers.parties import party
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.speech.speakers import included
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.model import EntityType, Predicate, Reference


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


def blame_the_charged(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """ "sanctioned X for | hacking Y": what a charge or sanction says was done was done by whom it falls on.

    A draft under the act's verb whose doer would be the authority is given to each whom the act falls on.
    """
    acts = [d for d in drafts if d.predicate in _CHARGING and d.object is not None]
    if not acts:
        return drafts
    kept: list[Draft] = []
    for draft in drafts:
        targets = [
            a.object
            for a in acts
            if a.atom < draft.atom and a.object and _done_by(draft, a.subject)
        ]
        v = sentence.verb_at[draft.atom]
        if not targets or (v >= 0 and sentence.verbs[v].finite and not sentence.verbs[v].gerund):
            kept.append(draft)
            continue
        for target in targets:
            if draft.predicate is Predicate.ATTRIBUTED_TO:
                kept.append(replace(draft, object=target))
            else:
                kept.append(replace(draft, subject=target))
    return kept


_CHARGING = frozenset({Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS})


def _done_by(draft: Draft, authority: Reference) -> bool:
    """Whether a draft makes the authority the doer of an attack."""
    if draft.predicate is Predicate.ATTRIBUTED_TO:
        return draft.object is not None and draft.object.id == authority.id
    return draft.predicate in _DEEDS and draft.subject.id == authority.id


_DEEDS = frozenset({Predicate.TARGETS, Predicate.USES, Predicate.EXPLOITS})
