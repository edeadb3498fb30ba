"""Incidents: which event a phrase means.

One incident keeps one id through a document: landmark names resolve to the id of the knowledge files, bare forms
("the attack", "ce piratage") to the event spoken of last.
"""

from __future__ import annotations

import re

from vidocq.claims.attacks.event_parts import EventParts
from vidocq.claims.background.other_events import is_another
from vidocq.claims.discourse.memory import Event, Memory
from vidocq.claims.syntax.layout import Sentence
from vidocq.knowledge.incidents import incident_for
from vidocq.language.tags import Tag
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference

_YEAR = re.compile(r"\b(?:19[89]|20[0-4])\d\b")
_DATED = 5
"""Words after an attack within which its date ends."""


def resolve_event(
    sentence: Sentence, p: int, parts: EventParts, memory: Memory, year: str | None, number: int
) -> Reference:
    """The incident that phrase ``p`` means in this document, remembered for later sentences."""
    phrase = sentence.phrases[p]
    memory.event_sentence = number
    dated = own_year(sentence, p)
    year = dated or year
    landmark = landmark_of(
        parts.anchors, year, phrase.entity if phrase.kind == "incident" else None
    )
    text = _event_text(sentence, p, parts)
    if landmark is not None:
        known = next((e for e in memory.events if e.reference.id == landmark), None)
        if known is None:
            known = Event(
                Reference(EntityType.INCIDENT, text, landmark), parts.anchors, year, number
            )
        else:
            memory.events.remove(known)
            known.anchors |= parts.anchors
        memory.events.append(known)
        return known.reference
    other = is_another(sentence, p)
    generic = not other and (
        not parts.anchors and not parts.victims and not parts.author_marks and phrase.owner is None
    )
    anaphoric = phrase.determined and not phrase.indefinite
    if (
        generic
        and (anaphoric or phrase.weak)
        and not phrase.indefinite
        and memory.events
        and not (phrase.plural and not phrase.demonstrative and not phrase.determined)
    ):
        of_year = [e for e in memory.events if dated in (None, e.year or dated)]
        if of_year:
            return of_year[-1].reference  # not "the 2021 attack" for one of 2010
    authors = frozenset(r.id for r in parts.author_marks) | frozenset(
        e for q in parts.authors if (e := sentence.phrases[q].entity)
    )
    if authors and not other and not parts.victims and not parts.anchors:
        # "X's activities" again: the event of X that has no name of its own, else the last of X.
        own = [e for e in reversed(memory.events) if e.authors & authors]
        unnamed = [e for e in own if not e.anchors]
        if unnamed or (own and anaphoric and phrase.weak):
            return (unnamed or own)[0].reference
    if parts.anchors:
        for event in reversed(memory.events):
            if event.anchors & parts.anchors:
                memory.events.remove(event)
                memory.events.append(event)
                event.anchors |= parts.anchors
                return event.reference
    name = slug(text) or "attack"
    if other:
        name = slug(f"{text} {sentence.start}")  # The word that says so is no part of its phrase.
    reference = Reference(
        EntityType.INCIDENT, text, f"incident:{name}" + (f"-{year}" if year else "")
    )
    event = Event(reference, parts.anchors, year, number, phrase.plural, authors)
    event.other = other
    memory.events.append(event)
    return reference


def own_year(sentence: Sentence, p: int) -> str | None:
    """The year that an attack's own words give it: "the 2014 attack", "la cyberattaque de mai 2021"."""
    phrase = sentence.phrases[p]
    inside = _YEAR.search(phrase.text)
    if inside is not None:
        return inside.group()
    for atom in sentence.atoms[phrase.last + 1 : phrase.last + _DATED]:
        if _YEAR.fullmatch(atom.key):
            return atom.key
        if not atom.tags & (Tag.PREPOSITION | Tag.DATE | Tag.DETERMINER):
            return None
    return None


def _event_text(sentence: Sentence, p: int, parts: EventParts) -> str:
    """The event's words: its noun phrase with the victim that stands right after it."""
    phrase = sentence.phrases[p]
    end = phrase.end
    if parts.victims and parts.victims[0] == p + 1:
        end = sentence.phrases[parts.victims[0]].end
    return sentence.text[phrase.start : end]


def landmark_of(anchors: frozenset[str], year: str | None, named: str | None) -> str | None:
    """The landmark incident that the names and the year tell without doubt."""
    if named is not None:
        return named
    told = {i for a in sorted(anchors) if (i := incident_for(a, int(year) if year else None))}
    return told.pop() if len(told) == 1 else None
