"""Claims of a sentence's verbs: each cue verb's frame, filled and turned into drafts."""

from __future__ import annotations

from vidocq.claims.arguments import joined, subjects
from vidocq.claims.certainty import find_likelihood
from vidocq.claims.context import Context
from vidocq.claims.counts import count_of
from vidocq.claims.draft import Draft
from vidocq.claims.entities import country_code, refer
from vidocq.claims.events import read_event, resolve_event
from vidocq.claims.fill import Filled, fill_frames, is_future
from vidocq.claims.frames import frames
from vidocq.claims.memory import Event, slug
from vidocq.claims.sentence import Sentence, attached, members, of_child
from vidocq.claims.speech import speak
from vidocq.language.fold import fold
from vidocq.language.pack import Tag
from vidocq.model import EntityType, Likelihood, Polarity, Predicate, Reference

EVENT_KINDS = frozenset({"attack", "incident", "technique", "malware"})
_STATE_ACTS = frozenset({"condemn", "indict", "sanction", "arrest", "disrupt", "respond", "act"})
_AUTHORITIES = frozenset({"condemn", "indict", "sanction", "arrest", "disrupt", "respond"})
_COUNTED = frozenset({"unit", "asset", "sector", "company", "organisation", "persons"})


def clause_drafts(context: Context, sentence: Sentence) -> list[Draft]:
    """The drafts of all cue verbs of a sentence, in order."""
    drafts: list[Draft] = []
    for v in range(len(sentence.verbs)):
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
    if verb.infinitive and filled.frame in _STATE_ACTS:
        return []
    if not _in_field(context, sentence, filled):
        return None
    if filled.frame in _STATE_ACTS and not context.sentence_in_field and not context.near_field:
        return []
    maker = _MAKERS.get(filled.frame)
    drafts = (
        maker(context, sentence, filled) if maker else _template_drafts(context, sentence, filled)
    )
    if drafts is None:
        return None
    hedge = _hedge(context, sentence, filled)
    for draft in drafts:
        draft.likelihood = draft.likelihood or hedge
        if verb.negated:
            draft.polarity = Polarity.DENIED
    if verb.negated:
        return [
            d
            for d in drafts
            if filled.frame in ("perpetrate", "hack", "target", "sponsor", "sanction", "indict")
        ]
    return drafts


def _in_field(context: Context, sentence: Sentence, filled: Filled) -> bool:
    """Whether weak words ("group", "attack", "operation") mean the field here."""
    for p in filled.roles.values():
        phrase = sentence.phrases[p]
        if phrase.weak and not phrase.cyber and not context.dense and not context.sentence_in_field:
            return False
    return True


def _hedge(context: Context, sentence: Sentence, filled: Filled) -> Likelihood | None:
    """The hedge of a clause: its mood, or a hedging word close before its verb."""
    verb = sentence.verbs[filled.verb]
    if verb.modal == "possible" or verb.conditional:
        return Likelihood.ROUGHLY_EVEN
    first = verb.first
    governing = sentence.verb_at[first - 2] if first >= 2 else -1
    if verb.infinitive and governing >= 0:
        first = sentence.verbs[governing].first
    found = find_likelihood(sentence, first - 2, verb.last + 2, context.pack)
    if found is None and accused_of(sentence, filled.verb):
        # "suspects Russia of being behind …": the hedge is the accusing verb.
        accusing = sentence.verbs[filled.verb - 1]
        found = find_likelihood(sentence, accusing.first, accusing.last, context.pack)
    return found


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
            subjects_ = acting(sentence, actor, _fillers(context, sentence, actor))
        for subject in subjects_:
            for object_ in _fillers(context, sentence, filled.roles[template.object]):
                if subject.id != object_.id:
                    drafts.append(
                        _draft(
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


def _draft(
    context: Context,
    sentence: Sentence,
    filled: Filled,
    predicate: Predicate,
    subject: Reference,
    object_: Reference | None,
    claimants: tuple[Reference, ...] | None = None,
) -> Draft:
    return Draft(
        predicate,
        subject,
        object_,
        context.number,
        sentence.verbs[filled.verb].head,
        filled.frame,
        claimants=claimants or None,
    )


def _fillers(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """References of a phrase and its list; events resolve to incidents."""
    found: list[Reference] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        phrase = sentence.phrases[q]
        if phrase.kind in ("attack", "incident"):
            reference: Reference | None = event_reference(context, sentence, q)
        elif phrase.kind == "sector" or phrase.kind == "thing":
            reference = refer(sentence, q, context.memory)
        else:
            reference = refer(sentence, q, context.memory)
        if reference is not None and reference not in found:
            found.append(reference)
    return found


def event_victims(
    context: Context, sentence: Sentence, victims: tuple[int, ...]
) -> list[Reference]:
    """References of the victims that an event phrase names."""
    found: list[Reference] = []
    for q in victims:
        found.extend(r for r in _victim(context, sentence, q) if r not in found)
    return found


def event_subjects(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Who or what an event phrase stands for as an attacker: the actors whose activity it is, or itself."""
    if p in context.doers:
        return context.doers[p]
    phrase = sentence.phrases[p]
    if phrase.plural and not phrase.determined:
        parts = read_event(sentence, p, context.memory)
        actors = [r for r in parts.author_marks if r.type is EntityType.GROUP]
        for q in parts.authors:
            reference = refer(sentence, sentence.same.get(q, [q])[0], context.memory)
            if reference is not None and reference.type in (
                EntityType.GROUP,
                EntityType.UNNAMED_ACTOR,
            ):
                actors.append(reference)
        if actors:
            return actors
        if not parts.anchors and not parts.author_marks and not parts.authors and context.dense:
            # A report on one group speaks of "campaigns" without saying whose each time.
            group = context.memory.last_actor(frozenset({EntityType.GROUP}))
            if group is not None:
                return [group]
    return [event_reference(context, sentence, p)]


def acting(sentence: Sentence, p: int, references: list[Reference]) -> list[Reference]:
    """The same references, where a name of several words that no list has is a person's: it acts."""
    if sentence.phrases[p].kind != "name":
        return references
    return [
        Reference(EntityType.PERSON, r.text, "person:" + r.id.partition(":")[2])
        if r.type is EntityType.COMPANY and " " in r.text
        else r
        for r in references
    ]


def event_of(context: Context, sentence: Sentence, p: int, authors: list[Reference]) -> Reference:
    """The incident of phrase ``p``; a bare "attacks" of authors who have one already is that one."""
    q = sentence.same.get(p, [p])[0]
    parts = read_event(sentence, q, context.memory)
    ids = {a.id for a in authors}
    if not parts.anchors and not parts.victims and sentence.phrases[q].kind == "attack":
        for event in reversed(context.memory.events):
            if event.authors & ids:
                return event.reference
    return event_reference(context, sentence, p)


def event_reference(context: Context, sentence: Sentence, p: int) -> Reference:
    """The incident that phrase ``p`` means."""
    p = sentence.same.get(p, [p])[0]
    parts = read_event(sentence, p, context.memory)
    return resolve_event(sentence, p, parts, context.memory, context.year, context.number)


def _accuse(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
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
    accused = acting(
        sentence,
        filled.roles["accused"],
        _fillers(context, sentence, filled.roles["accused"]),
    )
    for q in members(sentence, filled.roles["accused"]):
        context.accused_phrases.update({q, *sentence.same.get(q, ())})
    accused = [a for a in accused if not (a.type is EntityType.COMPANY and context.is_vendor(a))]
    accused_phrase = sentence.phrases[filled.roles["accused"]]
    if accused_phrase.kind in ("actor", "persons") and not is_marked(
        sentence, filled.roles["accused"]
    ):
        return []
    if not accused:
        return []
    if "event" not in filled.roles:
        if filled.complement is not None or not claimants or not context.memory.events:
            return [] if filled.complement is not None else None
        last = context.memory.events[-1].reference
        context.memory.credit(last.id, accused)
        return [
            _draft(context, sentence, filled, Predicate.ATTRIBUTED_TO, last, actor, claimants)
            for actor in accused
            if actor.type in (EntityType.STATE, EntityType.AGENCY, EntityType.GROUP)
        ]
    drafts: list[Draft] = []
    for q in members(sentence, filled.roles["event"]):
        event = event_of(context, sentence, q, accused)
        context.memory.credit(event.id, accused)
        for actor in accused:
            drafts.append(
                _draft(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, actor, claimants)
            )
    context.memory.accused.extend(accused)
    context.memory.accusers.extend(claimants or ())
    return drafts


def is_marked(sentence: Sentence, p: int) -> bool:
    """Whether an unnamed actor is told apart by anything: a country, a name, a number, a complement."""
    phrase = sentence.phrases[p]
    return bool(
        p in sentence.same
        or phrase.marks
        or phrase.names
        or phrase.state_actor
        or phrase.demonstrative
        or of_child(sentence, p) is not None
        or attached(sentence, p, ("from", "in", "de", "en"), reach=1)
    )


def _perpetrate(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    if "event" not in filled.roles:
        return _responsible_for_clause(context, sentence, filled)
    actor_phrase = sentence.phrases[filled.roles["actor"]]
    event_phrase = sentence.phrases[filled.roles["event"]]
    if event_phrase.kind == "malware":
        return None
    actors = _fillers(context, sentence, filled.roles["actor"])
    parts = read_event(sentence, filled.roles["event"], context.memory)
    drafts: list[Draft] = []
    if (
        event_phrase.plural
        and not event_phrase.determined
        and actor_phrase.kind in ("group", "actor", "agency", "pronoun")
    ):
        context.doers[filled.roles["event"]] = actors
        # "X conducts phishing campaigns against Y": aims and methods, not one incident.
        for actor in actors:
            for victim in event_victims(context, sentence, parts.victims):
                drafts.append(_draft(context, sentence, filled, Predicate.TARGETS, actor, victim))
            for tool in tool_references(context, sentence, filled.roles["event"]):
                drafts.append(_draft(context, sentence, filled, Predicate.USES, actor, tool))
        return drafts
    plain = (
        actor_phrase.kind in ("actor", "persons")
        and not actor_phrase.marks
        and not actor_phrase.names
    )
    event = event_reference(context, sentence, filled.roles["event"])
    if plain and not context.accusing:
        return []
    context.memory.credit(event.id, actors)
    for actor in actors:
        drafts.append(_draft(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, actor))
    return drafts


def _responsible_for_clause(
    context: Context, sentence: Sentence, filled: Filled
) -> list[Draft] | None:
    """ "responsible for hacking X": the clause that follows makes the claims."""
    return None if filled.complement is None else []


def technique_references(sentence: Sentence, p: int) -> list[Reference]:
    """Methods that an event phrase names: "credential theft | campaigns"."""
    phrase = sentence.phrases[p]
    found = [
        Reference(EntityType.TECHNIQUE, sentence.text[h.start : h.end], h.entity)
        for h in phrase.names
        if h.type == "technique"
    ]
    if phrase.kind == "technique" and phrase.entity:
        found.append(Reference(EntityType.TECHNIQUE, phrase.text, phrase.entity))
    return found


def _attack(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Hacking, stealing, targeting: from the attacker, or from an incident where none is named."""
    verb = sentence.verbs[filled.verb]
    victim = filled.roles.get("victim", filled.roles.get("goods"))
    if victim is None:
        return None
    attacker = filled.roles.get("attacker")
    if attacker is None and verb.infinitive:
        attacker = enabling_event(sentence, filled.verb)
    victims = victim_references(context, sentence, victim)
    if "goods" in filled.roles and "victim" in filled.roles:
        victims += [
            r
            for r in victim_references(context, sentence, filled.roles["goods"])
            if r not in victims
        ]
    count = count_of(sentence, victim, context.pack)
    if attacker is not None and sentence.phrases[attacker].kind in EVENT_KINDS:
        subjects = event_subjects(context, sentence, attacker)
    elif attacker is not None:
        subjects = attackers(context, sentence, attacker)
        if not subjects:
            return None
    else:
        if not (verb.passive or (verb.participle and filled.passive)):
            return None
        of_field = sentence.atoms[verb.head].tags & (Tag.CYBER | Tag.STRONG_CYBER)
        if not (of_field or context.sentence_in_field):
            return None
        if not victims and count is None:
            return None
        means = filled.roles.get("means")
        if means is not None and sentence.phrases[means].kind in ("attack", "technique"):
            # "was hit with a DDoS attack": the attack is the incident.
            subjects = [event_reference(context, sentence, means)]
            return [
                _draft(context, sentence, filled, Predicate.TARGETS, subjects[0], r)
                for r in victims
            ]
        subjects = [clause_event(context, sentence, filled.verb, victim, victims)]
    taken_down = _taken_down(context, sentence, victim, subjects)
    if taken_down:
        return [
            _draft(context, sentence, filled, Predicate.DISRUPTS, s, target)
            for s in subjects
            for target in taken_down
        ]
    drafts: list[Draft] = []
    if not victims and attacker is not None and accused_of(sentence, filled.verb):
        # "accuses X of having spied on voters": whom it hit may stay untyped, who did it does not.
        event = clause_event(context, sentence, filled.verb, victim, victims)
        context.memory.credit(event.id, subjects)
        return [
            _draft(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, s)
            for s in subjects
            if s.type in _BREAKS_IN
        ]
    for subject in subjects:
        if (
            filled.frame == "hack"
            and (
                subject.type in _BREAKS_IN
                or (attacker is not None and is_marked(sentence, attacker))
            )
            and not is_control(sentence, filled.verb)
        ):
            event = clause_event(context, sentence, filled.verb, victim, victims)
            drafts.append(
                _draft(context, sentence, filled, Predicate.ATTRIBUTED_TO, event, subject)
            )
            subject = event
        counted = count is not None and sentence.phrases[victim].kind in _COUNTED
        for reference in victims:
            if reference.id != subject.id and not (counted and reference.type is EntityType.SECTOR):
                drafts.append(
                    _draft(context, sentence, filled, Predicate.TARGETS, subject, reference)
                )
        if counted:
            draft = _draft(
                context, sentence, filled, Predicate.AFFECTS, subject, affected(sentence, victim)
            )
            if subject.type is not EntityType.INCIDENT and context.dense and context.memory.events:
                draft.subject = context.memory.events[-1].reference
            elif subject.type is not EntityType.INCIDENT:
                draft.subject = clause_event(context, sentence, filled.verb, victim, victims)
            draft.count = count
            drafts.append(draft)
        if "means" in filled.roles:
            for tool in tool_references(context, sentence, filled.roles["means"]):
                drafts.append(_draft(context, sentence, filled, Predicate.USES, subject, tool))
    return drafts


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
    if verb.marker not in ("of", "de", "d'", "for", "pour"):
        return False
    return any(
        use.frame == "accuse"
        for w in range(max(v - 2, 0), v)
        for form in sentence.verbs[w].forms
        for use in form.uses
    )


def _taken_down(
    context: Context, sentence: Sentence, victim: int, attackers_: list[Reference]
) -> list[Reference]:
    """The group or malware that an authority or firm took down: no attack, but an answer to one."""
    if not attackers_ or any(
        a.type not in (EntityType.AGENCY, EntityType.COMPANY, EntityType.BLOC) for a in attackers_
    ):
        return []
    phrase = sentence.phrases[victim]
    found = [
        Reference(EntityType(h.type), sentence.text[h.start : h.end], h.entity)
        for h in phrase.names
        if h.type in ("group", "malware")
    ]
    child = of_child(sentence, victim)
    for q in (victim, child):
        if q is not None and sentence.phrases[q].kind in ("group", "malware", "actor"):
            reference = refer(sentence, sentence.same.get(q, [q])[0], context.memory)
            found.extend([reference] if reference is not None else [])
    return found


def is_control(sentence: Sentence, v: int) -> bool:
    """Whether a verb only names an aim: "used to breach", "tried to hack"."""
    return sentence.verbs[v].infinitive


def attackers(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Who attacks: unknown capitalised names that attack are groups; known firms and bodies are not."""
    found: list[Reference] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        phrase = sentence.phrases[q]
        if phrase.kind in ("name", "organisation"):
            if phrase.entity is not None or not sentence.atoms[phrase.last].capital:
                continue
            reference = Reference(EntityType.GROUP, phrase.text, "group:" + slug(phrase.text))
            context.memory.note_actor(reference)
            found.append(reference)
        else:
            reference_ = refer(sentence, q, context.memory)
            found.extend([reference_] if reference_ and reference_ not in found else [])
    return found


def tool_references(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Malware, methods and helpers that a phrase and its list name."""
    found: list[Reference] = []
    for q in members(sentence, p):
        phrase = sentence.phrases[q]
        if phrase.kind == "attack" or phrase.kind == "technique":
            found.extend(technique_references(sentence, q))
        elif phrase.kind == "actor":
            if not phrase.determined or phrase.indefinite:
                reference = refer(sentence, q, context.memory)
                found.extend([reference] if reference else [])
        elif phrase.kind == "malware" and phrase.entity is None:
            for hit in phrase.names:
                if hit.type == "group":
                    words = sentence.text[hit.start : hit.end]
                    name = "malware:" + hit.entity.partition(":")[2]
                    found.append(Reference(EntityType.MALWARE, words, name))
                elif hit.type == "malware":
                    found.append(
                        Reference(
                            EntityType.MALWARE, sentence.text[hit.start : hit.end], hit.entity
                        )
                    )
        else:
            reference = refer(sentence, q, context.memory)
            found.extend([reference] if reference else [])
    return [
        r
        for r in found
        if r.type in (EntityType.MALWARE, EntityType.TECHNIQUE, EntityType.UNNAMED_ACTOR)
    ]


def affected(sentence: Sentence, p: int) -> Reference | None:
    """What a number of systems or records is of; None for organisations and people."""
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    if child is not None and phrase.kind in ("thing", "unit"):
        phrase = sentence.phrases[child]
    if phrase.kind == "sector" and phrase.entity:
        return Reference(EntityType.SECTOR, phrase.text, phrase.entity)
    if phrase.kind == "asset" or any(
        w in phrase.head
        for w in (
            "computer",
            "system",
            "device",
            "server",
            "network",
            "ordinateur",
            "serveur",
            "réseau",
        )
    ):
        return Reference(EntityType.OTHER, phrase.text, "other:" + slug(phrase.text))
    return None


def victim_references(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Whom an attack hit: the named, the described, the sector, the state; owners of assets."""
    found: list[Reference] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        for reference in _victim(context, sentence, q):
            if reference not in found:
                found.append(reference)
    last = members(sentence, p)[-1]
    for q in attached(
        sentence,
        last,
        ("including", "such as", "y compris", "notamment", "dont", "tels que", "comme", "like"),
        reach=2,
    ):
        for r in members(sentence, q):
            found.extend(v for v in _victim(context, sentence, r) if v not in found)
    context.memory.victims.extend(
        r
        for r in found
        if r.type in (EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY)
    )
    for q in attached(
        sentence,
        last,
        ("in", "across", "from", "throughout", "en", "aux", "au", "dans", "à"),
        reach=1,
    ):
        for r in members(sentence, q):
            phrase = sentence.phrases[r]
            if phrase.kind in ("state", "place") and not phrase.capital:
                reference_ = refer(sentence, r, context.memory)
                if reference_ is not None and reference_ not in found:
                    found.append(reference_)
    return found


def _victim(context: Context, sentence: Sentence, q: int) -> list[Reference]:
    from vidocq.claims.victims import victim_of_phrase

    return victim_of_phrase(sentence, q, context.memory)


def clause_event(
    context: Context, sentence: Sentence, v: int, victim: int, victims: list[Reference]
) -> Reference:
    """The incident that a clause tells of ("the DNC was hacked"), one id a document for one victim."""
    memory = context.memory
    anchors = frozenset(
        a for r in victims for a in (fold(r.text).strip(), r.id.partition(":")[2].replace("-", " "))
    )
    from vidocq.claims.events import _landmark

    landmark = _landmark(anchors, context.year, None)
    for event in reversed(memory.events):
        if event.reference.id == landmark or (event.anchors & anchors):
            event.anchors |= anchors
            return event.reference
    verb = sentence.verbs[v]
    phrase = sentence.phrases[victim]
    first = min(sentence.atoms[verb.head].start, phrase.start)

    last = max(sentence.atoms[verb.head].end, phrase.end)
    text = sentence.text[first:last]
    entity = landmark or "incident:" + slug(victims[0].text if victims else text) + (
        f"-{context.year}" if context.year else ""
    )
    event = Event(
        Reference(EntityType.INCIDENT, text, entity), anchors, context.year, context.number
    )
    memory.events.append(event)
    return event.reference


def _suffer(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
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
        _draft(context, sentence, filled, Predicate.TARGETS, event, v)
        for v in victims
        if v.id != event.id
    ]


def _use(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    actor = sentence.phrases[filled.roles["actor"]]
    drafts: list[Draft] = []
    tools = tool_references(context, sentence, filled.roles["tool"])
    if not tools:
        return None
    if actor.kind == "malware":
        subjects = [r for r in [refer(sentence, filled.roles["actor"], context.memory)] if r]
        if not context.memory.events:
            return None
        subjects = []
    else:
        subjects = _fillers(context, sentence, filled.roles["actor"])
    for subject in subjects:
        for tool in tools:
            if tool.id.partition(":")[2] != subject.id.partition(":")[2]:
                drafts.append(_draft(context, sentence, filled, Predicate.USES, subject, tool))
    return drafts


def _affect(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    p = filled.roles["victim"]
    count = count_of(sentence, p, context.pack)
    event_phrase = sentence.phrases[filled.roles["event"]]
    if event_phrase.kind in ("group", "actor", "vulnerability"):
        return None
    event = event_reference(context, sentence, filled.roles["event"])
    if count is None:
        victims = victim_references(context, sentence, p)
        return [
            _draft(context, sentence, filled, Predicate.TARGETS, event, v)
            for v in victims
            if v.id != event.id
        ]
    draft = _draft(context, sentence, filled, Predicate.AFFECTS, event, affected(sentence, p))
    draft.count = count
    return [draft]


def _alias(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    drafts = _template_drafts(context, sentence, filled)
    kept = []
    for draft in drafts:
        if draft.object is None:
            continue
        both = {draft.subject.type, draft.object.type}
        if both <= {EntityType.MALWARE} or (
            EntityType.GROUP in both
            and EntityType.MALWARE not in both
            and EntityType.COMPANY not in both
        ):
            kept.append(draft)
    return kept


def _locate(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """Where an actor sits: the place, and the state that the text puts it in ("Wuhan, in China")."""
    drafts = _template_drafts(context, sentence, filled)
    last = members(sentence, filled.roles["place"])[-1]
    if sentence.phrases[last].kind != "place":
        return drafts
    for q in attached(sentence, last, ("in", "of", "en", "de", "à"), reach=1):
        state = refer(sentence, q, context.memory) if sentence.phrases[q].kind == "state" else None
        if state is not None:
            drafts += [
                _draft(context, sentence, filled, Predicate.LOCATED_IN, subject, state)
                for subject in {d.subject.id: d.subject for d in drafts}.values()
            ]
    return drafts


def _endorse(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "Japan shares this analysis": one more claimant of the last attribution."""
    claimants = speak(sentence, filled.roles["claimant"], context.memory)
    for event in reversed(context.memory.events):
        authors = [a for a in context.memory.accused if a.id in event.authors]
        if authors and claimants:
            return [
                _draft(
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


def _join_accuser(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    """ "Washington was joined by the EU and NATO": they accuse whom Washington just accused."""
    partners = _fillers(context, sentence, filled.roles["partner"])
    accusers = {country_code(a.id) or a.id for a in context.memory.accusers}
    if not any((country_code(r.id) or r.id) in accusers for r in partners):
        return []
    return _endorse(context, sentence, filled)


def _act_of_state(context: Context, sentence: Sentence, filled: Filled) -> list[Draft] | None:
    from vidocq.claims.responses import act_drafts

    return act_drafts(context, sentence, filled)


_MAKERS = {
    "accuse": _accuse,
    "perpetrate": _perpetrate,
    "hack": _attack,
    "steal": _attack,
    "take": _attack,
    "target": _attack,
    "suffer": _suffer,
    "disclose": _suffer,
    "fall": _suffer,
    "use": _use,
    "affect": _affect,
    "alias": _alias,
    "locate": _locate,
    "endorse": _endorse,
    "join": _join_accuser,
    "act": _act_of_state,
    "deny": _act_of_state,
    "indict": _act_of_state,
    "sanction": _act_of_state,
    "arrest": _act_of_state,
    "disrupt": _act_of_state,
    "respond": _act_of_state,
    "condemn": _act_of_state,
}
