"""Tokens: the words, numbers and signs of a text with their exact positions.

One regular expression, read from left to right; what it must decide stands in its named pieces.
Every character that is not white space lies in exactly one token.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from vidocq.language.boundaries import boundary_words

_APOSTROPHE = "['’ʼ]"
_HYPHEN = "[-\u2010\u2011]"
# Scripts without spaces between words: one token a character.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that belong to the letter before them, which ``\w`` leaves out; joiners, soft hyphen.
_MARK = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03"
    "\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u2060\ufe0f"
)
_ADDRESS = (
    r"(?i:(?:https?|hxxps?|ftps?|tcp|udp)(?:://|\[:\]//)|www\.)"
    r"[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?…’')\]}]"
)
_SPACED_GROUP = r"[ \u00a0\u2009\u202f]"
_NUMBER = (
    rf"\d{{1,3}}(?:{_SPACED_GROUP}\d{{3}}(?!\d))+(?:[.,]\d++)?"
    rf"|\d++(?:[.,]\d++|{_APOSTROPHE}\d{{3}}(?!\d))+"
)
_NOT_PLAIN = re.compile(f"[{_UNSPACED}{_MARK}]")


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The tokens of ``text[start:end]`` as ``(start, end)`` in code points of ``text``.

    One token each: a word with its digits and marks ("APT31"), a number with its group separators
    and decimals ("16,000", "30 000", "1.5"), letters with full stops ("U.S."), a URL, an e-mail
    address, a CVE number, a dotted name ("Win32.Ransom.WannaCry"), any other sign, any Chinese
    or Japanese character. French and Italian elisions end with their apostrophe ("l’" "APT30"),
    English clitics begin with it ("China" "’s"), "n't" is split off as in the Penn Treebank
    ("did" "n't", "ca" "n't"). Hyphens are tokens ("state" "-" "sponsored").
    """
    stop = len(text) if end is None else end
    plain = _NOT_PLAIN.search(text, start, stop) is None
    matches = _pattern(plain).finditer(text, start, stop)
    return [match.span() for match in matches]


def cut(tokens: list[tuple[int, int]], seams: Sequence[int]) -> list[tuple[int, int]]:
    """The same tokens, in two or more where one of the sorted positions ``seams`` lies inside."""
    pieces: list[tuple[int, int]] = []
    for start, end in tokens:
        inside = seams[bisect_right(seams, start) : bisect_left(seams, end)]
        edges = [start, *inside, end]
        pieces.extend(pairwise(edges))
    return pieces


@cache
def _pattern(plain: bool) -> re.Pattern[str]:
    """The expression; ``plain``: for texts in which a word has no marks and all scripts put spaces between words. Most are so, and
    the classes of such characters, some hundred of them, take a tenth of a second to compile."""
    openers = "|".join(sorted(word for word in boundary_words().openers if len(word) > 1))
    template = _template("", "") if plain else _template(_UNSPACED, _MARK)
    return re.compile(template.replace("OPENERS", openers))


def _template(unspaced: str, mark: str) -> str:
    """The alternatives, from left to right."""
    character = f"[^\\W{unspaced}]"
    letter = f"[^\\W\\d_{unspaced}]"
    # Single characters are repeated possessively, groups are not: Python before 3.11.5 matches possessive
    # groups wrong (https://github.com/python/cpython/issues/106052).
    word = f"{character}++(?:[{mark}]++{character}*+)*" if mark else f"{character}++"
    not_in_word = f"(?![\\w{mark}])"

    # "China's", "they’re": the short form after the apostrophe is a word of its own.
    clitic = f"(?i:s|re|ve|ll|d|m){not_in_word}"
    # "l’accusation", "qu'ils", "dell'intelligence": the article or pronoun ends with its apostrophe.
    elision = (
        "(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu"
        f"|gl|un|[cdn]ell|[ads]all|all|sull|coll|degl|quest|quell|tutt|nessun){_APOSTROPHE}"
        f"(?={character})(?!{clitic})"
    )
    negation = f"(?i:n){_APOSTROPHE}(?i:t){not_in_word}"
    negated = (
        "(?i:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|sha|should|must|might|may"
        f"|need|ought|dare|ai)(?={negation})"
    )
    joined = f"{word}(?:{_APOSTROPHE}(?!{clitic}){word})*"  # "aujourd'hui", "O'Brien", "п’ять"
    mail = f"{word}(?:[.+-]{word}){{0,8}}@{word}(?:(?:[.-]|\\[\\.\\]){word})+"
    flaw = f"(?i:CVE|CWE){_HYPHEN}\\d{{1,4}}+(?:{_HYPHEN}\\d++)?{not_in_word}"
    letters_with_stops = rf"{letter}\.(?:{letter}\.)+"  # "U.S.", "e.g."
    return "|".join(
        (
            f"{letter}{character}*+(?=[ ,\n])",  # most words: nothing below can hold
            _ADDRESS,
            flaw,
            f"(?<=[\\w{mark}]){_APOSTROPHE}{clitic}",
            f"(?=\\d)(?:{_NUMBER})",
            letters_with_stops,
            negated,
            negation,
            elision,
            mail,
            # Dotted names: "Win32.Ransom.WannaCry", "example[.]com"; but "breach.The" and "China.The"
            # are two sentences without a space.
            f"(?=[^\\W\\d_a-zà-ÿ]|\\w*?\\d){word}(?:(?:\\.(?!(?:OPENERS)\\b)|\\[\\.\\]){word})+",
            f"{word}(?:(?:\\.(?=[a-z0-9]|[A-Z]{{2}})|\\[\\.\\]){word})+",
            joined,
            r"\S",
        )
    )
