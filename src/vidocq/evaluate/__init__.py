"""Scoring of claims against gold claims, by the definitions of the claim guide."""

from vidocq.evaluate.figures import Agreement, Figures, Share, figures_of
from vidocq.evaluate.intervals import Interval, bootstrap_intervals
from vidocq.evaluate.rows import Row, RowError, load_rows, row_of
from vidocq.evaluate.score import Evaluation, Mistake, evaluate
from vidocq.evaluate.tally import Tally, tally_document

__all__ = [
    "Agreement",
    "Evaluation",
    "Figures",
    "Interval",
    "Mistake",
    "Row",
    "RowError",
    "Share",
    "Tally",
    "bootstrap_intervals",
    "evaluate",
    "figures_of",
    "load_rows",
    "row_of",
    "tally_document",
]
