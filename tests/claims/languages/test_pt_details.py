"""What sentences of ordinary Portuguese claim: when, how many, by what means and under which names, and what goes on about a sentence before. In the form of `test_pt`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

COUNTS: Table = {
    "O ataque informático afetou 1.500 empresas.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "O ciberataque atingiu cerca de 30.000 organizações.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "O APT31 hackeou o Parlamento finlandês em 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "Em 27 de junho de 2017, o Sandworm lançou o ataque NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
}

MEANS: Table = {
    "O grupo explorou uma vulnerabilidade de dia zero no Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "Os hackers exploraram a vulnerabilidade CVE-2021-26855.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "O Sandworm utilizou o malware Industroyer.": [
        "uses group:sandworm → malware:industroyer",
    ],
    "O grupo Lazarus serviu-se do ransomware WannaCry.": [
        "uses group:lazarus → malware:wannacry",
    ],
    "O APT28, também conhecido como Fancy Bear, atacou o Bundestag.": [
        "same-as group:apt28 → group:fancy-bear",
        "targets group:apt28 → organisation:de-bundestag",
    ],
    "O grupo Nobelium, conhecido como APT29, atacou embaixadas.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
}

NATURAL: Table = {
    "A EDP confirmou que tinha sofrido um ciberataque.": [
        "targets incident → company:edp",
    ],
    "O ciberataque foi lançado pelo grupo Turla, ligado ao FSB russo.": [
        "attributed-to incident → group:turla",
        "sponsored-by group:turla → agency:ru-fsb",
    ],
    "A Câmara Municipal do Porto foi alvo de um ciberataque do grupo LockBit.": [
        "attributed-to incident → group:lockbit",
        "targets incident → organisation:camara-municipal-do-porto",
    ],
    "Foram piratas informáticos russos que entraram nos sistemas da Agência Europeia de Medicamentos.": [
        "attributed-to incident → actor",
        "located-in actor → state:RU",
        "targets incident → agency:eu-ema",
    ],
    "Não foi a Rússia que hackeou o Bundestag.": [
        "attributed-to incident → state:RU; denied",
    ],
    "Quem assina o ciberataque é o grupo Hive.": [
        "attributed-to incident → group:hive",
    ],
    "A Polícia Judiciária deteve três piratas informáticos nos arredores do Porto.": [
        "arrests agency:pt-pj → actor; 3 persons",
    ],
    "O Departamento de Justiça acusou dois cidadãos chineses, Zhu Hua e Zhang Shilong, de hackear empresas de tecnologia.": [
        "attributed-to incident → person:zhang-shilong by agency:us-doj",
        "attributed-to incident → person:zhu-hua by agency:us-doj",
        "indicts agency:us-doj → person:zhang-shilong",
        "indicts agency:us-doj → person:zhu-hua",
        "located-in person:zhang-shilong → state:CN by agency:us-doj",
        "located-in person:zhu-hua → state:CN by agency:us-doj",
        "targets incident → sector:technology by agency:us-doj",
    ],
    "Os telefones de Dilma Moreira e Rui Teixeira foram infetados com o programa espião Pegasus.": [
        "targets incident → person:dilma-moreira",
        "targets incident → person:rui-teixeira",
        "uses incident → malware:pegasus",
    ],
    "O site da EDP ficou fora do ar após um ciberataque.": [
        "targets incident → company:edp",
    ],
}

TAKEN_UP: Table = {
    "O grupo Lazarus lançou um ciberataque. Roubaram dados da EDP.": [
        "attributed-to incident → group:lazarus",
        "targets group:lazarus → company:edp",
    ],
    "Os hospitais estão sem rede após o ciberataque que sofreu na segunda-feira a empresa EDP.": [
        "targets incident → company:edp",
        "targets incident → sector:health",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(TAKEN_UP, NATURAL, COUNTS, DATES, MEANS),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "pt") == expected
