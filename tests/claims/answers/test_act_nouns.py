"""Arrests and charges told by a noun; whose things are, and to whom an attack is laid beyond its aims."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ACTS: Table = {
    "The FBI announced the arrest of two hackers in Spain.": [
        "arrests agency:us-fbi → actor; 2 persons",
    ],
    "The operation led to the arrest of four members of the LockBit gang in Ukraine.": [
        "arrests state:UA → actor; 4 persons",
    ],
    "The investigation led to the indictment of two Russian hackers by the U.S. Department of Justice.": [
        "indicts agency:us-doj → actor; 2 persons",
        "located-in actor → state:RU",
    ],
    "The arrest of hackers is rare.": [],
    "The operation against hackers will lead to the arrest of four members of LockBit in Ukraine.": [],
    "The UK's intelligence agencies revealed that Russian military intelligence had conducted cyber espionage against email accounts linked to the UK.": [
        "attributed-to incident → agency:ru-gru by agency:uk-intelligence-agencies",
    ],
    "The US had attributed cyber activity targeting allies and Ukraine to Russian intelligence.": [
        "attributed-to incident → agency:ru-intelligence-services by state:US",
        "targets incident → state:UA by state:US",
    ],
}

ACTES: Table = {
    "L'opération a conduit à l'inculpation de deux pirates russes par le département américain de la Justice.": [
        "indicts agency:us-doj → actor; 2 persons",
        "located-in actor → state:RU",
    ],
    "L'enquête a mené à l'arrestation de quatre pirates en Ukraine.": [
        "arrests state:UA → actor; 4 persons",
    ],
    "L'arrestation par la police espagnole d'un pirate de Scattered Spider a été annoncée lundi.": [
        "arrests agency:es-police → group:scattered-spider",
    ],
    "Lockbit a rançonné plus de 2.000 victimes dans le monde.": [
        "affects incident → nothing; about 2000 organizations",
        "attributed-to incident → group:lockbit",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(ACTS))
def test_acts(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(ACTES))
def test_actes(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
