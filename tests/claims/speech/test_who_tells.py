"""Who tells it at the end of a sentence, with what their office hangs on; of whom a second relative clause speaks."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

TELLS: Table = {
    "Chinese hackers have breached the parliament of Norway, a spokesman for Microsoft said.": [
        "attributed-to incident → actor by company:microsoft",
        "located-in actor → state:CN by company:microsoft",
        "targets incident → organisation:no-parliament by company:microsoft",
    ],
    "Chinese hackers have breached the parliament of Norway, researchers at Trend Micro said.": [
        "attributed-to incident → actor by company:trend-micro",
        "located-in actor → state:CN by company:trend-micro",
        "targets incident → organisation:no-parliament by company:trend-micro",
    ],
    "Chinese hackers have breached the parliament of Norway, the head of the agency NSM said on Monday.": [
        "attributed-to incident → actor by organisation:nsm",
        "located-in actor → state:CN by organisation:nsm",
        "targets incident → organisation:no-parliament by organisation:nsm",
    ],
    "Hackers attacked researchers at Boeing.": [
        "targets actor → company:boeing",
    ],
    "German prosecutors issued an arrest warrant for Nikolaj Kozachek, an officer of the GRU, over a hack of NATO.": [
        "indicts agency:de-prosecutor-general → person:nikolaj-kozachek",
        "sponsored-by person:nikolaj-kozachek → agency:ru-gru by agency:de-prosecutor-general",
        "targets person:nikolaj-kozachek → bloc:nato by agency:de-prosecutor-general",
    ],
}

RACONTE: Table = {
    "Des pirates au service de la Chine ont pénétré le Parlement norvégien, a déclaré Oslo.": [
        "sponsored-by actor → state:CN by state:NO",
        "targets actor → organisation:no-parliament by state:NO",
    ],
    "Microsoft rattache la cyberattaque à Peach Sandstorm, groupe qui travaillerait pour l'Iran et qui aurait visé des entreprises de défense.": [
        "attributed-to incident → group:peach-sandstorm by company:microsoft",
        "sponsored-by group:peach-sandstorm → state:IR by company:microsoft; roughly-even",
        "targets group:peach-sandstorm → sector:defence by company:microsoft; roughly-even",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(TELLS))
def test_tells(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(RACONTE))
def test_raconte(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
