"""What sentences of ordinary English claim: who did what to whom. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
Who says it and what follows is in `test_en_speech`, when, how many and by what means in `test_en_details`.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ACCUSATIONS: Table = {
    "The United States accused Russia of hacking the German parliament.": [
        "attributed-to incident → state:RU by state:US",
        "targets incident → organisation:de-bundestag by state:US",
    ],
    "Estonia holds Russia responsible for the cyberattacks of 2007.": [
        "attributed-to incident → state:RU by state:EE; in 2007",
    ],
    "The Dutch government said China was behind the cyber espionage campaign.": [
        "attributed-to incident → state:CN by state:NL",
    ],
    "Iran carried out the cyberattack on Albania, the White House said.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "The FBI blamed the Lazarus Group for the hack of Bybit.": [
        "attributed-to incident → group:lazarus-group by agency:us-fbi",
        "targets incident → company:bybit by agency:us-fbi",
    ],
    "Ukraine says Russian military intelligence was behind the cyberattack on Kyivstar.": [
        "attributed-to incident → agency:ru-gru by state:UA",
        "targets incident → company:kyivstar by state:UA",
    ],
    "The NotPetya attack was the work of the GRU, Britain said.": [
        "attributed-to incident → agency:ru-gru by state:GB",
    ],
    "The Bundestag was hacked by APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "Washington suspects Moscow of the cyberattack.": [
        "attributed-to incident → state:RU by state:US; roughly-even",
    ],
    "The Norwegian Police Security Service blames APT28 for the hack of the Norwegian parliament.": [
        "attributed-to incident → group:apt28 by agency:no-pst",
        "targets incident → organisation:no-parliament by agency:no-pst",
    ],
    "The Chinese government was behind the hack, the report said.": [
        "attributed-to incident → state:CN",
    ],
    "The attackers exploited CVE-2021-44228, CISA said.": [
        "exploits actor → vulnerability:cve-2021-44228 by agency:us-cisa",
    ],
    "APT41 hackers stole data from universities.": [
        "targets group:apt41 → sector:education",
    ],
    "APT28 attacked Ukraine, Georgia and Moldova.": [
        "targets group:apt28 → state:GE",
        "targets group:apt28 → state:MD",
        "targets group:apt28 → state:UA",
    ],
    "The hackers targeted journalists, dissidents and lawyers.": [
        "targets actor → sector:civil-society",
        "targets actor → sector:legal",
        "targets actor → sector:media",
    ],
    "The UK condemned China's malicious cyber activity.": [
        "attributed-to incident → state:CN by state:GB",
        "condemns state:GB → incident",
    ],
    "Spanish police arrested three hackers.": [
        "arrests agency:es-police → actor; 3 persons",
    ],
    "APT37 is a North Korean hacking group.": [
        "located-in group:apt37 → state:KP",
    ],
    "The hackers are believed to be working for Iran.": [
        "sponsored-by actor → state:IR; likely",
    ],
    "According to Bloomberg, the FBI blames China for the hack.": [
        "attributed-to incident → state:CN by agency:us-fbi via company:bloomberg",
    ],
    "In 2016, Russia hacked the Democratic National Committee.": [
        "attributed-to incident → state:RU; in 2016",
        "targets incident → organisation:us-dnc; in 2016",
    ],
    "In March 2021, Hafnium attacked universities.": [
        "targets group:hafnium → sector:education; in 2021-03",
    ],
    "Iran hacked the Albanian government in July 2022, according to Microsoft.": [
        "attributed-to incident → state:IR by company:microsoft; in 2022-07",
        "targets incident → state:AL by company:microsoft; in 2022-07",
    ],
    "Russia hacked Ukraine.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
    "Ukraine hacked Russia.": [
        "attributed-to incident → state:UA",
        "targets incident → state:RU",
    ],
    "Israel launched a cyberattack on Iran.": [
        "attributed-to incident → state:IL",
        "targets incident → state:IR",
    ],
    "A cyberattack by Iran on Israel was foiled.": [
        "attributed-to incident → state:IR",
        "targets incident → state:IL",
    ],
    "Pakistani hackers attacked Indian government agencies.": [
        "located-in actor → state:PK",
        "targets actor → sector:government",
        "targets actor → state:IN",
    ],
    "Sweden accused Russia of a cyberattack on its broadcaster SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "The United States formally blamed North Korea for the cyberattack on Sony Pictures.": [
        "attributed-to incident → state:KP by state:US",
        "targets incident → company:sony-pictures by state:US",
    ],
    "Kyiv accuses Moscow of hacking its railways.": [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → sector:transport by state:UA",
        "targets incident → state:UA by state:UA",
    ],
    "The cyberattack on Equifax was the work of the Chinese military, US officials said.": [
        "attributed-to incident → agency:cn-pla by state:US",
        "targets incident → company:equifax by state:US",
    ],
}

PASSIVES: Table = {
    "North Korea has been blamed for the WannaCry ransomware attack.": [
        "attributed-to incident → state:KP",
        "uses incident → technique:ransomware",
    ],
    "The intrusion was attributed by Mandiant to APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant",
    ],
    "The cyberattack on Viasat was carried out by Russia, the European Union said.": [
        "attributed-to incident → state:RU by bloc:eu",
        "targets incident → company:viasat by bloc:eu",
    ],
    "The Bundestag was hacked by APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "The cyberattack has been attributed to Russia's Foreign Intelligence Service.": [
        "attributed-to incident → agency:ru-svr",
    ],
    "The cyberattack was blamed on North Korea.": [
        "attributed-to incident → state:KP",
    ],
}

NOMINAL: Table = {
    "China's cyberattack on Taiwan lasted three days.": [
        "attributed-to incident → state:CN",
        "targets incident → state:TW",
    ],
}

SPONSORS: Table = {
    "The NCSC associated twelve hacker groups with the GRU.": [
        "sponsored-by actor → agency:ru-gru by agency:uk-ncsc",
    ],
    "Hafnium is a hacking group sponsored by China.": [
        "sponsored-by group:hafnium → state:CN",
    ],
    "Sandworm works for the GRU, according to Ukraine.": [
        "sponsored-by group:sandworm → agency:ru-gru by state:UA",
    ],
    "Microsoft said Hafnium was backed by the Chinese government.": [
        "sponsored-by group:hafnium → state:CN by company:microsoft",
    ],
    "Charming Kitten is linked to Iran's Revolutionary Guards.": [
        "sponsored-by group:charming-kitten → agency:ir-irgc",
    ],
    "Volt Typhoon, a Chinese state-sponsored group, targeted the energy sector.": [
        "sponsored-by group:volt-typhoon → state:CN",
        "targets group:volt-typhoon → sector:energy",
    ],
    "Chinese state-sponsored hackers breached Equifax.": [
        "attributed-to incident → actor",
        "sponsored-by actor → state:CN",
        "targets incident → company:equifax",
    ],
    "Iranian-backed hackers attacked Aramco with Shamoon.": [
        "sponsored-by actor → state:IR",
        "targets actor → company:saudi-aramco",
        "uses actor → malware:shamoon",
    ],
    "APT40 is affiliated with China's Ministry of State Security, the Justice Department said.": [
        "sponsored-by group:apt40 → agency:cn-mss by agency:us-doj",
    ],
    "APT10 is backed by China.": [
        "sponsored-by group:apt10 → state:CN",
    ],
    "Turla is controlled by the FSB, according to the Five Eyes.": [
        "sponsored-by group:turla → agency:ru-fsb by bloc:five-eyes",
    ],
    "The hackers work for Russian intelligence.": [
        "sponsored-by actor → agency:ru-intelligence-services",
    ],
    "Fancy Bear is a unit of the GRU.": [
        "sponsored-by group:fancy-bear → agency:ru-gru",
    ],
    "Mustang Panda, a China-linked group, targeted ministries.": [
        "sponsored-by group:mustang-panda → state:CN",
        "targets group:mustang-panda → sector:government",
    ],
    "North Korea-backed hackers targeted cryptocurrency companies.": [
        "sponsored-by actor → state:KP",
        "targets actor → sector:finance",
    ],
}

RELATIVES: Table = {
    "Hackers who breached SolarWinds also targeted Microsoft, which blamed Russia for the intrusion.": [
        "attributed-to incident → state:RU by company:microsoft",
        "targets actor → company:microsoft",
        "targets actor → company:solarwinds",
    ],
    "The hackers who attacked Estonia work for the GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → state:EE",
    ],
    "Sandworm, which attacked Ukraine with Industroyer, works for the GRU.": [
        "sponsored-by group:sandworm → agency:ru-gru",
        "targets group:sandworm → state:UA",
        "uses group:sandworm → malware:industroyer",
    ],
}

VICTIMS: Table = {
    "APT28 targeted NATO and the OSCE.": [
        "targets group:apt28 → bloc:nato",
        "targets group:apt28 → bloc:osce",
    ],
    "Gamaredon attacked Ukrainian government agencies.": [
        "targets group:gamaredon → sector:government",
        "targets group:gamaredon → state:UA",
    ],
    "Turla compromised the German foreign ministry.": [
        "attributed-to incident → group:turla",
        "targets incident → agency:de-foreign-office",
    ],
    "The Clop gang stole data from Shell and the BBC.": [
        "targets group:clop → company:bbc",
        "targets group:clop → company:shell",
    ],
    "The hackers targeted hospitals.": [
        "targets actor → sector:health",
    ],
    "MuddyWater is targeting telecommunications companies in the Middle East.": [
        "targets group:muddywater → place:middle-east",
        "targets group:muddywater → sector:telecommunications",
    ],
    "OilRig targeted banks.": [
        "targets group:oilrig → sector:finance",
    ],
    "Hackers attacked the Vatican.": [
        "targets actor → state:VA",
    ],
}

COORDINATION: Table = {
    "NATO and the European Union blamed APT40 and APT31 for the cyberattacks.": [
        "attributed-to incident → group:apt31 by bloc:eu, bloc:nato",
        "attributed-to incident → group:apt40 by bloc:eu, bloc:nato",
    ],
    "Japan joined the United States and Australia in blaming North Korea for WannaCry.": [
        "attributed-to incident → state:KP by state:AU, state:JP, state:US",
    ],
    "The FBI, CISA and the NSA said that Volt Typhoon had compromised energy companies.": [
        "targets group:volt-typhoon → sector:energy by agency:us-cisa, agency:us-fbi, agency:us-nsa",
    ],
    "APT28 and APT29 hacked the Democratic National Committee.": [
        "attributed-to incident → group:apt28",
        "attributed-to incident → group:apt29",
        "targets incident → organisation:us-dnc",
    ],
    "Salt Typhoon breached AT&T, Verizon and T-Mobile.": [
        "attributed-to incident → group:salt-typhoon",
        "targets incident → company:att",
        "targets incident → company:t-mobile",
        "targets incident → company:verizon",
    ],
}

SPELLINGS: Table = {
    "APT 31 hacked the Finnish parliament.": [
        "attributed-to incident → group:apt-31",
        "targets incident → organisation:fi-parliament",
    ],
    "APT-31 hacked the Finnish parliament.": [
        "attributed-to incident → group:apt-31",
        "targets incident → organisation:fi-parliament",
    ],
    "Advanced Persistent Threat 31 hacked the Finnish parliament.": [
        "attributed-to incident → group:apt31",
        "targets incident → organisation:fi-parliament",
    ],
    "UNC-2452 hacked SolarWinds.": [
        "attributed-to incident → group:unc-2452",
        "targets incident → company:solarwinds",
    ],
    "UNC2452 hacked SolarWinds.": [
        "attributed-to incident → group:unc2452",
        "targets incident → company:solarwinds",
    ],
}

PRONOUNS: Table = {
    "APT29 is a Russian espionage group. The group breached SolarWinds.": [
        "attributed-to incident → group:apt29",
        "located-in group:apt29 → state:RU",
        "targets incident → company:solarwinds",
    ],
    "Hafnium is based in China. Its hackers exploited flaws in Microsoft Exchange.": [
        "exploits group:hafnium → product:microsoft-exchange",
        "located-in group:hafnium → state:CN",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        ACCUSATIONS,
        PASSIVES,
        NOMINAL,
        SPONSORS,
        RELATIVES,
        VICTIMS,
        COORDINATION,
        SPELLINGS,
        PRONOUNS,
    ),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected
