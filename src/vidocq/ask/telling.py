"""``told``: some claims by their ids, each in its parts with the usual names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from vidocq.ask.dossier import Told, told_of
from vidocq.ask.setting import asking
from vidocq.ledger import Ledger
from vidocq.ledger.conditions import with_ids
from vidocq.ledger.schema import statement


def told(ledger: Ledger, ids: Iterable[str]) -> dict[str, Told]:
    """The claims with these full ids, whether they still hold or not; ids that are unknown are left out.

    Raises:
        EmptyRecord: nothing was read yet.
    """
    digests = [bytes.fromhex(one) for one in dict.fromkeys(ids)]
    with asking(ledger) as setting:
        keys = [
            key
            for start in range(0, len(digests), 500)
            for key in setting.at.connection.execute(
                select(func.max(statement.c.key))
                .where(*with_ids(setting.at.connection, digests[start : start + 500]))
                .group_by(statement.c.id)
            ).scalars()
        ]
        return {one.id: told_of(setting, one) for one in setting.at.load(keys)}
