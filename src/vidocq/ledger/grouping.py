"""Groups that the resolving step worked out: which mentions are one incident, which texts are copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from vidocq.ledger import schema
from vidocq.ledger.backend import Backend
from vidocq.ledger.records import GroupMember
from vidocq.ledger.snapshot import Snapshot

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PART = 5000


def write(
    connection: Connection, backend: Backend, kind: str, members: Iterable[GroupMember]
) -> int:
    """See `vidocq.ledger.store.Ledger.write_groups`."""
    table = schema.grouping
    connection.execute(delete(table).where(table.c.kind == kind))
    written = 0
    part: list[GroupMember] = []
    for member in sorted(set(members)):
        part.append(member)
        if len(part) == _PART:
            written += _insert(connection, backend, kind, part)
            part = []
    return written + _insert(connection, backend, kind, part)


def _insert(
    connection: Connection, backend: Backend, kind: str, members: Sequence[GroupMember]
) -> int:
    documents = _keys_of_documents(connection, {one.document for one in members if one.document})
    entities = _keys_of_entities(connection, {one.entity for one in members if one.entity})
    rows: dict[tuple[str, int, int], str] = {}
    for one in members:
        document = 0 if one.document is None else documents.get(one.document)
        if document is None:
            continue
        # An id that stands under two types names both.
        for entity in [0] if one.entity is None else entities.get(one.entity, ()):
            rows.setdefault((one.group, document, entity), one.reason)
    backend.insert(
        connection,
        schema.grouping,
        [
            (kind, group, document, entity, reason)
            for (group, document, entity), reason in rows.items()
        ],
    )
    return len(rows)


def _keys_of_documents(connection: Connection, names: set[str]) -> dict[str, int]:
    table = schema.document
    digests = sorted(bytes.fromhex(name) for name in names)
    found: dict[str, int] = {}
    for start in range(0, len(digests), 500):
        for sha256, key in connection.execute(
            select(table.c.sha256, table.c.key).where(
                table.c.sha256.in_(digests[start : start + 500])
            )
        ):
            found[bytes(sha256).hex()] = key
    return found


def _keys_of_entities(connection: Connection, names: set[str]) -> dict[str, list[int]]:
    table = schema.entity
    ordered = sorted(names)
    found: dict[str, list[int]] = {}
    for start in range(0, len(ordered), 500):
        for name, key in connection.execute(
            select(table.c.id, table.c.key).where(table.c.id.in_(ordered[start : start + 500]))
        ):
            found.setdefault(name, []).append(key)
    return found


def members(
    at: Snapshot,
    kind: str,
    *,
    groups: Sequence[str] | None = None,
    documents: Sequence[str] | None = None,
    entities: Sequence[str] | None = None,
) -> list[GroupMember]:
    """The members of groups of a kind, restricted to some groups, documents (SHA-256) or entities."""
    table, document, entity = schema.grouping, schema.document, schema.entity
    chosen = (
        select(table.c.group, document.c.sha256, entity.c.id, table.c.reason)
        .outerjoin(document, document.c.key == table.c.document)
        .outerjoin(entity, entity.c.key == table.c.entity)
        .where(table.c.kind == kind)
        .order_by(table.c.group, table.c.document, table.c.entity)
    )
    if groups is not None:
        chosen = chosen.where(table.c.group.in_(groups))
    if documents is not None:
        keys = _keys_of_documents(at.connection, set(documents)).values()
        chosen = chosen.where(table.c.document.in_(list(keys)))
    if entities is not None:
        found = _keys_of_entities(at.connection, set(entities)).values()
        chosen = chosen.where(table.c.entity.in_([key for keys in found for key in keys]))
    return [
        GroupMember(
            group=group,
            document=None if sha256 is None else bytes(sha256).hex(),
            entity=name,
            reason=reason,
        )
        for group, sha256, name, reason in at.connection.execute(chosen)
    ]
