"""The charged by their names, in sentences after the one that only counts them.

"Three men were charged on Monday. A, B and C broke into …": as many names as there were people charged are theirs.
"According to the indictment, A accessed the networks …": whom prosecutors say to have done an attack, they charge.
"""

from __future__ import annotations

from dataclasses import replace

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.unlisted_names import person_of
from vidocq.claims.syntax.layout import Sentence, leader, members
from vidocq.language.pack import Pack
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Polarity, Predicate, Reference

_ACTS = frozenset({Predicate.INDICTS, Predicate.SANCTIONS, Predicate.ARRESTS})
_DEEDS = frozenset({Predicate.TARGETS, Predicate.USES, Predicate.EXPLOITS})
_SEVERAL = 2
RULE = "charged by name"


def keep_acts(context: Context, drafts: list[Draft]) -> None:
    """Remember the acts that fell on people without names."""
    context.acts += [
        draft
        for draft in drafts
        if draft.predicate in _ACTS
        and draft.polarity is not Polarity.DENIED
        and draft.object is not None
        and draft.object.type is EntityType.UNNAMED_ACTOR
    ]


def name_the_charged(context: Context, sentence: Sentence) -> list[Reference]:
    """The persons whom a sentence names as subjects, as many as were charged before; their phrases are marked."""
    if not sentence.verbs:
        return []
    numbers = {
        int(draft.count.value) for draft in context.acts if draft.count and not draft.replaced
    }
    if not numbers or "name" not in sentence.kinds:
        return []
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first > sentence.verbs[0].first:
            break
        if leader(sentence, p) != p or phrase.prep is not None:
            continue
        listed = members(sentence, p)
        if len(listed) < _SEVERAL or len(listed) not in numbers:
            continue
        if all(_may_be_person(sentence.phrases[q], sentence, context.pack) for q in listed):
            for q in listed:
                sentence.phrases[q].descriptor = "persons"
            return [person_of(sentence, q, context.memory) for q in listed]
    return []


def _may_be_person(phrase: Phrase, sentence: Sentence, pack: Pack) -> bool:
    """Whether a name that no list has has a first name and nothing that says it is a firm's or an official's."""
    if phrase.kind != "name" or " " not in phrase.text:
        return False
    if phrase.descriptor not in (None, "persons"):
        return False
    atoms = sentence.atoms[phrase.first : phrase.last + 1]
    return not any(atom.key in pack.phrases.firm_words for atom in atoms)


def charged_by_name(
    context: Context, sentence: Sentence, drafts: list[Draft], named: list[Reference]
) -> list[Draft]:
    """The acts on those ``named``, and the charges against whom prosecutors say to have done it."""
    found = acts_on(context, named) if named else []
    if not context.memory.prosecutors or not any(
        d.predicate is Predicate.INDICTS for d in (*context.acts, *drafts)
    ):
        return found
    prosecutors = {p.id for p in context.memory.prosecutors}
    charged = {d.object.id for d in (*drafts, *found) if d.predicate in _ACTS and d.object}
    for draft in drafts:
        doer = _doer(draft)
        if doer is None or doer.id in charged or draft.polarity is Polarity.DENIED:
            continue
        by = next((c for c in draft.claimants or () if c.id in prosecutors), None)
        if by is None:
            continue
        charged.add(doer.id)
        authority = Reference(by.type, by.text, by.id)
        found.append(Draft(Predicate.INDICTS, authority, doer, context.number, draft.atom, RULE))
    return found


def acts_on(context: Context, named: list[Reference]) -> list[Draft]:
    """The acts on people without names, said of each of ``named``; replaced where they are all of them."""
    found: list[Draft] = []
    for draft in context.acts:
        several = int(draft.count.value) if draft.count else 0
        if draft.replaced or (several and several < len(named)):
            continue
        for reference in named:
            found.append(replace(draft, object=reference, sentence=context.number, count=None))
        draft.replaced = not several or several == len(named)
    return found


def _doer(draft: Draft) -> Reference | None:
    """The person who is said to have done what a draft tells."""
    who = draft.object if draft.predicate is Predicate.ATTRIBUTED_TO else None
    if draft.predicate in _DEEDS:
        who = draft.subject
    return who if who is not None and who.type is EntityType.PERSON else None
