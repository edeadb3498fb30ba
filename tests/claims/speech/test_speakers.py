"""Who says it: offices, outlets that pass it on, words that go on over sentences, accusers that speak together."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

OFFICES: Table = {
    "TIRANA, Sept. 8 - Prime Minister Edi Rama said that Iran was behind the cyberattack on Albania.": [
        "attributed-to incident → state:IR by state:AL",
        "targets incident → state:AL by state:AL",
    ],
    "Guillaume Poupard said that Russia hacked TV5 Monde.": [
        "attributed-to incident → state:RU by agency:fr-anssi",
        "targets incident → company:tv5-monde by agency:fr-anssi",
    ],
    "A spokesman for the Estonian foreign ministry, Jaan Kask, said Russia carried out the cyberattack.": [
        "attributed-to incident → state:RU by agency:ee-ministry-of-foreign-affairs",
    ],
    "The Justice Department charged Li Wei, 34, with hacking Boeing. The indictment alleges that he worked for the Ministry of State Security.": [
        "attributed-to incident → person:li-wei by agency:us-doj",
        "indicts agency:us-doj → person:li-wei",
        "sponsored-by person:li-wei → agency:cn-mss by agency:us-doj",
        "targets incident → company:boeing by agency:us-doj",
    ],
}

OUTLETS: Table = {
    "The New York Times reported that Russia hacked the State Department.": [
        "attributed-to incident → state:RU via company:new-york-times",
        "targets incident → agency:us-state-department via company:new-york-times",
    ],
    "According to Bloomberg, the FBI blames China for the hack.": [
        "attributed-to incident → state:CN by agency:us-fbi via company:bloomberg",
    ],
}

CLOSING: Table = {
    "The cyberattack on Kyivstar was the work of Russia, the United States and Japan said on Tuesday.": [
        "attributed-to incident → state:RU by state:JP, state:US",
        "targets incident → company:kyivstar by state:JP, state:US",
    ],
    "APT41 hit banks in Israel, Kuwait and Oman, Microsoft and CrowdStrike said.": [
        "targets group:apt41 → sector:finance by company:crowdstrike, company:microsoft",
        "targets group:apt41 → state:IL by company:crowdstrike, company:microsoft",
        "targets group:apt41 → state:KW by company:crowdstrike, company:microsoft",
        "targets group:apt41 → state:OM by company:crowdstrike, company:microsoft",
    ],
}

INTERPOSED: Table = {
    "Iran, OFAC said, has hacked banks in Israel.": [
        "attributed-to incident → state:IR by agency:us-ofac",
        "targets incident → sector:finance by agency:us-ofac",
        "targets incident → state:IL by agency:us-ofac",
    ],
    "APT41 hit government bodies, including the Turkish parliament, Microsoft said.": [
        "targets group:apt41 → organisation:tr-parliament by company:microsoft",
        "targets group:apt41 → sector:government by company:microsoft",
    ],
    "Canada has condemned a series of cyberattacks it says were carried out by a unit of the GRU on Poland.": [
        "attributed-to incident → agency:ru-gru by state:CA",
        "condemns state:CA → incident",
        "targets incident → state:PL by state:CA",
    ],
    "Canada spoke of cyberattacks targeting Norway, attributing the actions to APT29.": [
        "attributed-to incident → group:apt29 by state:CA",
        "targets incident → state:NO",
    ],
}

GOING_ON: Table = {
    "FireEye said that APT37 hacked Boeing. The group also attacked universities in Japan.": [
        "attributed-to incident → group:apt37 by company:fireeye",
        "targets group:apt37 → sector:education by company:fireeye",
        "targets group:apt37 → state:JP by company:fireeye",
        "targets incident → company:boeing by company:fireeye",
    ],
    "FireEye said that APT37 hacked Boeing.\n\nThe group also attacked universities in Japan.": [
        "attributed-to incident → group:apt37 by company:fireeye",
        "targets group:apt37 → sector:education",
        "targets group:apt37 → state:JP",
        "targets incident → company:boeing by company:fireeye",
    ],
}

COALITIONS: Table = {
    "The United States and its allies blamed Russia for the NotPetya cyberattack. The accusation against Russia was made by the United States, Britain and Australia.": [
        "attributed-to incident → state:RU by state:AU, state:GB, state:US",
    ],
    "A group of allies and partners – including the European Union, Canada and NATO – condemned Russia's cyberattack on Viasat.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato, state:CA",
        "condemns bloc:eu → incident",
        "condemns bloc:nato → incident",
        "condemns state:CA → incident",
        "targets incident → company:viasat by bloc:eu, bloc:nato, state:CA",
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"), rows(OFFICES, CLOSING, INTERPOSED, OUTLETS, GOING_ON, COALITIONS)
)
def test_who_says_it(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == expected
