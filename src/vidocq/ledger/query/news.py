"""What a recording added, told by the number of the last statement before it.

Statements are numbered in the order in which they were recorded, so a number that was noted before a recording
tells afterwards what is new, also to a process that was killed in between and runs again.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, or_, select

from vidocq.ledger.codes import POLARITY, PREDICATE
from vidocq.ledger.keys import ACCUSING
from vidocq.ledger.moment import milliseconds
from vidocq.ledger.records import StoredClaim
from vidocq.ledger.schema import accusation, statement
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Polarity


def last_statement(at: Snapshot) -> int:
    """The number of the statement that was recorded last; 0 where there is none."""
    highest = select(func.coalesce(func.max(statement.c.key), 0))
    return int(at.connection.execute(highest).scalar_one())


def recorded_after(at: Snapshot, last: int) -> list[StoredClaim]:
    """The claims in force that were recorded after the statement with this number, in their order."""
    keys = at.connection.execute(
        select(statement.c.key)
        .where(statement.c.key > last, statement.c.ended_at.is_(None))
        .order_by(statement.c.key)
    ).scalars()
    return at.load(list(keys))


def accusers_before(
    at: Snapshot, accusers: Collection[str], claim: StoredClaim, last: int
) -> set[str]:
    """Those of some states and blocs (``FR``, ``eu``) that had accused whom the claim accuses already.

    Statements up to the number ``last`` count that held when the claim was recorded: what a later reading
    replaced at that very moment does, what was retracted before does not.
    """
    table = accusation
    moment = milliseconds(claim.recorded_at)
    found = at.connection.execute(
        select(table.c.accuser)
        .distinct()
        .where(
            table.c.accuser.in_(sorted(accusers)),
            table.c.accused == claim.accused,
            table.c.predicate.in_(sorted(PREDICATE[one] for one in ACCUSING)),
            table.c.polarity == POLARITY[Polarity.AFFIRMED],
            table.c.statement <= last,
            or_(table.c.ended_at.is_(None), table.c.ended_at >= moment),
        )
    ).scalars()
    return set(found)
