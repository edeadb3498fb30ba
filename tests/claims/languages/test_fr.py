"""What sentences of ordinary French claim: who did what to whom. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
Who says it and what follows is in `test_fr_speech`, when, how many and by what means in `test_fr_details`.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

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
        APOSTROPHES,
        PRONOUNS,
    ),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr") == expected
