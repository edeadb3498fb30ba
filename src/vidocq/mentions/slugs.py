"""The name part of an id, made of the words of a mention."""

from __future__ import annotations

import re

from vidocq.language.fold import fold

_WORDS = re.compile(r"[^\W_]+")


def slug(text: str, limit: int = 6) -> str:
    """Words of a mention as the name part of an id: lower case, without accents, joined by ``-``."""
    words = _WORDS.findall(fold(text))
    kept = [w for w in words if w not in _SMALL] or words
    return "-".join(kept[:limit])


_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "at",
        "to",
        "by",
        "for",
        "and",
        "or",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "against",
        "with",
        "from",
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d",
        "et",
        "ou",
        "sur",
        "dans",
        "en",
        "au",
        "aux",
        "a",
        "par",
        "pour",
        "contre",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
    ]
)
