"""The second reader: which role each mention has in what a sentence tells, by weights learnt from examples.

The rules say who did what where they know the construction. This asks of every mention of a sentence whether it is the
attack's author, its victim, its means, a sponsor, whoever is charged … (`vidocq.claims.roles`): a logistic regression
for each role over `vidocq.claims.telling_signs`, the same for all languages; then, of what passes, who or what the
claim's other end is. Proposals go the way of every draft: claimants, hedges, denials, merging; their rule is "trained".
What the rules found is weighed too. At the document's end `vidocq.claims.settling` decides which of both stand.
`docs/trained.md` tells how the weights are made and how much they add.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import final

from vidocq.claims.bundles import Bundle
from vidocq.claims.clause_events import event_reference
from vidocq.claims.clauses import hedge_of
from vidocq.claims.conditions import supposed
from vidocq.claims.context import Context
from vidocq.claims.dependencies import dependencies
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.fill import is_future
from vidocq.claims.layout import Sentence
from vidocq.claims.memory import slug
from vidocq.claims.mentioned import Mention, in_phrase, mentions_of, set_apart
from vidocq.claims.roles import ROLES, Role
from vidocq.claims.tables import (
    ATTACK_ANCHOR,
    MENTION,
    PARTNER,
    USES,
    Row,
    Tables,
    field,
)
from vidocq.claims.telling_signs import Signs
from vidocq.claims.weights import Settling
from vidocq.model import EntityType, Likelihood, Polarity, Predicate, Reference

ATTACK = -1
"""The partner that is no mention: the attack that is spoken of."""
PARTIES = frozenset(
    {
        *(EntityType.STATE, EntityType.BLOC, EntityType.AGENCY, EntityType.COMPANY),
        *(EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON),
    }
)
"""What may say something."""
_OPENING = 3
"""Sentences whose parties are remembered; a heading is one."""
_MOST_PARTIES = 16
_BY_NAME = frozenset({"phrase", "name", "mark", "behind"})
REMEMBERED = "memory"
"""The table of signs of a sentence for those whom the document has spoken of before, whatever they are."""
_NO_PARTNERS = frozenset({"amount", "victim", "victim reading", "method", "thing", "reading"})
_AS_VICTIM = frozenset({"victim", "victim reading", "pronoun"})
_VICTIMS_ONLY = frozenset({"victim", "victim reading"})


@final
class Anchor:
    """A mention in a role: ``role`` and ``mention`` are numbers, ``chance`` how probable it is."""

    __slots__ = ("chance", "mention", "role")

    def __init__(self, role: int, mention: int, chance: float) -> None:
        self.role = role
        self.mention = mention
        self.chance = chance


class Weighing:
    """A sentence's mentions with their signs and weights, each worked out when first asked for."""

    def __init__(self, context: Context, sentence: Sentence, drafts: list[Draft]) -> None:
        self._mentions: list[Mention] | None = None
        self.signs = Signs(context, sentence, drafts)
        self._by_type: dict[str, Row] = {}
        self._weights: list[dict[int, Row]] = [{} for _ in USES]
        self._of_phrases: list[dict[int, Row]] = [{} for _ in USES]
        self._of_words: dict[str, dict[int, Row]] = {}
        self._pairs: dict[tuple[int, int], Row] = {}
        self._attack: Row = 0
        self._events: dict[int, Reference] = {}
        self._hedges: dict[int, Likelihood | None] = {}

    @property
    def mentions(self) -> list[Mention]:
        """Whom and what the sentence mentions."""
        found = self._mentions
        if found is None:
            context = self.signs.context
            found = mentions_of(
                self.signs.sentence,
                context.memory,
                context.opening.values(),
                [*context.groups.values()],
            )
            self._mentions = found
            self.signs.note(found)
            _note_groups(context.groups, found)
            if context.number < _OPENING:
                _note_opening(context.opening, found)
        return found

    def signs_of(self, m: int) -> tuple[list[Bundle], list[Bundle]]:
        """The signs of a mention, and those of them that may say another thing of each type."""
        return self.signs.of_mention(self.mentions[m])

    def weight(self, tables: Tables, use: int, m: int) -> Row:
        """What the signs of a mention weigh for one of the uses of `vidocq.claims.tables`."""
        known = self._weights[use].get(m)
        if known is not None:
            return known
        mention = self.mentions[m]
        rows = tables.of_mention(use)
        total = rows.of(self.signs.of_itself(mention))
        if in_phrase(mention):
            p = mention.phrase
            of_phrases = self._of_phrases[use]
            of_phrase = of_phrases.get(p)
            if of_phrase is None:
                of_phrase = of_phrases[p] = rows.of(self.signs.of_phrase(p))
            total += of_phrase
        self._weights[use][m] = total
        return total

    def anchors(self, tables: Tables) -> list[Anchor]:
        """The mentions in roles that are probable enough to propose, or that the rules gave somebody here, as far as the
        sentence lets them."""
        base = tables.bias + tables.rows("general").of(self.signs.general)
        open_roles = {r for r in range(len(ROLES)) if field(base, r) >= tables.floor[r]}
        found: list[Anchor] = []
        if not open_roles:
            return found
        ruled = {draft.predicate for draft in self.signs.drafts}
        told = {r for r in open_roles if ROLES[r].predicate in ruled}
        for m, mention in enumerate(self.mentions):
            roles = [r for r in roles_of(mention) if r in open_roles]
            if not roles:
                continue
            if mention.how == "thing" and mention.reference is not None:
                head = self.signs.of_head(mention.phrase)
                if not tables.may_be_means(str(mention.reference.type), roles_of(mention), head):
                    continue
            total = base + self.weight(tables, MENTION, m)
            if in_phrase(mention) and mention.reference is not None:
                kind = str(mention.reference.type)
                total += self._typed(tables, kind, mention.phrase)
            elif mention.how == "memory":
                total += self._remembered(tables)
            for r in roles:
                log_odds = field(total, r)
                if log_odds >= tables.proposed_log_odds or r in told:
                    found.append(Anchor(r, m, chance(log_odds)))
        return found

    def _typed(self, tables: Tables, kind: str, p: int) -> Row:
        """What the sentence and the words about a phrase weigh for mentions of one type."""
        of_words = self._of_words.get(kind)
        if of_words is None:
            of_words = self._of_words[kind] = {}
            self._by_type[kind] = tables.typed(kind).of(self.signs.general)
        known = of_words.get(p)
        if known is None:
            words = tables.typed(kind).of(self.signs.words_about(p))
            known = of_words[p] = self._by_type[kind] + words
        return known

    def _remembered(self, tables: Tables) -> Row:
        """What the sentence weighs for those whom it does not name."""
        known = self._by_type.get(REMEMBERED)
        if known is None:
            known = self._by_type[REMEMBERED] = tables.typed(REMEMBERED).of(self.signs.general)
        return known

    def event_of(self, p: int) -> Reference:
        """The incident that a phrase means; the document's memory stays as it is."""
        known = self._events.get(p)
        if known is None:
            context = self.signs.context
            memory = context.memory
            context.memory = set_apart(memory)
            context.memory.events = [replace(event) for event in memory.events]
            known = self._events[p] = event_reference(context, self.signs.sentence, p)
            context.memory = memory
        return known

    def hedge(self, v: int) -> Likelihood | None:
        """How sure the clause of a verb is said to be."""
        if v not in self._hedges:
            self._hedges[v] = hedge_of(self.signs.context, self.signs.sentence, v)
        return self._hedges[v]

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

    def chosen(self, tables: Tables, r: int, m: int) -> list[tuple[int, float]]:
        """The other ends that an anchor's claims may have, each with its probability, the surest first."""
        role = ROLES[r]
        options = self.partners(role, m)
        if options == [ATTACK]:
            return [(ATTACK, 1.0)]
        weighed: list[tuple[float, int]] = []
        for other in options:
            if other == ATTACK:
                total = self._of_attack(tables) + self.weight(tables, ATTACK_ANCHOR, m)
            else:
                total = self.weight(tables, PARTNER, other) + self._of_pair(tables, role, m, other)
            weighed.append((-chance(field(total, r)), other))
        weighed.sort()
        if not weighed or -weighed[0][0] < tables.partnered:
            return []
        chosen: dict[str, tuple[int, float]] = {}
        for surety, other in weighed:
            reference = self.mentions[other].reference if other != ATTACK else None
            # Whether the attack or its author is said to have done it is decided by the document as a whole.
            another = "" in chosen or (other == ATTACK and bool(chosen))
            least = tables.paired if len(chosen) >= _ENDS else tables.partnered
            if -surety < (min(least, _OTHER_KIND) if another and len(chosen) < _ENDS else least):
                continue
            chosen.setdefault(reference.id if reference is not None else "", (other, -surety))
        return [*chosen.values()]

    def _of_attack(self, tables: Tables) -> Row:
        """What the sentence weighs for the attack as the other end."""
        if not self._attack:
            self._attack = tables.attack_bias + tables.rows("attack general").of(self.signs.general)
        return self._attack

    def _of_pair(self, tables: Tables, role: Role, m: int, other: int) -> Row:
        """What two mentions weigh together."""
        ends = (m, other) if role.subject else (other, m)
        known = self._pairs.get(ends)
        if known is None:
            known = tables.pair_bias + tables.rows("pair").of(self.pair(role, m, other))
            self._pairs[ends] = known
        return known

    def pair(self, role: Role, m: int, other: int) -> list[Bundle]:
        """The signs of an anchor and its partner together."""
        anchor, partner = self.mentions[m], self.mentions[other]
        if role.subject:
            return self.signs.of_pair(anchor, partner)
        return self.signs.of_pair(partner, anchor)


def _note_groups(groups: dict[str, Reference], mentions: list[Mention]) -> None:
    """Take in the groups that a sentence names, the last one last."""
    for mention in mentions:
        one = mention.reference
        if one is not None and one.type is EntityType.GROUP and mention.how in _BY_NAME:
            groups.pop(one.id, None)
            groups[one.id] = one


def _note_opening(opening: dict[str, Reference], mentions: list[Mention]) -> None:
    """Take in the parties that one of a document's first sentences names."""
    for mention in mentions:
        one = mention.reference
        if one is None or one.type not in PARTIES or mention.how not in _BY_NAME:
            continue
        if len(opening) < _MOST_PARTIES:
            opening.setdefault(one.id, one)


def chance(log_odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + exp(-max(min(log_odds, 30.0), -30.0)))


def proposals_by(tables: Tables, weighing: Weighing) -> list[Draft]:
    """What the trained reader adds to the rules' drafts of a sentence; these are told how probable they are."""
    sentence = weighing.signs.sentence
    anchors = weighing.anchors(tables)
    told: set[tuple[Predicate, Polarity, str, str, int]] = set()
    for draft in weighing.signs.drafts:
        _weigh_rule(tables.settling, weighing, anchors, draft)
        told.add(_said(draft))
    best: dict[tuple[int, int, str], list[Anchor]] = {}
    for anchor in anchors:
        if anchor.chance < tables.proposed:
            continue
        mention = weighing.mentions[anchor.mention]
        entity = mention.reference.id if mention.reference is not None else ""
        name = str(mention.atom) if mention.how == "amount" else entity.partition(":")[2]
        best.setdefault((anchor.role, mention.phrase, name), []).append(anchor)
    _note_hit(weighing, anchors)
    _note_attack(weighing)
    if not best:
        return []
    untold = supposed(sentence, weighing.signs.context.pack)
    made: list[Draft] = []
    for readings in best.values():
        for anchor in sorted(readings, key=_unlikelihood)[:_READINGS]:
            mention = weighing.mentions[anchor.mention]
            v = _verb_of(sentence, mention)
            if not ROLES[anchor.role].denied and _takes_back(sentence, v, untold):
                continue
            for other, bond in weighing.chosen(tables, anchor.role, anchor.mention):
                if anchor.chance * bond < tables.proposed / 2:
                    break
                partner = weighing.mentions[other].reference if other != ATTACK else None
                draft = _draft(weighing, anchor, partner, v)
                draft.other_origin = weighing.mentions[other].how if other != ATTACK else "attack"
                draft.bond = bond
                if _said(draft) not in told:
                    made.append(draft)
                if mention.how == "amount":
                    made += _of_victim(weighing, anchors, draft)
    return made


def _note_hit(weighing: Weighing, anchors: list[Anchor]) -> None:
    """Take in the firms and bodies that this sentence says to be hit."""
    hit = weighing.signs.context.hit
    for anchor in anchors:
        one = weighing.mentions[anchor.mention].reference
        if one is None or not ROLES[anchor.role].hit or one.type not in _LOSERS:
            continue
        if anchor.chance >= _HIT_FROM and anchor.chance > hit.get(one.id, (one, 0.0))[1]:
            hit[one.id] = (one, anchor.chance)


_LOSERS = frozenset({EntityType.COMPANY, EntityType.ORGANISATION, EntityType.AGENCY})
"""Whose a number of files, customers or dollars may be."""
_HIT_FROM = 0.2


def _note_attack(weighing: Weighing) -> None:
    """Take in the attack that this sentence has a noun for, as long as the rules tell of none."""
    attacks, context = weighing.signs.attacks, weighing.signs.context
    if attacks and not (context.attacks and context.memory.events):
        context.attacks.append(weighing.event_of(attacks[0]))


def _of_victim(weighing: Weighing, anchors: list[Anchor], counted: Draft) -> list[Draft]:
    """A number as that of whoever was hit: the likeliest victim of the sentence, else of the text so far."""
    here: list[tuple[float, Reference]] = []
    for anchor in anchors:
        one = weighing.mentions[anchor.mention].reference
        if one is not None and ROLES[anchor.role].hit and one.type in _LOSERS:
            here.append((anchor.chance, one))
    near = bool(here)
    if not near:
        here = [(surety, one) for one, surety in weighing.signs.context.hit.values()]
    if not here:
        return []
    surety, victim = max(here, key=_surety)
    draft = replace(counted, object=victim, bond=surety)
    draft.other_origin = "victim" if near else "memory"
    return [draft]


def _surety(weighed: tuple[float, Reference]) -> float:
    return weighed[0]


_OTHER_KIND = 0.08
"""How probable an author beside the attack, or the attack beside an author, must be to be proposed as the other end."""
_ENDS = 2
"""Other ends that are proposed of one anchor though each be less likely than not: which it is, the document tells."""
_READINGS = 2
"""Readings of one name (a firm, a body, a town) that are proposed."""


def _unlikelihood(anchor: Anchor) -> float:
    return -anchor.chance


def _said(draft: Draft) -> tuple[Predicate, Polarity, str, str, int]:
    """What a draft says, incidents all alike; several numbers are several things said."""
    subject, object_ = draft.subject, draft.object
    affects = draft.predicate is Predicate.AFFECTS
    return (
        draft.predicate,
        draft.polarity,
        "" if subject.type is EntityType.INCIDENT else subject.id,
        "" if object_ is None or object_.type is EntityType.INCIDENT else object_.id,
        draft.count.value if affects and draft.count is not None else 0,
    )


def _takes_back(sentence: Sentence, v: int, untold: frozenset[int]) -> bool:
    """Whether a verb is negated, in the future or under a condition: what it tells did not happen."""
    return v >= 0 and (v in untold or sentence.verbs[v].negated or is_future(sentence, v))


def _weigh_rule(
    settling: Settling, weighing: Weighing, anchors: list[Anchor], draft: Draft
) -> None:
    """Give a rule's draft the probability of its anchor, where the sentence has it, else what its rule is worth."""
    entity = _anchor_of(draft)
    denied = draft.polarity is Polarity.DENIED
    best = 0.0
    for anchor in anchors:
        mention = weighing.mentions[anchor.mention]
        role = ROLES[anchor.role]
        if role.predicate is not draft.predicate or role.denied is not denied:
            continue
        if draft.predicate is Predicate.AFFECTS:
            here = mention.count is not None and draft.count == mention.count
        else:
            here = mention.reference is not None and mention.reference.id == entity
        if here and anchor.chance > best:
            best = anchor.chance
    worth = settling.rules.get(f"{draft.rule} {draft.predicate}", settling.unknown)
    draft.score = best or worth


_SUBJECT_ANCHORS = frozenset(role.predicate for role in ROLES if role.subject)


def _anchor_of(draft: Draft) -> str:
    """The id of the end that a draft's role goes by."""
    if draft.predicate in _SUBJECT_ANCHORS:
        return draft.subject.id
    return draft.object.id if draft.object is not None else ""


_ROLES_OF: dict[tuple[str, str], tuple[int, ...]] = {}
"""How something is mentioned, and its type → the roles that it may have."""


def roles_of(mention: Mention) -> tuple[int, ...]:
    """The numbers of the roles that a mention may have."""
    key = (mention.how, str(mention.reference.type) if mention.reference is not None else "")
    known = _ROLES_OF.get(key)
    if known is None:
        known = tuple([r for r, role in enumerate(ROLES) if may_be(role, mention)])
        _ROLES_OF[key] = known
    return known


def may_be(role: Role, mention: Mention) -> bool:
    """Whether a mention may be the anchor of a role."""
    if mention.how == "amount":
        return role.predicate is Predicate.AFFECTS
    if mention.reference is None or mention.reference.type not in role.types:
        return False
    if mention.how == "memory":
        return role.predicate is Predicate.ATTRIBUTED_TO
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


def _draft(weighing: Weighing, anchor: Anchor, partner: Reference | None, v: int) -> Draft:
    role, mention = ROLES[anchor.role], weighing.mentions[anchor.mention]
    other = partner if partner is not None else _event(weighing, mention)
    unnamed = other is None
    if other is None:
        other = _told(weighing.signs.context, weighing.signs.sentence, mention, v)
    subject, object_ = other, mention.reference
    if role.subject and mention.reference is not None:
        subject, object_ = mention.reference, other
    if mention.how == "amount":
        object_ = None  # What it counts is told by the number's unit.
    number = weighing.signs.context.number
    atom = mention.atom
    if mention.how == "memory" and v >= 0:
        atom = weighing.signs.sentence.verbs[v].head
    draft = Draft(role.predicate, subject, object_, number, atom, TRAINED)
    draft.score = anchor.chance
    draft.origin = mention.how
    draft.unnamed = unnamed
    draft.count = mention.count if mention.how == "amount" else None
    if role.denied:
        draft.polarity = Polarity.DENIED
    if v >= 0:
        draft.likelihood = weighing.hedge(v)
    return draft


def _event(weighing: Weighing, mention: Mention) -> Reference | None:
    """The attack that is spoken of: the nearest that the sentence names, else the last told or named."""
    context = weighing.signs.context
    p = mention.phrase
    nearest, least = -1, 0
    for q in weighing.signs.attacks:
        distance = abs(q - p)
        if q != p and (nearest < 0 or distance < least):
            nearest, least = q, distance
    if nearest >= 0:
        return weighing.event_of(nearest)
    events = context.memory.events
    if events:
        return events[-1].reference
    if context.attacks:
        return context.attacks[-1]
    return None


def _told(context: Context, sentence: Sentence, mention: Mention, v: int) -> Reference:
    """The attack that a verb tells of, called by the verb and what it has beside it, the mention if that is near."""
    atoms = sentence.atoms
    p = mention.phrase
    first = last = mention.atom
    if p >= 0:
        first, last = sentence.phrases[p].first, sentence.phrases[p].last
    if v >= 0:
        verb = sentence.verbs[v]
        if min(abs(verb.first - last), abs(first - verb.last)) <= _BESIDE_VERB:
            first, last = min(first, verb.first), max(last, verb.last)
        else:
            first, last = verb.first, verb.last
        if last == verb.last:
            after = [q for q in sentence.phrases if q.first > last]
            if after and after[0].last - first <= _BESIDE_VERB:
                last = after[0].last
    text = sentence.text[atoms[first].start : atoms[last].end]
    year = f"-{context.year}" if context.year else ""
    return Reference(EntityType.INCIDENT, text, f"incident:{slug(text) or 'attack'}{year}")


_BESIDE_VERB = 6
"""Words to a verb within which a phrase is told with it."""
