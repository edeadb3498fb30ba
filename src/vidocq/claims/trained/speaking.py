"""Whose words a document may tell, as far as it shows as a whole: who speaks in any sentence, who is listed with others, who published it.

A report names its sources once, often far from what they say: an advisory lists its authors at its end, a news story says in its
last paragraph which allies joined. Input: the sentences of a document; output: its parties with where they speak and stand, from
which `vidocq.claims.trained.mentioned` gives each sentence those that it does not name (`vidocq.claims.discourse.voices`). What they say is learnt
(`vidocq.claims.trained.claimants`).
"""

from __future__ import annotations

from collections.abc import Sequence

from vidocq.claims.discourse.memory import Memory, set_apart
from vidocq.claims.discourse.voices import Place, Voice
from vidocq.claims.speech.speakers import is_outlet, speak
from vidocq.claims.speech.voice import publisher_of
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.model import Document, EntityType, Reference

_SPEAKS = frozenset({"say", "deny", "accuse", "condemn", "endorse", "join", "reproach"})
"""Frames of verbs whose subject says something of an attack."""
_LISTED = 3
"""From so many parties on a list is one of those who may speak together."""
_MOST = 24
"""Of more parties the first are known."""
_TYPES = frozenset(
    {EntityType.STATE, EntityType.BLOC, EntityType.AGENCY}
    | {EntityType.COMPANY, EntityType.ORGANISATION, EntityType.PERSON, EntityType.GROUP}
)
_KINDS = frozenset({"state", "bloc", "agency", "company", "organisation", "government", "office"})


def voices_of(document: Document, memory: Memory, sentences: Sequence[Sentence]) -> list[Voice]:
    """The parties of a document that speak somewhere, stand in a list of parties, or published it. ``memory``: of what is known
    before its first sentence; it stays as it is."""
    found: dict[str, Voice] = {}
    memory = set_apart(memory)

    def voice(reference: Reference) -> Voice | None:
        known = found.get(reference.id)
        if known is None and len(found) < _MOST and reference.type in _TYPES:
            if is_outlet(reference):
                return None
            known = found[reference.id] = Voice(reference)
        return known

    def voices(place: Place) -> list[Voice]:
        heard = [voice(reference) for reference in speak(*place, memory)]
        return [one for one in heard if one is not None]

    own = publisher_of(document)
    if own is not None:
        published = voice(own)
        if published is not None:
            published.publisher = True
    for number, sentence in enumerate(sentences):
        speaking, acting = _subjects(sentence)
        for p in speaking:
            for one in voices((sentence, p)):
                one.speaks.append((number, (sentence, p)))
        for p in acting:
            for one in voices((sentence, p)):
                one.acts.append((number, (sentence, p)))
        for p in _lists(sentence):
            for one in voices((sentence, p)):
                one.listed.append((number, (sentence, p)))
    return [*found.values()]


def _subjects(sentence: Sentence) -> tuple[list[int], list[int]]:
    """The subjects of verbs of speech, and the parties that are subjects of others."""
    speaking: list[int] = []
    acting: list[int] = []
    for v, dependency in enumerate(dependencies(sentence)):
        for p in dependency.subjects[:1]:
            if not _SPEAKS.isdisjoint(sentence.verbs[v].frames):
                speaking.append(p)
            elif sentence.phrases[p].kind in _KINDS:
                acting.append(p)
    return speaking, acting


def _lists(sentence: Sentence) -> list[int]:
    """The first phrases of lists of parties."""
    found: list[int] = []
    for p, phrase in enumerate(sentence.phrases):
        if sentence.joined[p] == p and phrase.kind in _KINDS and sentence.next_in_list[p] >= 0:
            listed = members(sentence, p)
            if sum(sentence.phrases[q].kind in _KINDS for q in listed) >= _LISTED:
                found.append(p)
    return found
