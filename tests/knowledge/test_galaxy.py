"""Names of groups and malware, and what must stand around them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.knowledge.galaxy import clusters, load_group_names
from vidocq.knowledge.galaxy_context import decide
from vidocq.knowledge.galaxy_data import DataError, read_data
from vidocq.knowledge.galaxy_everyday import everyday_words
from vidocq.knowledge.galaxy_names import canonical_group_id, compact, fold, names_in, slug
from vidocq.knowledge.galaxy_own import own_groups
from vidocq.knowledge.name import Name, NameContext
from vidocq.model import EntityType


def name(text: str, kind: EntityType = EntityType.GROUP) -> Name:
    found = [n for n in load_group_names() if fold(n.text) == fold(text) and n.type is kind]
    assert len(found) == 1, f"{text}: {found}"
    return found[0]


def test_there_are_thousands_of_names_and_each_text_stands_once_for_a_kind() -> None:
    names = load_group_names()
    kinds = [n.type for n in names]
    assert kinds.count(EntityType.GROUP) > 2200
    assert kinds.count(EntityType.MALWARE) > 7500
    keys = [(n.type, fold(n.text)) for n in names]
    assert len(keys) == len(set(keys))
    assert len(clusters()) > 10_000


@pytest.mark.parametrize("text", ["Turla", "Hafnium", "APT31", "Kimsuky", "Lapsus$", "LulzSec"])
def test_a_coined_name_is_safe_anywhere(text: str) -> None:
    assert name(text).context is NameContext.NONE


@pytest.mark.parametrize("text", ["NotPetya", "Emotet", "Stuxnet", "WannaCry", "PlugX"])
def test_a_coined_malware_name_is_safe_anywhere(text: str) -> None:
    assert name(text, EntityType.MALWARE).context is NameContext.NONE


@pytest.mark.parametrize(
    "text",
    [
        *("Play", "Snake", "Hive", "Silence", "Conti", "Equation", "Cuba", "Royal", "Medusa"),
        *("Anonymous", "Lazarus", "Cobalt", "Phoenix", "Calypso", "Rocke", "Bureau 121", "SEA"),
        *("Akira", "Group 5", "Platinum", "Nickel", "The Mask"),
    ],
)
def test_an_everyday_word_needs_a_cue(text: str) -> None:
    assert decide(text, EntityType.GROUP).context is NameContext.CUE


@pytest.mark.parametrize(
    "text", ["Fancy Bear", "Charming Kitten", "Salt Typhoon", "Lazarus Group", "Dust Storm"]
)
def test_two_plain_words_keep_their_capitals(text: str) -> None:
    assert name(text).context is NameContext.CAPITALISED
    assert name(text).text == text


@pytest.mark.parametrize("text", ["PowerShell", "cmd", "net", "at", "Ping", "Tor", "certutil"])
def test_a_command_or_product_is_no_malware(text: str) -> None:
    assert decide(text, EntityType.MALWARE).dropped


def test_a_military_unit_is_no_group() -> None:
    assert decide("PLA Unit 61398", EntityType.GROUP).dropped
    assert not decide("Unit 42 Gang", EntityType.GROUP).dropped


def test_no_name_of_a_country_is_safe() -> None:
    from babel import Locale

    for language in ("en", "fr"):
        countries = {fold(country) for country in Locale(language).territories.values()}
        loose = [
            n.text
            for n in load_group_names()
            if n.context is NameContext.NONE and fold(n.text) in countries
        ]
        assert loose == []


def test_short_names_are_matched_in_their_exact_case() -> None:
    short = [n for n in load_group_names() if len(fold(n.text)) <= 3 and n.text.isascii()]
    assert len(short) > 100
    assert all(n.exact_case and n.context is NameContext.CUE for n in short)


def test_a_gang_and_its_malware_are_two_names() -> None:
    assert name("LockBit").entity == "group:lockbit"
    assert name("LockBit", EntityType.MALWARE).entity == "malware:lockbit"


def test_a_person_behind_an_alias_is_a_person() -> None:
    assert name("Guccifer 2.0", EntityType.PERSON).entity == "person:guccifer-2-0"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("APT28 - G0007", ("APT28",)),
        ("海莲花 - APT-C-00", ("海莲花", "APT-C-00")),
        ("Locky Ransomware", ("Locky Ransomware", "Locky")),
        ("8Base Ransomware Actors", ("8Base Ransomware Actors", "8Base")),
        ("Bad Rabbit, Diskcoder.D", ("Bad Rabbit", "Diskcoder.D")),
        ("Subgroup: Bluenoroff", ("Bluenoroff",)),
        ("42", ()),
    ],
)
def test_names_in_a_catalogue_value(value: str, expected: tuple[str, ...]) -> None:
    assert names_in(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Advanced Persistent Threat 31", "group:apt31"),
        ("APT 31", "group:apt-31"),
        ("APT31", "group:apt31"),
        ("Fancy Bear", "group:fancy-bear"),
        ("NoName057(16)", "group:noname057-16"),
        ("Lapsus$", "group:lapsus"),
        ("admin@338", "group:admin-338"),
    ],
)
def test_the_id_of_a_group_is_its_name_as_written(text: str, expected: str) -> None:
    assert canonical_group_id(text) == expected


def test_spellings_of_a_number_compare_equal() -> None:
    spellings = ["APT31", "APT 31", "apt-31", "Advanced Persistent Threat 31"]
    assert {compact(text) for text in spellings} == {"apt31"}


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert slug(text).strip("-") == slug(text)


def test_everyday_words_are_those_of_frequent_use() -> None:
    frequency = {("silence", "fr"): 5.0, ("snake", "en"): 4.2, ("turla", "en"): 0.0}
    found = everyday_words(["Snake", "Turla", "Silence"], lambda w, la: frequency.get((w, la), 0.0))
    assert found == ["silence", "snake"]


def test_a_mistake_in_a_data_file_names_the_file_and_the_place() -> None:
    form = msgspec.defstruct("Form", [("techniques", list[int])], frozen=True)
    with pytest.raises(DataError, match=r"techniques\.yaml: .*\$\.techniques\[0\]"):
        read_data("techniques.yaml", form)


def test_every_own_group_stands_once() -> None:
    names = [fold(group.name) for group in own_groups()]
    assert sorted({n for n in names if names.count(n) > 1}) == []
    assert all(not g.country or (len(g.country) == 2 and g.country.isupper()) for g in own_groups())
