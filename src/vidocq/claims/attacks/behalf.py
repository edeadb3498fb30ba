"""For whom an attack was made: "charged with hacking Boeing | on behalf of the ministry", « pour le compte du GRU »."""

from __future__ import annotations

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.certainty import find_likelihood
from vidocq.claims.syntax.arguments import passive_subjects
from vidocq.claims.syntax.layout import Sentence, members
from vidocq.claims.syntax.tense import is_future
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Likelihood, Polarity, Predicate, Reference

_SPONSORS = frozenset({"agency", "state", "government", "service"})
_ACTORS = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.UNNAMED_ACTOR})


def on_behalf(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The sponsors of those to whom the sentence lays an attack, where it says for whom they acted."""
    found: list[Draft] = []
    known = {d.object.id for d in drafts if d.predicate is Predicate.SPONSORED_BY and d.object}
    for p, phrase in enumerate(sentence.phrases):
        if phrase.prep not in sentence.pack.relations.behalf or phrase.kind not in _SPONSORS:
            continue
        doers = _doers(drafts, phrase.first) or _beside(context, sentence, p)
        event = None if doers else _carried_out(context, sentence, phrase.first)
        if event is not None:
            # "the attack was carried out | on behalf of the ministry": nobody else is said to have done it.
            for q in members(sentence, p):
                sponsor = refer(sentence, q, context.memory)
                if sponsor is not None:
                    found.append(_laid_to(context, sentence, event, sponsor, phrase.first))
            continue
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


def _beside(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """The actors right before the phrase: "des pirates | au service de la Chine"."""
    if not p or sentence.phrases[p - 1].kind != "actor":
        return []
    between = sentence.atoms[sentence.phrases[p - 1].last + 1 : sentence.phrases[p].first]
    if any(a.key == "," or not a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in between):
        return []
    actor = refer(sentence, sentence.same.get(p - 1, [p - 1])[0], context.memory)
    return [actor] if actor is not None and actor.type in _ACTORS else []


def _carried_out(context: Context, sentence: Sentence, before: int) -> tuple[int, int] | None:
    """The passive verb before an atom that says an attack to have been made, and the attack."""
    for v in range(len(sentence.verbs) - 1, -1, -1):
        verb = sentence.verbs[v]
        if verb.first > before or not verb.passive or verb.negated or is_future(sentence, v):
            continue
        if "perpetrate" in verb.frames:
            for q in passive_subjects(sentence, v)[:1]:
                if sentence.phrases[q].kind in ("attack", "incident"):
                    return v, q
        return None
    return None


def _laid_to(
    context: Context, sentence: Sentence, told: tuple[int, int], sponsor: Reference, atom: int
) -> Draft:
    v, p = told
    event = event_reference(context, sentence, p)
    context.memory.credit(event.id, [sponsor])
    draft = Draft(Predicate.ATTRIBUTED_TO, event, sponsor, context.number, atom, "behalf")
    verb = sentence.verbs[v]
    if verb.modal == "possible" or verb.conditional:
        draft.likelihood = Likelihood.ROUGHLY_EVEN
    else:
        draft.likelihood = find_likelihood(sentence, verb.first - 2, verb.last + 2, context.pack)
    return draft


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
