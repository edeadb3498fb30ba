"""What sentences of ordinary French claim: who says it and how surely, who denies it, and what states and courts do about it. In the form of `test_fr`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

SPEECH: Table = {
    "Un porte-parole du Kremlin a nié que la Russie ait mené la cyberattaque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Maison Blanche a affirmé que l'Iran avait mené la cyberattaque contre l'Albanie.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Selon l'Otan et l'UE, la Russie a mené la cyberattaque contre l'Allemagne.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "À en croire Kaspersky, le groupe Turla a visé des ambassades.": [
        "targets group:turla → sector:government by company:kaspersky",
    ],
    "« La Russie est responsable de cette cyberattaque », a déclaré l'Otan.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "Sandworm a attaqué le réseau électrique, selon ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "D'après l'ANSSI, APT31 a mené une campagne de cyberattaques contre des entités françaises.": [
        "attributed-to incident → group:apt31 by agency:fr-anssi",
        "targets incident → state:FR by agency:fr-anssi",
    ],
    "L'UE a déclaré que la Chine avait mené la cyberattaque.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "La Russie aurait piraté le Parlement norvégien.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "Les pirates auraient agi pour le compte de l'Iran.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "La Chine serait à l'origine de la cyberattaque.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "Le groupe Lazarus serait lié à la Corée du Nord.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
}

DENIALS: Table = {
    "Le gouvernement britannique ne croit pas que la Russie soit derrière la cyberattaque contre le Parlement allemand.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "L'Inde dément avoir mené la cyberattaque contre le Pakistan.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Moscou a démenti toute implication dans la cyberattaque contre Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Moscou a démenti être à l'origine de la cyberattaque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Russie n'a pas mené cette cyberattaque, a affirmé le Kremlin.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
}

CERTAINTY: Table = {
    "Washington attribue avec une grande confiance la cyberattaque à la Russie.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "Mandiant estime avec un degré de confiance modéré que l'intrusion a été menée par APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "La Russie est probablement derrière la cyberattaque, selon ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
    "La Chine est soupçonnée d'être derrière le piratage.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "L'attaque a très probablement été menée par Sandworm, juge ESET.": [
        "attributed-to incident → group:sandworm by company:eset; very-likely",
    ],
}

RESPONSES: Table = {
    "Berlin a convoqué l'ambassadeur de Russie après la cyberattaque.": [
        "responds state:DE → state:RU",
    ],
    "Le Trésor américain a sanctionné le groupe Lazarus.": [
        "sanctions agency:us-treasury → group:lazarus",
    ],
    "L'Union européenne a sanctionné deux pirates informatiques russes.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 2 persons",
    ],
    "Le FBI a démantelé le botnet Qakbot.": [
        "disrupts agency:us-fbi → malware:qakbot",
    ],
    "Microsoft a démantelé TrickBot.": [
        "disrupts company:microsoft → malware:trickbot",
    ],
    "La police espagnole a arrêté trois pirates informatiques.": [
        "arrests agency:es-police → actor; 3 persons",
    ],
    "La Russie a arrêté deux pirates informatiques.": [
        "arrests state:RU → actor; 2 persons",
    ],
    "L'Union européenne condamne fermement la cyberattaque contre la Géorgie.": [
        "condemns bloc:eu → incident",
        "targets incident → state:GE by bloc:eu",
    ],
    "Les États-Unis ont imposé des sanctions à la Russie après le piratage de SolarWinds.": [
        "sanctions state:US → state:RU",
        "targets incident → company:solarwinds",
    ],
    "La police néerlandaise a arrêté un pirate informatique.": [
        "arrests agency:nl-police → actor",
    ],
    "Le FSB a interpellé quatorze membres du gang REvil.": [
        "arrests agency:ru-fsb → actor; 14 persons",
    ],
    "La Pologne a arrêté deux pirates informatiques ukrainiens.": [
        "arrests state:PL → actor; 2 persons",
        "located-in actor → state:UA",
    ],
    "Le FBI a saisi les serveurs du gang LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "Les États-Unis ont expulsé dix diplomates russes après le piratage de SolarWinds.": [
        "responds state:US → state:RU; 10 persons",
        "targets incident → company:solarwinds",
    ],
    "L'Albanie a rompu ses relations diplomatiques avec l'Iran après la cyberattaque.": [
        "responds state:AL → state:IR",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(SPEECH, RUMOUR, DENIALS, CERTAINTY, RESPONSES),
)
def test_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr") == expected
