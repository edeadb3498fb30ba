"""Words that lost the space between them: "theSyrian", "ElectronicArmy", "NorthKorea", "Libyanhackers".

Hand-made tables and texts out of PDF files are full of them. A seam is set only where both sides are known:
together a name or a set phrase, or each a word of the language or a country. Names written so ("LulzSec",
"FireEye") have no seam. Positions stay those of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from vidocq.knowledge.all_names import demonyms
from vidocq.language.compile import load_pack
from vidocq.language.fold import flat
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.names import NameIndex, Scan, find_names, has_form, name_index

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
        [hit.at(back(hit.start), back(hit.end)) for hit in again.hits],
        [back(p) for p in again.field],
        found,
    )


_SHAPE = (
    bytes(0x61 if chr(b).islower() else 0x41 if chr(b).isupper() else 0x20 for b in range(128))
    + b" " * 128
)
"""Each ASCII letter by its case, all else a space: what is sought is then found at the speed of memory."""
_FOLLOWING = re.compile(r"[A-Za-z]+")


def capitals_inside(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word with a capital between two small letters ("theSyrian")."""
    shape = text.encode("ascii", "replace").translate(_SHAPE)
    end, at = 0, shape.find(b"aAa")
    while at >= 0:
        start = at
        while start > end and text[start - 1].isalpha():
            start -= 1
        following = _FOLLOWING.match(text, at + 1)
        end = following.end() if following else at + 1
        yield start, end
        at = shape.find(b"aAa", end - 1)


def open_seams(word: str) -> list[int]:
    """Every place where a word might come apart in one language or the other: `seams` are among them."""
    return [
        right.start()
        for left, right in pairwise(_PART.finditer(word))
        if left.end() == right.start() and right.end() - right.start() >= _SHORTEST
    ]


def seams(text: str, index: NameIndex) -> list[int]:
    """Positions between two words that no space parts, in order."""
    return [
        start + seam
        for start, end in capitals_inside(text)
        for seam in _inside(text[start:end], index.language)
    ]


@lru_cache(maxsize=50_000)
def _inside(word: str, language: str) -> tuple[int, ...]:
    """The seams of one word: names with a capital inside come again and again."""
    index, pack = name_index(language), load_pack(language)
    if has_form(index, flat(word).strip()):
        return ()
    return tuple(
        right.start()
        for left, right in pairwise(_PART.finditer(word))
        if left.end() == right.start() and _both_known(left.group(), right.group(), index, pack)
    )


def _both_known(left: str, right: str, index: NameIndex, pack: Pack) -> bool:
    """Whether a space between two parts of a word makes sense of both."""
    if len(right) < _SHORTEST:
        return False
    a, b = left.lower(), right.lower()
    countries = demonyms(pack.language)
    if has_form(index, f"{a} {b}") or any(
        rest[:1] == (b,) for rest, _ in pack.sequences.get(a, {}).get(b, ())
    ):
        return True
    first, second = pack.words.get(a), pack.words.get(b)
    if first is not None and first.tags & _SMALL and len(a) > 1:
        named = b in countries or has_form(index, b)
        return named or (left.islower() and second is not None)
    known = b in countries or (second is not None and bool(second.tags & Tag.NOUN))
    country = a in countries
    described = first is not None and bool(first.tags & (Tag.NOUN | Tag.ADJECTIVE))
    return len(a) >= _SHORTEST and known and (country or described)
