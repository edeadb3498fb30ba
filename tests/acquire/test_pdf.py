"""PDF: pages become paragraphs again; locked, broken and long ones are refused."""

from __future__ import annotations

import pytest

from tests.acquire.pages import locked_pdf, pdf
from vidocq.acquire import Limits, read_bytes
from vidocq.acquire.pdf import paragraphs_of
from vidocq.model import Document, ErrorKind, Unreadable

LINES = [
    "Who read the mail?",
    "June 2, 2021",
    "The ministry said on Monday that hackers had read the mail of several members of the defen-",
    "ce committee for months, and it attributed the intrusion to a group that works for a ministry",
    "abroad.",
    "The embassy denied it. “We know nothing of it”, it said in a statement that was sent to the",
    "agencies.",
]


def read(data: bytes, **limits: float) -> Document | Unreadable:
    return read_bytes(data, "report.pdf", limits=Limits(**limits))  # type: ignore[arg-type]


def test_lines_are_joined_to_paragraphs_and_split_words_to_words() -> None:
    document = read(pdf([LINES]))
    assert isinstance(document, Document), document
    assert document.text.split("\n") == [
        "Who read the mail?",
        "June 2, 2021",
        "The ministry said on Monday that hackers had read the mail of several members of the "
        "defence committee for months, and it attributed the intrusion to a group that works for "
        "a ministry abroad.",
        "The embassy denied it. “We know nothing of it”, it said in a statement that was sent to "
        "the agencies.",
    ]
    assert (document.title, document.published) == ("Who read the mail?", "2021-06-02")
    assert document.media_type == "application/pdf"


def test_the_file_tells_its_title_and_its_date() -> None:
    info = "/Title (A report on stolen mail) /CreationDate (D:20210719120000Z)"
    document = read(pdf([["The embassy denied that it had stolen the mail."]], info=info))
    assert isinstance(document, Document)
    assert (document.title, document.published) == ("A report on stolen mail", "2021-07-19")


def test_a_title_that_is_the_name_of_a_file_is_none() -> None:
    document = read(pdf([LINES], info="/Title (Microsoft Word - final draft.docx)"))
    assert isinstance(document, Document)
    assert document.title == "Who read the mail?"


def test_a_sentence_goes_on_over_the_page_and_margins_are_left_out() -> None:
    pages = [
        [f"Example Labs report {n}", *body, str(n)]
        for n, body in enumerate(
            (
                ["The group stole the mail of the ministry and of the committee in the spring of"],
                [
                    "the year 2020, and the agency blamed a unit of the army for it in the summer. It"
                ],
                ["also named four officers.", "• One of them was charged.", "• Three are abroad."],
            ),
            start=1,
        )
    ]
    text = paragraphs_of(["\r\n".join(page) for page in pages])
    assert text == (
        "The group stole the mail of the ministry and of the committee in the spring of the year "
        "2020, and the agency blamed a unit of the army for it in the summer. It also named four "
        "officers.\n• One of them was charged.\n• Three are abroad."
    )


def test_a_page_that_ends_with_a_sentence_ends_a_paragraph() -> None:
    pages = ["The ministry said that hackers had read the mail.", "2 What followed\nNothing did."]
    assert paragraphs_of(pages).startswith(
        "The ministry said that hackers had read the mail.\n2 What"
    )


@pytest.mark.parametrize("hyphen", ["\ufffe", "\ufffe\r\n", "\x02", "\N{SOFT HYPHEN}\n", "-\r\n"])
def test_a_split_word_is_whole_again_and_a_compound_keeps_its_hyphen(hyphen: str) -> None:
    assert paragraphs_of([f"the gov{hyphen}ernment said"]) == "the government said"
    page = f"A state blamed a group. It is a state{hyphen}sponsored group, sponsored for years"
    assert "a state-sponsored group" in paragraphs_of([page])


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (locked_pdf(), ErrorKind.ENCRYPTED, "password"),
        (pdf([LINES])[:300], ErrorKind.MALFORMED, "broken"),
        (b"%PDF-1.7\n" + b"not one at all " * 50, ErrorKind.MALFORMED, "broken"),
        (pdf([[]]), ErrorKind.NO_TEXT, "text recognition"),
        (pdf([["one"]] * 4), ErrorKind.TOO_MANY_PAGES, "4 pages"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, kind: ErrorKind, words: str) -> None:
    refused = read(data, pages=3)
    assert isinstance(refused, Unreadable), refused
    assert refused.kind is kind
    assert refused.message.startswith("report.pdf: ") and words in refused.message


def test_a_pdf_that_unfolds_to_a_mountain_is_bounded() -> None:
    bomb = pdf([["China hacked it. " * 200_000] * 20])
    assert len(bomb) < 500_000
    outcome = read(bomb, seconds=0.3)
    assert isinstance(outcome, Unreadable)
    assert outcome.kind in (ErrorKind.TIMEOUT, ErrorKind.TOO_LARGE)
