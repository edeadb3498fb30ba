"""From one version of the schema to the next: a short numbered list, applied in one transaction.

A new ledger is made whole from ``schema.py`` and bears the newest number; an older one takes the steps
it lacks, in order. `docs/ledger.md` says why this list and not a migration framework.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, inspect, select, update

from vidocq import __version__
from vidocq.ledger.address import shown
from vidocq.ledger.backend import Backend, reading, writing
from vidocq.ledger.codes import VOCABULARIES
from vidocq.ledger.derived import rebuild
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.schema import SCHEMA_VERSION, ledger_fact, metadata, vocabulary

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True)
class Migration:
    """One step: the version it leads to, what it does, and how."""

    version: int
    title: str
    apply: Callable[[Connection, Backend], None]


def _lighter(connection: Connection, backend: Backend) -> None:
    connection.exec_driver_sql("DROP INDEX statement_id")
    connection.exec_driver_sql("DROP INDEX statement_object")
    connection.exec_driver_sql(
        "CREATE INDEX statement_object ON statement"
        " (object, told_day, predicate, polarity, subject, recorded_at, ended_at)"
    )
    if backend.name == "postgresql":
        from vidocq.ledger.postgresql_steps import pack_texts, unguard

        unguard(connection)
        pack_texts(connection, backend)


def _index_laid(connection: Connection, _: Backend) -> None:
    connection.exec_driver_sql(
        "CREATE INDEX edge_laid ON edge (subject, predicate, object, polarity, claims)"
        " WHERE predicate IN (1, 2)"
    )


def _cover_walks(connection: Connection, backend: Backend) -> None:
    # In SQLite an index holds the row's key anyway, and claimants stand in the index that leads to them.
    if backend.name == "postgresql":
        from vidocq.ledger.postgresql_steps import cover_walks

        cover_walks(connection)


def _name_claimants(connection: Connection, backend: Backend) -> None:
    run = connection.exec_driver_sql
    run("DROP INDEX statement_subject")
    run("DROP INDEX statement_object")
    run("ALTER TABLE statement ADD said_by TEXT")
    if backend.name == "postgresql":
        from vidocq.ledger.postgresql_steps import name_claimants

        name_claimants(connection)
        return
    run(
        "UPDATE statement SET said_by = (SELECT CASE"
        " WHEN length(group_concat(entity, ' ')) > 500 THEN '*' ELSE group_concat(entity, ' ') END"
        " FROM (SELECT DISTINCT entity FROM claimant"
        " WHERE claimant.statement = statement.key AND role = 1 ORDER BY entity))"
    )
    for place, other in (("subject", "object"), ("object", "subject")):
        run(
            f"CREATE INDEX statement_{place} ON statement ({place}, told_day, predicate, polarity,"
            f" {other}, recorded_at, ended_at, said_by)"
        )


def _index_hit(connection: Connection, _: Backend) -> None:
    connection.exec_driver_sql("CREATE INDEX edge_hit ON edge (object) WHERE predicate = 5")


MIGRATIONS: Sequence[Migration] = (
    Migration(2, "edges of ended statements stay", lambda connection, _: rebuild(connection)),
    Migration(3, "no index of claims by id; packed texts and words on PostgreSQL", _lighter),
    Migration(4, "an index of what is laid on whom", _index_laid),
    Migration(5, "walks stay in the indexes on PostgreSQL", _cover_walks),
    Migration(6, "the indexes that are walked name the claimants", _name_claimants),
    Migration(7, "an index of who was attacked", _index_hit),
)
"""Steps from version 1 on; the last one leads to ``SCHEMA_VERSION``."""


def bring_up_to_date(
    backend: Backend,
    *,
    newest: int = SCHEMA_VERSION,
    steps: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Make the ledger's tables, or bring them from an older version to this program's.

    Raises:
        LedgerError: the ledger was made by a newer program, or it is older and may only be read.
    """
    with reading(backend) as connection:
        version = _version(connection)
    if version == newest:
        return
    if backend.read_only:
        _refuse_newer(backend, version, newest)
        raise LedgerError(
            LedgerFault.OLDER_SCHEMA if version else LedgerFault.NOT_A_LEDGER,
            shown(backend.address),
            f"has schema {version} and this Vidocq reads {newest}; open it once with the right to "
            "write and it is brought up to date"
            if version
            else "holds no ledger yet, and may only be read",
        )
    with writing(backend) as connection:
        # Asked again: another process may have done it while this one waited for its place.
        version = _version(connection)
        _refuse_newer(backend, version, newest)
        if version == 0:
            _create(connection, backend, newest)
        for step in steps:
            if 0 < version < step.version <= newest:
                step.apply(connection, backend)
                _stamp(connection, step.version)


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(ledger_fact.name):
        return 0
    value = connection.execute(
        select(ledger_fact.c.value).where(ledger_fact.c.name == "schema_version")
    ).scalar_one_or_none()
    return int(value) if value and value.isdigit() else 0


def _refuse_newer(backend: Backend, version: int, newest: int) -> None:
    if version > newest:
        raise LedgerError(
            LedgerFault.NEWER_SCHEMA,
            shown(backend.address),
            f"was made by a newer Vidocq (schema {version}, this one knows {newest}); nothing was "
            "changed; upgrade with: pip install --upgrade vidocq",
        )


def _create(connection: Connection, backend: Backend, version: int) -> None:
    # A database of PostgreSQL may be shared; a file is ours alone.
    there = set(inspect(connection).get_table_names())
    if (there & set(metadata.tables)) or (there and backend.name == "sqlite"):
        raise LedgerError(
            LedgerFault.NOT_A_LEDGER,
            shown(backend.address),
            f"holds the tables of another program ({', '.join(sorted(there)[:3])}…); nothing was "
            "changed; name another file or database",
        )
    metadata.create_all(connection)
    backend.prepare(connection)
    connection.execute(
        insert(vocabulary),
        [
            {"kind": kind, "code": code, "name": str(name)}
            for kind, codes in VOCABULARIES.items()
            for name, code in codes.items()
        ],
    )
    connection.execute(
        insert(ledger_fact),
        [
            {"name": "schema_version", "value": str(version)},
            {"name": "made_by", "value": f"vidocq {__version__}"},
        ],
    )


def _stamp(connection: Connection, version: int) -> None:
    connection.execute(
        update(ledger_fact).where(ledger_fact.c.name == "schema_version").values(value=str(version))
    )
