"""``cell``: the claims behind one cell of the matrix of accusations."""

from __future__ import annotations

from sqlalchemy import select

from vidocq.ask.dossier import Told, told_of
from vidocq.ask.matrix import party_codes
from vidocq.ask.setting import asking
from vidocq.ledger import Ledger, Moment
from vidocq.ledger.conditions import in_force, told_between
from vidocq.ledger.schema import accusation

MOST = 100


def cell(
    ledger: Ledger,
    by: str,
    of: str,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
    limit: int = MOST,
) -> tuple[Told, ...]:
    """What one state or bloc says of another and does against it, the latest told first.

    Raises:
        UnknownName: a name is that of no state or bloc.
        EmptyRecord: nothing was read yet.
        ValueError: ``since`` or ``until`` is no ISO 8601 date.
    """
    with asking(ledger, as_of=as_of) as setting:
        keys = setting.at.connection.execute(
            select(accusation.c.statement)
            .where(
                accusation.c.accuser.in_(party_codes(setting, by)),
                accusation.c.accused.in_(party_codes(setting, of)),
                in_force(accusation, as_of),
                *told_between(accusation.c.told_day, since, until),
            )
            .group_by(accusation.c.statement, accusation.c.told_day)
            .order_by(accusation.c.told_day.desc(), accusation.c.statement.desc())
            .limit(limit)
        ).scalars()
        return tuple(told_of(setting, one) for one in setting.at.load(list(keys)))
