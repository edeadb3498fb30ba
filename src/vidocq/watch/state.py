"""How far polling came, in a small SQLite file beside the ledger: killed at any moment, nothing is lost or doubled.

An item (an entry of a feed, a batch of objects, an event) goes this way, each arrow one transaction:

waiting, noted with the validators of the feed that told of it → pending, its contents kept with the number
of the last statement on the record → *recorded in the ledger* → seen, with its alerts put in the outbox →
delivered.

A run that finds a pending item records it again, which changes nothing where it was recorded, and finds what is
new by the number that was kept. So an entry is read once, and its alerts are made once, wherever the run before
ended.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from vidocq.ledger.address import default_address, file_of, is_postgresql, shown
from vidocq.watch.errors import StateError
from vidocq.watch.items import Item, Pending, Waiting

VERSION = "1"
MOST_ATTEMPTS = 8
"""How often an item is tried before it is given up."""
FIRST_WAIT = 900.0
"""Seconds after which it is tried again first; each time twice as long, in all for more than a day."""

_TABLES = """
CREATE TABLE IF NOT EXISTS watch_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS source (
  source TEXT PRIMARY KEY, etag TEXT, modified TEXT, held_until REAL NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS progress (
  source TEXT NOT NULL, part TEXT NOT NULL, reached TEXT NOT NULL, PRIMARY KEY (source, part));
CREATE TABLE IF NOT EXISTS item (
  key INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, address TEXT, told BLOB,
  state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, not_before REAL NOT NULL DEFAULT 0,
  UNIQUE (source, id));
CREATE INDEX IF NOT EXISTS item_address ON item (address);
CREATE INDEX IF NOT EXISTS item_waiting ON item (source, state);
CREATE TABLE IF NOT EXISTS pending (
  source TEXT NOT NULL, item TEXT NOT NULL, form TEXT NOT NULL, payload BLOB NOT NULL,
  last_statement INTEGER NOT NULL, begun INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (source, item));
CREATE TABLE IF NOT EXISTS held_object (
  source TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, fresh INTEGER NOT NULL,
  PRIMARY KEY (source, id));
CREATE TABLE IF NOT EXISTS tie (
  source TEXT NOT NULL, id TEXT NOT NULL, refers TEXT NOT NULL,
  PRIMARY KEY (source, id, refers)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tie_back ON tie (source, refers);
CREATE TABLE IF NOT EXISTS outbox (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL, rule TEXT NOT NULL, destination TEXT NOT NULL,
  alert BLOB NOT NULL, UNIQUE (id, destination));
"""


def state_path(ledger: str | None) -> Path:
    """Where the state of watching for a ledger is: beside its file, or in the user's folder for a database."""
    address = ledger or default_address()
    if not is_postgresql(address):
        file = file_of(address)
        return file.with_name(f"{file.stem}.watch.sqlite")
    from platformdirs import user_state_path

    # Without the password, which may change.
    digest = hashlib.sha256(shown(address).encode()).hexdigest()[:12]
    return user_state_path("vidocq", appauthor=False) / f"watch-{digest}.sqlite"


class State:
    """The state of polling, open and locked against a second run; use it in a ``with``.

    Raises:
        StateError: the file cannot be used, or another run uses it.
    """

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self._clock = clock
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        except (OSError, sqlite3.Error) as fault:
            raise StateError(
                f"{path}: the state of watching cannot be kept here: {fault}"
            ) from None
        try:
            self._begin()
        except sqlite3.Error as fault:
            self._connection.close()
            if "locked" in str(fault):
                raise StateError(
                    f"{path}: another `vidocq watch` (or another program) is using it; end that one, "
                    "or give this one --state FILE"
                ) from None
            raise StateError(f"{path}: is no state of watching ({fault})") from None
        except StateError:
            self._connection.close()
            raise

    def _begin(self) -> None:
        run = self._connection.execute
        # The lock is the process's: it goes with it, however that ends.
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA synchronous = FULL")
        run("BEGIN EXCLUSIVE")
        foreign = (
            run("SELECT count(*) FROM sqlite_master").fetchone()[0]
            and not run("SELECT count(*) FROM sqlite_master WHERE name = 'watch_fact'").fetchone()[
                0
            ]
        )
        if foreign:
            raise StateError(f"{self.path}: is a database of something else; name another --state")
        for statement in _TABLES.split(";"):
            run(statement)
        run("INSERT OR IGNORE INTO watch_fact VALUES ('version', ?)", (VERSION,))
        version = run("SELECT value FROM watch_fact WHERE name = 'version'").fetchone()[0]
        if version != VERSION:
            raise StateError(f"{self.path}: was made by another version of the program ({version})")
        run("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    # Sources ----------------------------------------------------------------------------------

    def validators(self, source: str) -> tuple[str | None, str | None]:
        """The ETag and Last-Modified with which the source last told something."""
        rows = self._rows("SELECT etag, modified FROM source WHERE source = ?", source)
        return (rows[0][0], rows[0][1]) if rows else (None, None)

    def held_until(self, source: str) -> float:
        """Until when the source's server asked not to be asked (seconds since 1970)."""
        rows = self._rows("SELECT held_until FROM source WHERE source = ?", source)
        return float(rows[0][0]) if rows else 0.0

    def hold(self, source: str, until: float) -> None:
        """Note that the source's server is not to be asked before a moment."""
        self._connection.execute(
            "INSERT INTO source (source, held_until) VALUES (?, ?) "
            "ON CONFLICT (source) DO UPDATE SET held_until = excluded.held_until",
            (source, until),
        )

    def reached(self, source: str, part: str) -> str | None:
        """How far a part of the source (a collection, its events) was told; None from its beginning."""
        rows = self._rows(
            "SELECT reached FROM progress WHERE source = ? AND part = ?", source, part
        )
        return rows[0][0] if rows else None

    def reach(self, source: str, part: str, reached: str) -> None:
        """Note how far a part of the source was told."""
        self._connection.execute(
            "INSERT INTO progress VALUES (?, ?, ?) "
            "ON CONFLICT (source, part) DO UPDATE SET reached = excluded.reached",
            (source, part, reached),
        )

    # Items ------------------------------------------------------------------------------------

    def note(
        self,
        source: str,
        items: Iterable[Item],
        validators: tuple[str | None, str | None] = (None, None),
    ) -> int:
        """Note what a source tells of, the oldest first, with the validators under which it did; how many of
        the items are new.

        An item is known by its id in that source, and by its address wherever that was met.
        """
        new = 0
        with self._transaction():
            for one in items:
                if one.address and self._rows("SELECT 1 FROM item WHERE address = ?", one.address):
                    continue
                new += self._connection.execute(
                    "INSERT OR IGNORE INTO item (source, id, address, told, state) "
                    "VALUES (?, ?, ?, ?, 'waiting')",
                    (source, one.id, one.address, one.told),
                ).rowcount
            self._connection.execute(
                "INSERT INTO source (source, etag, modified) VALUES (?, ?, ?) "
                "ON CONFLICT (source) DO UPDATE SET etag = excluded.etag, modified = excluded.modified",
                (source, *validators),
            )
        return new

    def waiting(self, source: str, most: int) -> list[Item]:
        """The newest items that wait to be read and may be tried now, the oldest of them first."""
        rows = self._rows(
            "SELECT id, address, told FROM item WHERE source = ? AND state = 'waiting' AND not_before <= ? "
            "ORDER BY key DESC LIMIT ?",
            source,
            self._clock(),
            most,
        )
        return [Item(id=id, address=address, told=told) for id, address, told in reversed(rows)]

    def count_waiting(self, source: str) -> int:
        """How many items wait to be read."""
        [[number]] = self._rows(
            "SELECT count(*) FROM item WHERE source = ? AND state = 'waiting'", source
        )
        return int(number)

    def failed(self, source: str, item: str) -> bool:
        """Note that an item that waits could not be had now; whether it will be tried again."""
        with self._transaction():
            self._connection.execute(
                "UPDATE item SET attempts = attempts + 1 WHERE source = ? AND id = ?",
                (source, item),
            )
            [[attempts]] = self._rows(
                "SELECT attempts FROM item WHERE source = ? AND id = ?", source, item
            )
            if attempts < MOST_ATTEMPTS:
                wait = FIRST_WAIT * 2.0 ** (attempts - 1)
                self.postpone(source, item, self._clock() + wait)
                return True
            self._end(source, item, "given up")
        return False

    def postpone(self, source: str, item: str, until: float) -> None:
        """Note that an item is not to be tried before a moment (seconds since 1970)."""
        self._connection.execute(
            "UPDATE item SET not_before = ? WHERE source = ? AND id = ?", (until, source, item)
        )

    def give_up(self, source: str, item: str) -> None:
        """Note that an item cannot be read, now or later."""
        with self._transaction():
            self._end(source, item, "given up")

    def _end(self, source: str, item: str, state: str) -> None:
        self._connection.execute(
            "INSERT INTO item (source, id, state) VALUES (?, ?, ?) "
            "ON CONFLICT (source, id) DO UPDATE SET state = excluded.state, told = NULL",
            (source, item, state),
        )
        self._connection.execute(
            "DELETE FROM pending WHERE source = ? AND item = ?", (source, item)
        )

    # Recording --------------------------------------------------------------------------------

    def pend(self, pending: Pending) -> None:
        """Keep the contents of an item before they are recorded; an item that waited waits no more."""
        with self._transaction():
            self._pend(pending)

    def _pend(self, pending: Pending) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?, ?, 0)",
            (
                pending.source,
                pending.item,
                pending.form,
                pending.payload,
                pending.last_statement,
            ),
        )
        self._connection.execute(
            "UPDATE item SET state = 'pending' WHERE source = ? AND id = ?",
            (pending.source, pending.item),
        )

    def pending(self) -> list[Pending]:
        """What is on its way to the record; there is something only where a run ended in the middle."""
        rows = self._rows(
            "SELECT source, item, form, payload, last_statement, begun FROM pending ORDER BY rowid"
        )
        names = ("source", "item", "form", "payload", "last_statement", "begun")
        return [Pending(**dict(zip(names, row, strict=True))) for row in rows]

    def begun(self, pending: Pending, times: int) -> None:
        """Note how often the recording of an item was begun: one that ends the program each time is found by it."""
        self._connection.execute(
            "UPDATE pending SET begun = ? WHERE source = ? AND item = ?",
            (times, pending.source, pending.item),
        )

    def settle(self, pending: Pending, alerts: Sequence[tuple[str, str, str, bytes]]) -> None:
        """The item is recorded: it was seen, and its alerts (id, rule, destination, JSON) go out."""
        with self._transaction():
            self._connection.executemany(
                "INSERT OR IGNORE INTO outbox (id, rule, destination, alert) VALUES (?, ?, ?, ?)",
                alerts,
            )
            self._end(pending.source, pending.item, "seen")

    def is_seen(self, source: str, item: str) -> bool:
        """Whether the item was read or given up."""
        return bool(
            self._rows(
                "SELECT 1 FROM item WHERE source = ? AND id = ? AND state IN ('seen', 'given up')",
                source,
                item,
            )
        )

    # Objects of collections -------------------------------------------------------------------

    def hold_objects(
        self,
        source: str,
        objects: Iterable[tuple[str, bytes, Sequence[str]]],
        part: str,
        reached: str | None,
    ) -> None:
        """Keep objects that came (id, JSON, ids they refer to), and how far the collection was told by them."""
        with self._transaction():
            for id, body, refers in objects:
                changed = self._connection.execute(
                    "INSERT INTO held_object VALUES (?, ?, ?, 1) ON CONFLICT (source, id) "
                    "DO UPDATE SET body = excluded.body, fresh = 1 WHERE body <> excluded.body",
                    (source, id, body),
                ).rowcount
                if changed:
                    self._tie(source, id, refers)
            if reached is not None:
                self.reach(source, part, reached)

    def _tie(self, source: str, id: str, refers: Sequence[str]) -> None:
        self._connection.execute("DELETE FROM tie WHERE source = ? AND id = ?", (source, id))
        self._connection.executemany(
            "INSERT OR IGNORE INTO tie VALUES (?, ?, ?)", [(source, id, other) for other in refers]
        )

    def fresh_objects(self, source: str) -> list[bytes]:
        """The objects that came and were not recorded yet, with those that refer to them and all that any of
        these refer to, for a relationship says nothing without its ends."""
        return [
            row[0]
            for row in self._rows(
                """
                WITH RECURSIVE fresh (id) AS (
                  SELECT id FROM held_object WHERE source = :source AND fresh),
                near (id) AS (
                  SELECT id FROM fresh
                  UNION SELECT tie.id FROM tie JOIN fresh ON tie.refers = fresh.id
                    WHERE tie.source = :source),
                wanted (id) AS (
                  SELECT id FROM near
                  UNION SELECT tie.refers FROM tie JOIN wanted ON tie.id = wanted.id
                    WHERE tie.source = :source)
                SELECT body FROM held_object JOIN wanted USING (id)
                  WHERE source = :source AND EXISTS (SELECT 1 FROM fresh) ORDER BY id
                """.replace(":source", "?1"),
                source,
            )
        ]

    def pend_objects(self, pending: Pending) -> None:
        """Keep objects together as one item that is to be recorded: they are fresh no more."""
        with self._transaction():
            self._pend(pending)
            self._connection.execute(
                "UPDATE held_object SET fresh = 0 WHERE source = ?", (pending.source,)
            )

    # Alerts -----------------------------------------------------------------------------------

    def outbox(self) -> list[Waiting]:
        """The alerts that were not delivered, in the order in which they arose."""
        rows = self._rows("SELECT key, id, rule, destination, alert FROM outbox ORDER BY key")
        names = ("key", "id", "rule", "destination", "alert")
        return [Waiting(**dict(zip(names, row, strict=True))) for row in rows]

    def delivered(self, waiting: Waiting) -> None:
        """The alert arrived."""
        self._connection.execute("DELETE FROM outbox WHERE key = ?", (waiting.key,))
