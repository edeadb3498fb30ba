"""Who did nothing of what a sentence tells: those who tell it, fight it, are named beside it, or were told of before."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed

EN: Table = {
    # Those with whom somebody acts are not the band spoken of last.
    "Lynx gang robs bank\n\nLynx hackers stole data from Acme Bank. Oleg Petrov and his co-conspirators, operating from Russia, launched cyberattacks against the University of Ohio.": [
        "attributed-to incident → actor",
        "attributed-to incident → person:oleg-petrov",
        "located-in actor → state:RU",
        "located-in person:oleg-petrov → state:RU",
        "targets group:lynx → company:acme-bank",
        "targets incident → organisation:university-ohio",
    ],
    # Who acts against malware attacks nobody, and crime as a whole is no attack on the office against it.
    "International operation against malware\n\nThe operation was carried out by France and Peru, Europol said. Hackers had hit hospitals.": [
        "targets actor → sector:health",
    ],
    "The cybercrime centre of Europol looks into the cyberattack on the University of Ohio.": [
        "targets incident → organisation:university-ohio",
    ],
    "Since then, no cyberattack on the University of Ohio has succeeded.": [],
    # What a firm says was leaked it did not leak.
    "Norfell was hit by BlackCat hackers, says leaked data is old.": [
        "targets group:blackcat → company:norfell",
    ],
    # Whose efforts a warning tells of.
    "The NSA published an advisory today about Peruvian hackers' ongoing efforts over several years to target U.S. banks.": [
        "located-in actor → state:PE by agency:us-nsa",
        "targets actor → sector:finance by agency:us-nsa",
        "targets actor → state:US by agency:us-nsa",
    ],
    "The FBI published an advisory about ongoing efforts to target U.S. banks by phishing.": [],
    "Tools were used by Peruvian hackers in an effort to hack U.S. banks.": [
        "located-in actor → state:PE",
        "targets actor → sector:finance",
        "targets actor → state:US",
    ],
    # An attack is linked to a state, and not the firm that it hit.
    "The University of Ohio encountered a major cyberattack in 2014, linked to Peru.": [
        "attributed-to incident → state:PE; in 2014",
        "targets incident → organisation:university-ohio; in 2014",
    ],
    "The cyberattack, attributed to Peru aided by Chile, hit a bank in Bolivia.": [
        "attributed-to incident → state:PE",
        "targets incident → company:bo-bank",
        "targets incident → state:BO",
    ],
    # Clauses without a pronoun.
    "The Treasury has sanctioned two entities and nine individuals it has identified as engaging in cyberattacks on Chile.": [
        "sanctions agency:us-treasury → actor; 9 persons",
        "sanctions agency:us-treasury → organisation:two-entities; 2 organizations",
    ],
    # War, and what only may happen.
    "A gang of hackers pledged loyalty to Peru as it launched its assault on Chile, the FBI said.": [],
    "Firms should apply updates to reduce the risk of compromise by Peruvian state hackers.": [
        "sponsored-by actor → state:PE",
    ],
    # Who else claims an attack.
    "APT28 hacked the parliament of Chile, even if activists of the Harbour Front later claimed the cyberattack.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:cl-parliament",
    ],
    # An attack with a year of its own is not one of another year.
    "Stuxnet hit Iran in 2010.\n\nThe May 2021 cyberattack paralyzed a pipeline, with Washington identifying the gang DarkSide as responsible.": [
        "attributed-to incident → group:darkside by state:US; in 2021-05",
        "targets incident → company:pipeline; in 2021-05",
        "targets incident → state:IR; in 2010",
    ],
    # A scheme attacks nobody.
    "BlackCat hackers extorted a bank as part of a criminal scheme.\n\nThey attacked hospitals.": [
        "targets group:blackcat → company:bank",
        "targets group:blackcat → sector:health",
    ],
    "The Peruvian Foreign Ministry accused Chile of cyberattacks.\n\nThe ministry says that APT28 has hacked the parliament of Peru.": [
        "attributed-to incident → group:apt28 by agency:pe-ministry-of-foreign-affairs",
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets incident → organisation:pe-parliament by agency:pe-ministry-of-foreign-affairs",
    ],
}

FR: Table = {
    "Opération internationale contre des logiciels malveillants\n\nL'opération Kestrel a été lancée par la France et le Pérou, annonce Europol. Des pirates avaient visé des hôpitaux.": [
        "targets actor → sector:health",
    ],
    "La section cybercriminalité du parquet de Lyon enquête sur la cyberattaque contre l'hôpital d'Albi.": [
        "targets incident → organisation:hopital-albi",
    ],
    "Depuis, aucune cyberattaque contre l'université de Tours n'a réussi.": [],
    "L'ANSSI a publié un avis sur les efforts des pirates péruviens pour attaquer les banques françaises.": [
        "located-in actor → state:PE by agency:fr-anssi",
        "targets actor → sector:finance by agency:fr-anssi",
        "targets actor → state:FR by agency:fr-anssi",
    ],
    "L'université de Tours a subi une cyberattaque en 2014, attribuée au Pérou.": [
        "attributed-to incident → state:PE; in 2014",
        "targets incident → organisation:universite-tours; in 2014",
    ],
    "La cyberattaque, attribuée au Pérou aidé par le Chili, a touché une banque en Bolivie.": [
        "attributed-to incident → state:PE",
        "targets incident → company:bo-banque",
        "targets incident → state:BO",
    ],
    "Le ministère péruvien des Affaires étrangères accuse le Chili de cyberattaques.\n\nLe ministère affirme qu'APT28 a piraté le parlement du Pérou.": [
        "attributed-to incident → group:apt28 by agency:pe-ministry-of-foreign-affairs",
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets incident → organisation:pe-parlement by agency:pe-ministry-of-foreign-affairs",
    ],
    "Le centre hospitalier de Villeneuve-sur-Lot a été victime d'une cyberattaque.": [
        "targets incident → organisation:centre-hospitalier-villeneuve-lot",
    ],
}

DE: Table = {
    "Internationale Operation gegen Schadsoftware\n\nDie Operation wurde von Frankreich und Peru ausgeführt, teilte Europol mit.": [],
    "Seither ist kein Cyberangriff auf die Universität Ulm gelungen.": [],
    "Der BND warnte vor Bemühungen peruanischer Hacker, deutsche Banken anzugreifen.": [
        "located-in actor → state:PE by agency:de-bnd",
        "targets actor → sector:finance by agency:de-bnd",
        "targets actor → state:DE by agency:de-bnd",
    ],
    "Forscher machen chinesische Agenten für den Cyberangriff auf das Parlament von Peru verantwortlich.\n\nPeking nannte das „Unsinn“.": [
        "attributed-to incident → actor",
        "attributed-to incident → state:CN by state:CN; denied",
        "located-in actor → state:CN",
        "targets incident → organisation:pe-parlament",
    ],
    "Das peruanische Außenministerium macht Chile für Cyberangriffe verantwortlich.\n\nDas Ministerium erklärte, APT28 habe das Parlament von Peru gehackt.": [
        "attributed-to incident → group:apt28 by agency:pe-ministry-of-foreign-affairs",
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets incident → organisation:pe-parlament by agency:pe-ministry-of-foreign-affairs",
    ],
}

ES: Table = {
    "Operación internacional contra programas maliciosos\n\nLa operación fue ejecutada por Francia y Perú, anunció Europol.": [],
    "La unidad de ciberdelincuencia de la Fiscalía de Lugo investiga el ciberataque contra el hospital de Lugo.": [
        "targets incident → organisation:hospital-lugo",
    ],
    "Desde entonces ningún ciberataque contra la Universidad de Lugo tuvo éxito.": [],
    "La Universidad de Lugo sufrió un ciberataque en 2014, atribuido a Perú.": [
        "attributed-to incident → state:PE; in 2014",
        "targets incident → organisation:universidad-lugo; in 2014",
    ],
    "El Ministerio de Exteriores peruano acusó a Chile de ciberataques.\n\nEl ministerio afirma que APT28 hackeó el parlamento de Perú.": [
        "attributed-to incident → group:apt28 by agency:pe-ministry-of-foreign-affairs",
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets incident → organisation:pe-parlamento by agency:pe-ministry-of-foreign-affairs",
    ],
}

IT: Table = {
    "Operazione internazionale contro il malware\n\nL'operazione è stata lanciata da Francia e Perù, ha annunciato Europol.": [],
    "La sezione cybercrime della procura di Pisa indaga sul cyberattacco contro la Regione Toscana.": [
        "targets incident → organisation:regione-toscana",
    ],
    "Da allora nessun cyberattacco contro l'Università di Pisa è riuscito.": [],
    "L'ACN ha pubblicato un avviso sui tentativi degli hacker peruviani di colpire le banche italiane.": [
        "located-in actor → state:PE by agency:it-acn",
        "targets actor → sector:finance by agency:it-acn",
        "targets actor → state:IT by agency:it-acn",
    ],
    "L'Università di Pisa ha subito un cyberattacco nel 2014, attribuito al Perù.": [
        "attributed-to incident → state:PE; in 2014",
        "targets incident → organisation:universita-di-pisa; in 2014",
    ],
    "Il ministero degli Esteri peruviano accusa il Cile di attacchi informatici.\n\nIl ministero afferma che APT28 ha hackerato il parlamento del Perù.": [
        "attributed-to incident → group:apt28 by agency:pe-ministry-of-foreign-affairs",
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets incident → organisation:pe-parlamento by agency:pe-ministry-of-foreign-affairs",
    ],
}

NL: Table = {
    "Internationale operatie tegen malware\n\nDe operatie werd uitgevoerd door Frankrijk en Peru, meldt Europol.": [],
    "De afdeling cybercriminaliteit van de politie onderzoekt de cyberaanval op de Universiteit Twente.": [
        "targets incident → organisation:universiteit-twente",
    ],
    "Sindsdien is geen cyberaanval op de Universiteit Twente gelukt.": [],
    "Het Peruaanse ministerie van Buitenlandse Zaken beschuldigt Chili van cyberaanvallen.\n\nHet ministerie zegt dat APT28 het parlement van Peru heeft gehackt.": [
        "attributed-to incident → group:apt28 by agency:pe-ministry-of-foreign-affairs",
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets incident → organisation:pe-parlement by agency:pe-ministry-of-foreign-affairs",
    ],
}

PT: Table = {
    "Operação internacional contra programas maliciosos\n\nA operação foi lançada pela França e pelo Peru, anunciou a Europol.": [],
    "A seção de cibercrime da Procuradoria de Braga investiga o ciberataque ao hospital de Braga.": [
        "targets incident → organisation:hospital-braga",
    ],
    "Desde então nenhum ciberataque contra a Universidade de Braga teve êxito.": [],
    "A Universidade de Braga sofreu um ciberataque em 2014, atribuído ao Peru.": [
        "attributed-to incident → state:PE; in 2014",
        "targets incident → organisation:universidade-braga; in 2014",
    ],
    "O Ministério dos Negócios Estrangeiros peruano acusou o Chile de ciberataques.\n\nO ministério afirma que o APT28 atacou o parlamento do Peru.": [
        "attributed-to incident → state:CL by agency:pe-ministry-of-foreign-affairs",
        "targets group:apt28 → organisation:pe-parlamento by agency:pe-ministry-of-foreign-affairs",
    ],
}

_TABLES = {"en": EN, "fr": FR, "de": DE, "es": ES, "it": IT, "nl": NL, "pt": PT}


@pytest.mark.parametrize("language", sorted(_TABLES))
def test_nobody_is_said_to_have_done_what_others_did(language: str) -> None:
    table = _TABLES[language]
    assert {sentence: claimed(sentence, language) for sentence in table} == table
