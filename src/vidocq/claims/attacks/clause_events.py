"""Which incident a clause means: named by a phrase, told by its verb, or spoken of before."""

from __future__ import annotations

from vidocq.claims.attacks.event_parts import read_event
from vidocq.claims.attacks.events import landmark_of, resolve_event
from vidocq.claims.attacks.pronoun_events import attack_before, pronoun_event
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import Event
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.clitics import CLITIC
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.fold import fold
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference


def event_subjects(context: Context, sentence: Sentence, p: int) -> list[Reference]:
    """Who or what an event phrase stands for as an attacker: the actors whose activity it is, or itself."""
    if p in context.doers:
        return context.doers[p]
    phrase = sentence.phrases[p]
    topic = context.memory.topic
    own = not phrase.indefinite or context.memory.firm is not None
    if topic is not None and phrase.kind == "attack" and own:
        # A report on one group speaks of its campaigns, and of "the campaign".
        parts = read_event(sentence, p, context.memory)
        owners = {r.id for q in parts.authors if (r := refer(sentence, q, context.memory))}
        owners |= {r.id for r in parts.author_marks}
        known = any(event.anchors for event in context.memory.events)
        loose = phrase.plural or owners or (phrase.determined and not known)
        if loose and not parts.anchors and owners <= {topic.id}:
            return [topic]
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
    if sentence.phrases[p].kind == "pronoun":
        before = attack_before(sentence, p)
        if before is not None:
            return event_reference(context, sentence, before)
        meant = pronoun_event(context, sentence, p)
        if meant is not None:
            return meant
    if sentence.phrases[p].kind == CLITIC:
        before = _event_before(sentence, p)
        if before is None and context.memory.events:
            return context.memory.events[-1].reference
        p = p if before is None else before
    parts = read_event(sentence, p, context.memory)
    return resolve_event(sentence, p, parts, context.memory, context.year, context.number)


def _event_before(sentence: Sentence, p: int) -> int | None:
    """The event phrase of the same sentence that the pronoun ``p`` takes up."""
    first = sentence.phrases[p].first
    found = [
        q
        for q, phrase in enumerate(sentence.phrases)
        if phrase.last < first and phrase.kind in ("attack", "incident")
    ]
    return found[-1] if found else None


def event_known(context: Context, sentence: Sentence, p: int) -> bool:
    """Whether the pronoun ``p`` has any event to stand for."""
    return bool(context.memory.events) or _event_before(sentence, p) is not None


def clause_event(
    context: Context, sentence: Sentence, v: int, victim: int, victims: list[Reference]
) -> Reference:
    """The incident that a clause tells of ("the DNC was hacked"), one id a document for one victim."""
    memory = context.memory
    memory.event_sentence = context.number
    anchors = frozenset(
        a for r in victims for a in (fold(r.text).strip(), r.id.partition(":")[2].replace("-", " "))
    )
    landmark = landmark_of(anchors, context.year, None)
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
