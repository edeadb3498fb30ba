"""What was done about it: condemnation, charges, sanctions, arrests, takedowns, expulsions, denials."""

from __future__ import annotations

from vidocq.claims.arguments import joined, obliques
from vidocq.claims.clause_events import event_reference
from vidocq.claims.context import Context
from vidocq.claims.counts import count_of
from vidocq.claims.denials import denial
from vidocq.claims.draft import Draft
from vidocq.claims.entities import country_code, country_mark, refer, state_reference
from vidocq.claims.events import read_event
from vidocq.claims.fill import Filled
from vidocq.claims.layout import Sentence, attached, members, of_child
from vidocq.claims.memory import slug
from vidocq.claims.speech import find_sources, speak
from vidocq.language.tags import Tag
from vidocq.model import Count, EntityType, Polarity, Predicate, Reference

AGAINST = (
    "against",
    "on",
    "for",
    "to",
    "over",
    "contre",
    "sur",
    "à l'encontre de",
    "envers",
    "à",
    "visant",
    "of",
    "de",
)


_ACTS = {
    "sanctions": Predicate.SANCTIONS,
    "charges": Predicate.INDICTS,
    "arrest": Predicate.ARRESTS,
    "takedown": Predicate.DISRUPTS,
}


_FRAME_ACTS = {
    "condemn": Predicate.CONDEMNS,
    "indict": Predicate.INDICTS,
    "sanction": Predicate.SANCTIONS,
    "arrest": Predicate.ARRESTS,
    "disrupt": Predicate.DISRUPTS,
    "respond": Predicate.RESPONDS,
}


_TARGET_TYPES = {
    Predicate.INDICTS: {
        EntityType.PERSON,
        EntityType.UNNAMED_ACTOR,
        EntityType.GROUP,
        EntityType.AGENCY,
    },
    Predicate.ARRESTS: {EntityType.PERSON, EntityType.UNNAMED_ACTOR, EntityType.GROUP},
    Predicate.SANCTIONS: {
        EntityType.PERSON,
        EntityType.COMPANY,
        EntityType.AGENCY,
        EntityType.GROUP,
        EntityType.STATE,
        EntityType.UNNAMED_ACTOR,
        EntityType.ORGANISATION,
    },
    Predicate.DISRUPTS: {
        EntityType.GROUP,
        EntityType.MALWARE,
        EntityType.OTHER,
        EntityType.UNNAMED_ACTOR,
    },
    Predicate.CONDEMNS: {
        EntityType.INCIDENT,
        EntityType.STATE,
        EntityType.GROUP,
        EntityType.AGENCY,
    },
    Predicate.RESPONDS: {EntityType.STATE, EntityType.INCIDENT},
}


def act_drafts(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """The drafts of a frame of answering; None where another use of the verb fits better."""
    if filled.frame == "deny":
        return denial(context, sentence, filled)
    if filled.frame == "act":
        return _light_verb(context, sentence, filled)
    predicate = _FRAME_ACTS[filled.frame]
    authorities = _authorities(context, sentence, filled)
    if not authorities:
        return None
    target_role = next(r for r in ("target", "defendant", "person") if r in filled.roles)
    if predicate is Predicate.CONDEMNS:
        targets: list[tuple[Reference, int | None]] = _condemned(
            context, sentence, filled.roles["target"]
        )
    elif predicate is Predicate.RESPONDS:
        targets = _expelled(context, sentence, filled.roles["target"])
    else:
        targets = _targets(context, sentence, filled.roles[target_role], predicate)
    drafts = _pairs(context, sentence, filled.verb, predicate, authorities, targets, filled.frame)
    if predicate is Predicate.INDICTS:
        drafts += charged_with(context, sentence, filled.verb, authorities, targets)
    return drafts


def charged_with(
    context: Context,
    sentence: Sentence,
    v: int,
    authorities: list[Reference],
    targets: list[tuple[Reference, int | None]],
) -> list[Draft]:
    """What the charged are said to have done: a named incident is attributed to them, a campaign is theirs."""

    drafts: list[Draft] = []
    actors = [t for t, _ in targets]
    context.memory.prosecutors.extend(authorities)
    for p, phrase in enumerate(sentence.phrases):
        if phrase.first < sentence.verbs[v].first or phrase.kind not in ("attack", "incident"):
            continue
        parts = read_event(sentence, p, context.memory)
        if parts.anchors or phrase.kind == "incident":
            event = event_reference(context, sentence, p)
            for actor in actors:
                draft = Draft(
                    Predicate.ATTRIBUTED_TO, event, actor, context.number, phrase.last, "charge"
                )
                draft.claimants = tuple(authorities)
                drafts.append(draft)
        else:
            context.doers[p] = actors
            context.charged = tuple(authorities)
    return drafts


def _authorities(context: Context, sentence: Sentence, filled: Filled) -> list[Reference]:
    role = next((r for r in ("authority", "condemner") if r in filled.roles), None)
    if role is None:
        return _unnamed_authority(context, sentence, filled)
    together = joined(sentence, filled.verb, frozenset(context.pack.phrases.joining_verbs)) or [
        filled.roles[role]
    ]
    said = [r for q in together for r in speak(sentence, q, context.memory)]
    return [
        Reference(r.type, r.text, r.id)
        for r in {r.id: r for r in said}.values()
        if r.type in (EntityType.STATE, EntityType.BLOC, EntityType.AGENCY, EntityType.COMPANY)
    ]


def _unnamed_authority(context: Context, sentence: Sentence, filled: Filled) -> list[Reference]:
    """Who acts where the passive names nobody: the state where an arrest was made, the body that announces
    a charge, the one that charged before."""
    if filled.frame == "arrest":
        for q in obliques(sentence, filled.verb, ("in", "en", "au", "aux", "à")):
            phrase = sentence.phrases[q]
            if phrase.kind == "state" and phrase.entity:
                return [Reference(EntityType.STATE, phrase.text, phrase.entity)]
        return []
    for phrase in sentence.phrases:
        if (
            filled.frame in ("indict", "act")
            and phrase.capital
            and phrase.entity
            and phrase.prep in ("à", "in")
        ):
            return [Reference(EntityType.STATE, phrase.text, phrase.entity)]
    if filled.frame != "indict" and not (
        filled.frame == "act" and sentence.phrases[filled.roles["act"]].kind == "charges"
    ):
        return []
    for source in find_sources(sentence, context.memory):
        for claimant in source.claimants:
            if claimant.type is EntityType.AGENCY:
                return [Reference(claimant.type, claimant.text, claimant.id)]
    return context.memory.prosecutors[-1:]


def _targets(
    context: Context, sentence: Sentence, p: int, predicate: Predicate
) -> list[tuple[Reference, int | None]]:
    """Persons, groups or bodies that an act falls on; the phrase number gives the count."""
    found: list[tuple[Reference, int | None]] = []
    for q in members(sentence, p):
        reference = _party(context, sentence, q)
        if reference is not None and reference.type in _TARGET_TYPES[predicate]:
            found.append((reference, q))
    return found


def _party(context: Context, sentence: Sentence, q: int) -> Reference | None:
    phrase = sentence.phrases[q]
    if (
        phrase.kind in ("technique", "asset", "malware") and phrase.entity is None
    ) or phrase.kind == "technique":
        # "the Emotet botnet", "the servers of the LockBit gang": what they belong to.
        child = of_child(sentence, q)
        for hit in (*phrase.names, *(sentence.phrases[child].names if child is not None else ())):
            if hit.type in ("malware", "group"):
                return Reference(
                    EntityType(hit.type), sentence.text[hit.start : hit.end], hit.entity
                )
        if child is not None and sentence.phrases[child].kind in ("group", "malware"):
            return refer(sentence, child, context.memory)
        return None
    if phrase.kind == "name":
        reference = refer(sentence, q, context.memory)
        if (
            reference is not None
            and reference.type is EntityType.COMPANY
            and " " in phrase.text
            and phrase.descriptor not in ("company", "organisation")
        ):
            return Reference(
                EntityType.PERSON, phrase.text, "person:" + reference.id.partition(":")[2]
            )
        return reference
    if phrase.kind == "unit" and phrase.number is not None:
        return Reference(
            EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
        )
    return refer(sentence, q, context.memory)


def _condemned(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:

    phrase = sentence.phrases[p]
    if phrase.kind in ("attack", "incident"):
        if phrase.weak and not phrase.cyber and not context.sentence_in_field:
            return []
        return [(event_reference(context, sentence, p), p)]
    reference = refer(sentence, p, context.memory)
    if reference is None or not context.sentence_in_field:
        return []
    return [(reference, p)]


def _expelled(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:
    """The state whose diplomats or ambassador an answer concerns."""
    phrase = sentence.phrases[p]
    if phrase.kind == "state" and phrase.entity:
        return [(Reference(EntityType.STATE, phrase.text, phrase.entity), None)]
    mark = country_mark(sentence, p)
    if mark is None:
        for q in attached(sentence, p, ("from", "of", "de", "at"), reach=2):
            mark = country_mark(sentence, q)
            if mark is not None:
                break
    if mark is None:
        return []
    return [(state_reference(mark, sentence.text), p)]


def _light_verb(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "announced charges against four hackers", "imposed sanctions on Russia", "no sanctions"."""
    act = sentence.phrases[filled.roles["act"]]
    predicate = _ACTS[act.kind]
    authorities = _authorities(context, sentence, filled)
    target = filled.roles.get("target")
    targets: list[tuple[Reference, int | None]] = []
    for q in attached(sentence, filled.roles["act"], AGAINST, reach=2):
        targets = _targets(context, sentence, q, predicate)
        if targets:
            break
    if not targets and target is not None:
        targets = _targets(context, sentence, target, predicate)
    if not targets and predicate is Predicate.SANCTIONS:
        targets = _implied_target(context, sentence, authorities)
    if not authorities and predicate is Predicate.SANCTIONS and targets:
        lead = sentence.atoms[max(act.first - 2, 0) : act.last + 1]
        if sentence.verbs[filled.verb].negated or any(a.tags & Tag.NEGATION for a in lead):
            authorities = _announcing_state(context, targets)
    if not authorities or not targets:
        return None
    drafts = _pairs(context, sentence, filled.verb, predicate, authorities, targets, "act")
    if predicate is Predicate.INDICTS:
        drafts += charged_with(context, sentence, filled.verb, authorities, targets)
    lead = sentence.atoms[max(act.first - 2, 0) : act.last + 1]
    if any(a.tags & Tag.NEGATION for a in lead) or sentence.verbs[filled.verb].negated:
        for draft in drafts:
            draft.polarity = Polarity.DENIED
    return drafts


def _announcing_state(
    context: Context, targets: list[tuple[Reference, int | None]]
) -> list[Reference]:
    """ "the announcement includes no sanctions": of the state that accused the target first."""
    ids = {t.id for t, _ in targets}
    for accuser in context.memory.accusers:
        if accuser.type is EntityType.STATE and accuser.id not in ids:
            return [Reference(accuser.type, accuser.text, accuser.id)]
    for speaker in reversed(context.memory.speakers):
        code = country_code(speaker.id)
        if code is not None and f"state:{code}" not in ids:
            text = context.memory.best_text.get(f"state:{code}", speaker.text)
            return [Reference(EntityType.STATE, text, f"state:{code}")]
    return []


def _implied_target(
    context: Context, sentence: Sentence, authorities: list[Reference]
) -> list[tuple[Reference, int | None]]:
    """ "to which the United States responded with sanctions": on the state accused before."""
    own = {country_code(a.id) for a in authorities}
    for phrase in sentence.phrases:
        if phrase.kind == "state" and phrase.entity and country_code(phrase.entity) not in own:
            return [(Reference(EntityType.STATE, phrase.text, phrase.entity), None)]
    for accused in reversed(context.memory.accused):
        if accused.type is EntityType.STATE and country_code(accused.id) not in own:
            return [(accused, None)]
    return []


def _pairs(
    context: Context,
    sentence: Sentence,
    v: int,
    predicate: Predicate,
    authorities: list[Reference],
    targets: list[tuple[Reference, int | None]],
    rule: str,
) -> list[Draft]:
    drafts: list[Draft] = []
    for authority in authorities:
        for target, p in targets:
            if target.id == authority.id:
                continue
            draft = Draft(
                predicate, authority, target, context.number, sentence.verbs[v].head, rule
            )
            if p is not None and predicate is not Predicate.CONDEMNS:
                draft.count = _person_count(sentence, p, context)
            drafts.append(draft)
    return drafts


def _person_count(sentence: Sentence, p: int, context: Context) -> Count | None:
    count = count_of(sentence, p, context.pack)
    if count is None:
        return None
    unit = "organizations" if sentence.phrases[p].kind in ("company", "organisation") else "persons"
    return Count(count.value, unit, count.approximate)
