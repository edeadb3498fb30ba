"""What a person sees of a reading."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.text import Text

from tests.cli.reports import ACCUSATION, notpetya, quiet
from vidocq.cli.show.console import clipped, printable
from vidocq.cli.show.reading import marked_quote, print_reading
from vidocq.cli.show.words import CONFIDENCES, LIKELIHOODS, PREDICATES
from vidocq.model import Confidence, Likelihood, Predicate, Reading


def shown(reading: Reading, *, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_reading(console, reading)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_document_comes_first() -> None:
    title, origin, *_ = shown(notpetya()).splitlines()
    assert title == "Londres accuse le GRU"
    assert origin == "La Gazette · 2018-02-15 · fr · reports/notpetya.txt"


def test_claims_stand_under_their_predicate_in_the_order_of_a_story() -> None:
    headings = [line.strip() for line in shown(notpetya()).splitlines() if line.startswith("  ")]
    found = [line for line in headings if line in PREDICATES.values()]
    assert found == ["attributed to", "sponsored by", "targets", "affects"]


def test_who_says_so_and_how_surely() -> None:
    page = one_line(shown(notpetya()))
    assert "NotPetya → GRU say so: Londres, Ottawa said 2018-02-15" in page
    assert (
        "GRU → Russie says so: NCSC (Jane Martin, directrice) with high confidence · likely" in page
    )
    assert "NotPetya ↛ Russie says it is not so: Moscou denied" in page
    assert "NotPetya say so: Londres, Ottawa happened 2017 · about 2,000 entreprises" in page
    assert "says so: the report (it names nobody) happened 2015 to 2017" in page


def test_a_passage_is_shown_once_for_the_claims_that_share_it() -> None:
    page = one_line(shown(notpetya()))
    assert page.count(ACCUSATION["quote"]) == 1
    assert page.count("in the passage [1] above") == 2


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width: int) -> None:
    lines = shown(notpetya(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_a_document_without_claims_takes_one_line() -> None:
    assert shown(quiet()) == "Le prix du blé monte  no claims\n"
    long = shown(quiet("Le prix du blé monte encore " * 9))
    assert long.count("\n") == 1 and len(long) <= 81 and long.endswith("…  no claims\n")


def test_names_are_coloured_as_words_of_their_own() -> None:
    claims = [c for c in notpetya().claims if c.span == ACCUSATION["span"]]
    quote = marked_quote(claims)
    coloured = {(quote.plain[s.start : s.end], s.style) for s in quote.spans}
    assert {("NotPetya", "yellow"), ("GRU", "magenta"), ("Londres", "cyan")} <= coloured


def test_a_document_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2JMoscou\x9b31m \u202eaissuR\u202c\r\n  \ud800"
    assert printable(hostile) == "\ufffd[2JMoscou\ufffd31m \ufffdaissuR\ufffd \ufffd"
    page = shown(quiet(hostile))
    assert page.isprintable() or set(filter(lambda c: not c.isprintable(), page)) == {"\n"}


def test_every_word_of_the_vocabularies_has_its_words() -> None:
    assert list(PREDICATES) == list(dict.fromkeys(PREDICATES)) and set(PREDICATES) == set(Predicate)
    assert set(CONFIDENCES) == set(Confidence) and set(LIKELIHOODS) == set(Likelihood)


def test_a_file_holds_the_words_that_a_terminal_shows_in_colour() -> None:
    coloured = Console(file=io.StringIO(), width=50, force_terminal=True, color_system="standard")
    for reading in (notpetya(), quiet()):
        print_reading(coloured, reading)
    assert isinstance(coloured.file, io.StringIO)
    words = Text.from_ansi(coloured.file.getvalue()).plain
    assert words == shown(notpetya(), width=50) + shown(quiet(), width=50)


@pytest.mark.parametrize(
    ("words", "clip"),
    [
        ("A quiet day", "A quiet day"),
        ("A very quiet day", "A very qui…"),
        ("日本語の記事です", "日本語の記…"),
    ],
)
def test_a_long_title_is_cut_to_its_columns(words: str, clip: str) -> None:
    assert clipped(words, 11) == clip
