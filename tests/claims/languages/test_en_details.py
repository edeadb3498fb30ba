"""What sentences of ordinary English claim: when, how many, by what means and under which names, and what goes on about a sentence before. In the form of `test_en`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

COUNTS: Table = {
    "Hackers stole the data of 147 million people from Equifax.": [
        "affects incident → sector:individuals; 147000000 persons",
        "targets actor → company:equifax",
    ],
    "The ransomware attack hit 40 hospitals.": [
        "affects incident → sector:health; 40 organizations",
        "uses incident → technique:ransomware",
    ],
    "About 18,000 organisations were affected by the SolarWinds hack.": [
        "affects incident → nothing; about 18000 organizations",
    ],
}

DATES: Table = {
    "Russia hacked the German parliament between 2014 and 2015, Germany said.": [
        "attributed-to incident → state:RU by state:DE; in 2014/2015",
        "targets incident → organisation:de-bundestag by state:DE; in 2014/2015",
    ],
    "In May 2017, WannaCry hit the NHS.": [
        "targets incident → agency:uk-nhs; in 2017-05",
    ],
    "APT31 hacked the Finnish parliament in 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "On 27 June 2017, Sandworm launched the NotPetya attack.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
}

ALIASES: Table = {
    "Microsoft tracks the group as Midnight Blizzard.": [
        "same-as actor → group:midnight-blizzard by company:microsoft",
    ],
    "APT28 is also known as Fancy Bear.": [
        "same-as group:apt28 → group:fancy-bear",
    ],
    "GRU Unit 74455 is better known as Sandworm.": [
        "same-as agency:ru-gru-74455 → group:sandworm",
    ],
    "Mandiant tracks APT44 as Sandworm.": [
        "same-as group:apt44 → group:sandworm by company:mandiant",
    ],
    "Sandworm is also tracked as APT44, Voodoo Bear and Seashell Blizzard.": [
        "same-as group:sandworm → group:apt44",
        "same-as group:sandworm → group:seashell-blizzard",
        "same-as group:sandworm → group:voodoo-bear",
    ],
}

PLACES: Table = {
    "LockBit operates from Russia.": [
        "located-in group:lockbit → state:RU",
    ],
    "The Conti gang is based in Saint Petersburg.": [
        "located-in group:conti → place:st-petersburg",
    ],
    "Russian hackers attacked Estonia.": [
        "located-in actor → state:RU",
        "targets actor → state:EE",
    ],
    "The hackers are based in Iran.": [
        "located-in actor → state:IR",
    ],
    "Hackers based in North Korea attacked Sony Pictures.": [
        "located-in actor → state:KP",
        "targets actor → company:sony-pictures",
    ],
    "The Evil Corp gang operates from Moscow.": [
        "located-in group:evil-corp → state:RU",
    ],
}

TOOLS: Table = {
    "Hafnium exploited CVE-2021-26855.": [
        "exploits group:hafnium → vulnerability:cve-2021-26855",
    ],
    "APT28 used phishing emails.": [
        "uses group:apt28 → technique:phishing",
    ],
    "The MSS uses criminal contract hackers, the White House said.": [
        "uses agency:cn-mss → actor by agency:us-white-house",
    ],
    "APT41 used Cobalt Strike.": [
        "uses group:apt41 → malware:cobalt-strike",
    ],
    "The hackers used spear-phishing.": [
        "uses actor → technique:spear-phishing",
    ],
    "FIN7 uses the Carbanak malware.": [
        "uses group:fin7 → malware:carbanak",
    ],
    "Volt Typhoon exploited CVE-2023-27997.": [
        "exploits group:volt-typhoon → vulnerability:cve-2023-27997",
    ],
    "Hackers exploited a vulnerability in Ivanti Connect Secure.": [
        "exploits actor → product:ivanti-connect-secure",
    ],
}

NEWS: Table = {
    "The Scattered Spider group, blamed for the hack of MGM Resorts, used social engineering.": [
        "attributed-to incident → group:scattered-spider",
        "targets incident → company:mgm-resorts",
        "uses group:scattered-spider → technique:social-engineering",
    ],
    "Vietnam-linked OceanLotus spied on BMW.": [
        "sponsored-by group:oceanlotus → state:VN",
        "targets group:oceanlotus → company:bmw",
    ],
    "Lithuania said the hackers behind the attack came from Russia.": [
        "located-in actor → state:RU by state:LT",
    ],
    "Beijing accused the NSA of hacking Northwestern Polytechnical University.": [
        "attributed-to incident → agency:us-nsa by state:CN",
        "targets incident → organisation:cn-northwestern-polytechnical by state:CN",
    ],
}

REPORTED: Dated = [
    (
        "2022-09-07",
        "The United States today accused Iran of the cyberattack on Albania.",
        [
            "attributed-to incident → state:IR by state:US; said 2022-09-07",
            "targets incident → state:AL by state:US; said 2022-09-07",
        ],
    ),
    (
        "2022-09-08",
        "Albania accused Iran of the cyberattack on Wednesday.",
        [
            "attributed-to incident → state:IR by state:AL; said 2022-09-07",
        ],
    ),
]
"""Day of the report, sentence, claims: words such as "today" count from that day."""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(COUNTS, DATES, ALIASES, PLACES, TOOLS, NEWS),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected


@pytest.mark.parametrize(("published", "sentence", "expected"), REPORTED)
def test_a_report_of_a_day_claims(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en", published) == expected
