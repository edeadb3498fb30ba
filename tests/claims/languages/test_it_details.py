"""What sentences of ordinary Italian claim: when, how many, by what means and under which names, and what goes on about a sentence before. In the form of `test_it`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(TAKEN_UP, NATURAL, COUNTS, DATES, MEANS),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "it") == expected
