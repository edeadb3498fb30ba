"""Accusers that speak together: "the United States and its allies accuse …", and who the allies are, said elsewhere.

A report often opens with "the US and its allies" and lists them further on. What the opening claims, the listed
claim too.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.model import EntityType, Polarity, Predicate, Reference

_MEMBERS = frozenset({EntityType.STATE, EntityType.BLOC, EntityType.AGENCY})
_FEW = 3
"""From so many accusers on a claim is one of a coalition."""


def mark_allied(sentence: Sentence, drafts: list[Draft], pack: Pack) -> None:
    """Mark the drafts that are said together with unnamed allies, who stand before the verb."""
    words = pack.phrases.allied_words
    places = [
        phrase.last
        for p, phrase in enumerate(sentence.phrases)
        if phrase.head in words and _beside_accuser(sentence, p)
    ]
    if not places:
        return
    for draft in drafts:
        if draft.claimants and places[0] < draft.atom:
            draft.allied = True


def _beside_accuser(sentence: Sentence, p: int) -> bool:
    """Whether the allies stand right after a state or bloc, as its own or together with it."""
    if not p or sentence.phrases[p - 1].kind not in _ACCUSERS:
        return False
    between = range(sentence.phrases[p - 1].last + 1, sentence.phrases[p].first)
    verbs = {sentence.verb_at[i] for i in between if sentence.verb_at[i] >= 0}
    return all(sentence.verbs[v].participle for v in verbs)


_ACCUSERS = frozenset({"state", "bloc", "government"})


def name_allies(drafts: list[Draft]) -> None:
    """Give what unnamed allies say to those whom the text names as accusers of the same."""
    allied = [d for d in drafts if d.allied and d.claimants]
    if not allied:
        return
    accusers: dict[str, dict[str, Reference]] = {}
    for draft in drafts:
        if draft.predicate is Predicate.ATTRIBUTED_TO and draft.polarity is Polarity.AFFIRMED:
            said = accusers.setdefault(draft.subject.id, {})
            for claimant in draft.claimants or ():
                if claimant.type in _MEMBERS:
                    said.setdefault(claimant.id, claimant)
    incident = max(accusers, key=lambda i: len(accusers[i]), default="")
    coalition = accusers.get(incident, {})
    if len(coalition) < _FEW:
        return
    accused = {
        d.object.id
        for d in drafts
        if d.predicate is Predicate.ATTRIBUTED_TO and d.object and d.subject.id == incident
    }
    for draft in allied:
        own = draft.claimants or ()
        same = draft.subject.id == incident or (draft.object and draft.object.id in accused)
        if same and all(c.id in coalition for c in own):
            new = [r for i, r in coalition.items() if i not in {c.id for c in own}]
            draft.claimants = (*own, *new)
