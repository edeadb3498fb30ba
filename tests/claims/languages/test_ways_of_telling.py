"""Ways in which reports tell of attackers and their means that are neither a plain verb nor a list."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

TOLD: Table = {
    "The hackers got in through a vulnerability in Ivanti Connect Secure, CVE-2024-21887, and then deployed LockBit ransomware.": [
        "exploits actor → product:ivanti-connect-secure",
        "exploits actor → vulnerability:cve-2024-21887",
        "uses actor → malware:lockbit",
    ],
    "The hackers broke into the ministry via a flaw in Microsoft Exchange and moved around with PsExec.": [
        "exploits actor → product:microsoft-exchange",
        "uses actor → malware:psexec",
    ],
    "The European Union condemned the cyberattack on Viasat, which it said Russia carried out.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
        "targets incident → company:viasat by bloc:eu",
    ],
    "The hackers served in GRU unit 29155.": [
        "sponsored-by actor → agency:ru-gru-29155",
    ],
    "Zhu Hua and Zhang Shilong, two hackers, worked in association with the Chinese Ministry of State Security, the FBI says.": [
        "sponsored-by person:zhang-shilong → agency:cn-mss by agency:us-fbi",
        "sponsored-by person:zhu-hua → agency:cn-mss by agency:us-fbi",
    ],
    "Two Russian hackers, Dmitry Dokuchaev and Igor Sushchin, both officers of the FSB, directed the hack of Yahoo.": [
        "attributed-to incident → person:dmitry-dokuchaev",
        "attributed-to incident → person:igor-sushchin",
        "sponsored-by person:dmitry-dokuchaev → agency:ru-fsb",
        "sponsored-by person:igor-sushchin → agency:ru-fsb",
        "targets incident → company:yahoo",
    ],
    "The hackers demanded $50 million from Acer.": [
        "targets actor → company:acer",
    ],
    "The hackers emptied the accounts of Bangladesh Bank.": [
        "targets actor → agency:bd-central-bank",
    ],
    "In 2020 hackers from the Maze gang attacked Norsk Hydro.": [
        "targets group:maze → company:norsk-hydro; in 2020",
    ],
    "The White House announced the expulsion of ten Russian diplomats over the SolarWinds hack.": [
        "responds agency:us-white-house → state:RU; 10 persons",
    ],
    "Norsk Hydro was the victim of the LockerGoga hackers.": [
        "targets group:lockergoga → company:norsk-hydro",
    ],
    "Six current and former Russian military officers hacked the Bundestag, the FBI says.": [
        "attributed-to incident → actor by agency:us-fbi",
        "sponsored-by actor → agency:ru-armed-forces by agency:us-fbi",
        "targets incident → organisation:de-bundestag by agency:us-fbi",
    ],
    "The FBI says that the APT28 hackers are linked to the GRU and that they are behind the hack of the Bundestag.": [
        "attributed-to incident → group:apt28 by agency:us-fbi",
        "sponsored-by group:apt28 → agency:ru-gru by agency:us-fbi",
        "targets incident → organisation:de-bundestag by agency:us-fbi",
    ],
}

RACONTE: Table = {
    "Berlin a condamné le piratage de Viasat, que Washington impute à APT28.": [
        "attributed-to incident → group:apt28 by state:US",
        "condemns state:DE → incident",
        "targets incident → company:viasat by state:DE",
    ],
    "Les pirates sont entrés dans le réseau du ministère grâce à une faille de Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "Le gang de pirates a réclamé 50 millions de dollars à Acer.": [
        "targets actor → company:acer",
    ],
    "Les pirates de Lazarus ont vidé les comptes de la banque centrale du Bangladesh.": [
        "targets group:lazarus → agency:bd-central-bank",
    ],
    "Selon le FBI, Yahoo a été victime des pirates du GRU.": [
        "sponsored-by actor → agency:ru-gru by agency:us-fbi",
    ],
    "L'ANSSI affirme qu'APT28 est lié au GRU et qu'il est l'auteur de cyberattaques contre la France.": [
        "sponsored-by group:apt28 → agency:ru-gru by agency:fr-anssi",
        "targets group:apt28 → state:FR by agency:fr-anssi",
    ],
    "La Norvège accuse la Russie du piratage de son Parlement. Moscou a dénoncé une provocation.": [
        "attributed-to incident → state:RU by state:NO",
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → organisation:no-parlement by state:NO",
    ],
    "La Maison Blanche a annoncé l'expulsion de dix diplomates russes après le piratage de SolarWinds.": [
        "responds agency:us-white-house → state:RU; 10 persons",
        "targets incident → company:solarwinds",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(TOLD))
def test_told(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(RACONTE))
def test_raconte(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
