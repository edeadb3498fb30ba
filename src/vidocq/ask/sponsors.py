"""For which states the actors of some claims are said to act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from vidocq.ledger.records import StoredClaim
from vidocq.model import Polarity, Predicate
from vidocq.resolve.conflicts import Meanings
from vidocq.resolve.groups import Actors
from vidocq.resolve.parties import state_of


def meanings_with(actors: Actors, claims: Iterable[StoredClaim]) -> Meanings:
    """What the rules ask, with the sponsors that these claims tell. Where somebody is based says not for
    whom he acts."""
    sponsors: dict[str, set[str]] = defaultdict(set)
    for one in claims:
        claim = one.claim
        if (
            claim.predicate is Predicate.SPONSORED_BY
            and claim.object
            and claim.polarity is Polarity.AFFIRMED
        ):
            state = state_of(claim.object.id)
            if state:
                sponsors[claim.subject.id].add(state)
                sponsors[actors.canonical(claim.subject.id)].add(state)
    return Meanings(actors, {id: frozenset(states) for id, states in sponsors.items()})
