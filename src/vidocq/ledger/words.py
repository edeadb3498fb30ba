"""Words as both databases index them, what a person asks for with them, and how well a text answers."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

Term = tuple[tuple[str, ...], bool]
"""What is searched for: the words of a phrase in order, and whether the last may be a beginning."""

WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')

TITLE_WEIGHT = 4.0
_USUAL_CHARACTERS = 4000


def plain(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


def terms_of(words: str) -> list[Term]:
    """What a person asks for: words that must all stand, ``"phrases"`` in order, ``beginning*``.

    Case and accents do not count; signs only separate words (``APT-31`` is ``apt 31`` in order).
    """
    terms: list[Term] = []
    for match in _ASKED.finditer(words):
        phrase, word = match.groups()
        asked = phrase if phrase is not None else word
        parts = tuple(WORD.findall(plain(asked)))
        if parts:
            terms.append((parts, phrase is None and asked.endswith("*")))
    return terms


def relevance(title: str, body: str, terms: Sequence[Term]) -> float:
    """How well a text answers: how often it has each term, with less for each more, and for length.

    The form is that of BM25 (k1 1.2, b 0.75) without the rarity of a term, which needs the whole
    collection; a term in the title counts four times. 0 where a term is missing.
    """
    title, body = plain(title).replace("_", " "), plain(body).replace("_", " ")
    length = 0.25 + 0.75 * len(body) / _USUAL_CHARACTERS
    score = 0.0
    for words, beginning in terms:
        # Begins with the word itself, which is looked for much faster than an edge before it.
        pattern = re.compile(r"\W+".join(words) + ("" if beginning else r"\b"))
        often = _often(pattern, body) + TITLE_WEIGHT * _often(pattern, title)
        if not often:
            return 0.0
        score += often * 2.2 / (often + 1.2 * length)
    return math.floor(score * 1e6) / 1e6


def _often(pattern: re.Pattern[str], text: str) -> int:
    starts = (match.start() for match in pattern.finditer(text))
    return sum(1 for start in starts if not start or not text[start - 1].isalnum())
