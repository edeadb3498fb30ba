"""What sentences of ordinary Italian claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
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

SPEECH: Table = {
    "Un portavoce del Cremlino ha negato che la Russia abbia condotto l'attacco informatico.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Casa Bianca ha affermato che l'Iran aveva lanciato l'attacco informatico contro l'Albania.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Secondo la Nato e l'Ue, la Russia ha condotto l'attacco informatico contro la Germania.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "«La Russia è responsabile di questo attacco informatico», ha dichiarato la Nato.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "Sandworm ha attaccato la rete elettrica, secondo ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "L'Ue ha dichiarato che la Cina aveva condotto l'attacco informatico.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "La Russia avrebbe hackerato il Parlamento norvegese.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "Gli hacker avrebbero agito per conto dell'Iran.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "La Cina sarebbe dietro l'attacco informatico.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "Il gruppo Lazarus sarebbe legato alla Corea del Nord.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
}

DENIALS: Table = {
    "Il governo britannico non crede che la Russia sia dietro l'attacco informatico al Parlamento tedesco.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "L'India nega di aver condotto l'attacco informatico contro il Pakistan.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Mosca ha negato qualsiasi coinvolgimento nell'attacco informatico contro Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Mosca ha smentito di essere dietro l'attacco informatico.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Russia non ha condotto questo attacco informatico, ha affermato il Cremlino.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Pechino ha respinto le accuse di Washington sull'hackeraggio di Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CN; denied",
        "targets incident → product:microsoft-exchange",
    ],
}

CERTAINTY: Table = {
    "Washington attribuisce con un alto grado di fiducia l'attacco informatico alla Russia.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "Mandiant ritiene con un livello di fiducia moderato che l'intrusione sia stata condotta da APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "La Russia è probabilmente dietro l'attacco informatico, secondo ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
    "L'attacco è stato molto probabilmente condotto da Sandworm, afferma ESET.": [
        "attributed-to incident → group:sandworm by company:eset; very-likely",
    ],
}

COUNTS: Table = {
    "L'attacco informatico ha colpito 1.500 aziende.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "L'hackeraggio ha colpito circa 30.000 organizzazioni.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "APT31 ha hackerato il Parlamento finlandese nel 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "Il 27 giugno 2017 Sandworm ha lanciato l'attacco NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
}

MEANS: Table = {
    "Il gruppo ha sfruttato una vulnerabilità zero-day in Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "Gli hacker hanno sfruttato la vulnerabilità CVE-2021-26855.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "Sandworm ha utilizzato il malware Industroyer.": [
        "uses group:sandworm → malware:industroyer",
    ],
    "Il gruppo Lazarus si è servito del ransomware WannaCry.": [
        "uses group:lazarus → malware:wannacry",
    ],
    "APT28, noto anche come Fancy Bear, ha attaccato il Bundestag.": [
        "same-as group:apt28 → group:fancy-bear",
        "targets group:apt28 → organisation:de-bundestag",
    ],
    "Il gruppo Nobelium, conosciuto come APT29, ha colpito ambasciate.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
}

ANSWERS: Table = {
    "La Germania ha convocato l'ambasciatore russo per l'attacco informatico contro il Bundestag.": [
        "responds state:DE → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "Gli Stati Uniti hanno espulso 35 diplomatici russi in risposta agli attacchi informatici.": [
        "responds state:US → state:RU; 35 persons",
    ],
    "L'Ue ha sanzionato sei cittadini russi per gli attacchi informatici.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 6 persons",
    ],
    "L'Unione europea ha imposto sanzioni contro il GRU per l'hackeraggio del Bundestag.": [
        "sanctions bloc:eu → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "Il Dipartimento di Giustizia ha incriminato quattro cittadini cinesi per l'hackeraggio.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
    "La Polizia postale ha arrestato tre membri del gruppo di hacker.": [
        "arrests agency:it-postal-police → actor; 3 persons",
    ],
    "Europol ha smantellato l'infrastruttura della gang LockBit.": [
        "disrupts agency:eu-europol → group:lockbit",
    ],
    "L'FBI ha sequestrato i server di LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "La Nato ha condannato gli attacchi informatici contro l'Albania.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "L'Ue condanna fermamente l'attacco informatico russo.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
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


NATURAL: Table = {
    "L'attacco informatico è stato condotto dal gruppo Turla, legato all'Fsb russo.": [
        "attributed-to incident → group:turla",
        "sponsored-by group:turla → agency:ru-fsb",
    ],
    "Dietro l'attacco informatico c'è il gruppo russo NoName057.": [
        "attributed-to incident → group:noname057",
        "located-in group:noname057 → state:RU",
    ],
    "Ad attaccare i server della Difesa è stato il gruppo hacker Lazarus.": [
        "attributed-to incident → group:lazarus",
    ],
    "A rivendicare l'attacco informatico è stato il collettivo filorusso Killnet.": [
        "attributed-to incident → group:killnet by group:killnet",
    ],
    "È stata la Russia a violare i server del Bundestag, secondo Berlino.": [
        "attributed-to incident → state:RU by state:DE",
        "targets incident → organisation:de-bundestag by state:DE",
    ],
    "Sarebbe stato il gruppo hacker Turla a colpire il ministero della Difesa.": [
        "attributed-to incident → group:turla; roughly-even",
        "targets incident → agency:it-ministero-della-difesa; roughly-even",
    ],
    "L'attacco informatico l'ha sferrato il gruppo Lazarus.": [
        "attributed-to incident → group:lazarus",
    ],
    "Il Comune di Palermo è stato vittima di un attacco informatico del gruppo Vice Society.": [
        "attributed-to incident → group:vice-society",
        "targets incident → organisation:comune-di-palermo",
    ],
    "L'Fbi attribuisce l'attacco informatico al Gru.": [
        "attributed-to incident → agency:ru-gru by agency:us-fbi",
    ],
    "Gli agenti del Cnaipic hanno arrestato Arturo Galli per l'attacco informatico a Enel.": [
        "arrests agency:it-cnaipic → person:arturo-galli",
        "targets incident → company:enel",
    ],
    "Enel ha confermato che i suoi server sono stati violati dagli hacker.": [
        "targets actor → company:enel by company:enel",
    ],
    "I siti del Senato e del ministero della Difesa sono rimasti irraggiungibili dopo un attacco informatico.": [
        "targets incident → agency:it-ministero-della-difesa",
        "targets incident → organisation:senato",
    ],
    "NAPOLI - Il gruppo Lazarus ha violato i server della Regione Lazio.": [
        "attributed-to incident → group:lazarus",
        "targets incident → organisation:regione-lazio",
    ],
    "L'azienda Enel ha subito un attacco di tipo ransomware.": [
        "targets incident → company:enel",
        "uses incident → technique:ransomware",
    ],
}


TAKEN_UP: Table = {
    "Il gruppo Lazarus ha violato la banca con un malware. Hanno rubato i dati di Enel.": [
        "attributed-to incident → group:lazarus",
        "targets group:lazarus → company:enel",
    ],
    "La Regione è senza posta dopo l'attacco informatico che ha subito lunedì l'azienda Enel.": [
        "targets incident → company:enel",
    ],
}


SUSPICIONS: Table = {
    "Enel ha subito un attacco informatico. I sospetti ricadono sulla Russia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → company:enel",
    ],
    "Enel ha subito un attacco informatico. Gli indizi portano al Gru, il servizio segreto militare russo.": [
        "attributed-to incident → agency:ru-gru; roughly-even",
        "targets incident → company:enel",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        ACCUSATIONS,
        SUSPICIONS,
        TAKEN_UP,
        NATURAL,
        PASSIVES,
        AUTHORS,
        SPONSORS,
        RELATIVES,
        VICTIMS,
        COORDINATION,
        SPEECH,
        RUMOUR,
        DENIALS,
        CERTAINTY,
        COUNTS,
        DATES,
        MEANS,
        ANSWERS,
    ),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "it") == expected


@pytest.mark.parametrize("sentence", QUIET)
def test_a_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "it") == []
