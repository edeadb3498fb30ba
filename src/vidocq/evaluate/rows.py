"""The rows that are compared: one a document, with its claims as somebody wrote them.

Looser than ``vidocq.model`` on purpose: a row may come from another tool or from a person, and a
claim with a field left out or a predicate of its own must be counted as wrong, not refused.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from vidocq.model import Reading


class Mention(msgspec.Struct, frozen=True):
    """An entity reference as annotated; the speaker is not compared."""

    type: str | None = None
    text: str | None = None
    id: str | None = None


class Number(msgspec.Struct, frozen=True):
    """The count of a claim; only its value is compared."""

    value: int | float | None = None


class Annotation(msgspec.Struct, frozen=True):
    """A claim with the fields that are compared."""

    predicate: str | None = None
    subject: Mention | None = None
    object: Mention | None = None
    claimants: tuple[Mention, ...] | None = None
    polarity: str | None = None
    confidence: str | None = None
    likelihood: str | None = None
    event_time: str | None = None
    count: Number | None = None
    quote: str | None = None

    @property
    def denied(self) -> bool:
        """Whether the claimant says that it is not so."""
        return self.polarity == "denied"


class Row(msgspec.Struct, frozen=True):
    """A document's id, language, style and claims.

    The style is that of the report: in our gold ``news``, ``government``, ``vendor``,
    ``prosecutor``, ``column`` or ``other``; another gold may have styles of its own, or none.
    """

    doc: str
    claims: tuple[Annotation, ...]
    language: str | None = None
    style: str | None = None


class RowError(ValueError):
    """A line of a file of claims is not in the form of the claim guide; the message names it."""


def load_rows(path: Path) -> dict[str, Row]:
    """The rows of a JSON Lines file by document id; of two rows of one document the last counts.

    Raises:
        RowError: a line is not JSON, not UTF-8 or lacks a field; the message names file and line.
        OSError: the file cannot be read.
    """
    rows: dict[str, Row] = {}
    decoder = msgspec.json.Decoder(Row)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as fault:
                raise RowError(
                    f"{path}:{number}: {fault}; a row is "
                    '{"doc": ID, "language": CODE, "claims": [claim, …]}'
                ) from fault
            rows[row.doc] = row
    return rows


def row_of(reading: Reading) -> Row:
    """What was read in a document, as a row to compare."""
    return msgspec.convert(reading.as_json(), Row)
