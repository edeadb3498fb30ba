"""How much an attack hit: people, customers, computers and sums of money, in whatever words a report tells it."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows
from vidocq.claims import read
from vidocq.model import Document, Predicate

ENGLISH: Table = {
    "APT38 was behind the theft of over 2,300 bitcoins.": [
        "affects incident → other:bitcoins; about 2300 bitcoins",
        "attributed-to incident → group:apt38",
    ],
    "The FBI blames APT38 for the theft of $40 million in virtual assets.": [
        "affects incident → other:virtual-assets by agency:us-fbi; 40000000 dollars",
        "attributed-to incident → group:apt38 by agency:us-fbi",
    ],
    "Some 3 million customers were affected by the data breach.": [
        "affects incident → other:customers; about 3000000 persons",
    ],
    "Hackers broke in. Data was stolen from 4 million credit cards, the bank said.": [
        "affects incident → other:credit-cards; 4000000 organizations",
    ],
    "The cyberattack is estimated to have cost the company $30 million.": [
        "affects incident → nothing; 30000000 dollars",
    ],
    "The losses caused by the ransomware attack are estimated at $40 million, the FBI said.": [
        "affects incident → other:losses by agency:us-fbi; 40000000 dollars",
    ],
}

FRENCH: Table = {
    "Jusqu'à 30 millions de clients sont concernés par la fuite de données.": [
        "affects incident → other:clients; about 30000000 persons",
    ],
    "Quelque 12 000 entreprises auraient été compromises par la cyberattaque.": [
        "affects incident → nothing; roughly-even; about 12000 organizations",
    ],
    "Le FBI accuse APT38 du vol de 120 millions de dollars de cryptomonnaies.": [
        "affects incident → other:cryptomonnaies by agency:us-fbi; 120000000 dollars",
        "attributed-to incident → group:apt38 by agency:us-fbi",
    ],
    "Les pertes causées par la cyberattaque se compteraient en milliards de dollars.": [
        "affects incident → other:pertes; roughly-even; 1000000000 dollars",
    ],
}

NOTHING = [
    "The 12 defendants were charged over the cyberattack.",
    "The cyberattack will not cost the company $30 million.",
]


@pytest.mark.parametrize(("sentence", "expected"), rows(ENGLISH))
def test_a_loss(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected


@pytest.mark.parametrize(("sentence", "expected"), rows(FRENCH))
def test_une_perte(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr") == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_number_of_victims(sentence: str) -> None:
    assert not [claim for claim in claimed(sentence, "en") if claim.startswith("affects")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Hacker griffen das Netz an, und dabei bleibt es. Welche Sektoren betroffen sind, ist geheim.",
        ),
        (
            "nl",
            "Een ransomware-aanval legde de school plat. Zoveel kostte het de school om haar bestanden terug te krijgen.",
        ),
    ],
)
def test_what_hits_or_costs_may_be_told_by_no_noun(language: str, text: str) -> None:
    """A question or a clause in place of the event: nothing is counted, and nothing breaks."""
    claims = read(Document.from_text(text, language=language), rules_only=True).claims
    assert not any(c.predicate is Predicate.AFFECTS for c in claims)
