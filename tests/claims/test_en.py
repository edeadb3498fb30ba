"""What sentences of ordinary English claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

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
    rows(
        ACCUSATIONS,
        PASSIVES,
        NOMINAL,
        SPONSORS,
        RELATIVES,
        VICTIMS,
        COORDINATION,
        SPEECH,
        SPELLINGS,
        PRONOUNS,
        DENIALS,
        CERTAINTY,
        COUNTS,
        DATES,
        ALIASES,
        PLACES,
        TOOLS,
        RESPONSES,
        NEWS,
    ),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en") == expected


@pytest.mark.parametrize(("published", "sentence", "expected"), REPORTED)
def test_a_report_of_a_day_claims(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "en", published) == expected
