"""A plain copy of a text, and the way back to the words of the document."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.language.plain import is_plain, plain
from vidocq.language.sentences import split, unwrapped


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tehran  denied   it.", "Tehran denied it."),
        ("North\u00a0Korea, 30\u202f000 machines", "North Korea, 30 000 machines"),
        ("en line\r\nafter line\r\n", "en line\nafter line\n"),
        ("Pe\u0301kin a de\u0301menti", "Pékin a démenti"),
        ("cyber\u00adattaque\u200b, \ufeffdit-il", "cyberattaque, dit-il"),
        (
            "a mark for which there is no letter: x\u0301",
            "a mark for which there is no letter: x\u0301",
        ),
    ],
)
def test_signs_that_say_nothing_are_taken_out(written: str, read: str) -> None:
    assert plain(written).text == read
    assert is_plain(read) or "\u0301" in read
    assert not is_plain(written)


def test_the_way_back_leads_to_the_words_as_they_stand() -> None:
    text = "Le  ministe\u0300re\r\nde  l’Inte\u0301rieur  accuse North\u00a0\u00a0Korea."
    copy = plain(text)
    at = copy.text.index("ministère\nde l’Intérieur")
    start, end = copy.back(at, at + len("ministère\nde l’Intérieur"))
    assert text[start:end] == "ministe\u0300re\r\nde  l’Inte\u0301rieur"


WRAPPED = """Ministry says a neighbour is
behind the hack

The ministry said on Tuesday that North
Korea had taken its mail servers down for a
whole day and a night in June.

- servers
- clients
"""


def test_lines_inside_a_sentence_are_unbroken_and_no_others() -> None:
    """A headline of two short lines is known by the width of the lines below it."""
    assert unwrapped(WRAPPED)[0].split("\n") == [
        "Ministry says a neighbour is behind the hack",
        "",
        "The ministry said on Tuesday that North Korea had taken its mail servers down for a whole day and a night in June.",
        "",
        "- servers",
        "- clients",
        "",
    ]
    assert len(unwrapped(WRAPPED)[0]) == len(WRAPPED)
    assert split(unwrapped(WRAPPED)[0]) == split(WRAPPED)


signs = st.text(st.sampled_from("ab eé.\u0301\u0300\u00a0\u202f\r\n\u00ad\u200b  "), max_size=60)


@given(signs, st.data())
def test_every_passage_leads_back_to_one_that_is_plain_as_it_is(
    text: str, data: st.DataObject
) -> None:
    """From the begin of a passage to its end the document says the same, marks and spaces apart."""
    copy = plain(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    if start == end:
        return
    a, b = copy.back(start, end)
    assert 0 <= a < b <= len(text)
    assert bare(text[a:b]) == bare(copy.text[start:end])
    assert copy.back(0, len(copy.text))[0] <= a and b <= copy.back(0, len(copy.text))[1]


def bare(text: str) -> str:
    """Letters and stops alone, without their marks."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if c.isalnum() or c == ".")
