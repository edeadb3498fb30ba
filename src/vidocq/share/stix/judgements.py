"""A person's word on a claim - retracted, corrected, restored - as STIX, and read back.

A judgement is a note by the person about the note that tells the claim, the reason as content. The notes of claims
that are off the record by such a word are revoked; so are the opinions that tell them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

import msgspec

from vidocq.ledger import Judgement, JudgementKind
from vidocq.ledger.identity import is_storable, judgement_digest
from vidocq.ledger.records import StoredClaim
from vidocq.model import Claim
from vidocq.share.errors import Unfit
from vidocq.share.stix.claims import abstract, note_id
from vidocq.share.stix.extension import EXTENSION, extended, extension_of
from vidocq.share.stix.ids import stix_id, timestamp
from vidocq.share.stix.notes import Note, told_note

Object = dict[str, Any]

_DOES = {
    JudgementKind.RETRACT: "takes off the record",
    JudgementKind.CORRECT: "corrects",
    JudgementKind.RESTORE: "puts back on the record",
}


def judgement_note(made: Judgement, claim: StoredClaim, authors: list[str]) -> Note:
    """The note that tells a judgement of a claim by its authors."""
    when = timestamp(made.recorded_at)
    refs = [note_id(made.claim)]
    if made.replacement is not None:
        refs.append(note_id(made.replacement))
    return told_note(
        id=stix_id("note", "judgement", made.id),
        created=when,
        modified=when,
        abstract=f"{made.by} {_DOES[made.kind]}: {abstract(claim.claim, authors)}",
        content=made.reason or made.kind,
        authors=[made.by],
        refs=refs,
        extensions=extended(
            "judgement",
            judgement=made.id,
            does=str(made.kind),
            claim=made.claim,
            replacement=made.replacement,
            judged_by=made.by,
            reason=made.reason,
            recorded_at=when,
        ),
    )


def last_word(made: Iterable[Judgement]) -> dict[str, datetime]:
    """When the last judgement was made of a claim, or of one whose place it took."""
    return {
        id: one.recorded_at for one in made for id in (one.claim, one.replacement) if id is not None
    }


class _Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """The extension of a note that tells a judgement."""

    judgement: str
    does: Literal["retract", "correct", "restore"]
    claim: str
    judged_by: str
    reason: str
    recorded_at: datetime
    replacement: str | None = None


def own_judgements(
    objects: Iterable[Object], claims: dict[str, Claim], place: str
) -> list[Judgement]:
    """The judgements that notes of ours tell, in the order in which they were made.

    ``claims`` are those that notes of the same input tell, by their ids.

    Raises:
        Unfit: an extension is not what its schema says, a judgement is not what its id says, is on a claim that is
            not told, or cannot follow the one before.
    """
    found: list[tuple[str, Judgement]] = []
    for one in objects:
        told = extension_of(one, "judgement")
        if told is not None:
            where = f"{place}, {one['id']}"
            found.append((where, _read(told, where)))
    found.sort(key=lambda item: item[1].recorded_at)
    turns: Counter[tuple[str, str]] = Counter()
    last: defaultdict[str, JudgementKind] = defaultdict(lambda: JudgementKind.RESTORE)
    for where, made in found:
        key = (made.claim, made.by)
        digest = judgement_digest(made.kind, bytes.fromhex(made.claim), made.by, turns[key])
        if digest.hex() != made.id:
            wrong = "the judgement is not the one that this id was made of"
            raise Unfit(where, f"extensions.{EXTENSION}.judgement", wrong)
        turns[key] += 1
        if made.kind is JudgementKind.RESTORE and last[made.claim] is JudgementKind.RESTORE:
            raise Unfit(where, f"extensions.{EXTENSION}.does", "there is nothing to restore")
        last[made.claim] = made.kind
        for name, id in (("claim", made.claim), ("replacement", made.replacement)):
            if id is not None and id not in claims:
                raise Unfit(where, f"extensions.{EXTENSION}.{name}", f"no note tells {id}")
    return [made for _, made in found]


def _read(told: Object, where: str) -> Judgement:
    try:
        made = msgspec.convert(told, _Judgement)
    except msgspec.ValidationError as fault:
        raise Unfit(where, f"extensions.{EXTENSION}", str(fault)) from None
    for name, id in (("claim", made.claim), ("replacement", made.replacement)):
        if id is not None and not _is_claim_id(id):
            raise Unfit(where, f"extensions.{EXTENSION}.{name}", "is no id of a claim")
    if (made.does == "correct") != (made.replacement is not None):
        wrong = "a correction has one, and nothing else has"
        raise Unfit(where, f"extensions.{EXTENSION}.replacement", wrong)
    if made.replacement is not None and made.replacement[:12] != made.claim[:12]:
        wrong = "must be of the same document"
        raise Unfit(where, f"extensions.{EXTENSION}.replacement", wrong)
    if made.recorded_at.tzinfo is None:
        raise Unfit(where, f"extensions.{EXTENSION}.recorded_at", "must be a moment in UTC")
    if not made.judged_by or not all(map(is_storable, (made.judged_by, made.reason))):
        wrong = "must be text without the code point 0 and lone surrogates"
        raise Unfit(where, f"extensions.{EXTENSION}.judged_by, reason", wrong)
    return Judgement(
        id=made.judgement,
        kind=JudgementKind(made.does),
        claim=made.claim,
        by=made.judged_by,
        reason=made.reason,
        recorded_at=made.recorded_at,
        replacement=made.replacement,
    )


def _is_claim_id(id: str) -> bool:
    return len(id) == 24 and all(digit in "0123456789abcdef" for digit in id)
