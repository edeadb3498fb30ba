"""Denials: "denied involvement", "called it groundless", "denied that it had hacked …"."""

from __future__ import annotations

from vidocq.claims.arguments import complement_verb, subjects
from vidocq.claims.clause_events import event_reference
from vidocq.claims.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.entities import country_code
from vidocq.claims.fill import Filled
from vidocq.claims.layout import Sentence
from vidocq.claims.speech import find_sources, speak
from vidocq.model import EntityType, Polarity, Predicate, Reference


def denial(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """A denial: the accused says that it is not so (claim guide, polarity)."""
    denier = filled.roles["denier"]
    claimants = speak(sentence, denier, context.memory)
    matter = filled.roles.get("matter")
    event = _denied_event(context, sentence, filled, matter)
    drafts: list[Draft] = []
    for claimant in claimants:
        accused = _denied_author(context, claimant)
        if accused is None or event is None:
            continue
        if matter is None or not _explicit_event(sentence, filled):
            own = [e for e in context.memory.events if accused.id in e.authors]
            last = next(e for e in reversed(context.memory.events) if e.reference.id == event.id)
            if not own and last.authors:
                continue  # Denied by one whom nobody in this text has accused of it.
            event = own[-1].reference if own else event
        drafts.append(
            Draft(
                Predicate.ATTRIBUTED_TO,
                event,
                accused,
                context.number,
                sentence.verbs[filled.verb].head,
                "deny",
                claimants=(claimant,),
                polarity=Polarity.DENIED,
            )
        )
    return drafts


def _explicit_event(sentence: Sentence, filled: Filled) -> bool:
    """Whether the sentence itself names the attack that is denied."""
    last = sentence.verbs[filled.verb].last
    return any(
        p.first > last and p.kind in ("attack", "incident") and (p.names or p.prep or p.cyber)
        for p in sentence.phrases
    )


def _denied_author(context: Context, claimant: Reference) -> Reference | None:
    """Whom a denial clears: the denier's own state, or the denier itself."""
    if claimant.type is EntityType.STATE:
        return Reference(claimant.type, claimant.text, claimant.id)
    code = country_code(claimant.id)
    if claimant.type in (EntityType.AGENCY, EntityType.ORGANISATION) and code:
        return Reference(
            EntityType.STATE,
            context.memory.best_text.get(f"state:{code}", claimant.text),
            f"state:{code}",
        )
    if claimant.type in (EntityType.GROUP, EntityType.PERSON, EntityType.COMPANY):
        accused = {r.id for r in context.memory.accused}
        return (
            Reference(claimant.type, claimant.text, claimant.id) if claimant.id in accused else None
        )
    return None


def _denied_event(
    context: Context, sentence: Sentence, filled: Filled, matter: int | None
) -> Reference | None:

    first = sentence.verbs[filled.verb].last
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first > first and phrase.kind in ("attack", "incident"):
            return event_reference(context, sentence, p)
    if complement_verb(sentence, filled.verb, ("de", "d'", "of")) is not None or matter is not None:
        return context.memory.events[-1].reference if context.memory.events else None
    return context.memory.events[-1].reference if context.memory.events else None


def dismissals(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Denials in other words: "called the accusations groundless", "« pures calomnies », a réagi l'ambassade".

    A word for baselessness, and a speaker or subject who speaks for a state that is accused.
    """
    if any(d.polarity is Polarity.DENIED for d in drafts) or not context.memory.events:
        return []
    words = " ".join(a.key for a in sentence.atoms if a.key != "-")
    if not any(f" {w} " in f" {words} " for w in context.pack.phrases.baseless_words):
        return []
    for claimant, place in _speakers(context, sentence):
        accused = _denied_author(context, claimant)
        if accused is None:
            continue
        own = [e for e in context.memory.events if accused.id in e.authors]
        if own:
            draft = Draft(
                Predicate.ATTRIBUTED_TO,
                own[-1].reference,
                accused,
                context.number,
                place,
                "dismissal",
            )
            draft.claimants, draft.polarity = (claimant,), Polarity.DENIED
            return [draft]
    return []


def _speakers(context: Context, sentence: Sentence) -> list[tuple[Reference, int]]:
    """Those who speak in a sentence, then its bare phrases that can."""
    found = [
        (c, max(s.first, 0)) for s in find_sources(sentence, context.memory) for c in s.claimants
    ]
    for p, phrase in enumerate(sentence.phrases):
        if phrase.prep is None and phrase.kind in (
            "state",
            "government",
            "agency",
            "organisation",
            "office",
        ):
            found += [(c, phrase.last) for c in speak(sentence, p, context.memory)]
    return found


def deny_what_follows(sentence: Sentence, drafts: list[Draft], context: Context) -> list[Draft]:
    """ "denied hacking X", "nie que …": what a denying verb governs is denied, by its subject."""
    for v, verb in enumerate(sentence.verbs):
        if verb.negated or not any(u.frame == "deny" for f in verb.forms for u in f.uses):
            continue
        inner = [d for d in drafts if d.atom > verb.last and d.rule in _ASSERTING]
        deniers = [c for q in subjects(sentence, v)[:1] for c in speak(sentence, q, context.memory)]
        if not inner or not deniers:
            continue
        for draft in inner:
            draft.polarity, draft.claimants = Polarity.DENIED, tuple(deniers)
        blamed = [d for d in inner if d.predicate is Predicate.ATTRIBUTED_TO]
        drafts = [
            d for d in drafts if d.rule != "deny" and (d not in inner or not blamed or d in blamed)
        ]
    return drafts


_ASSERTING = frozenset({"hack", "steal", "take", "target", "perpetrate", "sponsor", "use"})
