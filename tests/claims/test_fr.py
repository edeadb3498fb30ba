"""What sentences of ordinary French claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

ACCUSATIONS: Table = {
    "Derrière la cyberattaque contre le Parlement allemand se trouve la Russie, selon le gouvernement britannique.": [
        "attributed-to incident → state:RU by state:GB",
        "targets incident → organisation:de-bundestag by state:GB",
    ],
    "La Suède accuse la Russie d'une cyberattaque contre la chaîne SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Kiev accuse Moscou de la cyberattaque contre les chemins de fer.": [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → sector:transport by state:UA",
    ],
    "Tokyo attribue la cyberattaque au groupe Lazarus.": [
        "attributed-to incident → group:lazarus by state:JP",
    ],
    "Microsoft attribue l'attaque informatique à Nobelium.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "Varsovie accuse la Biélorussie d'avoir mené la cyberattaque.": [
        "attributed-to incident → state:BY by state:PL",
    ],
    "Ottawa, Canberra et Wellington accusent la Chine de cyberespionnage.": [
        "attributed-to incident → state:CN by state:AU, state:CA, state:NZ",
    ],
    "Le gouvernement costaricien accuse le gang Conti de l'attaque informatique.": [
        "attributed-to incident → group:conti by state:CR",
    ],
    "Londres impute à la Chine le piratage de la Commission électorale britannique.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → agency:uk-electoral-commission by state:GB",
    ],
    "La France attribue la cyberattaque contre TV5Monde au groupe APT28.": [
        "attributed-to incident → group:apt28 by state:FR",
        "targets incident → company:tv5-monde by state:FR",
    ],
    "L'Estonie tient la Russie pour responsable des cyberattaques de 2007.": [
        "attributed-to incident → state:RU by state:EE; in 2007",
    ],
    "Selon Washington, l'Iran est derrière la cyberattaque contre l'Albanie.": [
        "attributed-to incident → state:IR by state:US",
        "targets incident → state:AL by state:US",
    ],
    "Le gouvernement néerlandais affirme que la Chine est à l'origine de la campagne de cyberespionnage.": [
        "attributed-to incident → state:CN by state:NL",
    ],
    "L'Ukraine met en cause le GRU dans la cyberattaque contre Kyivstar.": [
        "attributed-to incident → agency:ru-gru by state:UA",
        "targets incident → company:kyivstar by state:UA",
    ],
}

PASSIVES: Table = {
    "La Corée du Nord a été accusée d'avoir lancé le rançongiciel WannaCry.": [
        "attributed-to incident → state:KP",
    ],
    "Le piratage du Bundestag avait été imputé à APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "Le Bundestag a été piraté par APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
}

NOMINAL: Table = {
    "La cyberattaque russe contre l'Ukraine a duré trois jours.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
}

SPONSORS: Table = {
    "APT10 est soutenu par la Chine.": [
        "sponsored-by group:apt10 → state:CN",
    ],
    "Turla est contrôlé par le FSB, selon les Five Eyes.": [
        "sponsored-by group:turla → agency:ru-fsb by bloc:five-eyes",
    ],
    "Les pirates travaillent pour le renseignement militaire russe.": [
        "sponsored-by actor → agency:ru-gru",
    ],
    "Fancy Bear est une unité du GRU.": [
        "sponsored-by group:fancy-bear → agency:ru-gru",
    ],
    "Mustang Panda, groupe lié à la Chine, a visé des ministères.": [
        "sponsored-by group:mustang-panda → state:CN",
        "targets group:mustang-panda → sector:government",
    ],
    "Des pirates nord-coréens ont volé des cryptomonnaies.": [
        "located-in actor → state:KP",
    ],
    "Les pirates, payés par le MSS, ont attaqué Microsoft Exchange.": [
        "sponsored-by actor → agency:cn-mss",
        "targets actor → product:microsoft-exchange",
    ],
    "Hafnium est un groupe de pirates parrainé par la Chine.": [
        "sponsored-by group:hafnium → state:CN",
    ],
    "Des pirates soutenus par l'État chinois ont ciblé des entreprises de l'énergie.": [
        "sponsored-by actor → state:CN",
        "targets actor → sector:energy",
    ],
    "Le groupe Charming Kitten est lié aux Gardiens de la révolution.": [
        "sponsored-by group:charming-kitten → agency:ir-irgc",
    ],
    "APT29, qui travaille pour le SVR, a compromis SolarWinds.": [
        "attributed-to incident → group:apt29",
        "sponsored-by group:apt29 → agency:ru-svr",
        "targets incident → company:solarwinds",
    ],
    "Selon Mandiant, APT43 agit pour le compte de la Corée du Nord.": [
        "sponsored-by group:apt43 → state:KP by company:mandiant",
    ],
    "Volt Typhoon, un groupe affilié à la Chine, a visé des opérateurs de télécommunications.": [
        "sponsored-by group:volt-typhoon → state:CN",
        "targets group:volt-typhoon → sector:telecommunications",
    ],
}

RELATIVES: Table = {
    "Les pirates qui ont attaqué l'Estonie travaillent pour le GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → state:EE",
    ],
    "Sandworm, qui a attaqué l'Ukraine, travaille pour le GRU.": [
        "sponsored-by group:sandworm → agency:ru-gru",
        "targets group:sandworm → state:UA",
    ],
}

VICTIMS: Table = {
    "APT28 a ciblé l'Otan et l'OSCE.": [
        "targets group:apt28 → bloc:nato",
        "targets group:apt28 → bloc:osce",
    ],
    "Gamaredon vise l'Ukraine.": [
        "targets group:gamaredon → state:UA",
    ],
    "Le groupe Turla s'est introduit dans le réseau du ministère allemand des Affaires étrangères.": [
        "attributed-to incident → group:turla",
        "targets incident → agency:de-foreign-office",
    ],
    "Les pirates ont visé des hôpitaux et des universités.": [
        "targets actor → sector:education",
        "targets actor → sector:health",
    ],
    "Les pirates informatiques ont volé des données à Airbus.": [
        "targets actor → company:airbus",
    ],
    "MuddyWater a visé des opérateurs de télécommunications au Moyen-Orient.": [
        "targets group:muddywater → place:middle-east",
        "targets group:muddywater → sector:telecommunications",
    ],
    "Des pirates informatiques ont attaqué le Vatican.": [
        "targets actor → state:VA",
    ],
}

COORDINATION: Table = {
    "Les États-Unis, le Royaume-Uni et le Canada ont accusé la Chine de la cyberattaque contre Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CA, state:GB, state:US",
        "targets incident → product:microsoft-exchange by state:CA, state:GB, state:US",
    ],
    "L'Otan et l'Union européenne ont imputé les attaques à APT40 et à APT31.": [
        "attributed-to incident → group:apt31 by bloc:eu, bloc:nato",
        "attributed-to incident → group:apt40 by bloc:eu, bloc:nato",
    ],
    "APT28 et APT29 ont piraté le Parti démocrate américain.": [
        "attributed-to incident → group:apt28",
        "attributed-to incident → group:apt29",
        "targets incident → organisation:us-democratic-party",
    ],
    "Salt Typhoon a compromis AT&T, Verizon et T-Mobile.": [
        "attributed-to incident → group:salt-typhoon",
        "targets incident → company:att",
        "targets incident → company:t-mobile",
        "targets incident → company:verizon",
    ],
}

SPEECH: Table = {
    "Un porte-parole du Kremlin a nié que la Russie ait mené la cyberattaque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Maison Blanche a affirmé que l'Iran avait mené la cyberattaque contre l'Albanie.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Selon l'Otan et l'UE, la Russie a mené la cyberattaque contre l'Allemagne.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "À en croire Kaspersky, le groupe Turla a visé des ambassades.": [
        "targets group:turla → sector:government by company:kaspersky",
    ],
    "« La Russie est responsable de cette cyberattaque », a déclaré l'Otan.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "Sandworm a attaqué le réseau électrique, selon ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "D'après l'ANSSI, APT31 a mené une campagne de cyberattaques contre des entités françaises.": [
        "attributed-to incident → group:apt31 by agency:fr-anssi",
        "targets incident → state:FR by agency:fr-anssi",
    ],
    "L'UE a déclaré que la Chine avait mené la cyberattaque.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "La Russie aurait piraté le Parlement norvégien.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "Les pirates auraient agi pour le compte de l'Iran.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "La Chine serait à l'origine de la cyberattaque.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "Le groupe Lazarus serait lié à la Corée du Nord.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
}

SPELLINGS: Table = {
    "L'APT30 a ciblé des institutions gouvernementales.": [
        "targets group:apt30 → sector:government",
    ],
    "L’APT30 a ciblé des institutions gouvernementales.": [
        "targets group:apt30 → sector:government",
    ],
    "APT 31 a ciblé le Parlement finlandais.": [
        "targets group:apt-31 → organisation:fi-parliament",
    ],
    "APT-31 a ciblé le Parlement finlandais.": [
        "targets group:apt-31 → organisation:fi-parliament",
    ],
    "Advanced Persistent Threat 31 a ciblé le Parlement finlandais.": [
        "targets group:apt31 → organisation:fi-parliament",
    ],
    "UNC-2452 a compromis SolarWinds.": [
        "attributed-to incident → group:unc-2452",
        "targets incident → company:solarwinds",
    ],
}

APOSTROPHES: Table = {
    "L’Iran a mené la cyberattaque contre l’Albanie, selon l’Otan.": [
        "attributed-to incident → state:IR by bloc:nato",
        "targets incident → state:AL by bloc:nato",
    ],
    "L'Iran a mené la cyberattaque contre l'Albanie, selon l'Otan.": [
        "attributed-to incident → state:IR by bloc:nato",
        "targets incident → state:AL by bloc:nato",
    ],
}

PRONOUNS: Table = {
    "APT29 est un groupe d'espionnage russe. Ce groupe a visé des ministères.": [
        "located-in group:apt29 → state:RU",
        "targets group:apt29 → sector:government",
    ],
    "Hafnium est basé en Chine. Ses pirates ont exploité des failles de Microsoft Exchange.": [
        "exploits group:hafnium → product:microsoft-exchange",
        "located-in group:hafnium → state:CN",
    ],
}

DENIALS: Table = {
    "Le gouvernement britannique ne croit pas que la Russie soit derrière la cyberattaque contre le Parlement allemand.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "L'Inde dément avoir mené la cyberattaque contre le Pakistan.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Moscou a démenti toute implication dans la cyberattaque contre Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Moscou a démenti être à l'origine de la cyberattaque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Russie n'a pas mené cette cyberattaque, a affirmé le Kremlin.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
}

CERTAINTY: Table = {
    "Washington attribue avec une grande confiance la cyberattaque à la Russie.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "Mandiant estime avec un degré de confiance modéré que l'intrusion a été menée par APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "La Russie est probablement derrière la cyberattaque, selon ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
    "La Chine est soupçonnée d'être derrière le piratage.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "L'attaque a très probablement été menée par Sandworm, juge ESET.": [
        "attributed-to incident → group:sandworm by company:eset; very-likely",
    ],
}

COUNTS: Table = {
    "L'attaque informatique a touché 1 500 entreprises.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "Le piratage a touché environ 30 000 organisations.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "APT31 a piraté le Parlement finlandais en 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "Le 27 juin 2017, Sandworm a lancé l'attaque NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
    "En décembre 2015, Sandworm a attaqué l'Ukraine.": [
        "targets group:sandworm → state:UA; in 2015-12",
    ],
}

ALIASES: Table = {
    "Le groupe Nobelium, connu sous le nom d'APT29, a visé des ministères.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
    "APT28 est également connu sous le nom de Fancy Bear.": [
        "same-as group:apt28 → group:fancy-bear",
    ],
    "Fancy Bear, aussi appelé Sofacy, a visé TV5Monde.": [
        "same-as group:fancy-bear → group:sofacy",
        "targets group:fancy-bear → company:tv5-monde",
    ],
    "APT29 (alias Cozy Bear) a visé SolarWinds.": [
        "same-as group:apt29 → group:cozy-bear",
        "targets group:apt29 → company:solarwinds",
    ],
    "Microsoft suit APT29 sous le nom de Midnight Blizzard.": [
        "same-as group:apt29 → group:midnight-blizzard by company:microsoft",
    ],
}

PLACES: Table = {
    "Les pirates sont basés en Iran.": [
        "located-in actor → state:IR",
    ],
    "Le gang Evil Corp opère depuis Moscou.": [
        "located-in group:evil-corp → state:RU",
    ],
    "LockBit opère depuis la Russie.": [
        "located-in group:lockbit → state:RU",
    ],
    "Le gang Conti est basé en Russie.": [
        "located-in group:conti → state:RU",
    ],
    "Des pirates russes ont attaqué l'Estonie.": [
        "located-in actor → state:RU",
        "targets actor → state:EE",
    ],
}

TOOLS: Table = {
    "APT41 utilise Cobalt Strike.": [
        "uses group:apt41 → malware:cobalt-strike",
    ],
    "Les pirates ont eu recours à l'hameçonnage.": [
        "uses actor → technique:phishing",
    ],
    "Volt Typhoon a exploité la faille CVE-2023-27997.": [
        "exploits group:volt-typhoon → vulnerability:cve-2023-27997",
    ],
    "Hafnium a exploité la vulnérabilité CVE-2021-26855.": [
        "exploits group:hafnium → vulnerability:cve-2021-26855",
    ],
    "Les pirates ont exploité une faille de Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "APT28 recourt à l'hameçonnage.": [
        "uses group:apt28 → technique:phishing",
    ],
}

RESPONSES: Table = {
    "Berlin a convoqué l'ambassadeur de Russie après la cyberattaque.": [
        "responds state:DE → state:RU",
    ],
    "Le Trésor américain a sanctionné le groupe Lazarus.": [
        "sanctions agency:us-treasury → group:lazarus",
    ],
    "L'Union européenne a sanctionné deux pirates informatiques russes.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 2 persons",
    ],
    "Le FBI a démantelé le botnet Qakbot.": [
        "disrupts agency:us-fbi → malware:qakbot",
    ],
    "Microsoft a démantelé TrickBot.": [
        "disrupts company:microsoft → malware:trickbot",
    ],
    "La police espagnole a arrêté trois pirates informatiques.": [
        "arrests agency:es-police → actor; 3 persons",
    ],
    "La Russie a arrêté deux pirates informatiques.": [
        "arrests state:RU → actor; 2 persons",
    ],
    "L'Union européenne condamne fermement la cyberattaque contre la Géorgie.": [
        "condemns bloc:eu → incident",
        "targets incident → state:GE by bloc:eu",
    ],
    "Les États-Unis ont imposé des sanctions à la Russie après le piratage de SolarWinds.": [
        "sanctions state:US → state:RU",
        "targets incident → company:solarwinds",
    ],
    "La police néerlandaise a arrêté un pirate informatique.": [
        "arrests agency:nl-police → actor",
    ],
    "Le FSB a interpellé quatorze membres du gang REvil.": [
        "arrests agency:ru-fsb → actor; 14 persons",
    ],
    "La Pologne a arrêté deux pirates informatiques ukrainiens.": [
        "arrests state:PL → actor; 2 persons",
        "located-in actor → state:UA",
    ],
    "Le FBI a saisi les serveurs du gang LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "Les États-Unis ont expulsé dix diplomates russes après le piratage de SolarWinds.": [
        "responds state:US → state:RU; 10 persons",
        "targets incident → company:solarwinds",
    ],
    "L'Albanie a rompu ses relations diplomatiques avec l'Iran après la cyberattaque.": [
        "responds state:AL → state:IR",
    ],
}

NEWS: Table = {
    "La Suisse accuse la Chine d'espionnage informatique.": [
        "attributed-to incident → state:CN by state:CH",
    ],
    "Selon le parquet de Paris, des pirates russes ont volé les données de l'hôpital.": [
        "located-in actor → state:RU by agency:fr-paris-prosecutor",
    ],
    "La Chine a fermement rejeté ces accusations de cyberattaque, les qualifiant de calomnies.": [
        "attributed-to incident → state:CN by state:CN; denied",
    ],
    "Un groupe de pirates se réclamant de l'Iran a attaqué l'Albanie.": [
        "targets actor → state:AL",
    ],
    "Le Mossad aurait piraté des stations-service iraniennes.": [
        "attributed-to incident → agency:il-mossad; roughly-even",
        "targets incident → sector:energy; roughly-even",
        "targets incident → state:IR; roughly-even",
    ],
}

REPORTED: Dated = [
    (
        "2022-09-07",
        "Les États-Unis ont accusé aujourd'hui l'Iran de la cyberattaque contre l'Albanie.",
        [
            "attributed-to incident → state:IR by state:US; said 2022-09-07",
            "targets incident → state:AL by state:US; said 2022-09-07",
        ],
    ),
    (
        "2022-09-08",
        "L'Albanie a accusé mercredi l'Iran de la cyberattaque.",
        [
            "attributed-to incident → state:IR by state:AL; said 2022-09-07",
        ],
    ),
    (
        "2021-07-19",
        "Les États-Unis ont accusé lundi la Chine de la cyberattaque contre Microsoft Exchange.",
        [
            "attributed-to incident → state:CN by state:US; said 2021-07-19",
            "targets incident → product:microsoft-exchange by state:US; said 2021-07-19",
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
        RUMOUR,
        SPELLINGS,
        APOSTROPHES,
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
    assert claimed(sentence, "fr") == expected


@pytest.mark.parametrize(("published", "sentence", "expected"), REPORTED)
def test_a_report_of_a_day_claims(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr", published) == expected
