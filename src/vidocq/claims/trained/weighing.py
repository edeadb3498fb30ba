"""What the mentions of a sentence weigh: for each role, as the other end of a claim, as who says it.

Input: a sentence with the rules' drafts and the tables of weights; output: anchors (a mention in a role, with its
probability) and the other ends that an anchor's claims may have. `vidocq.claims.trained.proposing` makes drafts of them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import exp
from typing import final

from vidocq.claims.attacks.clause_events import event_reference
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.memory import set_apart
from vidocq.claims.draft import Draft
from vidocq.claims.roles import ROLES, Role
from vidocq.claims.speech.hedges import hedge_of
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.bundles import Bundle
from vidocq.claims.trained.mention import Mention, in_phrase
from vidocq.claims.trained.mentioned import mentions_of
from vidocq.claims.trained.network import Network
from vidocq.claims.trained.tables import ATTACK_ANCHOR, MENTION, PARTNER, USES, Row, Tables, field
from vidocq.claims.trained.telling_signs import Signs
from vidocq.model import EntityType, Likelihood, Predicate, Reference

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
_NO_PARTNERS = frozenset(
    {"amount", "voice", "victim", "victim reading", "method", "thing", "reading"}
)
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
        self.parts: dict[str, set[str]] = {}
        """Which parts the sentence probably gives whom, by id: predicates, with "denied" behind that of a denial."""

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
                context.voices,
                context.number,
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
        """What the signs of a mention weigh for one of the uses of `vidocq.claims.trained.tables`."""
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

    def anchors(self, tables: Tables, network: Network | None = None) -> list[Anchor]:
        """The mentions in roles that are probable enough to propose, or that the rules gave somebody here, as far as the
        sentence lets them. ``network``: what weighs the words beside the signs."""
        base = tables.bias + tables.rows("general").of(self.signs.general)
        open_roles = {r for r in range(len(ROLES)) if field(base, r) >= tables.floor[r]}
        found: list[Anchor] = []
        members: dict[tuple[int, int, str, str], list[tuple[int, float]]] = {}
        if not open_roles:
            return found
        ruled = {draft.predicate for draft in self.signs.drafts}
        told = frozenset([r for r in open_roles if ROLES[r].predicate in ruled])
        weighed = self.by_signs(tables, base, open_roles)
        if network is not None:
            number = self.signs.context.number
            mixed = network.mixed(self.signs.sentence, number, self.mentions, weighed, told)
            weighed = [(m, r, one) for (m, r, _), one in zip(weighed, mixed, strict=True)]
        for m, r, log_odds in weighed:
            mention = self.mentions[m]
            if in_phrase(mention) and self._in_list(mention.phrase):
                members.setdefault(self._list_of(r, mention), []).append((m, log_odds))
            elif log_odds >= tables.proposed_log_odds or r in told:
                found.append(Anchor(r, m, chance(log_odds)))
        for (r, *_), listed in members.items():
            most = max([log_odds for _, log_odds in listed])
            for m, own in listed:
                log_odds = max(own, own + _SHARED * (most - own))
                if log_odds >= tables.proposed_log_odds or r in told:
                    found.append(Anchor(r, m, chance(log_odds)))
        return found

    def by_signs(
        self, tables: Tables, base: Row, open_roles: Collection[int]
    ) -> list[tuple[int, int, float]]:
        """The log-odds of mentions in roles by their signs: numbers of mention and role, and how much; ``base``: what the
        sentence weighs."""
        weighed: list[tuple[int, int, float]] = []
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
            weighed += [(m, r, field(total, r)) for r in roles]
        return weighed

    def _leader(self, other: int) -> int:
        """The first phrase of the list that a mention stands in; -1 where it stands in no phrase."""
        p = self.mentions[other].phrase if other != ATTACK else -1
        return self.signs.sentence.joined[p] if p >= 0 else -1

    def _in_list(self, p: int) -> bool:
        """Whether a phrase is one of several in a list."""
        joined = self.signs.sentence.joined
        return joined.count(joined[p]) > 1

    def _list_of(self, r: int, mention: Mention) -> tuple[int, int, str, str]:
        """The list that a mention stands in, among mentions of its type, and a role."""
        kind = str(mention.reference.type) if mention.reference is not None else ""
        return (r, self.signs.sentence.joined[mention.phrase], kind, mention.how)

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
        kinds: set[EntityType] = set()
        lists: set[tuple[int, EntityType]] = set()
        for surety, other in weighed:
            reference = self.mentions[other].reference if other != ATTACK else None
            kind = reference.type if reference is not None else EntityType.INCIDENT
            place = (self._leader(other), kind)
            if len(chosen) < _ENDS:
                # Whether the attack or its author is said to have done it, a state or its police, a man or his band, is
                # decided by the document as a whole.
                least = _OTHER_KIND if chosen and kind not in kinds else tables.partnered
            else:
                least = tables.partnered if place in lists else tables.paired
            if -surety < least:
                continue
            kinds.add(kind)
            if place[0] >= 0:
                lists.add(place)
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


_SHARED = 0.5
"""How far, in log-odds, a member of a list is drawn to the likeliest of its kind there: what is done to one is done to all."""
_OTHER_KIND = 0.08
"""How probable an author beside the attack, or the attack beside an author, must be to be proposed as the other end."""
_ENDS = 2
"""Other ends that are proposed of one anchor though each be less likely than not: which it is, the document tells."""


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


_OF_REMEMBERED = frozenset(
    {
        *(Predicate.ATTRIBUTED_TO, Predicate.INDICTS, Predicate.SANCTIONS),
        *(Predicate.ARRESTS, Predicate.DISRUPTS),
    }
)
"""What is told of whom a sentence need not name: "he was charged", "its servers were seized"."""
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
    if mention.how == "voice":
        return False
    if mention.how == "memory":
        return role.predicate in _OF_REMEMBERED
    if role.hit:
        return mention.how in _AS_VICTIM
    return mention.how not in _VICTIMS_ONLY or mention.reference.type is EntityType.PLACE
