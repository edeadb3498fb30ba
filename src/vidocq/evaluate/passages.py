"""Where the quotes of an error stand: passages of the text, cut where a quote begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

CONTEXT = 200
"""How many characters before and after a quote are shown at most, if its paragraph goes so far."""


class Piece(NamedTuple):
    """Some words of a passage, and which of the quotes (by their number) they belong to."""

    words: str
    quotes: frozenset[int]


Passage = tuple[Piece, ...]


def passages(text: str, quotes: Sequence[str]) -> list[Passage]:
    """The passages in which the quotes stand, in the order of the text.

    Each is the quotes' paragraph, cut to ``CONTEXT`` on either side; quotes in one paragraph share
    a passage. A cut is shown by "…". A quote that does not stand in the text has none.
    """
    spans = [
        (start, start + len(quote), number)
        for number, quote in enumerate(quotes)
        if quote and (start := text.find(quote)) >= 0
    ]
    windows: list[tuple[int, int]] = []
    for start, end, _ in sorted(spans):
        window = _window(text, start, end)
        if windows and window[0] <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(windows[-1][1], window[1]))
        else:
            windows.append(window)
    return [_cut(text, first, last, spans) for first, last in windows]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph around a quote, or as much of it as is shown, in whole words."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if start - first > CONTEXT:
        first = text.find(" ", start - CONTEXT, start) + 1 or start
    if last - end > CONTEXT:
        space = text.rfind(" ", end, end + CONTEXT)
        last = space if space >= 0 else end
    return first, last


def _cut(text: str, first: int, last: int, spans: Sequence[tuple[int, int, int]]) -> Passage:
    inside = [(s, e, n) for s, e, n in spans if first <= s and e <= last]
    edges = sorted({first, last, *(edge for s, e, _ in inside for edge in (s, e))})
    pieces = [
        Piece(text[a:b], frozenset(n for s, e, n in inside if s <= a and b <= e))
        for a, b in pairwise(edges)
    ]
    if first and text[first - 1] != "\n":
        pieces.insert(0, Piece("… ", frozenset()))
    if last < len(text) and text[last] != "\n":
        pieces.append(Piece(" …", frozenset()))
    return tuple(pieces)
