"""Who looks into an attack is not hit by it: "the Oslo police said hackers had broken into a clinic", "Brightline's analysis found"."""

from __future__ import annotations

from vidocq.claims.background.not_hit import keeps_order
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Predicate


def without_investigators(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The proposals of a sentence without victims that only investigate in it."""
    return [d for d in drafts if not _investigates(sentence, d)]


def _investigates(sentence: Sentence, draft: Draft) -> bool:
    if draft.predicate is not Predicate.TARGETS or not draft.proposed or draft.object is None:
        return False
    p = sentence.phrase_at[draft.atom] if draft.atom < len(sentence.phrase_at) else -1
    if p < 0 or draft.origin == "memory":
        return False
    return _has_inquiry(sentence, p) or (keeps_order(draft.object) and _says(sentence, p))


def _has_inquiry(sentence: Sentence, p: int) -> bool:
    """Whether a phrase only says whose an inquiry is: "Brightline's | analysis", "l'enquête | de la police"."""
    inquiries = sentence.pack.cues.inquiries
    phrases = sentence.phrases
    if p + 1 < len(phrases) and phrases[p + 1].owner == p:
        return phrases[p + 1].head in inquiries
    before = phrases[p - 1] if p else None
    return (
        before is not None
        and phrases[p].prep in sentence.pack.relations.of
        and before.head in inquiries
    )


def _says(sentence: Sentence, p: int) -> bool:
    """Whether a phrase is the subject of a verb of saying."""
    return any(
        "say" in sentence.verbs[v].frames and p in dependency.subjects[:1]
        for v, dependency in enumerate(dependencies(sentence))
    )
