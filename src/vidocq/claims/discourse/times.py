"""When a draft's event happened and when its claimant spoke.

A date belongs to a verb: one that opens its clause to the verb that follows, any other to the verb before it. The date of a
verb of saying is when it was said, that of charges or sanctions when they were brought; an attack's own
date holds for all that is said of that attack (`date_events`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from vidocq.claims.discourse.dates import When, find_dates
from vidocq.claims.draft import Draft
from vidocq.claims.syntax.arguments import subjects
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.model import EntityType, Predicate

_EVENTS = frozenset(
    {
        Predicate.ATTRIBUTED_TO,
        Predicate.TARGETS,
        Predicate.USES,
        Predicate.EXPLOITS,
        Predicate.AFFECTS,
    }
)
_ACTS = frozenset(
    {
        Predicate.INDICTS,
        Predicate.SANCTIONS,
        Predicate.ARRESTS,
        Predicate.DISRUPTS,
        Predicate.RESPONDS,
    }
)
_EVERYWHERE = -2
"""Verb of a date that opens a sentence: it holds for all of it."""
_ATTACK = -3
"""Verb of a date that stands with the noun of an attack ("the Feb. 24 hack"): it holds for all that is said of attacks."""
_NEWS_DAYS = 3
_DAY = 10
"""Signs of a full date."""


@dataclass(frozen=True)
class Dated:
    """A date or interval of a sentence with the number of the verb that it belongs to."""

    value: str
    verb: int


@dataclass
class Times:
    """The dates of a sentence. ``year``: the first that it gives, by which incidents are told apart."""

    year: str | None
    dated: list[Dated]
    said: str | None = None
    """The day of the week or "today" that the sentence gives, counted from the document's date."""
    sentence: Sentence | None = None

    published: str | None = None

    def give(self, drafts: list[Draft]) -> None:
        """Date the drafts: what they tell of, and when it was said."""
        if self.sentence is None:
            return
        answering = {_verb_of(self.sentence, d) for d in drafts if d.predicate in _ACTS}
        for draft in drafts:
            if draft.event_time is None:
                draft.event_time = self._when(draft, _verb_of(self.sentence, draft), answering)
            if draft.said_on is None and draft.claimants:
                draft.said_on = self._said_on()

    def _when(self, draft: Draft, verb: int, answering: set[int]) -> str | None:
        sentence = self.sentence
        assert sentence is not None
        act = draft.predicate in _ACTS
        if not act and draft.predicate not in _EVENTS:
            return None
        for dated in self.dated:
            of = dated.verb
            if of == _EVERYWHERE and 0 in answering:
                of = 0  # "In April, Washington had imposed sanctions on Russia, accused of …"
            if act and of == verb and not self._is_news(dated.value):
                return dated.value
            if not act and (
                of in (_EVERYWHERE, _ATTACK)
                or (of == verb and of not in answering and not _only_says(sentence, of))
            ):
                return dated.value
        return None

    def _is_news(self, value: str) -> bool:
        """Whether a day is that of the report itself, or just before: then the act is its news."""
        if self.published is None or len(value) != _DAY or len(self.published) < _DAY:
            return False
        days = date.fromisoformat(self.published[:_DAY]) - date.fromisoformat(value)
        return abs(days.days) <= _NEWS_DAYS

    def _said_on(self) -> str | None:
        if self.said is not None or self.sentence is None:
            return self.said
        for dated in self.dated:
            if dated.verb >= 0 and _only_says(self.sentence, dated.verb) and "/" not in dated.value:
                return dated.value
        return None


def read_times(sentence: Sentence | None, pack: Pack, published: str | None) -> Times:
    """The dates of a sentence, each with the verb that it belongs to."""
    if sentence is None:
        return Times(None, [])
    said = spoken_on(sentence, pack, published)
    dates = _joined(
        find_dates(sentence.text, sentence.start, sentence.end, pack, published), sentence
    )
    year: str | None = None
    dated: list[Dated] = []
    for when in dates:
        if (published and when.value[:10] == published[:10]) or when.value == said:
            continue
        year = year or when.value[:4]
        if not when.since:
            dated.append(Dated(when.value, _governor(sentence, when, pack)))
    return Times(year, dated, said, sentence, published)


def _joined(dates: list[When], sentence: Sentence) -> list[When]:
    """The dates with those made one that are the ends of an interval: "from January through June 2021"."""
    found: list[When] = []
    for when in dates:
        last = found[-1] if found else None
        between = sentence.text[last.end : when.start].strip().lower() if last else ""
        if last is not None and _parts_range(between, sentence) and "/" not in last.value:
            first = last.value
            if last.yearless and not when.yearless:
                first = when.value[:4] + first[4:]
            if first <= when.value and (
                between not in sentence.pack.cues.and_words or _spans(sentence, last)
            ):
                found[-1] = When(f"{first}/{when.value}", last.start, when.end)
                continue
        found.append(when)
    return found


def _spans(sentence: Sentence, first: When) -> bool:
    """Whether "between" opens the interval that begins with ``first``."""
    before = sentence.text[max(sentence.start, first.start - 10) : first.end].lower()
    return any(word in before for word in sentence.pack.cues.range_openers)


def _parts_range(words: str, sentence: Sentence) -> bool:
    """Whether words may part the two ends of an interval."""
    cues = sentence.pack.cues
    return words in ("-", "–") or words in cues.range_words or words in cues.and_words


def _governor(sentence: Sentence, when: When, pack: Pack) -> int:
    """The verb that a date belongs to."""
    atoms = sentence.atoms
    i = next((k for k, a in enumerate(atoms) if a.end > when.start), len(atoms))
    if sentence.clause_at:
        return _governor_of_clause(sentence, i, when, pack)
    j = i - 1
    while (
        j >= 0
        and sentence.verb_at[j] < 0
        and atoms[j].tags & (Tag.PREPOSITION | Tag.DETERMINER | Tag.ADVERB)
    ):
        j -= 1
    left = next(
        (v for v in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[v].first < i), -1
    )
    right = left + 1 if left + 1 < len(sentence.verbs) else -1
    if _with_attack(sentence, i) or (left >= 0 and happens(sentence, left, pack) is not None):
        return _ATTACK
    if left < 0:
        # At the beginning: of the first verb's clause, and where that is no saying or act, of all.
        day = len(when.value) == _DAY
        if right >= 0 and ((day and _only_says(sentence, right)) or _acts(sentence, right)):
            return right
        return _EVERYWHERE
    opens = j >= 0 and bool(
        atoms[j].tags & (Tag.CONJUNCTION | Tag.SUBORDINATOR | Tag.COMPLEMENTISER)
    )
    if right >= 0 and (
        opens or (_only_says(sentence, left) and _attack_between(sentence, left, i))
    ):
        return right
    if _only_says(sentence, left) and _attack_between(sentence, left, i):
        return _EVERYWHERE
    return left


def _governor_of_clause(sentence: Sentence, i: int, when: When, pack: Pack) -> int:
    """The verb that a date at atom ``i`` belongs to, where clauses are known by their verbs and not by order."""
    v = sentence.clause_at[i] if i < len(sentence.clause_at) else -1
    if _with_attack(sentence, i) or (v >= 0 and happens(sentence, v, pack) is not None):
        return _ATTACK
    between = any(p.kind in ("attack", "incident") and p.last < i for p in sentence.phrases)
    if v < 0 or (_only_says(sentence, v) and between):
        return _EVERYWHERE
    return v


def _with_attack(sentence: Sentence, i: int) -> bool:
    """Whether the date at atom ``i`` stands in or right before the noun of an attack."""
    return any(
        p.kind in ("attack", "incident") and (p.first <= i <= p.last or 0 < p.first - i <= _NEAR)
        for p in sentence.phrases
    )


_NEAR = 2


def happens(sentence: Sentence, v: int, pack: Pack) -> int | None:
    """The attack that a verb says to have happened or begun: "the intrusion | began | on …"."""
    if sentence.verbs[v].lemmas.isdisjoint(pack.phrases.happening_verbs):
        return None
    for p in subjects(sentence, v)[:1]:
        if sentence.phrases[p].kind in ("attack", "incident"):
            return p
    return None


def _attack_between(sentence: Sentence, v: int, i: int) -> bool:
    """Whether an attack is named between a verb and a date: "said that the hack | in 2020 …"."""
    last = sentence.verbs[v].last
    return any(
        last < p.first and p.first <= i and p.kind in ("attack", "incident")
        for p in sentence.phrases
    )


def _verb_of(sentence: Sentence, draft: Draft) -> int:
    """The verb whose clause a draft was read in."""
    found = -1
    for v, verb in enumerate(sentence.verbs):
        if verb.head == draft.atom:
            return v
        if verb.first <= draft.atom:
            found = v
    return found if found >= 0 else (0 if sentence.verbs else -1)


class Bearing(IntEnum):
    """What a date's verb tells: nothing of any date, an attack, an answer to one, that somebody speaks, or something else."""

    NONE = 0
    ATTACK = 1
    ANSWER = 2
    SPEECH = 3
    ELSE = 4
    ALL = 5


def bearing_of(sentence: Sentence, dated: Dated) -> Bearing:
    """What the verb of a date tells."""
    v = dated.verb
    if v == _ATTACK:
        return Bearing.ATTACK
    if v == _EVERYWHERE:
        return Bearing.ALL
    if v < 0:
        return Bearing.ELSE
    if _only_says(sentence, v):
        return Bearing.SPEECH
    if _acts(sentence, v):
        return Bearing.ANSWER
    return Bearing.ATTACK if _frames(sentence, v) & _DEEDS else Bearing.ELSE


def _frames(sentence: Sentence, v: int) -> frozenset[str]:
    return sentence.verbs[v].frames


def _only_says(sentence: Sentence, v: int) -> bool:
    """Whether a verb tells that something is said, and not what was done."""
    frames = _frames(sentence, v)
    return bool(frames & _SPEECH) and not frames & _DEEDS


def happened(sentence: Sentence, times: Times, pack: Pack) -> list[tuple[int, str]]:
    """The attacks that a sentence says to have happened at a date: phrase and date."""
    dates = [d.value for d in times.dated if d.verb == _ATTACK]
    if not dates:
        return []
    found = (happens(sentence, v, pack) for v in range(len(sentence.verbs)))
    return [(p, dates[0]) for p in found if p is not None]


def _acts(sentence: Sentence, v: int) -> bool:
    """Whether a verb tells of an answer to an attack."""
    frames = _frames(sentence, v)
    return bool(frames & _ANSWERS) and not frames & _DEEDS


_SPEECH = frozenset({"say", "accuse", "deny", "condemn", "endorse", "alias"})
_DEEDS = frozenset(
    {"hack", "steal", "target", "perpetrate", "suffer", "fall", "use", "exploit", "affect"}
)
_ANSWERS = frozenset({"indict", "sanction", "arrest", "disrupt", "respond", "reward", "act"})


def date_events(drafts: list[Draft], told: dict[str, str]) -> None:
    """Give what is said of an attack the date that the document has for it anywhere.

    The date that most of its statements bear; among equals the first. ``told``: incident → the date
    of a sentence that claims nothing ("the intrusion began on May 15"). Of what is only proposed it must be two statements
    that bear it, where no rule's does: which attack a proposal is about is less sure.
    """
    dates = {incident: Counter({value: 1}) for incident, value in told.items()}
    proposed: dict[str, Counter[str]] = {}
    for draft in drafts:
        if draft.event_time and draft.subject.type is EntityType.INCIDENT:
            into = proposed if draft.proposed else dates
            into.setdefault(draft.subject.id, Counter())[draft.event_time] += 1
    for incident, times in proposed.items():
        often = Counter({value: number for value, number in times.items() if number > 1})
        if often:
            dates.setdefault(incident, often)
    for draft in drafts:
        known = dates.get(draft.subject.id)
        if known and draft.event_time is None and draft.predicate in _EVENTS:
            draft.event_time = known.most_common(1)[0][0]


def spoken_on(sentence: Sentence, pack: Pack, published: str | None) -> str | None:
    """The day a sentence's "today" or "on Monday" means: the last such day up to the document's date."""
    if published is None or len(published) < 10:
        return None
    today = date.fromisoformat(published[:10])
    for atom in sentence.atoms:
        if atom.key in pack.time.relative_days:
            return (today + timedelta(days=pack.time.relative_days[atom.key])).isoformat()
        if atom.key in pack.time.weekdays:
            back = (today.weekday() - pack.time.weekdays[atom.key]) % 7
            return (today - timedelta(days=back)).isoformat()
    return None
