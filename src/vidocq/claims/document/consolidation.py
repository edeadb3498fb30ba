"""What a document as a whole tells: which of its mentions are one incident, which group it is about.

Last stage before merging (FASTUS: merging; MUC coreference). Input and output are drafts. A sentence
alone cannot know that "the campaign" is the attack of the headline, or that the attacks that a report
on one group counts by country are that group's; the drafts of all sentences together can.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Event
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.references.same_bodies import as_one_body
from vidocq.claims.syntax.layout import Sentence
from vidocq.knowledge.incidents import landmarks
from vidocq.model import EntityType, Polarity, Predicate, Reference

_SPECIFIC = frozenset(
    {
        EntityType.COMPANY,
        EntityType.ORGANISATION,
        EntityType.AGENCY,
        EntityType.PERSON,
        EntityType.PRODUCT,
    }
)
_NEAR = 3
"""Sentences within which two mentions of attacks by one author are taken for one incident."""
_OPENING = 3
"""Sentences at the head of a text, counted from 0, in which what it is about is named."""
_ABOUT = 3
"""Mentions from which a group can be what a document is about."""


def consolidate(context: Context, sentences: list[Sentence], drafts: list[Draft]) -> list[Draft]:
    """The drafts with incidents and actors that are one in this document under one reference."""
    if not drafts:
        return drafts
    for draft in drafts:
        _accuses_another(draft)
    as_one_body(context.pack.language, drafts)
    drafts = _as_one_incident(context, drafts)
    drafts = _of_the_incident(context, drafts)
    group = _group_in_focus(sentences, drafts)
    if group is not None:
        drafts = _under_its_name(sentences, drafts, group)
        drafts = _given_to_group(context, drafts, group)
    return [d for d in drafts if d.object is None or d.object.id != d.subject.id]


def _accuses_another(draft: Draft) -> None:
    """Take a state or its bodies from among those who lay an attack on that very state.

    Who owns up to an attack says so by other verbs (rule "avow"); all else is a misread speaker, and an
    accusation that nobody voices is better than one in the wrong mouth.
    """
    if (
        draft.predicate not in _ACCUSING
        or draft.polarity is not Polarity.AFFIRMED
        or draft.rule == "avow"
        or draft.object is None
    ):
        return
    accused = country_code(draft.object.id)
    if accused is not None and draft.claimants:
        draft.claimants = tuple(c for c in draft.claimants if country_code(c.id) != accused)


_ACCUSING = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})


@dataclass
class _Incident:
    """Mentions of attacks that are one incident: what they name as victims and authors."""

    reference: Reference
    anchors: set[str]
    specific: set[str]
    states: set[str]
    sectors: set[str]
    authors: set[str]
    year: str | None
    last: int
    landmark: bool
    plural: bool


def _as_one_incident(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Give mentions of one incident one reference: the landmark's, else the first mention's."""
    used = {
        r.id for d in drafts for r in (d.subject, d.object) if r and r.type is EntityType.INCIDENT
    }
    incidents: list[_Incident] = []
    same: dict[str, _Incident] = {}
    for event in sorted(context.memory.events, key=lambda e: e.sentence):
        if event.reference.id not in used:
            continue
        mention = _described(event, drafts)
        known = None if event.other else _best(mention, incidents)
        if known is None:
            incidents.append(mention)
        else:
            _absorb(known, mention)
        same[event.reference.id] = known or mention
    final = {old: incident.reference for old, incident in same.items()}
    return [_renamed(draft, final) for draft in drafts]


def _described(event: Event, drafts: list[Draft]) -> _Incident:
    """An event with the victims and authors that the drafts give it."""
    specific: set[str] = set()
    states: set[str] = set()
    sectors: set[str] = set()
    authors = set(event.authors)
    for draft in drafts:
        if draft.subject.id != event.reference.id or draft.object is None or draft.proposed:
            continue
        if draft.predicate is Predicate.TARGETS:
            if draft.object.type in _SPECIFIC:
                specific.add(draft.object.id)
            elif draft.object.type is EntityType.STATE:
                states.add(draft.object.id)
            elif draft.object.type is EntityType.SECTOR:
                sectors.add(draft.object.id)
        elif draft.predicate is Predicate.ATTRIBUTED_TO and draft.polarity is Polarity.AFFIRMED:
            authors.add(draft.object.id)
    return _Incident(
        reference=event.reference,
        anchors=set(event.anchors),
        specific=specific,
        states=states,
        sectors=sectors,
        authors=authors,
        year=event.year,
        last=event.sentence,
        landmark=event.reference.id in landmarks(),
        plural=event.plural,
    )


def _best(mention: _Incident, incidents: list[_Incident]) -> _Incident | None:
    """The incident that a mention is most likely of; None where nothing speaks for one."""
    best: tuple[int, int] | None = None
    chosen: _Incident | None = None
    for incident in incidents:
        if _contradict(incident, mention):
            continue
        weight = _likeness(incident, mention)
        if weight and (best is None or (weight, incident.last) > best):
            best, chosen = (weight, incident.last), incident
    return chosen


def _contradict(a: _Incident, b: _Incident) -> bool:
    """Whether two mentions cannot be one incident: other landmark, year, victims."""
    if a.landmark and b.landmark:
        return a.reference.id != b.reference.id
    if a.year and b.year and a.year[:4] != b.year[:4]:
        return True
    if a.specific and b.specific and not a.specific & b.specific:
        return True
    return bool(a.states and b.states and not a.states & b.states)


def _likeness(incident: _Incident, mention: _Incident) -> int:
    """How much speaks for one incident; 0 where too little does."""
    weight = 4 * bool(incident.specific & mention.specific) + 4 * bool(
        incident.anchors & mention.anchors
    )
    near = mention.last - incident.last <= _NEAR
    weight += 2 * bool(incident.states & mention.states)
    weight += bool(incident.sectors & mention.sectors and near)
    if incident.authors & mention.authors and near and incident.plural == mention.plural:
        weight += 1
    if not (mention.anchors or mention.specific or mention.states or mention.authors) and near:
        weight += 1
    if (
        weight <= 1
        and (mention.year and mention.specific)
        and not (incident.year or incident.specific)
    ):
        return 0  # "… was also behind the 2016 hack of the Labour Party": another attack of the same author
    return weight


def _absorb(incident: _Incident, mention: _Incident) -> None:
    if mention.landmark and not incident.landmark:
        incident.reference, incident.landmark = mention.reference, True
    incident.anchors |= mention.anchors
    incident.specific |= mention.specific
    incident.states |= mention.states
    incident.sectors |= mention.sectors
    incident.authors |= mention.authors
    incident.year = incident.year or mention.year
    incident.last = max(incident.last, mention.last)


def _renamed(draft: Draft, names: dict[str, Reference]) -> Draft:
    """The draft with each incident under its final reference."""
    draft.subject = names.get(draft.subject.id, draft.subject)
    if draft.object is not None:
        draft.object = names.get(draft.object.id, draft.object)
    return draft


def _of_the_incident(context: Context, drafts: list[Draft]) -> list[Draft]:
    """What "the hackers" of whom nothing is told did to a victim is the incident's that hit this very victim."""
    plain = frozenset(context.pack.phrases.plain_actors)
    hit: dict[str, Reference] = {
        d.object.id: d.subject
        for d in drafts
        if d.predicate is Predicate.TARGETS
        and d.subject.type is EntityType.INCIDENT
        and d.object is not None
    }
    told = {
        d.subject.id
        for d in drafts
        if d.predicate in (Predicate.SPONSORED_BY, Predicate.LOCATED_IN, Predicate.SAME_AS)
    }
    for draft in drafts:
        if (
            draft.subject.type is not EntityType.UNNAMED_ACTOR
            or draft.predicate is not Predicate.TARGETS
            or draft.object is None
            or draft.subject.id in told
            or draft.subject.text.casefold() not in plain
        ):
            continue
        if draft.object.id in hit:
            draft.subject = hit[draft.object.id]
    return drafts


def _group_in_focus(sentences: list[Sentence], drafts: list[Draft]) -> Reference | None:
    """The group that a document is about: named first, and more often than any other."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, Reference]] = {}
    for number, sentence in enumerate(sentences):
        for phrase in sentence.phrases:
            entity = phrase.entity if phrase.kind == "group" else None
            text = phrase.text
            if entity is None:
                hit = next((h for h in phrase.names if h.type == "group"), None)
                if hit is None:
                    continue
                entity, text = hit.entity, sentence.text[hit.start : hit.end]
            counts[entity] += 1
            first.setdefault(entity, (number, Reference(EntityType.GROUP, text, entity)))
    if not counts:
        return None
    (entity, most), *others = counts.most_common(2)
    if most < _ABOUT or first[entity][0] > _OPENING or (others and others[0][1] * 2 > most):
        return None
    return first[entity][1]


def _under_its_name(
    sentences: list[Sentence], drafts: list[Draft], group: Reference
) -> list[Draft]:
    """Give what is said of "the Iran-linked group" to the group, if no other country is told of it."""
    homes = {
        country_code(d.object.id)
        for d in drafts
        if d.subject.id == group.id
        and d.object is not None
        and d.predicate in (Predicate.SPONSORED_BY, Predicate.LOCATED_IN)
    } - {None}
    described = {
        ref.id
        for d in drafts
        for ref in (d.subject, d.object)
        if ref is not None
        and ref.type is EntityType.UNNAMED_ACTOR
        and _one_actor(sentences[d.sentence], ref, homes)
    }
    for draft in drafts:
        if draft.subject.id in described:
            draft.subject = group
        if draft.object is not None and draft.object.id in described:
            draft.object = group
    return drafts


def _one_actor(sentence: Sentence, actor: Reference, homes: set[str | None]) -> bool:
    """Whether an unnamed actor is one group by its words, and of one of ``homes`` if they tell its home."""
    for phrase in sentence.phrases:
        if phrase.kind == "actor" and phrase.text == actor.text:
            own = {country_code(m.entity) for m in phrase.marks if m.how != "leaning"}
            if phrase.plural:
                return bool(own & homes) and phrase.number is None
            return not own or not homes or bool(own & homes)
    return False


def _given_to_group(context: Context, drafts: list[Draft], group: Reference) -> list[Draft]:
    """What unspecific attacks of a report on one group say is said of the group itself.

    "Seedworm's campaign targets …", "attacks were uncovered in …": aims and methods (claim guide,
    targets), no incident of their own.
    """
    events = {e.reference.id: e for e in context.memory.events}
    particular = _particular(drafts, events, group)
    kept: list[Draft] = []
    for draft in drafts:
        if draft.subject.type is EntityType.INCIDENT and draft.subject.id not in particular:
            if draft.predicate is Predicate.ATTRIBUTED_TO and draft.object is not None:
                if draft.object.id == group.id:
                    continue
            elif draft.predicate in (Predicate.TARGETS, Predicate.USES, Predicate.EXPLOITS):
                draft.subject = group
        kept.append(draft)
    return kept


def _particular(drafts: list[Draft], events: dict[str, Event], group: Reference) -> set[str]:
    """Incidents of their own: landmarks, dated or with a victim by name, said by a state, or another's."""
    found: set[str] = set()
    for draft in drafts:
        subject = draft.subject
        if subject.type is not EntityType.INCIDENT:
            continue
        event = events.get(subject.id)
        if event is None or subject.id in landmarks() or event.year is not None:
            found.add(subject.id)
            continue
        if draft.predicate is Predicate.TARGETS and draft.object is not None:
            if draft.object.type in _SPECIFIC:
                found.add(subject.id)
        elif draft.predicate in (Predicate.ATTRIBUTED_TO, Predicate.AFFECTS):
            official = any(country_code(c.id) for c in draft.claimants or ())
            other = (
                draft.object is not None
                and draft.object.id != group.id
                and draft.object.type is not EntityType.UNNAMED_ACTOR
            )
            if official or other:
                found.add(subject.id)
    return found
