"""A stretch of a document's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Half-open interval ``[start, end)`` in code points of ``Document.text``.

    The unit is that of the W3C Web Annotation *TextPositionSelector*: code points, not bytes and
    not UTF-16 units, so that ``text[span.start:span.end]`` is the marked passage in Python.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words that the span marks in ``text``."""
        return text[self.start : self.end]
