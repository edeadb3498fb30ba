"""How often what is claimed, by whom, of whom, and when: counted, not listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, func, select

from vidocq.ledger.codes import (
    ENTITY_TYPE_OF,
    POLARITY_OF,
    PREDICATE,
    PREDICATE_OF,
    ROLE,
    Role,
)
from vidocq.ledger.conditions import by_keys, chosen, entity_keys, in_force, told_between
from vidocq.ledger.moment import Moment
from vidocq.ledger.query.then import EdgeThen, Laid, counts_then, edges_then, voices_then
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
from vidocq.model import EntityType, Predicate

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
    if as_of is not None:
        section = (codes or tuple(PREDICATE_OF), limit)
        [then] = edges_then(at, role, keys, [section], as_of)
        return [told for told, _ in named_edges(at, then)]
    wanted = select(edge).where(edge.c[str(role)].in_(keys), edge.c.claims > 0)
    if codes:
        wanted = wanted.where(edge.c.predicate.in_(codes))
    best = wanted.order_by(edge.c.claims.desc(), edge.c.last_day.desc()).limit(limit).subquery()
    return edges_chosen(at.connection, best)


def edges_of_sections(
    at: Snapshot,
    ids: Sequence[str],
    role: Role,
    sections: Sequence[tuple[Sequence[Predicate], int]],
    as_of: datetime | date | str,
) -> list[list[tuple[Edge, EdgeThen]]]:
    """As `edges` as of a moment for several choices of predicates, each with its limit, in one walk; with
    every edge its counts by keys, among them the statements recorded first and last."""
    keys = entity_keys(at.connection, ids)
    coded = [([PREDICATE[one] for one in predicates], limit) for predicates, limit in sections]
    return [named_edges(at, then) for then in edges_then(at, role, keys, coded, as_of)]


def named_edges(at: Snapshot, then: Sequence[EdgeThen]) -> list[tuple[Edge, EdgeThen]]:
    """Edges of an earlier moment with the ids of their ends, most claimed first."""
    known = entities_by_key(at, (key for one in then for key in (one.subject, one.object)))
    ids = {key: id for key, (id, _) in known.items()}
    found = [
        (
            Edge(
                subject=ids[one.subject],
                predicate=PREDICATE_OF[one.predicate],
                object=ids.get(one.object),
                polarity=POLARITY_OF[one.polarity],
                claims=one.claims,
                first_day=one.first_day,
                last_day=one.last_day,
            ),
            one,
        )
        for one in then
    ]
    return sorted(
        found, key=lambda f: (-f[0].claims, -f[0].last_day, f[0].subject, f[0].object or "")
    )


def _tally(day: ColumnElement[int]) -> list[ColumnElement[int]]:
    return [
        func.count().label("claims"),
        func.coalesce(func.min(func.nullif(day, 0)), 0).label("first_day"),
        func.max(day).label("last_day"),
    ]


def edge_counts(
    at: Snapshot, role: Role, keys: Sequence[int], predicates: Sequence[int], as_of: Moment
) -> dict[Laid, int]:
    """How many claims in force stand behind each edge from or to some entities, all by keys and codes."""
    if as_of is not None:
        return counts_then(at, role, keys, predicates, as_of)
    here, there = edge.c.subject, edge.c.object
    if role is Role.OBJECT:
        here, there = there, here
    rows = at.connection.execute(
        select(here, edge.c.predicate, there, edge.c.polarity, edge.c.claims).where(
            here.in_(keys), edge.c.predicate.in_(predicates), edge.c.claims > 0
        )
    )
    return {(party, code, other, how): number for party, code, other, how, number in rows}


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
        known = entities_by_key(at, (key for row in part for key in (row.subject, row.object)))
        ids = {key: id for key, (id, _) in known.items()}
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


def entities_by_key(at: Snapshot, keys: Iterable[int]) -> dict[int, tuple[str, EntityType]]:
    """Ids and types of the entities with these keys."""
    wanted = sorted(set(keys))
    return {
        key: (name, ENTITY_TYPE_OF[code])
        for start in range(0, len(wanted), 500)
        for key, name, code in chosen(at.connection, _ENTITIES, wanted[start : start + 500])
    }


_ENTITIES = by_keys(select(entity.c.key, entity.c.id, entity.c.type), entity.c.key)


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
    rows: Sequence[Any]
    if as_of is not None:
        rows = voices_then(at, column, keys, as_of, limit)
    else:
        rows = at.connection.execute(
            select(voice)
            .where(voice.c[column].in_(keys))
            .order_by(voice.c.claims.desc(), voice.c.last_day.desc())
            .limit(limit)
        ).all()
    known = entities_by_key(at, (key for row in rows for key in (row.about, row.claimant)))
    found = [
        Voice(
            claimant=known[row.claimant][0],
            type=known[row.claimant][1],
            about=known[row.about][0],
            polarity=POLARITY_OF[row.polarity],
            claims=row.claims,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.claims, -one.last_day, one.claimant, one.about))


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
        for of, what, how, number in at.connection.execute(chosen).all()
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
        for row in at.connection.execute(chosen.group_by(*columns)).all()
    ]
    return sorted(cells, key=lambda cell: (-cell.claims, cell.accuser, cell.accused))
