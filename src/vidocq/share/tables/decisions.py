"""The rows of the table ``decisions``: what persons decided of names."""

from __future__ import annotations

from collections.abc import Iterator

from vidocq.ledger import query
from vidocq.share.decided import decided
from vidocq.share.selection import Chosen
from vidocq.share.tables.schema import Row


def decision_rows(chosen: Chosen) -> Iterator[Row]:
    """A row for each decision; of a part of the record, for those on a name that the part speaks of."""
    every = decided(chosen)
    names = {name for made, _ in every for name in (made.a, made.b)}
    if chosen.part and names:
        at, asked = chosen.setting.at, chosen.claims
        names &= {one.id for one in query.appearances(at, asked)}
    for made, undone in every:
        if made.a in names or made.b in names:
            yield {
                "decision": made.id,
                "says": str(made.kind),
                "one": made.a,
                "one_name": chosen.own_name(made.a),
                "other": made.b,
                "other_name": chosen.own_name(made.b),
                "decided_by": made.by,
                "reason": made.reason,
                "decided_at": made.recorded_at.isoformat(),
                "undone_by": undone.by if undone else None,
                "undone_reason": undone.reason if undone else None,
                "undone_at": undone.recorded_at.isoformat() if undone else None,
            }
