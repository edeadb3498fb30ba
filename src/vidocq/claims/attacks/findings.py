"""Tools that were found where a group had been: "We found Mimikatz on a server", "X was identified in these intrusions".

Reports on a group tell its tools by where analysts saw them. What is found on the systems of victims or in the
group's attacks is used by the group that the report is about.
"""

from __future__ import annotations

from vidocq.claims.attacks.tools import tool_references
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.arguments import objects, obliques, subjects
from vidocq.claims.syntax.layout import Sentence
from vidocq.model import EntityType, Predicate, Reference

RULE = "finding"
_SCENES = frozenset({"asset", "attack", "unit", "company", "organisation", "sector", "incident"})
_FINDERS = frozenset({"we", "company", "office", "agency"})


def finding_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The tools that a sentence of a report on a group says were found at the scene."""
    topic = context.memory.topic
    if topic is None or "malware" not in sentence.kinds or sentence.kinds.isdisjoint(_SCENES):
        return []
    drafts: list[Draft] = []
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or verb.lemmas.isdisjoint(context.pack.phrases.finding_verbs):
            continue
        found = subjects(sentence, v) if verb.passive else objects(sentence, v)
        scenes = [
            q
            for q in obliques(sentence, v, sentence.pack.relations.finds)
            if sentence.phrases[q].kind in _SCENES
        ]
        active = any(sentence.phrases[q].kind in _FINDERS for q in subjects(sentence, v)[:1])
        if not found or not scenes or not (verb.passive or active):
            continue
        if sentence.phrases[found[0]].kind != "malware":
            continue
        drafts += [
            Draft(
                Predicate.USES,
                _user(context, topic),
                tool,
                context.number,
                sentence.phrases[found[0]].last,
                RULE,
            )
            for tool in tool_references(context, sentence, found[0])
            if tool.type is EntityType.MALWARE
        ]
    return drafts


def _user(context: Context, topic: Reference) -> Reference:
    """The incidents that the report has put down to the group, where it tells of any; else the group."""
    for event in reversed(context.memory.events):
        if topic.id in event.authors:
            return event.reference
    return topic
