"""What was done about it: condemnation, charges, sanctions, arrests, takedowns, expulsions, denials."""

from __future__ import annotations

from vidocq.claims.answers.authorities import acting_authorities, announcing_state
from vidocq.claims.answers.denials import denial
from vidocq.claims.answers.parties import TARGET_TYPES, act_targets, charged_phrase
from vidocq.claims.answers.reproaches import condemned, condemning_voice, reproached
from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.attacks.counts import count_of
from vidocq.claims.attacks.event_parts import read_event
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.attacks.takedowns import disrupted
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code, country_mark
from vidocq.claims.references.named_entities import state_reference
from vidocq.claims.syntax.layout import Sentence, attached, members
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.model import Count, EntityType, Polarity, Predicate, Reference

_ACTS = {
    "sanctions": Predicate.SANCTIONS,
    "charges": Predicate.INDICTS,
    "arrest": Predicate.ARRESTS,
    "takedown": Predicate.DISRUPTS,
}


_FRAME_ACTS = {
    "condemn": Predicate.CONDEMNS,
    "reproach": Predicate.CONDEMNS,
    "indict": Predicate.INDICTS,
    "sanction": Predicate.SANCTIONS,
    "arrest": Predicate.ARRESTS,
    "disrupt": Predicate.DISRUPTS,
    "respond": Predicate.RESPONDS,
    "reward": Predicate.RESPONDS,
}


def act_drafts(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """The drafts of a frame of answering; None where another use of the verb fits better."""
    if filled.frame == "deny":
        return denial(context, sentence, filled)
    if filled.frame == "act":
        return _light_verbs(context, sentence, filled)
    predicate = _FRAME_ACTS[filled.frame]
    authorities = acting_authorities(context, sentence, filled)
    if not authorities:
        return None
    target_role = next(
        (r for r in ("target", "defendant", "person", "reward") if r in filled.roles), ""
    )
    if predicate is Predicate.CONDEMNS:
        targets: list[tuple[Reference, int | None]] = (
            reproached(context, sentence, filled)
            if filled.frame == "reproach"
            else condemned(context, sentence, filled.roles["target"])
        )
        if not targets:
            return None
    elif filled.frame == "reward":
        targets = _rewarded(context, sentence, filled.roles["reward"])
        if not targets:
            return None
    elif predicate is Predicate.RESPONDS:
        targets = _expelled(context, sentence, filled.roles["target"])
    elif predicate is Predicate.DISRUPTS:
        targets = [
            (r, q)
            for r, q in disrupted(context, sentence, filled.roles["target"])
            if r.type in TARGET_TYPES[predicate]
        ]
        if not targets:
            return None
    else:
        p = charged_phrase(sentence, filled, filled.roles[target_role])
        targets = act_targets(context, sentence, p, predicate)
    drafts = act_pairs(
        context, sentence, filled.verb, predicate, authorities, targets, filled.frame
    )
    if predicate is Predicate.INDICTS:
        drafts += charged_with(context, sentence, filled.verb, authorities, targets)
    if predicate is Predicate.CONDEMNS:
        for draft in drafts:
            draft.claimants = condemning_voice(context, sentence, filled, draft.subject)
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
    context.charged = tuple(authorities)
    for actor in actors:
        if actor.type in (EntityType.PERSON, EntityType.UNNAMED_ACTOR):
            context.memory.note_actor(actor)
    for p, phrase in enumerate(sentence.phrases):
        if phrase.kind not in ("attack", "incident") or not _belongs(sentence, v, p):
            continue
        parts = read_event(sentence, p, context.memory)
        # "were charged over | the hack": the one that the text speaks of.
        spoken_of = (
            phrase.prep in sentence.pack.relations.charged
            and context.memory.events
            and _the(phrase)
        )
        if parts.anchors or phrase.kind == "incident" or spoken_of:
            event = event_reference(context, sentence, p)
            for actor in actors:
                draft = Draft(
                    Predicate.ATTRIBUTED_TO, event, actor, context.number, phrase.last, "charge"
                )
                draft.claimants = tuple(authorities)
                drafts.append(draft)
        else:
            context.doers[p] = actors
    return drafts


def _belongs(sentence: Sentence, v: int, p: int) -> bool:
    """Whether an attack stands where a verb says what somebody is charged with: after it, in verb-final clauses before it too."""
    phrase = sentence.phrases[p]
    if phrase.first > sentence.verbs[v].first:
        return True
    return (
        bool(sentence.clause_at)
        and sentence.clause_at[phrase.first] == v
        and phrase.prep in sentence.pack.relations.charged
    )


def _the(phrase: Phrase) -> bool:
    """Whether a phrase means one thing that the text has told of: "the hack", not "a hack" or "hacks"."""
    return phrase.determined and not phrase.indefinite and not phrase.plural


def _expelled(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:
    """The state whose diplomats or ambassador an answer concerns."""
    phrase = sentence.phrases[p]
    if phrase.kind == "state" and phrase.entity:
        return [(Reference(EntityType.STATE, phrase.text, phrase.entity), None)]
    mark = country_mark(sentence, p)
    for hit in phrase.names:
        code = country_code(hit.entity) if hit.type == "agency" else None
        if mark is None and code is not None:
            # "four Russian intelligence officers"
            words = sentence.text[hit.start : hit.end]
            return [(Reference(EntityType.STATE, words, f"state:{code}"), p)]
    if mark is None:
        for q in attached(sentence, p, sentence.pack.relations.envoys, reach=2):
            other = sentence.phrases[q]
            if other.kind == "state" and other.entity:
                return [(Reference(EntityType.STATE, other.text, other.entity), p)]
            mark = country_mark(sentence, q)
            if mark is not None:
                break
    if mark is None:
        return []
    return [(state_reference(mark, sentence.text), p)]


def _rewarded(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:
    """The attack for whose authors money is offered: of the sentence, else the one spoken of last."""
    words = context.pack.phrases.reward_words
    if sentence.phrases[p].head.rstrip("s") not in words and not any(
        atom.key in sentence.pack.cues.information for atom in sentence.atoms
    ):
        return []
    for q, phrase in enumerate(sentence.phrases):
        if phrase.kind in ("attack", "incident"):
            return [(event_reference(context, sentence, q), None)]
    events = context.memory.events
    return [(events[-1].reference, None)] if events else []


def _light_verbs(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "announced charges and sanctions against four hackers": each act by itself, with one target for all."""
    acts = [q for q in members(sentence, filled.roles["act"]) if sentence.phrases[q].kind in _ACTS]
    found = [_light_verb(context, sentence, filled, q, acts[-1]) for q in acts]
    drafts = [draft for made in found if made for draft in made]
    return drafts or None


def _light_verb(
    context: Context, sentence: Sentence, filled: Filled, p: int, last: int
) -> list[Draft] | None:
    """ "announced charges against four hackers", "imposed sanctions on Russia", "no sanctions"."""
    act = sentence.phrases[p]
    predicate = _ACTS[act.kind]
    authorities = acting_authorities(context, sentence, filled)
    target = filled.roles.get("target")
    targets: list[tuple[Reference, int | None]] = []
    if target is not None and target < p:
        # "placed both men under sanctions": the object, not what follows the act.
        targets = act_targets(context, sentence, target, predicate)
    answered = attached(sentence, last, sentence.pack.relations.answers, reach=2)
    for q in () if targets else answered:
        if sentence.phrases[q].kind == "attack":
            continue  # "on those responsible for | the hack of the parliament": not on the parliament
        targets = act_targets(context, sentence, q, predicate)
        if targets:
            break
    if not targets and target is not None and not _of_attack(sentence, last, target):
        targets = act_targets(context, sentence, target, predicate)
    if not targets and predicate is Predicate.SANCTIONS and not answered:
        targets = _implied_target(context, sentence, authorities)
    if not authorities and predicate is Predicate.SANCTIONS and not act.indefinite:
        # "Sanctions were also announced against …": by whom the text has just named.
        authorities = context.memory.sanctioners[-1:]
    if not authorities and predicate is Predicate.SANCTIONS and targets:
        lead = sentence.atoms[max(act.first - 2, 0) : act.last + 1]
        if sentence.verbs[filled.verb].negated or any(a.tags & Tag.NEGATION for a in lead):
            authorities = announcing_state(context, targets)
    if not authorities or not targets:
        if predicate is Predicate.SANCTIONS and not sentence.verbs[filled.verb].negated:
            context.memory.sanctioners.extend(authorities)  # on whom, the next sentences tell
        return None
    drafts = act_pairs(context, sentence, filled.verb, predicate, authorities, targets, "act")
    if predicate is Predicate.INDICTS:
        drafts += charged_with(context, sentence, filled.verb, authorities, targets)
    lead = sentence.atoms[max(act.first - 2, 0) : act.last + 1]
    if any(a.tags & Tag.NEGATION for a in lead) or sentence.verbs[filled.verb].negated:
        for draft in drafts:
            draft.polarity = Polarity.DENIED
    return drafts


def _of_attack(sentence: Sentence, act: int, target: int) -> bool:
    """Whether an attack stands between an act and its target: "sanctions over the attack | on Ukraine"."""
    if sentence.clause_at and sentence.phrases[target].prep in sentence.pack.relations.against:
        return False  # "Gegen X hat die EU wegen des Angriffs | Sanktionen verhängt"
    return any(
        sentence.phrases[q].kind in ("attack", "incident")
        for q in range(min(act, target) + 1, max(act, target))
    )


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


def act_pairs(
    context: Context,
    sentence: Sentence,
    v: int,
    predicate: Predicate,
    authorities: list[Reference],
    targets: list[tuple[Reference, int | None]],
    rule: str,
) -> list[Draft]:
    drafts: list[Draft] = []
    if predicate is Predicate.SANCTIONS:
        context.memory.sanctioners.extend(authorities)
    for authority in authorities:
        for target, p in targets:
            if target.id == authority.id:
                continue
            draft = Draft(
                predicate, authority, target, context.number, sentence.verbs[v].head, rule
            )
            if p is not None and predicate is not Predicate.CONDEMNS:
                draft.count = _person_count(sentence, p, context)
                if draft.count is not None and target.type in _BODIES:
                    count = draft.count
                    draft.count = Count(count.value, "organizations", count.approximate)
            drafts.append(draft)
    return drafts


_BODIES = frozenset({EntityType.ORGANISATION, EntityType.COMPANY})


def _person_count(sentence: Sentence, p: int, context: Context) -> Count | None:
    count = count_of(sentence, p, context.pack)
    if count is None:
        return None
    kind = sentence.phrases[p].kind
    if kind in ("asset", "unit", "thing", "technique") and count.unit != "organizations":
        return count
    unit = "organizations" if kind in ("company", "organisation") else "persons"
    return Count(count.value, unit, count.approximate)
