"""Accents put back where a text was written without any."""

from __future__ import annotations

import unicodedata

import pytest

from vidocq.language.accents import accented
from vidocq.language.compile import load_pack

TEXTS = {
    "fr": [
        "Le ministère a été piraté, a révélé mardi l’agence de sécurité.",
        "La Chine a démenti être à l’origine de la cyberattaque contre le ministère des Affaires étrangères.",
        "Trois Russes ont été arrêtés et inculpés : ils sont accusés d’avoir pénétré des réseaux à l’étranger.",
        "L’Élysée n’a pas précisé si les données dérobées ont été publiées.",
    ],
    "es": [
        "Londres acusó a Rusia del ciberataque y confirmó sanciones económicas contra tres compañías.",
        "El ministerio confirmó que los piratas robaron información y atacaron también a energéticas.",
    ],
    "it": [
        "Il ministro ha denunciato che la società è stata colpita e che la città non può più operare.",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(c, t) for c, ts in TEXTS.items() for t in ts])
def test_the_words_around_decide_between_two_spellings(language: str, text: str) -> None:
    without = bare(text)
    assert without != text
    assert accented(without, load_pack(language)) == text


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministere a ete pirate, a revele l’agence. Pékin dement."),  # one accent
        ("fr", "Moscou accuse Paris. Le groupe attaque la banque."),  # words that need none
        ("en", "The role of a cafe in the breach: expose, resume, detente, regime."),
    ],
)
def test_a_text_that_has_its_accents_is_left_as_it_is(language: str, text: str) -> None:
    assert accented(text, load_pack(language)) == text
