"""The record in the forms that others read, and theirs as claims: tables, graphs, STIX, MISP, TAXII, Navigator.

    from vidocq.ledger import open_ledger
    from vidocq.share import Selection
    from vidocq.share.stix import write_bundle

    with open_ledger() as ledger, open("apt31.json", "wb") as file:
        write_bundle(ledger, file, Selection(actor="APT31"))

Every export takes a ledger and a `Selection`, and writes one thing after the other: memory does not grow
with the record. What needs a package of the extra ``vidocq[share]`` imports it when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vidocq.share.errors import MissingPackage, ShareError, Unfit

if TYPE_CHECKING:
    from vidocq.share.selection import Selection

__all__ = ["MissingPackage", "Selection", "ShareError", "Unfit"]


def __getattr__(name: str) -> Any:
    if name == "Selection":  # the database is imported only by who asks the record
        from vidocq.share.selection import Selection

        return Selection
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
