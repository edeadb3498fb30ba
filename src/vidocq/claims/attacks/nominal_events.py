"""Authors and victims that the noun for an attack names beside it: "the Kestrel attack on the ministry".

An attack that a verb tells is in `vidocq.claims.attacks.clause_events`, one that a pronoun takes up in
`vidocq.claims.attacks.pronoun_events`.
"""

from __future__ import annotations

from vidocq.claims.attacks.event_parts import is_war, read_event
from vidocq.claims.attacks.events import resolve_event
from vidocq.claims.attacks.fillers import is_marked, modified_by_clause
from vidocq.claims.attacks.victim_lists import listed_victims
from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.background.not_hit import is_policing, keeps_order, undertaken
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate


def event_drafts(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """Authors and victims that an event phrase names itself."""
    if phrase.weak and not (phrase.cyber or context.dense or context.sentence_in_field):
        return []
    if (
        _is_none(sentence, phrase)
        or _is_feared(sentence, p)
        or is_policing(sentence, p, context.memory)
    ):
        return []
    parts = read_event(sentence, p, context.memory)
    if is_war(sentence, p, parts):
        return []
    if not (parts.victims or parts.authors or parts.victim_names or parts.author_marks):
        return []
    near = context.sentence_in_field or context.near_field
    known = any(event.anchors & parts.anchors for event in context.memory.events)
    if phrase.weak and not phrase.cyber and not near and not known:
        return []
    if (
        phrase.plural
        and not phrase.determined
        and not parts.authors
        and not parts.author_marks
        and p not in context.doers
        and p not in context.blamed_events
        and context.year is None
        and phrase.number is None
        and (context.memory.topic is not None or not (context.dense and _happened(sentence, p)))
    ):
        # "cyber attacks against companies": a kind of event, unless something dates or counts it.
        if context.memory.topic is None:
            return []
        context.doers[p] = [context.memory.topic]
    event = resolve_event(sentence, p, parts, context.memory, context.year, context.number)
    drafts: list[Draft] = []
    authors = list(parts.author_marks)
    for q in parts.authors:
        reference = refer(sentence, q, context.memory)
        if reference is not None:
            authors.append(reference)
    seen: set[str] = set()
    for author in authors:
        if author.id in seen or author.type in (EntityType.BLOC, EntityType.COMPANY):
            continue
        if keeps_order(author) or (phrase.weak and author.type is EntityType.ORGANISATION):
            continue  # "a cyber incident, including the help of experts from the FBI"
        if author.type is EntityType.PERSON and undertaken(sentence, phrase):
            continue  # "broke into the campaign of Ada Quill": one for votes
        seen.add(author.id)
        if author == context.memory.topic and not (parts.anchors or parts.victims):
            # "UNC5221's campaign" in a report on UNC5221: what all of it is about.
            continue
        if (
            author.type is EntityType.UNNAMED_ACTOR
            and not context.accusing
            and not _marked(sentence, parts.authors)
        ):
            continue
        drafts.append(
            Draft(
                Predicate.ATTRIBUTED_TO, event, author, context.number, phrase.last, "event author"
            )
        )
    victims = [
        v for v in parts.victim_names if v.type not in (EntityType.PRODUCT, EntityType.COMPANY)
    ]
    for q in (r for m in parts.victims for r in sentence.same.get(m, [m])):
        if q in context.accused_phrases:
            continue
        victims.extend(victim_of_phrase(sentence, q, context.memory))
    if parts.victims:
        last = max(q for m in parts.victims for q in sentence.same.get(m, [m]))
        victims += listed_victims(sentence, last, context.memory, victims)
    actors = [a for a in authors if a.type in (EntityType.GROUP, EntityType.UNNAMED_ACTOR)]
    if p in context.doers:
        return [
            Draft(Predicate.TARGETS, actor, victim, context.number, phrase.last, "event victim")
            for actor in context.doers[p]
            for victim in victims
        ]
    if (
        phrase.plural
        and not phrase.determined
        and actors
        and phrase.prep not in sentence.pack.relations.origins
    ):
        # "campaigns from X against Y": what the actor does, not one incident.
        drafts = [d for d in drafts if d.object not in actors]
        subjects = actors
    else:
        subjects = [event]
    if phrase.weak:
        # "une opération contre le gang": what is done about attackers.
        victims = [v for v in victims if v.type is not EntityType.GROUP]
    for victim in {v.id: v for v in victims if v.id not in seen}.values():
        for subject in subjects:
            drafts.append(
                Draft(
                    Predicate.TARGETS, subject, victim, context.number, phrase.last, "event victim"
                )
            )
    return drafts


def _is_none(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun for an attack tells of none: "no attack on X succeeded", "the cybercrime centre of Europol"."""
    if phrase.head in sentence.pack.cues.crime and not phrase.indefinite:
        return True
    before = sentence.atoms[phrase.first - 1] if phrase.first else None
    lead = sentence.atoms[phrase.first]
    denied = before is not None and before.tags & Tag.NEGATION and not lead.tags & Tag.DETERMINER
    return bool(denied or (lead.tags & Tag.NEGATION and phrase.first < phrase.last))


def _is_feared(sentence: Sentence, p: int) -> bool:
    """Whether an attack without an article only may happen: "reduce the | risk | of compromise by X"."""
    phrase = sentence.phrases[p]
    if not p or phrase.determined or sentence.phrases[p - 1].head not in sentence.pack.cues.risks:
        return False
    genitive = sentence.pack.grammar.genitive
    return phrase.prep in sentence.pack.relations.of or (
        phrase.prep is not None and phrase.prep == genitive
    )


def _happened(sentence: Sentence, p: int) -> bool:
    """Whether the sentence says of an attack that it was seen or done: "attacks were uncovered"."""
    return any(
        d.subjects[:1] == [p] and sentence.verbs[v].passive and not sentence.verbs[v].modal
        for v, d in enumerate(dependencies(sentence))
    )


def _marked(sentence: Sentence, authors: tuple[int, ...]) -> bool:
    return any(is_marked(sentence, q) or modified_by_clause(sentence, q) for q in authors)
