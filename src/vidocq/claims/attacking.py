"""Attacks told by a verb: who hacked, stole from, targeted, used, exploited, hit how many."""

from __future__ import annotations

from vidocq.claims.arguments import obliques, subjects
from vidocq.claims.clause_events import clause_event, event_reference, event_subjects
from vidocq.claims.context import Context
from vidocq.claims.counted import counted_thing, taken
from vidocq.claims.counts import count_of
from vidocq.claims.dependencies import dependencies
from vidocq.claims.draft import Draft
from vidocq.claims.exploiting import flaw_references
from vidocq.claims.fill import Filled
from vidocq.claims.fillers import (
    EVENT_KINDS,
    attackers,
    draft_of,
    fillers,
    in_general,
    is_marked,
    is_state_bodies,
    tool_references,
    victim_references,
)
from vidocq.claims.layout import Sentence
from vidocq.claims.listed import places_after
from vidocq.claims.pronoun_events import pronoun_event
from vidocq.claims.takedowns import disrupted
from vidocq.claims.verbs import accuses
from vidocq.claims.victims import victim_of_phrase
from vidocq.language.tags import Form, Tag
from vidocq.model import EntityType, Predicate, Reference

_COUNTED = frozenset({"unit", "asset", "sector", "company", "organisation", "persons"})


def attack(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Hacking, stealing, targeting: from the attacker, or from an incident where none is named."""
    verb = sentence.verbs[filled.verb]
    victim = filled.roles.get("victim", filled.roles.get("goods"))
    if victim is None:
        return None
    attacker = filled.roles.get("attacker")
    if attacker is None and verb.infinitive:
        attacker = enabling_event(sentence, filled.verb)
    if filled.frame == "take" and "goods" not in filled.roles and context.memory.topic is not None:
        return None  # "downloaded PowerCat from GitHub": what was taken is unknown, perhaps a tool.
    victims = victim_references(context, sentence, victim)
    if filled.passive:
        # "organizations have been targeted | in France and Spain".
        victims += [
            r
            for q in places_after(sentence, verb.last)
            for r in victim_of_phrase(sentence, q, context.memory)
            if r not in victims and not sentence.phrases[q].capital
        ]
    if "goods" in filled.roles and "victim" in filled.roles:
        victims += [
            r
            for r in victim_references(context, sentence, filled.roles["goods"])
            if r not in victims
        ]
    count = count_of(sentence, victim, context.pack)
    meant = None
    if attacker is not None and sentence.phrases[attacker].kind == "pronoun":
        meant = _hit_by(context, sentence, attacker)
    if meant is not None:
        subjects = [meant]
    elif attacker is not None and _a_kind_of(sentence, attacker, filled.verb):
        return []
    elif attacker is not None and sentence.phrases[attacker].kind in EVENT_KINDS:
        subjects = event_subjects(context, sentence, attacker)
    elif attacker is not None:
        if sentence.phrases[attacker].kind == "sector" and not is_state_bodies(
            sentence, sentence.phrases[attacker]
        ):
            return None
        subjects = attackers(context, sentence, attacker)
        if not subjects:
            return None
        if count is not None and not victims and _nobody(sentence, attacker, subjects):
            return []  # "Le groupe vise un million d'abonnés": any firm's aim.
    else:
        if not (verb.passive or (verb.participle and filled.passive)):
            return None
        of_field = sentence.atoms[verb.head].tags & (Tag.CYBER | Tag.STRONG_CYBER)
        near = context.sentence_in_field or (context.dense and context.near_field)
        if not (of_field or near or context.memory.topic is not None):
            return None
        if not victims and count is None:
            return None
        means = filled.roles.get("means")
        if means is not None and sentence.phrases[means].kind in ("attack", "technique"):
            # "was hit with a DDoS attack": the attack is the incident.
            subjects = [event_reference(context, sentence, means)]
            return [
                draft_of(context, sentence, filled, Predicate.TARGETS, subjects[0], r)
                for r in victims
            ]
        if context.memory.topic is not None and not named_victim(sentence, victim, victims):
            subjects = [context.memory.topic]
        elif context.memory.events and not (of_field or context.sentence_in_field):
            # "Some 30,000 organizations were hit.": by the attack that the text is about.
            subjects = [context.memory.events[-1].reference]
        else:
            subjects = [clause_event(context, sentence, filled.verb, victim, victims)]
    answered = taken_down(context, sentence, victim, subjects)
    if answered:
        return [
            draft_of(context, sentence, filled, Predicate.DISRUPTS, s, target)
            for s in subjects
            for target in answered
        ]
    drafts: list[Draft] = []
    if (
        not victims
        and attacker is not None
        and (
            accused_of(sentence, filled.verb)
            or (
                not (count is not None and sentence.phrases[victim].kind in _COUNTED)
                and sentence.phrases[attacker].kind != "pronoun"
                and _did_it(context, sentence, filled, subjects)
            )
        )
    ):
        # "accuses X of having spied on voters": whom it hit may stay untyped, who did it does not.
        event = clause_event(context, sentence, filled.verb, victim, victims)
        context.memory.credit(event.id, subjects)
        return [
            draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, s)
            for s in subjects
            if s.type in _BREAKS_IN
        ]
    accused = accused_of(sentence, filled.verb)
    for subject in subjects:
        habit = subject == context.memory.topic
        if (
            (
                accused
                or filled.verb in sentence.clefts
                or _answers_for_it(sentence, filled.verb, subject)
                or (filled.frame == "hack" and not habit)
            )
            and (
                _answers_for_it(sentence, filled.verb, subject)
                or not _kinds_of_victims(subject, victims)
            )
            and (
                subject.type in _BREAKS_IN
                or (
                    subject.type is not EntityType.INCIDENT
                    and attacker is not None
                    and (accused or is_marked(sentence, attacker))
                )
            )
            and (
                _answers_for_it(sentence, filled.verb, subject)
                or not is_control(sentence, filled.verb)
            )
        ):
            event = clause_event(context, sentence, filled.verb, victim, victims)
            drafts.append(
                draft_of(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, subject)
            )
            subject = event
        own = [
            r
            for r in victim_of_phrase(sentence, victim, context.memory)
            if r.type is EntityType.SECTOR
        ]
        counted = count is not None and sentence.phrases[victim].kind in _COUNTED
        for reference in victims:
            if reference.id != subject.id and not (counted and reference in own):
                drafts.append(
                    draft_of(context, sentence, filled, Predicate.TARGETS, subject, reference)
                )
        if counted:
            hit = taken if filled.frame == "steal" else counted_thing
            thing = hit(sentence, victim, context.pack)
            draft = draft_of(context, sentence, filled, Predicate.AFFECTS, subject, thing)
            if subject.type is not EntityType.INCIDENT and context.dense and context.memory.events:
                draft.subject = context.memory.events[-1].reference
            elif subject.type is not EntityType.INCIDENT:
                draft.subject = clause_event(context, sentence, filled.verb, victim, victims)
            draft.count = count
            drafts.append(draft)
            if not victims and subject.type is EntityType.GROUP and filled.frame == "steal":
                # "X leaked 7,000 emails": the number tells what was hit, the claim who did it.
                drafts.append(
                    draft_of(
                        context, sentence, filled, Predicate.ATTRIBUTED_TO, draft.subject, subject
                    )
                )
        if "means" in filled.roles:
            for tool in tool_references(context, sentence, filled.roles["means"]):
                drafts.append(draft_of(context, sentence, filled, Predicate.USES, subject, tool))
        for q in obliques(sentence, filled.verb, sentence.pack.relations.through):
            # "drangen | über eine Lücke in MOVEit | ein"
            if sentence.phrases[q].kind == "vulnerability":
                drafts += [
                    draft_of(context, sentence, filled, Predicate.EXPLOITS, subject, flaw)
                    for flaw in flaw_references(context, sentence, q)
                ]
        if not verb.lemmas.isdisjoint(sentence.pack.cues.encrypting):
            drafts += _encrypted(context, sentence, filled, drafts, subject)
    return drafts


def _encrypted(
    context: Context, sentence: Sentence, filled: Filled, drafts: list[Draft], subject: Reference
) -> list[Draft]:
    """ "verschlüsselten | die Server der Klinik mit Clop": what encrypts others' machines is ransomware, by name where it has one."""
    if not drafts:
        victim = filled.roles["victim"]
        if sentence.phrases[victim].kind != "asset":
            return []
        events = context.memory.events  # "die Server": those of whom the text told
        named = events[-1].reference if events else None
        subject = named or clause_event(context, sentence, filled.verb, victim, [])
    told = [d.subject for d in drafts if d.predicate is Predicate.AFFECTS]
    subject = told[0] if told else subject
    head = sentence.atoms[sentence.verbs[filled.verb].head]
    words = sentence.text[head.start : head.end]
    tools = [Reference(EntityType.TECHNIQUE, words, "technique:ransomware")]
    for q in obliques(sentence, filled.verb, sentence.pack.relations.accompanying):
        phrase = sentence.phrases[q]
        if phrase.kind == "group" and phrase.entity is not None:
            name = phrase.entity.partition(":")[2]
            tools.append(Reference(EntityType.MALWARE, phrase.text, "malware:" + name))
    return [draft_of(context, sentence, filled, Predicate.USES, subject, tool) for tool in tools]


def _a_kind_of(sentence: Sentence, p: int, v: int) -> bool:
    """Whether a method is defined and no attack told: "a type of spear phishing that targets executives"."""
    form, phrase = sentence.verbs[v].form, sentence.phrases[p]
    present = form & Form.PRESENT and not form & (Form.PAST | Form.PARTICIPLE)
    before = sentence.atoms[max(phrase.first - 3, 0) : phrase.last + 1]
    return bool(present) and (
        (phrase.kind == "technique" and not phrase.determined)
        or (
            phrase.kind == "attack" and any(atom.key in sentence.pack.cues.kinds for atom in before)
        )
    )


def _did_it(
    context: Context, sentence: Sentence, filled: Filled, subjects: list[Reference]
) -> bool:
    """Whether a named actor hacks, defaces or leaks something whose owner stays unsaid."""
    spied = filled.frame == "target" and sentence.atoms[
        sentence.verbs[filled.verb].head
    ].key.startswith(sentence.pack.cues.spying)
    if spied and all(s.type in _BREAKS_IN for s in subjects):
        return True  # "the NSA spied on card companies": no name is needed to say who did it.
    return (
        filled.frame in ("hack", "steal")
        and context.sentence_in_field
        and not is_control(sentence, filled.verb)
        and all(s.type in (EntityType.GROUP, EntityType.PERSON) for s in subjects)
    )


def named_victim(sentence: Sentence, victim: int, victims: list[Reference]) -> bool:
    """Whether a victim is one named body or firm, so that its case is an incident of its own."""
    return sentence.phrases[victim].number is None and any(
        v.type in (EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY) for v in victims
    )


def _kinds_of_victims(subject: Reference, victims: list[Reference]) -> bool:
    """Whether groups or persons are said to break into kinds of victims ("universities and airlines"):
    what they do, not one incident (claim guide, targets)."""
    return (
        bool(victims)
        and subject.type not in (EntityType.STATE, EntityType.AGENCY)
        and all(v.type in (EntityType.SECTOR, EntityType.PLACE) for v in victims)
    )


def _nobody(sentence: Sentence, p: int, subjects: list[Reference]) -> bool:
    """Whether the attacker is a bare "the group" that stands for nobody whom the text knows."""
    phrase = sentence.phrases[p]
    unknown = all(s.type is EntityType.UNNAMED_ACTOR for s in subjects)
    return phrase.weak and unknown and not is_marked(sentence, p)


def _hit_by(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The attack that a feminine pronoun means as what hit somebody ("Elle a visé …"): actors are masculine,
    and states are no attackers of the sentence before."""
    if context.pack.phrases.event_pronouns.get(sentence.phrases[p].head) != "feminine":
        return None
    event = pronoun_event(context, sentence, p)
    state_before = context.memory.states and context.memory.states[-1] in context.memory.accused
    return None if state_before else event


def enabling_event(sentence: Sentence, v: int) -> int | None:
    """The attack that "allowed intruders to access …": it stands for them as the cause."""
    for q in subjects(sentence, v):
        if sentence.phrases[q].kind in ("attack", "incident"):
            return q
    return None


_BREAKS_IN = frozenset({EntityType.STATE, EntityType.AGENCY, EntityType.GROUP, EntityType.PERSON})
"""Types of whom "X hacked Y" attributes the incident to X (claim guide, attributed-to)."""


def accused_of(sentence: Sentence, v: int) -> bool:
    """Whether a verb says what somebody is accused of: "accused … of | spying on"."""
    verb = sentence.verbs[v]
    if sentence.pack.grammar.verb_second:
        above = dependencies(sentence)[v].governor
        return verb.infinitive and above is not None and accuses(sentence.verbs[above])
    relations = sentence.pack.relations
    if verb.marker not in relations.of and verb.marker not in relations.cause:
        return False
    nearest = v - 1 if verb.marker in relations.cause else max(v - 2, 0)
    return any(
        use.frame == "accuse"
        for w in range(max(nearest, 0), v)
        for form in sentence.verbs[w].forms
        for use in form.uses
    )


def _answers_for_it(sentence: Sentence, v: int, subject: Reference) -> bool:
    """Whether a verb tells a person's deed: what one person did or is charged with is an incident, though only kinds of
    victims are named (persons have no aims of their own: claim guide, targets)."""
    if subject.type is not EntityType.PERSON:
        return False
    verb = sentence.verbs[v]
    if accused_of(sentence, v) or not (verb.infinitive or verb.gerund):
        return True
    above = dependencies(sentence)[v].governor
    return (
        above is not None
        and not _PROSECUTED.isdisjoint(sentence.verbs[above].frames)
        and verb.marker in sentence.pack.relations.charged
    )


_PROSECUTED = frozenset({"indict", "arrest"})


def taken_down(
    context: Context, sentence: Sentence, victim: int, attackers_: list[Reference]
) -> list[Reference]:
    """The group or malware that an authority or firm took down: no attack, but an answer to one."""
    if not attackers_ or any(
        a.type not in (EntityType.AGENCY, EntityType.COMPANY, EntityType.BLOC) for a in attackers_
    ):
        return []
    return [
        r
        for r, _ in disrupted(context, sentence, victim)
        if r.type in (EntityType.GROUP, EntityType.MALWARE)
    ]


def is_control(sentence: Sentence, v: int) -> bool:
    """Whether a verb only names an aim: "used to breach", "tried to hack", "able to spy on or disrupt"; not "avoir
    piraté", "to have hacked"."""
    verb = sentence.verbs[v]
    if any(a.tags & Tag.HAVE for a in sentence.atoms[verb.first : verb.head]):
        return False
    if sentence.pack.grammar.verb_second:
        above = dependencies(sentence)[v].governor
        frames = sentence.verbs[above].frames if above is not None else _NO_FRAMES
        return verb.infinitive and frames.isdisjoint(_TELLING)
    if verb.gerund:
        return False  # "pleaded guilty to hacking X"
    if verb.infinitive or v == 0 or not verb.form & Form.INFINITIVE:
        return verb.infinitive
    between = range(sentence.verbs[v - 1].last + 1, verb.first)
    return sentence.verbs[v - 1].infinitive and all(
        sentence.phrase_at[i] < 0 and sentence.atoms[i].tags & (Tag.CONJUNCTION | Tag.ADVERB)
        for i in between
    )


_TELLING = frozenset({"accuse", "deny", "say", "indict"})
"""Frames under which an infinitive tells what was done ("bestreitet, X gehackt zu haben")."""
_NO_FRAMES: frozenset[str] = frozenset()


def suffer(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    if "event" not in filled.roles and "attacker" in filled.roles:
        # "fell victim to | Chinese hackers"
        return [
            draft_of(context, sentence, filled, Predicate.TARGETS, attacker, victim)
            for attacker in attackers(context, sentence, filled.roles["attacker"])
            for victim in victim_references(context, sentence, filled.roles["victim"])
            if victim.id != attacker.id
        ]
    if "event" not in filled.roles:
        return None  # "went down after trying to …": no event that a phrase names
    victims = victim_references(context, sentence, filled.roles["victim"])
    if filled.frame == "disclose":
        phrase = sentence.phrases[filled.roles["victim"]]
        if phrase.kind in (
            "state",
            "agency",
            "bloc",
            "office",
            "person",
            "name",
            "government",
            "we",
        ):
            return []
        victims = [v for v in victims if not context.is_vendor(v)]
    event = event_reference(context, sentence, filled.roles["event"])
    return [
        draft_of(context, sentence, filled, Predicate.TARGETS, event, v)
        for v in victims
        if v.id != event.id
    ]


def use(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    drafts: list[Draft] = []
    tools = tool_references(context, sentence, filled.roles["tool"])
    victims: list[Reference] = []
    if "victim" in filled.roles:
        victims = victim_references(context, sentence, filled.roles["victim"])
    for q in obliques(sentence, filled.verb, sentence.pack.relations.against)[:1]:
        victims += [r for r in victim_references(context, sentence, q) if r not in victims]
    if not tools and not victims:
        return None
    if "actor" not in filled.roles:
        if filled.passive and context.memory.topic is not None:
            return [
                draft_of(context, sentence, filled, predicate, context.memory.topic, r)
                for predicate, found in ((Predicate.USES, tools), (Predicate.TARGETS, victims))
                for r in found
                if r.id.partition(":")[2] != context.memory.topic.id.partition(":")[2]
                and r.type is not EntityType.TECHNIQUE
            ]
        if not victims or not filled.passive:
            return None
        # "spyware was deployed against dissidents": nobody is named, the use is the incident.
        event = clause_event(
            context,
            sentence,
            filled.verb,
            filled.roles.get("victim", filled.roles["tool"]),
            victims,
        )
        return [
            draft_of(context, sentence, filled, predicate, event, r)
            for predicate, found in ((Predicate.TARGETS, victims), (Predicate.USES, tools))
            for r in found
        ]
    actor = sentence.phrases[filled.roles["actor"]]
    if actor.kind == "malware":
        if context.memory.topic is None:
            return [] if context.memory.events else None
        # "The loader was used to install a RAT": tools of the group that the report is about.
        return [
            draft_of(context, sentence, filled, Predicate.USES, context.memory.topic, tool)
            for tool in tools
            if tool.type is EntityType.MALWARE
        ]
    if in_general(sentence, filled.roles["actor"], filled.verb):
        return []
    if actor.kind == "attack":
        subjects = event_subjects(context, sentence, filled.roles["actor"])
    elif actor.kind in ("organisation", "sector"):
        if not is_state_bodies(sentence, actor):
            return None
        subjects = attackers(context, sentence, filled.roles["actor"])
    else:
        subjects = fillers(context, sentence, filled.roles["actor"])
    for subject in subjects:
        drafts.extend(
            draft_of(context, sentence, filled, Predicate.TARGETS, subject, v)
            for v in victims
            if v.id != subject.id
        )
        for tool in tools:
            if tool.id.partition(":")[2] != subject.id.partition(":")[2]:
                drafts.append(draft_of(context, sentence, filled, Predicate.USES, subject, tool))
    return drafts


def affect(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    p, q = filled.roles.get("victim"), filled.roles.get("event")
    if p is None or q is None:
        return None  # What hit or cost it is a clause or a question: "which sectors were hit is secret".
    count = count_of(sentence, p, context.pack)
    event_phrase = sentence.phrases[q]
    if event_phrase.kind in ("group", "actor", "vulnerability"):
        return None
    event = event_reference(context, sentence, q)
    if count is None:
        victims = victim_references(context, sentence, p)
        return [
            draft_of(context, sentence, filled, Predicate.TARGETS, event, v)
            for v in victims
            if v.id != event.id
        ]
    thing = counted_thing(sentence, p, context.pack)
    draft = draft_of(context, sentence, filled, Predicate.AFFECTS, event, thing)
    draft.count = count
    return [draft]
