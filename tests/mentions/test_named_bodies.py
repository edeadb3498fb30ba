"""Names of firms and bodies that are made of words: one name each, and no state or town within it."""

from __future__ import annotations

import pytest

from vidocq.language.compile import load_pack
from vidocq.mentions.named_bodies import named_bodies
from vidocq.mentions.names import find_names, name_index
from vidocq.mentions.weak import settle


def named(text: str, language: str) -> set[str]:
    """The ids of all names in a text."""
    pack = load_pack(language)
    hits = settle(text, find_names(text, name_index(language)), pack)
    return {hit.entity for hit in named_bodies(text, hits, pack)}


@pytest.mark.parametrize(
    ("text", "language", "entity"),
    [
        (
            "El grupo atacó ayer a Cervecería Hondureña con un programa.",
            "es",
            "company:cerveceria-hondurena",
        ),
        (
            "Il gruppo ha colpito ieri Ferrovie Italiane con un programma.",
            "it",
            "company:ferrovie-italiane",
        ),
        ("The thieves hit Royal Dutch Tiles in the night.", "en", "company:royal-dutch-tiles"),
    ],
)
def test_an_adjective_of_country_with_a_capital_is_part_of_the_name(
    text: str, language: str, entity: str
) -> None:
    found = named(text, language)
    assert entity in found
    assert not any(one.startswith("state:") for one in found)


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("Les Mexicains ont été attaqués hier par des pirates.", "fr", "state:MX"),
        ("Los bancos mexicanos fueron atacados ayer por piratas.", "es", "state:MX"),
        ("PIRATAS ATACAN PETRÓLEOS MEXICANOS", "es", "state:MX"),
    ],
)
def test_other_adjectives_of_country_stay_those_of_the_country(
    text: str, language: str, state: str
) -> None:
    assert state in named(text, language)


@pytest.mark.parametrize(
    ("text", "language", "entity"),
    [
        (
            "Thieves broke into the University of Calgary last night.",
            "en",
            "organisation:university-calgary",
        ),
        (
            "Thieves broke into the Eindhoven University of Technology last night.",
            "en",
            "organisation:eindhoven-university-technology",
        ),
        ("The robbers hit the Bank of Lincoln last night.", "en", "company:bank-lincoln"),
        (
            "Des pirates ont bloqué l'hôpital Sainte-Anne de Vannes mardi.",
            "fr",
            "organisation:hopital-sainte-anne-vannes",
        ),
        ("Des pirates ont bloqué la mairie de Paris mardi.", "fr", "organisation:mairie-paris"),
        (
            "Los piratas atacaron la Universidad Autónoma de Barcelona el martes.",
            "es",
            "organisation:universidad-autonoma-barcelona",
        ),
        (
            "De inbrekers troffen gisteren de gemeente Hof van Twente.",
            "nl",
            "organisation:gemeente-hof-van-twente",
        ),
        (
            "De inbrekers troffen gisteren het Rijnland Ziekenhuis.",
            "nl",
            "organisation:rijnland-ziekenhuis",
        ),
    ],
)
def test_a_body_has_its_town_in_its_name(text: str, language: str, entity: str) -> None:
    found = named(text, language)
    assert entity in found
    assert not any(one.startswith(("place:", "state:")) for one in found)


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("It is the largest university of Europe by far.", "en", "place:europe"),
        ("Il a été arrêté hier à l'aéroport de Madrid par la police.", "fr", "state:ES"),
        ("The Federal Reserve Bank of New York paid them out.", "en", "company:bank-new-york"),
    ],
)
def test_what_is_no_town_of_the_body(text: str, language: str, other: str) -> None:
    assert (other in named(text, language)) is not other.startswith("company:")


@pytest.mark.parametrize(
    ("text", "language", "entity"),
    [
        (
            "The gang says that it robbed Vodafone Portugal this week.",
            "en",
            "company:vodafone-portugal",
        ),
        (
            "The gang says that it robbed Quellix Australia this week.",
            "en",
            "company:quellix-australia",
        ),
        ("Les pirates ont volé hier les fichiers de Air Caraïbes.", "fr", "company:air-caraibes"),
        (
            "Los piratas atacaron ayer al Banco Popular de Bolivia con un programa.",
            "es",
            "company:banco-popular-bolivia",
        ),
        (
            "Os ladrões atacaram ontem a Porto Editora com um programa.",
            "pt",
            "company:porto-editora",
        ),
    ],
)
def test_firms(text: str, language: str, entity: str) -> None:
    assert entity in named(text, language)


def test_a_department_of_france_is_no_part_of_austria() -> None:
    found = named("Il a été arrêté près de Limoges, en Haute-Vienne.", "fr")
    assert "state:AT" not in found
    assert "place:haute-vienne" in found
    assert "state:AT" not in named("Il a été arrêté en Basse-Vienne hier.", "fr")
