"""What sentences of ordinary Spanish claim: who says it and how surely, who denies it, and what states and courts do about it. In the form of `test_es`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

SPEECH: Table = {
    "Un portavoz del Kremlin negó que Rusia haya lanzado el ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "La Casa Blanca afirmó que Irán había lanzado el ciberataque contra Albania.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Según la OTAN y la UE, Rusia lanzó el ciberataque contra Alemania.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "«Rusia es responsable de este ciberataque», declaró la OTAN.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "Sandworm atacó la red eléctrica, según ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "La UE declaró que China había lanzado el ciberataque.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "Rusia habría hackeado el Parlamento noruego.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "Los hackers habrían actuado por cuenta de Irán.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "China estaría detrás del ciberataque.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "El grupo Lazarus estaría vinculado a Corea del Norte.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
    "Se cree que el grupo Lazarus robó 600 millones de dólares en criptomonedas.": [
        "affects incident → other:criptomonedas; likely; 600000000 dollars",
        "attributed-to incident → group:lazarus; likely",
    ],
}

DENIALS: Table = {
    "El Gobierno británico no cree que detrás del ciberataque contra el Parlamento alemán esté Rusia.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "India niega haber lanzado el ciberataque contra Pakistán.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Moscú negó cualquier implicación en el ciberataque contra Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Moscú desmintió estar detrás del ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Rusia no lanzó este ciberataque, afirmó el Kremlin.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "No hay pruebas de que Rusia esté detrás del ciberataque.": [
        "attributed-to incident → state:RU; denied",
    ],
    "Pekín rechazó las acusaciones de Washington sobre el hackeo de Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CN; denied",
        "targets incident → product:microsoft-exchange",
    ],
}

CERTAINTY: Table = {
    "Washington atribuye con un alto grado de confianza el ciberataque a Rusia.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "Mandiant estima con un nivel de confianza moderado que la intrusión fue realizada por APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "Rusia está probablemente detrás del ciberataque, según ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
}

ANSWERS: Table = {
    "Alemania convocó al embajador ruso por el ciberataque contra el Bundestag.": [
        "responds state:DE → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "Estados Unidos expulsó a 35 diplomáticos rusos en respuesta a los ciberataques.": [
        "responds state:US → state:RU; 35 persons",
    ],
    "La UE sancionó a seis ciudadanos rusos por los ciberataques.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 6 persons",
    ],
    "La Unión Europea impuso sanciones contra el GRU por el hackeo del Bundestag.": [
        "sanctions bloc:eu → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "El Departamento de Justicia acusó formalmente a cuatro ciudadanos chinos por el hackeo.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
    "La Policía Nacional detuvo a tres miembros del grupo de hackers.": [
        "arrests agency:es-police → actor; 3 persons",
    ],
    "Europol desmanteló la infraestructura de la banda de ransomware LockBit.": [
        "disrupts agency:eu-europol → group:lockbit",
    ],
    "El FBI incautó servidores de LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "La OTAN condenó los ciberataques contra Albania.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "La UE condena enérgicamente el ciberataque ruso.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
    ],
}

SUSPICIONS: Table = {
    "Iberdrola sufrió un ciberataque. Las sospechas apuntan a Rusia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → company:iberdrola",
    ],
    "Kiev sufrió un ciberataque. Los expertos sospechan de Corea del Norte.": [
        "attributed-to incident → state:KP; roughly-even",
        "targets incident → state:UA",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(SUSPICIONS, SPEECH, RUMOUR, DENIALS, CERTAINTY, ANSWERS),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "es") == expected
