"""The ledger: one object with which to record, ask back, judge and decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Self

from sqlalchemy import Select, func, select

from vidocq.ledger import checking, deciding, dumping, grouping, judging, schema, searching
from vidocq.ledger.address import default_address, shown
from vidocq.ledger.backend import choose, reading, writing
from vidocq.ledger.codes import DecisionKind, JudgementKind
from vidocq.ledger.conditions import (
    SHA256_BYTES,
    between,
    in_force,
    statement_keys,
    told_between,
    with_ids,
)
from vidocq.ledger.derived import rebuild
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.fetching import Texts, load, load_documents, stream
from vidocq.ledger.filter import ClaimFilter
from vidocq.ledger.identity import DIGEST_BYTES
from vidocq.ledger.keyed import Names
from vidocq.ledger.migration import bring_up_to_date
from vidocq.ledger.moment import Moment
from vidocq.ledger.records import (
    Decision,
    GroupMember,
    Judgement,
    RecordSummary,
    SearchHit,
    StoredClaim,
    StoredDocument,
)
from vidocq.ledger.snapshot import Snapshot
from vidocq.ledger.writing import record
from vidocq.model import Claim, Reading

if TYPE_CHECKING:
    from sqlalchemy import Connection

Order = Literal["recorded", "newest"]

_DOCUMENTS = select(schema.document.c.sha256)
_CLAIMS = select(schema.statement.c.id).join(
    schema.document, schema.document.c.key == schema.statement.c.document
)


class Ledger:
    """A lasting record of what was read: opened with `vidocq.ledger.open_ledger`.

    A method that reads sees one state of the ledger, whatever others write meanwhile. Every method may
    raise `LedgerError`. A ledger may be used from several threads; processes each open their own.
    """

    def __init__(self, address: str | None = None, *, read_only: bool = False) -> None:
        self.address = address or default_address()
        self.backend = choose(self.address, read_only=read_only)
        self._names = Names()
        self._recorded = 0
        try:
            bring_up_to_date(self.backend)
        except BaseException:
            self.backend.engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database; a ledger that grew much first learns how its values are spread."""
        try:
            if self._recorded >= 1000 and not self.backend.read_only:
                self.analyse()
        finally:
            self.backend.engine.dispose()

    # Recording --------------------------------------------------------------------------------

    def record(
        self,
        readings: Iterable[Reading],
        *,
        extractor: str,
        packed: Mapping[bytes, bytes] | None = None,
    ) -> RecordSummary:
        """Record what was read, a batch of documents to a transaction.

        The same document (by the SHA-256 of its bytes) read by the same ``extractor`` twice changes
        nothing but the list of places it was read from. Read by another extractor, its new claims
        replace those it had: the old ones stay on the record, their time ended. ``extractor`` names
        the program, its version and the options that change what it finds. What a person retracted
        or corrected stays so. If the process dies, whole batches are there or not, and recording
        again gives what one clean run gives. ``packed`` are texts that others have packed already
        (`vidocq.ledger.packing`).
        """
        summary = record(
            self.backend,
            self._names,
            readings,
            extractor=extractor,
            packed=packed or {},
        )
        self._recorded += summary.new + summary.reread
        return summary

    def known(self, sha256: Sequence[str], *, extractor: str) -> set[str]:
        """Which of these documents this extractor has read already, so that nobody reads them again."""
        with reading(self.backend) as connection:
            found: set[str] = set()
            for start in range(0, len(sha256), 500):
                part = [bytes.fromhex(one) for one in sha256[start : start + 500]]
                found |= {
                    bytes(one).hex()
                    for one in connection.execute(
                        select(schema.document.c.sha256)
                        .join(schema.reading, schema.reading.c.document == schema.document.c.key)
                        .where(
                            schema.document.c.sha256.in_(part),
                            schema.reading.c.extractor == extractor,
                        )
                    ).scalars()
                }
            return found

    # A person's word --------------------------------------------------------------------------

    def retract(self, claim: str, *, by: str, reason: str) -> Judgement:
        """Take a claim out of the record from now on; no later reading brings it back."""
        return self._judge(JudgementKind.RETRACT, claim, by, reason)

    def correct(self, claim: str, replacement: Claim, *, by: str, reason: str) -> Judgement:
        """Replace a claim by another with a quote of the same document.

        Raises:
            LedgerError: (``ungrounded``) the quote does not stand in the document at its position.
        """
        return self._judge(JudgementKind.CORRECT, claim, by, reason, replacement)

    def restore(self, claim: str, *, by: str, reason: str) -> Judgement:
        """Undo the last retraction or correction of a claim."""
        return self._judge(JudgementKind.RESTORE, claim, by, reason)

    def _judge(
        self,
        kind: JudgementKind,
        claim: str,
        by: str,
        reason: str,
        replacement: Claim | None = None,
    ) -> Judgement:
        with reading(self.backend) as connection:
            digest = self._digest(connection, claim)
        return judging.judge(
            self.backend,
            self._names,
            kind,
            digest,
            by=by,
            reason=reason,
            replacement=replacement,
        )

    def judgements(self, *, as_of: Moment = None) -> list[Judgement]:
        """All retractions, corrections and restorations, oldest first."""
        with reading(self.backend) as connection:
            return judging.judgements(connection, as_of=as_of)

    def adopt_judgements(
        self, judgements: Sequence[Judgement], claims: Mapping[str, Claim]
    ) -> tuple[int, int]:
        """Put the judgements of another ledger on the record; how many, and on how many claims not.

        Given are all that were made of each claim, in their order, and by their ids the claims that take the
        places of others. Claims on which persons here have a word of their own stay as they are.
        """
        return judging.adopt(self.backend, self._names, judgements, claims)

    def decide(
        self,
        kind: Literal["same", "distinct"],
        a: str,
        b: str,
        *,
        by: str,
        reason: str | None = None,
    ) -> Decision:
        """Record that two names (entity ids) mean the same, or do not."""
        return deciding.decide(self.backend, DecisionKind(kind), a, b, by=by, reason=reason)

    def undo(self, decision: str, *, by: str, reason: str | None = None) -> Decision:
        """Undo a decision by a later one; what held before it holds again."""
        return deciding.undo(self.backend, bytes.fromhex(decision), by=by, reason=reason)

    def adopt(self, decisions: Sequence[Decision]) -> tuple[int, int]:
        """Put the decisions of another ledger on the record; how many, and on how many pairs not.

        Given are all that were made on each pair, in their order. Pairs on which persons here have a word
        of their own stay as they are.
        """
        return deciding.adopt(self.backend, decisions)

    def decisions(self, *, as_of: Moment = None, history: bool = False) -> list[Decision]:
        """The decisions in force, the last one on each pair; with ``history`` all that were made."""
        with reading(self.backend) as connection:
            return deciding.decisions(connection, as_of=as_of, history=history)

    # Reading back -----------------------------------------------------------------------------

    def claims(
        self,
        asked: ClaimFilter | None = None,
        *,
        order: Order = "recorded",
        limit: int | None = None,
    ) -> Iterator[StoredClaim]:
        """The claims that a filter lets through, one after the other in bounded memory.

        ``recorded`` gives them in the order they were recorded, ``newest`` the latest told first.

        Raises:
            ValueError: a date in the filter is none.
        """
        asked = asked or ClaimFilter()
        with reading(self.backend) as connection:
            keys = statement_keys(connection, asked)
            table = schema.statement
            if order == "newest":
                keys = keys.order_by(table.c.told_day.desc(), table.c.key.desc())
            else:
                keys = keys.order_by(table.c.key)
            yield from stream(connection, self.backend, keys.limit(limit))

    def claim(self, id: str) -> StoredClaim:
        """One claim by its id or the beginning of it, also when it is no longer in force.

        Raises:
            LedgerError: (``unknown-id``, ``ambiguous-id``) none or several begin so.
        """
        with reading(self.backend) as connection:
            digest = self._digest(connection, id)
            key = connection.execute(
                select(func.max(schema.statement.c.key)).where(*with_ids(connection, [digest]))
            ).scalar_one()
            return load(connection, Texts(connection, self.backend), [key])[0]

    def history(self, id: str) -> list[StoredClaim]:
        """Every time for which a claim was in force, oldest first."""
        with reading(self.backend) as connection:
            wanted = with_ids(connection, [self._digest(connection, id)])
            keys = connection.execute(
                select(schema.statement.c.key).where(*wanted).order_by(schema.statement.c.key)
            ).scalars()
            return load(connection, Texts(connection, self.backend), list(keys))

    def documents(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        as_of: Moment = None,
    ) -> Iterator[StoredDocument]:
        """The documents in the order they were first recorded, without their texts, in bounded memory.

        ``since`` and ``until`` bound the day of publication, inclusive.
        """
        with reading(self.backend) as connection:
            table = schema.reading
            keys = (
                select(table.c.document)
                .where(in_force(table, as_of), *told_between(table.c.published_day, since, until))
                .order_by(table.c.document)
            )
            rows = connection.execution_options(stream_results=True, yield_per=400).execute(keys)
            for part in rows.scalars().partitions(400):
                yield from load_documents(connection, part, as_of=as_of)

    def document(self, id: str, *, as_of: Moment = None) -> StoredDocument:
        """One document with its text, by its SHA-256 or the beginning of it.

        Raises:
            LedgerError: (``unknown-id``, ``ambiguous-id``) none or several begin so.
        """
        from msgspec.structs import replace

        with reading(self.backend) as connection:
            digest = self._one(connection, _DOCUMENTS, id, SHA256_BYTES, "document")
            key = connection.execute(
                select(schema.document.c.key).where(schema.document.c.sha256 == digest)
            ).scalar_one()
            found = load_documents(connection, [key], as_of=as_of)
            if not found:
                raise self._unknown("document", id)
            text = connection.execute(
                select(schema.reading.c.text).where(
                    schema.reading.c.document == key, in_force(schema.reading, as_of)
                )
            ).scalar_one()
            body = Texts(connection, self.backend).want([text])[text]
            return replace(found[0], text=body)

    def search(self, words: str, *, limit: int = 20, as_of: Moment = None) -> list[SearchHit]:
        """Documents that hold all the words, best first, each with its claims that quote one of them.

        ``"a phrase"`` stands in order, ``begin*`` is the beginning of a word; case and accents do not
        count.
        """
        with reading(self.backend) as connection:
            return searching.search(connection, self.backend, words, limit=limit, as_of=as_of)

    def dump(self, *, moments: bool = False) -> Iterator[str]:
        """The whole record as lines of JSON in canonical order.

        Without ``moments`` (of recording) two ledgers that recorded the same give the same lines.
        """
        with reading(self.backend) as connection:
            yield from dumping.dump(connection, self.backend, moments=moments)

    # Care -------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is broken in the stored data, a line each; empty if nothing. Takes its time."""
        with reading(self.backend) as connection:
            return checking.check(connection, self.backend)

    def analyse(self) -> None:
        """Let the database learn how its values are spread; done by itself after much was recorded."""
        with writing(self.backend) as connection:
            self.backend.analyse(connection)

    def rebuild(self) -> None:
        """Work out anew what is derived from the statements."""
        with writing(self.backend) as connection:
            rebuild(connection)

    def size(self) -> int:
        """Bytes the ledger takes, indexes included."""
        with reading(self.backend) as connection:
            return self.backend.size(connection)

    @contextmanager
    def snapshot(self, *, whole: bool = False) -> Iterator[Snapshot]:
        """One state of the ledger for several questions of `vidocq.ledger.query`.

        ``whole`` is for who reads large parts of it: pages are not kept in memory, sorting goes to disk.
        """
        with reading(self.backend, whole=whole) as connection:
            yield Snapshot(connection, self.backend, Texts(connection, self.backend))

    def write_groups(self, kind: str, members: Iterable[GroupMember]) -> int:
        """Replace all groups of a kind (``incident``, ``copy``) by these; the number of members.

        Groups are worked out by the resolving step and can be worked out again: they are no part of
        the record, have no time and are not dumped. Members of unknown documents or entities are left
        out.
        """
        with writing(self.backend) as connection:
            return grouping.write(connection, self.backend, kind, members)

    # Ids --------------------------------------------------------------------------------------

    def _digest(self, connection: Connection, id: str) -> bytes:
        return self._one(connection, _CLAIMS, id, DIGEST_BYTES, "claim")

    def _one(
        self, connection: Connection, known: Select[Any], id: str, length: int, what: str
    ) -> bytes:
        """The one digest that begins with these hexadecimal digits."""
        digits = id.lower()
        if not digits or set(digits) - set("0123456789abcdef") or len(digits) > 2 * length:
            raise self._unknown(what, id)
        sha256 = schema.document.c.sha256
        [column] = known.selected_columns
        chosen = known.where(
            # A claim's id begins as its document's does; no longer beginning is asked of that one.
            sha256.between(*between(digits[:DIGEST_BYTES] if column is not sha256 else digits)),
            column.between(*between(digits, length)),
        )
        found = list(connection.execute(chosen.distinct().limit(2)).scalars())
        if not found:
            raise self._unknown(what, id)
        if len(found) > 1:
            raise LedgerError(
                LedgerFault.AMBIGUOUS_ID,
                shown(self.address),
                f"several {what}s begin with {id}; give more digits",
            )
        return bytes(found[0])

    def _unknown(self, what: str, id: str) -> LedgerError:
        return LedgerError(
            LedgerFault.UNKNOWN_ID, shown(self.address), f"no {what} has the id {id}"
        )
