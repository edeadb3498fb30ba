"""Who accuses whom, as pairs of states: the coarsest and most used reading of a document's claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vidocq.evaluate.likeness import key, state_of
from vidocq.evaluate.rows import Annotation
from vidocq.model import Predicate

_ACCUSING = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})


def dyads(claims: Sequence[Annotation]) -> set[tuple[str, str]]:
    """Pairs (accusing state or bloc, accused state) of a document; a group stands for its sponsors."""
    sponsors = _sponsors(claims)
    pairs: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.predicate not in _ACCUSING or claim.denied:
            continue
        state = state_of(claim.object)
        accused = {state} if state else sponsors.get(key(claim.object) or "", set())
        accusers = {state_of(claimant) for claimant in claim.claimants or ()}
        pairs.update((a, b) for a in accusers for b in accused if a and a != b)
    return pairs


def _sponsors(claims: Sequence[Annotation]) -> dict[str, set[str]]:
    """The states that the document names as sponsors, by the key of whom they sponsor."""
    sponsors: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.predicate == Predicate.SPONSORED_BY:
            sponsored, state = key(claim.subject), state_of(claim.object)
            if sponsored and state:
                sponsors[sponsored].add(state)
    return sponsors
