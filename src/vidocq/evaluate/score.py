"""The whole comparison: gold rows, predicted rows, figures and mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from vidocq.evaluate.figures import Figures, figures_of
from vidocq.evaluate.rows import Annotation, Row
from vidocq.evaluate.tally import Tally, tally_document


class Mistake(msgspec.Struct, frozen=True):
    """A claim without partner, and the document it stands in."""

    doc: str
    claim: Annotation


class Evaluation(msgspec.Struct, frozen=True):
    """Figures, the tallies they are made of (one a document), and what was missed or made up."""

    figures: Figures
    tallies: tuple[Tally, ...]
    missed: tuple[Mistake, ...]
    spurious: tuple[Mistake, ...]


def evaluate(
    gold: Mapping[str, Row],
    predicted: Mapping[str, Row],
    texts: Mapping[str, str] | None = None,
) -> Evaluation:
    """Compare predicted claims with gold claims, document by document.

    A document of the gold that is missing from the predictions counts as one without predicted
    claims; a predicted document that the gold does not have is left out. ``texts`` (document id →
    text) are the documents in which every predicted quote must stand; None leaves that check out.

    Raises:
        KeyError: ``texts`` lacks a document of the gold.
    """
    scores = {
        doc: tally_document(row, predicted.get(doc), texts[doc] if texts is not None else None)
        for doc, row in gold.items()
    }
    total: Tally = Counter()
    for score in scores.values():
        total.update(score.tally)
    return Evaluation(
        figures_of(total, len(gold), grounded=texts is not None),
        tuple(score.tally for score in scores.values()),
        tuple(Mistake(doc, c) for doc, score in scores.items() for c in score.missed),
        tuple(Mistake(doc, c) for doc, score in scores.items() for c in score.spurious),
    )
