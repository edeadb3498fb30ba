"""What only a ledger in PostgreSQL needs when it comes from an older schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from vidocq.ledger.backend import Backend
from vidocq.ledger.packing import pack
from vidocq.ledger.postgresql import cover_claimants, make_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

PORTION = 500
"""So many texts are in memory at a time."""


def pack_texts(connection: Connection, backend: Backend) -> None:
    """From schema 2: texts in the server's compression under its own index of words, to ours."""
    run = connection.exec_driver_sql
    run("DROP INDEX text_search")
    run("DROP FUNCTION vidocq_words(text, text)")
    run("DROP FUNCTION vidocq_folded(text)")
    run("ALTER TABLE text RENAME body TO plain")
    run("ALTER TABLE text ADD body bytea")
    make_words(connection)
    last = 0
    while rows := connection.execute(
        text("SELECT key, title, plain FROM text WHERE key > :last ORDER BY key LIMIT :portion"),
        {"last": last, "portion": PORTION},
    ).all():
        connection.execute(
            text("UPDATE text SET body = :body WHERE key = :key"),
            [{"key": row.key, "body": pack(row.plain)} for row in rows],
        )
        backend.index_texts(connection, [(row.key, row.title or "", row.plain) for row in rows])
        last = rows[-1].key
    run("ALTER TABLE text DROP plain, ALTER body SET NOT NULL")


def unguard(connection: Connection) -> None:
    """From schema 2: the references of the largest tables are no longer checked by the server."""
    for table in ("statement", "claimant", "accusation"):
        names = connection.execute(
            text(
                "SELECT conname FROM pg_constraint"
                " WHERE contype = 'f' AND conrelid = CAST(:name AS regclass)"
            ),
            {"name": table},
        ).scalars()
        for name in names.all():
            connection.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for table in ("edge", "voice", "month"):
        connection.exec_driver_sql(f"ALTER TABLE {table} SET (fillfactor = 90)")


def cover_walks(connection: Connection) -> None:
    """From schema 4: walks over statements and to their claimants stay in the indexes."""
    for name, columns in (
        ("subject", "subject, told_day, predicate, polarity, object, recorded_at, ended_at"),
        ("object", "object, told_day, predicate, polarity, subject, recorded_at, ended_at"),
    ):
        connection.exec_driver_sql(f"DROP INDEX statement_{name}")
        connection.exec_driver_sql(
            f"CREATE INDEX statement_{name} ON statement ({columns}) INCLUDE (key)"
        )
    cover_claimants(connection)


def name_claimants(connection: Connection) -> None:
    """From schema 5: each statement bears the keys of its claimants, which the walked indexes hold.

    The new column is filled by writing the table anew: to update each row would leave a dead one beside it.
    """
    run = connection.exec_driver_sql
    run('ALTER TABLE statement ALTER said_by TYPE text COLLATE "C"')
    run(
        "CREATE FUNCTION pg_temp.said_by(statement_key integer) RETURNS text STABLE LANGUAGE sql AS"
        " $$ SELECT CASE WHEN length(keys) > 500 THEN '*' ELSE keys END FROM ("
        " SELECT string_agg(entity::text, ' ' ORDER BY entity) AS keys FROM ("
        " SELECT DISTINCT entity FROM claimant WHERE statement = statement_key AND role = 1"
        " ) AS each_once) AS told $$"
    )
    run('ALTER TABLE statement ALTER said_by TYPE text COLLATE "C" USING pg_temp.said_by(key)')
    run("DROP FUNCTION pg_temp.said_by(integer)")
    for place, other in (("subject", "object"), ("object", "subject")):
        run(
            f"CREATE INDEX statement_{place} ON statement ({place}, told_day, predicate, polarity,"
            f" {other}, recorded_at, ended_at, said_by) INCLUDE (key)"
        )
