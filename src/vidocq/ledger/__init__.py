"""The lasting record: append-only statements with provenance, in one file or in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vidocq.ledger.codes import DecisionKind, JudgementKind, Role
from vidocq.ledger.error import LedgerError, LedgerFault
from vidocq.ledger.filter import ClaimFilter
from vidocq.ledger.moment import Moment
from vidocq.ledger.records import (
    Decision,
    Judgement,
    RecordSummary,
    SearchHit,
    StoredClaim,
    StoredDocument,
)

if TYPE_CHECKING:
    from vidocq.ledger.store import Ledger

__all__ = [
    "ClaimFilter",
    "Decision",
    "DecisionKind",
    "Judgement",
    "JudgementKind",
    "Ledger",
    "LedgerError",
    "LedgerFault",
    "Moment",
    "RecordSummary",
    "Role",
    "SearchHit",
    "StoredClaim",
    "StoredDocument",
    "open_ledger",
]


def open_ledger(address: str | None = None, *, read_only: bool = False) -> Ledger:
    """Open a ledger, making it where there is none.

    ``address`` is a SQLite file or ``postgresql://…``; by default ``$VIDOCQ_LEDGER``, else one file in
    the user's data folder. Use it in a ``with``.

    Raises:
        LedgerError: it cannot be opened; the message says why and what to do.
    """
    # SQLAlchemy takes a fifth of a second to import: only who opens a ledger pays for it.
    from vidocq.ledger.store import Ledger

    return Ledger(address, read_only=read_only)


def __getattr__(name: str) -> Any:
    if name == "Ledger":
        from vidocq.ledger.store import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
