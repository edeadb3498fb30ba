"""What stood at an earlier moment, compared with a plain walk through all claims of then."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import datetime
from itertools import pairwise

import pytest

from tests.ledger import reports as r
from vidocq.ledger import ClaimFilter, Ledger, Role, StoredClaim, query
from vidocq.ledger.records import Voice
from vidocq.model import Claim, Document, Polarity, Predicate, Reading

PARTIES = (r.CHINA, r.MSS, r.APT31, r.EXCHANGE)
CLAIMANTS = (r.US, r.UK, r.EU, r.CHINA, r.APT31, r.entity("bloc:eu", "the bloc"))
DAYS = (None, "2021", "2020-03-04", "2021-07-19", "2021-07-20")
LAID = (Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY, Predicate.AFFECTS)
WORDS = ("One", "two", "three", "four")

Told = tuple[int, int, int]
"""How many claims, the first and the last day."""


def _documents() -> list[Document]:
    return [
        r.document(f"One two three four {number}.", id=f"report-{number}") for number in range(12)
    ]


def _claim(chance: random.Random, told: Document, word: str) -> Claim:
    """Of few parties, that much may be said again; by nobody, by several, by one under two names."""
    return r.claim(
        told,
        word,
        chance.choice(LAID),
        chance.choice(PARTIES),
        chance.choice((*PARTIES, None)),
        tuple(chance.choices(CLAIMANTS, k=chance.randrange(5))),
        denied=chance.random() < 0.3,
        said_on=chance.choice(DAYS),
    )


def _record(ledger: Ledger, seed: int) -> list[datetime]:
    """A record that three extractors made, each of what the one before had read too; its moments."""
    chance = random.Random(seed)
    documents = _documents()
    for turn in range(3):
        readings = [
            Reading(document=told, claims=tuple(_claim(chance, told, word) for word in WORDS))
            for told in chance.sample(documents, 8)
        ]
        readings += [r.crowded(200, denied=denied) for denied in (False, True)][turn:]
        ledger.record(readings, extractor=f"turn {turn}")
    with ledger.snapshot() as at:
        every = query.newest(at, by="recorded", limit=1000)
    last = every[0].recorded_at
    return sorted({last, *(one.recorded_at for one in ledger.claims(ClaimFilter(as_of=last)))})


def _voices_by_hand(claims: list[StoredClaim]) -> dict[tuple[str, str, Polarity], Told]:
    days: dict[tuple[str, str, Polarity], list[int]] = defaultdict(list)
    for one in claims:
        claim = one.claim
        for who in {who.id for who in claim.claimants}:
            for about in {end.id for end in (claim.subject, claim.object) if end}:
                days[who, about, claim.polarity].append(one.told_day)
    return {key: _told(value) for key, value in days.items()}


def _edges_by_hand(
    claims: list[StoredClaim],
) -> dict[tuple[str, Predicate, str | None, Polarity], Told]:
    days: dict[tuple[str, Predicate, str | None, Polarity], list[int]] = defaultdict(list)
    for one in claims:
        claim = one.claim
        target = claim.object.id if claim.object else None
        days[claim.subject.id, claim.predicate, target, claim.polarity].append(one.told_day)
    return {key: _told(value) for key, value in days.items()}


def _told(days: list[int]) -> Told:
    return len(days), min((day for day in days if day), default=0), max(days)


def _ranks(voices: list[Voice]) -> list[tuple[int, int]]:
    return [(one.claims, one.last_day) for one in voices]


@pytest.mark.parametrize("seed", range(3))
def test_voices_and_edges_of_any_moment_are_those_of_a_plain_walk(
    ledger: Ledger, seed: int
) -> None:
    moments = _record(ledger, seed)
    assert len(moments) > 1
    answers = []
    for as_of in moments:
        claims = list(ledger.claims(ClaimFilter(as_of=as_of)))
        voices, edges = _voices_by_hand(claims), _edges_by_hand(claims)
        with ledger.snapshot() as at:
            ids = [id for id, _ in query.entities(at)]
            assert {
                (one.claimant, one.about, one.polarity): (one.claims, one.first_day, one.last_day)
                for one in query.voices(at, ids, as_of=as_of, limit=2000)
            } == voices
            said = query.voices(at, ids, role=Role.CLAIMANT, as_of=as_of, limit=2000)
            assert {
                (one.claimant, one.about, one.polarity): (one.claims, one.first_day, one.last_day)
                for one in said
            } == voices
            told = query.edges(at, ids, as_of=as_of, limit=2000)
            assert {
                (one.subject, one.predicate, one.object, one.polarity): (
                    *(one.claims, one.first_day, one.last_day),
                )
                for one in told
            } == edges
            for limit in (1, 3, 9):
                few = query.voices(at, [r.CHINA.id], as_of=as_of, limit=limit)
                all_of_them = query.voices(at, [r.CHINA.id], as_of=as_of, limit=2000)
                assert _ranks(few) == _ranks(all_of_them)[:limit]
        answers.append(voices)
    assert all(before != after for before, after in pairwise(answers))


@pytest.mark.parametrize("denied", [False, True])
def test_of_claimants_too_many_for_an_index_none_is_missed(ledger: Ledger, denied: bool) -> None:
    ledger.record([r.STATEMENT_READ, r.crowded(200, denied=denied)], extractor=r.EXTRACTOR)
    [stored] = ledger.claims(ClaimFilter(claimants=("agency:xx-number-7",)))
    with ledger.snapshot() as at:
        now = query.voices(at, [r.CHINA.id], limit=1000)
        assert query.voices(at, [r.CHINA.id], as_of=stored.recorded_at, limit=1000) == now
    assert len(now) == 203
    assert ledger.check() == []
