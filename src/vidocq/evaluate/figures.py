"""The figures that tallies give, as records and in the form of the claim guide's scorer."""

from __future__ import annotations

from typing import Any

import msgspec

from vidocq.evaluate.tally import COMPARED_FIELDS, Tally

AGREEMENTS = ("claim", "lenient", "dyad", "claimant")


class Agreement(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean (0 to 1), with the numbers they are made of."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int


class Share(msgspec.Struct, frozen=True):
    """A part (0 to 1) of so many; None of none."""

    share: float | None
    of: int


class Figures(msgspec.Struct, frozen=True):
    """How well predicted claims agree with gold ones, micro-averaged over documents.

    ``agreements`` has claim, lenient, dyad and claimant; ``fields`` the share of matched claims
    whose field is equal; ``quiet`` the share of documents without gold claims that have no
    predicted one; ``grounded`` the share of quotes that stand in their document, None where no
    texts were given; ``by`` the strict agreement by predicate, by language and by style.
    """

    documents: int
    agreements: dict[str, Agreement]
    fields: dict[str, Share]
    quiet: Share
    grounded: Share | None
    by: dict[str, Agreement]

    def as_json(self) -> dict[str, Any]:
        """The figures in the form of the claim guide's scorer."""
        rows: dict[str, Any] = {"documents": self.documents}
        rows |= {name: msgspec.to_builtins(value) for name, value in self.agreements.items()}
        rows |= {name: {"equal": v.share, "of": v.of} for name, v in self.fields.items()}
        rows["quiet"] = msgspec.to_builtins(self.quiet)
        if self.grounded is not None:
            rows["grounded"] = msgspec.to_builtins(self.grounded)
        rows["by"] = {name: msgspec.to_builtins(value) for name, value in self.by.items()}
        return rows


def figures_of(tally: Tally, documents: int, *, grounded: bool) -> Figures:
    """The figures of added tallies; ``grounded`` says whether the quotes were checked."""
    groups = sorted({figure for figure, _ in tally if figure.startswith("by ")})
    return Figures(
        documents=documents,
        agreements={name: _agreement(tally, name) for name in AGREEMENTS},
        fields={name: _share(tally, name) for name in COMPARED_FIELDS},
        quiet=_share(tally, "quiet"),
        grounded=_share(tally, "grounded") if grounded else None,
        by={name.removeprefix("by "): _agreement(tally, name) for name in groups},
    )


def _agreement(tally: Tally, figure: str) -> Agreement:
    """Where there is nothing to find, nothing found is all of it, and something found is none."""
    matched, gold, predicted = (tally[figure, part] for part in ("matched", "gold", "predicted"))
    precision = matched / predicted if predicted else float(not gold)
    recall = matched / gold if gold else float(not predicted)
    total = precision + recall
    return Agreement(
        precision, recall, 2 * precision * recall / total if total else 0.0, gold, predicted
    )


def _share(tally: Tally, figure: str) -> Share:
    of = tally[figure, "of"]
    return Share(tally[figure, "yes"] / of if of else None, of)
