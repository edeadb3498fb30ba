"""From an item's contents to the record, and from what is new there to the alerts that go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import msgspec

from vidocq.corpus.work import Work, read_document
from vidocq.ledger import Ledger, LedgerError, query
from vidocq.model import Document, Unreadable
from vidocq.share.errors import MissingPackage, ShareError
from vidocq.share.importing import import_bytes
from vidocq.share.recording import IMPORT
from vidocq.watch.alerts import Alert
from vidocq.watch.items import Pending
from vidocq.watch.settings import Rule
from vidocq.watch.state import State
from vidocq.watch.telling import alerts_of

DOCUMENT, STIX, MISP = "document", "stix", "misp"
MOST_BEGUN = 10
"""How often the recording of an item is begun, before it is held to end the program each time."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is to be read, and how."""

    document: Document
    language: str | None
    extractor: str


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an item: the claims that were new to the record, and its alerts."""

    claims: int
    alerts: tuple[Alert, ...]


class Unsettled(Exception):  # noqa: N818 - a message, not a fault of ours
    """An item that was given up, with the reason."""


def last_recorded(ledger: Ledger) -> int:
    """The number to keep with an item before it is recorded."""
    with ledger.snapshot() as at:
        return query.last_statement(at)


def settle(
    pending: Pending, ledger: Ledger, state: State, rules: Sequence[Rule], source: str
) -> Settled:
    """Record an item whose contents are in the state, and put its alerts into the outbox. What was done of
    this already is not done twice.

    Raises:
        Unsettled: it cannot be read or recorded, and was given up.
        LedgerError: the ledger cannot be written now; the item waits.
        MissingPackage: what reads its format is not installed; the item waits.
    """
    if pending.begun >= MOST_BEGUN:
        _give_up(pending, state, "ended the program each time it was read; it is set aside")
    state.begun(pending, pending.begun + 1)
    try:
        extractor, documents = _record(pending, ledger)
    except (LedgerError, MissingPackage):
        # The item is not to blame, and waits until the ledger can be written or the package is there.
        state.begun(pending, pending.begun)
        raise
    except (ShareError, _Refusal) as refusal:
        _give_up(pending, state, str(refusal))
    with ledger.snapshot() as at:
        new = [
            one
            for one in query.recorded_after(at, pending.last_statement)
            if one.extractor.startswith(extractor)
            and (documents is None or one.document in documents)
        ]
    alerts = alerts_of(new, ledger, rules, source, since=pending.last_statement)
    outgoing = []
    for one in alerts:
        told = msgspec.json.encode(one.as_json())
        rule = next(rule for rule in rules if rule.name == one.rule)
        outgoing += [(one.id, one.rule, to, told) for to in destinations(rule)]
    state.settle(pending, outgoing)
    return Settled(claims=len(new), alerts=alerts)


def destinations(rule: Rule) -> list[str]:
    """Where the alerts of a rule go."""
    found = ["output"]
    if rule.webhook or rule.webhook_env:
        found.append("webhook")
    if rule.append:
        found.append("append")
    return found


class _Refusal(Exception):  # noqa: N818
    """A document that the reader cannot read."""


def _give_up(pending: Pending, state: State, why: str) -> NoReturn:
    state.give_up(pending.source, pending.item)
    raise Unsettled(why)


def _record(pending: Pending, ledger: Ledger) -> tuple[str, set[str] | None]:
    """Put the item on the record; the extractor by which its claims are known there, and its documents."""
    if pending.form == DOCUMENT:
        contents = msgspec.json.decode(pending.payload, type=Contents)
        result = read_document(contents.document, Work(language=contents.language))
        if result is None or isinstance(result, Unreadable):
            raise _Refusal(result.message if result else "was passed over")
        ledger.record([result], extractor=contents.extractor)
        return contents.extractor, {contents.document.sha256}
    import_bytes(ledger, pending.payload, pending.source.partition(" ")[2])
    return IMPORT, None
