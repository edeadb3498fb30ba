"""Mentions that say nothing though they are of what may speak: the country of a body, the seat of another, many bodies at large."""

from __future__ import annotations

from vidocq.claims.references.countries import country_code
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.mention import Mention
from vidocq.claims.trained.signs_of_speakers import NO_SUBJECT, speaks_as
from vidocq.model import EntityType

_BESIDE = 3
"""Words from the end of a body's name to that of the place where it stands: a preposition, an article."""


def is_crowd(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of many bodies without a name, that no verb has for its subject: "global telecommunications organizations"."""
    phrase = sentence.phrases[mention.phrase] if mention.phrase >= 0 else None
    return (
        phrase is not None
        and mention.reference is not None
        and mention.reference.type in (EntityType.COMPANY, EntityType.ORGANISATION)
        and phrase.plural
        and phrase.kind in ("company", "organisation")
        and phrase.entity is None
        and phrase.text.islower()
        and speaks_as(sentence, mention.phrase) == NO_SUBJECT
    )


def is_of_body(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state only says whose the body named before it is: "the Cyber Security Centre | of the United Kingdom"."""
    p = mention.phrase
    if p < 1 or mention.reference is None or mention.reference.type is not EntityType.STATE:
        return False
    phrase, body = sentence.phrases[p], sentence.phrases[p - 1]
    return (
        phrase.prep in sentence.pack.relations.of
        and body.kind == "agency"
        and body.entity is not None
        and country_code(body.entity) == country_code(mention.reference.id)
    )


def is_seat(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state is only where a body of another stands: "the Chinese embassy | in Belgium"."""
    p = mention.phrase
    reference = mention.reference
    if p < 1 or reference is None or reference.type is not EntityType.STATE:
        return False
    phrase, body = sentence.phrases[p], sentence.phrases[p - 1]
    return (
        phrase.prep in sentence.pack.relations.places
        and phrase.first - body.last <= _BESIDE
        and body.kind in ("agency", "organisation")
        and any(mark.type == "state" and mark.entity != reference.id for mark in body.marks)
    )
