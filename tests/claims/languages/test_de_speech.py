"""What sentences of ordinary German claim: who says it and how surely, who denies it, and what states and courts do about it. In the form of `test_de`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

JOINT: Table = {
    "Das Bundeskriminalamt hat die Infrastruktur der Schadsoftware Emotet zerschlagen. Beteiligt waren Ermittler aus den Niederlanden, der Ukraine, Kanada und den USA. Opfer waren unter anderem das Klinikum Fürth und das Kammergericht Berlin.": [
        "disrupts agency:de-bka → malware:emotet",
        "disrupts state:CA → malware:emotet",
        "disrupts state:NL → malware:emotet",
        "disrupts state:UA → malware:emotet",
        "disrupts state:US → malware:emotet",
        "targets incident → organisation:kammergericht-berlin",
        "targets incident → organisation:klinikum-furth",
    ],
    "EU verhängt Sanktionen wegen Hackerangriffs. Gegen den Offizier Dmitri Badin gelten seit Donnerstag Einreiseverbote.": [
        "sanctions bloc:eu → person:dmitri-badin",
    ],
    "Am 6. Juli hatten Unbekannte die Server der Kreisverwaltung verschlüsselt. Es war ein Hackerangriff.": [
        "uses incident → technique:ransomware",
    ],
}
"""Parts in joint operations, sanctions whose author went before, encryption as a method."""

CHARGED: Table = {
    "In den USA ist Dmitri Badin wegen des Hackerangriffs auf Sony angeklagt.": [
        "attributed-to incident → person:dmitri-badin by state:US",
        "indicts state:US → person:dmitri-badin",
        "targets incident → company:sony by state:US",
    ],
    "Gegen den Chef des GRU, Igor Kostjukow, hat die EU wegen des Hackerangriffs auf den Bundestag Sanktionen verhängt.": [
        "sanctions bloc:eu → person:igor-kostjukow",
        "sponsored-by person:igor-kostjukow → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
}
"""Persons who are charged or put on a list, before the verb that says so."""

SOURCES: Table = {
    "Russische Hacker haben den Bundestag angegriffen. Das teilte das Auswärtige Amt am Freitag mit.": [
        "located-in actor → state:RU by agency:de-foreign-office",
        "targets actor → organisation:de-bundestag by agency:de-foreign-office",
    ],
}
"""A source that has a sentence of its own."""

AUTHORITIES: Table = {
    "Die Staatsanwaltschaft Köln hat gegen vier mutmaßliche Hacker Anklage erhoben.": [
        "indicts agency:staatsanwaltschaft-koln → actor; 4 persons",
    ],
    "In Deutschland wurden 17 Server der Schadsoftware Emotet beschlagnahmt.": [
        "disrupts state:DE → malware:emotet; 17 systems",
    ],
    "WIEN. Die Regierung machte Russland für den Cyberangriff auf das Parlament verantwortlich.": [
        "attributed-to incident → state:RU by state:AT",
    ],
}
"""Bodies of police and justice, and the country that a dateline tells."""

SPEECH: Table = {
    "Nach Angaben der USA steckt der Iran hinter dem Cyberangriff auf Albanien.": [
        "attributed-to incident → state:IR by state:US",
        "targets incident → state:AL by state:US",
    ],
    "Die niederländische Regierung erklärte, dass China hinter der Cyberspionagekampagne stecke.": [
        "attributed-to incident → state:CN by state:NL",
    ],
    "Außenminister Heiko Maas sagte, Russland habe den Bundestag gehackt.": [
        "attributed-to incident → state:RU by state:DE",
        "targets incident → organisation:de-bundestag by state:DE",
    ],
    "„China hat unsere Wahlkommission gehackt“, sagte der britische Vizepremier Oliver Dowden.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → organisation:wahlkommission by state:GB",
    ],
    "China habe die Wahlkommission gehackt, teilte die britische Regierung mit.": [
        "attributed-to incident → state:CN by state:GB",
    ],
    "Wie Microsoft mitteilte, hat die Gruppe Nobelium Behörden in den USA angegriffen.": [
        "targets group:nobelium → sector:government by company:microsoft",
        "targets group:nobelium → state:US by company:microsoft",
    ],
    "Die EU erklärte, der Cyberangriff auf Viasat sei von Russland verübt worden.": [
        "attributed-to incident → state:RU by bloc:eu",
        "targets incident → company:viasat by bloc:eu",
    ],
    "Das FBI bestätigte, dass Nordkorea die Kryptobörse Bybit gehackt habe.": [
        "attributed-to incident → state:KP by agency:us-fbi",
        "targets incident → company:bybit by agency:us-fbi",
    ],
    "Russland sei für den Cyberangriff verantwortlich, so das FBI.": [
        "attributed-to incident → state:RU by agency:us-fbi",
    ],
    "Dem BSI zufolge steckt die Gruppe Lazarus hinter dem Cyberangriff auf die Bank.": [
        "attributed-to incident → group:lazarus by agency:de-bsi",
    ],
    "Laut Microsoft nutzte die Gruppe Hafnium vier Sicherheitslücken in Exchange Server aus.": [
        "exploits group:hafnium → product:microsoft-exchange by company:microsoft",
    ],
    "Ein Sprecher des US-Außenministeriums sagte, Nordkorea stecke hinter dem Cyberangriff auf Sony.": [
        "attributed-to incident → state:KP by agency:us-state-department",
        "targets incident → company:sony by agency:us-state-department",
    ],
    "Dass Russland den Bundestag gehackt habe, ist nach Ansicht der Bundesregierung sicher.": [
        "attributed-to incident → state:RU by state:DE",
        "targets incident → organisation:de-bundestag by state:DE",
    ],
}

CERTAINTY: Table = {
    "Die Hackergruppe APT28 soll den Bundestag gehackt haben.": [
        "attributed-to incident → group:apt28; roughly-even",
        "targets incident → organisation:de-bundestag; roughly-even",
    ],
    "Höchstwahrscheinlich hat Nordkorea die Firma Sony gehackt.": [
        "attributed-to incident → state:KP; very-likely",
        "targets incident → company:sony; very-likely",
    ],
    "Möglicherweise hat China die Server der Firma Bayer gehackt.": [
        "attributed-to incident → state:CN; roughly-even",
        "targets incident → company:bayer; roughly-even",
    ],
    "Wahrscheinlich stecken nordkoreanische Hacker hinter dem Diebstahl von Kryptowährung bei der Börse Bybit.": [
        "attributed-to incident → actor; likely",
        "located-in actor → state:KP",
        "targets incident → company:bybit",
    ],
    "China könnte hinter dem Hackerangriff auf das Parlament stecken.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "Es ist unwahrscheinlich, dass Russland die Firma gehackt hat.": [
        "attributed-to incident → state:RU; unlikely",
    ],
    "Der Angriff wurde sehr wahrscheinlich von der Hackergruppe APT29 ausgeführt.": [
        "attributed-to incident → group:apt29; very-likely",
    ],
    "Die Regierung macht Nordkorea mit hoher Sicherheit für den Cyberangriff verantwortlich.": [
        "attributed-to incident → state:KP; high confidence",
    ],
}

DENIALS: Table = {
    "Die USA warfen Russland den Cyberangriff vor. Die Botschaft der Russischen Föderation in Wien nannte das absurd.": [
        "attributed-to incident → state:RU by state:US",
        "attributed-to incident → state:RU by organisation:ru-botschaft; denied",
    ],
    "Russland bestreitet, den Bundestag gehackt zu haben.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Moskau dementierte eine Beteiligung an dem Cyberangriff auf die SPD.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → organisation:de-spd",
    ],
    "Russland hat den Bundestag nicht gehackt, sagte der Sprecher des Kremls.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Es gibt keine Belege dafür, dass China die Firma gehackt hat.": [
        "attributed-to incident → state:CN; denied",
    ],
}

ANSWERS: Table = {
    "Die EU verhängte Sanktionen gegen zwei russische Hacker wegen des Angriffs auf den Bundestag.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 2 persons",
        "targets incident → organisation:de-bundestag",
    ],
    "Wegen des Hackerangriffs auf den Bundestag hat die EU zwei russische Offiziere mit Sanktionen belegt.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 2 persons",
        "targets incident → organisation:de-bundestag",
    ],
    "Das US-Justizministerium erhob Anklage gegen vier chinesische Hacker.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
    "Europol beschlagnahmte die Server des Botnetzes Emotet.": [
        "disrupts agency:eu-europol → malware:emotet",
    ],
    "Das FBI nahm das Botnetz Emotet vom Netz.": [
        "disrupts agency:us-fbi → malware:emotet",
    ],
    "Die NATO verurteilte den Cyberangriff auf Albanien.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "Das Bundeskriminalamt hat die Infrastruktur der Schadsoftware Emotet übernommen und zerschlagen.": [
        "disrupts agency:de-bka → malware:emotet",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(JOINT, CHARGED, SOURCES, AUTHORITIES, SPEECH, CERTAINTY, DENIALS, ANSWERS),
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "de") == sorted(expected)
