"""What sentences of ordinary French claim: when, how many, by what means and under which names, and what goes on about a sentence before. In the form of `test_fr`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

COUNTS: Table = {
    "L'attaque informatique a touché 1 500 entreprises.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "Le piratage a touché environ 30 000 organisations.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "APT31 a piraté le Parlement finlandais en 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "Le 27 juin 2017, Sandworm a lancé l'attaque NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
    "En décembre 2015, Sandworm a attaqué l'Ukraine.": [
        "targets group:sandworm → state:UA; in 2015-12",
    ],
}

ALIASES: Table = {
    "Le groupe Nobelium, connu sous le nom d'APT29, a visé des ministères.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
    "APT28 est également connu sous le nom de Fancy Bear.": [
        "same-as group:apt28 → group:fancy-bear",
    ],
    "Fancy Bear, aussi appelé Sofacy, a visé TV5Monde.": [
        "same-as group:fancy-bear → group:sofacy",
        "targets group:fancy-bear → company:tv5-monde",
    ],
    "APT29 (alias Cozy Bear) a visé SolarWinds.": [
        "same-as group:apt29 → group:cozy-bear",
        "targets group:apt29 → company:solarwinds",
    ],
    "Microsoft suit APT29 sous le nom de Midnight Blizzard.": [
        "same-as group:apt29 → group:midnight-blizzard by company:microsoft",
    ],
}

PLACES: Table = {
    "Les pirates sont basés en Iran.": [
        "located-in actor → state:IR",
    ],
    "Le gang Evil Corp opère depuis Moscou.": [
        "located-in group:evil-corp → state:RU",
    ],
    "LockBit opère depuis la Russie.": [
        "located-in group:lockbit → state:RU",
    ],
    "Le gang Conti est basé en Russie.": [
        "located-in group:conti → state:RU",
    ],
    "Des pirates russes ont attaqué l'Estonie.": [
        "located-in actor → state:RU",
        "targets actor → state:EE",
    ],
}

TOOLS: Table = {
    "APT41 utilise Cobalt Strike.": [
        "uses group:apt41 → malware:cobalt-strike",
    ],
    "Les pirates ont eu recours à l'hameçonnage.": [
        "uses actor → technique:phishing",
    ],
    "Volt Typhoon a exploité la faille CVE-2023-27997.": [
        "exploits group:volt-typhoon → vulnerability:cve-2023-27997",
    ],
    "Hafnium a exploité la vulnérabilité CVE-2021-26855.": [
        "exploits group:hafnium → vulnerability:cve-2021-26855",
    ],
    "Les pirates ont exploité une faille de Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "APT28 recourt à l'hameçonnage.": [
        "uses group:apt28 → technique:phishing",
    ],
}

NEWS: Table = {
    "La Suisse accuse la Chine d'espionnage informatique.": [
        "attributed-to incident → state:CN by state:CH",
    ],
    "Selon le parquet de Paris, des pirates russes ont volé les données de l'hôpital.": [
        "located-in actor → state:RU by agency:fr-paris-prosecutor",
    ],
    "La Chine a fermement rejeté ces accusations de cyberattaque, les qualifiant de calomnies.": [
        "attributed-to incident → state:CN by state:CN; denied",
    ],
    "Un groupe de pirates se réclamant de l'Iran a attaqué l'Albanie.": [
        "targets actor → state:AL",
    ],
    "Le Mossad aurait piraté des stations-service iraniennes.": [
        "attributed-to incident → agency:il-mossad; roughly-even",
        "targets incident → sector:energy; roughly-even",
        "targets incident → state:IR; roughly-even",
    ],
}

REPORTED: Dated = [
    (
        "2022-09-07",
        "Les États-Unis ont accusé aujourd'hui l'Iran de la cyberattaque contre l'Albanie.",
        [
            "attributed-to incident → state:IR by state:US; said 2022-09-07",
            "targets incident → state:AL by state:US; said 2022-09-07",
        ],
    ),
    (
        "2022-09-08",
        "L'Albanie a accusé mercredi l'Iran de la cyberattaque.",
        [
            "attributed-to incident → state:IR by state:AL; said 2022-09-07",
        ],
    ),
    (
        "2021-07-19",
        "Les États-Unis ont accusé lundi la Chine de la cyberattaque contre Microsoft Exchange.",
        [
            "attributed-to incident → state:CN by state:US; said 2021-07-19",
            "targets incident → product:microsoft-exchange by state:US; said 2021-07-19",
        ],
    ),
]
"""Day of the report, sentence, claims: words such as "today" count from that day."""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(COUNTS, DATES, ALIASES, PLACES, TOOLS, NEWS),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr") == expected


@pytest.mark.parametrize(("published", "sentence", "expected"), REPORTED)
def test_a_report_of_a_day_claims(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr", published) == expected
