"""A made-up record of any size, with the skew of a real one, the same on every machine.

A few incidents, actors and claimants fill most of the record and a long tail the rest (Zipf's law); a
document tells of one incident, its actor, its victims and who says so, in a text of news length whose
words are spread like those of a language. Document ``i`` depends on the seed and ``i`` alone.

    from ledger_generate import World
    readings = World(seed=1).readings(200_000)
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from vidocq.model import (
    Claim,
    Confidence,
    Count,
    Document,
    EntityType,
    Likelihood,
    Polarity,
    Predicate,
    Reading,
    Reference,
    Span,
)

STATES = [
    "US",
    "GB",
    "FR",
    "DE",
    "CN",
    "RU",
    "KP",
    "IR",
    "CA",
    "AU",
    "JP",
    "NL",
    "PL",
    "UA",
    "EE",
    "SE",
    "NO",
    "FI",
    "DK",
    "IT",
    "ES",
    "BE",
    "CH",
    "AT",
    "CZ",
    "RO",
    "LT",
    "LV",
    "IL",
    "IN",
    "KR",
    "TW",
    "VN",
    "TR",
    "BR",
    "MX",
    "SG",
    "NZ",
    "SA",
    "AE",
]
ACCUSED = ["CN", "RU", "KP", "IR", "US", "IL", "VN", "IN", "TR", "BY"]
AGENCIES = ["mss", "gru", "svr", "fsb", "nsa", "fbi", "doj", "cert", "ncsc", "mfa", "mod", "irgc"]
SYLLABLES = [
    a + b
    for a in [
        "b",
        "c",
        "d",
        "f",
        "g",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "br",
        "tr",
        "st",
        "pl",
    ]
    for b in "aeiou"
]
SECTORS = [
    "government",
    "defence",
    "energy",
    "finance",
    "health",
    "media",
    "telecommunications",
    "technology",
]

GROUPS, INCIDENTS, VICTIMS, CLAIMANTS, TOOLS, WORDS = 3_000, 40_000, 30_000, 400, 4_000, 40_000
FIRST_DAY, DAYS = date(2008, 1, 1), 6_500
WORDS_A_DOCUMENT = (200, 800)


class Zipf:
    """Draws from a list, the first far more often than the last."""

    def __init__(self, count: int, exponent: float) -> None:
        self._sums = list(accumulate(1 / (rank + 2) ** exponent for rank in range(count)))

    def draw(self, chance: random.Random) -> int:
        """A rank from 0 on."""
        return bisect(self._sums, chance.random() * self._sums[-1])

    def many(self, chance: random.Random, count: int) -> list[int]:
        """Several ranks."""
        total, draw, sums = self._sums[-1], chance.random, self._sums
        return [bisect(sums, draw() * total) for _ in range(count)]


class World:
    """Who and what there is, and the documents about it."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        chance = random.Random(f"world {seed}")
        self.words = [_word(chance) for _ in range(WORDS)]
        self.groups = [
            _reference("group", f"{_word(chance)} {_word(chance)} {i}") for i in range(GROUPS)
        ]
        self.agencies = [
            Reference(
                type=EntityType.AGENCY, text=name.upper(), id=f"agency:{state.lower()}-{name}"
            )
            for state in STATES[:12]
            for name in AGENCIES
        ]
        self.states = [
            Reference(type=EntityType.STATE, text=f"State {code}", id=f"state:{code}")
            for code in STATES
        ]
        self.accused = [
            Reference(type=EntityType.STATE, text=f"State {code}", id=f"state:{code}")
            for code in ACCUSED
        ]
        self.victims = [
            _reference(
                chance.choice(["company", "organisation"]), f"{_word(chance)} {_word(chance)} {i}"
            )
            for i in range(VICTIMS)
        ]
        self.tools = [
            _reference(chance.choice(["malware", "vulnerability"]), f"{_word(chance)}{i}")
            for i in range(TOOLS)
        ]
        self.sectors = [_reference("sector", name) for name in SECTORS]
        self.claimants = (
            [state for state in self.states[:20] for _ in range(3)]
            + self.agencies
            + [_reference("company", f"{_word(chance)} security {i}") for i in range(CLAIMANTS)]
            + [_reference("bloc", name) for name in ("eu", "nato", "g7")] * 5
        )
        chance.shuffle(self.claimants)
        self.by_word, self.by_incident = Zipf(WORDS, 1.0), Zipf(INCIDENTS, 0.9)
        self.by_claimant, self.by_group = Zipf(len(self.claimants), 0.9), Zipf(GROUPS, 1.0)
        self.by_state, self.by_victim = Zipf(len(self.accused), 1.1), Zipf(VICTIMS, 0.8)
        self.by_tool = Zipf(TOOLS, 0.9)

    def readings(self, count: int, first: int = 0) -> Iterator[Reading]:
        """Documents ``first`` to ``first + count`` with their claims, five on average."""
        for number in range(first, first + count):
            yield self.reading(number)

    def reading(self, number: int) -> Reading:
        """One document and its claims."""
        chance = random.Random(f"{self.seed} {number}")
        incident = self.by_incident.draw(chance)
        published = FIRST_DAY + timedelta(days=int(DAYS * (1 - chance.random() ** 2)))
        told = _Told(chance, self.words, self.by_word)
        facts = list(self._facts(chance, incident, published))
        size = chance.randint(*WORDS_A_DOCUMENT)
        told.filler(size // (len(facts) + 1))
        claims = []
        for fact in facts:
            claims.append(told.claim(fact))
            told.filler(size // (len(facts) + 1))
        return Reading(
            document=Document.from_text(
                told.text(),
                id=f"report-{number}",
                source=f"corpus/{number // 1000}/report-{number}.txt",
                title=f"{self.words[incident % 997]} {self.words[incident % 89]} {number}".title(),
                publisher=f"The {self.words[number % 211].title()} Post",
                published=published.isoformat(),
                language="en",
            ),
            claims=tuple(claims),
        )

    def _facts(self, chance: random.Random, incident: int, day: date) -> Iterator[Claim]:
        own = random.Random(f"incident {incident}")
        year = FIRST_DAY.year + own.randrange(18)
        name = f"{self.words[incident % WORDS]} hack"
        subject = Reference(
            type=EntityType.INCIDENT, text=f"the {name}", id=f"incident:{name}-{incident}-{year}"
        )
        actor = self.groups[self.by_group.draw(own)]
        sponsor = self.accused[self.by_state.draw(own)]
        victims = [self.victims[self.by_victim.draw(own)] for _ in range(1 + own.randrange(12))]
        seen = set()
        for _ in range(min(20, 1 + int(chance.expovariate(1 / 5.3)))):
            predicate = chance.choices(_PREDICATES, cum_weights=_PREDICATE_SUMS)[0]
            doer = actor if chance.random() < 0.9 else self.groups[self.by_group.draw(chance)]
            state = sponsor if chance.random() < 0.93 else chance.choice(self.accused)
            target = chance.choice(victims)
            one, other = self._ends(chance, predicate, subject, doer, state, target)
            if (predicate, one.id, other.id if other else "") in seen:
                continue
            seen.add((predicate, one.id, other.id if other else ""))
            yield Claim(
                predicate=predicate,
                subject=one,
                object=other,
                claimants=self._claimants(chance),
                polarity=Polarity.DENIED if chance.random() < 0.06 else Polarity.AFFIRMED,
                confidence=Confidence.HIGH if chance.random() < 0.05 else None,
                likelihood=chance.choice(list(Likelihood)) if chance.random() < 0.2 else None,
                event_time=str(year) if chance.random() < 0.4 else None,
                said_on=day.isoformat() if chance.random() < 0.6 else None,
                count=Count(value=chance.randrange(10, 90_000), unit="organisations")
                if predicate is Predicate.AFFECTS
                else None,
                quote="",
                span=Span(0, 0),
            )

    def _ends(
        self,
        chance: random.Random,
        predicate: Predicate,
        incident: Reference,
        actor: Reference,
        state: Reference,
        victim: Reference,
    ) -> tuple[Reference, Reference | None]:
        if predicate is Predicate.ATTRIBUTED_TO:
            return incident, chance.choice([actor, state, state, self._agency(chance, state)])
        if predicate in (Predicate.SPONSORED_BY, Predicate.LOCATED_IN):
            return actor, chance.choice([state, self._agency(chance, state)])
        if predicate is Predicate.SAME_AS:
            return actor, self.groups[self.by_group.draw(chance)]
        if predicate is Predicate.TARGETS:
            aim = victim if chance.random() < 0.7 else chance.choice(self.states + self.sectors)
            return chance.choice([incident, actor, state]), aim
        if predicate in (Predicate.USES, Predicate.EXPLOITS):
            return chance.choice([incident, actor]), self.tools[self.by_tool.draw(chance)]
        if predicate is Predicate.AFFECTS:
            return incident, None
        who = self.claimants[self.by_claimant.draw(chance)]
        return who, chance.choice([state, state, actor, incident])

    def _agency(self, chance: random.Random, state: Reference) -> Reference:
        code = state.id[-2:].lower()
        name = chance.choice(AGENCIES[:4])
        return Reference(type=EntityType.AGENCY, text=name.upper(), id=f"agency:{code}-{name}")

    def _claimants(self, chance: random.Random) -> tuple[Reference, ...]:
        count = chance.choices((0, 1, 2, 3, 6), weights=(25, 50, 15, 7, 3))[0]
        found = {self.by_claimant.draw(chance): None for _ in range(count)}
        speaker = "a senior official" if chance.random() < 0.2 else None
        return tuple(
            Reference(type=one.type, text=one.text, id=one.id, speaker=speaker)
            for one in (self.claimants[rank] for rank in found)
        )


_SHARES = {
    Predicate.ATTRIBUTED_TO: 33,
    Predicate.SPONSORED_BY: 15,
    Predicate.TARGETS: 22,
    Predicate.USES: 8,
    Predicate.EXPLOITS: 4,
    Predicate.SAME_AS: 4,
    Predicate.LOCATED_IN: 2,
    Predicate.AFFECTS: 3,
    Predicate.CONDEMNS: 3,
    Predicate.SANCTIONS: 2,
    Predicate.INDICTS: 2,
    Predicate.RESPONDS: 2,
}
_PREDICATES: Sequence[Predicate] = list(_SHARES)
_PREDICATE_SUMS = list(accumulate(_SHARES.values()))


class _Told:
    """A text as it grows."""

    def __init__(self, chance: random.Random, words: Sequence[str], by_word: Zipf) -> None:
        self._chance, self._words, self._by_word = chance, words, by_word
        self._parts: list[str] = []
        self._length = 0

    def _add(self, part: str) -> int:
        start = self._length
        self._parts.append(part)
        self._length += len(part)
        return start

    def filler(self, count: int) -> None:
        """Sentences of words that claim nothing."""
        words = [self._words[rank] for rank in self._by_word.many(self._chance, count)]
        for start in range(0, len(words), 18):
            self._add(" ".join(words[start : start + 18]).capitalize() + ". ")

    def claim(self, fact: Claim) -> Claim:
        """The fact as a sentence of the text, with its quote and position."""
        who = ", ".join(reference.text for reference in fact.claimants) or "Nobody"
        about = f" against {fact.object.text}" if fact.object else ""
        extra = " ".join(self._words[rank] for rank in self._by_word.many(self._chance, 12))
        quote = f"{who} said of {fact.subject.text}{about} that {fact.predicate} {extra}."
        start = self._add(quote)
        self._add(" ")
        return Claim(
            **{
                name: getattr(fact, name)
                for name in fact.__struct_fields__
                if name not in ("quote", "span")
            },
            quote=quote,
            span=Span(start, start + len(quote)),
        )

    def text(self) -> str:
        return "".join(self._parts).strip()


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((1, 2, 2, 3, 3, 4))))


def _reference(kind: str, name: str) -> Reference:
    return Reference(
        type=EntityType(kind), text=name.title(), id=f"{kind}:{name.replace(' ', '-')}"
    )
