"""Claims of a sentence's verbs: each cue verb's frame, filled and turned into drafts."""

from __future__ import annotations

from vidocq.claims.answers.accusing import accuse, endorse, join_accuser, perpetrate
from vidocq.claims.answers.responses import act_drafts
from vidocq.claims.attacks.attacking import attack
from vidocq.claims.attacks.clause_events import event_known, event_reference, event_subjects
from vidocq.claims.attacks.exploiting import exploit
from vidocq.claims.attacks.fill import Filled, fill_frames
from vidocq.claims.attacks.fillers import acting, draft_of, fillers
from vidocq.claims.attacks.impact import affect, suffer
from vidocq.claims.attacks.pronoun_events import attack_before, pronoun_event
from vidocq.claims.attacks.using import use
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.frames import frames
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.hedges import hedge_of
from vidocq.claims.speech.speakers import speak
from vidocq.claims.syntax.arguments import obliques
from vidocq.claims.syntax.clitics import CLITIC
from vidocq.claims.syntax.conditions import supposed
from vidocq.claims.syntax.dependencies import dependencies
from vidocq.claims.syntax.layout import Sentence, attached, members, of_child
from vidocq.claims.syntax.tense import is_future
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Polarity, Predicate, Reference

_STATE_ACTS = frozenset(
    {
        *("condemn", "reproach", "indict", "sanction", "arrest", "disrupt", "respond", "reward"),
        "act",
    }
)
_BLAMING = frozenset({"accuse", "perpetrate", "avow"})
_DENIABLE = frozenset(
    {"perpetrate", "avow", "hack", "target", "sponsor", "sanction", "indict", "act"}
)
"""Frames whose negation is a denial, and no mere absence ("did not encrypt anything")."""
_DENIED = frozenset(
    {
        Predicate.ATTRIBUTED_TO,
        Predicate.SPONSORED_BY,
        Predicate.SANCTIONS,
        Predicate.INDICTS,
        Predicate.ARRESTS,
    }
)


def clause_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of all cue verbs of a sentence, in order."""
    drafts: list[Draft] = []
    only_supposed = supposed(sentence, context.pack)
    for v in range(len(sentence.verbs)):
        if v in only_supposed:
            continue
        for filled in fill_frames(sentence, v):
            made = _frame_drafts(context, sentence, filled)
            if made is None:
                continue
            drafts.extend(made)
            break
    return drafts


def _frame_drafts(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """The drafts of one filled frame; None lets the verb's next use try."""
    verb = sentence.verbs[filled.verb]
    if is_future(sentence, filled.verb):
        return []
    if (
        verb.infinitive
        and filled.frame in _STATE_ACTS
        and not achieved(sentence, filled.verb, context.pack)
        and not _announced(sentence, filled.verb)
    ):
        return []
    if not _in_field(context, sentence, filled) or not _events_known(context, sentence, filled):
        return None
    if filled.frame in _STATE_ACTS and not context.sentence_in_field and not context.near_field:
        return []
    maker = _MAKERS.get(filled.frame)
    drafts = (
        maker(context, sentence, filled) if maker else _template_drafts(context, sentence, filled)
    )
    if drafts is None:
        return None
    if drafts and filled.frame in _BLAMING and "event" in filled.roles:
        context.blamed_events.update(members(sentence, filled.roles["event"]))
    hedge = hedge_of(context, sentence, filled.verb)
    for draft in drafts:
        draft.likelihood = draft.likelihood or hedge
        if verb.negated:
            draft.polarity = Polarity.DENIED
    if verb.negated:
        return [d for d in drafts if filled.frame in _DENIABLE and d.predicate in _DENIED]
    return drafts


def achieved(sentence: Sentence, v: int, pack: Pack) -> bool:
    """Whether an infinitive tells what was done: "worked with partners to call out", "managed to seize"."""
    governor = dependencies(sentence)[v].governor
    if governor is None or is_future(sentence, governor):
        return False
    return not sentence.verbs[governor].lemmas.isdisjoint(pack.phrases.achieving_verbs)


def _in_field(context: Context, sentence: Sentence, filled: Filled) -> bool:
    """Whether weak words ("group", "attack", "operation") mean the field here."""
    for p in filled.roles.values():
        phrase = sentence.phrases[p]
        if phrase.weak and not phrase.cyber and not context.dense and not context.sentence_in_field:
            return False
    return True


def _announced(sentence: Sentence, v: int) -> bool:
    """Whether an act in the infinitive is done: "ont annoncé | inculper trois hommes", "dit | avoir arrêté"."""
    verb = sentence.verbs[v]
    if any(a.tags & Tag.HAVE for a in sentence.atoms[verb.first : verb.head]):
        return True
    governor = sentence.verbs[v - 1] if v else None
    return (
        governor is not None
        and verb.marker is None
        and governor.finite
        and governor.last + 3 >= verb.first
        and "say" in governor.frames
    )


def _events_known(context: Context, sentence: Sentence, filled: Filled) -> bool:
    """Whether a pronoun in the role of the event has an event to stand for."""
    p = filled.roles.get("event")
    if p is not None and sentence.phrases[p].kind == "pronoun":
        if attack_before(sentence, p) is not None:
            return True
        return pronoun_event(context, sentence, p) is not None
    if p is None or sentence.phrases[p].kind not in (CLITIC, "deed"):
        return True
    deed = sentence.phrases[p]
    if not deed.demonstrative and (of_child(sentence, p) is not None or " " in deed.text):
        return False  # "the actions" were told of before, "the technical operations of the GRU" are told of now.
    return event_known(context, sentence, p)


def _template_drafts(context: Context, sentence: Sentence, filled: Filled) -> list[Draft]:
    """The frame's templates, one draft for each pair of fillers (claim guide, rule 1)."""
    drafts: list[Draft] = []
    for template in frames()[filled.frame].claims:
        if template.subject not in filled.roles or template.object not in filled.roles:
            continue
        claimants = None
        if template.by and template.by in filled.roles:
            claimants = speak(sentence, filled.roles[template.by], context.memory)
        actor = filled.roles[template.subject]
        if sentence.phrases[actor].kind == "attack" and template.subject in ("actor", "attacker"):
            subjects_ = event_subjects(context, sentence, actor)
        else:
            subjects_ = acting(sentence, actor, fillers(context, sentence, actor))
        for subject in subjects_:
            for object_ in fillers(context, sentence, filled.roles[template.object]):
                if subject.id != object_.id:
                    drafts.append(
                        draft_of(
                            context,
                            sentence,
                            filled,
                            template.predicate,
                            subject,
                            object_,
                            claimants,
                        )
                    )
    return drafts


def _alias(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    drafts = _template_drafts(context, sentence, filled)
    listed = members(sentence, filled.roles["alias"])
    unknown = {sentence.phrases[q].text for q in listed if sentence.phrases[q].kind == "name"}
    kept = []
    culprits = _culprits(context, sentence, filled)
    for draft in drafts:
        if draft.object is None:
            continue
        if culprits is not None and draft.object.type is EntityType.GROUP:
            # "identified the attackers as Kestrel": who they are is who did it.
            draft.predicate, draft.subject = Predicate.ATTRIBUTED_TO, culprits
            context.memory.credit(culprits.id, [draft.object])
            kept.append(draft)
            continue
        if draft.subject.type is EntityType.GROUP and draft.object.text in unknown:
            # "overlaps with TA453 and Yellow Garuda": a group by what it is set beside.
            name = draft.object.id.partition(":")[2]
            draft.object = Reference(EntityType.GROUP, draft.object.text, "group:" + name)
        both = {draft.subject.type, draft.object.type}
        if both <= {EntityType.MALWARE} or (
            EntityType.GROUP in both
            and EntityType.MALWARE not in both
            and EntityType.COMPANY not in both
        ):
            kept.append(draft)
            context.memory.equate(draft.subject, draft.object)
    return kept


def _culprits(context: Context, sentence: Sentence, filled: Filled) -> Reference | None:
    """The attack whose bare "attackers" or "perpetrators" a frame of naming names; None where it names others."""
    p = filled.roles["name"]
    phrase = sentence.phrases[p]
    if (
        phrase.head not in context.pack.cues.attackers
        or phrase.marks
        or phrase.names
        or phrase.indefinite
    ):
        return None
    child = of_child(sentence, p)
    if child is not None:
        attack = sentence.phrases[child].kind in ("attack", "incident")
        return event_reference(context, sentence, child) if attack else None
    return context.memory.events[-1].reference if context.memory.events else None


def _locate(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Where an actor sits: the place, and the state that the text puts it in ("Wuhan, in China")."""
    drafts = [
        d
        for d in _template_drafts(context, sentence, filled)
        if d.subject.type not in (EntityType.COMPANY, EntityType.ORGANISATION)
    ]
    last = members(sentence, filled.roles["place"])[-1]
    if sentence.phrases[last].kind != "place":
        return drafts
    for q in attached(sentence, last, sentence.pack.relations.seats, reach=1):
        state = refer(sentence, q, context.memory) if sentence.phrases[q].kind == "state" else None
        if state is not None:
            drafts += [
                draft_of(context, sentence, filled, Predicate.LOCATED_IN, subject, state)
                for subject in {d.subject.id: d.subject for d in drafts}.values()
            ]
    return drafts


def _act_of_state(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:

    return act_drafts(context, sentence, filled)


def _sponsor(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Who backs whom; and what for: "APT28 | a été employé par | le GRU | lors du sabotage de X"."""
    sponsor = sentence.phrases[filled.roles["sponsor"]]
    relations = sentence.pack.relations
    placed = sponsor.prep in relations.places and sponsor.prep not in relations.to
    if sponsor.capital and placed:
        return None  # "served as a public defender | in Washington": where, and not whom.
    backs = not filled.passive and sponsor.first < sentence.verbs[filled.verb].first
    drafts = [
        d
        for d in _template_drafts(context, sentence, filled)
        if _may_serve(context, sentence, d, backs=backs)
    ]
    if not filled.passive or not drafts:
        return drafts
    for q in obliques(sentence, filled.verb, sentence.pack.relations.courses):
        for r in members(sentence, q):
            phrase = sentence.phrases[r]
            if phrase.kind not in ("attack", "incident") or phrase.first < filled.verb:
                continue
            event = event_reference(context, sentence, r)
            for actor in (x for d in list(drafts) for x in (d.object, d.subject)):
                if actor is not None and actor.type is not EntityType.INCIDENT:
                    drafts.append(
                        draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, actor)
                    )
    return drafts


def _may_serve(context: Context, sentence: Sentence, draft: Draft, *, backs: bool) -> bool:
    """Whether it is told of an actor: a name that no list has is often a judge's or a firm's, who serve a state
    in many ways ("Judge Jackson served as counsel for the United States")."""
    kind = draft.subject.type
    if kind not in _BACKED or _acts_here(context, sentence, draft):
        return True
    if backs:
        return False
    if kind is EntityType.PERSON:
        return context.dense or context.sentence_in_field
    return not _FIELD.isdisjoint(sentence.kinds)


_FIELD = frozenset({"attack", "incident", "actor", "group", "malware", "charges"})
_BACKED = frozenset({EntityType.PERSON, EntityType.COMPANY, EntityType.ORGANISATION})
"""Whom a state may back in anything: parties, firms, fronts."""


def _acts_here(context: Context, sentence: Sentence, draft: Draft) -> bool:
    """Whether the text has told of somebody as an actor: "Chile of supporting the Harbour Front" is politics."""
    return any(actor.id == draft.subject.id for actor in context.memory.actors) or any(
        phrase.kind in ("actor", "persons") and phrase.text == draft.subject.text
        for phrase in sentence.phrases
    )


_MAKERS = {
    "sponsor": _sponsor,
    "accuse": accuse,
    "perpetrate": perpetrate,
    "avow": perpetrate,
    "hack": attack,
    "steal": attack,
    "take": attack,
    "target": attack,
    "suffer": suffer,
    "disclose": suffer,
    "fall": suffer,
    "use": use,
    "affect": affect,
    "exploit": exploit,
    "leverage": exploit,
    "alias": _alias,
    "locate": _locate,
    "endorse": endorse,
    "join": join_accuser,
    "act": _act_of_state,
    "deny": _act_of_state,
    "indict": _act_of_state,
    "sanction": _act_of_state,
    "arrest": _act_of_state,
    "disrupt": _act_of_state,
    "respond": _act_of_state,
    "reward": _act_of_state,
    "reproach": _act_of_state,
    "condemn": _act_of_state,
}
