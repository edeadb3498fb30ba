"""A ledger as the program of an earlier schema left it, made of one of today's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from vidocq.ledger import Ledger
from vidocq.ledger.backend import writing
from vidocq.ledger.packing import unpack

_FOLDED = r"""
CREATE FUNCTION vidocq_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(lower(words), '[^[:alnum:]]+', ' ', 'g')
$$"""

_WORDS = """
CREATE FUNCTION vidocq_words(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT setweight(to_tsvector('pg_catalog.simple', vidocq_folded(coalesce(title, ''))), 'A')
      || to_tsvector('pg_catalog.simple', vidocq_folded(body))
$$"""


def make_sixth(ledger: Ledger) -> None:
    """Schema 6: who was attacked has no index of its own."""
    with writing(ledger.backend) as connection:
        connection.exec_driver_sql("DROP INDEX edge_hit")
        connection.exec_driver_sql(
            "UPDATE ledger_fact SET value = '6' WHERE name = 'schema_version'"
        )


def make_fifth(ledger: Ledger) -> None:
    """Schema 5: statements and the indexes that are walked do not name their claimants."""
    make_sixth(ledger)
    include = " INCLUDE (key)" if ledger.backend.name == "postgresql" else ""
    with writing(ledger.backend) as connection:
        run = connection.exec_driver_sql
        for name, other in (("subject", "object"), ("object", "subject")):
            run(f"DROP INDEX statement_{name}")
            run(
                f"CREATE INDEX statement_{name} ON statement"
                f" ({name}, told_day, predicate, polarity, {other}, recorded_at, ended_at){include}"
            )
        run("ALTER TABLE statement DROP COLUMN said_by")
        run("UPDATE ledger_fact SET value = '5' WHERE name = 'schema_version'")


def make_fourth(ledger: Ledger) -> None:
    """Schema 4: on PostgreSQL walks go from the indexes to the tables."""
    make_fifth(ledger)
    with writing(ledger.backend) as connection:
        run = connection.exec_driver_sql
        if ledger.backend.name == "postgresql":
            run("DROP INDEX statement_subject, statement_object")
            for name, other in (("subject", "object"), ("object", "subject")):
                run(
                    f"CREATE INDEX statement_{name} ON statement"
                    f" ({name}, told_day, predicate, polarity, {other}, recorded_at, ended_at)"
                )
            run(
                "ALTER TABLE claimant DROP CONSTRAINT claimant_pkey,"
                " ADD PRIMARY KEY (statement, role, position)"
            )
        run("UPDATE ledger_fact SET value = '4' WHERE name = 'schema_version'")


def make_third(ledger: Ledger) -> None:
    """Schema 3: what is laid on whom has no index of its own."""
    make_fourth(ledger)
    with writing(ledger.backend) as connection:
        connection.exec_driver_sql("DROP INDEX edge_laid")
        connection.exec_driver_sql(
            "UPDATE ledger_fact SET value = '3' WHERE name = 'schema_version'"
        )


def make_second(ledger: Ledger) -> None:
    """Schema 2: claims indexed by id; on PostgreSQL plain texts under its own index of words."""
    make_third(ledger)
    with writing(ledger.backend) as connection:
        run = connection.exec_driver_sql
        run("CREATE INDEX statement_id ON statement (id)")
        run("DROP INDEX statement_object")
        run(
            "CREATE INDEX statement_object ON statement"
            " (object, told_day, predicate, polarity, recorded_at, ended_at)"
        )
        if ledger.backend.name == "postgresql":
            _plain_texts(connection)
            run("ALTER TABLE statement ADD FOREIGN KEY (subject) REFERENCES entity (key)")
        run("UPDATE ledger_fact SET value = '2' WHERE name = 'schema_version'")


def _plain_texts(connection: Connection) -> None:
    run = connection.exec_driver_sql
    rows: list[dict[str, Any]] = [
        {"key": key, "body": unpack(body)} for key, body in run("SELECT key, body FROM text")
    ]
    run("ALTER TABLE text DROP body, ADD body text")
    connection.execute(text("UPDATE text SET body = :body WHERE key = :key"), rows)
    run("ALTER TABLE text ALTER body SET NOT NULL")
    run("DROP TABLE text_piece, text_block")
    run(_FOLDED)
    run(_WORDS)
    run("CREATE INDEX text_search ON text USING gin (vidocq_words(title, body))")
