"""Who "they" are, said in a sentence of its own: "Il s'agit de X et de Y", "They were identified as …"; "c'est la Russie".

The first gives names to the persons of whom the sentence before says something: what was said of "two
Russians" is then said of each by name (one claim for each, as the claim guide has it). The second, a cleft
without a relative clause, says who did what was spoken of last.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.reported_speech import find_sources
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.language.compile import load_pack
from vidocq.language.tags import Tag
from vidocq.language.word_table import spell
from vidocq.model import EntityType, Likelihood, Polarity, Predicate, Reference

_NAMES = frozenset({"person", "name", "group"})
_OF_PERSONS = frozenset(
    {Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS, Predicate.ATTRIBUTED_TO}
)
_CULPRITS = frozenset({"state", "agency", "group"})
_OPENING = 12
"""Atoms in which the words that open a sentence of names stand."""
_AFTER = 5
"""Atoms between the copula and the culprit of a cleft."""


def names_given(context: Context, sentence: Sentence, before: list[Draft]) -> list[Draft]:
    """The drafts of the sentence before, with the names that this one gives to their unnamed persons.

    The unnamed ones are marked as replaced (`Draft.replaced`).
    """
    unnamed = [
        draft
        for draft in (*context.acts, *before)
        if draft.predicate in _OF_PERSONS
        and draft.object is not None
        and draft.object.type is EntityType.UNNAMED_ACTOR
        and not draft.replaced
    ]
    unnamed = list({id(draft): draft for draft in unnamed}.values())
    opened = _identifies(context, sentence) if unnamed else None
    if opened is None:
        return []
    named = _named(context, sentence, opened)
    if not named:
        return []
    found: list[Draft] = []
    for draft in unnamed:
        for reference in named:
            copy = replace(draft, object=reference, sentence=context.number)
            copy.count = None
            found.append(copy)
        several = draft.count.value if draft.count else 0
        draft.replaced = several <= len(
            named
        )  # "Among them are A and B" leaves the others unnamed.
    return found


def _identifies(context: Context, sentence: Sentence) -> int | None:
    """The atom after the words that open a sentence of names; None where it is none."""
    if not context.pack.phrases.identifying or sentence.vocabulary.isdisjoint(
        _openers(context.pack.language)
    ):
        return None
    words = [a.key for a in sentence.atoms[:_OPENING]]
    if _openers(context.pack.language).isdisjoint(" ".join(words[:4]).split(" ")):
        return None
    for phrase in context.pack.phrases.identifying:
        wanted = " ".join(phrase.split())
        for first in range(min(4, len(words))):
            for last in range(first + 1, min(first + 9, len(words) + 1)):
                if " ".join(words[first:last]).replace("' ", "'") == wanted:
                    return last
    return None


@cache
def _openers(language: str) -> frozenset[str]:
    """The first token of each set of words that opens a sentence of names ("s'" of "s'agit de")."""
    phrases = load_pack(language).phrases.identifying
    return frozenset(spell(phrase).split(" ")[0] for phrase in phrases)


def _named(context: Context, sentence: Sentence, first: int) -> list[Reference]:
    """The persons and groups that stand from atom ``first`` on, without what describes them."""
    found: list[Reference] = []
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first < first - 1 or phrase.kind not in _NAMES:
            continue
        if phrase.kind == "name" and " " not in phrase.text:
            continue
        reference = refer(sentence, p, context.memory)
        if reference is None:
            continue
        if phrase.kind == "name" and reference.type is EntityType.COMPANY:
            name = reference.id.partition(":")[2]
            reference = Reference(EntityType.PERSON, phrase.text, f"person:{name}")
        if reference not in found:
            found.append(reference)
    return found


def clefts(context: Context, sentence: Sentence) -> list[Draft]:
    """Who did it, in a cleft: "« ce sont les Russes », a dit X", "ça pourrait être la Chine"."""
    openers = context.pack.phrases.cleft_openers
    if not openers or not context.memory.events:
        return []
    for verb in sentence.verbs:
        before = sentence.atoms[verb.first - 1].key if verb.first else ""
        first = sentence.atoms[verb.first].key
        if not verb.copula or verb.negated or not (before in openers or first in openers):
            continue
        p = next((k for k, q in enumerate(sentence.phrases) if q.first > verb.last), None)
        if p is None or sentence.phrases[p].first - verb.last > _AFTER:
            continue
        phrase = sentence.phrases[p]
        after = sentence.atoms[phrase.last + 1] if phrase.last + 1 < len(sentence.atoms) else None
        goes_on = after is not None and after.tags & (
            Tag.RELATIVE | Tag.COMPLEMENTISER | Tag.PREPOSITION
        )
        if phrase.kind not in _CULPRITS or phrase.prep is not None or goes_on:
            continue
        hedged = verb.modal == "possible" or verb.conditional
        said = any(
            s.claimants and s.first <= verb.head <= s.last
            for s in find_sources(sentence, context.memory)
        )
        if not (said or hedged or any(sentence.quoted)):
            continue
        event = context.memory.events[-1].reference
        drafts = []
        for q in members(sentence, p):
            actor = refer(sentence, q, context.memory)
            if actor is not None:
                draft = Draft(
                    Predicate.ATTRIBUTED_TO, event, actor, context.number, verb.head, "cleft"
                )
                draft.likelihood = Likelihood.ROUGHLY_EVEN if hedged else None
                draft.polarity = Polarity.AFFIRMED
                drafts.append(draft)
        return drafts
    return []
