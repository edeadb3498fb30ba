"""The objects of the collections with their versions and the moments they were added: an index in SQLite.

It holds nothing that the ledger does not, but for the inbox, and may be deleted otherwise.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from vidocq.share.taxii.filters import Wanted, microseconds

_TABLES = """
CREATE TABLE IF NOT EXISTS object (
  seq INTEGER PRIMARY KEY,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  spec TEXT NOT NULL,
  added INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  body BLOB NOT NULL,
  origin BLOB NOT NULL,
  seen INTEGER NOT NULL,
  UNIQUE (collection, id, version)
);
CREATE INDEX IF NOT EXISTS object_added ON object (collection, added, seq);
CREATE TABLE IF NOT EXISTS state (collection TEXT PRIMARY KEY, stamp TEXT NOT NULL, latest INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS status (id TEXT PRIMARY KEY, body BLOB NOT NULL);
"""


class Kept(msgspec.Struct, frozen=True):
    """One version of an object in a collection."""

    id: str
    version: int
    type: str
    added: int
    stamp: str
    body: bytes
    seq: int


class Page(msgspec.Struct, frozen=True):
    """Some objects in the order they were added, and where the next page begins."""

    objects: tuple[Kept, ...]
    next: tuple[int, int] | None


class Store:
    """The index; used from several threads."""

    def __init__(self, path: str) -> None:
        # Readers have a connection of their own: they see the state before, and do not wait for changes.
        self._writer = _connect(path)
        self._writer.executescript(_TABLES)
        self._reader = _connect(path)
        self._writing = threading.RLock()
        self._reading = threading.Lock()

    def close(self) -> None:
        """Let go of the file."""
        with self._writing, self._reading:
            self._writer.close()
            self._reader.close()

    @contextmanager
    def changing(self) -> Iterator[Changes]:
        """One transaction of changes."""
        with self._writing:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield Changes(self._writer)
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    def page(self, collection: str, wanted: Wanted) -> Page:
        """The objects that a question lets through, at most ``wanted.limit``."""
        where, values = ["collection = ?"], [collection]
        for column, given in (("id", wanted.ids), ("type", wanted.types), ("spec", wanted.specs)):
            if given:
                where.append(f"{column} IN ({', '.join('?' * len(given))})")
                values += given
        where.append(_versions(wanted.versions, values))
        if wanted.after is not None:
            where.append("added > ?")
            values.append(wanted.after)  # type: ignore[arg-type]
        if wanted.next is not None:
            where.append("(added, seq) > (?, ?)")
            values += wanted.next  # type: ignore[arg-type]
        rows = self._rows(
            f"SELECT id, version, type, added, stamp, body, seq FROM object AS one "
            f"WHERE {' AND '.join(where)} ORDER BY added, seq LIMIT {wanted.limit + 1}",
            values,
        )
        found = tuple(Kept(*row) for row in rows[: wanted.limit])
        more = len(rows) > wanted.limit
        return Page(found, (found[-1].added, found[-1].seq) if more else None)

    def has(self, collection: str, id: str) -> bool:
        """Whether the collection holds any version of an object."""
        return bool(
            self._rows(
                "SELECT 1 FROM object WHERE collection = ? AND id = ? LIMIT 1", [collection, id]
            )
        )

    def bodies(self, collection: str) -> list[dict[str, Any]]:
        """The last version of every object."""
        return [
            msgspec.json.decode(body)
            for (body,) in self._rows(
                "SELECT body FROM object AS one WHERE collection = ? AND " + _LAST, [collection]
            )
        ]

    def stamp(self, collection: str) -> tuple[str, int]:
        """Up to which state of the ledger a collection was brought, and its latest moment."""
        rows = self._rows("SELECT stamp, latest FROM state WHERE collection = ?", [collection])
        return (str(rows[0][0]), int(rows[0][1])) if rows else ("", 0)

    def status(self, id: str) -> bytes | None:
        """What became of objects that were added."""
        rows = self._rows("SELECT body FROM status WHERE id = ?", [id])
        return rows[0][0] if rows else None

    def _rows(self, sql: str, values: Iterable[Any]) -> list[Any]:
        with self._reading:
            return self._reader.execute(sql, tuple(values)).fetchall()


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=60)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    return connection


_LAST = (
    "version = (SELECT max(version) FROM object AS o WHERE o.collection = one.collection "
    "AND o.id = one.id)"
)
_FIRST = _LAST.replace("max", "min")


def _versions(versions: tuple[str, ...], values: list[Any]) -> str:
    if "all" in versions:
        return "1"
    parts = []
    for one in versions:
        if one == "last":
            parts.append(_LAST)
        elif one == "first":
            parts.append(_FIRST)
        else:
            parts.append("version = ?")
            values.append(microseconds(one, "match[version]"))
    return f"({' OR '.join(parts)})"


class Changes:
    """What one transaction does to the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(
        self,
        collection: str,
        told: dict[str, Any],
        body: bytes,
        added: int,
        *,
        origin: bytes = b"",
        turn: int = 0,
    ) -> bool:
        """Add a version of an object; False where the collection has it already.

        ``origin`` tells what it was made of, ``turn`` in which refreshing it was seen.
        """
        stamp = str(told.get("modified") or told.get("created") or "")
        version = microseconds(stamp, "modified") if stamp else 0
        done = self._connection.execute(
            "INSERT INTO object (collection, id, version, type, spec, added, stamp, body, origin, "
            "seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                *(collection, told["id"], version, told["type"]),
                *(str(told.get("spec_version", "2.0")), added, stamp, body, origin, turn),
            ),
        )
        return done.rowcount > 0

    def last(self, collection: str, id: str) -> tuple[int, bytes] | None:
        """Row and origin of the last version of an object."""
        found = self._connection.execute(
            "SELECT seq, origin FROM object WHERE collection = ? AND id = ? "
            "ORDER BY version DESC LIMIT 1",
            (collection, id),
        ).fetchone()
        return (found[0], found[1]) if found else None

    def see(self, seq: int, turn: int) -> None:
        """Note that an object is still there."""
        self._connection.execute("UPDATE object SET seen = ? WHERE seq = ?", (turn, seq))

    def move(self, collection: str, id: str, added: int) -> None:
        """Say when an object was added."""
        self._connection.execute(
            "UPDATE object SET added = ? WHERE collection = ? AND id = ?", (added, collection, id)
        )

    def gone(self, collection: str, turn: int) -> list[bytes]:
        """The last versions of objects that were made of the ledger and were not seen in this turn."""
        rows = self._connection.execute(
            f"SELECT body FROM object AS one WHERE collection = ? AND {_LAST} AND seen <> ? "
            "AND origin <> x'' AND type IN ('note', 'opinion', 'relationship', 'report')",
            (collection, turn),
        )
        return [body for (body,) in rows]

    def delete(self, collection: str, wanted: Wanted) -> int:
        """Take versions of objects out of a collection; how many."""
        values: list[Any] = [collection, *wanted.ids]
        where = _versions(wanted.versions, values)
        spec = ""
        if wanted.specs:
            spec = f" AND spec IN ({', '.join('?' * len(wanted.specs))})"
            values += wanted.specs
        return self._connection.execute(
            f"DELETE FROM object AS one WHERE collection = ? AND id IN "
            f"({', '.join('?' * len(wanted.ids))}) AND {where}{spec}",
            values,
        ).rowcount

    def bring_to(self, collection: str, stamp: str, latest: int) -> None:
        """Note up to which state of the ledger a collection was brought."""
        self._connection.execute(
            "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT (collection) DO UPDATE "
            "SET stamp = excluded.stamp, latest = excluded.latest",
            (collection, stamp, latest),
        )

    def put_status(self, id: str, body: bytes) -> None:
        """Keep what became of objects that were added."""
        self._connection.execute("INSERT INTO status VALUES (?, ?)", (id, body))
