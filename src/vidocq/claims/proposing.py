"""The second reader: which role each mention has in what a sentence tells, by weights learnt from examples.

The rules say who did what where they know the construction. This asks of every mention of a sentence whether it is the
attack's author, its victim, its means, a sponsor, whoever is charged … (`vidocq.claims.roles`): a logistic regression
for each role over `vidocq.claims.telling_signs`, the same for all languages; then, of what passes, who or what the
claim's other end is. Proposals go the way of every draft: claimants, hedges, denials, merging; their rule is "trained".
What the rules found is weighed too. At the document's end `vidocq.claims.settling` decides which of both stand.
`docs/trained.md` tells how the weights are made and how much they add.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp

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
from vidocq.claims.roles import ROLES, Role
from vidocq.claims.telling_signs import Signs
from vidocq.claims.weights import Weights, weigh
from vidocq.mentions.atoms import Atom
from vidocq.model import EntityType, Predicate, Reference

ATTACK = -1
"""The partner that is no mention: the attack that is spoken of."""
_NO_PARTNERS = frozenset({"amount", "victim", "victim reading", "method", "thing", "reading"})
_AS_VICTIM = frozenset({"victim", "victim reading", "pronoun"})
_VICTIMS_ONLY = frozenset({"victim", "victim reading"})


@dataclass
class Anchor:
    """A mention in a role: ``role`` and ``mention`` are numbers, ``chance`` how probable it is."""

    role: int
    mention: int
    chance: float


class Weighing:
    """A sentence's mentions with their signs and weights, each worked out when first asked for."""

    def __init__(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> None:
        self.mentions = mentions_of(sentence, context.memory)
        self.signs = Signs(context, sentence, drafts, self.mentions)
        self.own: dict[int, tuple[list[str], list[str]]] = {}
        self.by_type: dict[str, list[float]] = {}

    def signs_of(self, m: int) -> tuple[list[str], list[str]]:
        """The signs of a mention, and those of them that may say another thing of each type."""
        known = self.own.get(m)
        if known is None:
            known = self.own[m] = self.signs.of_mention(self.mentions[m])
        return known

    def anchors(self, learnt: Weights) -> list[Anchor]:
        """The mentions in the roles that they may have, as far as the sentence lets them."""
        base = [*learnt.bias]
        weigh(base, learnt.general, self.signs.general)
        open_roles = [r for r in range(len(ROLES)) if base[r] >= learnt.floor[r]]
        found: list[Anchor] = []
        for m, mention in enumerate(self.mentions):
            roles = [r for r in open_roles if may_be(ROLES[r], mention)]
            if not roles:
                continue
            own, typed = self.signs_of(m)
            total = [*base]
            weigh(total, learnt.mention, own)
            kind = str(mention.reference.type) if mention.reference is not None else ""
            table = learnt.typed.get(kind)
            if table is not None and typed:
                of_type = self.by_type.get(kind)
                if of_type is None:
                    of_type = self.by_type[kind] = [0.0] * len(ROLES)
                    weigh(of_type, table, self.signs.general)
                for r in roles:
                    total[r] += of_type[r]
                weigh(total, table, typed)
            found += [Anchor(r, m, chance(total[r])) for r in roles]
        return found

    def partners(self, role: Role, m: int) -> list[int]:
        """Who or what the other end may be: numbers of mentions, or `ATTACK`."""
        anchor = self.mentions[m]
        found = [ATTACK] if role.attack else []
        if anchor.reference is None:
            return found
        for other, mention in enumerate(self.mentions):
            reference = mention.reference
            if other == m or reference is None or mention.how in _NO_PARTNERS:
                continue
            if reference.type not in role.partners or reference.id == anchor.reference.id:
                continue
            if mention.phrase == anchor.phrase and mention.how == anchor.how:
                continue
            found.append(other)
        return found

    def chosen(self, learnt: Weights, r: int, m: int) -> list[int]:
        """The other ends of an anchor's claims."""
        role = ROLES[r]
        options = self.partners(role, m)
        if options == [ATTACK]:
            return options
        weighed: list[tuple[float, int]] = []
        for other in options:
            total = [0.0] * len(ROLES)
            if other == ATTACK:
                total[r] = learnt.attack_bias[r]
                weigh(total, learnt.attack_general, self.signs.general)
                weigh(total, learnt.attack_anchor, self.signs_of(m)[0])
            else:
                total[r] = learnt.pair_bias[r]
                weigh(total, learnt.partner, self.signs_of(other)[0])
                weigh(total, learnt.pair, self.pair(role, m, other))
            weighed.append((-chance(total[r]), other))
        weighed.sort()
        if not weighed or -weighed[0][0] < learnt.partnered:
            return []
        if weighed[0][1] == ATTACK:
            return [ATTACK]
        chosen: dict[str, int] = {}
        for n, (surety, other) in enumerate(weighed):
            if other != ATTACK and (n == 0 or -surety >= learnt.paired):
                reference = self.mentions[other].reference
                chosen.setdefault(reference.id if reference is not None else "", other)
        return [*chosen.values()]

    def pair(self, role: Role, m: int, other: int) -> list[str]:
        """The signs of an anchor and its partner together."""
        anchor, partner = self.mentions[m], self.mentions[other]
        if role.subject:
            return self.signs.of_pair(anchor, partner)
        return self.signs.of_pair(partner, anchor)


def chance(log_odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + exp(-max(min(log_odds, 30.0), -30.0)))


def proposals_by(
    learnt: Weights,
    context: Context,
    sentence: Sentence,
    drafts: list[Draft],
    weighing: Weighing,
) -> list[Draft]:
    """What the trained reader adds to the rules' ``drafts`` of a sentence; these are told how probable they are."""
    anchors = weighing.anchors(learnt)
    told: set[tuple[Predicate, str]] = set()
    for draft in drafts:
        _weigh_rule(learnt, weighing, anchors, draft)
        told.add((draft.predicate, _anchor_of(draft)))
    best: dict[tuple[Predicate, int, str], Anchor] = {}
    for anchor in anchors:
        if anchor.chance < learnt.proposed:
            continue
        role, mention = ROLES[anchor.role], weighing.mentions[anchor.mention]
        entity = mention.reference.id if mention.reference is not None else ""
        amount = mention.how == "amount"
        if not amount and (role.predicate, entity) in told:
            continue
        name = str(mention.atom) if amount else entity.partition(":")[2]
        key = (role.predicate, mention.phrase, name)
        if key not in best or anchor.chance > best[key].chance:
            best[key] = anchor
    if not best:
        return []
    untold = supposed(sentence, context.pack)
    made: list[Draft] = []
    for anchor in best.values():
        mention = weighing.mentions[anchor.mention]
        v = _verb_of(sentence, mention)
        if v >= 0 and (v in untold or sentence.verbs[v].negated or is_future(sentence, v)):
            continue
        for other in weighing.chosen(learnt, anchor.role, anchor.mention):
            partner = weighing.mentions[other].reference if other != ATTACK else None
            made.append(_draft(context, sentence, anchor, mention, partner, v))
    return made


def _weigh_rule(learnt: Weights, weighing: Weighing, anchors: list[Anchor], draft: Draft) -> None:
    """Give a rule's draft the probability of its anchor, where the sentence has it, else what its rule is worth."""
    entity = _anchor_of(draft)
    best = 0.0
    for anchor in anchors:
        mention = weighing.mentions[anchor.mention]
        if ROLES[anchor.role].predicate is not draft.predicate:
            continue
        if draft.predicate is Predicate.AFFECTS:
            here = mention.count is not None and draft.count == mention.count
        else:
            here = mention.reference is not None and mention.reference.id == entity
        if here and anchor.chance > best:
            best = anchor.chance
    settling = learnt.settling
    worth = settling.rules.get(f"{draft.rule} {draft.predicate}", settling.unknown)
    draft.score = best or worth


_SUBJECT_ANCHORS = frozenset(role.predicate for role in ROLES if role.subject)


def _anchor_of(draft: Draft) -> str:
    """The id of the end that a draft's role goes by."""
    if draft.predicate in _SUBJECT_ANCHORS:
        return draft.subject.id
    return draft.object.id if draft.object is not None else ""


def may_be(role: Role, mention: Mention) -> bool:
    """Whether a mention may be the anchor of a role."""
    if mention.how == "amount":
        return role.predicate is Predicate.AFFECTS
    if mention.how == "memory" or mention.reference is None:
        return False
    if mention.reference.type not in role.types:
        return False
    if role.hit:
        return mention.how in _AS_VICTIM
    return mention.how not in _VICTIMS_ONLY or mention.reference.type is EntityType.PLACE


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
    context: Context,
    sentence: Sentence,
    anchor: Anchor,
    mention: Mention,
    partner: Reference | None,
    v: int,
) -> Draft:
    role = ROLES[anchor.role]
    other = partner if partner is not None else _event(context, sentence, mention, v)
    subject, object_ = other, mention.reference
    if role.subject and mention.reference is not None:
        subject, object_ = mention.reference, other
    draft = Draft(role.predicate, subject, object_, context.number, mention.atom, TRAINED)
    draft.score = anchor.chance
    draft.count = mention.count if mention.how == "amount" else None
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
