"""What was done about an attack, and who denies it: charges, arrests, sanctions, takedowns, answers, reproaches, denials.

Each row is a text of one or two sentences and all its claims in short form.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

CHARGES: Table = {
    "A federal grand jury in Pittsburgh indicted Andrei Petrov and Ivan Sokolov for hacking Boeing.": [
        "attributed-to incident → person:andrei-petrov by agency:us-doj",
        "attributed-to incident → person:ivan-sokolov by agency:us-doj",
        "indicts agency:us-doj → person:andrei-petrov",
        "indicts agency:us-doj → person:ivan-sokolov",
        "targets incident → company:boeing by agency:us-doj",
    ],
    "Li Wei, 34, of Chengdu, was charged with breaking into the networks of Boeing, the Justice Department said.": [
        "attributed-to incident → person:li-wei by agency:us-doj",
        "indicts agency:us-doj → person:li-wei",
        "located-in person:li-wei → place:chengdu by agency:us-doj",
        "targets incident → company:boeing by agency:us-doj",
    ],
    "Hou Sheng, a 29-year-old Chinese national, pleaded guilty to hacking Siemens.": [
        "attributed-to incident → person:hou-sheng",
        "located-in person:hou-sheng → state:CN",
        "targets incident → company:siemens",
    ],
    "Prosecutors in Pittsburgh have charged Maksim Orlov over the ransomware attack on Siemens, the FBI said.": [
        "attributed-to incident → person:maksim-orlov by agency:us-doj",
        "indicts agency:us-doj → person:maksim-orlov by agency:us-fbi",
        "targets incident → company:siemens by agency:us-doj",
        "uses incident → technique:ransomware by agency:us-doj",
    ],
}

ARRESTS: Table = {
    "Cybercrime: Polish authorities detained Yaroslav Kuznets, who is accused of the ransomware attack on Kaseya.": [
        "arrests state:PL → person:yaroslav-kuznets",
        "attributed-to incident → person:yaroslav-kuznets",
        "targets incident → company:kaseya",
        "uses incident → technique:ransomware",
    ],
    "Evgeni Markov, a Russian national accused of hacking LinkedIn, was extradited from the Czech Republic to the United States.": [
        "arrests state:US → person:evgeni-markov",
        "attributed-to incident → person:evgeni-markov",
        "located-in person:evgeni-markov → state:RU",
        "targets incident → company:linkedin",
    ],
    "Dutch police arrested a 19-year-old man suspected of a DDoS attack on government websites.": [
        "arrests agency:nl-police → actor",
        "attributed-to incident → actor; roughly-even",
        "targets incident → sector:government",
    ],
}

SANCTIONS: Table = {
    "Britain froze the assets of Dmitry Badin and GRU Unit 26165 over the hack of the Bundestag.": [
        "sanctions state:GB → agency:ru-gru-26165",
        "sanctions state:GB → person:dmitry-badin",
        "targets incident → organisation:de-bundestag",
    ],
    "The United States, Britain and Australia imposed sanctions on Dmitri Karpov, the leader of the LockBit ransomware group.": [
        "sanctions state:AU → person:dmitri-karpov",
        "sanctions state:GB → person:dmitri-karpov",
        "sanctions state:US → person:dmitri-karpov",
    ],
    "The Biden administration has not imposed sanctions on China over the Microsoft Exchange hack.": [
        "sanctions state:US → state:CN; denied",
    ],
}

TAKEDOWNS: Table = {
    "The FBI seized 48 domains used by the hackers to launch DDoS attacks.": [
        "disrupts agency:us-fbi → other:domains; 48 systems",
        "uses actor → technique:ddos",
    ],
    "The Justice Department seized $2.3 million in bitcoin paid to DarkSide.": [
        "disrupts agency:us-doj → other:bitcoin; 2300000 dollars",
    ],
    "Europol took down the infrastructure of the Emotet botnet.": [
        "disrupts agency:eu-europol → malware:emotet",
    ],
    "Microsoft seized 42 domains used by Strontium to attack Ukraine.": [
        "disrupts company:microsoft → group:strontium; 42 systems",
        "targets group:strontium → state:UA",
    ],
    "An international operation led by Europol dismantled the Emotet botnet.": [
        "disrupts agency:eu-europol → malware:emotet",
    ],
}

ANSWERS: Table = {
    "Albania cut diplomatic ties with Iran over the cyberattack.": [
        "responds state:AL → state:IR",
    ],
    "Germany recalled its ambassador to Moscow after the cyberattack on the Bundestag.": [
        "responds state:DE → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "The Netherlands expelled four Russian intelligence officers over the attempted hack of the OPCW.": [
        "responds state:NL → state:RU; 4 persons",
        "targets incident → organisation:opcw",
    ],
    "The State Department answered the ransomware attack on Kaseya with a $10 million reward for information on the hackers.": [
        "responds agency:us-state-department → incident",
        "targets incident → company:kaseya",
        "uses incident → technique:ransomware",
    ],
}

REPROACHES: Table = {
    "The European Union condemned the malicious cyber campaign conducted by APT28 against Germany and Czechia.": [
        "attributed-to incident → group:apt28 by bloc:eu",
        "condemns bloc:eu → incident",
        "targets incident → state:CZ by bloc:eu",
        "targets incident → state:DE by bloc:eu",
    ],
    "The British foreign secretary called the cyberattack on Georgia reckless.": [
        "condemns state:GB → incident by state:GB",
        "targets incident → state:GE by state:GB",
    ],
}

DENIALS: Table = {
    "The United States accused Russia of hacking the German parliament. The Kremlin rejected the accusation as baseless.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "attributed-to incident → state:RU by state:US",
        "targets incident → organisation:de-bundestag by state:US",
    ],
    "The United States accused Russia of hacking the German parliament. Kremlin spokesman Dmitry Peskov said Russia had nothing to do with the attack.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "attributed-to incident → state:RU by state:US",
        "targets incident → organisation:de-bundestag by state:US",
    ],
    "The United States accused China of hacking Microsoft Exchange. A spokesman for the Chinese foreign ministry, Zhao Lijian, described the claims as groundless and irresponsible.": [
        "attributed-to incident → state:CN by agency:cn-mfa; denied",
        "attributed-to incident → state:CN by state:US",
        "targets incident → product:microsoft-exchange by state:US",
    ],
    "The United States accused China of hacking Microsoft Exchange. China's foreign ministry has described such talk as irresponsible and unscientific.": [
        "attributed-to incident → state:CN by agency:cn-mfa; denied",
        "attributed-to incident → state:CN by state:US",
        "targets incident → product:microsoft-exchange by state:US",
    ],
    'The United States accused China of hacking Microsoft Exchange. "China firmly opposes and combats all forms of cyberattacks," said Liu Pengyu, a spokesman for the Chinese embassy in Washington.': [
        "attributed-to incident → state:CN by agency:cn-embassy-washington; denied",
        "attributed-to incident → state:CN by state:US",
        "targets incident → product:microsoft-exchange by state:US",
    ],
    "The FBI blamed North Korea for the hack of Sony Pictures. Pyongyang dismissed the claim as a fabrication.": [
        "attributed-to incident → state:KP by agency:us-fbi",
        "attributed-to incident → state:KP by state:KP; denied",
        "targets incident → company:sony-pictures by agency:us-fbi",
    ],
    "Ukraine blamed Russia for the NotPetya cyberattack. Russia rejected the allegations as unsubstantiated and part of a Russophobic campaign.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "attributed-to incident → state:RU by state:UA",
    ],
    "Britain accused the GRU of the NotPetya cyberattack. The Russian ambassador to London said the claims were nonsense.": [
        "attributed-to incident → agency:ru-gru by state:GB",
        "attributed-to incident → state:RU by state:RU; denied",
    ],
}

NO_EVIDENCE: Table = {
    "There is no evidence that Russia was behind the cyberattack on Colonial Pipeline, President Joe Biden said.": [
        "attributed-to incident → state:RU by state:US; denied",
        "targets incident → company:colonial-pipeline by state:US",
    ],
    "The White House said it had found no evidence that the Russian government was involved in the ransomware attack on Colonial Pipeline.": [
        "attributed-to incident → state:RU by agency:us-white-house; denied",
        "targets incident → company:colonial-pipeline by agency:us-white-house",
        "uses incident → technique:ransomware by agency:us-white-house",
    ],
    "Investigators do not believe that the ransomware gang is linked to the Russian state.": [
        "sponsored-by actor → state:RU; denied",
    ],
    "The FBI has not blamed anyone for the hack of Sony Pictures.": [
        "targets incident → company:sony-pictures",
    ],
    "The company denied that it had been hacked.": [],
}

ONE_BY_ONE: Table = {
    "The Justice Department indicted Pavel Orlov for hacking Boeing. In March it charged him with hacking Siemens, too.": [
        "attributed-to incident → person:pavel-orlov by agency:us-doj",
        "attributed-to incident → person:pavel-orlov by agency:us-doj",
        "indicts agency:us-doj → person:pavel-orlov",
        "targets incident → company:boeing by agency:us-doj",
        "targets incident → company:siemens by agency:us-doj",
    ],
    "The Treasury placed Pavel Orlov under sanctions over the ransomware attack on Siemens.": [
        "sanctions agency:us-treasury → person:pavel-orlov",
        "targets incident → company:siemens",
        "uses incident → technique:ransomware",
    ],
    "The United States announced charges and sanctions against four Iranians over a hacking campaign.": [
        "indicts state:US → actor; 4 persons",
        "located-in actor → state:IR by state:US",
        "sanctions state:US → actor; 4 persons",
    ],
    "The Russian ambassador was summoned to the German Foreign Ministry over the hack of the Bundestag.": [
        "responds agency:de-foreign-office → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "The Treasury sanctioned 32 entities and individuals over the hack of SolarWinds.": [
        "sanctions agency:us-treasury → actor; 32 persons",
        "targets incident → company:solarwinds",
    ],
    "OFAC sanctioned five entities and 19 individuals over the NotPetya cyberattack.": [
        "sanctions agency:us-ofac → actor; 19 persons",
        "sanctions agency:us-ofac → organisation:five-entities; 5 organizations",
    ],
    "Dutch police said that they have arrested three hackers.": [
        "arrests agency:nl-police → actor; 3 persons",
    ],
    "The court sentenced the hacker to five years.": [],
    "The defendants, Pavel Orlov, 31, and Ivan Markov, 29, hacked Boeing, the Justice Department said.": [
        "attributed-to incident → person:ivan-markov by agency:us-doj",
        "attributed-to incident → person:pavel-orlov by agency:us-doj",
        "indicts agency:us-doj → person:ivan-markov",
        "indicts agency:us-doj → person:pavel-orlov",
        "targets incident → company:boeing by agency:us-doj",
    ],
    "The Justice Department charged six officers of the GRU over the NotPetya cyberattack. All six defendants, among them Pavel Orlov and Ivan Markov, belonged to GRU Unit 74455.": [
        "attributed-to incident → actor by agency:us-doj",
        "indicts agency:us-doj → actor; 6 persons",
        "indicts agency:us-doj → person:ivan-markov",
        "indicts agency:us-doj → person:pavel-orlov",
        "sponsored-by actor → agency:ru-gru by agency:us-doj",
        "sponsored-by person:ivan-markov → agency:ru-gru-74455 by agency:us-doj",
        "sponsored-by person:pavel-orlov → agency:ru-gru-74455 by agency:us-doj",
    ],
    "The individual defendants Pavel Orlov and Oleg Sidorov hacked Boeing, the Justice Department said.": [
        "attributed-to incident → person:oleg-sidorov by agency:us-doj",
        "attributed-to incident → person:pavel-orlov by agency:us-doj",
        "indicts agency:us-doj → person:oleg-sidorov",
        "indicts agency:us-doj → person:pavel-orlov",
        "targets incident → company:boeing by agency:us-doj",
    ],
}

CLEARED: Table = {
    "DarkSide was behind the ransomware attack on Colonial Pipeline, the FBI said. The Kremlin was quick to answer. Its spokesman said Russia had nothing to do with it.": [
        "attributed-to incident → group:darkside by agency:us-fbi",
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:colonial-pipeline by agency:us-fbi",
        "uses incident → technique:ransomware by agency:us-fbi",
    ],
}

CHARGED_WITH: Table = {
    "The Justice Department indicted five Chinese nationals, all officers of the PLA, for hacking Boeing.": [
        "attributed-to incident → actor by agency:us-doj",
        "indicts agency:us-doj → actor; 5 persons",
        "located-in actor → state:CN by agency:us-doj",
        "targets incident → company:boeing by agency:us-doj",
    ],
    "A grand jury returned an indictment in May. According to the allegations in the indictment, the defendants hacked Boeing.": [
        "targets actor → company:boeing by agency:us-doj",
    ],
    "The Treasury said that it had been breached. The department attributed the hack to China.": [
        "attributed-to incident → state:CN by agency:us-treasury",
        "targets incident → agency:us-treasury by agency:us-treasury",
    ],
    "China's embassy addressed the hacking claims, denouncing them as groundless.": [],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    rows(
        CHARGES,
        ARRESTS,
        SANCTIONS,
        TAKEDOWNS,
        ANSWERS,
        REPROACHES,
        DENIALS,
        NO_EVIDENCE,
        ONE_BY_ONE,
        CLEARED,
        CHARGED_WITH,
    ),
)
def test_what_is_done_about_it(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == expected
