"""Who attacked: bands under any name, adjectives that tie an actor to a state, charges, avowals, and who is no attacker."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ATTACKERS: Table = {
    "The hacker group Red Sparrow Brigade defaced the website of a Polish bank.": [
        "attributed-to incident → group:red-sparrow-brigade",
        "targets incident → company:pl-bank",
    ],
    "Hacker collective Kestrel Fang Africa hacked the servers of the Kenyan parliament.": [
        "attributed-to incident → group:kestrel-fang-africa",
        "targets incident → organisation:ke-parliament",
    ],
    "Ministry's official Blog Hacked by Anonymous": [
        "attributed-to incident → group:anonymous",
        "targets incident → organisation:ministry",
    ],
    "A Polish bank was hit by a cyberattack, with hacker group Ghost Heron claiming responsibility.": [
        "attributed-to incident → group:ghost-heron by group:ghost-heron",
        "targets incident → company:pl-bank",
    ],
    "The APT  31 hacked the Norwegian parliament.": [
        "attributed-to incident → group:apt-31",
        "targets incident → organisation:no-parliament",
    ],
    "Sowbug: Cyberespionage group targets Chilean ministries.": [
        "targets group:sowbug → sector:government",
        "targets group:sowbug → state:CL",
    ],
    "The APT36 hackers are Pakistan-linked.": [
        "sponsored-by group:apt36 → state:PK",
    ],
    "The hackers are China-based and breached a Polish bank.": [
        "attributed-to incident → actor",
        "located-in actor → state:CN",
        "targets incident → company:pl-bank",
    ],
    "The websites were hit with DDoS attacks by the Belarus-linked, pro-Russian APT UNC1151.": [
        "sponsored-by group:unc1151 → state:BY",
        "uses group:unc1151 → technique:ddos",
    ],
    "Polish banks were disrupted with ransomware attacks, according to a joint advisory from US and South Korean agencies.": [
        "targets incident → sector:finance by state:US",
        "targets incident → state:PL by state:US",
    ],
    "The message accused Chile of supporting the Harbour Front after the site was hacked.": [],
    "Iran's Computer Emergency Response Team has been tasked with investigating the cyberattack.": [],
    "The government of Ghana used spyware tools against religious leaders.": [
        "uses state:GH → technique:spyware",
    ],
    "A Polish bank was hacked in March. In 2017, the US indicted two Russian agents for the hack.": [
        "attributed-to incident → actor by state:US",
        "indicts state:US → actor; in 2017; 2 persons",
        "located-in actor → state:RU by state:US",
        "targets incident → company:pl-bank",
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(ATTACKERS))
def test_who_attacked(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected
