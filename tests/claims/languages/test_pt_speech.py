"""What sentences of ordinary Portuguese claim: who says it and how surely, who denies it, and what states and courts do about it. In the form of `test_pt`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

SPEECH: Table = {
    "Um porta-voz do Kremlin negou que a Rússia tenha lançado o ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "A Casa Branca afirmou que o Irã lançou o ataque cibernético contra a Albânia.": [
        "attributed-to incident → state:IR by agency:us-white-house",
        "targets incident → state:AL by agency:us-white-house",
    ],
    "Segundo a NATO e a UE, a Rússia lançou o ciberataque contra a Alemanha.": [
        "attributed-to incident → state:RU by bloc:eu, bloc:nato",
        "targets incident → state:DE by bloc:eu, bloc:nato",
    ],
    "«A Rússia é responsável por este ciberataque», declarou a NATO.": [
        "attributed-to incident → state:RU by bloc:nato",
    ],
    "O Sandworm atacou a rede elétrica, segundo a ESET.": [
        "targets group:sandworm → sector:energy by company:eset",
    ],
    "A UE declarou que a China tinha lançado o ciberataque.": [
        "attributed-to incident → state:CN by bloc:eu",
    ],
}

RUMOUR: Table = {
    "A Rússia teria hackeado o Parlamento norueguês.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → organisation:no-parliament; roughly-even",
    ],
    "A Rússia terá lançado o ciberataque contra a Estónia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → state:EE",
    ],
    "Os hackers teriam agido por conta do Irã.": [
        "sponsored-by actor → state:IR; roughly-even",
    ],
    "A China estaria por trás do ciberataque.": [
        "attributed-to incident → state:CN; roughly-even",
    ],
    "O grupo Lazarus estaria ligado à Coreia do Norte.": [
        "sponsored-by group:lazarus → state:KP; roughly-even",
    ],
}

DENIALS: Table = {
    "O governo britânico não acredita que a Rússia esteja por trás do ciberataque contra o Parlamento alemão.": [
        "attributed-to incident → state:RU; denied",
        "targets incident → organisation:de-bundestag",
    ],
    "A Índia nega ter lançado o ciberataque contra o Paquistão.": [
        "attributed-to incident → state:IN by state:IN; denied",
        "targets incident → state:PK",
    ],
    "Moscovo negou qualquer envolvimento no ciberataque contra a Viasat.": [
        "attributed-to incident → state:RU by state:RU; denied",
        "targets incident → company:viasat",
    ],
    "Moscovo desmentiu estar por trás do ciberataque.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "A Rússia não lançou este ciberataque, afirmou o Kremlin.": [
        "attributed-to incident → state:RU by state:RU; denied",
    ],
    "Pequim rejeitou as acusações de Washington sobre o ciberataque contra o Microsoft Exchange.": [
        "attributed-to incident → state:CN by state:CN; denied",
        "targets incident → product:microsoft-exchange",
    ],
}

CERTAINTY: Table = {
    "Washington atribui com um elevado grau de confiança o ciberataque à Rússia.": [
        "attributed-to incident → state:RU by state:US; high confidence",
    ],
    "A Mandiant estima com um nível de confiança moderado que a intrusão foi realizada pelo APT41.": [
        "attributed-to incident → group:apt41 by company:mandiant; moderate confidence",
    ],
    "A Rússia está provavelmente por trás do ciberataque, segundo a ESET.": [
        "attributed-to incident → state:RU by company:eset; likely",
    ],
    "O ataque foi muito provavelmente lançado pelo Sandworm, diz a ESET.": [
        "attributed-to incident → group:sandworm by company:eset; very-likely",
    ],
}

ANSWERS: Table = {
    "A Alemanha convocou o embaixador russo pelo ciberataque contra o Bundestag.": [
        "responds state:DE → state:RU",
        "targets incident → organisation:de-bundestag",
    ],
    "Os Estados Unidos expulsaram 35 diplomatas russos em resposta aos ciberataques.": [
        "responds state:US → state:RU; 35 persons",
    ],
    "A UE sancionou seis cidadãos russos pelos ciberataques.": [
        "located-in actor → state:RU",
        "sanctions bloc:eu → actor; 6 persons",
    ],
    "A União Europeia impôs sanções contra o GRU pelo ciberataque ao Bundestag.": [
        "sanctions bloc:eu → agency:ru-gru",
        "targets incident → organisation:de-bundestag",
    ],
    "O Departamento de Justiça indiciou quatro cidadãos chineses pelo ciberataque.": [
        "indicts agency:us-doj → actor; 4 persons",
        "located-in actor → state:CN by agency:us-doj",
    ],
    "A Polícia Judiciária deteve três membros do grupo de hackers.": [
        "arrests agency:pt-pj → actor; 3 persons",
    ],
    "A Europol desmantelou a infraestrutura da gangue LockBit.": [
        "disrupts agency:eu-europol → group:lockbit",
    ],
    "O FBI apreendeu servidores do LockBit.": [
        "disrupts agency:us-fbi → group:lockbit",
    ],
    "A NATO condenou os ciberataques contra a Albânia.": [
        "condemns bloc:nato → incident",
        "targets incident → state:AL by bloc:nato",
    ],
    "A UE condena veementemente o ciberataque russo.": [
        "attributed-to incident → state:RU by bloc:eu",
        "condemns bloc:eu → incident",
    ],
}

SUSPICIONS: Table = {
    "A EDP sofreu um ciberataque. As suspeitas recaem sobre a Rússia.": [
        "attributed-to incident → state:RU; roughly-even",
        "targets incident → company:edp",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(SUSPICIONS, SPEECH, RUMOUR, DENIALS, CERTAINTY, ANSWERS),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "pt") == expected
