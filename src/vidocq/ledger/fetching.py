"""From keys to records: statements and documents put together from their tables."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import BindParameter, Column, ColumnElement, Select, bindparam, func, select

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
from vidocq.ledger.conditions import by_keys, chosen, in_force
from vidocq.ledger.moment import Moment, datetime_of
from vidocq.ledger.records import StoredClaim, StoredDocument
from vidocq.model import Claim, Count, Reference, Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAGE = 400
"""So many statements are put together at a time."""

_TEXTS_KEPT = 256
_REFERENCES_KEPT = 20_000


def stream(connection: Connection, backend: Backend, keys: Any) -> Iterator[StoredClaim]:
    """The statements of a selection of keys, in its order, in bounded memory."""
    texts = Texts(connection, backend)
    rows = connection.execution_options(stream_results=True, yield_per=PAGE).execute(keys)
    for part in rows.scalars().partitions(PAGE):
        yield from load(connection, texts, part)


class Texts:
    """The last few texts that were unpacked, and the words for entities that were fetched."""

    def __init__(self, connection: Connection, backend: Backend) -> None:
        self._connection = connection
        self._backend = backend
        self._kept: OrderedDict[int, str] = OrderedDict()
        self._references: dict[int, Reference] = {}

    def want(self, keys: Sequence[int]) -> dict[int, str]:
        """The texts with these keys."""
        missing = sorted({key for key in keys if key not in self._kept})
        found = {key: self._kept[key] for key in keys if key in self._kept}
        for start in range(0, len(missing), 500):
            for key, body in chosen(self._connection, _TEXTS, missing[start : start + 500]):
                found[key] = self._kept[key] = self._backend.unpack(body)
        while len(self._kept) > _TEXTS_KEPT:
            self._kept.popitem(last=False)
        return found

    def references(self, mentions: set[int]) -> dict[int, Reference]:
        """The words for entities with these keys, among others; most come again and again."""
        known = self._references
        if len(known) > _REFERENCES_KEPT:
            known.clear()
        for part in _parts(mentions - known.keys()):
            for key, type, text, id in chosen(self._connection, _REFERENCES, part):
                known[key] = Reference(ENTITY_TYPE_OF[type], text, id)
        return known


class _Selection:
    """Columns of rows with given keys. Made once: to make a selection anew takes longer than to run it.

    Keys that lie close together, as those of one document and the next do, are asked for as a stretch: to put
    hundreds of them into a statement one by one takes as long as to fetch the rows.
    """

    def __init__(self, key: Column[int], rows: Select[Any]) -> None:
        self._listed = by_keys(rows, key)
        self._stretch = rows.where(key.between(_FIRST, _LAST))

    def rows(self, connection: Connection, keys: set[int]) -> Iterator[Sequence[Any]]:
        """The rows, by portions; with those that lie between given keys there may be others."""
        for part in _parts(keys):
            if _is_dense(part):
                bounds = {"first": part[0], "last": part[-1]}
                yield connection.execute(self._stretch, bounds).all()
            else:
                yield chosen(connection, self._listed, part)


_COLUMNS = (
    *("key", "id", "reading", "correction", "predicate", "polarity"),
    *("subject_mention", "subject_speaker", "object_mention", "object_speaker"),
    *("confidence", "likelihood", "event_time", "said_on", "told_day"),
    *("count_value", "count_unit", "count_approximate"),
    *("quote_start", "quote_end", "quote", "accused", "recorded_at", "ended_at"),
)
# Columns are read by position: to read them by their names takes longer than to fetch them.
_READING, _CORRECTION, _SUBJECT, _OBJECT, _QUOTE = map(
    _COLUMNS.index, ("reading", "correction", "subject_mention", "object_mention", "quote")
)
_FIRST: BindParameter[int] = bindparam("first")
_LAST: BindParameter[int] = bindparam("last")
_statement, _link, _entity, _mention = (
    schema.statement,
    schema.claimant,
    schema.entity,
    schema.mention,
)
_reading, _document, _text = schema.reading, schema.document, schema.text
_STATEMENTS = _Selection(_statement.c.key, select(*(_statement.c[name] for name in _COLUMNS)))
_LINKS = _Selection(
    _link.c.statement,
    select(_link.c.statement, _link.c.role, _link.c.mention, _link.c.speaker).order_by(
        _link.c.statement, _link.c.role, _link.c.position
    ),
)
_REFERENCES = by_keys(
    select(_mention.c.key, _entity.c.type, _mention.c.text, _entity.c.id).join(
        _entity, _entity.c.key == _mention.c.entity
    ),
    _mention.c.key,
)
_TEXTS = by_keys(select(_text.c.key, _text.c.body), _text.c.key)
_READINGS = _Selection(
    _reading.c.key,
    select(
        *(_reading.c.key, _document.c.sha256, _reading.c.text, _text.c.title),
        *(_reading.c.extractor, _reading.c.publisher, _reading.c.published, _reading.c.language),
    )
    .join(_document, _document.c.key == _reading.c.document)
    .join(_text, _text.c.key == _reading.c.text),
)
_CORRECTORS = _Selection(
    schema.judgement.c.key, select(schema.judgement.c.key, schema.judgement.c.by)
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
    wanted = set(keys)
    rows = [
        row for part in _STATEMENTS.rows(connection, wanted) for row in part if row[0] in wanted
    ]
    links = [row for part in _LINKS.rows(connection, wanted) for row in part if row[0] in wanted]
    # What many claims share - words for an entity, a reading - is fetched once for all of them.
    mentions = {mention for _, _, mention, _ in links}
    mentions.update(row[_SUBJECT] for row in rows)
    mentions.update(row[_OBJECT] for row in rows if row[_OBJECT] is not None)
    named = texts.references(mentions)
    readings = _readings(connection, {row[_READING] for row in rows})
    corrections = {row[_CORRECTION] for row in rows if row[_CORRECTION] is not None}
    correctors = _correctors(connection, corrections)
    bodies = texts.want([readings[row[_READING]].text for row in rows if row[_QUOTE] is None])
    parties: dict[tuple[int, int], list[Reference]] = defaultdict(list)
    for statement, role, mention, speaker in links:
        parties[statement, role].append(_spoken(named[mention], speaker))
    for (
        key,
        id,
        reading,
        correction,
        predicate,
        polarity,
        subject,
        subject_speaker,
        target,
        target_speaker,
        confidence,
        likelihood,
        event_time,
        said_on,
        told_day,
        count_value,
        count_unit,
        count_approximate,
        start,
        end,
        quote,
        accused,
        recorded_at,
        ended_at,
    ) in rows:
        span, read = Span(start, end), readings[reading]
        claim = Claim(
            predicate=PREDICATE_OF[predicate],
            subject=_spoken(named[subject], subject_speaker),
            object=None if target is None else _spoken(named[target], target_speaker),
            claimants=tuple(parties.get((key, _CLAIMANT), ())),
            via=tuple(parties.get((key, _VIA), ())),
            polarity=POLARITY_OF[polarity],
            confidence=None if confidence is None else CONFIDENCE_OF[confidence],
            likelihood=None if likelihood is None else LIKELIHOOD_OF[likelihood],
            event_time=event_time,
            said_on=said_on,
            count=None
            if count_value is None
            else Count(count_value, count_unit, bool(count_approximate)),
            quote=span.of(bodies[read.text]) if quote is None else quote,
            span=span,
        )
        yield (
            key,
            StoredClaim(
                id=bytes(id).hex(),
                claim=claim,
                document=read.document,
                title=read.title,
                publisher=read.publisher,
                published=read.published,
                language=read.language,
                extractor=read.extractor,
                told_day=told_day,
                accused=accused,
                recorded_at=datetime_of(recorded_at),
                ended_at=None if ended_at is None else datetime_of(ended_at),
                corrected_by=None if correction is None else correctors[correction],
            ),
        )


_CLAIMANT, _VIA = ROLE[Role.CLAIMANT], ROLE[Role.VIA]


def _spoken(reference: Reference, speaker: str | None) -> Reference:
    return (
        reference
        if speaker is None
        else Reference(reference.type, reference.text, reference.id, speaker)
    )


class _Read(NamedTuple):
    """What all claims of one reading share."""

    document: str
    text: int
    title: str | None
    extractor: str
    publisher: str | None
    published: str | None
    language: str | None


def _readings(connection: Connection, keys: set[int]) -> dict[int, _Read]:
    return {
        key: _Read(bytes(sha256).hex(), *more)
        for part in _READINGS.rows(connection, keys)
        for key, sha256, *more in part
    }


def _correctors(connection: Connection, keys: set[int]) -> dict[int, str]:
    """By whom the claims of these judgements were corrected."""
    return {key: by for part in _CORRECTORS.rows(connection, keys) for key, by in part}


def _parts(keys: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), PAGE):
        yield ordered[start : start + PAGE]


def _is_dense(keys: Sequence[int]) -> bool:
    return keys[-1] - keys[0] < 2 * len(keys)


def _among(keys: Sequence[int], column: ColumnElement[int]) -> ColumnElement[bool]:
    return column.between(keys[0], keys[-1]) if _is_dense(keys) else column.in_(keys)


def load_documents(
    connection: Connection, keys: Sequence[int], *, as_of: Moment
) -> list[StoredDocument]:
    """The documents with these keys as their readings in force tell them, in the order of the keys."""
    found: dict[int, StoredDocument] = {}
    for part in _parts(set(keys)):
        # Documents recorded one after the other are asked for as a stretch, as claims are.
        among = partial(_among, part)
        places: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for key, place, name in connection.execute(
            select(schema.source).where(among(schema.source.c.document))
        ):
            places[key].append((place, name))
        numbers = connection.execute(
            select(_statement.c.document, func.count())
            .where(among(_statement.c.document), in_force(_statement, as_of))
            .group_by(_statement.c.document)
        )
        claims = {row[0]: row[1] for row in numbers}
        for row in connection.execute(
            select(_reading, _document.c.sha256, _text.c.title, _text.c.characters)
            .join(_document, _document.c.key == _reading.c.document)
            .join(_text, _text.c.key == _reading.c.text)
            .where(among(_reading.c.document), in_force(_reading, as_of))
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
