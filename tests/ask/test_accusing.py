"""Who lays an incident on whom, compared with a plain walk through its claims."""

from __future__ import annotations

from collections import defaultdict

from tests.ledger import reports as r
from vidocq.ask.setting import asking
from vidocq.ask.tallies import accusing
from vidocq.ledger import ClaimFilter, Ledger, StoredClaim
from vidocq.model import Confidence, Predicate, Reading

CONFIDENCES = [None, *Confidence]


def _read() -> list[Reading]:
    """Reports that say the same on other days and as surely or less, by several, by one twice, by a crowd."""
    words = "They say so."
    found = [r.crowded(200), r.crowded(200, denied=True)]
    for number, (by, day, confidence) in enumerate(
        [
            ((r.US, r.EU), "2021-07-19", Confidence.LOW),
            ((r.EU,), "2020-01-02", Confidence.HIGH),
            ((r.EU, r.entity("bloc:eu", "the bloc")), None, None),
            ((), "2021-07-20", None),
            ((r.US,), "2021", None),
            ((r.entity("agency:xx-number-7"),), "2021-08-01", Confidence.MODERATE),
        ]
    ):
        told = r.document(f"{words} {number}", id=f"report-{number}")
        claims = tuple(
            r.claim(
                *(told, words, Predicate.ATTRIBUTED_TO, r.EXCHANGE, target, by),
                said_on=day,
                confidence=confidence,
                denied=number == 4,
            )
            for target in (r.CHINA, r.MSS)[: 1 + number % 2]
        )
        found.append(Reading(document=told, claims=claims))
    return found


def _by_hand(claims: list[StoredClaim]) -> dict[tuple[str, str, str], tuple[object, ...]]:
    heard: dict[tuple[str, str, str], list[StoredClaim]] = defaultdict(list)
    for one in claims:
        for who in {who.id for who in one.claim.claimants}:
            assert one.claim.object
            heard[who, one.claim.object.id, one.claim.polarity].append(one)
    return {
        key: (
            len(told),
            min((one.told_day for one in told if one.told_day), default=0),
            max(one.told_day for one in told),
            CONFIDENCES[max(CONFIDENCES.index(one.claim.confidence) for one in told)],
        )
        for key, told in heard.items()
    }


def test_who_lays_an_incident_on_whom_is_what_a_plain_walk_finds(ledger: Ledger) -> None:
    ledger.record(_read(), extractor="vidocq 1")
    before = next(ledger.claims()).recorded_at
    ledger.record(_read()[1:4], extractor="vidocq 2")
    ledger.record([Reading(document=_read()[0].document)], extractor="vidocq 2")
    answers = []
    for as_of in (before, None):
        with asking(ledger, as_of=as_of) as setting:
            told = accusing(setting, [r.EXCHANGE.id])
        assert {
            (one.claimant, one.object, one.polarity): (
                *(one.claims, one.first_day, one.last_day, one.confidence),
            )
            for one in told
        } == _by_hand(list(ledger.claims(ClaimFilter(subjects=(r.EXCHANGE.id,), as_of=as_of))))
        assert [one.claims for one in told] == sorted((one.claims for one in told), reverse=True)
        answers.append(told)
    assert len(answers[0]) > 400
    assert answers[0] != answers[1]
