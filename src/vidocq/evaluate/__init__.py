"""Scoring of claims against gold claims, by the definitions of the claim guide."""

from vidocq.evaluate.diagnosis import ErrorKind, Finding, find_errors
from vidocq.evaluate.figures import Agreement, Figures, Share, figures_of
from vidocq.evaluate.intervals import Interval, bootstrap_intervals
from vidocq.evaluate.passages import Passage, passages
from vidocq.evaluate.rows import Row, RowError, load_rows, row_of
from vidocq.evaluate.score import Evaluation, Mistake, evaluate
from vidocq.evaluate.set_aside import Part, is_set_aside, part_of
from vidocq.evaluate.tally import Tally, tally_document

__all__ = [
    "Agreement",
    "ErrorKind",
    "Evaluation",
    "Figures",
    "Finding",
    "Interval",
    "Mistake",
    "Part",
    "Passage",
    "Row",
    "RowError",
    "Share",
    "Tally",
    "bootstrap_intervals",
    "evaluate",
    "figures_of",
    "find_errors",
    "is_set_aside",
    "load_rows",
    "part_of",
    "passages",
    "row_of",
    "tally_document",
]
