"""Who cannot be meant as the author of an attack or as a victim of its own, whatever the words about him look like.

Who charges, arrests or takes servers down did not attack; whose records were read did not read them; an operation by which police
take a band down is no band; and the town in the name of a body that was hit is no second victim.
"""

from __future__ import annotations

from vidocq.claims.draft import Draft
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, verb_of_word
from vidocq.claims.syntax.verbs import VerbGroup
from vidocq.model import EntityType, Predicate

_ACTS = frozenset({"indict", "arrest", "sanction", "disrupt"})
_POLICED = frozenset({Predicate.DISRUPTS, Predicate.ARRESTS, Predicate.INDICTS})
_THINGS = frozenset({"asset", "unit"})
_TOWNS = frozenset({EntityType.COMPANY, EntityType.ORGANISATION, EntityType.PLACE})


def without_other_parts(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without proposed authors that act for the law or own what was hit, and victims within a name."""
    if not any(d.proposed for d in drafts):
        return drafts
    return [d for d in drafts if not (d.proposed and _has_other_part(sentence, d))]


def _has_other_part(sentence: Sentence, draft: Draft) -> bool:
    p = sentence.phrase_at[draft.atom] if draft.atom < len(sentence.phrase_at) else -1
    if p < 0 or draft.origin == "memory" or draft.object is None:
        return False
    if draft.predicate is Predicate.ATTRIBUTED_TO:
        return _acts_for_law(sentence, p) or _owns_what_was_hit(sentence, p)
    return draft.predicate is Predicate.TARGETS and _in_name(sentence, p, draft)


def _acts_for_law(sentence: Sentence, p: int) -> bool:
    """Whether a phrase is who charges or arrests somebody else: "Rob Lane | charged | Ivan Petrov"."""
    for v, dependency in enumerate(dependencies(sentence)):
        verb = sentence.verbs[v]
        if p in dependency.subjects[:1] and not verb.passive and not verb.frames.isdisjoint(_ACTS):
            return any(q != p for q in dependency.objects)
    return False


def _owns_what_was_hit(sentence: Sentence, p: int) -> bool:
    """Whether a phrase is whose things a passive tells of: "students' | records | were read"."""
    phrases = sentence.phrases
    if p + 1 >= len(phrases) or phrases[p + 1].owner != p or phrases[p + 1].kind not in _THINGS:
        return False
    return any(
        p + 1 in dependency.subjects[:1] and sentence.verbs[v].passive
        for v, dependency in enumerate(dependencies(sentence))
    )


def _in_name(sentence: Sentence, p: int, draft: Draft) -> bool:
    """Whether a phrase is the town in the name of the body before it: "the city of | Oakvale"."""
    phrase = sentence.phrases[p]
    before = sentence.phrases[p - 1] if p else None
    return (
        before is not None
        and draft.object is not None
        and draft.object.type in _TOWNS
        and phrase.prep in sentence.pack.relations.of
        and before.kind == "organisation"
        and before.entity is None
        and before.head in {w.lower() for w in sentence.pack.cues.bodies_of_towns}
        and phrase.first - before.last <= _LINK
    )


_LINK = 2
"""Words from a body to its town: "city | of | Oakvale"."""


def without_leaders(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without who leads a body that deals with attacks: "the working group on ransomware, | led | by the ministry"."""
    if sentence.pack.cues.leading.isdisjoint([w for verb in sentence.verbs for w in verb.lemmas]):
        return drafts
    return [
        d
        for d in drafts
        if d.predicate is not Predicate.ATTRIBUTED_TO or not _leads_body(sentence, d.atom)
    ]


def _leads_body(sentence: Sentence, atom: int) -> bool:
    """Whether the word is a verb of leading, said of a body whose subject the attacks before it are."""
    verb = _verb_at(sentence, atom)
    if verb is None or verb.lemmas.isdisjoint(sentence.pack.cues.leading):
        return False
    before = [phrase for phrase in sentence.phrases if phrase.last < verb.first]
    if not before[1:]:
        return False
    body, matter = before[-2:]
    return (
        matter.prep is not None
        and matter.kind in _MATTERS
        and body.kind in _BODIES
        and matter.first - body.last <= _LINK + 1
    )


def _verb_at(sentence: Sentence, atom: int) -> VerbGroup | None:
    """The verb that a word is of."""
    v = verb_of_word(sentence, atom)
    return sentence.verbs[v] if v >= 0 else None


_BODIES = frozenset({"thing", "organisation", "unit", "statement"})
_MATTERS = frozenset({"attack", "incident", "deed", "technique", "malware"})


def without_others_deeds(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without deeds of whom it does not name: "nations | that | harbor criminals", "those | that | attacked X"."""
    return [
        d for d in drafts if d.predicate not in _BY_SOMEBODY or not _of_others(sentence, d.atom)
    ]


_BY_SOMEBODY = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})


def _of_others(sentence: Sentence, atom: int) -> bool:
    """Whether the word is an active verb whose subject is a relative pronoun for several who are not said to be anybody."""
    verb = _verb_at(sentence, atom)
    if verb is None or not verb.relative or verb.passive:
        return False
    r = verb.relative
    if any(sentence.phrase_at[i] >= 0 for i in range(r + 1, verb.first)):
        return False  # "the man | whom | the FBI accused": the pronoun is the object.
    q = sentence.phrase_at[r - 1]
    if q < 0:
        return sentence.atoms[r - 1].key in sentence.pack.cues.those
    phrase = sentence.phrases[q]
    return phrase.kind in _NOBODIES and phrase.plural and not phrase.determined and not phrase.names


_NOBODIES = frozenset({"thing", "unit"})


def without_operations(drafts: list[Draft], words: frozenset[str]) -> list[Draft]:
    """The drafts of a text without operations of the police as authors, and what these are said to have hit."""
    if not any(d.predicate in _POLICED for d in drafts):
        return drafts
    theirs = {
        d.subject.id
        for d in drafts
        if d.predicate is Predicate.ATTRIBUTED_TO
        and d.object is not None
        and d.object.text[:1].isupper()
        and d.object.text.split(" ")[0].lower() in words
    }
    authored = (Predicate.ATTRIBUTED_TO, Predicate.AFFECTS, Predicate.TARGETS)
    return [d for d in drafts if d.subject.id not in theirs or d.predicate not in authored]
