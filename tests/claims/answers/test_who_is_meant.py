"""Whom an act or an accusation falls on, where lists, fronts and "not" stand between."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

MEANT: Table = {
    "The Treasury added the two hackers, Artur Sungatov and Ivan Kondratyev, to its sanctions list.": [
        "sanctions agency:us-treasury → person:artur-sungatov",
        "sanctions agency:us-treasury → person:ivan-kondratyev",
    ],
    "The Treasury sanctioned Wuhan XRZ, a front company for the Ministry of State Security, and two of its employees, Zhao Guangzong and Ni Gaobin, for cyberattacks.": [
        "sanctions agency:us-treasury → company:wuhan-xrz",
        "sanctions agency:us-treasury → person:ni-gaobin",
        "sanctions agency:us-treasury → person:zhao-guangzong",
        "sponsored-by company:wuhan-xrz → agency:cn-mss",
    ],
    "Britain sanctioned a front company in Wuhan, Wuhan XRZ, as well as two men, Zhao Guangzong and Ni Gaobin, for cyberattacks.": [
        "sanctions state:GB → company:wuhan-xrz",
        "sanctions state:GB → person:ni-gaobin",
        "sanctions state:GB → person:zhao-guangzong",
    ],
    "The hack was the work of Russia, not North Korea, officials said.": [
        "attributed-to incident → state:KP; denied",
        "attributed-to incident → state:RU",
    ],
    "The hack was carried out by Russia and not by North Korea, officials said.": [
        "attributed-to incident → state:KP; denied",
        "attributed-to incident → state:RU",
    ],
    "The hack of Marriott was carried out on behalf of Chinese intelligence, officials said.": [
        "attributed-to incident → agency:cn-intelligence",
        "targets incident → company:marriott",
    ],
    "Suspicion for the hack of OPM fell on China.": [
        "attributed-to incident → state:CN; roughly-even",
        "targets incident → agency:us-opm",
    ],
    "The hack was not carried out by Russia.": [
        "attributed-to incident → state:RU; denied",
    ],
}

VISES: Table = {
    "L'attaque informatique serait l'œuvre de pirates russes, et non du CyberCaliphate.": [
        "attributed-to incident → actor; roughly-even",
        "attributed-to incident → group:cybercaliphate; denied",
        "located-in actor → state:RU",
    ],
    "Le piratage de Marriott pourrait avoir été commis pour le compte du renseignement chinois.": [
        "attributed-to incident → agency:cn-renseignement; roughly-even",
        "targets incident → company:marriott",
    ],
    "Le Royaume-Uni et les États-Unis ont sanctionné une société-écran de Wuhan, Wuhan XRZ, ainsi que deux hommes, Zhao Guangzong et Ni Gaobin, pour cyberattaques.": [
        "sanctions state:GB → company:wuhan-xrz",
        "sanctions state:GB → person:ni-gaobin",
        "sanctions state:GB → person:zhao-guangzong",
        "sanctions state:US → company:wuhan-xrz",
        "sanctions state:US → person:ni-gaobin",
        "sanctions state:US → person:zhao-guangzong",
    ],
    "Le Trésor américain a inscrit deux pirates, Artur Sungatov et Ivan Kondratyev, sur sa liste de sanctions.": [
        "sanctions agency:us-treasury → person:artur-sungatov",
        "sanctions agency:us-treasury → person:ivan-kondratyev",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(MEANT))
def test_meant(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(VISES))
def test_vises(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
