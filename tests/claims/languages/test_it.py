"""What sentences of ordinary Italian claim: who did what to whom. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
Who says it and what follows is in `test_it_speech`, when, how many and by what means in `test_it_details`.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

ACCUSATIONS: Table = {
    "La Svezia accusa la Russia di un attacco informatico contro l'emittente SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Kiev accusa Mosca dell'attacco informatico contro le ferrovie.": [
        "attributed-to incident → state:RU by state:UA",
        "targets incident → sector:transport by state:UA",
    ],
    "Tokyo attribuisce l'attacco informatico al gruppo Lazarus.": [
        "attributed-to incident → group:lazarus by state:JP",
    ],
    "Microsoft ha attribuito l'attacco hacker a Nobelium.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "Varsavia accusa la Bielorussia di aver condotto l'attacco informatico.": [
        "attributed-to incident → state:BY by state:PL",
    ],
    "Ottawa, Canberra e Wellington accusano la Cina di cyberspionaggio.": [
        "attributed-to incident → state:CN by state:AU, state:CA, state:NZ",
    ],
    "Il governo costaricano accusa la gang Conti dell'attacco informatico.": [
        "attributed-to incident → group:conti by state:CR",
    ],
    "Londra imputa alla Cina l'hackeraggio della Commissione elettorale britannica.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → agency:uk-electoral-commission by state:GB",
    ],
    "L'Estonia incolpa la Russia degli attacchi informatici del 2007.": [
        "attributed-to incident → state:RU by state:EE; in 2007",
    ],
    "Secondo Washington, l'Iran è dietro l'attacco informatico contro l'Albania.": [
        "attributed-to incident → state:IR by state:US",
        "targets incident → state:AL by state:US",
    ],
    "Il governo olandese afferma che la Cina è dietro la campagna di cyberspionaggio.": [
        "attributed-to incident → state:CN by state:NL",
    ],
    "L'Ucraina collega il GRU all'attacco informatico contro Kyivstar.": [
        "attributed-to incident → agency:ru-gru by state:UA",
        "targets incident → company:kyivstar by state:UA",
    ],
    "Praga punta il dito contro la Cina per l'attacco informatico.": [
        "attributed-to incident → state:CN by state:CZ",
    ],
    "Il ministro degli Esteri ceco ha accusato la Cina di aver condotto l'attacco informatico.": [
        "attributed-to incident → state:CN by state:CZ",
    ],
    "La Cina è sospettata di essere dietro l'attacco hacker.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
}

PASSIVES: Table = {
    "La Corea del Nord è stata accusata di aver lanciato il ransomware WannaCry.": [
        "attributed-to incident → state:KP",
    ],
    "L'hackeraggio del Bundestag era stato attribuito ad APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "Il Bundestag è stato hackerato da APT28.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "L'attacco viene attribuito ad APT29.": [
        "attributed-to incident → group:apt29",
    ],
    "L'attacco lanciato da APT28 contro la Nato ha causato gravi danni.": [
        "attributed-to incident → group:apt28",
        "targets incident → bloc:nato",
    ],
    "L'attacco informatico, attribuito all'Iran, ha paralizzato i servizi pubblici dell'Albania.": [
        "attributed-to incident → state:IR",
        "targets incident → state:AL",
    ],
    "Il Parlamento norvegese è stato violato dagli hacker russi.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → organisation:no-parliament",
    ],
}

AUTHORS: Table = {
    "L'attacco è opera di Sandworm.": [
        "attributed-to incident → group:sandworm",
    ],
    "L'attacco informatico è opera del gruppo russo Turla, ha riferito la società ESET.": [
        "attributed-to incident → group:turla by company:eset",
        "located-in group:turla → state:RU by company:eset",
    ],
    "I servizi segreti russi sono dietro l'hackeraggio, assicura il BND.": [
        "attributed-to incident → agency:ru-intelligence-services by agency:de-bnd",
    ],
    "Il gruppo KillNet ha rivendicato l'attacco informatico contro il Parlamento europeo.": [
        "attributed-to incident → group:killnet by group:killnet",
        "targets incident → agency:eu-parliament",
    ],
    "LockBit ha rivendicato l'attacco contro l'ospedale.": [
        "attributed-to incident → group:lockbit by group:lockbit",
    ],
    "L'attacco informatico russo contro l'Ucraina è durato tre giorni.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
}

SPONSORS: Table = {
    "APT10 è sostenuto dalla Cina.": [
        "sponsored-by group:apt10 → state:CN",
    ],
    "Turla è controllato dall'FSB, secondo i Five Eyes.": [
        "sponsored-by group:turla → agency:ru-fsb by bloc:five-eyes",
    ],
    "Gli hacker lavorano per l'intelligence militare russa.": [
        "sponsored-by actor → agency:ru-gru",
    ],
    "Fancy Bear è un'unità del GRU.": [
        "sponsored-by group:fancy-bear → agency:ru-gru",
    ],
    "Mustang Panda, gruppo legato alla Cina, ha colpito ministeri.": [
        "sponsored-by group:mustang-panda → state:CN",
        "targets group:mustang-panda → sector:government",
    ],
    "Pirati informatici nordcoreani hanno rubato criptovalute.": [
        "located-in actor → state:KP",
    ],
    "Gli hacker, pagati dall'MSS, hanno attaccato Microsoft Exchange.": [
        "sponsored-by actor → agency:cn-mss",
        "targets actor → product:microsoft-exchange",
    ],
    "Hafnium è un gruppo di hacker sponsorizzato dalla Cina.": [
        "sponsored-by group:hafnium → state:CN",
    ],
    "Hacker sostenuti dallo Stato cinese hanno colpito aziende energetiche.": [
        "sponsored-by actor → state:CN",
        "targets actor → sector:energy",
    ],
    "Il gruppo Charming Kitten è legato alle Guardie della rivoluzione.": [
        "sponsored-by group:charming-kitten → agency:ir-irgc",
    ],
    "APT29, che lavora per l'SVR, ha compromesso SolarWinds.": [
        "attributed-to incident → group:apt29",
        "sponsored-by group:apt29 → agency:ru-svr",
        "targets incident → company:solarwinds",
    ],
    "Secondo Mandiant, APT43 agisce per conto della Corea del Nord.": [
        "sponsored-by group:apt43 → state:KP by company:mandiant",
    ],
    "Volt Typhoon, un gruppo collegato alla Cina, ha colpito operatori di telecomunicazioni.": [
        "sponsored-by group:volt-typhoon → state:CN",
        "targets group:volt-typhoon → sector:telecommunications",
    ],
    "Un alto funzionario della Casa Bianca ha detto lunedì che la Cina paga hacker criminali.": [
        "sponsored-by actor → state:CN by agency:us-white-house",
    ],
    "Le autorità ucraine attribuiscono l'attacco a Sandworm, un'unità del GRU.": [
        "attributed-to incident → group:sandworm by state:UA",
        "sponsored-by group:sandworm → agency:ru-gru by state:UA",
    ],
}

RELATIVES: Table = {
    "Gli hacker che hanno attaccato l'Estonia lavorano per il GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → state:EE",
    ],
    "Sandworm, che ha attaccato l'Ucraina, lavora per il GRU.": [
        "sponsored-by group:sandworm → agency:ru-gru",
        "targets group:sandworm → state:UA",
    ],
}

VICTIMS: Table = {
    "APT28 ha preso di mira la Nato e l'Osce.": [
        "targets group:apt28 → bloc:nato",
        "targets group:apt28 → bloc:osce",
    ],
    "Gamaredon colpisce l'Ucraina.": [
        "targets group:gamaredon → state:UA",
    ],
    "Il gruppo Turla si è infiltrato nella rete del ministero degli Esteri tedesco.": [
        "attributed-to incident → group:turla",
        "targets incident → agency:de-foreign-office",
    ],
    "Gli hacker hanno colpito ospedali e università.": [
        "targets actor → sector:education",
        "targets actor → sector:health",
    ],
    "I pirati informatici hanno rubato dati ad Airbus.": [
        "targets actor → company:airbus",
    ],
    "MuddyWater ha preso di mira operatori di telecomunicazioni in Medio Oriente.": [
        "targets group:muddywater → place:middle-east",
        "targets group:muddywater → sector:telecommunications",
    ],
    "Il ministero della Difesa italiano è stato vittima di un attacco informatico.": [
        "targets incident → agency:it-ministry-of-defence",
    ],
    "L'azienda TIM ha confermato un attacco informatico.": [
        "targets incident → company:tim",
    ],
    "Gli hacker hanno violato i sistemi informatici di Leonardo.": [
        "targets actor → company:leonardo",
    ],
}

COORDINATION: Table = {
    "Gli Stati Uniti, il Regno Unito e il Canada hanno accusato la Cina dell'attacco informatico contro Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CA, state:GB, state:US",
        "targets incident → product:microsoft-exchange by state:CA, state:GB, state:US",
    ],
    "La Nato e l'Unione europea hanno attribuito gli attacchi ad APT40 e APT31.": [
        "attributed-to incident → group:apt31 by bloc:eu, bloc:nato",
        "attributed-to incident → group:apt40 by bloc:eu, bloc:nato",
    ],
    "APT28 e APT29 hanno hackerato il Comitato nazionale democratico.": [
        "attributed-to incident → group:apt28",
        "attributed-to incident → group:apt29",
        "targets incident → organisation:us-dnc",
    ],
    "Salt Typhoon ha compromesso AT&T, Verizon e T-Mobile.": [
        "attributed-to incident → group:salt-typhoon",
        "targets incident → company:att",
        "targets incident → company:t-mobile",
        "targets incident → company:verizon",
    ],
}

QUIET = [
    "L'Agenzia mondiale antidoping ha accusato la Russia di gestire un programma di doping di Stato.",
    "Gli Stati Uniti hanno accusato la Cina di vendere acciaio sottocosto e hanno imposto dazi.",
    "L'ufficio marketing attribuisce il quaranta per cento delle vendite alla campagna via email.",
    "La perdita è attribuita all'aumento dei costi e alla debolezza della sterlina.",
    "La Juventus ha attaccato dall'inizio e ha colpito due volte il palo.",
    "La nuova versione di Firefox corregge dodici errori e si avvia più in fretta.",
    "Gli utenti devono cambiare le password e attivare la verifica in due passaggi.",
    "Il ministro ha incolpato l'opposizione per il ritardo della riforma.",
    "Gli attacchi ransomware sono aumentati di un terzo rispetto all'anno scorso.",
    "L'azienda vende un programma che protegge le reti dal ransomware.",
    "La banca ha attribuito il blocco del sito a un aggiornamento del software.",
    "La Cina ha condannato la vendita di armi a Taiwan.",
    "L'Ue ha imposto sanzioni alla Bielorussia per l'atterraggio forzato di un aereo.",
    "La polizia ha arrestato due uomini per il furto di un quadro.",
    "Chi c'era dietro l'attacco hacker?",
    "La Russia potrebbe attaccare la rete elettrica?",
    "Le aziende devono notificare una violazione dei dati entro tre giorni.",
    "La Francia ha accusato il Mali di diffondere disinformazione sulle sue truppe.",
    "Il virus ha contagiato 30.000 persone in Brasile in una settimana.",
    "La campagna di vaccinazione ha interessato scuole e ospedali.",
    "La Turchia ha negato che i suoi droni abbiano colpito il villaggio.",
    "La procura ha accusato il governatore di corruzione.",
    "La polizia ha sequestrato quaranta chili di cocaina ad Anversa.",
    "L'Onu ha condannato l'attacco contro il mercato.",
    "La Corea del Nord ha lanciato due missili verso il Giappone.",
    "Se la Russia attaccasse la rete elettrica, la Nato risponderebbe.",
    "Il rapporto offre consigli generali per proteggere i server.",
    "Un tribunale di Mosca ha condannato un giornalista a sei anni di carcere.",
    "Il presidente messicano è andato a Washington per parlare di sicurezza informatica.",
    "Roma assumerà cento esperti per rafforzare la difesa informatica.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(ACCUSATIONS, PASSIVES, AUTHORS, SPONSORS, RELATIVES, VICTIMS, COORDINATION),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "it") == expected


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "it") == []
