"""Large parts of the record, one document or one assertion after the other, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import func, literal, select, union, union_all

from vidocq.ledger.codes import (
    CONFIDENCE_OF,
    ENTITY_TYPE,
    ENTITY_TYPE_OF,
    LIKELIHOOD_OF,
    POLARITY_OF,
    PREDICATE_OF,
)
from vidocq.ledger.conditions import document_keys, in_force, statement_keys
from vidocq.ledger.fetching import PAGE, load, load_documents, stream
from vidocq.ledger.filter import ClaimFilter
from vidocq.ledger.moment import Moment, datetime_of
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.ledger.schema import (
    claimant,
    decision,
    document,
    entity,
    judgement,
    mention,
    reading,
    statement,
)
from vidocq.ledger.snapshot import Snapshot
from vidocq.model import Confidence, EntityType, Likelihood, Polarity, Predicate

if TYPE_CHECKING:
    from sqlalchemy import Row


class Assertion(msgspec.Struct, frozen=True, kw_only=True):
    """What any number of claims say alike: subject, predicate, object and polarity.

    ``confidence`` and ``likelihood`` are the highest that any of them states; ``first_day`` and ``last_day``
    when it was told (``yyyymmdd``, 0 unknown), ``since`` and ``last`` when it was recorded.
    """

    subject: str
    subject_type: EntityType
    predicate: Predicate
    object: str | None
    object_type: EntityType | None
    polarity: Polarity
    confidence: Confidence | None
    likelihood: Likelihood | None
    claims: int
    first_day: int
    last_day: int
    since: datetime
    last: datetime


class Appearance(msgspec.Struct, frozen=True, kw_only=True):
    """An entity and the places of claims in which it stands.

    ``subject_of`` are predicates; ``object_of`` predicates with the type of the subject; ``speaks`` is whether
    any claim is made by it or had through it.
    """

    id: str
    type: EntityType
    subject_of: tuple[Predicate, ...]
    object_of: tuple[tuple[Predicate, EntityType], ...]
    speaks: bool


def appearances(at: Snapshot, asked: ClaimFilter) -> Iterator[Appearance]:
    """All entities of which the claims that a filter lets through speak or who make them, each once."""
    chosen = statement_keys(at.connection, asked)
    subject, none = entity.alias("of_subject"), literal(0)
    places = union_all(
        chosen.with_only_columns(
            statement.c.subject.label("entity"),
            literal(_SUBJECT).label("place"),
            statement.c.predicate.label("predicate"),
            none.label("beside"),
        ),
        chosen.join(subject, subject.c.key == statement.c.subject)
        .where(statement.c.object.is_not(None))
        .with_only_columns(
            statement.c.object, literal(_OBJECT), statement.c.predicate, subject.c.type
        ),
        chosen.join(claimant, claimant.c.statement == statement.c.key).with_only_columns(
            claimant.c.entity, literal(_VOICE), none, none
        ),
    ).subquery()
    each = select(places).group_by(*places.c).subquery()
    rows = _stream(
        at,
        select(each, entity.c.id, entity.c.type)
        .join(entity, entity.c.key == each.c.entity)
        .order_by(*each.c),
    )
    for _, group in groupby(rows, key=attrgetter("entity")):
        found = list(group)
        yield Appearance(
            id=found[0].id,
            type=ENTITY_TYPE_OF[found[0].type],
            subject_of=tuple(PREDICATE_OF[row.predicate] for row in found if row.place == _SUBJECT),
            object_of=tuple(
                (PREDICATE_OF[row.predicate], ENTITY_TYPE_OF[row.beside])
                for row in found
                if row.place == _OBJECT
            ),
            speaks=found[-1].place == _VOICE,
        )


_SUBJECT, _OBJECT, _VOICE = 1, 2, 3
_CLAIMS_AT_ONCE = 4 * PAGE


def assertions(at: Snapshot, asked: ClaimFilter) -> Iterator[Assertion]:
    """What the claims that a filter lets through assert, each thing once, its denial right behind it."""
    subject, target = entity.alias("of_subject"), entity.alias("of_object")
    columns = (
        statement.c.subject,
        statement.c.predicate,
        statement.c.object,
        statement.c.polarity,
    )
    day = statement.c.told_day
    grouped = (
        statement_keys(at.connection, asked)
        .with_only_columns(
            *columns,
            func.max(statement.c.confidence).label("confidence"),
            func.max(statement.c.likelihood).label("likelihood"),
            func.count().label("claims"),
            func.coalesce(func.min(func.nullif(day, 0)), 0).label("first_day"),
            func.max(day).label("last_day"),
            func.min(statement.c.recorded_at).label("since"),
            func.max(statement.c.recorded_at).label("last"),
        )
        .group_by(*columns)
        .subquery()
    )
    told = [column for column in grouped.c if column.name not in ("subject", "object")]
    rows: Iterator[Any] = _stream(
        at,
        select(subject.c.id, subject.c.type, target.c.id, target.c.type, *told)
        .join(subject, subject.c.key == grouped.c.subject)
        .outerjoin(target, target.c.key == grouped.c.object)
        .order_by(grouped.c.subject, grouped.c.predicate, grouped.c.object, grouped.c.polarity),
    )
    # By position: to read a row's columns by their names takes longer than to fetch it.
    for row in rows:
        id, type, of, of_type, predicate, polarity, surely, likely, number, *days, since, last = row
        yield Assertion(
            subject=id,
            subject_type=ENTITY_TYPE_OF[type],
            predicate=PREDICATE_OF[predicate],
            object=of,
            object_type=None if of_type is None else ENTITY_TYPE_OF[of_type],
            polarity=POLARITY_OF[polarity],
            confidence=None if surely is None else CONFIDENCE_OF[surely],
            likelihood=None if likely is None else LIKELIHOOD_OF[likely],
            claims=number,
            first_day=days[0],
            last_day=days[1],
            since=datetime_of(since),
            last=datetime_of(last),
        )


def _stream(at: Snapshot, chosen: Any) -> Iterator[Row[Any]]:
    options = at.connection.execution_options(stream_results=True, yield_per=PAGE)
    for part in options.execute(chosen).partitions(PAGE):
        yield from part


def by_document(
    at: Snapshot, asked: ClaimFilter, *, texts: bool = False
) -> Iterator[tuple[StoredDocument, tuple[StoredClaim, ...]]]:
    """The documents whose claims a filter lets through, each with those claims in the order of the text.

    With ``texts`` the documents carry their texts.
    """
    rows = _stream(
        at,
        statement_keys(at.connection, asked)
        .with_only_columns(statement.c.key, statement.c.document)
        .order_by(statement.c.document, statement.c.quote_start, statement.c.key),
    )
    page: list[tuple[int, list[int]]] = []
    held = 0
    for key, group in groupby(rows, key=itemgetter(1)):
        keys = [row[0] for row in group]
        page.append((key, keys))
        held += len(keys)
        if held >= _CLAIMS_AT_ONCE:
            yield from _with_documents(at, page, asked.as_of, texts)
            page, held = [], 0
    yield from _with_documents(at, page, asked.as_of, texts)


def _with_documents(
    at: Snapshot, page: Sequence[tuple[int, list[int]]], as_of: Moment, texts: bool
) -> Iterator[tuple[StoredDocument, tuple[StoredClaim, ...]]]:
    claims = iter(load(at.connection, at.texts, [key for _, keys in page for key in keys]))
    keys = [key for key, _ in page]
    documents = {
        one.sha256: one for one in load_documents(at.connection, keys, as_of=as_of) if page
    }
    bodies = _bodies(at, keys, as_of) if texts else {}
    for _, keys in page:
        stored = tuple(next(claims) for _ in keys)
        told = documents[stored[0].document]
        if texts:
            told = msgspec.structs.replace(
                told, text=at.texts.want([bodies[told.sha256]])[bodies[told.sha256]]
            )
        yield told, stored


def documents(
    at: Snapshot, sha256: Sequence[str], *, as_of: Moment = None, texts: bool = False
) -> list[StoredDocument]:
    """The documents with these SHA-256 that the ledger knows; ``texts`` as in `by_document`."""
    keys = document_keys(at.connection, sha256)
    found = load_documents(at.connection, keys, as_of=as_of)
    if not texts:
        return found
    bodies = _bodies(at, keys, as_of)
    return [
        msgspec.structs.replace(one, text=at.texts.want([body])[body])
        for one in found
        for body in (bodies[one.sha256],)
    ]


def _bodies(at: Snapshot, keys: Sequence[int], as_of: Moment) -> dict[str, int]:
    rows = at.connection.execute(
        select(document.c.sha256, reading.c.text)
        .join(reading, reading.c.document == document.c.key)
        .where(document.c.key.in_(keys), in_force(reading, as_of))
    )
    return {bytes(sha256).hex(): text for sha256, text in rows}


def first_names(at: Snapshot, ids: Sequence[str]) -> dict[str, str]:
    """For each of the entities the words by which a document first spoke of it."""
    found: dict[str, str] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        first = (
            select(func.min(mention.c.key).label("key"))
            .join(entity, entity.c.key == mention.c.entity)
            .where(entity.c.id.in_(part))
            .group_by(entity.c.id)
            .subquery()
        )
        rows = at.connection.execute(
            select(entity.c.id, mention.c.text)
            .join(mention, mention.c.entity == entity.c.key)
            .join(first, first.c.key == mention.c.key)
        )
        found.update((row.id, row.text) for row in rows)
    return found


def each_claim(at: Snapshot, asked: ClaimFilter) -> Iterator[StoredClaim]:
    """The claims that a filter lets through, in the order they were recorded, in bounded memory."""
    keys = statement_keys(at.connection, asked).order_by(statement.c.key)
    yield from stream(at.connection, at.backend, keys)


def entities_of(at: Snapshot, asked: ClaimFilter, types: Sequence[EntityType]) -> Iterator[str]:
    """The entities of some types that are subject or object of the claims, in the order of their ids."""
    chosen = statement_keys(at.connection, asked).subquery()
    keys = union(
        *(
            select(column).join(chosen, chosen.c.key == statement.c.key).where(column.is_not(None))
            for column in (statement.c.subject, statement.c.object)
        )
    ).subquery()
    rows = _stream(
        at,
        select(entity.c.id)
        .where(
            entity.c.key.in_(select(keys.c[0])),
            entity.c.type.in_([ENTITY_TYPE[one] for one in types]),
        )
        .order_by(entity.c.id),
    )
    for row in rows:
        yield row.id


def extractors_of(at: Snapshot, sha256: Sequence[str]) -> dict[str, str]:
    """By whom each of these documents that the record knows is read now."""
    found: dict[str, str] = {}
    for start in range(0, len(sha256), 500):
        part = [bytes.fromhex(one) for one in sha256[start : start + 500]]
        rows = at.connection.execute(
            select(document.c.sha256, reading.c.extractor)
            .join(reading, reading.c.document == document.c.key)
            .where(document.c.sha256.in_(part), reading.c.ended_at.is_(None))
        )
        found.update((bytes(digest).hex(), extractor) for digest, extractor in rows)
    return found


def accused_parties(at: Snapshot) -> list[str]:
    """The states and blocs on which claims in force lay something, or against which they tell an act."""
    column = statement.c.accused
    chosen = select(column).where(column.is_not(None), statement.c.ended_at.is_(None)).distinct()
    return sorted(at.connection.execute(chosen).scalars())


def state_of(at: Snapshot) -> tuple[str, int]:
    """What changes with every change of the record, and the last moment of recording (milliseconds)."""
    keys, moments = [], [0]
    for table in (statement, reading, judgement, decision):
        last = at.connection.execute(
            select(table.c.key, table.c.recorded_at).order_by(table.c.key.desc()).limit(1)
        ).first()
        keys.append(str(last.key) if last else "0")
        moments.append(last.recorded_at if last else 0)
    return "-".join(keys), max(moments)
