"""``cell``: the claims behind one cell of the matrix of accusations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from vidocq.ask.dossier import Told, told_of
from vidocq.ask.matrix import party_codes
from vidocq.ask.setting import Setting, asking
from vidocq.ask.vendors import firm_of
from vidocq.ledger import Ledger, Moment, Role
from vidocq.ledger.codes import ROLE
from vidocq.ledger.conditions import entity_keys, in_force, told_between
from vidocq.ledger.schema import accusation, claimant, statement

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
    """What a state, bloc or firm says of a state or bloc and does against it, the latest told first.

    Raises:
        UnknownName: ``by`` names no state, bloc or firm, or ``of`` no state or bloc.
        EmptyRecord: nothing was read yet.
        ValueError: ``since`` or ``until`` is no ISO 8601 date.
    """
    with asking(ledger, as_of=as_of) as setting:
        accused = party_codes(setting, of)
        firm = firm_of(setting, by)
        if firm:
            chosen = _of_firm(setting, firm, accused, since, until)
        else:
            chosen = _of_party(setting, party_codes(setting, by), accused, since, until)
        keys = setting.at.connection.execute(chosen.limit(limit)).scalars()
        return tuple(told_of(setting, one) for one in setting.at.load(list(keys)))


def _of_party(
    setting: Setting,
    accusers: tuple[str, ...],
    accused: tuple[str, ...],
    since: str | None,
    until: str | None,
) -> Select[Any]:
    table = accusation
    return (
        select(table.c.statement)
        .where(
            table.c.accuser.in_(accusers),
            table.c.accused.in_(accused),
            in_force(table, setting.as_of),
            *told_between(table.c.told_day, since, until),
        )
        .group_by(table.c.statement, table.c.told_day)
        .order_by(table.c.told_day.desc(), table.c.statement.desc())
    )


def _of_firm(
    setting: Setting, firm: str, accused: tuple[str, ...], since: str | None, until: str | None
) -> Select[Any]:
    table = claimant
    return (
        select(table.c.statement)
        .join(statement, statement.c.key == table.c.statement)
        .where(
            table.c.entity.in_(entity_keys(setting.at.connection, (firm,))),
            table.c.role == ROLE[Role.CLAIMANT],
            statement.c.accused.in_(accused),
            in_force(table, setting.as_of),
            *told_between(table.c.told_day, since, until),
        )
        .group_by(table.c.statement, table.c.told_day)
        .order_by(table.c.told_day.desc(), table.c.statement.desc())
    )
