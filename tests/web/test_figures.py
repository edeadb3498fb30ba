"""What stands on a page beside an answer: the matrix, bars, names, dates, citations, words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.ask.inventory import Year
from vidocq.ask.matrix import Accusation
from vidocq.resolve.statement import Passage
from vidocq.web.citation import citation
from vidocq.web.entities import day_words, entity_name, entity_path, shortened
from vidocq.web.heat import MOST_COLUMNS, STEPS, bars_of, heat, matrix_of
from vidocq.web.map import states_by_number
from vidocq.web.wording import WordingError, chosen_language, say


def row(by: str, of: str, accuses: int) -> Accusation:
    return Accusation(
        accuser=by,
        accuser_name=by.upper(),
        accused=of,
        accused_name=of.upper(),
        accuses=accuses,
        denies=0,
        acts=0,
        not_taken=0,
        first=None,
        last=None,
        by_act=(),
    )


def test_the_matrix_has_the_most_accusing_and_accused_first() -> None:
    matrix = matrix_of([row("a", "x", 1), row("b", "y", 5), row("a", "y", 2)])
    assert matrix.accusers == (("b", "B"), ("a", "A"))
    assert matrix.accused == (("y", "Y"), ("x", "X"))
    assert matrix.cells["a", "y"].accuses == 2
    assert (matrix.most, matrix.left_out) == (5, 0)


def test_a_matrix_too_large_for_a_page_says_how_much_it_leaves_out() -> None:
    matrix = matrix_of([row("a", f"s{n}", 100 - n) for n in range(MOST_COLUMNS + 7)])
    assert len(matrix.accused) == MOST_COLUMNS
    assert matrix.left_out == 7


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_more_is_never_paler(value: int, most: int) -> None:
    value = min(value, most)
    step = heat(value, most)
    assert 0 <= step <= STEPS
    assert (step == 0) is (value == 0)
    assert heat(most, most) >= step


def test_bars_show_empty_years_and_never_leave_the_picture() -> None:
    bars = bars_of([Year(year=2019, claims=10), Year(year=2021, claims=1)], width=300, height=50)
    assert [(bar.year, bar.claims) for bar in bars] == [(2019, 10), (2020, 0), (2021, 1)]
    assert bars[0].height == 50
    assert all(bar.x >= 0 and bar.x + bar.width <= 300 for bar in bars)
    assert all(bar.y >= 0 and round(bar.y + bar.height, 2) == 50 for bar in bars)
    assert bars_of([]) == ()


def test_an_entity_has_its_page_and_its_name_in_the_language() -> None:
    assert entity_path("incident:a/b c-2021") == "/incident/incident:a%2Fb%20c-2021"
    assert entity_path("group:apt31") == "/actor/group:apt31"
    assert entity_name("fr", "state:DE", "Germany") == "Allemagne"
    assert entity_name("en", "state:DE", "Germany") == "Germany"
    assert entity_name("fr", "bloc:nato", "NATO") == "Otan"
    assert entity_name("fr", "group:x", "X") == "X"
    assert entity_name("en", None, None) == "—"
    assert shortened("a" * 500, 10) == "aaaaaaaaa…"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2021-07-01", "1 July 2021", "1 juillet 2021"),
        ("2021-07", "July 2021", "juillet 2021"),
        ("2021", "2021", "2021"),
        ("2010/2024", "2010 – 2024", "2010 – 2024"),
        ("soon", "soon", "soon"),
        (None, "", ""),
    ],
)
def test_dates_of_any_precision(value: str | None, english: str, french: str) -> None:
    assert (day_words("en", value), day_words("fr", value)) == (english, french)


def test_a_citation_has_words_source_date_and_address() -> None:
    passage = Passage(
        quote="The group\ndid it.",
        claim="ab12",
        publisher="Wire",
        title="News",
        published="2021-07-19",
    )
    assert citation("en", passage, "https://v.example") == (
        "“The group did it.” Wire, “News”, 19 July 2021. https://v.example/claim/ab12"
    )
    assert citation("fr", Passage(quote="It did."), "https://v.example") == "« It did. »"


def test_the_map_knows_states_by_their_number() -> None:
    assert states_by_number("fr")["156"].code == "CN"
    assert states_by_number("fr")["156"].name == "Chine"


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "language"),
    [
        ("fr", "en", "en", "fr"),
        (None, "fr", "en", "fr"),
        ("xx", "yy", "de, fr;q=0.8, en;q=0.9", "en"),
        (None, None, "fr-CA", "fr"),
        (None, None, "de;q=x", "en"),
    ],
)
def test_the_language_of_the_page(
    asked: str | None, kept: str | None, accepted: str, language: str
) -> None:
    assert chosen_language(asked, kept, accepted) == language


def test_numbers_choose_their_words() -> None:
    assert say("en", "count.claims", n=1) == "1 claim"
    assert say("en", "count.claims", n=1234) == "1,234 claims"
    assert say("fr", "count.claims", n=0) == "0 assertion"
    with pytest.raises(WordingError, match=r"en\.yaml has no words for count\.nothing"):
        say("en", "count.nothing")
