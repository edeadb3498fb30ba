"""Whom a group goes after, told without a verb of attack: "Its targets include A and B", "Victims were located in C".

Reports on a group list its targets by sector and country. The sentences have a noun for those who are hit
("targets", "victims", "affected organizations") and a verb that lists or places ("include", "are", "were located
in"). The group is the possessor, else the one that the report is about or that was spoken of last.
"""

from __future__ import annotations

from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.arguments import obliques, subjects
from vidocq.claims.syntax.layout import Sentence, members, of_child
from vidocq.claims.syntax.listed import onward, places_after
from vidocq.claims.syntax.tense import is_future
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Predicate, Reference

RULE = "victimology"
_LISTED = frozenset(
    {"sector", "state", "place", "company", "organisation", "agency", "bloc", "asset"}
)
_OWN_TYPES = frozenset(
    {EntityType.SECTOR, EntityType.STATE, EntityType.PLACE, EntityType.BLOC, EntityType.AGENCY}
)
_PLACED = frozenset({"state", "place", "sector"})


def victimology_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The targets that a sentence lists, each as a draft of the group's."""
    if sentence.kinds.isdisjoint(_LISTED) or not sentence.verbs:
        return []
    drafts = _targets_in_places(context, sentence) + _among_victims(context, sentence)
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or verb.infinitive or is_future(sentence, v):
            continue
        for p in subjects(sentence, v)[:1]:
            found = _told(context, sentence, p, v)
            group = _whose(context, sentence, p) if found else None
            if group is None:
                continue
            drafts += [
                Draft(
                    Predicate.TARGETS, group, victim, context.number, sentence.phrases[p].last, RULE
                )
                for victim in {r.id: r for r in found}.values()
                if victim.type in _OWN_TYPES or (_is_named(victim) and not _on_a_group(context))
            ]
    return drafts


def _on_a_group(context: Context) -> bool:
    """Whether the report is about one group: bodies that it only describes are no targets there."""
    return context.memory.topic is not None or context.memory.firm is not None


def _among_victims(context: Context, sentence: Sentence) -> list[Draft]:
    """ "Among those affected | were | hospitals and banks", "Parmi les victimes | figurent | …"."""
    opening = next(
        (
            i
            for i, a in enumerate(sentence.atoms[:_OPENING])
            if a.key in context.pack.relations.among
        ),
        None,
    )
    if opening is None:
        return []
    words = context.pack.phrases
    hit = False
    for i in range(opening + 1, min(opening + _REACH, len(sentence.atoms))):
        atom = sentence.atoms[i]
        v = sentence.verb_at[i]
        if atom.key in words.target_participles or atom.key in words.target_nouns:
            hit = True
        elif v >= 0:
            verb = sentence.verbs[v]
            lists = verb.copula or not verb.lemmas.isdisjoint(words.listing_verbs)
            if not hit or not lists or verb.negated or is_future(sentence, v):
                return []
            found = [
                r
                for r in _of_phrases(context, sentence, _before_source(sentence, v), listed=True)
                if r.type in _OWN_TYPES or _is_named(r)
            ]
            whose = _goes_on_about(context)
            return [
                Draft(Predicate.TARGETS, whose, victim, context.number, verb.head, RULE)
                for victim in {r.id: r for r in found}.values()
                if whose is not None
            ]
    return []


def _before_source(sentence: Sentence, v: int) -> list[int]:
    """The phrases that go on after a verb, up to the words that say who tells it: "…, | segundo apuração | da TV Globo"."""
    end = next(
        (
            i
            for i in range(sentence.verbs[v].last + 1, len(sentence.atoms))
            if sentence.atoms[i].tags & Tag.SOURCE_MARKER
        ),
        len(sentence.atoms),
    )
    return [q for q in onward(sentence, v) if sentence.phrases[q].first < end]


_OPENING = 3
_REACH = 12
"""Atoms in which the words that open such a list, and the verb after them, stand."""


def _is_named(reference: Reference) -> bool:
    return (
        reference.type in (EntityType.COMPANY, EntityType.ORGANISATION)
        and not reference.text.islower()
    )


def _goes_on_about(context: Context) -> Reference | None:
    """Whose victims a sentence lists that does not say so: of the attack or the attackers told last."""
    memory = context.memory
    if memory.topic is not None:
        return memory.topic
    if memory.doer is not None:
        return memory.doer
    if memory.events and context.number - memory.event_sentence <= _NEAR:
        return memory.events[-1].reference
    return memory.last_actor(frozenset({EntityType.GROUP, EntityType.UNNAMED_ACTOR}))


_NEAR = 2
"""Sentences over which an attack is still what a text goes on about."""


def _targets_in_places(context: Context, sentence: Sentence) -> list[Draft]:
    """ "espionage against | targets in Australia and Vietnam", wherever in the sentence it stands."""
    topic = context.memory.topic
    if (
        topic is None
        or context.memory.firm is None
        or any(is_future(sentence, v) for v in range(len(sentence.verbs)))
    ):
        return []
    return [
        Draft(Predicate.TARGETS, topic, victim, context.number, phrase.last, RULE)
        for phrase in sentence.phrases
        if phrase.head in context.pack.phrases.target_nouns and phrase.prep is not None
        for victim in _of_phrases(context, sentence, places_after(sentence, phrase.last))
        if victim.type in _OWN_TYPES
    ]


def _told(context: Context, sentence: Sentence, p: int, v: int) -> list[Reference]:
    """Who is hit by what the clause of verb ``v`` says of its subject ``p``."""
    words = context.pack.phrases
    verb = sentence.verbs[v]
    if _is_hit(context, sentence, p):
        if verb.lemmas.isdisjoint(words.listing_verbs) and not verb.copula:
            return []
        return _victims(context, sentence, _before_source(sentence, v))
    if sentence.phrases[p].kind == "attack" and not verb.lemmas.isdisjoint(words.spanning_verbs):
        # "Its operations span ten countries in Asia and Europe".
        return _of_phrases(context, sentence, places_after(sentence, verb.last))
    if verb.copula and sentence.phrases[p].kind in _LISTED:
        # "Government organizations are also prime targets": the other way round.
        for q in range(len(sentence.phrases)):
            phrase = sentence.phrases[q]
            if phrase.first > verb.last:
                if (
                    phrase.prep is None or phrase.prep in sentence.pack.relations.among
                ) and phrase.head in words.target_nouns:
                    return _of_phrases(context, sentence, members(sentence, p))
                break
        return []
    if verb.passive and sentence.phrases[p].kind == "attack" and sentence.phrases[p].plural:
        # "Attacks were uncovered | against targets in Iraq and Turkey".
        if "say" not in verb.frames:
            return []
        hit = [
            r
            for q in obliques(sentence, v, sentence.pack.relations.victims)
            for r in members(sentence, q)
        ]
        return _of_phrases(context, sentence, hit)
    return []


def _is_hit(context: Context, sentence: Sentence, p: int) -> bool:
    """Whether a phrase means those who are hit: "targets", "targeted sectors", "the organizations | affected"."""
    phrase = sentence.phrases[p]
    words = context.pack.phrases
    if phrase.head in words.target_nouns:
        return True
    inside = sentence.atoms[phrase.first : phrase.last + 2]
    return (phrase.kind in _LISTED or phrase.kind in ("unit", "thing")) and any(
        atom.key in words.target_participles for atom in inside
    )


def _victims(context: Context, sentence: Sentence, phrases: list[int]) -> list[Reference]:
    kept: list[int] = []
    opened = True
    for q in phrases:
        phrase = sentence.phrases[q]
        if phrase.prep in sentence.pack.relations.spread and phrase.kind in _PLACED:
            kept.append(q)
        elif phrase.prep in sentence.pack.relations.spread or (
            phrase.prep in sentence.pack.relations.of and not kept
        ):
            continue
        elif phrase.prep in (None, "(") or (
            phrase.prep in sentence.pack.relations.tools
            or phrase.prep in sentence.pack.relations.named_as
        ):
            if phrase.kind in _LISTED:
                kept.append(q)
        elif phrase.prep not in sentence.pack.relations.of:
            opened = False
        if not opened:
            break
    return _of_phrases(context, sentence, kept)


def _of_phrases(
    context: Context, sentence: Sentence, phrases: list[int], *, listed: bool = False
) -> list[Reference]:
    """The victims that phrases mean; ``listed``: only of those that stand for bodies, sectors and places."""
    return [
        reference
        for q in phrases
        if not sentence.phrases[q].capital
        and not (listed and sentence.phrases[q].kind not in _LISTED | {"name", "person"})
        for reference in victim_of_phrase(sentence, q, context.memory)
    ]


def _whose(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The group whose targets they are."""
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    for q in (phrase.owner, child):
        if q is not None and sentence.phrases[q].kind in ("group", "actor", "pronoun"):
            return refer(sentence, q, context.memory)
    groups = frozenset({EntityType.GROUP})
    if phrase.own:
        return context.memory.last_actor(groups | {EntityType.UNNAMED_ACTOR})
    if context.memory.topic is not None:
        return context.memory.topic
    if context.memory.firm is not None:
        return context.memory.last_actor(groups)
    if phrase.head in context.pack.phrases.target_nouns and phrase.plural:
        return _goes_on_about(context)  # "Targets included …", "The victims are …"
    return None
