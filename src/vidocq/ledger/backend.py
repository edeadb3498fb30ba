"""The narrow base behind which SQLite and PostgreSQL differ: one file for each, chosen by address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from vidocq.ledger.address import is_postgresql
from vidocq.ledger.error import LedgerError
from vidocq.ledger.words import Term

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table

SEARCHED_CHARACTERS = 300_000
"""Of a longer text only so many code points from its start can be searched: what comes later in a text
as long as a book tells little of it, and every answer would look through all of it."""


class Backend(Protocol):
    """All that a database must do in its own way."""

    name: str
    address: str
    engine: Engine
    walking: Engine
    """For who reads the whole record: its connections keep little of it in memory."""

    read_only: bool

    def prepare(self, connection: Connection) -> None:
        """Make what no portable table definition can say (search indexes), in a new ledger."""

    def begin_writing(self, connection: Connection) -> None:
        """Begin the connection's transaction as the only writer; waits for another to end."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert many rows, each with all columns in the table's order."""

    def tally(self, connection: Connection, table: Table, rows: Sequence[tuple[int, ...]]) -> None:
        """Add changes of counts to a table of counts."""

    def begin_reading(self, connection: Connection) -> None:
        """Begin a transaction whose questions all see one state."""

    def unpack(self, value: bytes) -> str:
        """A text as it was packed (`vidocq.ledger.packing`); a fault where it does not unpack."""

    def index_texts(self, connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
        """Make texts searchable: (key, title, body)."""

    def search(
        self, connection: Connection, terms: Sequence[Term], limit: int
    ) -> list[tuple[int, float]]:
        """Keys of the texts that hold all terms with their score, best first."""

    def analyse(self, connection: Connection) -> None:
        """Let the database learn how its values are spread, so that it plans well."""

    def check(self, connection: Connection) -> list[str]:
        """What the database's own check finds broken; empty if nothing."""

    def size(self, connection: Connection) -> int:
        """Bytes the ledger takes, indexes included."""

    def fault(self, error: Exception) -> LedgerError:
        """What a driver's error means and what to do about it."""


def choose(address: str, *, read_only: bool) -> Backend:
    """The backend for an address.

    Raises:
        LedgerError: the database cannot be opened; the message says why and what to do.
    """
    if is_postgresql(address):
        from vidocq.ledger.postgresql import PostgresqlBackend

        return PostgresqlBackend(address, read_only=read_only)
    from vidocq.ledger.sqlite import SqliteBackend

    return SqliteBackend(address, read_only=read_only)


@contextmanager
def faults_told(backend: Backend) -> Iterator[None]:
    """Turn the driver's errors inside the block into a `LedgerError`."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        raise backend.fault(error) from error


@contextmanager
def reading(backend: Backend, *, whole: bool = False) -> Iterator[Connection]:
    """A connection in a reading transaction: all its queries see one state.

    ``whole`` is for who reads all of it: memory then does not grow with what is read.
    """
    engine = backend.walking if whole else backend.engine
    with faults_told(backend), engine.connect() as connection:
        backend.begin_reading(connection)
        yield connection
        connection.rollback()


@contextmanager
def writing(backend: Backend) -> Iterator[Connection]:
    """A connection in a writing transaction that is committed as a whole or not at all."""
    with faults_told(backend), backend.engine.connect() as connection:
        backend.begin_writing(connection)
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
