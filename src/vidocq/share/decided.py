"""What persons decided of names, as an export tells it."""

from __future__ import annotations

from vidocq.ledger import Decision, DecisionKind
from vidocq.ledger.deciding import decisions
from vidocq.share.selection import Chosen


def decided(chosen: Chosen) -> list[tuple[Decision, Decision | None]]:
    """Every decision until the moment of the selection, in their order, each with its undoing if it was undone.

    They are on names and not on claims: which of them belong to a part of the record is for the caller to say,
    by the names that the part speaks of.
    """
    history = decisions(chosen.setting.at.connection, as_of=chosen.claims.as_of, history=True)
    undone = {one.undoes: one for one in history if one.undoes}
    return [(made, undone.get(made.id)) for made in history if made.kind is not DecisionKind.UNDO]
