"""From keys to records: statements and documents put together from their tables."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, func, select

from vidocq.ledger import schema
from vidocq.ledger.backend import Backend
from vidocq.ledger.codes import (
    CONFIDENCE_OF,
    ENTITY_TYPE_OF,
    LIKELIHOOD_OF,
    POLARITY_OF,
    PREDICATE_OF,
    ROLE,
    Role,
)
from vidocq.ledger.conditions import in_force
from vidocq.ledger.moment import Moment, datetime_of
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Claim, Count, Reference, Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAGE = 400
"""So many statements are put together at a time."""

_TEXTS_KEPT = 64

_Parties = dict[int, dict[int, list[Reference]]]


def stream(connection: Connection, backend: Backend, keys: Any) -> Iterator[StoredClaim]:
    """The statements of a selection of keys, in its order, in bounded memory."""
    texts = Texts(connection, backend)
    rows = connection.execution_options(stream_results=True, yield_per=PAGE).execute(keys)
    for part in rows.scalars().partitions(PAGE):
        yield from load(connection, texts, part)


class Texts:
    """The last few texts that were unpacked."""

    def __init__(self, connection: Connection, backend: Backend) -> None:
        self._connection = connection
        self._backend = backend
        self._kept: OrderedDict[int, str] = OrderedDict()

    def want(self, keys: Sequence[int]) -> dict[int, str]:
        """The texts with these keys."""
        missing = sorted({key for key in keys if key not in self._kept})
        found = {key: self._kept[key] for key in keys if key in self._kept}
        for start in range(0, len(missing), 500):
            for key, body in self._connection.execute(
                select(schema.text.c.key, schema.text.c.body).where(
                    schema.text.c.key.in_(missing[start : start + 500])
                )
            ):
                found[key] = self._kept[key] = self._backend.unpack(body)
        while len(self._kept) > _TEXTS_KEPT:
            self._kept.popitem(last=False)
        return found


_subject, _object = schema.entity.alias("of_subject"), schema.entity.alias("of_object")
_subject_words = schema.mention.alias("subject_words")
_object_words = schema.mention.alias("object_words")

_STATEMENTS = (
    select(
        schema.statement,
        schema.document.c.sha256,
        schema.reading.c.text.label("text_key"),
        schema.reading.c.extractor,
        schema.reading.c.publisher,
        schema.reading.c.published,
        schema.reading.c.language,
        schema.text.c.title,
        _subject.c.id.label("subject_id"),
        _subject.c.type.label("subject_type"),
        _subject_words.c.text.label("subject_text"),
        _object.c.id.label("object_id"),
        _object.c.type.label("object_type"),
        _object_words.c.text.label("object_text"),
        schema.judgement.c.by.label("corrected_by"),
    )
    .join(schema.document, schema.document.c.key == schema.statement.c.document)
    .join(schema.reading, schema.reading.c.key == schema.statement.c.reading)
    .join(schema.text, schema.text.c.key == schema.reading.c.text)
    .join(_subject, _subject.c.key == schema.statement.c.subject)
    .join(_subject_words, _subject_words.c.key == schema.statement.c.subject_mention)
    .outerjoin(_object, _object.c.key == schema.statement.c.object)
    .outerjoin(_object_words, _object_words.c.key == schema.statement.c.object_mention)
    .outerjoin(schema.judgement, schema.judgement.c.key == schema.statement.c.correction)
)


def load(connection: Connection, texts: Texts, keys: Sequence[int]) -> list[StoredClaim]:
    """The statements with these keys, in their order."""
    found: dict[int, StoredClaim] = {}
    for start in range(0, len(keys), PAGE):
        part = list(keys[start : start + PAGE])
        parties = _parties(connection, part)
        rows = connection.execute(_STATEMENTS.where(schema.statement.c.key.in_(part))).all()
        bodies = texts.want([row.text_key for row in rows if row.quote is None])
        for row in rows:
            found[row.key] = _stored(row, parties, bodies)
    return [found[key] for key in keys]


def _parties(connection: Connection, keys: Sequence[int]) -> _Parties:
    link, entity, mention = schema.claimant, schema.entity, schema.mention
    found: _Parties = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(
        select(
            link.c.statement,
            link.c.role,
            entity.c.type,
            entity.c.id,
            mention.c.text,
            link.c.speaker,
        )
        .join(entity, entity.c.key == link.c.entity)
        .join(mention, mention.c.key == link.c.mention)
        .where(link.c.statement.in_(keys))
        .order_by(link.c.statement, link.c.role, link.c.position)
    ):
        found[row[0]][row[1]].append(
            Reference(type=ENTITY_TYPE_OF[row[2]], id=row[3], text=row[4], speaker=row[5])
        )
    return found


def _stored(row: Row[Any], parties: _Parties, bodies: dict[int, str]) -> StoredClaim:
    span = Span(row.quote_start, row.quote_end)
    linked = parties.get(row.key, {})
    claim = Claim(
        predicate=PREDICATE_OF[row.predicate],
        subject=Reference(
            type=ENTITY_TYPE_OF[row.subject_type],
            text=row.subject_text,
            id=row.subject_id,
            speaker=row.subject_speaker,
        ),
        object=None
        if row.object_id is None
        else Reference(
            type=ENTITY_TYPE_OF[row.object_type],
            text=row.object_text,
            id=row.object_id,
            speaker=row.object_speaker,
        ),
        claimants=tuple(linked.get(ROLE[Role.CLAIMANT], ())),
        via=tuple(linked.get(ROLE[Role.VIA], ())),
        polarity=POLARITY_OF[row.polarity],
        confidence=None if row.confidence is None else CONFIDENCE_OF[row.confidence],
        likelihood=None if row.likelihood is None else LIKELIHOOD_OF[row.likelihood],
        event_time=row.event_time,
        said_on=row.said_on,
        count=None
        if row.count_value is None
        else Count(
            value=row.count_value,
            unit=row.count_unit,
            approximate=bool(row.count_approximate),
        ),
        quote=span.of(bodies[row.text_key]) if row.quote is None else row.quote,
        span=span,
    )
    return StoredClaim(
        id=bytes(row.id).hex(),
        claim=claim,
        document=bytes(row.sha256).hex(),
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        extractor=row.extractor,
        told_day=row.told_day,
        accused=row.accused,
        recorded_at=datetime_of(row.recorded_at),
        ended_at=None if row.ended_at is None else datetime_of(row.ended_at),
        corrected_by=row.corrected_by,
    )


def load_documents(
    connection: Connection, keys: Sequence[int], *, as_of: Moment
) -> list[StoredDocument]:
    """The documents with these keys as their readings in force tell them, in the order of the keys."""
    reading, text = schema.reading, schema.text
    found: dict[int, StoredDocument] = {}
    for start in range(0, len(keys), PAGE):
        part = list(keys[start : start + PAGE])
        places: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for key, place, name in connection.execute(
            select(schema.source).where(schema.source.c.document.in_(part))
        ):
            places[key].append((place, name))
        claims = {
            row.document: row.number
            for row in connection.execute(
                select(schema.statement.c.document, func.count().label("number"))
                .where(schema.statement.c.document.in_(part), in_force(schema.statement, as_of))
                .group_by(schema.statement.c.document)
            )
        }
        for row in connection.execute(
            select(
                reading,
                schema.document.c.sha256,
                text.c.title,
                text.c.characters,
            )
            .join(schema.document, schema.document.c.key == reading.c.document)
            .join(text, text.c.key == reading.c.text)
            .where(reading.c.document.in_(part), in_force(reading, as_of))
        ):
            ordered = sorted(places[row.document])
            found[row.document] = StoredDocument(
                sha256=bytes(row.sha256).hex(),
                name=ordered[0][1],
                sources=tuple(place for place, _ in ordered),
                title=row.title,
                publisher=row.publisher,
                published=row.published,
                language=row.language,
                address=row.address,
                media_type=row.media_type,
                extractor=row.extractor,
                recorded_at=datetime_of(row.recorded_at),
                characters=row.characters,
                claims=claims.get(row.document, 0),
            )
    return [found[key] for key in keys if key in found]
