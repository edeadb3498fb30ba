"""On whom an act of state falls: persons, groups, firms and bodies, one by one or by their number."""

from __future__ import annotations

from vidocq.claims.attacks.fill import Filled
from vidocq.claims.discourse.context import Context
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.arguments import passive_subjects
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Predicate, Reference

TARGET_TYPES = {
    Predicate.INDICTS: {
        EntityType.PERSON,
        EntityType.UNNAMED_ACTOR,
        EntityType.GROUP,
        EntityType.AGENCY,
    },
    Predicate.ARRESTS: {EntityType.PERSON, EntityType.UNNAMED_ACTOR, EntityType.GROUP},
    Predicate.SANCTIONS: {
        EntityType.PERSON,
        EntityType.COMPANY,
        EntityType.AGENCY,
        EntityType.GROUP,
        EntityType.STATE,
        EntityType.UNNAMED_ACTOR,
        EntityType.ORGANISATION,
    },
    Predicate.DISRUPTS: {
        EntityType.GROUP,
        EntityType.MALWARE,
        EntityType.OTHER,
        EntityType.UNNAMED_ACTOR,
    },
    Predicate.CONDEMNS: {
        EntityType.INCIDENT,
        EntityType.STATE,
        EntityType.GROUP,
        EntityType.AGENCY,
    },
    Predicate.RESPONDS: {EntityType.STATE, EntityType.INCIDENT},
}


_PEOPLE = frozenset({"persons", "actor", "person", "name", "group"})
_ACTED_ON = frozenset({EntityType.PERSON, EntityType.UNNAMED_ACTOR, EntityType.GROUP})


def charged_phrase(sentence: Sentence, filled: Filled, p: int) -> int:
    """Whom a charge or arrest means where a body stands nearest: "nationals working with | the MSS | charged"."""
    if filled.frame not in ("indict", "arrest") or sentence.phrases[p].kind in _PEOPLE:
        return p
    people = (
        q for q in passive_subjects(sentence, filled.verb) if sentence.phrases[q].kind in _PEOPLE
    )
    return next(people, p) if filled.passive else p


def act_targets(
    context: Context, sentence: Sentence, p: int, predicate: Predicate
) -> list[tuple[Reference, int | None]]:
    """Persons, groups or bodies that an act falls on; the phrase number gives the count."""
    found: list[tuple[Reference, int | None]] = []
    listed = members(sentence, p)
    together = _counted_together(sentence, listed)
    if together is not None:
        return [(together, listed[0])]
    if predicate is not Predicate.DISRUPTS:
        listed = listed + _beyond(sentence, listed[-1])
    named = [r for m in listed for r in sentence.same.get(m, [m])]
    for q in dict.fromkeys(r for m in named for r in sentence.same.get(m, [m])):
        reference = party(context, sentence, q)
        if reference is not None and reference.type in TARGET_TYPES[predicate]:
            found.append((reference, q))
    return found


def _beyond(sentence: Sentence, last: int) -> list[int]:
    """Who else an act falls on, over what describes the one before: "X, a firm in Y, | as well as | two men, A and B"."""
    found: list[int] = []
    known = set(sentence.same.get(last, [last]))
    joined = False
    i = sentence.phrases[last].last + 1
    while i < len(sentence.atoms):
        q = sentence.phrase_at[i]
        atom = sentence.atoms[i]
        if q < 0:
            if sentence.verb_at[i] >= 0 or atom.key in _ENDS or atom.tags & _CLAUSES:
                break
            joined = joined or bool(atom.tags & Tag.CONJUNCTION)
            i += 1
            continue
        phrase = sentence.phrases[q]
        if (
            q not in known
            and joined
            and phrase.kind in _JOINED
            and phrase.prep in (None, _prep(sentence, last))
        ):
            new = sentence.same.get(q, [q])
            found.append(q)
            known.update((q, *new))
            joined = False
        i = phrase.last + 1
    return found


def _prep(sentence: Sentence, p: int) -> str | None:
    return sentence.phrases[p].prep


_ENDS = (";", ":", "–", "—")
_CLAUSES = Tag.RELATIVE | Tag.COMPLEMENTISER | Tag.SUBORDINATOR
_JOINED = frozenset({"persons", "actor", "unit"})


def _counted_together(sentence: Sentence, listed: list[int]) -> Reference | None:
    """People that one number counts: "32 entities and individuals"."""
    if len(listed) != _PAIR:
        return None
    first, second = (sentence.phrases[q] for q in listed)
    if first.number is None or second.number is not None or second.determined:
        return None
    if first.kind not in _COUNTED or second.kind not in _COUNTED:
        return None
    words = sentence.text[first.start : second.end]
    return Reference(EntityType.UNNAMED_ACTOR, words, "unnamed-actor:" + slug(words))


_PAIR = 2
_COUNTED = frozenset({"persons", "unit", "company", "organisation", "sector"})


def party(context: Context, sentence: Sentence, q: int) -> Reference | None:
    phrase = sentence.phrases[q]
    if phrase.kind == "pronoun":
        # "charged him", "he is charged": the person spoken of last.
        personal = phrase.head in sentence.pack.cues.personal_pronouns
        return context.memory.last_actor(_ACTED_ON) if personal else None
    if phrase.kind == "name":
        return _named(context, sentence, q, phrase)
    if phrase.kind == "sector" and phrase.entity == "sector:individuals":
        return Reference(
            EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
        )
    if phrase.number is not None and phrase.head in sentence.pack.cues.counted_bodies:
        return Reference(EntityType.ORGANISATION, phrase.text, "organisation:" + slug(phrase.text))
    if phrase.kind in ("unit", "office") and phrase.number is not None:
        return Reference(
            EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
        )
    reference = refer(sentence, q, context.memory)
    if reference is not None and reference.type is EntityType.UNNAMED_ACTOR:
        return _charged_before(context, phrase, reference)
    return reference


def _charged_before(context: Context, phrase: Phrase, reference: Reference) -> Reference:
    """One set of people under all its descriptions: "six officers", "six Russian spies", "the defendants"."""
    charged = context.memory.charged
    if phrase.number is not None:
        return charged.setdefault(phrase.number[0], reference)
    if charged and phrase.determined and not phrase.indefinite and not phrase.marks:
        return next(reversed(charged.values()))
    return reference


def _named(context: Context, sentence: Sentence, q: int, phrase: Phrase) -> Reference | None:
    """A name that no list has: of several words a person's, unless a word for firms stands with it."""
    reference = refer(sentence, q, context.memory)
    if (
        reference is not None
        and reference.type is EntityType.COMPANY
        and " " in phrase.text
        and phrase.descriptor not in ("company", "organisation")
    ):
        return Reference(EntityType.PERSON, phrase.text, "person:" + reference.id.partition(":")[2])
    return reference
