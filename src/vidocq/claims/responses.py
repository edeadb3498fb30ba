"""What was done about it: condemnation, charges, sanctions, arrests, takedowns, expulsions, denials."""

from __future__ import annotations

from vidocq.claims.arguments import complement_verb, joined, obliques, subjects
from vidocq.claims.context import Context
from vidocq.claims.counts import count_of
from vidocq.claims.draft import Draft
from vidocq.claims.entities import country_code, country_mark, refer, state_reference
from vidocq.claims.fill import Filled
from vidocq.claims.sentence import Sentence, attached, members
from vidocq.claims.speech import find_sources, speak
from vidocq.language.pack import Tag
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
_PERSONAL = frozenset({"person", "persons", "actor", "name", "office"})
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
        return _denial(context, sentence, filled)
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
    from vidocq.claims.clauses import event_reference
    from vidocq.claims.events import read_event

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
            if phrase.kind == "state" and phrase.entity and not phrase.capital:
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
        from vidocq.claims.memory import slug

        return Reference(
            EntityType.UNNAMED_ACTOR, phrase.text, "unnamed-actor:" + slug(phrase.text)
        )
    return refer(sentence, q, context.memory)


def _condemned(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:
    from vidocq.claims.clauses import event_reference

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


def _denial(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
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
    from vidocq.claims.clauses import event_reference

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
