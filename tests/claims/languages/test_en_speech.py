"""What sentences of ordinary English claim: who says it and how surely, who denies it, and what states and courts do about it. In the form of `test_en`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

SPEECH: Table = {
    '"Russia is responsible for this cyberattack," said NATO.': [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "Sandworm attacked the power grid, according to ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "According to CrowdStrike, Fancy Bear hacked the World Anti-Doping Agency.": [
        "attributed-to incident → group:fancy-bear by company:crowdstrike",
        "targets incident → organisation:wada by company:crowdstrike",
    ],
    "The Kremlin had ordered the hack, the CIA concluded.": [
        "attributed-to incident → state:RU by agency:us-cia",
    ],
    '"Sandworm launched the cyberattack," said ESET researcher Robert Lipovsky.': [
        "attributed-to incident → group:sandworm by company:eset",
    ],
    "The director of the NSA told Congress that Chinese hackers had targeted water utilities.": [
        "located-in actor → state:CN by agency:us-nsa",
        "targets actor → sector:water by agency:us-nsa",
    ],
    "The European Union said on Friday that Russia had carried out the cyberattack on Germany.": [
        "attributed-to incident → state:RU by bloc:eu",
        "targets incident → state:DE by bloc:eu",
    ],
    "CISA warned that Salt Typhoon had breached telecom companies.": [
        "targets group:salt-typhoon → sector:telecommunications by agency:us-cisa",
    ],
    "In a joint advisory, the FBI and CISA said that Iranian hackers had exploited CVE-2018-13379.": [
        "exploits actor → vulnerability:cve-2018-13379 by agency:us-cisa, agency:us-fbi",
        "located-in actor → state:IR by agency:us-cisa, agency:us-fbi",
    ],
    "ESET researchers attribute the attack to Sandworm.": [
        "attributed-to incident → group:sandworm by company:eset",
    ],
    "British intelligence concluded that the GRU carried out the hack.": [
        "attributed-to incident → agency:ru-gru by agency:uk-intelligence-services",
    ],
    "Security firm Group-IB said Lazarus Group was responsible for the hack.": [
        "attributed-to incident → group:lazarus-group by company:group-ib",
    ],
}

DENIALS: Table = {
    "China denied hacking Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CN; denied",
    ],
    "Moscow dismissed the accusation that it was behind the SolarWinds hack.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Pyongyang rejected claims that it hacked Sony Pictures.": [
        "attributed-to incident → state:KP by state:KP; denied",
    ],
    "Venezuela denied that it had carried out the cyberattack.": [
        "attributed-to incident → state:VE by state:VE; denied",
    ],
    "India denied it had hacked Pakistan.": [
        "attributed-to incident → state:IN by state:IN; denied",
    ],
    "Israel has neither confirmed nor denied the cyberattack on Iran.": [
        "targets incident → state:IR",
    ],
    "Russia has denied any involvement in the cyberattack on Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
}

CERTAINTY: Table = {
    "CrowdStrike assesses with moderate confidence that the intrusion was carried out by APT41.": [
        "attributed-to incident → group:apt41 by company:crowdstrike; moderate confidence",
    ],
    "Russia was probably behind the cyberattack on the Polish power grid, ESET said.": [
        "attributed-to incident → state:RU by company:eset; likely",
        "targets incident → sector:energy by company:eset",
        "targets incident → state:PL by company:eset",
    ],
    "Britain says the GRU was almost certainly behind the NotPetya attack.": [
        "attributed-to incident → agency:ru-gru by state:GB; almost-certain",
    ],
    "China may have hacked the Treasury Department, officials said.": [
        "attributed-to incident → state:CN; roughly-even",
        "targets incident → agency:us-treasury; roughly-even",
    ],
    "APT28 allegedly hacked the German parliament.": [
        "attributed-to incident → group:apt28; roughly-even",
        "targets incident → organisation:de-bundestag; roughly-even",
    ],
}

RESPONSES: Table = {
    "The European Union strongly condemned the cyberattack on Georgia.": [
        "condemns bloc:eu → incident",
        "targets incident → state:GE by bloc:eu",
    ],
    "France condemns Russia's cyberattacks.": [
        "attributed-to incident → state:RU by state:FR",
        "condemns state:FR → incident",
    ],
    "Germany issued an arrest warrant for a Russian hacker.": [
        "indicts state:DE → actor",
        "located-in actor → state:RU by state:DE",
    ],
    "The EU imposed sanctions on the GRU over the hack of the German parliament.": [
        "sanctions bloc:eu → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "The US Treasury sanctioned the cryptocurrency mixer Blender, used by the Lazarus Group.": [
        "sanctions agency:us-treasury → company:blender",
    ],
    "Britain sanctioned the hacking group Evil Corp.": [
        "sanctions state:GB → group:evil-corp",
    ],
    "Russia's FSB arrested 14 members of the REvil ransomware gang.": [
        "arrests agency:ru-fsb → actor; 14 persons",
    ],
    "The FBI dismantled the Emotet botnet.": [
        "disrupts agency:us-fbi → malware:emotet",
    ],
    "Europol took down the infrastructure of the LockBit ransomware gang.": [
        "disrupts agency:eu-europol → group:lockbit",
    ],
    "Germany summoned the Russian ambassador over the cyberattack.": [
        "responds state:DE → state:RU",
    ],
    "Ukraine's security service arrested five members of a hacking group.": [
        "arrests agency:ua-sbu → actor; 5 persons",
    ],
    "The US Treasury imposed sanctions on the Lazarus Group.": [
        "sanctions agency:us-treasury → group:lazarus-group",
    ],
    "The European Union has sanctioned APT10.": [
        "sanctions bloc:eu → group:apt10",
    ],
    "The Justice Department has charged two Iranian hackers.": [
        "indicts agency:us-doj → actor; 2 persons",
        "located-in actor → state:IR by agency:us-doj",
    ],
    "The FBI disrupted the Qakbot botnet.": [
        "disrupts agency:us-fbi → malware:qakbot",
    ],
    "Microsoft disrupted TrickBot.": [
        "disrupts company:microsoft → malware:trickbot",
    ],
    "Europol disrupted the Emotet botnet.": [
        "disrupts agency:eu-europol → malware:emotet",
    ],
    "The United States expelled ten Russian diplomats over the cyberattack.": [
        "responds state:US → state:RU; 10 persons",
    ],
    "The United States sanctioned Russia in response to the cyberattack.": [
        "sanctions state:US → state:RU",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(SPEECH, DENIALS, CERTAINTY, RESPONSES),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected
