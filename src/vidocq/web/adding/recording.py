"""A preview put on the record: what the program read as it read it, and beside it what the person says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

from vidocq.ledger import Ledger
from vidocq.ledger.identity import claim_digest, storable
from vidocq.model import Claim, Reading
from vidocq.web.adding.correcting import corrected


class Verdict(StrEnum):
    """What a person says of one claim."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict with what it needs: the fields of the correction, or the reason."""

    verdict: Verdict = Verdict.ACCEPT
    fields: Mapping[str, str] = {}
    reason: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was recorded: documents by SHA-256, and how many claims were accepted, corrected, rejected."""

    documents: tuple[str, ...]
    accepted: int
    corrected: int
    rejected: int


def corrections_of(
    readings: Sequence[Reading], judged: Mapping[tuple[int, int], Judged]
) -> dict[tuple[int, int], Claim]:
    """The corrected claims, by place of reading and claim; all are checked before anything is recorded.

    Raises:
        BadQuestion: a field of a correction is wrong.
    """
    found = {}
    for (which, place), one in judged.items():
        if one.verdict is Verdict.CORRECT:
            claim = readings[which].claims[place]
            better = corrected(claim, one.fields)
            if better != claim:
                found[which, place] = better
    return found


def record_judged(
    ledger: Ledger,
    readings: Sequence[Reading],
    judged: Mapping[tuple[int, int], Judged],
    *,
    extractor: str,
    by: str,
) -> Outcome:
    """Record the readings, then each rejection and correction under the person's name.

    Raises:
        BadQuestion: a field of a correction is wrong; nothing is recorded then.
        LedgerError: the ledger cannot be written.
    """
    readings = [storable(one) for one in readings]
    corrections = corrections_of(readings, judged)
    ledger.record(readings, extractor=extractor)
    accepted = rejected = 0
    for which, reading in enumerate(readings):
        digest = bytes.fromhex(reading.document.sha256)
        for place, claim in enumerate(reading.claims):
            id = claim_digest(digest, claim).hex()
            one = judged.get((which, place), Judged())
            if (which, place) in corrections:
                ledger.correct(
                    id,
                    corrections[which, place],
                    by=by,
                    reason=one.reason or "corrected when it was added",
                )
            elif one.verdict is Verdict.REJECT:
                ledger.retract(id, by=by, reason=one.reason or "rejected when it was added")
                rejected += 1
            else:
                accepted += 1
    return Outcome(
        documents=tuple(one.document.sha256 for one in readings),
        accepted=accepted,
        corrected=len(corrections),
        rejected=rejected,
    )
