"""A document's text with its claims marked: paragraphs of segments, each with the claims that quote it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from vidocq.model import Span
from vidocq.web.entities import visible

_BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


class Segment(msgspec.Struct, frozen=True):
    """A stretch of text and the numbers of the passages that cover it, begin with it and end with it."""

    text: str
    passages: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


class MarkedPassage(msgspec.Struct, frozen=True):
    """A quoted stretch, its number on the page from 1, and the places of its claims in the list given."""

    number: int
    span: Span
    claims: tuple[int, ...]


def passages_of(spans: Sequence[Span]) -> tuple[MarkedPassage, ...]:
    """Each stretch once, in the order of the text, with all claims that quote it."""
    claims: dict[Span, list[int]] = {}
    for place, span in enumerate(spans):
        claims.setdefault(Span(span.start, span.end), []).append(place)
    return tuple(
        MarkedPassage(number, span, tuple(claims[span]))
        for number, span in enumerate(sorted(claims), 1)
    )


def paragraphs_of(text: str, passages: Sequence[MarkedPassage]) -> tuple[tuple[Segment, ...], ...]:
    """The text in paragraphs (at empty lines), each cut where a passage begins or ends; ``passages`` are in
    the order of the text.

    Put together, the segments of a paragraph are its words, line breaks kept.
    """
    starts = [one.span.start for one in passages]
    longest = max((len(one.span) for one in passages), default=0)
    found = []
    start = 0
    for match in (*_BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        if text[start:end].strip():
            # Of thousands of passages only the few that may reach into the paragraph are looked at.
            near = passages[bisect_left(starts, start - longest) : bisect_left(starts, end)]
            found.append(_segments(text, start, end, near))
        start = match.end() if match else end
    return tuple(found)


def _segments(
    text: str, start: int, end: int, passages: Sequence[MarkedPassage]
) -> tuple[Segment, ...]:
    inside = [one for one in passages if one.span.start < end and one.span.end > start]
    cuts = sorted(
        {start, end}
        | {max(start, one.span.start) for one in inside}
        | {min(end, one.span.end) for one in inside}
    )
    return tuple(
        Segment(
            visible(text[a:b]),
            tuple(one.number for one in inside if one.span.start <= a and b <= one.span.end),
            tuple(one.number for one in inside if one.span.start == a),
            tuple(one.number for one in inside if one.span.end == b),
        )
        for a, b in pairwise(cuts)
    )
