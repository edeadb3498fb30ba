"""A plain copy of a text to read, and the way back to the words as they stand.

Texts come with signs that say nothing: runs of spaces, spaces that do not break, accents apart from their letter, soft
hyphens, two signs for a line's end. They are taken out before reading; what is read is then put back
into the words of the document, so that a quote stays an exact substring.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

_OTHER_SPACE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_NOTHING = "\u00ad\u200b\u2060\ufeff"
_SPACES = frozenset(" \u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
_RARE = re.compile("[\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]")
"""All signs that are changed wherever they stand, but the two of Latin-1."""
# One class at the start of the expression, so that the search runs over all else at speed.
_SIGNS = (
    rf"[ {_OTHER_SPACE}\r{_NOTHING}]"
    rf"(?:(?<= )[ {_OTHER_SPACE}]+|(?<=[{_OTHER_SPACE}])[ {_OTHER_SPACE}]*|(?<=\r)\n|(?<=[{_NOTHING}])[{_NOTHING}]*)"
)
_MARK = re.compile("[\u0300-\u036f]")
_CHANGED_WITH_MARKS = re.compile(rf"[^\W\d_][\u0300-\u036f]+|{_SIGNS}")


class Plain(msgspec.Struct, frozen=True):
    """The plain text, and where it stands otherwise in the document.

    ``changes``: for each place that is shorter or longer here than there, in order, its end in the
    plain text and its end in the document. From one such place to the next both run alike.
    """

    text: str
    changes: tuple[tuple[int, int], ...] = ()
    starts: tuple[tuple[int, int], ...] = ()
    """The begins of the same places."""

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the document of ``text[start:end]``, which must not be empty."""
        return self._begin(start), self._end(end)

    def _begin(self, position: int) -> int:
        n = bisect_right(self.changes, position, key=lambda change: change[0])
        if n < len(self.starts) and self.starts[n][0] <= position:
            return self.starts[n][1]
        here, there = self.changes[n - 1] if n else (0, 0)
        return position - here + there

    def _end(self, position: int) -> int:
        n = bisect_right(self.starts, position - 1, key=lambda change: change[0])
        if n and self.changes[n - 1][0] >= position and self.starts[n - 1][0] < position:
            return self.changes[n - 1][1]
        here, there = self.changes[n - 1] if n else (0, 0)
        return position - here + there


def is_plain(text: str) -> bool:
    """Whether there is nothing to change, at the speed of memory for the usual text."""
    if "  " in text or "\r\n" in text:
        return False
    if text.isascii():
        return True
    if "\u00a0" in text or "\u00ad" in text:
        return False
    return _is_western(text) or next(_changes(text), None) is None


def _is_western(text: str) -> bool:
    """Whether a text has signs of the Western code page alone, none of the rare ones and no mark apart from its letter."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def plain(text: str) -> Plain:
    """The plain form of a text: accents on their letters, single spaces, one sign for a line's end."""
    pieces: list[str] = []
    starts: list[tuple[int, int]] = []
    changes: list[tuple[int, int]] = []
    done = length = 0
    for at, after in _changes(text):
        written = _written(text[at:after])
        pieces += (text[done:at], written)
        length += at - done
        if len(written) != after - at:
            starts.append((length, at))
            changes.append((length + len(written), after))
        length += len(written)
        done = after
    pieces.append(text[done:])
    return Plain("".join(pieces), tuple(changes), tuple(starts))


def _changes(text: str) -> Iterator[tuple[int, int]]:
    """The places of the signs that are written otherwise in the plain text, in order.

    Each sign is searched for by itself, at the speed of memory: an expression for all would stop at every space.
    """
    western = text.isascii() or _is_western(text)
    if not western and _MARK.search(text) is not None:
        yield from (found.span() for found in _CHANGED_WITH_MARKS.finditer(text))
        return
    places = [*_places(text, "  "), *_places(text, "\r\n")]
    if not text.isascii():
        places += (*_places(text, "\u00a0"), *_places(text, "\u00ad"))
    if not western:
        places += (found.start() for found in _RARE.finditer(text))
    places.sort()
    done = 0
    for at in places:
        if at < done:
            continue
        start, end = at, at + 1
        if text[at] in _SPACES:
            while start > done and text[start - 1] in _SPACES:
                start -= 1
            while text[end : end + 1] in _SPACES:
                end += 1
        elif text[at] == "\r":
            end += 1
        else:
            while text[end : end + 1] in _REMOVED:
                end += 1
        yield start, end
        done = end


_REMOVED = frozenset(_NOTHING)


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))


def _written(signs: str) -> str:
    """What stands for these signs in the plain text; marks that make no single letter stay as they are."""
    if signs[0].isalpha():
        composed = unicodedata.normalize("NFC", signs)
        return composed if len(composed) == 1 else signs
    if signs[0] in _NOTHING:
        return ""
    return "\n" if signs[0] == "\r" else " "
