"""The words of a page, for a first look: all that the main text may hold, and no scripts."""

from __future__ import annotations

import pytest

from tests.acquire.pages import PAGE
from vidocq.acquire import Limits
from vidocq.acquire.crude import crude_text
from vidocq.acquire.html import read_html


def test_every_word_of_the_main_text_is_there() -> None:
    words = crude_text(PAGE.encode())
    assert words is not None
    found = read_html(PAGE.encode(), Limits())
    assert set(found.text.split()) <= set(words.split())


@pytest.mark.parametrize(
    ("page", "word"),
    [
        ("<p>a cyber<b>attack</b> on it", "cyberattack"),
        ("<p>the <span class='x'>h</span>ackers", "hackers"),
        ("<td>one</td><td>two</td>", "two"),
        ("<p>pirat&eacute;", "piraté"),
        ("<p>hack&shy;ers", "hackers"),
        ('<meta property="og:title" content="Hackers strike">', "Hackers"),
        ('<script type="application/ld+json">{"headline": "Hackers"}</script>', '"Hackers"}'),
    ],
)
def test_words_are_found_through_markup(page: str, word: str) -> None:
    assert word in (crude_text(page.encode()) or "").split()


def test_scripts_and_styles_are_left_out() -> None:
    page = "<style>.hack{}</style><script>var password;</script><p>It rained.</p>"
    assert (crude_text(page.encode()) or "").split() == ["It", "rained."]


def test_what_cannot_be_decoded_is_left_to_the_reader() -> None:
    assert crude_text(b"<p>caf\xe9 \x81", "utf-8") is None
