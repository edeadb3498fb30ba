"""Tools told by a verb of use: who used what, against whom ("used Rustpeck against ministries")."""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import clause_event, event_subjects
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.attacks.fillers import (
    attackers,
    draft_of,
    fillers,
    in_general,
    is_state_bodies,
    victim_references,
)
from vidocq.claims.attacks.tools import tool_references
from vidocq.claims.background.not_hit import against_attackers
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.arguments import obliques
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import EntityType, Predicate, Reference


def use(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """The drafts of "X used Y against Z"; without X the use itself is the incident, or the report's group did it."""
    drafts: list[Draft] = []
    if against_attackers(sentence, filled.roles["tool"]):
        return []  # "ha desarrollado | una operación contra el cibercrimen"
    tools = tool_references(context, sentence, filled.roles["tool"])
    victims: list[Reference] = []
    if "victim" in filled.roles:
        victims = victim_references(context, sentence, filled.roles["victim"])
    for q in obliques(sentence, filled.verb, sentence.pack.relations.against)[:1]:
        victims += [r for r in victim_references(context, sentence, q) if r not in victims]
    if not tools and not victims:
        return None
    if "actor" not in filled.roles:
        if filled.passive and context.memory.topic is not None:
            return [
                draft_of(context, sentence, filled, predicate, context.memory.topic, r)
                for predicate, found in ((Predicate.USES, tools), (Predicate.TARGETS, victims))
                for r in found
                if r.id.partition(":")[2] != context.memory.topic.id.partition(":")[2]
                and r.type is not EntityType.TECHNIQUE
            ]
        if not victims or not filled.passive:
            return None
        # "spyware was deployed against dissidents": nobody is named, the use is the incident.
        event = clause_event(
            context,
            sentence,
            filled.verb,
            filled.roles.get("victim", filled.roles["tool"]),
            victims,
        )
        return [
            draft_of(context, sentence, filled, predicate, event, r)
            for predicate, found in ((Predicate.TARGETS, victims), (Predicate.USES, tools))
            for r in found
        ]
    actor = sentence.phrases[filled.roles["actor"]]
    if actor.kind == "malware":
        if context.memory.topic is None:
            return [] if context.memory.events else None
        # "The loader was used to install a RAT": tools of the group that the report is about.
        return [
            draft_of(context, sentence, filled, Predicate.USES, context.memory.topic, tool)
            for tool in tools
            if tool.type is EntityType.MALWARE
        ]
    if in_general(sentence, filled.roles["actor"], filled.verb):
        return []
    if actor.kind == "attack":
        subjects = event_subjects(context, sentence, filled.roles["actor"])
    elif actor.kind in ("organisation", "sector"):
        if not is_state_bodies(sentence, actor):
            return None
        subjects = attackers(context, sentence, filled.roles["actor"])
    else:
        subjects = fillers(context, sentence, filled.roles["actor"])
    for subject in subjects:
        drafts.extend(
            draft_of(context, sentence, filled, Predicate.TARGETS, subject, v)
            for v in victims
            if v.id != subject.id
        )
        for tool in tools:
            if tool.id.partition(":")[2] != subject.id.partition(":")[2]:
                drafts.append(draft_of(context, sentence, filled, Predicate.USES, subject, tool))
    return drafts
