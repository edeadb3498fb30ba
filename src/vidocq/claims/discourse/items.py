"""Pages of several reports: the week's news under headings of their own, each to be read as a report by itself.

What one item tells of "the attack" or "the group" is nothing that the next one means. A report on one thing has headings
too, but they and what stands under them go on about the names that came before; here most headings bring names that
the page has not had. Input: a text and the names in it; output: where its items stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from vidocq.mentions.names import Hit
from vidocq.model import Claim, Document

_HEADING = re.compile(
    r"""\n(?:(?<=[.!?…»”")]\n)|[ \t]*\n)[ \t]*(?P<words>[^\s•*\-–—>][^\n]{10,140}?)[ \t]*"""
    r"""(?=\n[ \t]*\n|\n[^\n]{150})"""
)
"""A line by itself after a blank one; after the end of a sentence too where a paragraph's long line follows."""
_ENDED = re.compile(r"""[.:;,…]["»”’')\]]*$""")
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w-]{2,}")
"""A word with a capital."""
_TOLD = frozenset({"group", "malware", "vulnerability", "person", "incident"})
"""What one report alone speaks of; states, agencies and large firms stand in many."""
_FEWEST = 3
"""Items that make a page of several."""
_SHARE = 0.6
"""The share of headings that must open an item."""
_BODY = 80
"""Characters of the shortest item."""


@dataclass
class _Section:
    """A heading with what stands under it."""

    start: int
    heading_end: int
    end: int


def items_of(text: str, hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Where the reports of a page stand; the whole text where it is one report."""
    whole = [(0, len(text))]
    sections = _sections(text)
    if len(sections) < _FEWEST:
        return whole
    names = [(match.start(), match.group()) for match in _NAME.finditer(text)]
    opening = [section for section in sections if _opens(hits, names, section)]
    if len(opening) < _FEWEST - 1 or len(opening) < _SHARE * len(sections):
        return whole
    starts = [section.start for section in opening]
    if text[: starts[0]].count("\n\n") > 1 or sections[0].start < starts[0]:
        starts.insert(0, 0)
    else:
        starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def alone(document: Document, places: Sequence[tuple[int, int]]) -> Iterator[Document]:
    """Each item of a page as a document of its own, its words where they stand in the page."""
    for start, end in places:
        text = " " * start + document.text[start:end]
        title = document.title if start == 0 else None
        yield msgspec.structs.replace(document, text=text, title=title)


def told_once(read: Sequence[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    """The claims of all items; what two of them tell stands once, said by all who say it there."""
    found: dict[tuple[str, str, str, str], Claim] = {}
    for claim in [claim for claims in read for claim in claims]:
        object_ = claim.object.id if claim.object is not None else str(claim.count)
        key = (str(claim.predicate), claim.subject.id, object_, str(claim.polarity))
        first = found.get(key)
        if first is None:
            found[key] = claim
            continue
        further = tuple([c for c in claim.claimants or () if c not in (first.claimants or ())])
        found[key] = msgspec.structs.replace(first, claimants=(first.claimants or ()) + further)
    return tuple(found.values())


def _sections(text: str) -> list[_Section]:
    """The headings of a text but its title, each with what stands up to the next."""
    lines = [
        match.span("words")
        for match in _HEADING.finditer(text)
        if match.start("words") > 0 and _ENDED.search(match["words"]) is None
    ]
    if len(lines) < _FEWEST:
        return []
    ends = [start for start, _ in lines[1:]] + [len(text)]
    sections = [_Section(start, last, end) for (start, last), end in zip(lines, ends, strict=True)]
    return [s for s in sections if s.end - s.heading_end >= _BODY]


def _opens(hits: Sequence[Hit], names: list[tuple[int, str]], section: _Section) -> bool:
    """Whether a heading names what stands under it, and neither has been named before.

    ``names``: the words with a capital of the whole text, with where they stand.
    """
    named = {h.entity for h in hits if section.start <= h.start < section.end and h.type in _TOLD}
    before = {h.entity for h in hits if h.start < section.start and h.type in _TOLD}
    if named & before:
        return False
    first, within, last = (
        bisect_left(names, (place, ""))
        for place in (section.start, section.heading_end, section.end)
    )
    shared = {word for _, word in names[first:within]} & {word for _, word in names[within:last]}
    return not shared <= {word for _, word in names[:first]} if shared else False
