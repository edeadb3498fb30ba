"""STIX bundles onto the record: our own as they were, those of others as claims of their producers."""

from __future__ import annotations

from vidocq.ledger import Ledger
from vidocq.share.recording import Imported, record_imported
from vidocq.share.stix.decisions import own_decisions
from vidocq.share.stix.extension import EXTENSION, PRODUCER
from vidocq.share.stix.foreign import Foreign, Object
from vidocq.share.stix.own import own_record

_LEFT = "decisions on names of which persons here have decided for themselves"
_UNJUDGED = "judgements of claims that are not on the record here, or judged by persons here"
_WITHDRAWN = "claims that their reader no longer makes"


def import_objects(ledger: Ledger, objects: list[Object], place: str) -> Imported:
    """Record what checked objects say.

    Raises:
        Unfit: an extension of ours is wrong; nothing was recorded.
    """
    ours: list[Object] = []
    others: list[Object] = []
    for one in objects:
        (ours if _is_ours(one) else others).append(one)
    own = own_record(ours, place)
    foreign = Foreign(others, place)
    readings = [*own.readings, *foreign.readings()]
    decisions = own_decisions(ours, place)
    added, kept = record_imported(ledger, readings, "stix")
    judged = unjudged = decided = left = 0
    if own.judgements:
        judged, unjudged = ledger.adopt_judgements(own.judgements, own.claims)
    if decisions:
        decided, left = ledger.adopt(decisions)
    ours_left = {_LEFT: left, _UNJUDGED: unjudged, _WITHDRAWN: own.withdrawn}
    passed_over = foreign.passed_over | {
        what: number for what, number in ours_left.items() if number
    }
    return Imported(
        format="STIX",
        objects=len(objects),
        documents=len({one.document.sha256 for one in readings}),
        claims=sum(
            len(claims) for claims in {r.document.sha256: r.claims for r in readings}.values()
        ),
        added=added,
        kept=kept,
        judgements=judged,
        decisions=decided,
        passed_over=dict(sorted(passed_over.items())),
    )


def _is_ours(one: Object) -> bool:
    extensions = one.get("extensions")
    if isinstance(extensions, dict) and EXTENSION in extensions:
        return True
    made_by_us = (
        one["type"] in ("opinion", "relationship") and one.get("created_by_ref") == PRODUCER
    )
    return made_by_us or one["id"] in (EXTENSION, PRODUCER)
