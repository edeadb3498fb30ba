"""The words around a quote, and where in them it begins and ends."""

from __future__ import annotations

from vidocq.evaluate import Passage, passages

TEXT = "Kyiv, Tuesday\nThe grid failed. Moscow denies it. Power is back.\nA new paragraph."


def marked(passage: Passage) -> str:
    """The passage with the numbers of the quotes around their words."""
    return "".join(
        f"[{''.join(map(str, sorted(p.quotes)))}:{p.words}]" if p.quotes else p.words
        for p in passage
    )


def test_a_quote_stands_in_its_paragraph() -> None:
    (passage,) = passages(TEXT, ["Moscow denies it."])
    assert marked(passage) == "The grid failed. [0:Moscow denies it.] Power is back."


def test_two_quotes_that_overlap_share_a_passage() -> None:
    (passage,) = passages(TEXT, ["The grid failed. Moscow denies it.", "Moscow denies it."])
    assert marked(passage) == "[0:The grid failed. ][01:Moscow denies it.] Power is back."


def test_quotes_of_two_paragraphs_have_two_passages() -> None:
    found = passages(TEXT, ["A new paragraph.", "Kyiv, Tuesday"])
    assert [marked(p) for p in found] == ["[1:Kyiv, Tuesday]", "[0:A new paragraph.]"]


def test_a_long_paragraph_is_cut_between_words_and_says_so() -> None:
    text = "Before it. " * 60 + "Moscow denies it." + " After it." * 60
    (passage,) = passages(text, ["Moscow denies it."])
    shown = marked(passage)
    assert shown.startswith("… ") and shown.endswith(" …")
    assert len(shown) < 450 and "[0:Moscow denies it.]" in shown
    assert set(shown.strip("… ").replace("[0:Moscow denies it.]", "").split()) == {
        "Before",
        "it.",
        "After",
    }


def test_a_quote_that_does_not_stand_there_has_no_passage() -> None:
    assert passages(TEXT, ["Moscow admits it.", ""]) == []
