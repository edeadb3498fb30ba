"""To whom a text ties its indicators: the actors, malware and incidents of the claims beside them."""

from __future__ import annotations

from collections.abc import Sequence

from vidocq.ledger.records import StoredClaim
from vidocq.model import EntityType, Polarity, Predicate, Reference
from vidocq.share.indicators import Indicator

TIED = frozenset({EntityType.GROUP, EntityType.INCIDENT, EntityType.MALWARE})
"""What an indicator can indicate; a state is never tied to an address by standing near it."""

_DEEDS = frozenset(
    {
        Predicate.ATTRIBUTED_TO,
        Predicate.SPONSORED_BY,
        Predicate.TARGETS,
        Predicate.EXPLOITS,
        Predicate.USES,
        Predicate.AFFECTS,
    }
)

NEAR = 400
"""Characters between an indicator and a quote, within one paragraph, that still tie them."""


def tied_to(one: Indicator, text: str, claims: Sequence[StoredClaim]) -> tuple[Reference, ...]:
    """The entities that the text ties an indicator to.

    Those of the claims that quote it; else of the nearest claim before it in its paragraph; else, where the
    text speaks of one group (or malware, or incident) only, that one; else none.
    """
    told = [
        stored.claim
        for stored in claims
        if stored.claim.predicate in _DEEDS and stored.claim.polarity is Polarity.AFFIRMED
    ]
    quoting = [claim for claim in told if claim.span.covers(one.span)]
    if not quoting:
        before = [
            claim
            for claim in told
            if claim.span.end <= one.span.start
            and one.span.start - claim.span.end <= NEAR
            and "\n\n" not in text[claim.span.end : one.span.start]
        ]
        nearest = max((claim.span.end for claim in before), default=0)
        quoting = [claim for claim in before if claim.span.end == nearest]
    found = {
        end.id: end
        for claim in quoting
        for end in (claim.subject, claim.object)
        if end is not None and end.type in TIED
    }
    if found:
        return tuple(found.values())
    for kind in (EntityType.GROUP, EntityType.MALWARE, EntityType.INCIDENT):
        every = {
            end.id: end
            for claim in told
            for end in (claim.subject, claim.object)
            if end is not None and end.type is kind
        }
        if len(every) == 1:
            return tuple(every.values())
    return ()
