"""What sentences of ordinary German claim: when, how many, by what means and under which names, and what goes on about a sentence before. In the form of `test_de`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

FOUND: Table = {
    "Auf Rechnern des Auswärtigen Amts wurde die Schadsoftware Turla gefunden.": [
        "targets incident → agency:de-foreign-office",
    ],
    "Im Netz der Bundeswehr haben Fachleute einen Trojaner entdeckt.": [
        "targets incident → agency:de-bundeswehr",
    ],
}
"""Programs found in somebody's systems."""

TAKEN_UP: Table = {
    "Die Hackergruppe Turla, hinter der Fachleute den FSB sehen, hat den Bundestag angegriffen.": [
        "sponsored-by group:turla → agency:ru-fsb",
        "targets group:turla → organisation:de-bundestag",
    ],
    "Der Hackerangriff auf den Bundestag war gravierend. Berlin machte den GRU dafür verantwortlich.": [
        "attributed-to incident → agency:ru-gru by state:DE",
        "targets incident → organisation:de-bundestag",
    ],
    "Als Urheber des Hackerangriffs gilt die Gruppe Sandworm.": [
        "attributed-to incident → group:sandworm",
    ],
    "Inzwischen deutet vieles auf die Hackergruppe Snake hin, auch Uroburos oder Turla genannt.": [
        "same-as group:snake → group:turla",
        "same-as group:snake → group:uroburos",
    ],
    "Wegen des Hackerangriffs wiesen die USA 35 russische Diplomaten aus.": [
        "responds state:US → state:RU; 35 persons",
    ],
    "In der Ukraine hat die Polizei Mitglieder der Bande Cl0p festgenommen.": [
        "arrests state:UA → group:cl0p",
    ],
    "Die Universität Maastricht wurde von der Gruppe TA505 mit der Ransomware Clop angegriffen.": [
        "targets group:ta505 → organisation:universitat-maastricht",
        "uses group:ta505 → malware:clop",
    ],
    "Unsere Nachrichtendienste haben den Hackerangriff auf die SPD der Gruppe APT28 zugeordnet.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-spd",
    ],
    "Über die Lücke CVE-2019-19781 drangen die Hacker in das Netz der Uniklinik Düsseldorf ein.": [
        "attributed-to incident → actor",
        "exploits incident → vulnerability:cve-2019-19781",
        "targets incident → organisation:uniklinik-dusseldorf",
    ],
}
"""What adverbs, relatives and participles take up, and the ways in."""

NAMES_AND_MEANS: Table = {
    "Die Gruppe APT28, auch bekannt als Fancy Bear, hat den Bundestag gehackt.": [
        "attributed-to incident → group:apt28",
        "same-as group:apt28 → group:fancy-bear",
        "targets incident → organisation:de-bundestag",
    ],
    "Microsoft bezeichnet die Gruppe APT28 als Forest Blizzard.": [
        "same-as group:apt28 → group:forest-blizzard by company:microsoft",
    ],
    "Die Gruppe Sandworm setzte die Schadsoftware Industroyer gegen das ukrainische Stromnetz ein.": [
        "targets group:sandworm → sector:energy",
        "targets group:sandworm → state:UA",
        "uses group:sandworm → malware:industroyer",
    ],
    "Die iranische Gruppe MuddyWater verschickte Phishing-Mails an israelische Unternehmen.": [
        "located-in group:muddywater → state:IR",
        "uses group:muddywater → technique:phishing",
    ],
    "Die Angreifer nutzten die Schwachstelle CVE-2021-26855 aus.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "Der Iran griff 2012 den Ölkonzern Saudi Aramco mit der Schadsoftware Shamoon an.": [
        "targets state:IR → company:saudi-aramco; in 2012",
        "uses state:IR → malware:shamoon; in 2012",
    ],
    "Die Gruppe Killnet bekannte sich zu dem Cyberangriff auf die Website des Flughafens.": [
        "attributed-to incident → group:killnet by group:killnet",
    ],
}

NUMBERS: Table = {
    "Der Cyberangriff betraf mehr als 30.000 Unternehmen.": [
        "affects incident → nothing; about 30000 organizations",
    ],
    "Bei dem Hackerangriff wurden Daten von 500.000 Kunden gestohlen.": [
        "affects incident → other:kunden; 500000 persons",
    ],
}

DATED: Dated = [
    (
        "2021-07-20",
        "Die USA, Großbritannien und die EU beschuldigten China am Montag, Microsoft Exchange gehackt zu haben.",
        [
            "attributed-to incident → state:CN by bloc:eu, state:GB, state:US; said 2021-07-19",
            "targets incident → product:microsoft-exchange by bloc:eu, state:GB, state:US; said 2021-07-19",
        ],
    ),
    (
        "2021-07-20",
        "Estland macht Russland für die Cyberangriffe von 2007 verantwortlich.",
        [
            "attributed-to incident → state:RU by state:EE; in 2007",
        ],
    ),
    (
        "2021-07-20",
        "Wie das BSI am Montag mitteilte, wurde der Bundestag von der Gruppe APT28 gehackt.",
        [
            "attributed-to incident → group:apt28 by agency:de-bsi; said 2021-07-19",
            "targets incident → organisation:de-bundestag by agency:de-bsi; said 2021-07-19",
        ],
    ),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(FOUND, TAKEN_UP, NAMES_AND_MEANS, NUMBERS),
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "de") == sorted(expected)


@pytest.mark.parametrize(("published", "sentence", "expected"), DATED)
def test_dated_sentence(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "de", published) == sorted(expected)
