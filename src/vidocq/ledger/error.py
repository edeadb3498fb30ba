"""What can go wrong with a ledger, and what to do about it."""

from __future__ import annotations

from enum import StrEnum


class LedgerFault(StrEnum):
    """Why a ledger could not be opened, read or written."""

    NOT_FOUND = "not-found"
    NOT_A_LEDGER = "not-a-ledger"
    NEWER_SCHEMA = "newer-schema"
    OLDER_SCHEMA = "older-schema"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    FULL = "full"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    MISSING_DRIVER = "missing-driver"
    UNKNOWN_ID = "unknown-id"
    AMBIGUOUS_ID = "ambiguous-id"
    UNGROUNDED = "ungrounded"
    REFUSED = "refused"


class LedgerError(Exception):
    """A ledger that could not do what was asked; what was recorded before is as it was.

    ``kind`` is the closed vocabulary above, ``address`` names the ledger (a password in it is
    hidden), and the message says what to do.
    """

    def __init__(self, kind: LedgerFault, address: str, message: str) -> None:
        super().__init__(f"{address}: {message}" if address else message)
        self.kind = kind
        self.address = address
        self._told = message

    def __reduce__(self) -> tuple[type[LedgerError], tuple[LedgerFault, str, str]]:
        """A process that works for another can hand the fault on to it."""
        return type(self), (self.kind, self.address, self._told)
