"""One state of the ledger, held open for the questions that make up one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
    _claims: dict[int, StoredClaim] = field(default_factory=dict, repr=False)
    """Statements that were put together: the parts of one answer speak of the same ones again and again."""

    def load(self, keys: Sequence[int]) -> list[StoredClaim]:
        """The statements with these keys, in their order."""
        if len(self._claims) > _CLAIMS_KEPT:
            self._claims.clear()
        missing = [key for key in dict.fromkeys(keys) if key not in self._claims]
        found = load(self.connection, self.texts, missing)
        self._claims.update(zip(missing, found, strict=True))
        return [self._claims[key] for key in keys]


_CLAIMS_KEPT = 4_000
