"""What the incidents of a document are called: by whom they hit, and the year (claim guide: "a short name + year").

While a document is read an incident is known by the words that it was first told with ("read what seven thousand users"),
for who was hit may be said later. Last of all it gets the name under which a person would look for it: the landmark's, else
that of whoever was hit ("incident:kadokawa-2024"), else that of its malware. Input: the drafts of a document, dated; their
references are changed. Two incidents that come to bear one name are one: an attack on one body in one year.
"""

from __future__ import annotations

import re
from collections import Counter

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.proposing import verb_of, words_of_attack
from vidocq.knowledge.facts import entity_label
from vidocq.knowledge.incidents import incident_for, landmarks
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Polarity, Predicate, Reference

_RANKS: tuple[tuple[Predicate, frozenset[EntityType]], ...] = (
    (
        Predicate.TARGETS,
        frozenset({EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY}),
    ),
    (Predicate.TARGETS, frozenset({EntityType.PRODUCT})),
    (Predicate.TARGETS, frozenset({EntityType.STATE})),
    (Predicate.USES, frozenset({EntityType.MALWARE})),
    (Predicate.TARGETS, frozenset({EntityType.PLACE, EntityType.PERSON})),
)
"""After what an incident is called, the best first: what the draft says, and the types of its object."""
_COUNTRY = re.compile(r"^[a-z]{2}-(?=.)")
_YEAR = re.compile(r"-((?:19|20)\d\d)$")


def name_incidents(context: Context, sentences: list[Sentence], drafts: list[Draft]) -> None:
    """Give each incident of the drafts the id of its name and year; landmarks keep theirs. One for which the text has no noun
    is called by the words that tell whom it hit."""
    own: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.subject.type is EntityType.INCIDENT and draft.subject.id not in landmarks():
            own.setdefault(draft.subject.id, []).append(draft)
    called: dict[str, Reference] = {}
    for incident, told in own.items():
        found = _hit(context, told)
        if found is None:
            continue
        hit, number = found
        name, year = _short(hit), _year_of(context, incident, told)
        entity = f"incident:{name}-{year}" if year else f"incident:{name}"
        entity = _landmark(hit, year, dated=any(d.event_time for d in told)) or entity
        text = _words(sentences[number], hit) if told[0].unnamed else ""
        called[incident] = Reference(EntityType.INCIDENT, text or told[0].subject.text, entity)
    for draft in drafts:
        draft.subject = _called(draft.subject, called)
        if draft.object is not None:
            draft.object = _called(draft.object, called)


def _called(reference: Reference, called: dict[str, Reference]) -> Reference:
    return called.get(reference.id, reference)


def _hit(context: Context, told: list[Draft]) -> tuple[Reference, int] | None:
    """After whom or what an incident is called, and the sentence that tells it: of the best rank what the document names most
    often, where that is told most surely, the first of equals."""
    for predicate, types in _RANKS:
        fitting = [
            (draft.object, draft.sentence, draft.surety)
            for draft in told
            if draft.predicate is predicate
            and draft.polarity is Polarity.AFFIRMED
            and draft.object is not None
            and draft.object.type in types
        ]
        if fitting:
            hit, sentence, _ = max(fitting, key=lambda f: (context.named.get(f[0].id, 0), f[2]))
            return hit, sentence
    return None


def _landmark(hit: Reference, year: str | None, *, dated: bool) -> str | None:
    """The landmark that an attack on somebody is, of its very year where the text dates it, else of the report's or the one before."""
    if hit.type not in _KNOWN_BY_VICTIM:
        return None
    return incident_for(hit.text, int(year) if year else None, near=0 if dated else 1)


_KNOWN_BY_VICTIM = frozenset(
    {*(EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY), EntityType.PRODUCT}
)


def _words(sentence: Sentence, hit: Reference) -> str:
    """The words of a sentence that tell of an attack on somebody; none where it does not name them."""
    for p, phrase in enumerate(sentence.phrases):
        if hit.text in sentence.text[phrase.start : phrase.end]:
            text = words_of_attack(sentence, p, phrase.last, verb_of(sentence, p, phrase.last))
            return text if hit.text in text else ""
    return ""


def _short(hit: Reference) -> str:
    """An entity's name as part of an id."""
    name = hit.id.partition(":")[2]
    if hit.type is EntityType.STATE:
        return slug(entity_label(hit.id))
    if hit.type is EntityType.ORGANISATION:
        return _COUNTRY.sub("", name, count=1)
    return name


def _year_of(context: Context, incident: str, told: list[Draft]) -> str | None:
    """The year of most of its dates, else that of the words it was told with, else that of the report."""
    years = Counter([draft.event_time[:4] for draft in told if draft.event_time])
    if years:
        return years.most_common(1)[0][0]
    written = _YEAR.search(incident)
    if written is not None:
        return written[1]
    return context.published[:4] if context.published else None
