"""What the words around an attack say of it: from which trades to which it went, from whom it stole, what it was made with."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

WORDS: Table = {
    "APT29 was behind the cyberattacks on a range of targets, from banks and hospitals to political parties.": [
        "attributed-to incident → group:apt29",
        "targets incident → sector:finance",
        "targets incident → sector:health",
        "targets incident → sector:politics",
    ],
    "APT38 carried out the theft of 40 million dollars from Binance.": [
        "affects incident → other:dollars; 40000000 dollars",
        "attributed-to incident → group:apt38",
        "targets incident → company:binance",
    ],
    "A unit of Russia's GRU carried out the cyberattack on Kyivstar.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → company:kyivstar",
    ],
    "The FBI blamed APT41 for the ransomware attack on Siemens.": [
        "attributed-to incident → group:apt41 by agency:us-fbi",
        "targets incident → company:siemens by agency:us-fbi",
        "uses incident → technique:ransomware by agency:us-fbi",
    ],
    "The FBI blamed APT41 for the DDoS attack on Siemens.": [
        "attributed-to incident → group:apt41 by agency:us-fbi",
        "targets incident → company:siemens by agency:us-fbi",
    ],
}

FURTHER: Table = {
    "The hacking group Fancy Bear has been linked with break-ins at Siemens.": [
        "attributed-to incident → group:fancy-bear",
        "targets incident → company:siemens",
    ],
    "The group APT28 also targeted the White House and, in May, the Bundestag.": [
        "targets group:apt28 → agency:us-white-house",
        "targets group:apt28 → organisation:de-bundestag",
    ],
    "APT41 hacked Siemens in a wave of cyberattacks. Banks and hospitals in Poland were also hit.": [
        "attributed-to incident → group:apt41",
        "targets incident → company:siemens",
        "targets incident → sector:finance",
        "targets incident → sector:health",
        "targets incident → state:PL",
    ],
    "Police in Spain arrested two members of Scattered Spider.": [
        "arrests state:ES → actor; 2 persons",
    ],
    "The ministry said on May 3 that APT28 was behind the cyberattack on Siemens.": [
        "attributed-to incident → group:apt28 by organisation:ministry",
        "targets incident → company:siemens by organisation:ministry",
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(WORDS, FURTHER))
def test_what_words_say_of_an_attack(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected


def test_who_speaks_a_language_is_nobody_of_the_country() -> None:
    text = "A Russian-speaking ransomware gang called BlackBasta was responsible for the hack of Siemens."
    assert claimed(text, "en") == [
        "attributed-to incident → group:blackbasta",
        "targets incident → company:siemens",
    ]


BEHALF: Table = {
    "A grand jury charged Wu Ming with hacking Boeing on behalf of China's Ministry of State Security.": [
        "attributed-to incident → person:wu-ming by agency:us-doj",
        "indicts agency:us-doj → person:wu-ming",
        "sponsored-by person:wu-ming → agency:cn-mss by agency:us-doj",
        "targets incident → company:boeing by agency:us-doj",
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(BEHALF))
def test_for_whom(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected


def test_une_relative_entre_virgules_laisse_le_sujet() -> None:
    text = "La cyberattaque, que Kiev impute à Moscou, a visé Vodafone."
    assert claimed(text, "fr") == [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → company:vodafone",
    ]
