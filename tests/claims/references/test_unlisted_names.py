"""Names that no list has, in languages whose common nouns have capitals, and nouns that make a name a firm's or a body's."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.model import Document, Predicate


def victims(text: str, language: str) -> set[str]:
    """The ids of those who were hit, by the rules alone."""
    claims = read(Document.from_text(text, id="d"), language=language, rules_only=True).claims
    return {
        c.object.id for c in claims if c.predicate is Predicate.TARGETS and c.object is not None
    }


@pytest.mark.parametrize(
    ("language", "text", "victim"),
    [
        ("de", "Hacker haben am Montag die QRB angegriffen.", "company:qrb"),
        (
            "de",
            "Hacker haben am Montag die Verlagsgruppe Sonnwald angegriffen.",
            "company:sonnwald",
        ),
        ("de", "Hacker haben am Montag das Systemhaus Brandeck angegriffen.", "company:brandeck"),
        ("nl", "Hackers hebben maandag de brouwerij Oudenveld aangevallen.", "company:oudenveld"),
    ],
)
def test_an_unlisted_victim_is_found(language: str, text: str, victim: str) -> None:
    assert victim in victims(text, language)


def test_a_common_noun_with_its_german_capital_is_no_name() -> None:
    assert not victims("Hacker haben am Montag die Wanderung angegriffen.", "de")


@pytest.mark.parametrize(
    ("language", "text", "victim"),
    [
        ("de", "Hacker haben am Montag den Flughafen Wiesbaden angegriffen.", "company:"),
        ("de", "Hacker haben am Montag die Kantonspolizei Luzern angegriffen.", "agency:"),
        ("de", "Hacker haben am Montag das Landgericht Bochum angegriffen.", "organisation:"),
        ("nl", "Hackers hebben maandag de luchthaven Arnhem aangevallen.", "company:"),
        ("nl", "Hackers hebben maandag de politie Tilburg aangevallen.", "agency:"),
        ("nl", "Hackers hebben maandag de rechtbank Breda aangevallen.", "organisation:"),
    ],
)
def test_a_body_named_by_its_place_is_what_its_noun_is(
    language: str, text: str, victim: str
) -> None:
    assert [one for one in victims(text, language) if one.startswith(victim)]
