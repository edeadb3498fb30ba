"""The ledger in a PostgreSQL database (15 or newer), reached with psycopg 3."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, text

from vidocq.ledger import pieces
from vidocq.ledger.address import shown
from vidocq.ledger.backend import SEARCHED_CHARACTERS
from vidocq.ledger.derived import addition
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.packing import unpack
from vidocq.ledger.words import Term, relevance

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

WRITER_LOCK = 0x56444351
"""Key of the advisory lock that makes one writer wait for another: moments then never run back."""

RANKED_TEXTS = 250
"""Of more texts that match, the newest so many are ranked first, for each is unpacked and looked through.
Older ones follow, ever more at a time, until there are enough answers: none is missed for its age."""

SHOWN_TEXTS = 2000
"""At most so many texts are looked through at a time."""


def _scored(
    connection: Connection, keys: Sequence[int], terms: Sequence[Term]
) -> list[tuple[int, float]]:
    """Those of some texts that hold all terms, phrases in order, each with its score."""
    rows = connection.execute(
        text("SELECT key, title, body FROM text WHERE key = ANY(:keys)"), {"keys": list(keys)}
    )
    scored = (
        (key, relevance(title or "", unpack(body)[:SEARCHED_CHARACTERS], terms))
        for key, title, body in rows
    )
    return [one for one in scored if one[1] > 0]


def make_words(connection: Connection) -> None:
    """Make the index of words, empty."""
    for table in pieces.TABLES:
        connection.exec_driver_sql(table)
    # A packed text does not shrink again.
    connection.exec_driver_sql("ALTER TABLE text ALTER body SET STORAGE EXTERNAL")


def cover_claimants(connection: Connection) -> None:
    """Let the index that leads to a statement's claimants name them: who counts voices goes no further."""
    connection.exec_driver_sql(
        "ALTER TABLE claimant DROP CONSTRAINT claimant_pkey, ADD CONSTRAINT claimant_pkey"
        " PRIMARY KEY (statement, role, position) INCLUDE (entity)"
    )


def _settle(connection: Any, _: object) -> None:
    # Compiling a selection takes longer than all but the largest of ours run; sorts stay in memory.
    with connection.cursor() as cursor:
        cursor.execute("SET jit = off")
        cursor.execute("SET work_mem = '64MB'")
        # What is asked again and again lies in memory, where a page at random costs little more.
        cursor.execute("SET random_page_cost = 1.1")
    connection.commit()


class PostgresqlBackend:
    """See `vidocq.ledger.backend.Backend`."""

    name = "postgresql"

    def __init__(self, address: str, *, read_only: bool) -> None:
        self.address = address
        self.read_only = read_only
        try:
            import psycopg  # noqa: F401
        except ImportError as error:
            raise self._error(
                LedgerFault.MISSING_DRIVER,
                "needs the driver psycopg 3: pip install 'vidocq[postgresql]'",
            ) from error
        _, _, rest = address.partition("://")
        self.engine = create_engine(f"postgresql+psycopg://{rest}")
        event.listen(self.engine, "connect", _settle)
        self.walking = self.engine

    def prepare(self, connection: Connection) -> None:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise self._error(
                LedgerFault.REFUSED, f"the database is in {encoding}; make one with ENCODING 'UTF8'"
            )
        make_words(connection)
        cover_claimants(connection)

    def begin_reading(self, connection: Connection) -> None:
        connection.execution_options(isolation_level="REPEATABLE READ")

    def begin_writing(self, connection: Connection) -> None:
        if self.read_only:
            raise self._error(LedgerFault.READ_ONLY, "was opened for reading only")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")

    def insert(self, connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        self._copy(connection, f"{table.name} ({columns})", rows)

    def _copy(self, connection: Connection, into: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if not rows:
            return
        import psycopg

        driver: Any = connection.connection.cursor()
        try:
            with driver.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.Error as error:
            raise self.fault(error) from error
        finally:
            driver.close()

    def tally(self, connection: Connection, table: Table, rows: Sequence[tuple[int, ...]]) -> None:
        if not rows:
            return
        added = f"{table.name}_added"
        connection.exec_driver_sql(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {added} (LIKE {table.name})"
            " ON COMMIT DELETE ROWS"
        )
        self._copy(connection, added, rows)
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} SELECT * FROM {added} {addition(table)}"
        )
        connection.exec_driver_sql(f"DELETE FROM {added}")

    def unpack(self, value: bytes) -> str:
        try:
            return unpack(value)
        except ValueError as error:
            raise self._error(LedgerFault.DAMAGED, f"{error}; restore a backup") from error

    def index_texts(self, connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
        pieces.add(
            connection,
            partial(self._copy, connection),
            [(key, title, body[:SEARCHED_CHARACTERS]) for key, title, body in rows],
        )

    def search(
        self, connection: Connection, terms: Sequence[Term], limit: int
    ) -> list[tuple[int, float]]:
        # The index knows no order of words: a phrase is asked for as its words and looked for here.
        keys = pieces.holding(connection, terms)
        answering: list[tuple[int, float]] = []
        size = RANKED_TEXTS
        while len(answering) < limit and (part := list(islice(keys, size))):
            answering += _scored(connection, part, terms)
            size = min(2 * size, SHOWN_TEXTS)
        return sorted(answering, key=lambda one: (-one[1], -one[0]))[:limit]

    def analyse(self, connection: Connection) -> None:
        connection.exec_driver_sql("ANALYZE")

    def check(self, connection: Connection) -> list[str]:
        return []  # it has no check of its own that every server offers

    def size(self, connection: Connection) -> int:
        total = connection.exec_driver_sql(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
        ).scalar_one()
        return int(total or 0)

    def fault(self, error: Exception) -> LedgerError:
        cause = getattr(error, "orig", error)
        state = getattr(cause, "sqlstate", None) or ""
        told = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
        if state in ("53100", "53200"):
            return self._error(
                LedgerFault.FULL,
                f"the server has no room left ({told}); nothing of this batch was recorded; make "
                "room and read again",
            )
        if state in ("25006", "42501"):
            return self._error(
                LedgerFault.READ_ONLY, f"may only be read ({told}); ask for the right to write"
            )
        if state.startswith("XX"):
            return self._error(
                LedgerFault.DAMAGED, f"the stored data are damaged ({told}); restore a backup"
            )
        if state in ("55P03", "40P01", "57014"):
            return self._error(LedgerFault.BUSY, f"is busy ({told}); try again")
        lost = not state and type(cause).__name__ in ("OperationalError", "ConnectionTimeout")
        if lost or state.startswith(("08", "57P", "28", "3D")):
            return self._error(
                LedgerFault.UNREACHABLE,
                f"cannot be reached ({told}); check the address, that the server runs and that the "
                "user may connect",
            )
        return self._error(LedgerFault.REFUSED, f"the database refused: {told}")

    def _error(self, kind: LedgerFault, message: str) -> LedgerError:
        return LedgerError(kind, shown(self.address), message)
