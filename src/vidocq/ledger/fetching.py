"""From keys to records: statements and documents put together from their tables."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, func, select

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


class _Row(NamedTuple):
    """Columns of a statement; a row's columns are read faster in this form than by their names in SQL."""

    key: int
    id: bytes
    reading: int
    correction: int | None
    predicate: int
    polarity: int
    subject_mention: int
    subject_speaker: str | None
    object_mention: int | None
    object_speaker: str | None
    confidence: int | None
    likelihood: int | None
    event_time: str | None
    said_on: str | None
    told_day: int
    count_value: int | None
    count_unit: str
    count_approximate: int | None
    quote_start: int
    quote_end: int
    quote: str | None
    accused: str | None
    recorded_at: int
    ended_at: int | None


_KEYS: BindParameter[int] = bindparam("keys", expanding=True)
_statement, _link, _entity, _mention = (
    schema.statement,
    schema.claimant,
    schema.entity,
    schema.mention,
)
# Made once: to make a selection anew takes longer than to run it.
_STATEMENTS = select(*(_statement.c[name] for name in _Row._fields)).where(
    _statement.c.key.in_(_KEYS)
)
_LINKS = (
    select(_link.c.statement, _link.c.role, _link.c.mention, _link.c.speaker)
    .where(_link.c.statement.in_(_KEYS))
    .order_by(_link.c.statement, _link.c.role, _link.c.position)
)
_REFERENCES = (
    select(_mention.c.key, _entity.c.type, _mention.c.text, _entity.c.id)
    .join(_entity, _entity.c.key == _mention.c.entity)
    .where(_mention.c.key.in_(_KEYS))
)
_READINGS = (
    select(
        *(schema.reading.c.key, schema.document.c.sha256, schema.reading.c.text),
        *(schema.text.c.title, schema.reading.c.extractor, schema.reading.c.publisher),
        *(schema.reading.c.published, schema.reading.c.language),
    )
    .join(schema.document, schema.document.c.key == schema.reading.c.document)
    .join(schema.text, schema.text.c.key == schema.reading.c.text)
    .where(schema.reading.c.key.in_(_KEYS))
)
_CORRECTORS = select(schema.judgement.c.key, schema.judgement.c.by).where(
    schema.judgement.c.key.in_(_KEYS)
)


def load(connection: Connection, texts: Texts, keys: Sequence[int]) -> list[StoredClaim]:
    """The statements with these keys, in their order."""
    found: dict[int, StoredClaim] = {}
    for start in range(0, len(keys), PAGE):
        for key, stored in _loaded(connection, texts, list(keys[start : start + PAGE])):
            found[key] = stored
    return [found[key] for key in keys]


def _loaded(
    connection: Connection, texts: Texts, keys: list[int]
) -> Iterator[tuple[int, StoredClaim]]:
    rows = [_Row(*row) for row in connection.execute(_STATEMENTS, {"keys": keys}).all()]
    links = connection.execute(_LINKS, {"keys": keys}).all()
    # What many claims share - words for an entity, a reading - is fetched once for all of them.
    named = _references(
        connection,
        {row.subject_mention for row in rows}
        | {row.object_mention for row in rows}
        | {mention for _, _, mention, _ in links},
    )
    readings = _readings(connection, {row.reading for row in rows})
    correctors = _correctors(connection, {row.correction for row in rows})
    bodies = texts.want([readings[row.reading].text for row in rows if row.quote is None])
    parties: dict[tuple[int, int], list[Reference]] = defaultdict(list)
    for statement, role, mention, speaker in links:
        parties[statement, role].append(_spoken(named[mention], speaker))
    for row in rows:
        span, read = Span(row.quote_start, row.quote_end), readings[row.reading]
        claim = Claim(
            predicate=PREDICATE_OF[row.predicate],
            subject=_spoken(named[row.subject_mention], row.subject_speaker),
            object=None
            if row.object_mention is None
            else _spoken(named[row.object_mention], row.object_speaker),
            claimants=tuple(parties.get((row.key, _CLAIMANT), ())),
            via=tuple(parties.get((row.key, _VIA), ())),
            polarity=POLARITY_OF[row.polarity],
            confidence=None if row.confidence is None else CONFIDENCE_OF[row.confidence],
            likelihood=None if row.likelihood is None else LIKELIHOOD_OF[row.likelihood],
            event_time=row.event_time,
            said_on=row.said_on,
            count=None
            if row.count_value is None
            else Count(row.count_value, row.count_unit, bool(row.count_approximate)),
            quote=span.of(bodies[read.text]) if row.quote is None else row.quote,
            span=span,
        )
        yield (
            row.key,
            StoredClaim(
                id=bytes(row.id).hex(),
                claim=claim,
                document=read.document,
                title=read.title,
                publisher=read.publisher,
                published=read.published,
                language=read.language,
                extractor=read.extractor,
                told_day=row.told_day,
                accused=row.accused,
                recorded_at=datetime_of(row.recorded_at),
                ended_at=None if row.ended_at is None else datetime_of(row.ended_at),
                corrected_by=correctors.get(row.correction),
            ),
        )


_CLAIMANT, _VIA = ROLE[Role.CLAIMANT], ROLE[Role.VIA]


def _spoken(reference: Reference, speaker: str | None) -> Reference:
    return (
        reference
        if speaker is None
        else Reference(reference.type, reference.text, reference.id, speaker)
    )


def _references(connection: Connection, mentions: set[int | None]) -> dict[int, Reference]:
    return {
        key: Reference(ENTITY_TYPE_OF[type], text, id)
        for part in _parts(mentions)
        for key, type, text, id in connection.execute(_REFERENCES, {"keys": part}).all()
    }


class _Read(NamedTuple):
    """What all claims of one reading share."""

    document: str
    text: int
    title: str | None
    extractor: str
    publisher: str | None
    published: str | None
    language: str | None


def _readings(connection: Connection, keys: set[int | None]) -> dict[int, _Read]:
    return {
        key: _Read(bytes(sha256).hex(), *more)
        for part in _parts(keys)
        for key, sha256, *more in connection.execute(_READINGS, {"keys": part}).all()
    }


def _correctors(connection: Connection, keys: set[int | None]) -> dict[int | None, str]:
    """By whom the claims of these judgements were corrected."""
    return {
        key: by
        for part in _parts(keys)
        for key, by in connection.execute(_CORRECTORS, {"keys": part}).all()
    }


def _parts(keys: set[int | None]) -> Iterator[list[int]]:
    ordered = sorted(key for key in keys if key is not None)
    for start in range(0, len(ordered), PAGE):
        yield ordered[start : start + PAGE]


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
