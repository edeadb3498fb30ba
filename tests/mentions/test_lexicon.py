"""Tokens with what they are: cut as the tokeniser cuts, remembered from one text to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.language.compile import load_pack
from vidocq.language.tokens import tokenise
from vidocq.mentions import lexicon as module
from vidocq.mentions.lexicon import Lexicon, lexicon

PIECES = st.sampled_from(
    [
        "l’attaque",
        "China’s",
        "30",
        "000",
        "16,000",
        "1.5",
        "U.S.",
        "didn’t",
        "it.”The",
        "A",
        "état-",
        "CVE-2021-26855",
        "(",
        "ß",
        "東京",
        "é",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map(" ".join)


@given(TEXTS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_tokens_are_those_of_the_tokeniser(language: str, text: str) -> None:
    found = lexicon(language).tokens(text, 0, len(text))
    assert [(piece.start, piece.end) for piece in found] == tokenise(text)


def test_a_part_of_a_text_keeps_the_positions_of_the_whole() -> None:
    text = "It began.  Russia’s  army did"
    found = lexicon("en").tokens(text, 11, len(text))
    assert [text[piece.start : piece.end] for piece in found] == ["Russia", "’s", "army", "did"]


def test_capitals_without_accents_are_read_as_the_word_with_them() -> None:
    entries = [piece.entry for piece in lexicon("fr").tokens("A Paris, Etat et EDF", 0, 20)]
    assert [e.key for e in entries] == ["à", "paris", ",", "état", "et", "edf"]
    assert entries[0].word is load_pack("fr").words["à"]


@pytest.mark.parametrize(
    ("written", "capital"), [("Fancy", True), ("v0g3lSec", True), ("apt", False), ("2021", False)]
)
def test_names_in_odd_spellings_count_as_capitalised(written: str, capital: bool) -> None:
    assert lexicon("en").entry(written).capital is capital


def test_what_is_met_again_is_remembered_and_the_rest_is_forgotten() -> None:
    words = Lexicon(load_pack("en"))

    def entry(written: str) -> module.Entry:
        (piece,) = words.tokens(written, 0, len(written))
        return piece.entry

    bound = module._REMEMBERED
    again, once = entry("again"), entry("once")
    for n in range(2 * bound):
        entry(f"w{n}")
        if n == bound:
            assert entry("again") is again
    assert len(words.passages) <= bound
    assert entry("again") is again
    assert entry("once") is not once
