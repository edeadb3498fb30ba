"""What sentences of ordinary German claim: who did what to whom. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
Who says it and what follows is in `test_de_speech`, when, how many and by what means in `test_de_details`.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

IDIOMS: Table = {
    "Ein Hackerangriff traf die Stadt Potsdam. Zum Einsatz kam die Schadsoftware Emotet.": [
        "targets incident → organisation:stadt-potsdam",
        "uses incident → malware:emotet",
    ],
    "Bei Microsoft heißt die Gruppe APT28 Strontium. Es sind Hacker.": [
        "same-as group:apt28 → group:strontium",
    ],
    "Russische Hacker haben sich in den Netzen der Bundeswehr eingenistet.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → agency:de-bundeswehr",
    ],
    "Dem BKA ist es gelungen, die Server der Ransomware-Gruppe Lockbit abzuschalten.": [
        "disrupts agency:de-bka → group:lockbit",
    ],
}
"""Turns of phrase, verbs of success, infinitives of the perfect."""

CONJOINED: Table = {
    "Der EU-Außenbeauftragte Josep Borrell verurteilte den Cyberangriff Russlands auf die Ukraine.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
        "targets incident → state:UA by bloc:eu",
    ],
    "Die Hackergruppe Gamaredon wird vom FSB gesteuert und greift seit 2014 ukrainische Behörden an.": [
        "sponsored-by group:gamaredon → agency:ru-fsb",
        "targets group:gamaredon → sector:government",
        "targets group:gamaredon → state:UA",
    ],
    "Die Polizei hat in Rotterdam einen Hacker festgenommen.": [
        "arrests state:NL → actor",
    ],
}
"""Shared subjects, years that count nothing, genitives of states whose name ends as a noun does."""

INTERRUPTED: Table = {
    "Schweden macht die Hackergruppe APT28, die vom GRU gesteuert wird, für den Cyberangriff auf den Sender SVT verantwortlich.": [
        "attributed-to incident → group:apt28 by state:SE",
        "sponsored-by group:apt28 → agency:ru-gru by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Die Universität Gießen ist Opfer eines Hackerangriffs geworden.": [
        "targets incident → organisation:universitat-giesen",
    ],
    "Der Hackerangriff auf den Bundestag war das Werk des GRU.": [
        "attributed-to incident → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
}
"""A verb whose parts a clause or a genitive keeps apart."""

VICTIMS: Table = {
    "Ein Cyberangriff legte Ministerien lahm. Betroffen war vor allem das Auswärtige Amt.": [
        "targets incident → sector:government",
        "targets incident → agency:de-foreign-office",
    ],
    "Opfer des Hackerangriffs waren unter anderem das Klinikum Fürth und das Kammergericht Berlin.": [
        "targets incident → organisation:klinikum-furth",
        "targets incident → organisation:kammergericht-berlin",
    ],
    "Ein Cyberangriff legte Firmen lahm. Zu den Opfern zählen BASF und Siemens.": [
        "targets incident → company:basf",
        "targets incident → company:siemens",
    ],
    "Die Hacker verschlüsselten die Server der Stadt Potsdam.": [
        "targets actor → organisation:stadt-potsdam",
        "uses actor → technique:ransomware",
    ],
}
"""Victims that no verb of attack governs, and bodies known by their place."""

ACCUSATIONS: Table = {
    "Schweden beschuldigt Russland eines Cyberangriffs auf den Sender SVT.": [
        "attributed-to incident → state:RU by state:SE",
        "targets incident → company:svt by state:SE",
    ],
    "Kiew macht Moskau für den Cyberangriff auf die Eisenbahn verantwortlich.": [
        "attributed-to incident → state:RU by state:UA",
    ],
    "Tokio schreibt den Cyberangriff der Gruppe Lazarus zu.": [
        "attributed-to incident → group:lazarus by state:JP",
    ],
    "Microsoft schreibt die Attacke der Gruppe Nobelium zu.": [
        "attributed-to incident → group:nobelium by company:microsoft",
    ],
    "Warschau beschuldigt Belarus, den Cyberangriff ausgeführt zu haben.": [
        "attributed-to incident → state:BY by state:PL",
    ],
    "Ottawa, Canberra und Wellington beschuldigen China der Cyberspionage.": [
        "attributed-to incident → state:CN by state:AU, state:CA, state:NZ",
    ],
    "Die Regierung von Costa Rica macht die Conti-Bande für den Hackerangriff verantwortlich.": [
        "attributed-to incident → group:conti by state:CR",
    ],
    "London wirft China vor, die britische Wahlkommission gehackt zu haben.": [
        "attributed-to incident → state:CN by state:GB",
        "targets incident → agency:uk-electoral-commission by state:GB",
    ],
    "Frankreich schreibt den Cyberangriff auf TV5Monde der Gruppe APT28 zu.": [
        "attributed-to incident → group:apt28 by state:FR",
        "targets incident → company:tv5-monde by state:FR",
    ],
    "Die Ukraine bringt den GRU mit dem Cyberangriff auf Kyivstar in Verbindung.": [
        "attributed-to incident → agency:ru-gru by state:UA",
        "targets incident → company:kyivstar by state:UA",
    ],
    "Für den Hackerangriff auf das norwegische Parlament macht Oslo Russland verantwortlich.": [
        "attributed-to incident → state:RU by state:NO",
        "targets incident → organisation:no-parliament",
    ],
    "Die EU wirft China vor, hinter dem Hackerangriff auf Microsoft Exchange zu stecken.": [
        "attributed-to incident → state:CN by bloc:eu",
        "targets incident → product:microsoft-exchange by bloc:eu",
    ],
    "Norwegen verdächtigt China, die Verwaltung gehackt zu haben.": [
        "attributed-to incident → state:CN by state:NO; roughly-even",
    ],
    "Nachdem Hacker die Website des Ministeriums lahmgelegt hatten, beschuldigte Kiew Moskau der Sabotage.": [
        "attributed-to incident → state:RU by state:UA",
    ],
    "Außenministerin Annalena Baerbock machte Russland für den Cyberangriff auf die SPD verantwortlich.": [
        "attributed-to incident → state:RU by state:DE",
        "targets incident → organisation:de-spd by state:DE",
    ],
    "Köln (DDM) - Für den Hackerangriff auf den Bundestag macht das Bundesamt für Verfassungsschutz Russland verantwortlich.": [
        "attributed-to incident → state:RU by agency:de-bfv",
        "targets incident → organisation:de-bundestag",
    ],
}

PASSIVES: Table = {
    "Der Hack des Bundestags wurde APT28 zugeschrieben.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "Der Bundestag wurde von APT28 gehackt.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "Der Cyberangriff auf das dänische Verkehrsministerium wird russischen Hackern zugeschrieben.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → agency:dk-verkehrsministerium",
    ],
    "Die Gruppe APT31 wird beschuldigt, das finnische Parlament gehackt zu haben.": [
        "attributed-to incident → group:apt31",
        "targets incident → organisation:fi-parliament",
    ],
    "Russische Hacker sind in die Systeme der Demokratischen Partei eingedrungen.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → organisation:us-democratic-party",
    ],
}

NOMINAL: Table = {
    "Der russische Cyberangriff auf die Ukraine dauerte drei Tage.": [
        "attributed-to incident → state:RU",
        "targets incident → state:UA",
    ],
    "Chinas Cyberangriff auf die Firma Bayer blieb lange unentdeckt.": [
        "attributed-to incident → state:CN",
        "targets incident → company:bayer",
    ],
    "Der Hackerangriff der Gruppe APT28 auf den Bundestag kostete Millionen.": [
        "attributed-to incident → group:apt28",
        "targets incident → organisation:de-bundestag",
    ],
    "Die Cyberattacke durch die Gruppe Sandworm traf die Ukraine.": [
        "attributed-to incident → group:sandworm",
        "targets incident → state:UA",
    ],
}

CLAUSES: Table = {
    "Das BSI teilte mit, dass die Gruppe Sandworm das ukrainische Stromnetz angegriffen hat.": [
        "targets group:sandworm → sector:energy by agency:de-bsi",
        "targets group:sandworm → state:UA by agency:de-bsi",
    ],
    "Die Fahnder sagten, dass hinter dem Cyberangriff der russische Geheimdienst FSB steckt.": [
        "attributed-to incident → agency:ru-fsb",
    ],
    "Die Hacker, die den Bundestag angegriffen haben, arbeiten für den GRU.": [
        "sponsored-by actor → agency:ru-gru",
        "targets actor → organisation:de-bundestag",
    ],
    "Der Angriff auf die Bank, hinter dem die Gruppe Lazarus stecken soll, kostete 81 Millionen Dollar.": [
        "affects incident → nothing; 81000000 dollars",
        "attributed-to incident → group:lazarus; roughly-even",
    ],
    "Seit 2015 greift die Hackergruppe APT28 deutsche Politiker an.": [
        "targets group:apt28 → sector:politics",
        "targets group:apt28 → state:DE",
    ],
    "Die Ermittler sagen, dass die Hackergruppe Turla, hinter der der russische Geheimdienst FSB steht, die CDU gehackt hat.": [
        "attributed-to incident → group:turla",
        "sponsored-by group:turla → agency:ru-fsb",
        "targets incident → organisation:de-cdu",
    ],
    "Die Hacker drangen in das Netzwerk des norwegischen Parlaments ein.": [
        "targets actor → organisation:no-parliament",
    ],
    "Während des Angriffs stahlen die Hacker Daten der Firma Bayer.": [
        "targets actor → company:bayer",
    ],
    "Zu dem Cyberangriff auf die Website des Parlaments bekannte sich die prorussische Gruppe Killnet.": [
        "attributed-to incident → group:killnet by group:killnet",
    ],
    "Am Montag hat die EU Sanktionen gegen zwei russische Hacker verhängt.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 2 persons",
    ],
    "Im Mai griff die Gruppe APT28 die CDU mit Phishing-Mails an.": [
        "targets group:apt28 → organisation:de-cdu",
        "uses group:apt28 → technique:phishing",
    ],
}

SPONSORS: Table = {
    "Die von Russland unterstützte Gruppe APT28 griff die CDU an.": [
        "sponsored-by group:apt28 → state:RU",
        "targets group:apt28 → organisation:de-cdu",
    ],
    "APT28 wird dem russischen Militärgeheimdienst GRU zugerechnet.": [
        "sponsored-by group:apt28 → agency:ru-gru",
    ],
    "Die Gruppe Lazarus arbeitet im Auftrag der nordkoreanischen Regierung.": [
        "sponsored-by group:lazarus → state:KP",
    ],
    "Hinter der Gruppe APT31 steht China.": [
        "sponsored-by group:apt31 → state:CN",
    ],
    "Die Hackergruppe wird aus Moskau gesteuert.": [
        "sponsored-by actor → state:RU",
    ],
    "Die von der nordkoreanischen Regierung gesteuerte Gruppe Kimsuky griff südkoreanische Universitäten an.": [
        "sponsored-by group:kimsuky → state:KP",
        "targets group:kimsuky → sector:education",
        "targets group:kimsuky → state:KR",
    ],
    "Die Hacker sollen im Auftrag des Irans gehandelt haben.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "Die Hackergruppe sitzt in Nordkorea.": [
        "located-in actor → state:KP",
    ],
    "Staatlich gesteuerte Hacker aus China haben Microsoft angegriffen.": [
        "located-in actor → state:CN",
        "targets actor → company:microsoft",
    ],
}

QUIET = [
    "Die Polizei nahm einen Einbrecher fest.",
    "Russland griff die Ukraine mit Raketen an.",
    "Unternehmen sollten ihre Software regelmäßig aktualisieren.",
    "Der Verein verurteilte die Gewalt im Stadion.",
    "Die EU will Sanktionen gegen Hacker verhängen.",
    "Hat Russland den Bundestag gehackt?",
    "Cyberangriffe auf Krankenhäuser nehmen zu.",
    "Die Bundesregierung plant ein neues Gesetz zur Cybersicherheit.",
    "Hacker könnten das Stromnetz angreifen.",
    "Ohne Updates können Hacker in das Netzwerk eindringen.",
    "Der Minister wies die Kritik der Opposition zurück.",
    "China verhängte Zölle auf Autos.",
    "Die Hacker wollten das Krankenhaus nicht treffen.",
    "Der Kreis rief nach dem Cyberangriff den Katastrophenfall aus.",
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(
        CONJOINED, IDIOMS, INTERRUPTED, VICTIMS, ACCUSATIONS, PASSIVES, NOMINAL, CLAUSES, SPONSORS
    ),
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "de") == sorted(expected)


@pytest.mark.parametrize("sentence", QUIET)
def test_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "de") == []
