"""Names beside what they name: other names between commas, the gang behind an attack, whose sites were seized."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

BESIDE: Table = {
    "APT28, or Fancy Bear, hacked the Bundestag.": [
        "attributed-to incident → group:apt28",
        "same-as group:apt28 → group:fancy-bear",
        "targets incident → organisation:de-bundestag",
    ],
    "The attackers were APT28, APT29, or Turla, the FBI said.": [],
    "The Volt Typhoon group, also known as Vanguard Panda and Bronze Silhouette, hacked Guam.": [
        "attributed-to incident → group:volt-typhoon",
        "same-as group:volt-typhoon → group:bronze-silhouette",
        "same-as group:volt-typhoon → group:vanguard-panda",
        "targets incident → state:GU",
    ],
    "The group behind the hack of Snowflake, UNC5537, includes members in Turkey.": [
        "attributed-to incident → group:unc5537",
        "targets incident → product:snowflake",
    ],
    "The hackers behind the breach of Okta, known as Lapsus$, are teenagers.": [
        "attributed-to incident → group:lapsus",
        "targets incident → company:okta",
    ],
    "Police arrested a member of Lapsus$, the gang responsible for the hack of Okta.": [
        "attributed-to incident → group:lapsus",
        "targets incident → company:okta",
    ],
    "Microsoft has seized 42 websites from a Chinese hacking group, Nickel.": [
        "disrupts company:microsoft → group:nickel; 42 systems",
        "located-in group:nickel → state:CN",
    ],
}

A_COTE: Table = {
    "Le groupe APT28, ou Fancy Bear, a piraté le Bundestag.": [
        "attributed-to incident → group:apt28",
        "same-as group:apt28 → group:fancy-bear",
        "targets incident → organisation:de-bundestag",
    ],
    "APT28, également suivi sous les noms de Fancy Bear et Sofacy, a piraté le Bundestag.": [
        "attributed-to incident → group:apt28",
        "same-as group:apt28 → group:fancy-bear",
        "same-as group:apt28 → group:sofacy",
        "targets incident → organisation:de-bundestag",
    ],
    "Les pirates à l'origine du piratage d'Okta, connus sous le nom de Lapsus$, sont des adolescents.": [
        "attributed-to incident → group:lapsus",
        "targets incident → company:okta",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(BESIDE))
def test_beside(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(A_COTE))
def test_a_cote(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
