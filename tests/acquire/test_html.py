"""HTML: the main text without the menus, and what the page says of itself."""

from __future__ import annotations

import pytest

from tests.acquire.pages import PAGE
from vidocq.acquire import Limits, read_bytes
from vidocq.acquire.html import read_html
from vidocq.acquire.limits import Refused
from vidocq.model import Document, ErrorKind, Unreadable


def read(page: str | bytes, **given: str) -> Document:
    data = page.encode() if isinstance(page, str) else page
    document = read_bytes(data, "page.html", **given)
    assert isinstance(document, Document), document
    return document


def refusal(page: str | bytes, limits: Limits = Limits()) -> ErrorKind:  # noqa: B008
    with pytest.raises(Refused) as refused:
        read_html(page.encode() if isinstance(page, str) else page, limits)
    return refused.value.kind


def test_the_main_text_is_kept_and_the_menus_are_not() -> None:
    text = read(PAGE).text
    assert text.startswith("Paris accuse un groupe lié à la Chine\n")
    assert text.count("Paris accuse un groupe") == 1
    assert "« Nous n’en savons rien », a répondu l’ambassade de Chine à Paris" in text
    assert "Météo" not in text
    assert "Abonnez-vous" not in text


def test_the_page_tells_title_date_publisher_language_and_address() -> None:
    page = read(PAGE)
    assert page.title == "Paris accuse un groupe lié à la Chine"
    assert page.published == "2021-07-21"
    assert page.publisher == "Le Courrier du soir"
    assert page.language == "fr"
    assert page.address == "https://courrier.example/monde/paris-accuse"
    assert page.media_type == "text/html"


def test_the_date_of_the_page_goes_before_the_date_in_the_name_of_its_file() -> None:
    saved = read_bytes(PAGE.encode(), "saved-2024-01-31.html")
    assert isinstance(saved, Document)
    assert saved.published == "2021-07-21"


def test_a_year_in_the_footer_is_no_date() -> None:
    undated = "\n".join(line for line in PAGE.split("\n") if "published_time" not in line)
    assert read(undated).published is None


def test_a_headline_outside_the_main_text_opens_the_text() -> None:
    page = PAGE.replace("<h1>Paris accuse un groupe lié à la Chine</h1>", "")
    assert read(page).text.startswith("Paris accuse un groupe lié à la Chine\n\nLe ministère")


@pytest.mark.parametrize(
    "page",
    [
        "<p>China hacked the parliament.</p>",
        "<html><body><div><span>China hacked the parliament.</span></div></body></html>",
        "<html><body><table><tr><td>China hacked the parliament.</td></tr></table></body></html>",
        "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'>"
        "<body><p>China hacked the parliament.</p></body></html>",
        "<html><body><p>China hacked the parliament.",
    ],
)
def test_a_page_in_which_nothing_stands_out_gives_all_its_text(page: str) -> None:
    assert read(page).text == "China hacked the parliament."


def test_the_rows_of_a_table_are_lines() -> None:
    table = "<table><tr><th>Group</th><th>Accused of</th></tr><tr><td>APT31</td><td>Theft</td></tr></table>"
    text = read(PAGE.replace("</article>", f"{table}</article>")).text
    assert text.endswith("\nGroup | Accused of\nAPT31 | Theft")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><div id=root></div><script>var text = 'China hacked it';</script></body></html>",
        "<html><head><style>p { color: red }</style></head><body></body></html>",
        "<html><body><img src=a.png><p>&nbsp;</p></body></html>",
    ],
)
def test_a_page_of_scripts_and_pictures_has_no_text(page: str) -> None:
    assert refusal(page) is ErrorKind.NO_TEXT


def test_the_encoding_is_the_one_of_the_server_or_of_the_page() -> None:
    latin = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")
    assert "a déclaré" in read(latin).text
    polish = PAGE.replace("Le ministère", "Ministerstwo w Łodzi").replace("’", "'")
    polish = polish.replace("«", "").replace("»", "").replace("©", "")
    polish = polish.replace('<meta charset="utf-8">', "").replace("à", "a").replace("è", "e")
    page = read(polish.encode("iso8859-2"), charset="iso-8859-2", media_type="text/html")
    assert "Ministerstwo w Łodzi" in page.text


def test_a_canonical_address_of_no_web_scheme_is_not_believed() -> None:
    page = PAGE.replace("https://courrier.example/monde/paris-accuse", "javascript:alert(1)")
    read_from = "https://mirror.example/page"
    assert read(page, address=read_from, media_type="text/html").address == read_from


@pytest.mark.parametrize("depth", [250, 5_000, 300_000])
def test_a_page_nested_too_deeply_is_refused(depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + "China hacked it." + "</div>" * depth
    assert refusal(page) is ErrorKind.TOO_DEEP


def test_paragraphs_that_are_never_closed_are_no_nesting() -> None:
    page = "<html><body><article>" + "<p>The ministry blamed a group." * 1000
    assert read(page).text.count("The ministry blamed a group.") > 900


def test_a_page_that_takes_too_long_is_ended_and_the_next_one_is_read() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(300_000))
    page = f"<html><body><p {attributes}>China hacked it.</p></body></html>".encode()
    late = read_bytes(page, "attributes.html", limits=Limits(seconds=0.5))
    assert isinstance(late, Unreadable)
    assert late.kind is ErrorKind.TIMEOUT
    assert "attributes.html" in late.message and "0.5 s" in late.message
    assert read(PAGE).language == "fr"
