"""Who made a tool and who uses it, told by nouns alone: "malware by the group Kestrel", "China's use of hackers"."""

from __future__ import annotations

from vidocq.claims.attacks.event_parts import read_event
from vidocq.claims.attacks.events import resolve_event
from vidocq.claims.attacks.tools import tool_references
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.layout import Sentence, attached, members, of_child
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate, Reference


def maker_drafts(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """Whose a malware is by the "by" right after it: "the Rustpeck malware | by the group Kestrel"."""
    by = [q for q in attached(sentence, p, context.pack.relations.agent, reach=1) if q == p + 1]
    if not by:
        return []
    named = [r for r in tool_references(context, sentence, p) if r.type is EntityType.MALWARE]
    makers = [
        maker
        for q in (r for m in by for r in members(sentence, m))
        if sentence.phrases[q].kind in ("group", "agency", "state")
        and (maker := refer(sentence, q, context.memory)) is not None
    ]
    return [
        Draft(Predicate.ATTRIBUTED_TO, malware, maker, context.number, phrase.last, "maker")
        for malware in named[:1]
        for maker in makers
        if maker.id.partition(":")[2] != malware.id.partition(":")[2]
    ]


def use_drafts(context: Context, sentence: Sentence, p: int, phrase: Phrase) -> list[Draft]:
    """ "the PRC’s use of contract hackers", "l'emploi de X par Y", "le recours par Y au groupe X"."""
    child = of_child(sentence, p)
    to = attached(sentence, p, sentence.pack.relations.dative, reach=4)
    used = to[0] if to else child
    if used is None:
        return []
    subject: Reference | None = None
    by = (
        [phrase.owner]
        if phrase.owner is not None
        else attached(sentence, p, sentence.pack.relations.agent, reach=5)
    )
    if to and not by and child is not None:
        by = [child]  # "le recours du GRU | à APT28"
    during = attached(
        sentence, members(sentence, used)[-1], sentence.pack.relations.courses, reach=2
    )
    if by:
        subject = refer(sentence, sentence.same.get(by[0], by)[0], context.memory)
    elif during and sentence.phrases[during[0]].kind in ("attack", "incident"):
        parts = read_event(sentence, during[0], context.memory)
        subject = resolve_event(
            sentence, during[0], parts, context.memory, context.year, context.number
        )
    if subject is None or subject.type in (EntityType.COMPANY, EntityType.ORGANISATION):
        return []
    if sentence.phrases[used].kind == "group" and subject.type in _SPONSORS:
        group = refer(sentence, used, context.memory)
        return [
            Draft(Predicate.SPONSORED_BY, g, subject, context.number, phrase.last, "use of")
            for g in ([group] if group is not None else [])
        ]
    tools = tool_references(context, sentence, used)
    return [
        Draft(Predicate.USES, subject, tool, context.number, phrase.last, "use of")
        for tool in tools
    ]


_SPONSORS = frozenset({EntityType.STATE, EntityType.AGENCY})
