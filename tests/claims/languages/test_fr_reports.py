"""What sentences of French reports claim: dispatches, vendors, the police. In the form of `test_fr`."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

SHORTENED_NAMES: Table = {
    "Le Trésor américain a été piraté par Salt Typhoon. Selon le FBI, les pirates ont visé le Trésor.": [
        "attributed-to incident → group:salt-typhoon",
        "targets group:salt-typhoon → agency:us-treasury by agency:us-fbi",
        "targets incident → agency:us-treasury",
    ],
}

TOLLS: Table = {
    "Le gang Ragnar Locker a fait plus de 160 victimes, selon Europol.": [
        "affects incident → nothing by agency:eu-europol; about 160 organizations",
        "attributed-to incident → group:ragnar-locker by agency:eu-europol",
    ],
}

EXAMPLES: Table = {
    "Salt Typhoon a compromis neuf opérateurs, dont AT&T et Verizon.": [
        "affects incident → other:operateurs; 9 organizations",
        "attributed-to incident → group:salt-typhoon",
        "targets incident → company:att",
        "targets incident → company:verizon",
    ],
}

KEEPERS_OF_ORDER: Table = {
    "L'opération contre le gang LockBit a été menée par la gendarmerie française.": [],
}

MEANS: Table = {
    "Le groupe Lazarus se propage dans les réseaux grâce à Mimikatz.": [
        "uses group:lazarus → malware:mimikatz",
    ],
}

OPENINGS: Table = {
    "Selon le Trésor américain, Pavel Orlov travaille depuis la cyberattaque pour le FSB.": [
        "sponsored-by person:pavel-orlov → agency:ru-fsb by agency:us-treasury",
    ],
}

BODIES: Table = {
    "Les pirates ont visé le ministère tchèque de la Culture.": [
        "targets actor → agency:cz-ministere-culture",
    ],
    "Le piratage de l'ambassade française en Roumanie a été mené par APT29.": [
        "attributed-to incident → group:apt29",
        "targets incident → organisation:fr-ambassade",
    ],
}

FIRMS: Table = {
    "Les pirates ont paralysé le premier opérateur téléphonique ukrainien, Kyivstar.": [
        "targets actor → company:kyivstar",
    ],
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    rows(SHORTENED_NAMES, TOLLS, EXAMPLES, KEEPERS_OF_ORDER, MEANS, OPENINGS, BODIES, FIRMS),
)
def test_a_report_claims(sentence: str, expected: list[str]) -> None:
    assert claimed(sentence, "fr") == expected
