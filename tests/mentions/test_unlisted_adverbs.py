"""Long words in -mente that no list has: adverbs, where the language makes them so."""

from __future__ import annotations

import pytest

from vidocq.language.tags import Tag
from vidocq.mentions.lexicon import lexicon


@pytest.mark.parametrize(
    ("language", "word", "adverb"),
    [
        ("it", "Contemporaneamente", True),
        ("es", "Posteriormente", True),
        ("pt", "Inesperadamente", True),
        ("it", "Clemente", False),
        ("en", "Vehemente", False),
    ],
)
def test_unlisted_adverbs(language: str, word: str, *, adverb: bool) -> None:
    assert bool(lexicon(language).entry(word).tags & Tag.ADVERB) is adverb
