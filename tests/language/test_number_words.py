"""Numbers written as one word in German and Dutch."""

from __future__ import annotations

import pytest

from vidocq.language.compile import load_pack


@pytest.mark.parametrize(
    ("language", "word", "value"),
    [
        ("nl", "vierhonderd", 400),
        ("nl", "twaalfduizend", 12_000),
        ("nl", "tweeëntwintig", 22),
        ("nl", "vijfenzeventigduizend", 75_000),
        ("nl", "honderdduizend", 100_000),
        ("de", "zweihundert", 200),
        ("de", "fünfundzwanzig", 25),
        ("de", "einundzwanzig", 21),
        ("de", "dreißigtausend", 30_000),
        ("de", "vierhunderttausend", 400_000),
    ],
)
def test_numbers_are_joined(language: str, word: str, value: int) -> None:
    assert load_pack(language).phrases.numbers[word] == value


def test_simple_numbers_stay_as_they_are() -> None:
    numbers = load_pack("nl").phrases.numbers
    assert (numbers["honderd"], numbers["tien"]) == (100, 10)
    assert "tienhonderd" not in numbers
