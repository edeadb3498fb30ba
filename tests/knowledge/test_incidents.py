"""Landmark incidents: names, anchors and dates."""

from __future__ import annotations

import pytest

from vidocq.knowledge.galaxy import load_group_names
from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.incidents import (
    incident_anchors,
    incident_for,
    incidents,
    load_incident_names,
)


def test_there_are_enough_and_each_has_a_name_in_both_languages() -> None:
    assert len(incidents()) >= 140
    for entry in incidents():
        assert entry.en, entry.id
        assert entry.fr, entry.id


def test_every_id_tells_a_year_of_its_date() -> None:
    for entry in incidents():
        first, last = entry.years
        year = int(entry.id.rsplit("-", 1)[1])
        # An incident found out, or coming to a head, after its end bears that year: one year of grace.
        assert first <= year <= last + 1, entry.id
        assert 1996 <= first <= last <= 2026, entry.id


def test_names_are_told_once_in_a_language() -> None:
    keys = [(name.language, fold(name.text)) for name in load_incident_names()]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_no_incident_name_is_a_name_of_a_group_or_of_malware() -> None:
    groups = {fold(name.text) for name in load_group_names()}
    assert sorted(n.text for n in load_incident_names() if fold(n.text) in groups) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Microsoft Exchange hack", "incident:exchange-2021"),
        ("attaque de Microsoft Exchange", "incident:exchange-2021"),
        ("ProxyLogon campaign", "incident:exchange-2021"),
        ("piratage de SolarWinds", "incident:solarwinds-2020"),
        ("piratage de TV5Monde", "incident:tv5monde-2015"),
        ("Operation Aurora", "incident:aurora-2009"),
    ],
)
def test_full_names(text: str, expected: str) -> None:
    assert {n.entity for n in load_incident_names() if n.text == text} == {expected}


@pytest.mark.parametrize(
    ("anchor", "year", "expected"),
    [
        ("SolarWinds", None, "incident:solarwinds-2020"),
        ("Colonial Pipeline", 2021, "incident:colonial-pipeline-2021"),
        ("Bundestag", None, "incident:bundestag-2015"),
        ("Sony", None, None),
        ("Sony", 2014, "incident:sony-pictures-2014"),
        ("Sony Pictures", 2011, "incident:sony-pictures-2011"),
        ("Géorgie", 2008, "incident:georgia-2008"),
        ("Georgia", 2019, "incident:georgia-2019"),
        ("Georgia", 2014, None),
        ("Ukrainian power grid", 2016, "incident:ukraine-power-2016"),
        ("Albania", None, None),
        ("Albania", 2022, "incident:albania-2022"),
        ("SolarWinds", 2012, None),
        ("nobody", None, None),
    ],
)
def test_an_anchor_means_an_incident_only_where_it_is_plain(
    anchor: str, year: int | None, expected: str | None
) -> None:
    assert incident_for(anchor, year) == expected


def test_anchors_lead_to_known_incidents() -> None:
    known = {entry.id for entry in incidents()}
    for anchors in incident_anchors().values():
        assert {anchor.incident for anchor in anchors} <= known
        assert len({anchor.incident for anchor in anchors}) == len(anchors)
