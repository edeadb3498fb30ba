"""What is read at all, and how much of it: short reports by a single word of the field, long texts by many."""

from __future__ import annotations

import pytest

from tests.claims.listening import listen
from vidocq.claims.discourse.relevance import is_dense, speaks_of_attacks
from vidocq.claims.reading import read_drafts
from vidocq.language.compile import load_pack
from vidocq.mentions.names import Scan, find_names, match_names, name_index
from vidocq.mentions.weak import settle
from vidocq.model import Document

ROADS = "The council met again on Tuesday and spoke of roads, bridges and the price of sand. "
SHORT = (
    "The bakery chain Sonnenkorn told its customers on Monday that ransomware had got into the tills. "
    + ROADS * 8
)
"""A report of some 130 words with a single word of the field."""


def looked_through(text: str, language: str = "en") -> tuple[Scan, bool]:
    """What was found in a text, and whether it is about attacks as a whole."""
    scan = find_names(text, name_index(language))
    return scan, is_dense(text, scan, settle(text, scan, load_pack(language)))


def spoken_of(text: str, language: str = "en") -> bool:
    pack = load_pack(language)
    matches = match_names(text, name_index(language))
    return speaks_of_attacks(Document.from_text(text, language=language), pack, matches)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SHORT, "en"),
        ("Un rançongiciel a atteint mercredi le grossiste. " + "On livre à la main. " * 30, "fr"),
        ("Gijzelsoftware legde maandag de veiling stil. " + "De bloemen wachten. " * 40, "nl"),
    ],
)
def test_one_word_of_the_field_makes_a_short_report_one_on_attacks(
    text: str, language: str
) -> None:
    scan, dense = looked_through(text, language)
    assert len(set(scan.field)) == 1
    assert spoken_of(text, language)
    assert dense


def test_the_trained_reader_looks_at_every_sentence_of_a_short_report() -> None:
    sentences = SHORT.count(". ")
    assert listen(SHORT, "en").sentences == sentences


def test_in_a_long_text_a_few_words_in_passing_are_not_what_it_is_about() -> None:
    text = ROADS * 40 + "Somebody asked about ransomware and about malware. " + ROADS * 40
    _, dense = looked_through(text)
    assert not dense


def test_a_long_text_with_many_words_of_the_field_is_about_attacks() -> None:
    told = "The hackers broke into the servers and left malware behind, the ministry said. "
    text = told * 10 + ROADS * 20
    assert text.count(" ") > 400
    assert looked_through(text)[1]


def test_a_figure_of_speech_in_a_long_text_is_passed_over() -> None:
    assert not spoken_of(
        ROADS * 40 + "He had, he joked, hacked his way through the woods. " + ROADS * 10
    )


def test_where_the_rules_find_nothing_in_a_long_text_on_other_matters_nobody_else_is_asked() -> (
    None
):
    aside = "Somebody asked about ransomware and hackers, and the mayor laughed. "
    assert listen(ROADS * 40 + aside + ROADS * 40, "en").sentences == 0
    blamed = "Germany accused Russia of hacking its parliament with malware. "
    assert listen(ROADS * 40 + blamed + ROADS * 40, "en").sentences > 0


def test_the_sentences_of_such_a_text_are_traced_all_the_same() -> None:
    aside = "Somebody asked about ransomware and hackers, and the mayor laughed. "
    document = Document.from_text(ROADS * 40 + aside + ROADS * 40, language="en")
    _, sentences, drafts = read_drafts(document, load_pack("en"))
    assert not drafts
    assert aside.strip() in [sentence.words for sentence in sentences]
