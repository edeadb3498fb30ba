"""Short descriptions of incidents, as tables of them hold: who attacked whom, in one sentence or a headline."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ATTACKERS: Table = {
    "APT28 hacks the Norwegian parliament.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:no-parliament",
    ],
    "The Killnet attacks on Lithuania continued for days.": [
        "attributed-to incident → group:killnet",
        "targets incident → state:LT",
    ],
    "Hackers of Kestrel leak internal emails of the Peruvian police.": [
        "targets group:kestrel → agency:pe-police",
    ],
    "The Kestrel Electronic Army claims to have defaced the website of the Chilean army.": [
        "attributed-to incident → group:kestrel-electronic-army by group:kestrel-electronic-army",
        "targets incident → organisation:cl-army by group:kestrel-electronic-army",
    ],
    "Anonymous Bolivia leaks emails of the Chilean army.": [
        "located-in group:anonymous-bolivia → state:BO",
        "targets group:anonymous-bolivia → organisation:cl-army",
    ],
    "The site went down after Killnet said it had launched an attack.": [
        "attributed-to incident → group:killnet by group:killnet",
    ],
    "US and UK agencies hacked into Iranian servers.": [
        "attributed-to incident → agency:uk-agencies",
        "attributed-to incident → agency:us-agencies",
        "targets incident → state:IR",
    ],
    "Russian intelligence officers sabotaged the website of a Georgian newspaper.": [
        "attributed-to incident → actor",
        "sponsored-by actor → agency:ru-intelligence-services",
        "targets incident → company:ge-newspaper",
    ],
    "Killnet disrupted 14 hospitals in the United States using DDoS attacks.": [
        "affects incident → sector:health; 14 organizations",
        "attributed-to incident → group:killnet",
        "targets incident → state:US",
    ],
    "Members of Kestrel broke into the servers of a Polish bank.": [
        "attributed-to incident → group:kestrel",
        "targets incident → company:pl-bank",
    ],
    "Kestrel claims responsibility for the DDoS attack on the Kenyan army.": [
        "attributed-to incident → group:kestrel by group:kestrel",
        "targets incident → organisation:ke-army",
    ],
    "Chilean hackers from Kestrel hacked a Polish bank.": [
        "attributed-to incident → group:kestrel",
        "located-in group:kestrel → state:CL",
        "targets incident → company:pl-bank",
    ],
    "Hackers with ties to the Peruvian government breached the Kenyan parliament.": [
        "sponsored-by actor → state:PE",
        "targets actor → organisation:ke-parliament",
    ],
    "A unit of the Peruvian army hacked the Kenyan parliament.": [
        "attributed-to incident → actor",
        "sponsored-by actor → agency:pe-army",
        "targets incident → organisation:ke-parliament",
    ],
    "An APT believed to be Peruvian hacked the Kenyan parliament.": [
        "attributed-to incident → actor",
        "located-in actor → state:PE; likely",
        "targets incident → organisation:ke-parliament",
    ],
    "Anonymous and Chilean hackers leak personal information on Peruvian police officers.": [
        "located-in actor → state:CL",
        "targets actor → agency:pe-police",
        "targets group:anonymous → agency:pe-police",
    ],
    "The US military shut down a database of Iran, which was used to target tankers.": [
        "attributed-to incident → agency:us-defense-department",
        "targets incident → state:IR",
    ],
}

VICTIMS: Table = {
    "The Russian group leaked personal data on Ukrainian officers.": [
        "located-in actor → state:RU",
        "targets actor → state:UA",
    ],
    "Spyware was deployed against Thai activists.": [
        "targets incident → state:TH",
        "uses incident → technique:spyware",
    ],
    "Lazarus planted a backdoor on the servers of a South Korean bank.": [
        "targets group:lazarus → company:kr-bank",
    ],
    "Hackers breached more than 200 Japanese companies.": [
        "affects incident → nothing; about 200 organizations",
        "targets actor → state:JP",
    ],
    "Hackers took down two websites run by the Estonian statistical office.": [
        "affects incident → other:websites; 2 systems",
        "targets actor → organisation:ee-statistical-office",
    ],
    "Hackers defaced the Facebook page of the Malaysian police.": [
        "targets actor → agency:my-police",
    ],
    "Hackers stole emails from a website of the Thai Democratic Party.": [
        "targets actor → organisation:th-democratic-party",
    ],
    "Anonymous took down government websites of Zambia and Malawi.": [
        "attributed-to incident → group:anonymous",
        "targets incident → sector:government",
        "targets incident → state:MW",
        "targets incident → state:ZM",
    ],
    "Hackers spied on Ukrainian government actors.": ["targets actor → state:UA"],
    "The Kremlin's website got hacked by Killnet.": [
        "attributed-to incident → group:killnet",
        "targets incident → state:RU",
    ],
    "Anonymous attacked Thai sites in retaliation for jail sentences against workers.": [
        "targets group:anonymous → state:TH",
    ],
    "The Peruvian stock exchange went offline after a DDoS attack.": [
        "targets incident → company:pe-stock-exchange",
    ],
    "The Finnish foreign ministry said spies had tapped its data traffic for years.": [
        "targets actor → agency:fi-ministry-of-foreign-affairs by agency:fi-ministry-of-foreign-affairs",
    ],
    "Norway accused Russia of an attack on its parliament's email system.": [
        "attributed-to incident → state:RU by state:NO",
        "targets incident → organisation:no-parliament by state:NO",
    ],
    "Russian military hackers sent phishing emails to Polish government offices.": [
        "sponsored-by actor → agency:ru-armed-forces",
        "targets actor → sector:government",
        "targets actor → state:PL",
        "uses actor → technique:phishing",
    ],
    "The Kestrel hackers hacked and defaced the website of a Chilean bank.": [
        "attributed-to incident → group:kestrel",
        "targets incident → company:cl-bank",
    ],
    "South Korea's intelligence agency said Chinese hackers stole data from the country's security services.": [
        "located-in actor → state:CN by agency:kr-intelligence-agency",
        "targets actor → agency:kr-security-services by agency:kr-intelligence-agency",
    ],
    "Using a fake site, the Lazarus Group hacked a Polish bank.": [
        "attributed-to incident → group:lazarus-group",
        "targets incident → company:pl-bank",
    ],
    "Jordanian agencies used Pegasus spyware to hack the phones of human rights defenders.": [
        "targets agency:jo-agencies → sector:civil-society",
        "uses agency:jo-agencies → malware:pegasus",
    ],
    "Hackers defaced several websites, including that of the Kenyan parliament.": [
        "targets actor → organisation:ke-parliament",
    ],
    "The Kenyan parliament fell victim to Peruvian hackers.": [
        "located-in actor → state:PE",
        "targets actor → organisation:ke-parliament",
    ],
    "The malware was found in the networks of Kenyan energy companies.": [
        "targets incident → sector:energy",
        "targets incident → state:KE",
    ],
    "Attackers wiped hard disks at a Kenyan oil company.": [
        "targets actor → company:ke-oil-company",
    ],
    "The Peruvian government bought spyware from an Italian firm to monitor Kenyan journalists.": [
        "targets state:PE → sector:media",
        "targets state:PE → state:KE",
        "uses state:PE → technique:spyware",
    ],
    "Peru eavesdropped on Kenyan diplomats.": ["targets state:PE → state:KE"],
    "Peru wiretapped the phone of the Kenyan president.": [
        "attributed-to incident → state:PE",
        "targets incident → state:KE",
    ],
    "The minister had her Twitter account hacked.": [],
}

LOST_SPACES: Table = {
    "TheSyrian ElectronicArmy hacked theNorwegian parliament.": [
        "attributed-to incident → group:syrian-electronic-army",
        "located-in group:syrian-electronic-army → state:SY",
        "targets incident → organisation:no-parliament",
    ],
    "Hackers from NorthKorea stole data from a Polish bank.": [
        "located-in actor → state:KP",
        "targets actor → company:pl-bank",
    ],
}


@pytest.mark.parametrize(("sentence", "expected"), rows(ATTACKERS, VICTIMS, LOST_SPACES))
def test_what_a_description_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected
