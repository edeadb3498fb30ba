"""What happens to texts on their way: other signs, other lines, worn letters. None of it changes what is claimed.

Each disturbance is a function of a text and a source of chance, which only the noise uses.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from random import Random

Disturbance = Callable[[str, Random], str]

_DOUBLE = re.compile(r"«[\s\u202f\u00a0]*|[\s\u202f\u00a0]*»|[“”„\"]")
_SINGLE = re.compile(r"(?<=\w)['’](?=\w)")
_NAME_WITH_DOT = re.compile(r"(?<=[A-Za-z0-9])\.(?=[A-Za-z]{2,}\b)")

LOOKALIKES = {
    "l": "1",
    "1": "l",
    "O": "0",
    "0": "O",
    "I": "l",
    "S": "5",
    "5": "S",
    "B": "8",
    "i": "l",
    "e": "c",
    "c": "e",
    "m": "rn",
    "n": "u",
    "u": "n",
    "h": "b",
    "t": "f",
    "f": "t",
    "a": "o",
    "o": "0",
    "r": "t",
    "s": "a",
    "d": "cl",
    "w": "vv",
    ".": ",",
    "g": "q",
    "y": "v",
    "v": "y",
}
"""What a reading machine takes for what, in print of middling quality."""
NOISE = 0.01


def quotation_marks(opening: str, closing: str) -> Disturbance:
    """Every pair of double quotation marks written as this one; apostrophes stay."""

    def disturb(text: str, _: Random) -> str:
        return "\n".join(_paired(line, opening, closing) for line in text.split("\n"))

    return disturb


def _paired(line: str, opening: str, closing: str) -> str:
    """A mark opens where the mark itself says so, or, straight, where a space or nothing stands before it."""

    def written(mark: re.Match[str]) -> str:
        sign = mark[0].strip("\u202f\u00a0 ")
        before = line[: mark.start()][-1:]
        opens = sign in "«“„" if sign != '"' else not before or before.isspace() or before in "(["
        if sign == "“" and before and not before.isspace() and before not in "([«„":
            opens = False  # closes in German
        return opening if opens else closing

    return _DOUBLE.sub(written, line)


def plain_apostrophes(text: str, _: Random) -> str:
    return _SINGLE.sub("'", text)


def curly_apostrophes(text: str, _: Random) -> str:
    return _SINGLE.sub("’", text)


def wrapped(width: int, end: str = "\n") -> Disturbance:
    """Each paragraph in lines of at most ``width`` signs, as mail and plain-text files have it."""

    def disturb(text: str, _: Random) -> str:
        lines = (
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
            for line in text.split("\n")
        )
        return end.join(piece for line in lines for piece in line)

    return disturb


def windows_lines(text: str, _: Random) -> str:
    return text.replace("\n", "\r\n")


def blank_lines_lost(text: str, _: Random) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def unbreakable_spaces(text: str, _: Random) -> str:
    return text.replace(" ", "\u00a0")


def double_spaces(text: str, _: Random) -> str:
    return text.replace(" ", "  ")


def headline_in_capitals(text: str, _: Random) -> str:
    headline, end, rest = text.partition("\n")
    return headline.upper() + end + rest


def headline_in_title_case(text: str, _: Random) -> str:
    """Each word of four letters or more with a capital, as English papers print it."""
    headline, end, rest = text.partition("\n")
    return re.sub(r"\b\w{4,}", lambda w: w[0][:1].upper() + w[0][1:], headline) + end + rest


def without_accents(text: str, _: Random) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def decomposed_accents(text: str, _: Random) -> str:
    """Each accent a sign of its own, as file systems and some PDFs have it."""
    return unicodedata.normalize("NFD", text)


def defanged(text: str, _: Random) -> str:
    """Names with a dot as analysts write them, so that nobody follows them: ``example[.]com``."""
    return _NAME_WITH_DOT.sub("[.]", text).replace("http", "hxxp")


def worn_letters(text: str, chance: Random) -> str:
    """Of a hundred signs one taken for another that looks like it."""
    return "".join(_worn(text, chance))


def _worn(text: str, chance: Random) -> Iterator[str]:
    for sign in text:
        yield LOOKALIKES.get(sign, sign) if chance.random() < NOISE else sign


DISTURBANCES: dict[str, Disturbance] = {
    "straight quotation marks": quotation_marks('"', '"'),
    "curly quotation marks": quotation_marks("“", "”"),
    "guillemets": quotation_marks("«\u00a0", "\u00a0»"),
    "low quotation marks": quotation_marks("„", "“"),
    "plain apostrophes": plain_apostrophes,
    "curly apostrophes": curly_apostrophes,
    "lines of 72": wrapped(72),
    "lines of 45": wrapped(45),
    "lines of 72, Windows": wrapped(72, "\r\n"),
    "Windows line ends": windows_lines,
    "blank lines lost": blank_lines_lost,
    "unbreakable spaces": unbreakable_spaces,
    "double spaces": double_spaces,
    "headline in capitals": headline_in_capitals,
    "headline in title case": headline_in_title_case,
    "accents missing": without_accents,
    "accents decomposed": decomposed_accents,
    "defanged names": defanged,
    "OCR noise of 1 %": worn_letters,
}
