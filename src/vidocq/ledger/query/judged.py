"""The claims on which persons have given their word, whether or not they still stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from vidocq.ledger.conditions import in_force, statement_keys, with_ids
from vidocq.ledger.judging import judgements
from vidocq.ledger.schema import statement

if TYPE_CHECKING:
    from vidocq.ledger.filter import ClaimFilter
    from vidocq.ledger.records import Judgement, StoredClaim
    from vidocq.ledger.snapshot import Snapshot

_AT_ONCE = 400


class JudgedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that was judged or put in the place of one.

    ``stands`` is whether it is in force at the moment asked about, ``chosen`` whether the filter lets it through
    then or, where it does not stand, did when it stood.
    """

    stored: StoredClaim
    stands: bool
    chosen: bool


def judged(at: Snapshot, asked: ClaimFilter) -> tuple[list[Judgement], dict[str, JudgedClaim]]:
    """The judgements until a moment, in their order, and the claims they are on, by id.

    Of a part of the record those are given that are on a claim of the part, or on one that took its place or
    whose place it took.
    """
    made = judgements(at.connection, as_of=asked.as_of)
    ids = {id for one in made for id in (one.claim, one.replacement) if id is not None}
    found = _claims(at, sorted(ids), asked)
    chosen = {id for id, one in found.items() if one.chosen}
    while True:
        # A correction joins two claims; corrections of corrections join more.
        joined = {
            id
            for one in made
            if one.replacement is not None and {one.claim, one.replacement} & chosen
            for id in (one.claim, one.replacement)
        }
        if joined <= chosen:
            break
        chosen |= joined
    return (
        [one for one in made if one.claim in chosen],
        {id: one for id, one in found.items() if id in chosen},
    )


def _claims(at: Snapshot, ids: list[str], asked: ClaimFilter) -> dict[str, JudgedClaim]:
    found: dict[str, JudgedClaim] = {}
    for start in range(0, len(ids), _AT_ONCE):
        digests = [bytes.fromhex(one) for one in ids[start : start + _AT_ONCE]]
        mine = with_ids(at.connection, digests)
        last = at.connection.execute(
            select(func.max(statement.c.key)).where(*mine).group_by(statement.c.id)
        ).scalars()
        keys = sorted(last)
        standing = set(
            at.connection.execute(
                select(statement.c.id).where(*mine, in_force(statement, asked.as_of))
            ).scalars()
        )
        chosen = set(
            at.connection.execute(
                statement_keys(at.connection, asked, ended=True).where(statement.c.key.in_(keys))
            ).scalars()
        )
        for key, stored in zip(keys, at.load(keys), strict=True):
            found[stored.id] = JudgedClaim(
                stored=stored,
                stands=bytes.fromhex(stored.id) in standing,
                chosen=key in chosen,
            )
    return found
