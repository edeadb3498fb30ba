"""A name in any language and under any alias."""

from __future__ import annotations

import pytest

from vidocq.resolve.groups import actors
from vidocq.resolve.names import label, near, understand


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Pékin", "state:CN"),
        ("pekin", "state:CN"),
        ("Beijing", "state:CN"),
        ("PRC", "state:CN"),
        ("la Chine", "state:CN"),
        ("chinese", "state:CN"),
        ("state:cn", "state:CN"),
        ("l’OTAN", "bloc:nato"),
        ("the EU", "bloc:eu"),
        ("UE", "bloc:eu"),
        ("gru", "agency:ru-gru"),
        ("Zirconium", "group:apt31"),
        ("l'APT31", "group:apt31"),
        ("APT 31", "group:apt31"),
        ("Advanced Persistent Threat 31", "group:apt31"),
        ("UNC9999", "group:unc9999"),
        ("exchange", "incident:exchange-2021"),
        ("piratage de Microsoft Exchange", "incident:exchange-2021"),
        ("piratage de SolarWinds", "incident:solarwinds-2020"),
        ("incident:some hack-2017", "incident:some hack-2017"),
    ],
)
def test_a_name_means(text: str, id: str) -> None:
    assert understand(text, actors())[0].id == id


def test_a_name_with_several_meanings_tells_all() -> None:
    assert {"incident:notpetya-2017", "malware:notpetya"} <= {
        one.id for one in understand("NotPetya", actors())
    }


@pytest.mark.parametrize("text", ["", "   ", "zzz quux", "l'"])
def test_words_that_mean_nothing(text: str) -> None:
    assert understand(text, actors()) == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Zirconum", "Zirconium"), ("Fancy Baer", "Fancy Bear"), ("Sandwurm", "Sandworm")],
)
def test_a_slip_of_the_pen_suggests_the_name(text: str, meant: str) -> None:
    assert meant in near(text)


def test_names_of_the_record_are_suggested_too() -> None:
    assert near("Marsh Herron", ["Marsh Heron"]) == ("Marsh Heron",)


def test_an_entity_is_called_by_its_usual_name() -> None:
    assert label("state:CN", actors(), "Pékin") == "China"
    assert label("group:zirconium", actors()) == "APT31"
    assert label("person:jane-doe", actors(), "Jane Doe") == "Jane Doe"


@pytest.mark.parametrize("text", ["Turla", "APT28", "APT 28", "APT-28"])
def test_a_name_is_not_near_itself(text: str) -> None:
    same = text.replace(" ", "").replace("-", "")
    assert same not in {name.replace(" ", "").replace("-", "") for name in near(text)}
