"""One claim for each (predicate, subject, object, polarity) of a document (claim guide, rule 3)."""

from __future__ import annotations

from dataclasses import replace

from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.times import date_events
from vidocq.claims.document.naming import name_incidents
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.speech.coalition import name_allies
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.placing import SecondReader
from vidocq.model import Claim, EntityType, Predicate, Reference, Span


def merge(
    context: Context,
    sentences: list[Sentence],
    drafts: list[Draft],
    second: SecondReader | None = None,
) -> tuple[Claim, ...]:
    """The claims of a document, in order of their first statement; ``second`` dates what the rules leave undated."""
    drafts = _drop_weaker([_under_first_name(context, draft) for draft in drafts])
    drafts = _drop_counted(drafts)
    name_allies(drafts)
    date_events(drafts, context.memory.event_dates)
    if second is not None:
        second.date(context, sentences, drafts)
    name_incidents(context, sentences, drafts)
    groups: dict[tuple[str, str, str, str], list[Draft]] = {}
    for draft in drafts:
        key = (
            str(draft.predicate),
            _key(draft.subject),
            _key(draft.object) if draft.object else "",
            str(draft.polarity),
        )
        groups.setdefault(key, []).append(draft)
    return tuple(_claim(context, sentences, group) for group in groups.values())


def _under_first_name(context: Context, draft: Draft) -> Draft:
    """A claim about an actor's other name is one about the actor (claim guide, rule 5), save that it is one."""
    first = context.memory.aliases.get(draft.subject.id)
    if first is None or draft.predicate is Predicate.SAME_AS:
        return draft
    return replace(draft, subject=first)


def _key(reference: Reference) -> str:
    kind, _, name = reference.id.partition(":")
    return kind + ":" + "".join(c for c in name if c.isalnum())


def _drop_weaker(drafts: list[Draft]) -> list[Draft]:
    """A home by adjective alone is dropped where the same actor's sponsor is the same state (rule 6)."""
    sponsored = {
        (_key(d.subject), _key(d.object)[:8] if d.object else "")
        for d in drafts
        if d.predicate is Predicate.SPONSORED_BY
    }
    subjects = {s for s, _ in sponsored}
    kept = []
    for draft in drafts:
        if (
            draft.predicate is Predicate.LOCATED_IN
            and draft.rule == "modifier"
            and _key(draft.subject) in subjects
        ):
            continue
        if draft.predicate is Predicate.AFFECTS and draft.count is None:
            continue
        kept.append(draft)
    return kept


_ONE_BY_ONE = frozenset({Predicate.INDICTS, Predicate.ARRESTS, Predicate.SANCTIONS})


def _drop_counted(drafts: list[Draft]) -> list[Draft]:
    """Without acts on "two hackers" where the same authority's act names as many persons one by one."""
    named: dict[tuple[str, str], set[str]] = {}
    for d in drafts:
        if d.predicate in _ONE_BY_ONE and d.object and d.object.type is EntityType.PERSON:
            named.setdefault((d.predicate, d.subject.id), set()).add(d.object.id)
    return [
        d
        for d in drafts
        if not (
            d.object is not None
            and d.object.type is EntityType.UNNAMED_ACTOR
            and d.count is not None
            and d.count.value == len(named.get((d.predicate, d.subject.id), ()))
        )
    ]


def _claim(context: Context, sentences: list[Sentence], group: list[Draft]) -> Claim:
    best = max(group, key=lambda draft: _fullness(draft, sentences[draft.sentence].words))
    sentence = sentences[best.sentence]
    claimants = _voices([c for draft in group for c in draft.claimants or ()])
    via: list[Reference] = []
    for draft in group:
        via.extend(v for v in draft.via if v not in via)
    start, end = best.quote or (sentence.start, sentence.end)
    return Claim(
        predicate=best.predicate,
        subject=best.subject,
        object=best.object,
        claimants=claimants,
        via=tuple(via),
        polarity=best.polarity,
        confidence=next((d.confidence for d in group if d.confidence), None),
        likelihood=best.likelihood
        if best.likelihood is None or all(d.likelihood for d in group)
        else None,
        event_time=best.event_time or next((d.event_time for d in group if d.event_time), None),
        said_on=best.said_on or next((d.said_on for d in group if d.said_on), None),
        count=best.count or next((d.count for d in group if d.count), None),
        quote=context.document.text[start:end],
        span=Span(start, end),
    )


def _voices(claimants: list[Reference]) -> tuple[Reference, ...]:
    """Each party once: of one id, and of one name in one country; as an agency where it was read so and as any body too."""
    agencies = {c.text for c in claimants if c.type is EntityType.AGENCY}
    found: list[Reference] = []
    for claimant in claimants:
        if claimant.type is EntityType.ORGANISATION and claimant.text in agencies:
            continue
        if not any(claimant.id == c.id or _same_body(claimant, c) for c in found):
            found.append(claimant)
    return tuple(found)


def _same_body(a: Reference, b: Reference) -> bool:
    """Whether one name of one country stands for two references: the FBI, read as itself and as its department."""
    return a.text == b.text and country_code(a.id) == country_code(b.id)


def _fullness(draft: Draft, words: str) -> tuple[bool, float, int, int, int, int]:
    """How much a statement says: the object by name, how sure its reading is, claimants, certainty, number; the first of equals."""
    return (
        draft.object is None or draft.object.text in words,
        round(draft.surety, 1),
        len(draft.claimants or ()),
        bool(draft.confidence) + bool(draft.count),
        draft.rule not in ("modifier", "event victim", "event author"),
        -draft.sentence,
    )
