"""The ledger as lines of JSON in one canonical order: what two ledgers must share to be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from vidocq.ledger import schema
from vidocq.ledger.backend import Backend
from vidocq.ledger.deciding import decisions
from vidocq.ledger.fetching import Texts, load
from vidocq.ledger.judging import judgements

if TYPE_CHECKING:
    from sqlalchemy import Connection

_encode = msgspec.json.Encoder(order="sorted").encode


def dump(connection: Connection, backend: Backend, *, moments: bool) -> Iterator[str]:
    """See `vidocq.ledger.store.Ledger.dump`."""
    texts = Texts(connection, backend)
    rows = connection.execution_options(stream_results=True, yield_per=100).execute(
        select(schema.document.c.key, schema.document.c.sha256).order_by(schema.document.c.sha256)
    )
    for key, sha256 in rows:
        yield _line(_document(connection, texts, key, bytes(sha256).hex()), moments)
    for judgement in judgements(connection, as_of=None):
        yield _line({"judgement": msgspec.to_builtins(judgement)}, moments)
    for decision in decisions(connection, as_of=None, history=True):
        yield _line({"decision": msgspec.to_builtins(decision)}, moments)


def _line(row: dict[str, Any], moments: bool) -> str:
    return _encode(row if moments else _without_moments(row)).decode()


def _without_moments(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_moments(part)
            for name, part in value.items()
            if name not in ("recorded_at", "ended_at")
        }
    if isinstance(value, list):
        return [_without_moments(part) for part in value]
    return value


def _document(connection: Connection, texts: Texts, key: int, sha256: str) -> dict[str, Any]:
    reading, text, statement, source = (
        schema.reading,
        schema.text,
        schema.statement,
        schema.source,
    )
    readings = []
    for row in connection.execute(
        select(reading, text.c.digest, text.c.title)
        .join(text, text.c.key == reading.c.text)
        .where(reading.c.document == key)
        .order_by(reading.c.key)
    ):
        readings.append(
            {
                "extractor": row.extractor,
                "text": bytes(row.digest).hex(),
                "title": row.title,
                "publisher": row.publisher,
                "published": row.published,
                "language": row.language,
                "address": row.address,
                "media_type": row.media_type,
                "claims": row.claims,
                "recorded_at": row.recorded_at,
                "in_force": row.ended_at is None,
            }
        )
    keys = connection.execute(
        select(statement.c.key)
        .where(statement.c.document == key)
        .order_by(statement.c.id, statement.c.key)
    ).scalars()
    claims: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for stored in load(connection, texts, list(keys)):
        line = stored.as_json()
        line["ended_at"] = stored.ended_at.isoformat() if stored.ended_at else None
        line["in_force"] = stored.ended_at is None
        line["corrected_by"] = stored.corrected_by
        line["accused"] = stored.accused
        line["told_day"] = stored.told_day
        claims[stored.id].append(line)
    places = connection.execute(
        select(source.c.source, source.c.name)
        .where(source.c.document == key)
        .order_by(source.c.source)
    )
    return {
        "document": sha256,
        "sources": [list(place) for place in places],
        "readings": readings,
        "claims": [row for rows in claims.values() for row in rows],
    }
