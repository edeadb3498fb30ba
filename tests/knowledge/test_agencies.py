"""Agencies, and the bodies that every state has."""

from __future__ import annotations

from collections import Counter

import pytest

from vidocq.knowledge import schema
from vidocq.knowledge.bodies import agency_id, body_names, resolve_body, sibling
from vidocq.knowledge.facts import entity_label
from vidocq.knowledge.own_entities import own_names
from vidocq.knowledge.states import is_country


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, str], set[str]]:
    """(form in small letters, language) to the entities that bear it."""
    table: dict[tuple[str, str], set[str]] = {}
    for name in own_names():
        for language in ("en", "fr") if name.language == "*" else (name.language,):
            table.setdefault((name.text.casefold(), language), set()).add(name.entity)
    return table


def test_enough_agencies_of_enough_states() -> None:
    per_state = Counter(
        file.country for file in schema.agency_files().values() for _ in file.agencies
    )
    assert sum(per_state.values()) >= 320
    assert sum(is_country(code) and count >= 3 for code, count in per_state.items()) >= 40


@pytest.mark.parametrize(
    ("form", "language", "entity"),
    [
        ("Justice Department", "en", "agency:us-doj"),
        ("DoJ", "en", "agency:us-doj"),
        ("ministère américain de la Justice", "fr", "agency:us-doj"),
        ("Maison-Blanche", "fr", "agency:us-white-house"),
        ("Treasury", "en", "agency:us-treasury"),
        ("State Department", "en", "agency:us-state-department"),
        ("U.S. Intelligence Community", "en", "agency:us-intelligence-community"),
        ("NSA", "fr", "agency:us-nsa"),
        ("CISA", "en", "agency:us-cisa"),
        ("FBI", "fr", "agency:us-fbi"),
        ("Russian Foreign Intelligence Service", "en", "agency:ru-svr"),
        ("FSB", "en", "agency:ru-fsb"),
        ("renseignement militaire russe", "fr", "agency:ru-gru"),
        ("GRU Unit 26165", "en", "agency:ru-gru-26165"),
        ("unité 74455", "fr", "agency:ru-gru-74455"),
        ("Russian intelligence services", "en", "agency:ru-intelligence-services"),
        ("PRC Ministry of State Security", "en", "agency:cn-mss"),
        ("ministère de la Sécurité d'État", "fr", "agency:cn-mss"),
        ("Unit 61398", "en", "agency:cn-pla-61398"),
        ("NCSC", "en", "agency:uk-ncsc"),
        ("Anssi", "fr", "agency:fr-anssi"),
        ("CertNZ", "en", "agency:nz-cert"),
        ("Revolutionary Guards", "en", "agency:ir-irgc"),
        ("MOIS", "en", "agency:ir-mois"),
        ("Reconnaissance General Bureau", "en", "agency:kp-rgb"),
        ("Europol", "fr", "agency:eu-europol"),
        ("Finnish parliament", "en", "organisation:fi-parliament"),
        ("parlement finlandais", "fr", "organisation:fi-parliament"),
        ("Ukrainian Ministry of Defence", "en", "agency:ua-ministry-of-defence"),
        ("ministère ukrainien de la Défense", "fr", "agency:ua-ministry-of-defence"),
        ("Dutch NCSC", "en", "agency:nl-ncsc"),
        ("police française", "fr", "agency:fr-police"),
    ],
)
def test_a_form_names_one_body(
    form: str, language: str, entity: str, known: dict[tuple[str, str], set[str]]
) -> None:
    assert known[(form.casefold(), language)] == {entity}


@pytest.mark.parametrize(
    "form", ["Ministry of Defence", "Foreign Ministry", "Interior Ministry", "parliament", "police"]
)
def test_a_body_without_its_country_is_nobodys(
    form: str, known: dict[tuple[str, str], set[str]]
) -> None:
    assert (form.casefold(), "en") not in known
    assert form.casefold() in {n.text.casefold() for n in body_names() if n.language == "en"}


@pytest.mark.parametrize(
    ("body", "country", "entity"),
    [
        ("body:ministry-of-justice", "US", "agency:us-doj"),
        ("ministry-of-defence", "MN", "agency:mn-ministry-of-defence"),
        ("parliament", "GB", "organisation:uk-parliament"),
        ("foreign-intelligence-service", "RU", "agency:ru-svr"),
    ],
)
def test_a_body_and_a_country_make_an_entity(body: str, country: str, entity: str) -> None:
    assert resolve_body(body, country) == entity


def test_the_same_body_of_another_country() -> None:
    assert sibling("agency:uk-ncsc", "NL") == "agency:nl-ncsc"
    assert sibling("agency:us-doj", "DE") == "agency:de-ministry-of-justice"
    assert sibling("agency:ru-gru-74455", "DE") is None


def test_units_belong_to_an_agency_of_their_state() -> None:
    for file in schema.agency_files().values():
        for key, agency in file.agencies.items():
            if agency.parent is not None:
                prefix = agency_id(file.country, "")
                assert agency.parent.startswith(prefix), f"{prefix}{key}"


def test_an_agency_has_a_label() -> None:
    assert entity_label("agency:ru-svr").endswith("Foreign Intelligence Service")
    assert entity_label("agency:mn-ministry-of-defence") == "mn ministry of defence"
