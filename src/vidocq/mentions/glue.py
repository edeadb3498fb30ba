"""Words that lost the space between them: "theSyrian", "ElectronicArmy", "NorthKorea", "Libyanhackers".

Hand-made tables and texts out of PDF files are full of them. A seam is set only where both sides are known:
together a name or a set phrase, or each a word of the language or a country. Names written so ("LulzSec",
"FireEye") have no seam. Positions stay those of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

import msgspec

from vidocq.knowledge.load import demonyms
from vidocq.language.compile import load_pack
from vidocq.language.fold import flat
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.names import NameIndex, Scan, find_names

_CAPITAL_INSIDE = re.compile(r"[a-z](?=[A-Z][a-z])[A-Za-z]+")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SMALL = Tag.DETERMINER | Tag.PREPOSITION | Tag.CONJUNCTION
_SHORTEST = 3


def unglued(text: str, scan: Scan, index: NameIndex) -> Scan:
    """The scan of a text as if its lost spaces stood there; ``scan`` itself where none is missing."""
    found = seams(text, index)
    if not found:
        return scan
    parts = [text[i:j] for i, j in zip([0, *found], [*found, len(text)], strict=True)]
    again = find_names(" ".join(parts), index)
    shifted = [seam + number for number, seam in enumerate(found)]

    def back(position: int) -> int:
        """The place in the document of a place in the text with spaces: less the spaces before it."""
        return position - bisect_right(shifted, position - 1)

    return Scan(
        [msgspec.structs.replace(h, start=back(h.start), end=back(h.end)) for h in again.hits],
        [back(p) for p in again.field],
        found,
    )


def seams(text: str, index: NameIndex) -> list[int]:
    """Positions between two words that no space parts, in order."""
    pack = load_pack(index.language)
    found: list[int] = []
    end = 0
    while match := _CAPITAL_INSIDE.search(text, end):
        start, before, end = match.start(), end, match.end()
        while start > before and text[start - 1].isalpha():
            start -= 1
        word = text[start:end]
        if f" {flat(word).strip()}" in index.forms:
            continue
        parts = list(_PART.finditer(word))
        for left, right in pairwise(parts):
            if left.end() == right.start() and _both_known(
                left.group(), right.group(), index, pack
            ):
                found.append(start + right.start())
    return found


def _both_known(left: str, right: str, index: NameIndex, pack: Pack) -> bool:
    """Whether a space between two parts of a word makes sense of both."""
    if len(right) < _SHORTEST:
        return False
    a, b = left.lower(), right.lower()
    if f" {a} {b}" in index.forms or any(
        rest[:1] == (b,) for rest, _ in pack.sequences.get(a, {}).get(b, ())
    ):
        return True
    first, second = pack.words.get(a), pack.words.get(b)
    if first is not None and first.tags & _SMALL and len(a) > 1:
        named = b in demonyms() or f" {b}" in index.forms
        return named or (left.islower() and second is not None)
    known = b in demonyms() or (second is not None and bool(second.tags & Tag.NOUN))
    country = a in demonyms()
    described = first is not None and bool(first.tags & (Tag.NOUN | Tag.ADJECTIVE))
    return len(a) >= _SHORTEST and known and (country or described)
