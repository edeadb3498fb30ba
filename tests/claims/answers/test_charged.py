"""The charged by their names, in sentences after the one that only counts them."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

CHARGED: Table = {
    "The Justice Department charged two foreign hackers. According to the indictment, Ivan Petrenko, 22, of Ukraine, hacked Kaseya in July. He was arrested in Poland in October.": [
        "arrests state:PL → person:ivan-petrenko",
        "attributed-to incident → person:ivan-petrenko by agency:us-doj",
        "indicts agency:us-doj → actor; 2 persons",
        "indicts agency:us-doj → person:ivan-petrenko",
        "located-in person:ivan-petrenko → state:UA by agency:us-doj",
        "targets incident → company:kaseya by agency:us-doj",
    ],
    "Four Chinese hackers were charged in the United States over the Equifax hack. They are Wu Zhiyong, Wang Qian, Xu Ke and Liu Lei.": [
        "attributed-to incident → person:liu-lei by state:US",
        "attributed-to incident → person:wang-qian by state:US",
        "attributed-to incident → person:wu-zhiyong by state:US",
        "attributed-to incident → person:xu-ke by state:US",
        "indicts state:US → person:liu-lei",
        "indicts state:US → person:wang-qian",
        "indicts state:US → person:wu-zhiyong",
        "indicts state:US → person:xu-ke",
        "located-in actor → state:CN by state:US",
    ],
    "Two Iranian hackers were indicted in New Jersey. Faramarz Savandi and Mohammad Mansouri hacked the city of Atlanta, court papers say.": [
        "indicts state:US → person:faramarz-savandi",
        "indicts state:US → person:mohammad-mansouri",
        "located-in actor → state:IR by state:US",
        "attributed-to incident → person:faramarz-savandi by organisation:court-papers",
        "attributed-to incident → person:mohammad-mansouri by organisation:court-papers",
        "targets incident → place:atlanta by organisation:court-papers",
    ],
    "The Justice Department indicted six officers of the GRU over hacking. Among them are Yuriy Andrienko and Sergey Detistov.": [
        "indicts agency:us-doj → actor; 6 persons",
        "indicts agency:us-doj → person:sergey-detistov",
        "indicts agency:us-doj → person:yuriy-andrienko",
        "sponsored-by actor → agency:ru-gru by agency:us-doj",
    ],
    "The Justice Department indicted two hackers. Jane Miller, a spokeswoman for the FBI, and John Smith, a spokesman for Microsoft, spoke of a good day.": [
        "indicts agency:us-doj → actor; 2 persons",
    ],
}

INCULPES: Table = {
    "Six pirates du GRU ont été inculpés aux États-Unis. Parmi eux figurent Iouri Andrienko et Sergueï Detistov.": [
        "indicts state:US → actor; 6 persons",
        "indicts state:US → person:iouri-andrienko",
        "indicts state:US → person:serguei-detistov",
        "sponsored-by actor → agency:ru-gru by state:US",
    ],
    "Deux pirates iraniens ont été inculpés aux États-Unis. Faramarz Savandi et Mohammad Mansouri ont piraté la ville d'Atlanta, affirme le ministère de la Justice.": [
        "attributed-to incident → person:faramarz-savandi by agency:ministere-justice",
        "attributed-to incident → person:mohammad-mansouri by agency:ministere-justice",
        "indicts state:US → person:faramarz-savandi",
        "indicts state:US → person:mohammad-mansouri",
        "located-in actor → state:IR by state:US",
        "targets incident → organisation:ville-atlanta by agency:ministere-justice",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(CHARGED))
def test_charged(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(INCULPES))
def test_inculpes(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
