"""What sentences of ordinary Italian claim: who says it and how surely, who denies it, and what states and courts do about it. In the form of `test_it`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

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
    rows(SUSPICIONS, SPEECH, RUMOUR, DENIALS, CERTAINTY, ANSWERS),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "it") == expected
