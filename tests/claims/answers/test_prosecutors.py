"""Who charges where a sentence names nobody: the body of justice of the text, or the prosecutors of the country that it speaks of."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.claims.answers.authorities import prosecutors_named
from vidocq.language.compile import load_pack
from vidocq.mentions.names import find_names, name_index
from vidocq.mentions.weak import settle
from vidocq.model import Document, Predicate


def named(text: str, language: str) -> list[tuple[str, str]]:
    """Words and id of the prosecuting body of a text."""
    hits = settle(text, find_names(text, name_index(language)), load_pack(language))
    return [(one.text, one.id) for one in prosecutors_named(text, hits, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The United States Attorney charged officers of China's Ministry of Public Security.",
            "en",
            ("United States Attorney", "agency:us-doj"),
        ),
        (
            "Dutch prosecutors want the hackers, who are said to be close to the FBI's informant.",
            "en",
            ("Dutch prosecutors", "agency:nl-om"),
        ),
        (
            "Le procureur ukrainien a inculpé deux pirates.",
            "fr",
            ("procureur ukrainien", "agency:ua-prosecutor-general"),
        ),
        (
            "The FBI arrested a hacker. He was charged on Monday.",
            "en",
            ("FBI", "agency:us-doj"),
        ),
    ],
)
def test_whose_prosecutors_a_text_speaks_of(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    assert named(text, language) == [expected]


def test_the_police_of_the_charged_do_not_charge() -> None:
    text = (
        "The United States Attorney in Manhattan unsealed today an indictment charging eight employees of Anxun"
        " and two officers of China's Ministry of Public Security with hacking."
    )
    claims = read(Document.from_text(text, language="en"), rules_only=True).claims
    charging = {c.subject.id for c in claims if c.predicate is Predicate.INDICTS}
    assert charging == {"agency:us-doj"}
