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
        "uses incident → technique:ransomware by state:US",
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
    "Hackers of Red Sparrow Brigade leaked personal information of a Polish bank.": [
        "targets group:red-sparrow-brigade → company:pl-bank",
    ],
    'A Polish bank was hacked by hackers "Sable Wasp"': [
        "attributed-to incident → group:sable-wasp",
        "targets incident → company:pl-bank",
    ],
    "The website of a Polish bank was defaced by hackers of a group called Cyber Tulip Army.": [
        "attributed-to incident → group:cyber-tulip-army",
        "targets incident → company:pl-bank",
    ],
    "Members of a group known as Kestrel Cell hacked a Polish bank.": [
        "attributed-to incident → group:kestrel-cell",
        "targets incident → company:pl-bank",
    ],
    "Chinese, Russian and Iranian hackers hacked the Norwegian parliament.": [
        "attributed-to incident → actor",
        "located-in actor → state:CN",
        "located-in actor → state:IR",
        "located-in actor → state:RU",
        "targets incident → organisation:no-parliament",
    ],
    "Kaspersky attributed a hacking campaign, targeting military entities, in the Middle East to WIRTE.": [
        "attributed-to incident → group:wirte by company:kaspersky",
    ],
    "A hacking campaign hit banks in Chile. Kaspersky identified the attackers as LuminousMoth.": [
        "attributed-to incident → group:luminousmoth by company:kaspersky",
        "targets incident → sector:finance",
        "targets incident → state:CL",
    ],
    "The Rustpeck malware by APT28 was used against targets in Mongolia.": [
        "attributed-to malware:rustpeck → group:apt28",
        "targets incident → state:MN",
        "uses incident → malware:rustpeck",
    ],
    "Based on an inquiry, the Justice Department filed charges against Ivan Polin, a Russian national, for hacking a Polish bank.": [
        "attributed-to incident → person:ivan-polin by agency:us-doj",
        "indicts agency:us-doj → person:ivan-polin",
        "located-in person:ivan-polin → state:RU by agency:us-doj",
        "targets incident → company:pl-bank by agency:us-doj",
    ],
    "Backed by Iran, the group Kestrel hacked the Norwegian parliament.": [
        "attributed-to incident → group:kestrel",
        "sponsored-by group:kestrel → state:IR",
        "targets incident → organisation:no-parliament",
    ],
    "The hack was linked to the Ministry of Science and the Tajik Army.": [
        "attributed-to incident → organisation:ministry-science",
        "attributed-to incident → organisation:tj-army",
    ],
    "Hackers of Turkish origin defaced the website of a Polish bank.": [
        "attributed-to incident → actor",
        "located-in actor → state:TR",
        "targets incident → company:pl-bank",
    ],
    "The cyberattack on the Norwegian parliament originated in China.": [
        "attributed-to incident → state:CN",
        "targets incident → organisation:no-parliament",
    ],
    "The hackers, who are thought to be Iranian, hacked a Polish bank.": [
        "attributed-to incident → actor",
        "located-in actor → state:IR; likely",
        "targets incident → company:pl-bank",
    ],
    "The cyberattack on a Polish bank was carried out by the Tajik army.": [
        "attributed-to incident → agency:tj-army",
        "targets incident → company:pl-bank",
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(ATTACKERS))
def test_who_attacked(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected
