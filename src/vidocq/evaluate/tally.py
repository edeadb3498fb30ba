"""What is counted in one document. Tallies add up, so that any set of documents can be scored."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from vidocq.evaluate.dyads import dyads
from vidocq.evaluate.likeness import claimant_keys
from vidocq.evaluate.matching import match_claims
from vidocq.evaluate.rows import Annotation, Row

Tally = Counter[tuple[str, str]]
"""How often: (figure, part) → number, for instance ("claim", "matched") → 12."""

COMPARED_FIELDS = ("confidence", "likelihood", "event_time", "count")


class DocumentScore(NamedTuple):
    """The tally of a document and the claims behind it that found no partner."""

    tally: Tally
    missed: tuple[Annotation, ...]
    spurious: tuple[Annotation, ...]


def tally_document(gold: Row, predicted: Row | None, text: str | None = None) -> DocumentScore:
    """Compare the claims of one document; no predicted row counts as no predicted claim.

    ``text`` is the document's text, against which the predicted quotes are checked; None leaves
    that check out.
    """
    ours = gold.claims
    theirs = predicted.claims if predicted else ()
    pairs = match_claims(ours, theirs, lenient=False)
    matched = [(ours[i], theirs[j]) for i, j in pairs]
    lenient = len(match_claims(ours, theirs, lenient=True))

    tally: Tally = Counter()
    _add(tally, "claim", len(pairs), len(ours), len(theirs))
    _add(tally, "lenient", lenient, len(ours), len(theirs))
    _add(tally, f"by language {gold.language or '?'}", len(pairs), len(ours), len(theirs))
    if gold.style:
        _add(tally, f"by style {gold.style}", len(pairs), len(ours), len(theirs))
    _tally_predicates(tally, gold, predicted, [claim for claim, _ in matched])
    accused, said_accused = dyads(ours), dyads(theirs)
    _add(tally, "dyad", len(accused & said_accused), len(accused), len(said_accused))
    for a, b in matched:
        _tally_pair(tally, a, b)
    if not ours:
        tally["quiet", "of"] += 1
        tally["quiet", "yes"] += not theirs
    if text is not None:
        tally["grounded", "of"] += len(theirs)
        tally["grounded", "yes"] += sum(c.quote in text for c in theirs if c.quote)

    found, used = {i for i, _ in pairs}, {j for _, j in pairs}
    return DocumentScore(
        tally,
        tuple(c for i, c in enumerate(ours) if i not in found),
        tuple(c for j, c in enumerate(theirs) if j not in used),
    )


def _add(tally: Tally, figure: str, matched: int, gold: int, predicted: int) -> None:
    tally[figure, "matched"] += matched
    tally[figure, "gold"] += gold
    tally[figure, "predicted"] += predicted


def _tally_predicates(
    tally: Tally, gold: Row, predicted: Row | None, matched: list[Annotation]
) -> None:
    for claim in gold.claims:
        tally[f"by {claim.predicate}", "gold"] += 1
    for claim in predicted.claims if predicted else ():
        tally[f"by {claim.predicate}", "predicted"] += 1
    for claim in matched:
        tally[f"by {claim.predicate}", "matched"] += 1


def _tally_pair(tally: Tally, gold: Annotation, predicted: Annotation) -> None:
    """Claimants and fields of two claims that mean the same."""
    ours, theirs = claimant_keys(gold), claimant_keys(predicted)
    _add(tally, "claimant", len(ours & theirs), len(ours), len(theirs))
    for field in COMPARED_FIELDS:
        x, y = compared_value(gold, field), compared_value(predicted, field)
        if x or y:
            tally[field, "of"] += 1
            tally[field, "yes"] += x == y


def compared_value(claim: Annotation, field: str) -> str | int | float | None:
    """The part of a field that decides: of a time the year, of a count its value."""
    if field == "event_time":
        return (claim.event_time or "")[:4]
    if field == "count":
        return claim.count.value if claim.count else None
    return claim.confidence if field == "confidence" else claim.likelihood
