"""One state of the ledger, held open for the questions that make up one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vidocq.ledger.backend import Backend
from vidocq.ledger.fetching import Texts, load
from vidocq.ledger.records import StoredClaim

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True)
class Snapshot:
    """A reading transaction; what others record meanwhile is not seen."""

    connection: Connection
    backend: Backend
    texts: Texts

    def load(self, keys: Sequence[int]) -> list[StoredClaim]:
        """The statements with these keys, in their order."""
        return load(self.connection, self.texts, keys)
