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
    "FIN99: Hacker group targets Chilean ministries.": [
        "targets group:fin99 → sector:government",
        "targets group:fin99 → state:CL",
    ],
    "The FIN99 hackers are Peru-linked.": [
        "sponsored-by group:fin99 → state:PE",
    ],
    "The hackers are Peru-based and breached a Polish bank.": [
        "attributed-to incident → actor",
        "located-in actor → state:PE",
        "targets incident → company:pl-bank",
    ],
    "The websites were hit with DDoS attacks by the Cuba-linked, pro-Russian group FIN99.": [
        "sponsored-by group:fin99 → state:CU",
        "uses group:fin99 → technique:ddos",
    ],
    "Polish banks were disrupted with ransomware attacks, according to a joint advisory from Dutch and Danish agencies.": [
        "targets incident → sector:finance by state:NL",
        "targets incident → state:PL by state:NL",
        "uses incident → technique:ransomware by state:NL",
    ],
    "The message accused Chile of supporting the Harbour Front after the site was hacked.": [],
    "Peru's Computer Emergency Response Team was asked to look into the cyberattack.": [],
    "The government of Ghana used spyware tools against trade unions.": [
        "targets state:GH → sector:civil-society",
        "uses state:GH → technique:spyware",
    ],
    "A Polish bank was hacked in March. In 2017, Poland indicted two Peruvian agents for the hack.": [
        "attributed-to incident → actor by state:PL",
        "indicts state:PL → actor; in 2017; 2 persons",
        "located-in actor → state:PE by state:PL",
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
    "Mandiant attributed a phishing campaign, targeting shipyards, in the Baltic to FIN99.": [
        "attributed-to incident → group:fin99 by company:mandiant",
    ],
    "A hacking campaign hit banks in Chile. ESET identified the attackers as FIN99.": [
        "attributed-to incident → group:fin99 by company:eset",
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
        "attributed-to incident → agency:ministry-science",
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
    "FIN99: A New Hacking Campaign Hits Polish Shipyards": [
        "attributed-to incident → group:fin99",
        "targets incident → state:PL",
    ],
    "Anonymous Attacks Dutch Foreign Ministry Over Whale Hunt": [
        "targets group:anonymous → agency:nl-ministry-of-foreign-affairs",
    ],
    "Anonymous attacks on judges have risen.": [],
    "The Rustpeck malware by the APT  QUILLMOTH was used against a Polish bank.": [
        "attributed-to malware:rustpeck → group:quillmoth",
        "targets incident → company:pl-bank",
        "uses incident → malware:rustpeck",
    ],
    "Anonymous announced that the collective has hacked a Polish bank.": [
        "attributed-to incident → group:anonymous by group:anonymous",
        "targets incident → company:pl-bank by group:anonymous",
    ],
    "A hacking campaign hit banks in Chile. ESET names the instigators as FIN99.": [
        "attributed-to incident → group:fin99 by company:eset",
        "targets incident → sector:finance",
        "targets incident → state:CL",
    ],
    "The Cuba Ransomware Gang claimed responsibility for the cyberattack on Kenya.": [
        "attributed-to incident → group:cuba-ransomware-gang by group:cuba-ransomware-gang",
        "targets incident → state:KE",
    ],
    "Hackers struck the Harbour Police Department and offices that backed the new law, knocking out their servers.": [
        "targets actor → organisation:police-department",
    ],
    "The Fireant gang hacked the UK-based Lakeside Dental Group.": [
        "attributed-to incident → group:fireant",
        "targets incident → company:gb-lakeside-dental-group",
    ],
    "The Dark Heron Group hacked a Polish bank.": [
        "attributed-to incident → group:dark-heron-group",
        "targets incident → company:pl-bank",
    ],
    "Lakeside Dental Group was hacked by the Fireant Group.": [
        "attributed-to incident → group:fireant-group",
        "targets incident → company:lakeside-dental-group",
    ],
    "Anonymous has leaked close to 40GB worth of data from Peru's national police.": [
        "targets group:anonymous → organisation:pe-national-police",
    ],
    "A Polish bank was hacked by a group that officials say is backed by Iran.": [
        "sponsored-by actor → state:IR",
        "targets actor → company:pl-bank",
    ],
    "A Polish bank was hacked by hackers who experts believe are Russian.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → company:pl-bank",
    ],
    "A Polish bank was hacked by hackers believed by experts to be Russian.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → company:pl-bank",
    ],
    "The servers were infiltrated in a breach that officials believe was carried out by China.": [
        "attributed-to incident → state:CN; likely",
    ],
    "Hackers supporting the Syrian regime hacked a Polish bank.": [
        "targets actor → company:pl-bank",
    ],
    "North Korean state actors hacked a Polish bank.": [
        "attributed-to incident → actor",
        "sponsored-by actor → state:KP",
        "targets incident → company:pl-bank",
    ],
    "Peruvian hackers deface 20 Polish websites in support of Chile.": [
        "affects incident → other:polish-websites; 20 systems",
        "attributed-to incident → actor",
        "located-in actor → state:PE",
        "targets incident → state:PL",
    ],
    "A Polish bank was hacked by anonymous hackers, who posted the Indian national anthem on its portal.": [
        "targets actor → company:pl-bank",
    ],
    "Hackers believed to work for the Peruvian government hacked Poland's foreign ministry and the country's diplomats.": [
        "sponsored-by actor → state:PE; likely",
        "targets actor → organisation:pl-foreign-ministry",
        "targets actor → state:PL",
    ],
    "Hackers target organisations outside Ukraine.": [],
    "Unknown actors, allegedly Peruvian, hacked the Norwegian parliament.": [
        "attributed-to incident → actor",
        "located-in actor → state:PE; roughly-even",
        "targets incident → organisation:no-parliament",
    ],
    "Hackers (probably Peruvian) hacked the Norwegian parliament.": [
        "attributed-to incident → actor",
        "located-in actor → state:PE; likely",
        "targets incident → organisation:no-parliament",
    ],
    "Poland traced the hack of its parliament to servers in China.": [
        "targets incident → organisation:pl-parliament",
    ],
    "Killnet claimed responsibility for the disruption of the website of a Polish bank.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → company:pl-bank",
    ],
    "Two hackers, believed to be members of the Iranian Revolutionary Guard, hacked a Polish bank.": [
        "sponsored-by actor → agency:ir-irgc; likely",
        "targets actor → company:pl-bank",
    ],
    "The hack of a Polish bank was pulled off by APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → company:pl-bank",
    ],
    "Responsibility for the hack of a Polish bank was claimed by Killnet.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → company:pl-bank",
    ],
    "A Polish bank was hit by a cyberattack claimed by Killnet.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → company:pl-bank",
    ],
    "Production was halted after a cyberattack claimed by Killnet.": [
        "attributed-to incident → group:killnet by group:killnet",
    ],
    "Nobody has claimed responsibility for the hack of a Polish bank.": [
        "targets incident → company:pl-bank",
    ],
    "Somebody hacked a Polish bank.": [],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(ATTACKERS))
def test_who_attacked(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected
