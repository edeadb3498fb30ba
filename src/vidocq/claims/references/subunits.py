"""Parts of agencies that act for them: "a unit of Russia's GRU" is the GRU, under the words of the text."""

from __future__ import annotations

from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.claims.syntax.verbs import PROSECUTING


def see_subunits(sentence: Sentence) -> None:
    """Let a nameless part of an agency stand for the agency: a unit, a branch, a cell (``subunits`` of the pack)."""
    heads = sentence.pack.cues.subunits
    if heads.isdisjoint(sentence.vocabulary):
        return
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind not in ("actor", "persons") or phrase.head not in heads:
            continue
        if phrase.plural or phrase.marks or phrase.names or phrase.entity is not None:
            continue
        if _explains_name(sentence, p):
            continue
        child = of_child(sentence, p)
        whole = sentence.phrases[child] if child is not None else None
        if whole is not None and whole.kind == "agency" and whole.entity is not None:
            phrase.kind, phrase.entity, phrase.weak = "agency", whole.entity, False
            phrase.end = whole.end
            phrase.text = sentence.text[phrase.start : whole.end]


def _explains_name(sentence: Sentence, p: int) -> bool:
    """Whether a unit only tells whose the group before it is: "Sandworm, | a unit | of the GRU"."""
    if p == 0 or sentence.phrases[p - 1].kind not in ("group", "name"):
        return False
    between = sentence.atoms[sentence.phrases[p - 1].last + 1 : sentence.phrases[p].first]
    return [atom.key for atom in between] == [","]


def see_leaders(sentence: Sentence) -> None:
    """Let the head of a band be a person where somebody is arrested or charged: "arrested | the chief | of a hacker group"."""
    if not any(PROSECUTING & verb.frames for verb in sentence.verbs):
        return
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind not in ("office", "thing") or phrase.entity is not None or phrase.names:
            continue
        if phrase.kind == "thing" and phrase.head not in sentence.pack.cues.leaders:
            continue
        child = of_child(sentence, p)
        if child is not None and sentence.phrases[child].kind in ("actor", "group"):
            phrase.kind = "persons"
