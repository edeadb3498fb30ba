"""The country that a phrase belongs to: "Finnish", "Finland's", "of Finland", "the country", or that of its id."""

from __future__ import annotations

from functools import cache

from vidocq.claims.syntax.layout import Sentence, attached, of_child
from vidocq.knowledge.all_names import demonyms
from vidocq.knowledge.facts import country_of
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase, StateMark


def country_mark(sentence: Sentence, p: int) -> StateMark | None:
    """The country that a phrase belongs to: its demonym, its possessor, or "of"/"in" and a state."""
    phrase = sentence.phrases[p]
    for mark in phrase.marks:
        if mark.type == "state" and mark.how != "leaning":
            return mark
    if phrase.owner is not None:
        owner = sentence.phrases[phrase.owner]
        if owner.kind == "state" and owner.entity:
            return StateMark(owner.entity, "state", f"{owner.start}:{owner.end}", "name")
        if means_country(sentence, owner):
            return country_meant(sentence, phrase.owner)
        found = country_mark(sentence, phrase.owner)
        if found is not None:
            return found
    if phrase.own and phrase.kind in ("organisation", "company", "agency", "government"):
        # "New Zealand said that its parliament …": the country of the subject.
        for q in range(p):
            other = sentence.phrases[q]
            if other.kind == "state" and other.entity and other.prep is None:
                return StateMark(other.entity, "state", f"{other.start}:{other.end}", "name")
            code = country_code(other.entity) if other.prep is None else None
            own = country_mark(sentence, q) if other.kind in ("office", "government") else None
            if code is not None and other.kind == "agency":
                return StateMark(f"state:{code}", "state", f"{other.start}:{other.end}", "name")
            if own is not None and other.prep is None:
                return own
    for q in attached(sentence, p, sentence.pack.relations.seats, reach=1):
        other = sentence.phrases[q]
        if other.kind == "state" and other.entity and q == p + 1 and _adjoins(sentence, p, q):
            return StateMark(other.entity, "state", f"{other.start}:{other.end}", "name")
    child = of_child(sentence, p)
    if child is not None and sentence.phrases[child].kind != "state":
        for mark in sentence.phrases[child].marks:
            if mark.type == "state" and mark.how != "leaning":
                return mark
    return None


def _adjoins(sentence: Sentence, p: int, q: int) -> bool:
    """Whether only small words part two phrases: not "parlementaires | critiques de | Pékin"."""
    between = sentence.atoms[sentence.phrases[p].last + 1 : sentence.phrases[q].first]
    return all(a.tags & (Tag.PREPOSITION | Tag.DETERMINER) or not a.is_word for a in between)


def means_country(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is "the country": one that the text has named."""
    one = phrase.determined and not phrase.indefinite and not phrase.plural
    return phrase.kind == "unit" and phrase.head in sentence.pack.cues.countries and one


def country_meant(sentence: Sentence, p: int) -> StateMark | None:
    """The state that "the country" at ``p`` means: the first of its sentence that is not the actors' own."""
    for q in range(p):
        other = sentence.phrases[q]
        if other.kind in ("actor", "group") or sentence.phrases[q].owner is not None:
            continue
        if q and other.prep is not None and sentence.phrases[q - 1].kind in ("actor", "group"):
            continue  # "hackers believed to work | for the Peruvian government"
        if other.kind == "state" and other.entity:
            return StateMark(other.entity, "state", f"{other.start}:{other.end}", "name")
        mark = country_mark(sentence, q)
        if mark is not None and mark.type == "state":
            return mark
        code = country_code(other.entity) if other.kind == "agency" else None
        if code is not None:
            # "the Norwegian police told of a raid on | the country's | parliament"
            return StateMark(f"state:{code}", "state", f"{other.start}:{other.end}", "name")
    return None


def country_code(entity: str | None) -> str | None:
    """ISO code behind an id, as far as the knowledge files or the id tell it."""
    if not entity:
        return None
    if entity.startswith("state:"):
        return entity[6:]
    known = country_of(entity)
    kind, _, name = entity.partition(":")
    code, dash, _ = name.partition("-")
    if known is None and kind == "organisation" and dash and f"state:{code.upper()}" in _states():
        return code.upper()  # "the Iranian mission" → organisation:ir-mission
    return known


@cache
def _states() -> frozenset[str]:
    return frozenset(demonyms().values())
