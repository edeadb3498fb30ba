"""The second reader: which role each mention has in the attack that is spoken of, by weights learnt from examples.

The rules say who did what where they know the construction. Where they are silent, this asks of every mention of a
sentence whether it is the attack's author, its victim, its means, the flaw it exploited or a number of what it hit: a
logistic regression for each role over `vidocq.claims.telling_signs`, the same for all languages. What passes the
threshold goes the way of every draft: claimants, hedges, denials, merging. Its rule is "trained".
`docs/trained.md` tells how the weights are made and how much they add.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, log

from vidocq.claims.clause_events import event_reference
from vidocq.claims.clauses import hedge_of
from vidocq.claims.conditions import supposed
from vidocq.claims.context import Context
from vidocq.claims.dependencies import dependencies
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.fill import is_future
from vidocq.claims.layout import Sentence
from vidocq.claims.memory import slug
from vidocq.claims.mentioned import Mention, mentions_of, set_apart
from vidocq.claims.telling_signs import Signs
from vidocq.claims.weights import Weights, weights
from vidocq.knowledge.incidents import landmarks
from vidocq.mentions.atoms import Atom
from vidocq.model import EntityType, Polarity, Predicate, Reference

_ROLES = {
    EntityType.GROUP: Predicate.ATTRIBUTED_TO,
    EntityType.AGENCY: Predicate.ATTRIBUTED_TO,
    EntityType.STATE: Predicate.ATTRIBUTED_TO,
    EntityType.PERSON: Predicate.ATTRIBUTED_TO,
    EntityType.UNNAMED_ACTOR: Predicate.ATTRIBUTED_TO,
    EntityType.MALWARE: Predicate.USES,
    EntityType.TECHNIQUE: Predicate.USES,
    EntityType.VULNERABILITY: Predicate.EXPLOITS,
    EntityType.PRODUCT: Predicate.EXPLOITS,
}
"""The role that a mention of a type may have where it is not hit, by the guide's table."""
_HIT = frozenset(
    {
        *(EntityType.ORGANISATION, EntityType.COMPANY, EntityType.AGENCY, EntityType.STATE),
        *(EntityType.SECTOR, EntityType.PLACE, EntityType.PERSON, EntityType.PRODUCT),
    }
)


@dataclass
class Candidate:
    """A mention in a role, with what speaks for it beside what holds for the whole sentence."""

    predicate: Predicate
    mention: Mention
    signs: list[str]


def proposals(context: Context, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """What the trained reader adds to the rules' ``drafts`` of a sentence."""
    return proposals_by(weights(), context, sentence, drafts)


def proposals_by(
    learnt: Weights, context: Context, sentence: Sentence, drafts: list[Draft]
) -> list[Draft]:
    """The same by other weights than those of this version."""
    if not (context.sentence_in_field or context.near_field):
        return []
    signs = Signs(context, sentence, drafts)
    shared: dict[Predicate, float] = {}
    for predicate, role in learnt.roles.items():
        start = role.bias + role.sum(signs.general)
        if start >= role.floor:
            shared[predicate] = start
    if not shared:
        return []
    found = candidates(context, sentence, signs, frozenset(shared))
    least = log(learnt.threshold / (1 - learnt.threshold))
    told = {(d.predicate, d.object.id if d.object else "") for d in drafts}
    best: dict[tuple[Predicate, int, str], tuple[float, Candidate]] = {}
    for candidate in found:
        predicate, mention = candidate.predicate, candidate.mention
        score = shared[predicate] + learnt.roles[predicate].sum(candidate.signs)
        reference = mention.reference
        entity = reference.id if reference is not None else ""
        if score < least or (predicate, entity) in told:
            continue
        key = (predicate, mention.phrase, entity.partition(":")[2] or str(mention.atom))
        if key not in best or score > best[key][0]:
            best[key] = (score, candidate)
    if not best:
        return []
    untold = supposed(sentence, context.pack)
    made: list[Draft] = []
    for score, candidate in best.values():
        v = _verb_of(sentence, candidate.mention)
        if v >= 0 and (v in untold or sentence.verbs[v].negated or is_future(sentence, v)):
            continue
        made.append(_draft(context, sentence, candidate, v, 1 / (1 + exp(-score))))
    return made


def candidates(
    context: Context, sentence: Sentence, signs: Signs, roles: frozenset[Predicate]
) -> list[Candidate]:
    """The mentions of a sentence in those of ``roles`` that they may have."""
    found: list[Candidate] = []
    for mention in mentions_of(sentence, context.memory, hit=Predicate.TARGETS in roles):
        predicate = role_of(mention)
        if predicate is not None and predicate in roles and not _told_otherwise(mention, signs):
            amount = mention.how == "amount"
            own = signs.of_amount(mention) if amount else signs.of_mention(mention)
            found.append(Candidate(predicate, mention, own))
    return found


def _told_otherwise(mention: Mention, signs: Signs) -> bool:
    """Whether a mention has its place already: the rules gave it a role in this sentence, it is the group that a
    report is all about, the firm that speaks."""
    if mention.reference is None or mention.how == "amount":
        return False
    entity, memory = mention.reference.id, signs.context.memory
    spoken = (memory.topic, memory.firm, memory.voice)
    return entity in signs.used or any(r is not None and r.id == entity for r in spoken)


def role_of(mention: Mention) -> Predicate | None:
    """The role that a mention may have."""
    if mention.how == "amount":
        return Predicate.AFFECTS
    if mention.reference is None:
        return None
    if mention.how in ("victim", "victim reading"):
        return Predicate.TARGETS if mention.reference.type in _HIT else None
    return _ROLES.get(mention.reference.type)


def _verb_of(sentence: Sentence, mention: Mention) -> int:
    """The verb whose subject or object a mention is, else the nearest one before it, else the first."""
    if not sentence.verbs:
        return -1
    p = mention.phrase
    leader = sentence.joined[p] if p >= 0 and sentence.joined else p
    for v, dependency in enumerate(dependencies(sentence)):
        if p >= 0 and (leader in dependency.subjects[:1] or leader in dependency.objects[:2]):
            return v
    before = [v for v, verb in enumerate(sentence.verbs) if verb.head < mention.atom]
    return before[-1] if before else 0


def _draft(
    context: Context, sentence: Sentence, candidate: Candidate, v: int, score: float
) -> Draft:
    mention = candidate.mention
    draft = Draft(
        candidate.predicate,
        _event(context, sentence, candidate.mention, v),
        mention.reference,
        context.number,
        mention.atom,
        TRAINED,
    )
    draft.score = score
    draft.count = mention.count
    if v >= 0:
        draft.likelihood = hedge_of(context, sentence, v)
    return draft


def _event(context: Context, sentence: Sentence, mention: Mention, v: int) -> Reference:
    """The attack that is spoken of: the nearest that the sentence names, the last told, else what its verb tells."""
    p = mention.phrase
    named = [
        (abs(q - p), q)
        for q, phrase in enumerate(sentence.phrases)
        if phrase.kind in ("attack", "incident") and q != p
    ]
    if named:
        memory = context.memory
        context.memory = set_apart(memory)
        context.memory.events = [replace(event) for event in memory.events]
        meant = event_reference(context, sentence, min(named)[1])
        context.memory = memory
        return meant
    events = context.memory.events
    if events:
        return events[-1].reference
    atoms = sentence.atoms
    first = last = atoms[mention.atom]
    if p >= 0:
        first, last = atoms[sentence.phrases[p].first], atoms[sentence.phrases[p].last]
    if v >= 0:
        head = atoms[sentence.verbs[v].head]
        first, last = min(first, head, key=_start), max(last, head, key=_start)
    text = sentence.text[first.start : last.end]
    year = f"-{context.year}" if context.year else ""
    return Reference(EntityType.INCIDENT, text, f"incident:{slug(text) or 'attack'}{year}")


def _start(atom: Atom) -> int:
    return atom.start


def settled(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a document with one proposal for a role of an entity, and none where a rule told of it.

    Proposals are of the incidents that the rules know, so that they add to what is told of these.
    """
    proposed = [d for d in drafts if d.proposed]
    if not proposed:
        return drafts
    ruled = [d for d in drafts if not d.proposed]
    if not ruled:
        return []  # A document that says nothing to the rules stays quiet.
    told = {_role(d) for d in ruled}
    denied = {d.object.id for d in ruled if d.polarity is Polarity.DENIED and d.object is not None}
    best: dict[tuple[str, str], Draft] = {}
    for draft in proposed:
        role = _role(draft)
        if draft.polarity is Polarity.DENIED or role in told or role[1] in denied:
            continue
        if role not in best or draft.score > best[role].score:
            best[role] = draft
    kept = {id(d) for d in best.values()}
    incidents = [d for d in ruled if d.subject.type is EntityType.INCIDENT] or [*best.values()][:1]
    for draft in best.values():
        draft.subject = _incident_meant(draft, incidents)
    return [d for d in drafts if not d.proposed or id(d) in kept]


def _incident_meant(draft: Draft, incidents: list[Draft]) -> Reference:
    """The known incident that a proposal is about: its own, else the last one told before it, else the first."""
    if draft.subject.id in landmarks() or not incidents:
        return draft.subject
    if any(d.subject.id == draft.subject.id for d in incidents):
        return draft.subject
    before = [d for d in incidents if d.sentence <= draft.sentence]
    return (before[-1] if before else incidents[0]).subject


def _role(draft: Draft) -> tuple[str, str]:
    """What a draft says of whom; numbers by their value."""
    if draft.predicate is Predicate.AFFECTS:
        value = draft.count.value if draft.count is not None else 0
        return (str(draft.predicate), str(value))
    return (str(draft.predicate), draft.object.id if draft.object is not None else "")
