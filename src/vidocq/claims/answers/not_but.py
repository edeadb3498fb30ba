"""Not X but Y, X and not Y: "It was not Russia that hacked Sony but North Korea", "by Russia and not by North Korea".

A cleft with a negated "be" clears the one it names of what its relative clause tells; who stands after "but" did it.
A "not" between two culprits clears the second.
"""

from __future__ import annotations

from dataclasses import replace

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.dependencies import Kind, dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag
from vidocq.model import Polarity, Predicate

_CULPRITS = frozenset({"state", "agency", "group", "actor", "government", "service", "person"})


def not_but(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Deny what a negated cleft clears somebody of, and lay it to who stands after "but"."""
    cleared = _cleared(sentence) if drafts else None
    if cleared is None:
        return drafts
    p, v = cleared
    one = refer(sentence, p, context.memory)
    if one is None:
        return drafts
    found: list[Draft] = []
    doers: set[str] = set()
    for draft in drafts:
        found.append(draft)
        if draft.predicate is not Predicate.ATTRIBUTED_TO or draft.object is None:
            continue
        if draft.object.id != one.id or draft.polarity is Polarity.DENIED:
            continue
        draft.polarity, draft.likelihood = Polarity.DENIED, None
        other = _but(sentence, sentence.verbs[v].last)
        culprit = refer(sentence, other, context.memory) if other is not None else None
        if culprit is not None:
            doers.add(culprit.id)
            found.append(replace(draft, object=culprit, polarity=Polarity.AFFIRMED, rule="not but"))
    # "the hack of Sony | but | North Korea" is no list of victims.
    return [d for d in found if d.predicate is not Predicate.TARGETS or _id(d) not in doers]


def and_not(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Deny of the second of two culprits what is said of the first: "the work of X, | and not of | Y"."""
    if not sentence.tags & Tag.NEGATION:
        return drafts
    for i, atom in enumerate(sentence.atoms):
        if not atom.tags & Tag.NEGATION or sentence.verb_at[i] >= 0:
            continue
        p, q = _before(sentence, i), _after(sentence, i)
        if p is None or q is None:
            continue
        one, other = refer(sentence, p, context.memory), refer(sentence, q, context.memory)
        if one is None or other is None or one.id == other.id:
            continue
        told = [
            d
            for d in drafts
            if d.predicate is Predicate.ATTRIBUTED_TO and d.object is not None and _id(d) == one.id
        ]
        drafts = [d for d in drafts if _id(d) != other.id or not told]
        drafts += [
            replace(d, object=other, polarity=Polarity.DENIED, likelihood=None, rule="and not")
            for d in told
            if d.polarity is Polarity.AFFIRMED
        ]
    return drafts


def _before(sentence: Sentence, i: int) -> int | None:
    """The culprit right before atom ``i``, a comma and a conjunction perhaps between."""
    for k in range(i - 1, max(i - _NEAR, -1), -1):
        p = sentence.phrase_at[k]
        if p >= 0:
            return p if sentence.phrases[p].kind in _CULPRITS else None
        atom = sentence.atoms[k]
        if atom.key != "," and not atom.tags & (Tag.CONJUNCTION | Tag.ADVERB):
            return None
    return None


def _after(sentence: Sentence, i: int) -> int | None:
    """The culprit right after atom ``i``, over prepositions and articles."""
    for k in range(i + 1, min(i + _NEAR, len(sentence.atoms))):
        q = sentence.phrase_at[k]
        if q >= 0:
            return q if sentence.phrases[q].kind in _CULPRITS else None
        atom = sentence.atoms[k]
        if atom.is_word and not atom.tags & (Tag.PREPOSITION | Tag.DETERMINER):
            return None
    return None


_NEAR = 5


def _id(draft: Draft) -> str:
    return draft.object.id if draft.object is not None else ""


def _cleared(sentence: Sentence) -> tuple[int, int] | None:
    """The phrase that a negated "be" sets before a relative clause, and the verb of that clause."""
    for v, row in enumerate(dependencies(sentence)):
        if row.kind is not Kind.RELATIVE or row.governor is None or not row.subjects:
            continue
        be = sentence.verbs[row.governor]
        p = row.subjects[0]
        if (
            be.copula
            and be.negated
            and sentence.phrases[p].kind in _CULPRITS
            and be.last < sentence.phrases[p].first < sentence.verbs[v].first
        ):
            return p, v
    return None


def _but(sentence: Sentence, last: int) -> int | None:
    """The culprit right after a "but" that follows atom ``last``."""
    for i in range(last + 1, len(sentence.atoms) - 1):
        atom = sentence.atoms[i]
        if atom.tags & Tag.COORDINATOR and not atom.tags & Tag.CONJUNCTION:
            for k in (i + 1, i + 2):
                q = sentence.phrase_at[k] if k < len(sentence.atoms) else -1
                if q >= 0:
                    return q if sentence.phrases[q].kind in _CULPRITS else None
    return None
