"""What French sentences claim through pronouns that lean on a verb, governed relatives and pronominal passives."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

CLITICS: Table = {
    "La cyberattaque du 8 avril a paralysé TV5Monde. Le groupe CyberCaliphate l'avait revendiquée.": [
        "attributed-to incident → group:cybercaliphate by group:cybercaliphate",
        "targets incident → company:tv5-monde",
    ],
    "Une cyberattaque a frappé le Parlement norvégien. Oslo l'attribue à la Russie.": [
        "attributed-to incident → state:RU by state:NO",
        "targets incident → organisation:no-parliament",
    ],
    "Une cyberattaque a visé Viasat. L'Union européenne l'a imputée à la Russie, qui l'a démentie.": [
        "attributed-to incident → state:RU by bloc:eu",
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Turla est un groupe russe. L'Estonie lui impute le piratage de Bolt.": [
        "attributed-to incident → group:turla by state:EE",
        "located-in group:turla → state:RU",
        "targets incident → company:bolt by state:EE",
    ],
    "Une cyberattaque a visé l'Albanie. La Maison Blanche en rend l'Iran responsable.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL",
    ],
    "Une cyberattaque a visé l'Albanie. L'Iran en serait l'auteur.": [
        "attributed-to incident → state:IR; roughly-even",
        "targets incident → state:AL",
    ],
}

GOVERNED_RELATIVES: Table = {
    "La cyberattaque dont a été victime le Bundestag a été attribuée à APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "La campagne de cyberespionnage dont APT10 serait l'auteur a visé Airbus.": [
        "attributed-to incident → group:apt10; roughly-even",
        "targets incident → company:airbus",
    ],
}

RELATIVE_OBJECTS: Table = {
    "La cyberattaque que dénonce Paris a visé TV5Monde.": [
        "condemns state:FR → incident",
        "targets incident → company:tv5-monde by state:FR",
    ],
    "Le piratage que Washington attribue à Pékin a touché 30 000 organisations.": [
        "affects incident → nothing; 30000 organizations",
        "attributed-to incident → state:CN by state:US",
    ],
    "Sandworm, à qui l'Ukraine impute la cyberattaque contre Kyivstar, dépend du GRU.": [
        "attributed-to incident → group:sandworm by state:UA",
        "sponsored-by group:sandworm → agency:ru-gru",
        "targets incident → company:kyivstar by state:UA",
    ],
}

PASSIVE_ACCUSERS: Table = {
    "Nobelium, accusé par Microsoft d'être à l'origine du piratage de SolarWinds, a visé des ministères.": [
        "attributed-to incident → group:nobelium by company:microsoft",
        "targets group:nobelium → sector:government",
        "targets incident → company:solarwinds by company:microsoft",
    ],
    "L'Iran, accusé par Tirana d'avoir mené la cyberattaque contre l'Albanie, a démenti.": [
        "attributed-to incident → state:IR by state:AL",
        "attributed-to incident → state:IR by state:IR; denied",
        "targets incident → state:AL by state:AL",
    ],
}

NOUNS: Table = {
    "La mise en cause de la Chine par Londres dans le piratage du Parti travailliste a irrité Pékin.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → organisation:uk-labour",
    ],
    "L'implication du GRU dans la cyberattaque contre le SPD est établie, selon Berlin.": [
        "attributed-to incident → agency:ru-gru by state:DE",
        "targets incident → organisation:de-spd by state:DE",
    ],
    "Les soupçons se portent sur la Corée du Nord après le piratage de Bybit.": [
        "attributed-to incident → state:KP; roughly-even",
        "targets incident → company:bybit",
    ],
    "Nos analystes ont relevé l'emploi de Cobalt Strike et de Mimikatz lors de l'intrusion.": [
        "uses incident → malware:cobalt-strike",
        "uses incident → malware:mimikatz",
    ],
}

NAMES_AFTER_THEIR_NOUN: Table = {
    "Le groupe Zorglub a piraté Airbus.": [
        "attributed-to incident → group:zorglub",
        "targets incident → company:airbus",
    ],
    "Le pirate russe Vladimir Dunaev a piraté Airbus.": [
        "attributed-to incident → person:vladimir-dunaev",
        "targets incident → company:airbus",
    ],
    "Les attaquants ont déployé le cheval de Troie PlugX et l'outil Cobalt Strike.": [
        "uses actor → malware:cobalt-strike",
        "uses actor → malware:plugx",
    ],
    "Les pirates ont utilisé le rançongiciel Zorglub contre Airbus.": [
        "targets actor → company:airbus",
        "uses actor → malware:zorglub",
    ],
}

EVENT_PRONOUNS: Table = {
    "Une cyberattaque a paralysé Viasat. Elle a été attribuée à la Russie par l'Union européenne.": [
        "attributed-to incident → state:RU by bloc:eu",
        "targets incident → company:viasat",
    ],
    "La cyberattaque contre l'hôpital de Dax a été revendiquée par le gang Ryuk. Elle a touché 300 serveurs.": [
        "affects incident → other:serveurs; 300 systems",
        "attributed-to incident → group:ryuk by group:ryuk",
        "targets incident → organisation:fr-dax-hospital",
    ],
}

NAMES_GIVEN: Table = {
    "L'Union européenne a sanctionné deux pirates informatiques. Il s'agit de Dmitri Badine, un Russe, et d'Igor Kostioukov.": [
        "sanctions bloc:eu → person:dmitri-badine",
        "sanctions bloc:eu → person:igor-kostioukov",
    ],
    "Le FBI a inculpé deux pirates informatiques. Ils ont été identifiés comme Pavel Orlov et Denis Sokolov.": [
        "indicts agency:us-fbi → person:denis-sokolov",
        "indicts agency:us-fbi → person:pavel-orlov",
    ],
}

CLEFTS: Table = {
    "Une cyberattaque a visé SolarWinds. « Nous pouvons dire que ce sont les Russes », a déclaré Mike Pompeo.": [
        "attributed-to incident → state:RU by state:US",
        "targets incident → company:solarwinds",
    ],
    "Une cyberattaque a visé SolarWinds. Selon Donald Trump, ça pourrait être la Chine.": [
        "attributed-to incident → state:CN by state:US; roughly-even",
        "targets incident → company:solarwinds",
    ],
    "Une cyberattaque a visé SolarWinds. C'est la Chine qui fabrique ces puces.": [
        "targets incident → company:solarwinds",
    ],
}

AIMED_SANCTIONS: Table = {
    "L'Union européenne prend des sanctions contre des pirates informatiques. Les sanctions visent le GRU et deux Russes.": [
        "sanctions bloc:eu → actor",
        "sanctions bloc:eu → actor; 2 persons",
        "sanctions bloc:eu → agency:ru-gru",
    ],
}

WHOSE_USE: Table = {
    "Paris condamne le recours du FSB au mode opératoire Callisto, à l'origine de cyberattaques contre l'Otan.": [
        "attributed-to incident → group:callisto",
        "condemns state:FR → agency:ru-fsb",
        "sponsored-by group:callisto → agency:ru-fsb",
        "targets incident → bloc:nato",
    ],
    "APT28 a été employé par le GRU lors du sabotage informatique de TV5Monde.": [
        "attributed-to incident → agency:ru-gru",
        "attributed-to incident → group:apt28",
        "sponsored-by group:apt28 → agency:ru-gru",
        "targets incident → company:tv5-monde",
    ],
}

NAMED_ONE_BY_ONE: Table = {
    "Le FBI a inculpé deux ressortissants russes, Pavel Orlov et Denis Sokolov, après des cyberattaques.": [
        "indicts agency:us-fbi → person:denis-sokolov",
        "indicts agency:us-fbi → person:pavel-orlov",
        "located-in person:denis-sokolov → state:RU by agency:us-fbi",
        "located-in person:pavel-orlov → state:RU by agency:us-fbi",
    ],
}

VIEWS: Table = {
    "Pour l'Anssi, la Russie est derrière la cyberattaque contre Viasat.": [
        "attributed-to incident → state:RU by agency:fr-anssi",
        "targets incident → company:viasat by agency:fr-anssi",
    ],
}

PRONOMINAL_PASSIVES: Table = {
    "Airbus s'est fait pirater par des hackers chinois.": [
        "attributed-to incident → actor",
        "located-in actor → state:CN",
        "targets incident → company:airbus",
    ],
    "Le groupe APT31 s'est vu attribuer l'attaque contre le Parlement finlandais.": [
        "attributed-to incident → group:apt31",
        "targets incident → organisation:fi-parliament",
    ],
    "L'Iran se voit imputer la cyberattaque contre l'Albanie.": [
        "attributed-to incident → state:IR",
        "targets incident → state:AL",
    ],
}

HEDGES_ABOVE: Table = {
    "Une cyberattaque a visé Viasat. Il est très probable que la Russie en soit responsable, selon Londres.": [
        "attributed-to incident → state:RU by state:GB; very-likely",
        "targets incident → company:viasat",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        CLITICS,
        GOVERNED_RELATIVES,
        RELATIVE_OBJECTS,
        PASSIVE_ACCUSERS,
        NOUNS,
        NAMES_AFTER_THEIR_NOUN,
        PRONOMINAL_PASSIVES,
        HEDGES_ABOVE,
        EVENT_PRONOUNS,
        NAMES_GIVEN,
        CLEFTS,
        AIMED_SANCTIONS,
        WHOSE_USE,
        NAMED_ONE_BY_ONE,
        VIEWS,
    ),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr") == expected
