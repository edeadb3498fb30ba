"""Plain text: the text as it stands, its opening lines, its encoding."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.acquire.dateline import parse_date, stated_date, stated_publisher
from vidocq.acquire.decode import decode
from vidocq.acquire.file_name import NameFacts, facts_of_name
from vidocq.acquire.limits import Refused
from vidocq.acquire.text import read_text, title_line
from vidocq.model import ErrorKind

SENTENCE = "Le ministère a accusé Pékin d’avoir piraté la messagerie de députés à Noël."


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Jun 17, 2016", "2016-06-17"),
        ("June 02, 2021", "2021-06-02"),
        ("Monday, July 19th, 2021", "2021-07-19"),
        ("19 July 2021", "2021-07-19"),
        ("le 19 juillet 2021", "2021-07-19"),
        ("Publié le 1er août 2021 à 14h05", "2021-08-01"),
        ("Mis à jour le lundi 19 juil. 2021", "2021-07-19"),
        ("Paris, le 19 juillet 2021", "2021-07-19"),
        ("Published on: 2021-07-19T08:30:00Z", "2021-07-19"),
        ("WASHINGTON, July 19, 2021 (Agency) - The White House blamed a ministry.", "2021-07-19"),
        ("NEW YORK — Sept. 3, 2020 — A bank said its mail had been read.", "2020-09-03"),
        ("SAN JUAN, 9 de mayo de 2022 – El ministerio acusó a un grupo.", "2022-05-09"),
        ("Publicado el 1º de junio de 2021", "2021-06-01"),
        ("Milano, lunedì 4 aprile 2022 - Un comune ha denunciato un furto.", "2022-04-04"),
        ("LISBOA, 11 de julho de 2022 – O governo negou.", "2022-07-11"),
        ("Berlin, den 3. März 2021", "2021-03-03"),
        ("Den Haag, woensdag 3 mei 2023", "2023-05-03"),
        ("El 9 de mayo de 2022, un ataque paralizó un ministerio.", None),
        ("Am 3. Mai 2021 wurde ein Ministerium angegriffen.", None),
        ("On 12 May 2017, a massive attack was unleashed on hospitals.", None),
        ("In its report of June 2, 2021, the agency blamed a group.", None),
        ("The statement of 19 July 2021", None),
        ("February 30, 2021", None),
        ("19 juillet", None),
    ],
)
def test_a_dateline_is_a_line_that_is_a_date_and_not_a_sentence_with_one(
    line: str, date: str | None
) -> None:
    assert stated_date(f"A ministry is accused\n\n{line}\nThe ministry denies it.\n") == date


def test_a_date_further_down_is_no_dateline() -> None:
    assert stated_date("One.\nTwo.\nThree.\nFour.\nFive.\nJune 2, 2021\n") is None


def test_the_date_of_a_field_may_be_written_in_words_or_in_iso() -> None:
    assert parse_date("2 juin 2021") == parse_date("2021-06-02T10:00:00+02:00") == "2021-06-02"
    assert parse_date("last summer") is None
    assert parse_date("June 2, 2021 attack on the parliament's servers") is None


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("By Mary Roe, chief executive of Example Labs.", "Example Labs"),
        ("Par Jeanne Rey, directrice de Laboratoire Exemple", "Laboratoire Exemple"),
        ("By Mary Roe", None),
        ("By then, the hackers of APT31 had left the network, said the minister.", None),
    ],
)
def test_the_house_of_an_author_is_the_publisher(line: str, house: str | None) -> None:
    assert stated_publisher(f"Who read the mail?\n{line}\nText.\n") == house


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Who read the mail?\nNobody knows.", "Who read the mail?"),
        ("# Who read the mail\n\nNobody knows.", "Who read the mail"),
        ("The worm. What to know.\nMay 15, 2017\nA worm spread.", "The worm. What to know."),
        ("China hacked the parliament.\nSo says the minister.", None),
        ("Nobody knows who read the mail", None),
        ("June 2, 2021\nNobody knows.", None),
        ("- one item\n- two items", None),
        ("x" * 300 + "\nNobody knows.", None),
    ],
)
def test_the_title_is_a_first_line_that_looks_like_one(text: str, title: str | None) -> None:
    assert title_line(text) == title


def test_the_name_of_a_file_tells_language_date_and_publisher() -> None:
    assert facts_of_name("en_2021-04-15_white-house_fact-sheet") == NameFacts(
        "en", "2021-04-15", "White House"
    )
    assert facts_of_name("report-2021-04-15-final") == NameFacts(published="2021-04-15")
    assert facts_of_name("report-2021-13-45") == NameFacts()
    assert facts_of_name("CVE-2021-26855-10") == NameFacts()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_plausible_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_a_text_in_cyrillic_letters_is_told_from_a_western_one() -> None:
    text = "Министерство заявило, что хакеры читали почту депутатов парламента. " * 8
    assert decode(text.encode("cp1251")) == text


def test_what_the_server_declares_is_used_where_the_text_is_not_utf8() -> None:
    assert decode("Łódź".encode("iso8859-2"), "ISO-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "ISO-8859-2") == "Łódź"
    assert decode(b"l\x92agence", "latin-1") == "l’agence"
    assert decode("accusé hier".encode("cp1252"), "rot13") == "accusé hier"


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode()[:-1] + b"\xc3",
        SENTENCE.encode().replace("é".encode(), b"\xc3", 1),
        bytes(range(128, 256)) * 20,
        b"\xff\xfea\x00\x00\xd8b\x00",
    ],
)
def test_a_text_that_cannot_be_told_is_refused_and_not_garbled(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.kind is ErrorKind.ENCODING
    assert "UTF-8" in refused.value.message


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_the_text_is_what_python_reads_from_the_file(text: str) -> None:
    universal = text.replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode()) == universal
    assert decode(text.encode("utf-8-sig")) == universal


def test_text_keeps_every_space_and_blank_line(tmp_path: Path) -> None:
    data = "\ufeff  A line \r\n\r\n\tanother\u00a0one\r".encode()
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    assert read_text(data).text == file.read_text(encoding="utf-8-sig")
    assert read_text(data).text == "  A line \n\n\tanother\u00a0one\n"


@pytest.mark.parametrize("line", ["#" * 5000, "A-" * 3000, "le " * 2000, "(" * 5000, "A " * 3000])
def test_a_hostile_line_takes_no_time(line: str) -> None:
    assert stated_date(line) is None
    assert stated_publisher(f"By {line}") is None
