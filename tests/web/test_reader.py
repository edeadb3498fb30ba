"""A text with marked passages: nothing of it is lost, whatever overlaps."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from vidocq.model import Span
from vidocq.web.reader import paragraphs_of, passages_of


def test_a_passage_is_cut_where_another_begins() -> None:
    text = "One says so. Two denies it."
    passages = passages_of([Span(0, 27), Span(13, 27), Span(0, 27)])
    assert [(one.number, one.claims) for one in passages] == [(1, (0, 2)), (2, (1,))]
    ((first, second),) = paragraphs_of(text, passages)
    assert (first.text, first.passages, first.begins, first.ends) == (
        "One says so. ",
        (1,),
        (1,),
        (),
    )
    assert (second.text, second.passages, second.begins, second.ends) == (
        "Two denies it.",
        (1, 2),
        (2,),
        (1, 2),
    )


def test_paragraphs_are_cut_at_empty_lines_and_keep_their_line_breaks() -> None:
    paragraphs = paragraphs_of("Title\n\nA line\nand another\n \t\n\nThe end\n", ())
    assert [[one.text for one in paragraph] for paragraph in paragraphs] == [
        ["Title"],
        ["A line\nand another"],
        ["The end\n"],
    ]


@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6),
)
def test_no_word_is_lost_and_each_passage_covers_its_words(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [Span(a, min(a + n, len(text))) for a, n in places if a < len(text)]
    passages = passages_of(spans)
    paragraphs = paragraphs_of(text, passages)
    shown = "".join(one.text for paragraph in paragraphs for one in paragraph)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)
    for passage in passages:
        covered = "".join(
            one.text
            for paragraph in paragraphs
            for one in paragraph
            if passage.number in one.passages
        )
        assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", passage.span.of(text))
