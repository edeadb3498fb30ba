"""How often what is claimed, by whom, of whom, and when: counted, not listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, exists, func, not_, or_, select, union_all

from vidocq.ledger.codes import (
    ENTITY_TYPE_OF,
    POLARITY_OF,
    PREDICATE,
    PREDICATE_OF,
    ROLE,
    Role,
)
from vidocq.ledger.conditions import entity_keys, in_force, told_between
from vidocq.ledger.moment import Moment
from vidocq.ledger.records import (
    AccusationCell,
    Edge,
    MonthCount,
    Voice,
)
from vidocq.ledger.schema import (
    accusation,
    claimant,
    edge,
    entity,
    month,
    statement,
    voice,
)
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Predicate

if TYPE_CHECKING:
    from sqlalchemy import Connection

ANYWHERE = (Role.SUBJECT, Role.OBJECT, Role.CLAIMANT)


def edges(
    at: Snapshot,
    ids: Sequence[str],
    *,
    role: Role = Role.SUBJECT,
    predicates: Sequence[Predicate] = (),
    as_of: Moment = None,
    limit: int = 200,
) -> list[Edge]:
    """What is claimed of the entities as subject, or as object: each thing once, most claimed first."""
    keys = entity_keys(at.connection, ids)
    codes = [PREDICATE[one] for one in predicates]
    table = edge if as_of is None else edges_as_of(role, keys, as_of, predicates=codes)
    chosen = select(table).where(table.c[str(role)].in_(keys), table.c.claims > 0)
    if codes:
        chosen = chosen.where(table.c.predicate.in_(codes))
    best = chosen.order_by(table.c.claims.desc(), table.c.last_day.desc()).limit(limit).subquery()
    return edges_chosen(at.connection, best)


def edges_as_of(
    role: Role, keys: Sequence[int], as_of: Moment, *, predicates: Sequence[int] = ()
) -> Any:
    """The edges from or to some entities (by key) at a moment, counted from the statements of then:
    a selection with the columns of the table of edges. ``predicates`` are codes."""
    columns = [
        statement.c.subject,
        statement.c.predicate,
        func.coalesce(statement.c.object, 0).label("object"),
        statement.c.polarity,
    ]
    where = [entity.c.key.in_(keys), in_force(statement, as_of)]
    if predicates:
        where.append(statement.c.predicate.in_(predicates))
    tally = _tally(statement.c.told_day)
    # Asked for many keys at once SQLite looks through all statements; from entities it goes to theirs.
    chosen = select(*columns, *tally).join(entity, entity.c.key == statement.c[str(role)])
    return chosen.where(*where).group_by(*columns).subquery()


def _tally(day: ColumnElement[int]) -> list[ColumnElement[int]]:
    return [
        func.count().label("claims"),
        func.coalesce(func.min(func.nullif(day, 0)), 0).label("first_day"),
        func.max(day).label("last_day"),
    ]


def edges_chosen(connection: Connection, best: Any) -> list[Edge]:
    """The edges of a selection of rows of their table, most claimed first."""
    subject, target = entity.alias("of_subject"), entity.alias("of_object")
    rows = connection.execute(
        select(best, subject.c.id.label("subject_id"), target.c.id.label("object_id"))
        .join(subject, subject.c.key == best.c.subject)
        .outerjoin(target, target.c.key == best.c.object)
        .order_by(best.c.claims.desc(), best.c.last_day.desc(), subject.c.id, target.c.id)
    )
    return [
        Edge(
            subject=row.subject_id,
            predicate=PREDICATE_OF[row.predicate],
            object=row.object_id,
            polarity=POLARITY_OF[row.polarity],
            claims=row.claims,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in rows
    ]


def edges_of_predicate(at: Snapshot, predicate: Predicate) -> Iterator[Edge]:
    """Everything that is claimed now under one predicate (all ``same-as``, say), in bounded memory."""
    rows = at.connection.execution_options(stream_results=True, yield_per=1000).execute(
        select(edge)
        .where(edge.c.predicate == PREDICATE[predicate], edge.c.claims > 0)
        .order_by(edge.c.subject, edge.c.object, edge.c.polarity)
    )
    for part in rows.partitions(1000):
        # Names are fetched apart: joined, a planner may well begin with all entities.
        ids = _ids(at.connection, {key for row in part for key in (row.subject, row.object)})
        for row in part:
            yield Edge(
                subject=ids[row.subject],
                predicate=predicate,
                object=ids.get(row.object),
                polarity=POLARITY_OF[row.polarity],
                claims=row.claims,
                first_day=row.first_day,
                last_day=row.last_day,
            )


def _ids(connection: Connection, keys: set[int]) -> dict[int, str]:
    wanted = sorted(keys)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), 500):
        for key, name in connection.execute(
            select(entity.c.key, entity.c.id).where(entity.c.key.in_(wanted[start : start + 500]))
        ):
            found[key] = name
    return found


def voices(
    at: Snapshot,
    ids: Sequence[str],
    *,
    role: Role = Role.OBJECT,
    as_of: Moment = None,
    limit: int = 200,
) -> list[Voice]:
    """Who claims something about the entities (``object``), or about whom they do (``claimant``)."""
    keys = entity_keys(at.connection, ids)
    column = "claimant" if role is Role.CLAIMANT else "about"
    table = voice if as_of is None else _voices_as_of(column, keys, as_of)
    best = (
        select(table)
        .where(table.c[column].in_(keys))
        .order_by(table.c.claims.desc(), table.c.last_day.desc())
        .limit(limit)
        .subquery()
    )
    who, about = entity.alias("of_claimant"), entity.alias("of_about")
    rows = at.connection.execute(
        select(best, who.c.id.label("who"), who.c.type.label("type"), about.c.id.label("whom"))
        .join(who, who.c.key == best.c.claimant)
        .join(about, about.c.key == best.c.about)
        .order_by(best.c.claims.desc(), best.c.last_day.desc(), who.c.id, about.c.id)
    )
    return [
        Voice(
            claimant=row.who,
            type=ENTITY_TYPE_OF[row.type],
            about=row.whom,
            polarity=POLARITY_OF[row.polarity],
            claims=row.claims,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in rows
    ]


def _voices_as_of(column: str, keys: Sequence[int], as_of: Moment) -> Any:
    parts = []
    for about in (statement.c.subject, statement.c.object):
        chosen = (
            select(
                about.label("about"),
                claimant.c.entity.label("claimant"),
                statement.c.polarity,
                statement.c.told_day,
            )
            .join(claimant, claimant.c.statement == statement.c.key)
            .where(
                claimant.c.role == ROLE[Role.CLAIMANT],
                _first_time(),
                in_force(statement, as_of),
                (about if column == "about" else claimant.c.entity).in_(keys),
            )
        )
        parts.append(chosen)
    # What a claim says of its subject itself counts once.
    parts[1] = parts[1].where(statement.c.object != statement.c.subject)
    said = union_all(*parts).subquery()
    columns = [said.c.about, said.c.claimant, said.c.polarity]
    return select(*columns, *_tally(said.c.told_day)).group_by(*columns).subquery()


def _first_time() -> ColumnElement[bool]:
    """That a claimant was not named before in the same claim: named twice, it says a thing once."""
    before = claimant.alias("before")
    named = exists().where(
        before.c.statement == claimant.c.statement,
        before.c.role == claimant.c.role,
        before.c.position < claimant.c.position,
        before.c.entity == claimant.c.entity,
    )
    return or_(claimant.c.position == 0, not_(named))


def counts(
    at: Snapshot, ids: Sequence[str], *, roles: Sequence[Role] = ANYWHERE, as_of: Moment = None
) -> dict[Role, int]:
    """In how many claims any of the entities stands in each place."""
    keys = entity_keys(at.connection, ids)
    found: dict[Role, int] = {}
    for role in roles:
        table = statement if role in (Role.SUBJECT, Role.OBJECT) else claimant
        column = claimant.c.entity if table is claimant else statement.c[str(role)]
        number = func.count(claimant.c.statement.distinct()) if table is claimant else func.count()
        chosen = select(number).where(column.in_(keys), in_force(table, as_of))
        if table is claimant:
            chosen = chosen.where(claimant.c.role == ROLE[role])
        elif as_of is None:
            chosen = select(func.coalesce(func.sum(edge.c.claims), 0)).where(
                edge.c[str(role)].in_(keys)
            )
        found[role] = int(at.connection.execute(chosen).scalar_one())
    return found


def months(at: Snapshot, *, as_of: Moment = None) -> list[MonthCount]:
    """How many claims were told in each month, by predicate and polarity, oldest month first."""
    if as_of is None:
        chosen: Any = select(month.c.month, month.c.predicate, month.c.polarity, month.c.claims)
        chosen = chosen.order_by(month.c.month, month.c.predicate, month.c.polarity)
    else:
        source: Any = statement
        number: Any = func.count()
        where = [in_force(statement, as_of)]
        if at.backend.name == "sqlite":
            # It sorts to count: by day first, in the order of the index, takes a third of the time.
            days = [statement.c.told_day, statement.c.predicate, statement.c.polarity]
            source = select(*days, number.label("n")).where(*where).group_by(*days).subquery()
            number, where = func.sum(source.c.n), []
        of = (source.c.told_day - source.c.told_day % 100) // 100
        columns: list[Any] = [of.label("month"), source.c.predicate, source.c.polarity]
        told = select(*columns, number.label("claims")).where(*where).group_by(*columns).subquery()
        chosen = select(told).order_by(told.c.month, told.c.predicate, told.c.polarity)
    return [
        MonthCount(
            month=of, predicate=PREDICATE_OF[what], polarity=POLARITY_OF[how], claims=int(number)
        )
        for of, what, how, number in at.connection.execute(chosen)
    ]


def accusations(
    at: Snapshot,
    *,
    accusers: Sequence[str] = (),
    accused: Sequence[str] = (),
    predicates: Sequence[Predicate] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: Moment = None,
) -> list[AccusationCell]:
    """Which state or bloc accuses which, and acts against which, most claimed first.

    Agencies count for their state. Of attributions and sponsorships the accusers are the claimants; of
    condemnations, indictments, sanctions, arrests, disruptions and responses they are the subjects.
    """
    table = accusation
    columns = [table.c.accuser, table.c.accused, table.c.predicate, table.c.polarity]
    chosen = select(*columns, *_tally(table.c.told_day)).where(
        in_force(table, as_of), *told_between(table.c.told_day, since, until)
    )
    if accusers:
        chosen = chosen.where(table.c.accuser.in_(accusers))
    if accused:
        chosen = chosen.where(table.c.accused.in_(accused))
    if predicates:
        chosen = chosen.where(table.c.predicate.in_([PREDICATE[one] for one in predicates]))
    cells = [
        AccusationCell(
            accuser=row.accuser,
            accused=row.accused,
            predicate=PREDICATE_OF[row.predicate],
            polarity=POLARITY_OF[row.polarity],
            claims=row.claims,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in at.connection.execute(chosen.group_by(*columns))
    ]
    return sorted(cells, key=lambda cell: (-cell.claims, cell.accuser, cell.accused))
