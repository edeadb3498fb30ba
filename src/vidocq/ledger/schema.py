"""The ledger's tables. One definition for SQLite and PostgreSQL; what differs is in their own files.

Statements are never changed in what they say: only the end of their time (``ended_at``) is set, once.
Integer keys are this ledger's own and mean nothing outside it; the ids that people see are made of
contents. Days are ``yyyymmdd``, moments milliseconds since 1970 UTC. Indexes hold all that a walk asks
of a statement before it is chosen, so that walks never visit the table (PostgreSQL must be told to hold the
key too, which SQLite's always do); there are few of them, because each costs a page written at a random
place for every claim. ``accusation``, ``edge``,
``voice`` and ``month`` are worked out of the statements, in the same transaction, for the views.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    bindparam,
)
from sqlalchemy import text as sql

from vidocq.ledger.codes import PREDICATE
from vidocq.model import Predicate

SCHEMA_VERSION = 7

metadata = MetaData()

# Compared by code point everywhere: an order that depends on a server's language would not be one order.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True, autoincrement=False)


def _refers(name: str, to: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{to}.key"), nullable=nullable)


def _unguarded(*tables: Table) -> None:
    """Leave the references of the largest tables to the writer and `Ledger.check` on PostgreSQL.

    It checks each by a query of its own, a dozen a claim: as long as all else it does to record one.
    """
    for table in tables:
        for reference in table.foreign_key_constraints:
            reference.ddl_if(dialect="sqlite")


def walked(place: str, other: str) -> tuple[str, ...]:
    """The columns of the index of what is claimed of an entity in one place of the claim."""
    told = ("told_day", "predicate", "polarity", other)
    return (place, *told, "recorded_at", "ended_at", "said_by")


ledger_fact = Table(
    "ledger_fact",
    metadata,
    Column("name", _TEXT, primary_key=True),
    Column("value", _TEXT, nullable=False),
)
"""What the ledger knows of itself: its schema's version and the program that made it."""

vocabulary = Table(
    "vocabulary",
    metadata,
    Column("kind", _TEXT, primary_key=True),
    Column("code", SmallInteger, primary_key=True, autoincrement=False),
    Column("name", _TEXT, nullable=False),
)

document = Table(
    "document",
    metadata,
    _key(),
    Column("sha256", LargeBinary, nullable=False, unique=True),
)

source = Table(
    "source",
    metadata,
    Column("document", Integer, ForeignKey("document.key"), primary_key=True),
    Column("source", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False),
    sqlite_with_rowid=False,
)
"""Every place from which the same bytes were read."""

text = Table(
    "text",
    metadata,
    _key(),
    Column("digest", LargeBinary, nullable=False),
    Column("title", _TEXT),
    Column("characters", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""A text drawn from a document's bytes; readings of it that draw the same one share it."""

reading = Table(
    "reading",
    metadata,
    _key(),
    _refers("document", "document"),
    Column("extractor", _TEXT, nullable=False),
    _refers("text", "text"),
    Column("publisher", _TEXT),
    Column("published", _TEXT),
    Column("published_day", Integer, nullable=False),
    Column("language", _TEXT),
    Column("address", _TEXT),
    Column("media_type", _TEXT, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Index("reading_once", "document", "extractor", unique=True),
    Index("reading_text", "text"),
    Index("reading_published", "published_day"),
)

entity = Table(
    "entity",
    metadata,
    _key(),
    Column("id", _TEXT, nullable=False),
    Column("type", SmallInteger, nullable=False),
    Index("entity_once", "id", "type", unique=True),
)

mention = Table(
    "mention",
    metadata,
    _key(),
    _refers("entity", "entity"),
    Column("text", _TEXT, nullable=False),
    Column("folded", _TEXT, nullable=False),
    Index("mention_entity", "entity"),
    Index("mention_folded", "folded"),
)
"""The words by which documents speak of an entity; ``folded`` is no longer than an index allows."""

judgement = Table(
    "judgement",
    metadata,
    _key(),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("kind", SmallInteger, nullable=False),
    Column("claim", LargeBinary, nullable=False, index=True),
    Column("replacement", LargeBinary),
    Column("by", _TEXT, nullable=False),
    Column("reason", _TEXT, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("recorded_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("count_value", BigInteger),
    _key(),
    _refers("document", "document"),
    _refers("reading", "reading"),
    _refers("correction", "judgement", nullable=True),
    _refers("subject", "entity"),
    _refers("subject_mention", "mention"),
    _refers("object", "entity", nullable=True),
    _refers("object_mention", "mention", nullable=True),
    Column("told_day", Integer, nullable=False),
    Column("quote_start", Integer, nullable=False),
    Column("quote_end", Integer, nullable=False),
    Column("predicate", SmallInteger, nullable=False),
    Column("polarity", SmallInteger, nullable=False),
    Column("confidence", SmallInteger),
    Column("likelihood", SmallInteger),
    Column("count_approximate", SmallInteger),
    Column("id", LargeBinary, nullable=False),
    Column("event_time", _TEXT),
    Column("said_on", _TEXT),
    Column("count_unit", _TEXT),
    Column("quote", _TEXT),
    Column("subject_speaker", _TEXT),
    Column("object_speaker", _TEXT),
    Column("accused", _TEXT),
    Column("said_by", _TEXT),
    Index("statement_document", "document"),
    Index("statement_subject", *walked("subject", "object"), postgresql_include=["key"]),
    Index("statement_object", *walked("object", "subject"), postgresql_include=["key"]),
    Index(
        "statement_told",
        *("told_day", "predicate", "polarity", "accused", "recorded_at", "ended_at"),
    ),
)
"""One claim for one stretch of recorded time. ``quote`` is NULL where the text has it at its place.

``id`` has no index: it begins with the document's SHA-256 (`vidocq.ledger.conditions.with_ids`). Wide
columns come first, for PostgreSQL pads each to its width. ``said_by`` repeats the claimants for the walks
(`vidocq.ledger.keys.said_by`): to look up those of each claim takes many times as long as to walk the claims.
"""

claimant = Table(
    "claimant",
    metadata,
    Column("statement", Integer, ForeignKey("statement.key"), primary_key=True),
    Column("role", SmallInteger, primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    _refers("entity", "entity"),
    _refers("mention", "mention"),
    Column("speaker", _TEXT),
    Column("told_day", Integer, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Index("claimant_entity", "entity", "role", "told_day", "statement", "recorded_at", "ended_at"),
    sqlite_with_rowid=False,
)

accusation = Table(
    "accusation",
    metadata,
    Column("accuser", _TEXT, primary_key=True),
    Column("accused", _TEXT, primary_key=True),
    Column("predicate", SmallInteger, primary_key=True, autoincrement=False),
    Column("polarity", SmallInteger, primary_key=True, autoincrement=False),
    Column("told_day", Integer, primary_key=True, autoincrement=False),
    Column("statement", Integer, ForeignKey("statement.key"), primary_key=True),
    Column("recorded_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    sqlite_with_rowid=False,
)

_unguarded(statement, claimant, accusation)


def _tally() -> list[Column[int]]:
    """How many statements in force, and the first and last day they were told (0: no day known)."""
    return [
        Column("claims", Integer, nullable=False),
        Column("first_day", Integer, nullable=False),
        Column("last_day", Integer, nullable=False),
    ]


LAID = (PREDICATE[Predicate.ATTRIBUTED_TO], PREDICATE[Predicate.SPONSORED_BY])
_IS_LAID = f"predicate IN ({', '.join(map(str, LAID))})"


def is_laid(predicate: ColumnElement[int]) -> ColumnElement[bool]:
    """That an edge lays something on somebody, in the words by which the index of these is recognised."""
    return predicate.in_(bindparam("laid", LAID, expanding=True, literal_execute=True))


_HIT = PREDICATE[Predicate.TARGETS]
_IS_HIT = f"predicate = {_HIT}"


def is_hit(predicate: ColumnElement[int]) -> ColumnElement[bool]:
    """That an edge tells whom somebody attacked, in the words by which the index of these is recognised."""
    return predicate == bindparam("hit", _HIT, literal_execute=True)


# Room in each page, so that a count that changes stays in its page and no index need follow it.
_ROOM = {"fillfactor": 90}


edge = Table(
    "edge",
    metadata,
    Column("subject", Integer, primary_key=True, autoincrement=False),
    Column("predicate", SmallInteger, primary_key=True, autoincrement=False),
    Column("object", Integer, primary_key=True, autoincrement=False),
    Column("polarity", SmallInteger, primary_key=True, autoincrement=False),
    *_tally(),
    Index("edge_object", "object", "predicate", "subject", "polarity"),
    Index(
        "edge_laid",
        *("subject", "predicate", "object", "polarity", "claims"),
        sqlite_where=sql(_IS_LAID),
        postgresql_where=sql(_IS_LAID),
    ),
    Index("edge_hit", "object", sqlite_where=sql(_IS_HIT), postgresql_where=sql(_IS_HIT)),
    postgresql_with=_ROOM,
    sqlite_with_rowid=False,
)
"""What is claimed of whom; object 0 means none, 0 claims that all of it ended.

``edge_laid`` and ``edge_hit`` hold those few under which contradictions are sought: who did it, and for whom;
and who was attacked.
"""

voice = Table(
    "voice",
    metadata,
    Column("about", Integer, primary_key=True, autoincrement=False),
    Column("claimant", Integer, primary_key=True, autoincrement=False),
    Column("polarity", SmallInteger, primary_key=True, autoincrement=False),
    *_tally(),
    postgresql_with=_ROOM,
    sqlite_with_rowid=False,
)
"""Who claims something now about whom, as the subject or object of the claim."""

month = Table(
    "month",
    metadata,
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("predicate", SmallInteger, primary_key=True, autoincrement=False),
    Column("polarity", SmallInteger, primary_key=True, autoincrement=False),
    *_tally(),
    postgresql_with=_ROOM,
    sqlite_with_rowid=False,
)
"""How much was told in which month (``yyyymm``, 0 unknown)."""

decision = Table(
    "decision",
    metadata,
    _key(),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("kind", SmallInteger, nullable=False),
    Column("a", _TEXT, nullable=False),
    Column("b", _TEXT, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("reason", _TEXT),
    Column("undoes", LargeBinary),
    Column("recorded_at", BigInteger, nullable=False),
    Index("decision_pair", "a", "b"),
)

grouping = Table(
    "grouping_member",
    metadata,
    Column("kind", _TEXT, primary_key=True),
    Column("group", _TEXT, primary_key=True),
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("entity", Integer, primary_key=True, autoincrement=False),
    Column("reason", _TEXT, nullable=False),
    Index("grouping_member_entity", "kind", "entity", "document"),
    Index("grouping_member_document", "kind", "document", "entity"),
    sqlite_with_rowid=False,
)
"""What the resolving step worked out (incidents, copies); it may be thrown away and worked out anew."""
