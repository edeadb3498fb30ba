"""What sentences of ordinary Spanish claim: when, how many, by what means and under which names, and what goes on about a sentence before. In the form of `test_es`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

COUNTS: Table = {
    "El ataque informático afectó a 1.500 empresas.": [
        "affects incident → nothing; 1500 organizations",
    ],
    "El hackeo afectó a unas 30.000 organizaciones.": [
        "affects incident → nothing; about 30000 organizations",
    ],
}

DATES: Table = {
    "APT31 hackeó el Parlamento finlandés en 2020.": [
        "attributed-to incident → group:apt31; in 2020",
        "targets incident → organisation:fi-parliament; in 2020",
    ],
    "El 27 de junio de 2017, Sandworm lanzó el ataque NotPetya.": [
        "attributed-to incident → group:sandworm; in 2017-06-27",
    ],
}

MEANS: Table = {
    "El grupo explotó una vulnerabilidad de día cero en Microsoft Exchange.": [
        "exploits actor → product:microsoft-exchange",
    ],
    "Los hackers explotaron la vulnerabilidad CVE-2021-26855.": [
        "exploits actor → vulnerability:cve-2021-26855",
    ],
    "Sandworm utilizó el malware Industroyer.": [
        "uses group:sandworm → malware:industroyer",
    ],
    "El grupo Lazarus se valió del ransomware WannaCry.": [
        "uses group:lazarus → malware:wannacry",
    ],
    "APT28, también conocido como Fancy Bear, atacó el Bundestag.": [
        "same-as group:apt28 → group:fancy-bear",
        "targets group:apt28 → organisation:de-bundestag",
    ],
    "El grupo Nobelium, conocido como APT29, atacó embajadas.": [
        "same-as group:nobelium → group:apt29",
        "targets group:nobelium → sector:government",
    ],
}

NATURAL: Table = {
    "Iberdrola confirmó que había sufrido un ciberataque.": [
        "targets incident → company:iberdrola",
    ],
    "La policía investiga el ciberataque, que las autoridades de Kiev atribuyen a Rusia.": [
        "attributed-to incident → state:RU by state:UA",
    ],
    "La policía investiga el ciberataque que atribuye Kiev a la banda Conti.": [
        "attributed-to incident → group:conti by state:UA",
    ],
    "El ciberataque fue lanzado por el grupo Turla, ligado al FSB ruso.": [
        "attributed-to incident → group:turla",
        "sponsored-by group:turla → agency:ru-fsb",
    ],
    "El Ayuntamiento de Sevilla ha sido víctima de un ciberataque del grupo LockBit.": [
        "attributed-to incident → group:lockbit",
        "targets incident → organisation:ayuntamiento-sevilla",
    ],
    "Fue Rusia quien hackeó los servidores del Bundestag, según Berlín.": [
        "attributed-to incident → state:RU by state:DE",
        "targets incident → organisation:de-bundestag by state:DE",
    ],
    "No fue Rusia quien hackeó el Bundestag.": [
        "attributed-to incident → state:RU; denied",
    ],
    "Quien firma el ciberataque es el grupo Hive.": [
        "attributed-to incident → group:hive",
    ],
    "El ciberataque lo llevó a cabo el grupo Lazarus.": [
        "attributed-to incident → group:lazarus",
    ],
    "A Rusia la acusa Washington de haber hackeado el Comité Nacional Demócrata.": [
        "attributed-to incident → state:RU by state:US",
        "targets incident → organisation:us-dnc by state:US",
    ],
    "Los teléfonos de Pedro Ferrer y Margarita Robles fueron infectados con el programa espía Pegasus.": [
        "targets incident → person:margarita-robles",
        "targets incident → person:pedro-ferrer",
        "uses incident → malware:pegasus",
    ],
    "El Departamento de Justicia acusó a dos ciudadanos chinos, Zhu Hua y Zhang Shilong, de hackear empresas tecnológicas.": [
        "attributed-to incident → person:zhang-shilong by agency:us-doj",
        "attributed-to incident → person:zhu-hua by agency:us-doj",
        "indicts agency:us-doj → person:zhang-shilong",
        "indicts agency:us-doj → person:zhu-hua",
        "located-in person:zhang-shilong → state:CN by agency:us-doj",
        "located-in person:zhu-hua → state:CN by agency:us-doj",
        "targets incident → sector:technology by agency:us-doj",
    ],
    "Los hackers robaron datos de 30.000 pacientes del Hospital Clínic.": [
        "affects incident → other:pacientes; 30000 persons",
        "targets actor → organisation:hospital-clinic",
    ],
    "Agentes de la Guardia Civil han detenido a Arturo Rosales por el ciberataque a Iberdrola.": [
        "arrests agency:es-guardia-civil → person:arturo-rosales",
        "targets incident → company:iberdrola",
    ],
    "Iberdrola confirmó que sus servidores habían sido hackeados.": [
        "targets incident → company:iberdrola",
    ],
    "MADRID - El Hospital Clínic sufrió un ciberataque de tipo ransomware.": [
        "targets incident → organisation:hospital-clinic",
        "uses incident → technique:ransomware",
    ],
    "Las webs del Hospital Clínic y de Iberdrola quedaron inaccesibles tras un ciberataque.": [
        "targets incident → company:iberdrola",
        "targets incident → organisation:hospital-clinic",
    ],
}

TAKEN_UP: Table = {
    "El Servicio Público de Empleo sigue sin web tras el ciberataque que sufrió en la madrugada del martes.": [
        "targets incident → organisation:servicio-publico-empleo",
    ],
    "Los tribunales siguen sin red a raíz del ciberataque que sufrió el martes la empresa IFX Networks.": [
        "targets incident → company:ifx-networks",
    ],
    "El grupo Prisa sufrió un ciberataque.": [
        "targets incident → company:prisa",
    ],
    "El grupo Lazarus lanzó un ciberataque. Robaron datos de Iberdrola.": [
        "attributed-to incident → group:lazarus",
        "targets group:lazarus → company:iberdrola",
    ],
    "Zhu Hua y Zhang Shilong, miembros del grupo APT10, fueron acusados de hackear empresas tecnológicas.": [
        "attributed-to incident → person:zhang-shilong",
        "attributed-to incident → person:zhu-hua",
        "targets incident → sector:technology",
    ],
    "El FBI culpó a Corea del Norte del ciberataque. Añadió que el grupo Lazarus hackeó Sony Pictures.": [
        "attributed-to incident → group:lazarus by agency:us-fbi",
        "attributed-to incident → state:KP by agency:us-fbi",
        "targets incident → company:sony-pictures by agency:us-fbi",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(TAKEN_UP, NATURAL, COUNTS, DATES, MEANS),
)
def test_what_a_sentence_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "es") == expected
