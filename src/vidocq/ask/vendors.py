"""``vendor_accusations``: which firms lay what on which states and blocs: the matrix's other half."""

from __future__ import annotations

from sqlalchemy import func, select

from vidocq.ask.errors import UnknownName
from vidocq.ask.matrix import MOST_QUOTED, Accusation, cell_key, party_codes, rows_of
from vidocq.ask.setting import Setting, asking, meanings_of
from vidocq.knowledge.facts import firms
from vidocq.ledger import Ledger, Moment, Role
from vidocq.ledger.codes import POLARITY_OF, PREDICATE_OF, ROLE
from vidocq.ledger.conditions import entity_keys, in_force, told_between
from vidocq.ledger.records import AccusationCell
from vidocq.ledger.schema import claimant, entity, statement
from vidocq.model import EntityType
from vidocq.resolve.parties import party_of
from vidocq.resolve.statement import passage_of


def vendor_accusations(
    ledger: Ledger,
    *,
    by: str | None = None,
    of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
) -> tuple[Accusation, ...]:
    """The rows of the matrix with firms as accusers (``company:microsoft``), the most accusing first: those
    that our files know for security firms (`vidocq.knowledge.facts.firms`), or the firm ``by``.

    Raises:
        UnknownName: ``by`` names no firm, or ``of`` no state or bloc.
        EmptyRecord: nothing was read yet.
        ValueError: ``since`` or ``until`` is no ISO 8601 date.
    """
    with asking(ledger, as_of=as_of) as setting:
        accusers = _accusers(setting, by) if by else firms()
        found = _cells(setting, accusers, of, since, until)
        quoted = found[:MOST_QUOTED]
        passages = {
            cell_key(cell): passage_of(stored)
            for (cell, _), stored in zip(
                quoted, setting.at.load([key for _, key in quoted]), strict=True
            )
        }
        return rows_of(setting, [cell for cell, _ in found], passages)


def firm_of(setting: Setting, name: str) -> str | None:
    """The firm that a name means; None where it names a state or bloc, or no firm.

    Raises:
        UnknownName: it means nothing.
    """
    meant = meanings_of(setting, name)
    if any(party_of(one.id).startswith(("state:", "bloc:")) for one in meant):
        return None
    return next((one.id for one in meant if one.type is EntityType.COMPANY), None)


def _accusers(setting: Setting, name: str) -> tuple[str, ...]:
    firm = firm_of(setting, name)
    if firm is None:
        raise UnknownName(name, known_as=["no firm"])
    return (firm,)


def _cells(
    setting: Setting,
    accusers: tuple[str, ...],
    of: str | None,
    since: str | None,
    until: str | None,
) -> list[tuple[AccusationCell, int]]:
    """Counts by firm, accused, predicate and polarity, each with the key of its latest statement."""
    connection = setting.at.connection
    keys = entity_keys(connection, accusers)
    chosen = (
        select(
            entity.c.id,
            statement.c.accused,
            statement.c.predicate,
            statement.c.polarity,
            func.count(),
            func.coalesce(func.min(func.nullif(statement.c.told_day, 0)), 0),
            func.max(statement.c.told_day),
            func.max(statement.c.key),
        )
        .select_from(claimant)
        .join(statement, statement.c.key == claimant.c.statement)
        .join(entity, entity.c.key == claimant.c.entity)
        .where(
            claimant.c.entity.in_(keys),
            claimant.c.role == ROLE[Role.CLAIMANT],
            statement.c.accused.is_not(None),
            in_force(claimant, setting.as_of),
            *told_between(claimant.c.told_day, since, until),
        )
        .group_by(entity.c.id, statement.c.accused, statement.c.predicate, statement.c.polarity)
    )
    if of:
        chosen = chosen.where(statement.c.accused.in_(party_codes(setting, of)))
    found = [
        (
            AccusationCell(
                accuser=firm,
                accused=accused,
                predicate=PREDICATE_OF[predicate],
                polarity=POLARITY_OF[polarity],
                claims=claims,
                first_day=first,
                last_day=last,
            ),
            key,
        )
        for firm, accused, predicate, polarity, claims, first, last, key in connection.execute(
            chosen
        )
    ]
    return sorted(found, key=lambda one: (-one[0].claims, one[0].accuser, one[0].accused))
