"""Whose things, whose description, whose clause: possessives of the one who tells, "describes X as", "who" after two nouns."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

WHOSE: Table = {
    "Norway said hackers had broken into its ministries.": [
        "targets actor → sector:government by state:NO",
        "targets actor → state:NO by state:NO",
    ],
    "Mandiant, owned by Google, describes UNC3886 as a China-nexus espionage group.": [
        "sponsored-by group:unc3886 → state:CN",
    ],
    "A grand jury charged Maksim Yakubets, leader of Evil Corp, who also worked for the FSB, over hacking.": [
        "indicts agency:us-doj → person:maksim-yakubets",
        "sponsored-by person:maksim-yakubets → agency:ru-fsb by agency:us-doj",
    ],
    "After the attack on MGM Resorts, Caesars said it had been breached by the same hackers, Scattered Spider.": [
        "attributed-to incident → group:scattered-spider",
        "targets incident → company:caesars",
        "targets incident → company:mgm-resorts",
    ],
    "Microsoft described APT28 as reckless hackers.": [],
    "Hackers stood trial in Ohio over a data breach. Judge Jackson served as counsel for the United States from 2003 to 2005.": [],
    "Hackers stood trial in Ohio over a data breach. Judge Jackson served as a public defender in Washington from 2005 to 2007.": [],
}

DE_QUI: Table = {
    "Singapour affirme qu'un groupe connu sous le nom d'UNC3886 s'attaque à ses infrastructures critiques.": [
        "attributed-to incident → group:unc3886 by state:SG",
        "targets incident → sector:critical-infrastructure by state:SG",
        "targets incident → state:SG by state:SG",
    ],
    "Le Danemark impute l'attaque informatique d'une compagnie des eaux à un groupe lié à Moscou, Z-Pentest.": [
        "attributed-to incident → group:z-pentest by state:DK",
        "sponsored-by group:z-pentest → state:RU by state:DK",
        "targets incident → company:compagnie-eaux by state:DK",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(WHOSE))
def test_whose(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(DE_QUI))
def test_de_qui(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
