"""For whom an attack was made: "charged with hacking Boeing | on behalf of the ministry", « pour le compte du GRU »."""

from __future__ import annotations

from vidocq.claims.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.entities import refer
from vidocq.claims.layout import Sentence, members
from vidocq.model import EntityType, Polarity, Predicate, Reference

_SPONSORS = frozenset({"agency", "state", "government", "service"})
_ACTORS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.UNNAMED_ACTOR})


def on_behalf(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The sponsors of those to whom the sentence lays an attack, where it says for whom they acted."""
    found: list[Draft] = []
    known = {d.object.id for d in drafts if d.predicate is Predicate.SPONSORED_BY and d.object}
    for p, phrase in enumerate(sentence.phrases):
        if phrase.prep not in sentence.pack.relations.behalf or phrase.kind not in _SPONSORS:
            continue
        doers = _doers(drafts, phrase.first)
        for q in members(sentence, p):
            sponsor = refer(sentence, q, context.memory) if doers else None
            if sponsor is None or sponsor.id in known:
                continue
            for doer in doers:
                draft = Draft(
                    Predicate.SPONSORED_BY, doer, sponsor, context.number, phrase.first, "behalf"
                )
                found.append(draft)
    return found


def _doers(drafts: list[Draft], before: int) -> list[Reference]:
    """Who is said before an atom of the sentence to have attacked somebody."""
    found: dict[str, Reference] = {}
    for draft in drafts:
        if draft.atom >= before or draft.polarity is Polarity.DENIED:
            continue
        doer = draft.object if draft.predicate is Predicate.ATTRIBUTED_TO else draft.subject
        told = draft.predicate in (Predicate.ATTRIBUTED_TO, Predicate.TARGETS)
        if told and doer is not None and doer.type in _ACTORS:
            found.setdefault(doer.id, doer)
    return list(found.values())
