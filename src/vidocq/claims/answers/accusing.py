"""Accusations and deeds: who blames whom for what, who carried it out, who joins the accuser."""

from __future__ import annotations

from vidocq.claims.answers.responses import act_drafts
from vidocq.claims.attacks.clause_events import event_of, event_reference
from vidocq.claims.attacks.event_parts import is_war, read_event
from vidocq.claims.attacks.events import landmark_of, own_year
from vidocq.claims.attacks.fill import Filled
from vidocq.claims.attacks.fillers import (
    acting,
    doers,
    draft_of,
    event_victims,
    fillers,
    is_marked,
    modified_by_clause,
    victim_references,
)
from vidocq.claims.attacks.tools import tool_references
from vidocq.claims.background.not_hit import is_policing, keeps_order
from vidocq.claims.discourse.context import Context
from vidocq.claims.draft import Draft
from vidocq.claims.references.countries import country_code
from vidocq.claims.references.entities import refer
from vidocq.claims.speech.speakers import speak
from vidocq.claims.syntax.arguments import joined, obliques, reduced, subjects
from vidocq.claims.syntax.factuality import accused_of
from vidocq.claims.syntax.layout import Sentence, leader, members, verb_of_word, with_chain
from vidocq.knowledge.facts import agency_kind
from vidocq.knowledge.schema import AgencyKind
from vidocq.mentions.phrases import Phrase
from vidocq.model import EntityType, Predicate, Reference


def accuse(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    verb = sentence.verbs[filled.verb]
    if verb.negated:
        return []
    claimants = None
    together = joined(sentence, filled.verb, frozenset(context.pack.phrases.joining_verbs))
    if together:
        said = [r for q in together for r in speak(sentence, q, context.memory)]
        claimants = tuple({r.id: r for r in said}.values())
    elif "claimant" in filled.roles:
        claimants = speak(sentence, filled.roles["claimant"], context.memory)
    blamed = sentence.phrases[filled.roles["accused"]]
    if blamed.text.lower() in context.pack.phrases.baseless_words:
        return None  # "Peking nannte das „Unsinn“"
    if blamed.kind == "name" and " " not in blamed.text:
        accused = doers(context, sentence, filled.roles["accused"])
    else:
        accused = acting(
            sentence,
            filled.roles["accused"],
            fillers(context, sentence, filled.roles["accused"]),
        )
    for q in members(sentence, filled.roles["accused"]):
        context.accused_phrases.update({q, *sentence.same.get(q, ())})
    accused = [a for a in accused if not (a.type is EntityType.COMPANY and context.is_vendor(a))]
    if "event" in filled.roles and _only_called(sentence, filled.roles["event"]):
        return None
    if "event" in filled.roles and _of_another(sentence, filled):
        return None
    charged = _charged_by_prosecutors(context, sentence, filled, accused, claimants or ())
    accused_phrase = sentence.phrases[filled.roles["accused"]]
    p = filled.roles["accused"]
    if accused_phrase.kind in ("actor", "persons") and not (
        is_marked(sentence, p) or modified_by_clause(sentence, p)
    ):
        return charged
    if not accused:
        return []
    if "event" not in filled.roles:
        by_office = (
            "claimant" in filled.roles
            and sentence.phrases[filled.roles["claimant"]].kind == "office"
            and (
                blamed.kind in ("service", "agency", "state", "government")
                or (bool(sentence.clause_at) and blamed.kind == "group")
            )
        )
        if (
            filled.complement is not None
            or not (claimants or by_office)
            or not context.memory.events
        ):
            return charged if filled.complement is not None else charged or None
        last = _last_event(context, sentence, filled.verb)
        context.memory.credit(last.id, accused)
        return [
            draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, last, actor, claimants)
            for actor in accused
            if actor.type in (EntityType.STATE, EntityType.AGENCY, EntityType.GROUP)
        ]
    drafts: list[Draft] = charged
    for q in members(sentence, filled.roles["event"]):
        phrase = sentence.phrases[q]
        if (
            phrase.plural
            and not phrase.determined
            and _habitual(accused)
            and not read_event(sentence, q, context.memory).anchors
        ):
            # "The group has been linked to campaigns against …": what it does, not one incident.
            context.doers[q] = accused
            continue
        if phrase.kind == "malware" and context.memory.firm is not None:
            # "Coolclient: a backdoor associated with the Fireant group": the malware itself.
            drafts += [
                draft_of(
                    context, sentence, filled, Predicate.ATTRIBUTED_TO, malware, actor, claimants
                )
                for malware in _named_malware(context, sentence, q)
                for actor in accused
            ]
            continue
        event = event_of(context, sentence, q, accused)
        context.memory.credit(event.id, accused)
        for actor in accused:
            drafts.append(
                draft_of(
                    context, sentence, filled, Predicate.ATTRIBUTED_TO, event, actor, claimants
                )
            )
    context.memory.accused.extend(accused)
    context.memory.accusers.extend(claimants or ())
    return drafts


def _charged_by_prosecutors(
    context: Context,
    sentence: Sentence,
    filled: Filled,
    accused: list[Reference],
    claimants: tuple[Reference, ...],
) -> list[Draft]:
    """Charges where it is prosecutors that accuse persons: "el Departamento de Justicia acusó a dos ciudadanos …"."""
    if "claimant" not in filled.roles or not accused:
        return []
    if any(a.type not in (EntityType.PERSON, EntityType.UNNAMED_ACTOR) for a in accused):
        return []
    head = sentence.phrases[filled.roles["claimant"]].head
    prosecute = head in context.pack.phrases.prosecuting_words or any(
        agency_kind(c.id) is AgencyKind.JUSTICE for c in claimants
    )
    if not prosecute:
        return []
    roles = {"authority": filled.roles["claimant"], "defendant": filled.roles["accused"]}
    charge = Filled("indict", roles, filled.verb, filled.passive, filled.complement)
    return act_drafts(context, sentence, charge) or []


def _habitual(accused: list[Reference]) -> bool:
    """Whether the accused are groups, of whom a report tells what they do again and again."""
    return all(a.type in (EntityType.GROUP, EntityType.UNNAMED_ACTOR) for a in accused)


def _only_called(sentence: Sentence, p: int) -> bool:
    """Whether somebody is called a program and accused of nothing: "présenté comme le rançongiciel …"."""
    phrase = sentence.phrases[p]
    return phrase.prep in sentence.pack.relations.named_as and phrase.kind in (
        "technique",
        "malware",
    )


def _named_malware(context: Context, sentence: Sentence, q: int) -> list[Reference]:
    """The malware that a phrase names, or that it describes."""
    found = [
        refer(sentence, p, context.memory)
        for p in sentence.same.get(q, [])
        if sentence.phrases[p].kind == "malware"
    ]
    named = [r for r in (*found, *tool_references(context, sentence, q)) if r is not None]
    return [r for r in named if r.type is EntityType.MALWARE][:1]


def _of_another(sentence: Sentence, filled: Filled) -> bool:
    """Whether a participle says of things or people, and not of the attack on them, whose they are:
    "espionage against | email accounts | linked to Britain"."""
    verb = sentence.verbs[filled.verb]
    before = sentence.phrase_at[verb.first - 1] if verb.first else -1
    if not verb.participle or before < 0 or before == filled.roles["event"]:
        return False
    return sentence.phrases[before].kind in _THINGS and before > filled.roles["event"]


_THINGS = frozenset({"asset", "persons", "unit", "actor", "thing"})


def perpetrate(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    if "event" not in filled.roles:
        if filled.frame == "avow" and filled.complement is None:
            return _avow_last(context, sentence, filled)
        return _responsible_for_clause(context, sentence, filled)
    following = sentence.next_in_list[filled.roles["event"]]
    if (
        sentence.phrases[filled.roles["event"]].kind == "malware"
        and following >= 0
        and sentence.phrases[following].kind == "attack"
    ):
        # "malware | and phishing campaigns": one noun for both.
        filled.roles["event"] = following
    if filled.frame == "avow" and _avowed_by_others(sentence, filled):
        return []
    if is_policing(sentence, filled.roles["event"], context.memory):
        return []  # "deflagrou | operação contra hackers": they are who go after attackers.
    actor_phrase = sentence.phrases[filled.roles["actor"]]
    event_phrase = sentence.phrases[filled.roles["event"]]
    parts = read_event(sentence, filled.roles["event"], context.memory)
    if is_war(sentence, filled.roles["event"], parts):
        return []
    unnamed = event_phrase.determined and not event_phrase.names and bool(sentence.clause_at)
    told = event_phrase.kind != "malware" or unnamed  # "hinter den Trojanern": their attack
    if not told and landmark_of(parts.anchors, None, None) is None:
        return None
    actors = [
        a
        for a in doers(context, sentence, filled.roles["actor"])
        if not (event_phrase.weak and keeps_order(a))
    ]
    if not actors and actor_phrase.kind == "organisation":
        return None
    drafts: list[Draft] = []
    if (
        event_phrase.plural
        and event_phrase.number is None
        and not event_phrase.determined
        and actor_phrase.kind in ("group", "actor", "agency", "pronoun")
    ):
        context.doers[filled.roles["event"]] = actors
        # "X conducts phishing campaigns against Y": aims and methods, not one incident.
        for actor in actors:
            for victim in event_victims(context, sentence, parts.victims):
                drafts.append(draft_of(context, sentence, filled, Predicate.TARGETS, actor, victim))
            for tool in tool_references(context, sentence, filled.roles["event"]):
                drafts.append(draft_of(context, sentence, filled, Predicate.USES, actor, tool))
        return drafts
    plain = (
        actor_phrase.kind in ("actor", "persons")
        and not actor_phrase.marks
        and not actor_phrase.names
        and filled.roles["actor"] not in sentence.same
        and not _told_apart(sentence, filled.roles["actor"])
        and not _milieu(actor_phrase)
    )
    event = event_reference(context, sentence, filled.roles["event"])
    if plain and not context.accusing and not accused_of(sentence, filled.verb):
        return []
    context.memory.credit(event.id, actors)
    for actor in actors:
        # A claim of responsibility is the attackers' own word.
        claimants = (actor,) if filled.frame == "avow" else None
        drafts.append(
            draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, actor, claimants)
        )
    for victim in _victims_of_verb(context, sentence, filled, parts.victims):
        if all(victim.id != actor.id for actor in actors):
            drafts.append(draft_of(context, sentence, filled, Predicate.TARGETS, event, victim))
    return drafts


def _avowed_by_others(sentence: Sentence, filled: Filled) -> bool:
    """Whether the verb has a subject of its own that no actor is: "X did it, even if | activists | claimed the attack"."""
    actor, first = filled.roles["actor"], sentence.verbs[filled.verb].first
    before = sentence.phrase_at[first - 1] if first else -1
    if filled.passive:
        return False
    return any(
        q >= 0
        and sentence.phrases[q].kind in _CLAIMING
        and sentence.phrases[leader(sentence, actor)].last < sentence.phrases[q].first
        and actor not in with_chain(sentence, q)
        for q in (before, *subjects(sentence, filled.verb)[:1])
    )


_CLAIMING = frozenset({"sector", "organisation", "persons", "unit"})


def _milieu(actor: Phrase) -> bool:
    """Whether a singular of several words without "a" means those of one kind at large: "the work of | organised crime"."""
    return " " in actor.head and not actor.plural and not actor.indefinite


def _told_apart(sentence: Sentence, p: int) -> bool:
    """Whether a participle after an unnamed actor says which: "des acteurs | liés à l'État chinois"."""
    after = sentence.phrases[p].last + 1
    v = verb_of_word(sentence, after)
    return v >= 0 and reduced(sentence, v)


def _victims_of_verb(
    context: Context, sentence: Sentence, filled: Filled, known: tuple[int, ...]
) -> list[Reference]:
    """Whom the deed was against where the verb says so: "an attack | mounted by X | against Y"."""
    verb = sentence.verbs[filled.verb]
    if sentence.phrases[filled.roles["event"]].first > verb.last:
        return []  # What follows the event is the event's own.
    found: list[Reference] = []
    for q in obliques(sentence, filled.verb, sentence.pack.relations.victims)[:1]:
        if q not in known:
            found.extend(victim_references(context, sentence, q))
    return found


def _responsible_for_clause(
    context: Context, sentence: Sentence, filled: Filled
) -> list[Draft] | None:
    """ "responsible for hacking X": the clause that follows makes the claims."""
    return None if filled.complement is None else []


def _avow_last(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "…, with the gang Kestrel | claiming responsibility": for the attack that was told last."""
    actors = [
        a
        for a in doers(context, sentence, filled.roles["actor"])
        if a.type in (EntityType.GROUP, EntityType.PERSON)
    ]
    verb = sentence.verbs[filled.verb]
    if (
        not actors
        or not context.memory.events
        or obliques(sentence, filled.verb, sentence.pack.relations.avowed)
    ):
        return None
    event = _last_event(context, sentence, filled.verb)
    context.memory.credit(event.id, actors)
    return [
        draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, actor, (actor,))
        for actor in actors
        if not verb.negated
    ]


def _last_event(context: Context, sentence: Sentence, v: int) -> Reference:
    """The attack told last before verb ``v``: one that its own sentence dates ("the 2021 attack hit X, with Y | blaming Z"), else
    that of the text."""
    for p in range(len(sentence.phrases) - 1, -1, -1):
        phrase = sentence.phrases[p]
        told = phrase.kind in ("attack", "incident") and phrase.last < sentence.verbs[v].first
        if told and own_year(sentence, p) is not None:
            return event_reference(context, sentence, p)
    return context.memory.events[-1].reference


def endorse(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "Japan shares this analysis": one more claimant of the last attribution."""
    claimants = speak(sentence, filled.roles["claimant"], context.memory)
    for event in reversed(context.memory.events):
        authors = [a for a in context.memory.accused if a.id in event.authors]
        if authors and claimants:
            return [
                draft_of(
                    context,
                    sentence,
                    filled,
                    Predicate.ATTRIBUTED_TO,
                    event.reference,
                    authors[-1],
                    claimants,
                )
            ]
    return []


def join_accuser(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "Washington was joined by the EU and NATO": they accuse whom Washington just accused."""
    partners = fillers(context, sentence, filled.roles["partner"])
    accusers = {country_code(a.id) or a.id for a in context.memory.accusers}
    if not any((country_code(r.id) or r.id) in accusers for r in partners):
        return []
    return endorse(context, sentence, filled)
