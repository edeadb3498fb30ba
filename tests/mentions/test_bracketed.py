"""Short names in brackets: the same body once more, wherever the text has them."""

from __future__ import annotations

import pytest

from tests.mentions.test_named_bodies import named


def test_initials_in_brackets_are_the_body_before_them() -> None:
    text = (
        "Thieves hit the Maple Valley Hospital (MVH) last week. MVH has said that it will not pay."
    )
    assert named(text, "en") == {"organisation:maple-valley-hospital"}


@pytest.mark.parametrize(
    ("text", "language", "entity"),
    [
        (
            "Os ladrões atacaram a Companhia Paranaense de Energia (Copel) ontem. A Copel nega.",
            "pt",
            "company:companhia-paranaense-energia",
        ),
        (
            "Los piratas atacaron ayer a Petróleos Mexicanos (Pemex) con un programa.",
            "es",
            "company:pemex",
        ),
    ],
)
def test_a_word_made_of_the_name_is_the_same_firm(text: str, language: str, entity: str) -> None:
    assert named(text, language) == {entity}


def test_what_else_stands_in_brackets_names_nobody() -> None:
    found = named("The robbers hit the University of Calgary (Alberta) last night.", "en")
    assert "organisation:university-calgary" in found
    assert len(found - {"place:alberta"}) == 1
