"""What kind of error it is: a claim half right is told from one that was missed or made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import msgspec

from vidocq.evaluate.likeness import (
    claimant_keys,
    key,
    likeness,
    quotes_overlap,
    same_mention,
    state_of,
)
from vidocq.evaluate.matching import match_claims
from vidocq.evaluate.rows import Annotation, Mention, Row
from vidocq.evaluate.tally import COMPARED_FIELDS, compared_value
from vidocq.model import Predicate


class ErrorKind(StrEnum):
    """The kinds, those that mislead most first: of several that fit, the first is told."""

    ROLE = "wrong role"
    POLARITY = "wrong polarity"
    PREDICATE = "wrong predicate"
    CLAIMANT = "wrong claimant"
    NAME = "wrong name"
    DETAIL = "wrong detail"
    SPURIOUS = "spurious"
    MISSED = "missed"


class Finding(msgspec.Struct, frozen=True):
    """An error: the gold claim, what was read in its place (None where nothing was), and in which fields they differ."""

    doc: str
    kind: ErrorKind
    gold: Annotation | None
    predicted: Annotation | None
    differs: frozenset[str] = frozenset()


_ACCUSED_IS_OBJECT = frozenset({Predicate.ATTRIBUTED_TO, Predicate.SPONSORED_BY})
_VICTIM_IS_OBJECT = frozenset({Predicate.TARGETS, Predicate.AFFECTS})


def find_errors(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Finding, ...]:
    """The errors, document by document.

    Claims that mean the same and differ in claimants, certainty, time or number are errors too. Of
    the others, a gold claim and a predicted one are one error where they say nearly the same of the
    same passage; each claim stands in one error at most, the likest pairs are taken first.
    """
    findings: list[Finding] = []
    for doc, row in gold.items():
        ours, theirs = row.claims, predicted[doc].claims if doc in predicted else ()
        pairs = match_claims(ours, theirs, lenient=False)
        findings += [f for i, j in sorted(pairs) if (f := _in_match(doc, ours[i], theirs[j]))]
        found, used = {i for i, _ in pairs}, {j for _, j in pairs}
        findings += _among_the_rest(
            doc,
            [claim for i, claim in enumerate(ours) if i not in found],
            [claim for j, claim in enumerate(theirs) if j not in used],
        )
    return tuple(findings)


def _in_match(doc: str, gold: Annotation, predicted: Annotation) -> Finding | None:
    """What is wrong in a claim that counts as found."""
    differs = _differences(gold, predicted) - {"subject", "object"}
    if not differs:
        return None
    kind = ErrorKind.CLAIMANT if "claimants" in differs else ErrorKind.DETAIL
    return Finding(doc, kind, gold, predicted, differs)


def _among_the_rest(
    doc: str, gold: Sequence[Annotation], predicted: Sequence[Annotation]
) -> list[Finding]:
    """Pairs that say nearly the same, then what stays alone on either side."""
    order = list(ErrorKind)
    candidates = sorted(
        (order.index(kind), -likeness(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (kind := _kind(g, p))
    )
    findings: list[Finding] = []
    placed: set[int] = set()
    taken: set[int] = set()
    for rank, _, i, j in candidates:
        if i not in placed and j not in taken:
            placed.add(i)
            taken.add(j)
            differs = _differences(gold[i], predicted[j])
            findings.append(Finding(doc, order[rank], gold[i], predicted[j], differs))
    findings += [
        Finding(doc, ErrorKind.SPURIOUS, None, p) for j, p in enumerate(predicted) if j not in taken
    ]
    findings += [
        Finding(doc, ErrorKind.MISSED, g, None) for i, g in enumerate(gold) if i not in placed
    ]
    return findings


def _kind(gold: Annotation, predicted: Annotation) -> ErrorKind | None:
    """In which way a predicted claim is nearly the gold one; None where it is another matter."""
    nearby = quotes_overlap(gold, predicted)
    same_predicate = gold.predicate == predicted.predicate
    subjects = same_mention(gold.subject, predicted.subject, nearby=nearby, lenient=False)
    objects = same_mention(gold.object, predicted.object, nearby=nearby, lenient=False)
    if subjects and objects and same_predicate:
        return ErrorKind.POLARITY if gold.denied != predicted.denied else None
    if not nearby:
        return None
    if _roles_changed(gold, predicted, objects=objects):
        return ErrorKind.ROLE
    if subjects and objects:
        return ErrorKind.PREDICATE
    if same_predicate and gold.denied == predicted.denied and (subjects or objects):
        return ErrorKind.NAME
    return None


def _roles_changed(gold: Annotation, predicted: Annotation, *, objects: bool) -> bool:
    """Whether somebody who has one part in the gold has another in the prediction."""
    if gold.predicate != predicted.predicate:
        sides = (gold.predicate, predicted.predicate)
        return (
            objects
            and gold.object is not None
            and any(s in _ACCUSED_IS_OBJECT for s in sides)
            and any(s in _VICTIM_IS_OBJECT for s in sides)
        )
    if objects:
        return False
    exchanged = _same_party(gold.subject, predicted.object) and _same_party(
        gold.object, predicted.subject
    )
    if gold.predicate not in _ACCUSED_IS_OBJECT:
        return exchanged
    accuser_accused = any(_same_party(c, predicted.object) for c in gold.claimants or ())
    accused_accuses = any(_same_party(c, gold.object) for c in predicted.claimants or ())
    return exchanged or accuser_accused or accused_accuses


def _same_party(a: Mention | None, b: Mention | None) -> bool:
    """Whether two mentions mean one party, an agency counting as its state."""
    party = state_of(a) or key(a)
    return party is not None and party == (state_of(b) or key(b))


def _differences(gold: Annotation, predicted: Annotation) -> frozenset[str]:
    """The compared fields in which two claims differ."""
    nearby = quotes_overlap(gold, predicted)
    differs = {
        "predicate": gold.predicate != predicted.predicate,
        "polarity": gold.denied != predicted.denied,
        "subject": not same_mention(gold.subject, predicted.subject, nearby=nearby, lenient=False),
        "object": not same_mention(gold.object, predicted.object, nearby=nearby, lenient=False),
        "claimants": claimant_keys(gold) != claimant_keys(predicted),
    }
    for field in COMPARED_FIELDS:
        x, y = compared_value(gold, field), compared_value(predicted, field)
        differs[field] = bool(x or y) and x != y
    return frozenset(name for name, other in differs.items() if other)
