"""The ledger in one SQLite file: write-ahead log, FTS5, foreign keys."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import NullPool, QueuePool

from vidocq.ledger.address import file_of
from vidocq.ledger.backend import SEARCHED_CHARACTERS
from vidocq.ledger.derived import addition
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.packing import unpack
from vidocq.ledger.words import Term

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

APPLICATION_ID = 0x56444351
"""``VDCQ`` in the file's header: ``file`` and others tell a ledger from any other database."""

BUSY_SECONDS = 60
PAGE_BYTES = 4096
LOG_PAGES = 32_000
"""The log may grow to so many pages before they are moved into the file (128 MB)."""

CACHE_KILOBYTES = 131_072
MAPPED_BYTES = 2_147_418_112
WALK_KILOBYTES = 32_768
"""Who reads the whole record has no use for pages read before; sorting goes to disk in pieces of this size."""

INDEX_BYTES = 33_554_432
INDEX_PIECES = 8
RANKED_TEXTS = 40_000
"""Of more texts that match, only the newest so many are ranked: a word that common ranks nothing."""
_HEADER = b"SQLite format 3\x00"


class SqliteBackend:
    """See `vidocq.ledger.backend.Backend`."""

    name = "sqlite"

    def __init__(self, address: str, *, read_only: bool) -> None:
        self.address = address
        self.file = file_of(address)
        self._check_file(read_only)
        self.read_only = read_only or (self.file.exists() and not _writable(self.file))
        self.engine = create_engine(
            "sqlite://",
            creator=self._connect,
            # A kept connection keeps what it has mapped. A file that is read as one that never changes
            # is opened anew each time, since it may have changed all the same.
            poolclass=NullPool if self._never_changes() else QueuePool,
        )
        self.walking = create_engine(
            "sqlite://", creator=self._connect_for_walking, poolclass=NullPool
        )
        for engine in (self.engine, self.walking):
            event.listen(engine, "begin", _begin)

    def _check_file(self, read_only: bool) -> None:
        if self.file.is_dir():
            raise self._error(LedgerFault.NOT_A_LEDGER, "is a folder; name a file in it")
        if not self.file.exists():
            if read_only:
                raise self._error(
                    LedgerFault.NOT_FOUND, "there is no such ledger; `vidocq read` makes one"
                )
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise self._error(
                    LedgerFault.READ_ONLY, f"its folder cannot be made ({error.strerror})"
                ) from error
            return
        try:
            with self.file.open("rb") as stream:
                header = stream.read(100)
        except OSError as error:
            raise self._error(
                LedgerFault.READ_ONLY, f"cannot be read ({error.strerror}); check its permissions"
            ) from error
        if header and not header.startswith(_HEADER):
            raise self._error(
                LedgerFault.NOT_A_LEDGER,
                "is no ledger (not a SQLite file, or its first bytes are damaged); nothing was "
                "changed; name another file or put a good copy in its place",
            )
        # A file of another program is refused before anything is written to it.
        application = int.from_bytes(header[68:72], "big") if len(header) == 100 else 0
        if header and application not in (0, APPLICATION_ID):
            raise self._error(LedgerFault.NOT_A_LEDGER, "is a SQLite file of another program")

    def _connect(self) -> sqlite3.Connection:
        if self.read_only:
            uri = self.file.resolve().as_uri() + "?mode=ro"
            if self._never_changes():
                uri += "&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        else:
            connection = sqlite3.connect(self.file, check_same_thread=False, timeout=BUSY_SECONDS)
        connection.isolation_level = None
        run = connection.execute
        run(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA temp_store = MEMORY")
        run(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        run(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        if not self.read_only:
            run(f"PRAGMA page_size = {PAGE_BYTES}")
            run("PRAGMA journal_mode = WAL")
            run(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
            # FULL: what was committed outlives a power cut too, at one fsync a batch.
            run("PRAGMA synchronous = FULL")
        return connection

    def _never_changes(self) -> bool:
        """Whether nobody here can write the file: without a log there is nothing to wait for, and no place to keep one."""
        return (
            self.read_only
            and not _writable(self.file.parent)
            and not _beside(self.file, "-wal").exists()
        )

    def _connect_for_walking(self) -> sqlite3.Connection:
        connection = self._connect()
        for setting in (
            "temp_store = FILE",
            f"cache_size = -{WALK_KILOBYTES}",
            "mmap_size = 0",
        ):
            connection.execute(f"PRAGMA {setting}")
        return connection

    def prepare(self, connection: Connection) -> None:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE text_search USING fts5(title, body, content='', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        # A batch's words go into one piece of the index: fewer pieces to merge later.
        for option, value in (("hashsize", INDEX_BYTES), ("automerge", INDEX_PIECES)):
            connection.exec_driver_sql(
                f"INSERT INTO text_search (text_search, rank) VALUES ('{option}', {value})"
            )
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def begin_reading(self, connection: Connection) -> None:
        """Nothing: what the first question sees, all questions of the transaction see."""

    def begin_writing(self, connection: Connection) -> None:
        if self.read_only:
            raise self._error(
                LedgerFault.READ_ONLY,
                "may only be read; make the file writable, or name another with --ledger",
            )
        connection.execution_options(vidocq_writes=True)
        connection.begin()

    def insert(self, connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            places = ", ".join("?" * len(table.columns))
            connection.exec_driver_sql(
                f"INSERT INTO {table.name} ({columns}) VALUES ({places})", list(rows)
            )

    def tally(self, connection: Connection, table: Table, rows: Sequence[tuple[int, ...]]) -> None:
        if rows:
            places = ", ".join("?" * len(table.columns))
            connection.exec_driver_sql(
                f"INSERT INTO {table.name} VALUES ({places}) {addition(table)}", list(rows)
            )

    def unpack(self, value: bytes) -> str:
        try:
            return unpack(value)
        except ValueError as error:
            raise self._damaged(str(error)) from error

    def index_texts(self, connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
        if rows:
            connection.exec_driver_sql(
                "INSERT INTO text_search (rowid, title, body) VALUES (?, ?, ?)",
                [(key, title, body[:SEARCHED_CHARACTERS]) for key, title, body in rows],
            )

    def search(
        self, connection: Connection, terms: Sequence[Term], limit: int
    ) -> list[tuple[int, float]]:
        query = " ".join(
            '"' + " ".join(words) + '"' + ("*" if beginning else "") for words, beginning in terms
        )
        rows = connection.execute(
            text(
                "SELECT key, score FROM ("
                " SELECT rowid AS key, -bm25(text_search, 4.0, 1.0) AS score FROM text_search"
                " WHERE text_search MATCH :query ORDER BY rowid DESC LIMIT :ranked"
                ") ORDER BY score DESC, key DESC LIMIT :limit"
            ),
            {"query": query, "limit": limit, "ranked": RANKED_TEXTS},
        )
        return [(key, score) for key, score in rows]

    def analyse(self, connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA analysis_limit = 2000")
        connection.exec_driver_sql("ANALYZE")

    def check(self, connection: Connection) -> list[str]:
        found = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        return [line for line in found if line != "ok"]

    def size(self, connection: Connection) -> int:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        bytes_each = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        return int(pages) * int(bytes_each)

    def fault(self, error: Exception) -> LedgerError:
        cause = getattr(error, "orig", error)
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL or "disk is full" in str(cause):
            return self._error(
                LedgerFault.FULL,
                "the disk is full; nothing of this batch was recorded and what was there before "
                "is whole; make room and read again",
            )
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            return self._error(
                LedgerFault.READ_ONLY,
                "may only be read; make the file and its folder writable, or name another with "
                "--ledger",
            )
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return self._damaged(str(cause))
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return self._error(
                LedgerFault.BUSY,
                f"another process has been writing for {BUSY_SECONDS} seconds; try again later",
            )
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
            return self._error(
                LedgerFault.UNREACHABLE,
                f"cannot be read or written ({cause}); check the disk, its room and permissions",
            )
        return self._error(LedgerFault.REFUSED, f"the database refused: {cause}")

    def _damaged(self, told: str) -> LedgerError:
        return self._error(
            LedgerFault.DAMAGED,
            f"the file is damaged ({told}); nothing was changed; put a good copy in its place, or "
            "save what can be saved with `sqlite3 FILE .recover`",
        )

    def _error(self, kind: LedgerFault, message: str) -> LedgerError:
        return LedgerError(kind, str(self.file), message)


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the writer's place at once: no later upgrade that could fail half way.
    writes = connection.get_execution_options().get("vidocq_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)
