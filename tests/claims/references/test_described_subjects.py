"""Subjects over their descriptions: "officials said X, a group run by Y, hacked Z"; whose victims and ministries a text goes on about."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

DESCRIBED: Table = {
    "U.S. authorities said two Chinese nationals, Li Xiaoyu and Dong Jiazhi, participated in a hacking campaign.": [
        "attributed-to incident → person:dong-jiazhi by state:US",
        "attributed-to incident → person:li-xiaoyu by state:US",
        "located-in person:dong-jiazhi → state:CN by state:US",
        "located-in person:li-xiaoyu → state:CN by state:US",
    ],
    "Officials said APT28, a group run by the GRU, hacked the Bundestag.": [
        "attributed-to incident → group:apt28",
        "sponsored-by group:apt28 → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "Lazarus is a group of hackers led by the Reconnaissance General Bureau of North Korea.": [
        "sponsored-by group:lazarus → agency:kp-rgb",
    ],
    "Officials said the cyberattack, a wave of phishing emails, was carried out by Turla.": [
        "attributed-to incident → group:turla",
    ],
    "The Justice Department has charged several Chinese hackers with targeting news outlets. Targets in the U.S. included universities. Outside the U.S., targets included the foreign ministries of Taiwan and Indonesia.": [
        "indicts agency:us-doj → actor",
        "located-in actor → state:CN by agency:us-doj",
        "targets actor → sector:education by agency:us-doj",
        "targets actor → sector:government by agency:us-doj",
        "targets actor → sector:media by agency:us-doj",
        "targets actor → state:ID by agency:us-doj",
        "targets actor → state:TW by agency:us-doj",
    ],
}

DECRITS: Table = {
    "Une cyberattaque paralyse plusieurs administrations du Costa Rica. Le ministère des Finances a été piraté par Conti.": [
        "attributed-to incident → group:conti",
        "targets incident → agency:cr-ministere-finances",
        "targets incident → sector:government",
        "targets incident → state:CR",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(DESCRIBED))
def test_described(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(DECRITS))
def test_decrits(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
