"""Line breaks: which of them end a sentence, and which only end a full line.

A break is a *wrap* where the next word would not have fitted in the line: so typists and programs
that fill lines break them. It tells hard-wrapped text from headings, lists and paragraphs that
stand on one line each, whatever the width.
"""

from __future__ import annotations

import re

ENDS = "\n\r\v\f\x85\u2028\u2029"
_ONE_END = re.compile(f"\r\n|[{ENDS}]")
_BLANK_LINE = re.compile(f"(?:\r\n|[{ENDS}])[ \t\u00a0]*(?:\r\n|[{ENDS}])")
_NARROWEST, _WIDEST = 40, 120  # code points of a line in hard-wrapped text
_RAGGED = 0.85  # full lines of PDF text are as long on the page, not in characters
_BULLET = re.compile(r"(?:[-*•·►▪●◦‣▶#>|+–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]")
_MARK_ONLY = re.compile(r"(?:[-*•·►▪●◦‣▶#>|+–—]+|\(?\d{1,2}[.)]|\(?[a-z]\))\Z")
_STOPS = ".!?…。！？"
_CLOSING = "\"”’'»」』)]}"


def _is_stopped(line: str) -> bool:
    """Whether a line ends with the sign of a sentence's end, marks and brackets that close after it left aside."""
    at = len(line) - 1
    while at >= 0 and (line[at] in _CLOSING or line[at].isspace()):
        at -= 1
    return at >= 0 and line[at] in _STOPS


class LineBreaks:
    """The line breaks of one text. Blocks of lines are measured once, when a break asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._block_end = -1
        self._width = 0
        self._widest = 0
        self._line_start = 0
        self._one_sign = not any(sign in text for sign in ENDS[1:])
        """Whether all lines end alike."""

    def ends_sentence(self, start: int, at: int, after: int, stop_is_abbreviation: bool) -> bool:
        """Whether the line break at ``[at, after)`` ends the sentence that began at ``start``.

        ``stop_is_abbreviation`` says that the line's last full stop belongs to a word ("Mr.").
        """
        text = self._text
        line_start, self._line_start = self._line_start, after
        before = text[max(start, line_start) : at].strip()
        following = after
        while following < len(text) and text[following].isspace():
            if text[following] in ENDS:
                return True  # a blank line
            following += 1
        if not before or following == len(text):
            return True
        if start >= line_start and _MARK_ONLY.match(before):
            return False
        line = text[line_start:at].rstrip()
        next_line = text[following : self._line_end(following)]
        small = next_line[0].islower()
        wrap = self._wraps(line_start, at, line, next_line)
        bullet = _BULLET.match(next_line)
        if bullet:
            # "the attack –⏎– which" is rare; a dash and a small word in a full line is no list.
            return not (wrap and next_line[0] in "–—" and next_line[bullet.end() :][:1].islower())
        if line.lstrip()[:1] == "#" or line.isupper():
            return not (small or (wrap and next_line[:60].isupper()))
        if _is_stopped(line):
            return not (stop_is_abbreviation and (small or wrap))
        if line[-1] == ":":
            return not (wrap and small)
        return not (wrap or (small and (len(line) >= 20 or line[-1] == ",")))

    def _line_end(self, start: int) -> int:
        if self._one_sign:
            at = self._text.find("\n", start)
            return at if at >= 0 else len(self._text)
        found = _ONE_END.search(self._text, start)
        return found.start() if found else len(self._text)

    def _lines(self, text: str) -> list[str]:
        return text.split("\n") if self._one_sign else _ONE_END.split(text)

    def _wraps(self, line_start: int, at: int, line: str, next_line: str) -> bool:
        """Whether the next line's first word would not have fitted in this line."""
        if at >= self._block_end:
            blank = _BLANK_LINE.search(self._text, at)
            self._block_end = blank.start() + 1 if blank else len(self._text) + 1
            self._width = max(map(len, self._lines(self._text[line_start : self._block_end])))
            if (
                self._width < _NARROWEST
            ):  # A headline of two short lines: the lines of the whole text tell.
                self._widest = self._widest or max(map(len, self._lines(self._text)))
                self._width = self._widest
        if not _NARROWEST <= self._width <= _WIDEST:
            return False
        needed = len(line) + 1 + len(next_line.split(None, 1)[0])
        if needed > self._width:
            return True
        last = line.rsplit(None, 1)[-1]
        return needed > _RAGGED * self._width and (last[0].islower() or last[-1] == ",")
