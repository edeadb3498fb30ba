"""Sentences of news text: where they start and end.

Every sentence-ending sign and every line break is a candidate, and a few cheap questions decide
each. Line breaks are judged in ``line_breaks``; what is asked of words (abbreviations, words that
open sentences) is data: ``data/boundaries.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vidocq.language.boundaries import BoundaryWords, boundary_words
from vidocq.language.line_breaks import ENDS, LineBreaks

LONGEST = 4_000
"""Code points of the longest sentence; a longer one (a table, a hostile file) is cut at a space."""

_BULLETS = "•▪●►‣◦"
_CANDIDATE = re.compile(f"[.!?…。！？{_BULLETS}{ENDS}]")
_LINE_END = re.compile(f"\r\n|[{ENDS}]")
_FULL_WIDTH = "。！？"
# A run of signs (spaced ones too: ". . ."), then what closes: marks, brackets, footnote numbers.
_RUN = re.compile(
    r"[.!?…。！？]+(?:[ \u00a0\u202f][.!?…]+(?=[\s»\"”]|\Z))*"
    r"(?:[ \u00a0\u2009\u202f]?»|[\"”’'」』)\]}]|\[\d{1,3}\])*"
)
_NEXT = re.compile(
    r"(?P<dash>[–—-]?)[ \u00a0\u202f]?(?P<opening>[«“„\"‘'(\[¿¡「『]*)[ \u00a0\u202f]?"
    r"(?P<word>[^\W_]*)(?P<stop>\.?)"
)
_QUOTE = "«“„\"‘'¿¡「『"
_CONTINUES = ",;:)]}»”’…/%.!?&="
_WORD_STARTS_AFTER = "([{\"«“„'’‘/-–—"


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text`` as ``(start, end)`` in code points, in order and apart.

    None is empty, none begins or ends with white space, and together they hold every character
    that is not white space. Headings, list items and captions are sentences of their own. Inside
    a quotation each sentence stands alone and the closing mark belongs to the last; what follows
    it in small letters or after a comma ("», a déclaré X") still belongs to that sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text):
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def unwrapped(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """The text with a space for each line break inside a sentence, of the same length; and its sentences, where they
    were looked for and are those of the text as it is given back."""
    if not any(_breaks_a_line(text, found.start()) for found in _ONE_END.finditer(text)):
        return text, None
    spans = split(text)
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        if _ONE_END.search(text, start, end) is not None:
            pieces += (text[done:start], _LINE_END.sub(_blank, text[start:end]))
            done = end
    if not pieces:
        return text, spans
    return "".join((*pieces, text[done:])), None


def _breaks_a_line(text: str, at: int) -> bool:
    """Whether words stand on both sides of a line's end, with no blank line between them."""
    before, after = at - 1, at + 1
    while before >= 0 and text[before] in _BLANKS:
        before -= 1
    while after < len(text) and text[after] in _BLANKS:
        after += 1
    return (
        before >= 0
        and after < len(text)
        and not text[before].isspace()
        and not text[after].isspace()
    )


_BLANKS = " \t\u00a0"
_ONE_END = re.compile(f"[{ENDS}]")


def _blank(line_end: re.Match[str]) -> str:
    return " " * len(line_end[0])


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Append ``text[start:end]`` without the white space around it, cut where it is too long."""
    passage = text[start:end]
    end = start + len(passage.rstrip())
    start = min(end, start + len(passage) - len(passage.lstrip()))
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        if cut < 0:
            cut = start + LONGEST
        spans.append((start, start + len(text[start:cut].rstrip())))
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))


def _ends(text: str) -> Iterator[int]:
    """The positions at which a sentence ends, in order."""
    words = boundary_words()
    breaks = LineBreaks(text)
    position = start = 0
    last_stop = last_end = -1  # the last full stop met, and the end of what closes after it
    while candidate := _CANDIDATE.search(text, position):
        at = candidate.start()
        if text[at] in ENDS:
            line_end = _LINE_END.match(text, at)
            position = line_end.end() if line_end else at + 1
            abbreviated = last_end == at and _stop_is_abbreviation(
                text, start, last_stop, at, words
            )
            if breaks.ends_sentence(start, at, position, abbreviated):
                yield at
                start = position
            continue
        if text[at] in _BULLETS:
            # Items that an extractor ran together: "… • banks • ministries".
            position = at + 1
            if text[at - 1 : at].isspace() and text[position : position + 1].isspace():
                yield at
                start = at
            continue
        run = _RUN.match(text, at)
        position = run.end() if run else at + 1
        if text[at] == ".":
            last_stop, last_end = at, position
        if _run_ends(text, start, at, position, words):
            yield position
            start = position


def _run_ends(text: str, start: int, at: int, end: int, words: BoundaryWords) -> bool:
    """Whether the signs at ``[at, end)`` end the sentence that began at ``start``."""
    position = end
    while position < len(text) and text[position].isspace():
        if text[position] in ENDS:
            return False  # the line break decides
        position += 1
    if position == len(text) or text[at] in _FULL_WIDTH:
        return True
    following = _NEXT.match(text, position)
    assert following is not None  # every piece of it may be empty
    dash, opening, word, _ = following.groups()
    opens = _opens(following, words)
    if position == end and not _touches_sentence(text, at, end, opens and len(word) > 1):
        return False
    if text[at - 1 : at] in ("[", "(") and text[end - 1] in "])":
        return False  # an ellipsis in brackets stands for left-out words
    quoted = opening != "" and opening[0] in _QUOTE
    if not word and not opening and text[position] in _CONTINUES:
        return False
    if word.islower() and word[0].isalpha() and not (quoted and not dash):
        return False
    if text[at] == "." and text[at + 1 : at + 2] != ".":
        return not _abbreviated(text, start, at, word, opens, words)
    return True


def _touches_sentence(text: str, at: int, end: int, opens: bool) -> bool:
    """Whether a sentence begins with no space before it: "the breach.The firm", "it.”The"."""
    if not text[end].isupper():
        return False
    if text[end - 1] in '"”»':
        return True
    return opens and end == at + 1 and text[max(at - 2, 0) : at].isalnum()


def _opens(following: re.Match[str], words: BoundaryWords) -> bool:
    """Whether the next word begins sentences; "A." with a full stop is an initial."""
    word = following["word"]
    return word in words.openers and not (following["stop"] and len(word) == 1)


def _stop_is_abbreviation(text: str, start: int, at: int, end: int, words: BoundaryWords) -> bool:
    """Whether the full stop that ends a line stands for an abbreviation of the running sentence."""
    while end < len(text) and text[end].isspace():
        end += 1
    following = _NEXT.match(text, end)
    assert following is not None
    return _abbreviated(text, start, at, following["word"], _opens(following, words), words)


def _abbreviated(
    text: str, start: int, at: int, next_word: str, opens: bool, words: BoundaryWords
) -> bool:
    """Whether the full stop at ``at`` belongs to an abbreviation, an initial or an ordinal.

    ``next_word`` follows it; ``opens`` says whether that word begins sentences.
    """
    begin = at
    while begin > start and not text[begin - 1].isspace():
        if text[begin - 1] in _WORD_STARTS_AFTER:
            break
        begin -= 1
    before = text[begin:at]
    if not before:
        return False
    if before in words.titles or (before.isupper() and before.capitalize() in words.titles):
        return True
    if before in words.before_number and next_word[:1].isdecimal():
        return True
    if before in words.may_end:
        return not opens
    if before.isdecimal():
        item = not text[start:begin].strip(" \t\u00a0([")  # "1. The attackers"
        counted = next_word in words.after_ordinal
        if not counted and not opens and words.before_ordinal:
            previous = text[max(start, begin - 12) : begin].split()
            counted = bool(previous) and previous[-1] in words.before_ordinal
        return len(before) <= 2 and (item or counted)
    if len(before) == 1 and before.isalpha():
        # "George W. Bush", "M. Le Drian"; but "plan B. The"
        return not opens or not _follows_small_word(text, start, begin)
    if "." in before and all(part.isalpha() and len(part) <= 2 for part in before.split(".")):
        return before.islower() or not opens  # "e.g. The", "in the U.S. The"
    return False


def _follows_small_word(text: str, start: int, begin: int) -> bool:
    """Whether the word before ``begin`` is written with a small first letter."""
    previous = text[max(start, begin - 40) : begin].split()
    return bool(previous) and previous[-1][0].islower()
