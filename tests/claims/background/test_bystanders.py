"""Whom a sentence names beside an attack and who neither did it nor was hit, and constructions of the press in all seven languages."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed
from vidocq.claims import read
from vidocq.model import Document, Predicate

EN: Table = {
    "Hackers attacked Neuburg Hospital in the district of Landau.": [
        "targets actor → organisation:neuburg-hospital"
    ],
    "German police arrested the alleged leader of a notorious hacker group.": [
        "arrests agency:de-bka → actor; roughly-even"
    ],
    "The town of Neuburg was hacked. The attack was reported to the police and the Ministry of the Interior.": [
        "targets incident → organisation:town-neuburg"
    ],
    "Hackers stole data of 15,000 inhabitants of the town of Neuburg.": [
        "affects incident → sector:individuals; 15000 persons",
        "targets actor → organisation:town-neuburg",
    ],
    "The cyberattack hit the town of Neuburg with its 15,000 inhabitants.": [
        "targets incident → organisation:town-neuburg"
    ],
    "In a DDoS attack, servers are flooded with requests by hackers until they can no longer be reached.": [],
    "In the DDoS attack, the servers of Acme Bank were flooded by hackers.": [
        "targets actor → company:acme-bank"
    ],
    "Police arrested a 32-year-old hacker.": [],
    "The city of Neuburg was hit by the LockBit ransomware.": [
        "targets incident → organisation:city-neuburg",
        "uses incident → malware:lockbit",
    ],
    "Documents leaked by the whistleblower Jane Roe show that Kestrel hacked Acme Bank.": [
        "attributed-to incident → group:kestrel",
        "targets incident → company:acme-bank",
    ],
    "Neuburg Hospital cancelled all operations because of a cyberattack.": [
        "targets incident → organisation:neuburg-hospital"
    ],
    "The mayor cancelled the fair after a cyberattack on Neuburg Hospital.": [
        "targets incident → organisation:neuburg-hospital"
    ],
    "The hacker group Killnet distanced itself from the hack of the ministry.": [
        "attributed-to incident → group:killnet by group:killnet; denied"
    ],
}
FR: Table = {
    "Des pirates ont attaqué l'hôpital de Neuburg dans le département du Bas-Rhin.": [
        "targets actor → organisation:hopital-neuburg"
    ],
    "La police française a arrêté le chef présumé d'un groupe de pirates.": [
        "arrests agency:fr-police → actor"
    ],
    "La ville de Neuburg a été piratée. L'attaque a été signalée à la police et au ministère de l'Intérieur.": [
        "targets incident → organisation:ville-neuburg"
    ],
    "La ville de Neuburg, victime d'une cyberattaque, a déposé plainte auprès de la gendarmerie et du ministère de l'Intérieur.": [],
    "Lors d'une attaque DDoS, les serveurs sont inondés de requêtes par des pirates.": [],
    "La ville de Neuburg a été touchée par le rançongiciel LockBit.": [
        "targets incident → organisation:ville-neuburg",
        "uses incident → malware:lockbit",
    ],
    "L'hôpital de Neuburg a annulé toutes les opérations en raison d'une cyberattaque.": [
        "targets incident → organisation:hopital-neuburg"
    ],
    "Le groupe Killnet s'est distancié du piratage du ministère.": [
        "attributed-to incident → group:killnet by group:killnet; denied",
        "targets incident → organisation:ministere",
    ],
    "Des pirates d'État péruviens ont attaqué la banque Acme.": [
        "sponsored-by actor → state:PE",
        "targets actor → company:acme",
    ],
    "Le piratage d'Acme était l'œuvre du service secret britannique GCHQ.": [
        "attributed-to incident → agency:uk-gchq",
        "targets incident → company:acme",
    ],
}
DE: Table = {
    "Ein Hackerangriff legte die Gemeindeverwaltung Kammeltal im Landkreis Günzburg lahm.": [
        "targets incident → organisation:gemeindeverwaltung-kammeltal"
    ],
    "Der Hackerangriff traf den Landkreis Günzburg.": [
        "targets incident → organisation:landkreis-gunzburg"
    ],
    "Die deutsche Polizei hat den mutmaßlichen Kopf einer Hackergruppe festgenommen.": [
        "arrests agency:de-bka → actor"
    ],
    "Die Stadt Neuburg hat nach dem Hackerangriff Anzeige bei der Polizei und dem Innenministerium erstattet.": [],
    "Der Hackerangriff traf die Stadt Neuburg mit ihren rund 15.000 Einwohnern.": [
        "targets incident → organisation:stadt-neuburg"
    ],
    "Hacker haben Daten von 15.000 Einwohnern der Stadt Neuburg gestohlen.": [
        "affects incident → sector:individuals; 15000 persons",
        "targets actor → organisation:stadt-neuburg",
    ],
    "Bei Angriffen mit Ransomware verschlüsseln Hacker die Daten von Unternehmen und verlangen ein Lösegeld.": [],
    "Hacker haben die Server verschlüsselt, so dass die Kommune nicht mehr auf ihre Daten zugreifen konnte.": [
        "uses incident → technique:ransomware"
    ],
    "Die Polizei nahm den 32-jährigen Hacker und drei mutmaßliche Komplizen fest.": [
        "arrests agency:polizei → actor",
        "arrests agency:polizei → actor; 3 persons",
    ],
    "Die Stadt Neuburg wurde von der Lockbit-Ransomware getroffen.": [
        "targets incident → organisation:stadt-neuburg",
        "uses incident → malware:lockbit",
    ],
    "Die Regierung sieht eine Einheit des GRU als Drahtzieher des Hackerangriffs auf die SPD.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → organisation:de-spd",
    ],
    "Das Klinikum Neuburg hat wegen eines Cyberangriffs alle Operationen abgesagt.": [
        "targets incident → organisation:klinikum-neuburg"
    ],
    "Die Polizei hat nach einem Cyberangriff die Server der Bande abgeschaltet.": [],
    "Die Gruppe Killnet distanziert sich von dem Angriff auf das Ministerium.": [
        "attributed-to incident → group:killnet by group:killnet; denied"
    ],
    "Staatliche peruanische Hacker haben die Bank Acme angegriffen.": [
        "sponsored-by actor → state:PE",
        "targets actor → company:acme",
    ],
    "Die SPÖ-Website wurde gehackt.": ["targets incident → organisation:at-spoe"],
}
ES: Table = {
    "La policía española detuvo al presunto líder de un grupo de piratas informáticos.": [
        "arrests agency:es-policia → actor; roughly-even"
    ],
    "El ataque fue notificado a la policía, a la agencia de protección de datos y al Ministerio del Interior.": [],
    "El ayuntamiento de Neuburg fue atacado con el ransomware LockBit.": [
        "targets incident → organisation:ayuntamiento-neuburg",
        "uses incident → malware:lockbit",
    ],
    "El gobierno acusó a una unidad del GRU de hackear los servidores del Parlamento.": [
        "targets agency:ru-gru → organisation:parlamento"
    ],
    "El Hospital de Neuburg ha cancelado todas las operaciones a causa de un ciberataque.": [
        "targets incident → organisation:hospital-neuburg"
    ],
    "El grupo Killnet se desmarcó del hackeo al ministerio.": [
        "attributed-to incident → group:killnet by group:killnet; denied",
        "targets incident → organisation:ministerio",
    ],
}
IT: Table = {
    "Gli hacker hanno attaccato l'ospedale di Neuburg in provincia di Bergamo.": [
        "targets actor → organisation:ospedale-di-neuburg"
    ],
    "La polizia italiana ha arrestato il presunto capo di un gruppo di hacker.": [
        "arrests agency:it-police → actor; roughly-even"
    ],
    "L'attacco è stato segnalato alla polizia, al Garante della privacy e al ministero dell'Interno.": [],
    "La città di Neuburg è stata colpita dal ransomware LockBit.": [
        "targets incident → organisation:citta-di-neuburg",
        "uses incident → malware:lockbit",
    ],
    "L'ospedale di Neuburg ha annullato tutte le operazioni a causa di un attacco informatico.": [
        "targets incident → organisation:ospedale-di-neuburg"
    ],
    "Il gruppo Killnet si è dissociato dall'attacco informatico al ministero.": [
        "attributed-to incident → group:killnet by group:killnet; denied",
        "targets incident → organisation:ministero",
    ],
    "Hacker di Stato peruviani hanno attaccato la banca Acme.": [
        "sponsored-by actor → state:PE",
        "targets actor → company:acme",
    ],
    "Gli hacker hanno rubato i dati di 3.000 clienti della banca Acme.": [
        "affects incident → other:clienti; 3000 persons",
        "targets actor → company:acme",
    ],
}
PT: Table = {
    "O ataque foi comunicado à polícia, à CNPD e ao Ministério da Administração Interna.": [],
    "A cidade de Neuburg foi atingida pelo ransomware LockBit.": [
        "targets incident → organisation:cidade-neuburg",
        "uses incident → malware:lockbit",
    ],
    "O hospital de Neuburg cancelou todas as operações devido a um ciberataque.": [
        "targets incident → organisation:hospital-neuburg"
    ],
    "O grupo Killnet distanciou-se do ataque informático ao ministério.": [
        "attributed-to incident → group:killnet by group:killnet; denied",
        "targets incident → organisation:ministerio",
    ],
}
NL: Table = {
    "Hackers vielen het ziekenhuis Neuburg in de provincie Limburg aan.": [
        "targets actor → organisation:ziekenhuis-neuburg"
    ],
    "De Nederlandse politie heeft de vermeende leider van een beruchte hackersgroep opgepakt.": [
        "arrests agency:nl-police → actor"
    ],
    "Van de hack bij de gemeente Neuburg is melding gemaakt bij de Autoriteit Persoonsgegevens en de politie.": [
        "targets incident → organisation:gemeente-neuburg"
    ],
    "Hackers vielen de Overijsselse gemeente Neuburg aan.": [
        "targets actor → organisation:gemeente-neuburg"
    ],
    "Hackers vielen de politie van vorig jaar aan.": ["targets actor → organisation:politie"],
    "De politie hield de 32-jarige hacker en drie vermeende medeplichtigen aan.": [
        "arrests agency:politie → actor",
        "arrests agency:politie → actor; 3 persons",
    ],
    "De gemeente Neuburg werd getroffen door de Lockbit-ransomware.": [
        "targets incident → organisation:gemeente-neuburg",
        "uses incident → malware:lockbit",
    ],
    "De hack bij KPN was het werk van de GRU.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → company:kpn",
    ],
    "De krant schrijft dat de hack bij KPN het werk was van de Russische inlichtingendienst GRU.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → company:kpn",
    ],
    "De gemeente Neuburg is het slachtoffer van een hack.": [
        "targets incident → organisation:gemeente-neuburg"
    ],
    "Achter de hackaanval op de OPCW zit een eenheid van de GRU.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → organisation:opcw",
    ],
    "Het ziekenhuis Neuburg sluit wegens een hack de spoedeisende hulp.": [
        "targets incident → organisation:ziekenhuis-neuburg"
    ],
    "Bij een ddos-aanval bestoken hackers servers met verkeer, waardoor ze onbereikbaar worden.": [],
    "De groep Killnet distantieert zich van de hack van het ministerie.": [
        "attributed-to incident → group:killnet by group:killnet; denied"
    ],
    "Uit documenten die klokkenluider Jan Jansen lekte, blijkt dat de hack bij KPN het werk was van de GRU.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → company:kpn",
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(language, text, expected, id=text[:60])
        for language, table in (
            *(("en", EN), ("fr", FR), ("de", DE), ("es", ES), ("it", IT), ("pt", PT), ("nl", NL)),
        )
        for text, expected in table.items()
    ],
)
def test_nobody_beside_the_attack_takes_part(language: str, text: str, expected: list[str]) -> None:
    assert claimed(text, language) == sorted(expected)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Polizisten aus Deutschland, den USA und Peru haben den Anführer einer Hackergruppe festgenommen. Die Gruppe hatte Server der Klinik Neuburg verschlüsselt.",
        ),
        (
            "nl",
            "De hack bij de gemeente Neuburg is gemeld bij het ministerie van Justitie en de politie. Hackers hebben de servers van de gemeente versleuteld.",
        ),
        (
            "nl",
            "Zorggroep Neuburg werd getroffen door ransomware. Wegens de hack liet de burgemeester van Landau een noodpost openen.",
        ),
        (
            "de",
            "Das Netzwerk Hive griff die Klinik Neuburg an. Acht der betroffenen Unternehmen haben Anzeige bei der Polizei erstattet.",
        ),
        (
            "en",
            "Hackers encrypted the servers of Neuburg Hospital. The hospital has filed a complaint with the police and the Ministry of the Interior.",
        ),
    ],
)
def test_who_is_named_beside_is_no_victim_for_the_trained_reader_either(
    language: str, text: str
) -> None:
    found = read(Document.from_text(text, language=language)).claims
    hit = {c.object.id for c in found if c.predicate is Predicate.TARGETS and c.object}
    assert all("neuburg" in one for one in hit)
