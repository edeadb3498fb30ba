"""A person's word on claims: retracted, corrected, restored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from sqlalchemy import Row, func, insert, select

from vidocq.ledger import schema
from vidocq.ledger.address import shown
from vidocq.ledger.backend import Backend, writing
from vidocq.ledger.batch import Batch
from vidocq.ledger.codes import JUDGEMENT, JUDGEMENT_OF, JudgementKind
from vidocq.ledger.conditions import with_ids
from vidocq.ledger.derived import Tallies
from vidocq.ledger.ending import end_statements, next_moment, told_of
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.fetching import Texts, load
from vidocq.ledger.identity import claim_digest, grounded, judgement_digest
from vidocq.ledger.judged import retracted
from vidocq.ledger.keyed import Names
from vidocq.ledger.moment import Moment, datetime_of, milliseconds
from vidocq.ledger.records import Judgement
from vidocq.model import Claim

if TYPE_CHECKING:
    from sqlalchemy import Connection


def judge(
    backend: Backend,
    names: Names,
    kind: JudgementKind,
    claim: bytes,
    *,
    by: str,
    reason: str,
    replacement: Claim | None = None,
) -> Judgement:
    """Record one judgement of a claim; the same one twice in a row changes nothing.

    Raises:
        LedgerError: the claim is unknown, the replacement's quote does not stand in the document, or
            there is nothing to restore.
    """
    with writing(backend) as connection:
        return _judge(
            connection, backend, names, kind, claim, by=by, reason=reason, replacement=replacement
        )


def adopt(
    backend: Backend, names: Names, told: Sequence[Judgement], claims: Mapping[str, Claim]
) -> tuple[int, int]:
    """Put the judgements that another ledger tells on this one's record; how many, and on how many claims not.

    Given are all that were made of each claim, in their order, and by their ids the claims that take the places
    of others. What is known already is not said again. A claim that is not on this record, on which persons here
    have their own word, which the other ledger does not know, or whose correction quotes what the document does
    not say here, stays as it is. The moments are this ledger's own.
    """
    there: dict[str, set[str]] = {}
    for one in told:
        there.setdefault(one.claim, set()).add(one.id)
    added = 0
    with writing(backend) as connection:
        known: dict[str, set[str]] = {}
        for one in judgements(connection, as_of=None):
            known.setdefault(one.claim, set()).add(one.id)
        left = {claim for claim, ids in known.items() if not ids <= there.get(claim, ids)}
        for one in told:
            if one.claim in left or one.id in known.get(one.claim, ()):
                continue
            claim = bytes.fromhex(one.claim)
            row = _last(connection, claim)
            replacement = None if one.replacement is None else claims[one.replacement]
            if row is None or not (
                replacement is None or grounded(replacement, _body(connection, backend, row))
            ):
                left.add(one.claim)
                continue
            _judge(
                *(connection, backend, names, one.kind, claim),
                by=one.by,
                reason=one.reason,
                replacement=replacement,
            )
            added += 1
    return added, len(left)


def _judge(
    connection: Connection,
    backend: Backend,
    names: Names,
    kind: JudgementKind,
    claim: bytes,
    *,
    by: str,
    reason: str,
    replacement: Claim | None,
) -> Judgement:
    row = _statement(connection, backend, claim)
    wanted = None
    if replacement is not None:
        wanted = claim_digest(bytes(row.sha256), replacement)
    last = connection.execute(
        select(schema.judgement)
        .where(schema.judgement.c.claim == claim)
        .order_by(schema.judgement.c.key.desc())
        .limit(1)
    ).one_or_none()
    if kind is JudgementKind.RESTORE and (last is None or last.kind == JUDGEMENT[kind]):
        raise _error(backend, LedgerFault.UNKNOWN_ID, f"claim {claim.hex()} is not retracted")
    if last is not None and last.kind == JUDGEMENT[kind] and last.replacement == wanted:
        return _judgement(last)
    now = next_moment(connection)
    key = 1 + (connection.execute(select(func.max(schema.judgement.c.key))).scalar() or 0)
    turn = connection.execute(
        select(func.count()).where(schema.judgement.c.claim == claim, schema.judgement.c.by == by)
    ).scalar_one()
    values = {
        "key": key,
        "id": judgement_digest(kind, claim, by, turn),
        "kind": JUDGEMENT[kind],
        "claim": claim,
        "replacement": wanted,
        "by": by,
        "reason": reason,
        "recorded_at": now,
    }
    connection.execute(insert(schema.judgement), [values])
    tallies = Tallies()
    if kind is JudgementKind.RESTORE:
        again = load(connection, Texts(connection, backend), [row.key])[0].claim
        _state(connection, backend, names, again, row, claim, row.correction)
        if last is not None and last.replacement is not None:
            _end_claim(connection, bytes(last.replacement), now, tallies, correction=last.key)
    else:
        _end_claim(connection, claim, now, tallies)
    if replacement is not None and wanted is not None:
        _state(connection, backend, names, replacement, row, wanted, key)
    tallies.write(connection, backend)
    return _judgement(
        connection.execute(select(schema.judgement).where(schema.judgement.c.key == key)).one()
    )


def _statement(connection: Connection, backend: Backend, claim: bytes) -> Row[tuple[object, ...]]:
    row = _last(connection, claim)
    if row is None:
        raise _error(backend, LedgerFault.UNKNOWN_ID, f"no claim has the id {claim.hex()}")
    return row


def _last(connection: Connection, claim: bytes) -> Row[tuple[object, ...]] | None:
    """The last statement of a claim, in force or not."""
    return connection.execute(
        select(schema.statement, schema.document.c.sha256)
        .join(schema.document, schema.document.c.key == schema.statement.c.document)
        .where(*with_ids(connection, [claim]))
        .order_by(schema.statement.c.key.desc())
        .limit(1)
    ).one_or_none()


def _body(connection: Connection, backend: Backend, row: Row[tuple[object, ...]]) -> str:
    """The text in which a statement was read."""
    text = connection.execute(
        select(schema.reading.c.text).where(schema.reading.c.key == row.reading)
    ).scalar_one()
    return Texts(connection, backend).want([text])[text]


def _end_claim(
    connection: Connection,
    claim: bytes,
    when: int,
    tallies: Tallies,
    *,
    correction: int | None = None,
) -> None:
    """End a claim in force; with ``correction`` only where it stands by that judgement alone."""
    table = schema.statement
    chosen = select(table).where(*with_ids(connection, [claim]), table.c.ended_at.is_(None))
    if correction is not None:
        chosen = chosen.where(table.c.correction == correction)
    rows = connection.execute(chosen).all()
    end_statements(connection, told_of(connection, rows), when, tallies)


def _state(
    connection: Connection,
    backend: Backend,
    names: Names,
    claim: Claim,
    beside: Row[tuple[object, ...]],
    digest: bytes,
    correction: int | None,
) -> None:
    """Put a claim in force again or anew, in the reading of the statement ``beside``."""
    there = connection.execute(
        select(schema.statement.c.key).where(
            *with_ids(connection, [digest]), schema.statement.c.ended_at.is_(None)
        )
    ).first()
    if there is not None or retracted(connection, [digest]):
        return
    reading = connection.execute(
        select(schema.reading).where(schema.reading.c.key == beside.reading)
    ).one()
    body = Texts(connection, backend).want([reading.text])[reading.text]
    if correction is not None and not grounded(claim, body):
        raise _error(
            backend,
            LedgerFault.UNGROUNDED,
            f"the quote does not stand in the document at {claim.span.start}-{claim.span.end}; "
            "give its exact words and position",
        )
    with ThreadPoolExecutor(1) as packer:
        work = Batch(connection, backend, names, packer, reading.extractor, {})
        work.keyed.look_up([claim])
        work.add_statement(
            digest,
            claim,
            document=beside.document,
            reading=beside.reading,
            published=reading.published,
            text=body,
            correction=correction,
        )
        work.write()
        work.tallies.write(connection, backend)


def judgements(connection: Connection, *, as_of: Moment) -> list[Judgement]:
    """All judgements of claims, in the order they were made."""
    chosen = select(schema.judgement).order_by(schema.judgement.c.key)
    if as_of is not None:
        chosen = chosen.where(schema.judgement.c.recorded_at <= milliseconds(as_of))
    return [_judgement(row) for row in connection.execute(chosen)]


def _judgement(row: Row[tuple[object, ...]]) -> Judgement:
    return Judgement(
        id=bytes(row.id).hex(),
        kind=JUDGEMENT_OF[row.kind],
        claim=bytes(row.claim).hex(),
        by=row.by,
        reason=row.reason,
        recorded_at=datetime_of(row.recorded_at),
        replacement=None if row.replacement is None else bytes(row.replacement).hex(),
    )


def _error(backend: Backend, kind: LedgerFault, message: str) -> LedgerError:
    return LedgerError(kind, shown(backend.address), message)
