"""What sentences of ordinary German claim. Each row is a sentence and all its claims in short form.

Written as a journalist would write them, and kept where the claims are right by the claim guide.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import Dated, Table, claimed, rows

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
        FOUND,
        CONJOINED,
        IDIOMS,
        JOINT,
        TAKEN_UP,
        INTERRUPTED,
        CHARGED,
        VICTIMS,
        SOURCES,
        AUTHORITIES,
        ACCUSATIONS,
        PASSIVES,
        NOMINAL,
        CLAUSES,
        SPEECH,
        CERTAINTY,
        SPONSORS,
        NAMES_AND_MEANS,
        NUMBERS,
        DENIALS,
        ANSWERS,
    ),
)
def test_sentence(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "de") == sorted(expected)


@pytest.mark.parametrize(("published", "sentence", "expected"), DATED)
def test_dated_sentence(published: str, sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "de", published) == sorted(expected)


@pytest.mark.parametrize("sentence", QUIET)
def test_sentence_that_claims_nothing(sentence: str) -> None:
    assert claimed(sentence, "de") == []
