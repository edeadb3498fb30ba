"""Which claims a person's word keeps out of the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from vidocq.ledger.codes import JUDGEMENT, JudgementKind
from vidocq.ledger.schema import judgement

if TYPE_CHECKING:
    from sqlalchemy import Connection


def retracted(connection: Connection, claims: Sequence[bytes]) -> set[bytes]:
    """Of these claim ids, those that were retracted or corrected and not restored since."""
    last: dict[bytes, int] = {}
    for start in range(0, len(claims), 500):
        for claim, kind in connection.execute(
            select(judgement.c.claim, judgement.c.kind)
            .where(judgement.c.claim.in_(claims[start : start + 500]))
            .order_by(judgement.c.key)
        ):
            last[bytes(claim)] = kind
    return {claim for claim, kind in last.items() if kind != JUDGEMENT[JudgementKind.RESTORE]}
