"""From what went wrong to an answer: its status, a closed kind, and what to do."""

from __future__ import annotations

import msgspec

from vidocq.ask import AskError, EmptyRecord, UnknownName
from vidocq.ledger import LedgerError, LedgerFault
from vidocq.web.asked import BadQuestion


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer. ``near`` are names written much like the one asked for."""

    kind: str
    message: str
    near: tuple[str, ...] = ()


class FaultBody(msgspec.Struct, frozen=True):
    """A fault as JSON."""

    error: Fault


class Refusal(Exception):  # noqa: N818 - the request is refused
    """A request that is refused, with its answer."""

    def __init__(self, status: int, kind: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.fault = Fault(kind=kind, message=message)


_LEDGER_STATUS = {
    LedgerFault.UNKNOWN_ID: 404,
    LedgerFault.AMBIGUOUS_ID: 404,
    LedgerFault.NOT_FOUND: 503,
    LedgerFault.BUSY: 503,
    LedgerFault.UNREACHABLE: 503,
    LedgerFault.READ_ONLY: 403,
    LedgerFault.UNGROUNDED: 400,
    LedgerFault.REFUSED: 400,
}


def fault_of(error: Exception) -> tuple[int, Fault] | None:
    """Status and fault of an error that the asker can do something about; None where it is ours."""
    if isinstance(error, Refusal):
        return error.status, error.fault
    if isinstance(error, BadQuestion):
        return 400, Fault(kind="bad-question", message=str(error))
    if isinstance(error, EmptyRecord):
        return 404, Fault(kind="empty-record", message=str(error))
    if isinstance(error, UnknownName):
        return 404, Fault(kind="unknown-name", message=str(error), near=error.near)
    if isinstance(error, AskError):
        return 400, Fault(kind="refused", message=str(error))
    if isinstance(error, LedgerError) and error.kind in _LEDGER_STATUS:
        # Its address is the server's own affair.
        message = str(error).removeprefix(f"{error.address}: ")
        return _LEDGER_STATUS[error.kind], Fault(kind=str(error.kind), message=message)
    if isinstance(error, TimeoutError):
        return 503, Fault(
            kind="timeout", message="this took too long and was given up; ask for less"
        )
    return None
