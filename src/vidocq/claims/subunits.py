"""Parts of agencies that act for them: "a unit of Russia's GRU" is the GRU, under the words of the text."""

from __future__ import annotations

from vidocq.claims.layout import Sentence, of_child


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
        child = of_child(sentence, p)
        whole = sentence.phrases[child] if child is not None else None
        if whole is not None and whole.kind == "agency" and whole.entity is not None:
            phrase.kind, phrase.entity, phrase.weak = "agency", whole.entity, False
            phrase.end = whole.end
            phrase.text = sentence.text[phrase.start : whole.end]
