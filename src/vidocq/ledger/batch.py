"""One batch of readings inside one transaction: what is there already, what is new, what ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from vidocq.ledger import schema
from vidocq.ledger.backend import Backend
from vidocq.ledger.codes import (
    CONFIDENCE,
    LIKELIHOOD,
    POLARITY,
    PREDICATE,
    ROLE,
    Role,
)
from vidocq.ledger.derived import Tallies, Told
from vidocq.ledger.ending import end_statements, next_moment, parts
from vidocq.ledger.identity import claim_digest, grounded, text_digest
from vidocq.ledger.judged import retracted
from vidocq.ledger.keyed import Keyed, Names
from vidocq.ledger.keys import accused_of, accusers_of, first_day, said_by, told_day
from vidocq.ledger.packing import pack
from vidocq.ledger.records import RecordSummary
from vidocq.ledger.standing import Standing, standing_of
from vidocq.model import Claim, Reading

if TYPE_CHECKING:
    from sqlalchemy import Connection


LARGEST_COUNT = 2**63 - 1
SOURCE_CHARACTERS = 2000
"""Of a longer address only the beginning is noted: an index of PostgreSQL holds no more."""


@dataclass
class _Rows:
    """Rows of one batch, in the order in which the tables refer to each other."""

    document: list[tuple[Any, ...]] = field(default_factory=list)
    source: list[tuple[Any, ...]] = field(default_factory=list)
    reading: list[tuple[Any, ...]] = field(default_factory=list)
    statement: list[tuple[Any, ...]] = field(default_factory=list)
    claimant: list[tuple[Any, ...]] = field(default_factory=list)
    accusation: list[tuple[Any, ...]] = field(default_factory=list)


class Batch:
    """One transaction's work."""

    def __init__(
        self,
        connection: Connection,
        backend: Backend,
        names: Names,
        packer: Executor,
        extractor: str,
        packed: Mapping[bytes, bytes],
    ) -> None:
        self.connection = connection
        self.packer = packer
        self.packed_before = packed
        self.backend = backend
        self.extractor = extractor
        self.rows = _Rows()
        self.searched: list[tuple[int, str, str]] = []
        self.texts: list[tuple[int, bytes, str | None, int]] = []
        self.packed: Future[list[bytes]] | None = None
        self.tallies = Tallies()
        self.next = {
            table.name: 1 + (connection.execute(select(func.max(table.c.key))).scalar() or 0)
            for table in (
                schema.document,
                schema.text,
                schema.reading,
                schema.entity,
                schema.mention,
                schema.statement,
            )
        }
        self.keyed = Keyed(connection, names, self._take)
        self.now = next_moment(connection)

    def run(self, batch: Sequence[Reading]) -> RecordSummary:
        documents = self._documents(batch)
        self._sources(batch, documents)
        fresh = self._unread(batch, documents)
        if not fresh:
            self.write()
            return RecordSummary(documents=len(batch), known=len(batch))
        texts = self._texts(fresh, documents)
        self.keyed.look_up([claim for one in fresh for claim in one.claims])
        again = [documents[one.document.sha256] for one in fresh]
        standing = standing_of(
            self.connection, [key for key in again if key in self.known_documents]
        )
        ids = [_ids(one) for one in fresh]
        barred = retracted(
            self.connection,
            [
                digest
                for one, claims in zip(fresh, ids, strict=True)
                if documents[one.document.sha256] in self.known_documents
                for digest in claims
            ],
        )
        ended: list[Standing] = []
        kept = added = 0
        for one, claims, text in zip(fresh, ids, texts, strict=True):
            key = documents[one.document.sha256]
            reading_key = self._reading(one, key, text, len(claims))
            told = one.document
            context = (text, told.publisher, told.published, told.language, told.address)
            before = {old.id: old for old in standing.get(key, ())}
            for digest, claim in claims.items():
                old = before.get(digest)
                if old is not None and (old.context == context or old.corrected):
                    del before[digest]
                    kept += 1
                elif digest not in barred:
                    self.add_statement(
                        digest,
                        claim,
                        document=key,
                        reading=reading_key,
                        published=told.published,
                        text=told.text,
                    )
                    added += 1
            ended += [old for old in before.values() if not old.corrected]
        self._end_readings([key for key in again if key in self.known_documents])
        self.write()
        end_statements(
            self.connection, {old.key: old.told for old in ended}, self.now, self.tallies
        )
        self.tallies.write(self.connection, self.backend)
        reread = sum(1 for key in again if key in self.known_documents)
        return RecordSummary(
            documents=len(batch),
            new=len(fresh) - reread,
            known=len(batch) - len(fresh),
            reread=reread,
            claims=added,
            kept=kept,
            superseded=len(ended),
        )

    # What is there already, and what is new ---------------------------------------------------

    def _take(self, table: str) -> int:
        key = self.next[table]
        self.next[table] = key + 1
        return key

    def _documents(self, batch: Sequence[Reading]) -> dict[str, int]:
        table = schema.document
        wanted = {bytes.fromhex(one.document.sha256): one.document.sha256 for one in batch}
        rows = self.connection.execute(
            select(table.c.sha256, table.c.key).where(table.c.sha256.in_(list(wanted)))
        )
        keys = {wanted[bytes(sha256)]: key for sha256, key in rows}
        self.known_documents = set(keys.values())
        for digest, name in wanted.items():
            if name not in keys:
                keys[name] = self._take("document")
                self.rows.document.append((keys[name], digest))
        return keys

    def _sources(self, batch: Sequence[Reading], documents: dict[str, int]) -> None:
        table = schema.source
        known = {
            (key, source)
            for key, source in self.connection.execute(
                select(table.c.document, table.c.source).where(
                    table.c.document.in_(list(self.known_documents))
                )
            )
        }
        for one in batch:
            place = (documents[one.document.sha256], one.document.source[:SOURCE_CHARACTERS])
            if place not in known:
                known.add(place)
                self.rows.source.append((*place, one.document.id))

    def _unread(self, batch: Sequence[Reading], documents: dict[str, int]) -> list[Reading]:
        table = schema.reading
        done = set(
            self.connection.execute(
                select(table.c.document).where(
                    table.c.document.in_(list(self.known_documents)),
                    table.c.extractor == self.extractor,
                )
            ).scalars()
        )
        fresh = []
        for one in batch:
            key = documents[one.document.sha256]
            if key not in done:
                done.add(key)
                fresh.append(one)
        return fresh

    def _texts(self, fresh: Sequence[Reading], documents: dict[str, int]) -> list[int]:
        """The key of each reading's text: that of an earlier reading of the document or a new one."""
        text, told_in = schema.text, schema.reading
        keys: dict[tuple[int, bytes], int] = {}
        for part in parts(sorted(self.known_documents)):
            for document, digest, key in self.connection.execute(
                select(told_in.c.document, text.c.digest, text.c.key)
                .join(text, text.c.key == told_in.c.text)
                .where(told_in.c.document.in_(part))
            ):
                keys[document, bytes(digest)] = key
        found = []
        for one in fresh:
            told = one.document
            place = (documents[told.sha256], text_digest(told.title, told.text))
            if place not in keys:
                key = keys[place] = self._take("text")
                self.texts.append((key, place[1], told.title, len(told.text)))
                self.searched.append((key, told.title or "", told.text))
            found.append(keys[place])
        unpacked = [
            text
            for (_, digest, *_), (*_, text) in zip(self.texts, self.searched, strict=True)
            if digest not in self.packed_before
        ]
        self.packed = self.packer.submit(_packed, unpacked)
        return found

    # New rows ---------------------------------------------------------------------------------

    def _reading(self, one: Reading, document: int, text: int, claims: int) -> int:
        key = self._take("reading")
        told = one.document
        self.rows.reading.append(
            (
                key,
                document,
                self.extractor,
                text,
                told.publisher,
                told.published,
                first_day(told.published),
                told.language,
                told.address,
                told.media_type,
                claims,
                self.now,
                None,
            )
        )
        return key

    def add_statement(
        self,
        digest: bytes,
        claim: Claim,
        *,
        document: int,
        reading: int,
        published: str | None,
        text: str,
        correction: int | None = None,
    ) -> None:
        """Add the rows of one claim; its entities must have been looked up before."""
        key = self._take("statement")
        day = told_day(claim, published)
        subject, subject_mention = self.keyed.of(claim.subject)
        target, target_mention = self.keyed.of(claim.object) if claim.object else (None, None)
        predicate, polarity = PREDICATE[claim.predicate], POLARITY[claim.polarity]
        count = claim.count
        accused = accused_of(claim)
        claimants = tuple(self.keyed.of(one)[0] for one in claim.claimants)
        self.rows.statement.append(
            (
                self.now,
                None,
                min(count.value, LARGEST_COUNT) if count else None,
                key,
                document,
                reading,
                correction,
                subject,
                subject_mention,
                target,
                target_mention,
                day,
                claim.span.start,
                claim.span.end,
                predicate,
                polarity,
                CONFIDENCE[claim.confidence] if claim.confidence else None,
                LIKELIHOOD[claim.likelihood] if claim.likelihood else None,
                int(count.approximate) if count else None,
                digest,
                claim.event_time,
                claim.said_on,
                count.unit if count else None,
                None if grounded(claim, text) else claim.quote,
                claim.subject.speaker,
                claim.object.speaker if claim.object else None,
                accused,
                said_by(claimants),
            )
        )
        for role, references in ((Role.CLAIMANT, claim.claimants), (Role.VIA, claim.via)):
            for position, reference in enumerate(references):
                entity, mention = self.keyed.of(reference)
                self.rows.claimant.append(
                    (
                        key,
                        ROLE[role],
                        position,
                        entity,
                        mention,
                        reference.speaker,
                        day,
                        self.now,
                        None,
                    )
                )
        if accused:
            for accuser in accusers_of(claim):
                self.rows.accusation.append(
                    (accuser, accused, predicate, polarity, day, key, self.now, None)
                )
        self.tallies.add(
            Told(
                subject,
                predicate,
                target,
                polarity,
                claimants,
                day,
            )
        )

    # To the database --------------------------------------------------------------------------

    def write(self) -> None:
        rows, insert = self.rows, self.backend.insert
        insert(self.connection, schema.document, rows.document)
        insert(self.connection, schema.source, rows.source)
        bodies = iter(self.packed.result() if self.packed else ())
        texts = [(*row, self.packed_before.get(row[1]) or next(bodies)) for row in self.texts]
        insert(self.connection, schema.text, texts)
        insert(self.connection, schema.reading, rows.reading)
        insert(self.connection, schema.entity, self.keyed.new_entities)
        insert(self.connection, schema.mention, self.keyed.new_mentions)
        insert(self.connection, schema.statement, rows.statement)
        insert(self.connection, schema.claimant, rows.claimant)
        insert(self.connection, schema.accusation, rows.accusation)
        self.backend.index_texts(self.connection, self.searched)

    def _end_readings(self, documents: Sequence[int]) -> None:
        table = schema.reading
        for part in parts(documents):
            self.connection.execute(
                update(table)
                .where(table.c.document.in_(part), table.c.ended_at.is_(None))
                .values(ended_at=self.now)
            )


def _packed(texts: Sequence[str]) -> list[bytes]:
    return [pack(text) for text in texts]


def _ids(one: Reading) -> dict[bytes, Claim]:
    """The reading's claims by id; of two that differ in position alone the first in the text."""
    document = bytes.fromhex(one.document.sha256)
    claims: dict[bytes, Claim] = {}
    for claim in sorted(one.claims, key=lambda claim: claim.span):
        claims.setdefault(claim_digest(document, claim), claim)
    return claims
