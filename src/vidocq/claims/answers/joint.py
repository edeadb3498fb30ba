"""Who else took part in what the sentence before told: "Beteiligt waren auch Ermittler aus den Niederlanden und Kanada".

Part in a joint operation is an act of its own for each country (claim guide, rule 12 of our gold).
"""

from __future__ import annotations

from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_mark
from vidocq.claims.references.named_entities import state_reference
from vidocq.claims.syntax.arguments import subjects
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.model import EntityType, Polarity, Predicate, Reference

RULE = "joint"
_ACTS = frozenset({Predicate.DISRUPTS, Predicate.ARRESTS})
_PARTS = frozenset(
    {"office", "organisation", "agency", "persons", "government", "service", "thing"}
)


def joint_acts(context: Context, sentence: Sentence) -> list[Draft]:
    """The acts of the sentence before, as those of the countries that this one adds."""
    acts = [d for d in context.before if d.predicate in _ACTS and d.polarity is Polarity.AFFIRMED]
    if not sentence.pack.grammar.verb_second or not acts:
        return []
    drafts: list[Draft] = []
    for v, verb in enumerate(sentence.verbs):
        if verb.lemmas.isdisjoint(sentence.pack.cues.taking_part) or verb.negated:
            continue
        if any(
            sentence.phrases[q].kind in ("attack", "incident")
            for q in dependencies(sentence)[v].obliques
        ):
            continue  # "an dem Angriff beteiligt"
        for state in _countries(sentence, v):
            done = {(d.predicate, d.object.id): d for d in acts if d.object is not None}
            drafts += [
                Draft(d.predicate, state, d.object, context.number, verb.head, RULE, claimants=())
                for d in done.values()
                if d.subject.id != state.id
            ]
    return drafts


def _countries(sentence: Sentence, v: int) -> list[Reference]:
    """The states whose police or prosecutors the subject of verb ``v`` names."""
    found: dict[str, Reference] = {}
    for p in subjects(sentence, v)[:1]:
        for q in members(sentence, p):
            phrase = sentence.phrases[q]
            if phrase.kind not in _PARTS:
                continue
            mark = country_mark(sentence, q)
            if mark is not None and mark.type == "state":
                state = state_reference(mark, sentence.text)
                found.setdefault(state.id, state)
            for r in range(q + 1, len(sentence.phrases)):
                where = sentence.phrases[r]
                if where.prep not in sentence.pack.relations.origin or where.kind not in (
                    "state",
                    "place",
                ):
                    break
                if where.kind == "state" and where.entity:
                    state = Reference(EntityType.STATE, where.text, where.entity)
                    found.setdefault(state.id, state)
    return list(found.values())
