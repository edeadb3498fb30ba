"""The forms of the data files: mistakes are named, and what is loaded is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.claim_guide import SECTORS

from vidocq.knowledge import all_names, check, facts, own_entities, schema, sectors
from vidocq.knowledge.forms import is_abbreviation, name_row
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.knowledge.publishers import find_publisher
from vidocq.knowledge.schema import AgencyFile, KnowledgeError, StateFile
from vidocq.model import EntityType


def test_no_file_contradicts_itself() -> None:
    check.check_files()
    assert len(own_entities.own_names()) > 10_000


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("country: US\nagencies:\n  doj: {en: [DoJ]}\n", ["us.yaml", "doj", "kind"]),
        ("country: US\nagencies:\n  doj: {kind: court}\n", ["us.yaml", "doj", "kind"]),
        ("country: US\nagencies:\n  a: {kind: police, nick: [x]}\n", ["us.yaml", "a", "nick"]),
        ("country: US\nagencies:\n  a: {kind: police, en: x}\n", ["us.yaml", "a", "en"]),
        ("agencies: {}\n", ["us.yaml", "country"]),
        ("country: [US\n", ["us.yaml", "YAML"]),
    ],
)
def test_a_mistake_names_file_entry_and_field(
    content: str, says: list[str], tmp_path: Path
) -> None:
    (tmp_path / "us.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        schema.read("us.yaml", AgencyFile, tmp_path)
    assert all(word in str(error.value) for word in says), str(error.value)


def test_norway_without_quotes_is_explained(tmp_path: Path) -> None:
    (tmp_path / "states.yaml").write_text("states:\n  NO: {}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="quotes"):
        schema.read("states.yaml", StateFile, tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"blocs\.yaml"):
        schema.read("blocs.yaml", schema.BlocFile, tmp_path)


def test_one_form_for_two_entities_is_refused() -> None:
    two = [name_row("Delta Bureau", f"agency:us-{key}", "en") for key in ("one", "two")]
    with pytest.raises(KnowledgeError, match=r"agency:us-two.*Delta Bureau.*agency:us-one"):
        check.check_names(two)


def test_a_bare_code_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="too short"):
        check.check_names([name_row("DE", "state:DE", "en")])


def test_the_spelling_of_a_form_says_how_it_matches() -> None:
    assert name_row("FSB", "agency:ru-fsb", "*").exact_case
    assert name_row("FSB", "agency:ru-fsb", "*").role is NameRole.ABBREVIATION
    assert not name_row("Anssi", "agency:fr-anssi", "*").exact_case
    assert is_abbreviation("U.S.") and is_abbreviation("G7") and not is_abbreviation("L'Express")


def test_the_sectors_are_those_of_the_claim_guide() -> None:
    assert set(sectors.sectors()) == SECTORS
    for key, sector in sectors.sectors().items():
        assert len(sector.words.en) >= 10 and len(sector.words.fr) >= 9, key


@pytest.mark.parametrize(
    ("text", "language", "sector", "context"),
    [
        ("naval defence contractors", "en", "defence", NameContext.NONE),
        ("sous-traitants de la défense navale", "fr", "defence", NameContext.NONE),
        ("entités gouvernementales", "fr", "government", NameContext.NONE),
        ("nongovernmental organizations", "en", "civil-society", NameContext.NONE),
        ("maritime", "en", "maritime", NameContext.CUE),
        ("financière", "fr", "finance", NameContext.CUE),
    ],
)
def test_words_of_a_sector(text: str, language: str, sector: str, context: NameContext) -> None:
    rows = [
        n
        for n in own_entities.own_names()
        if n.type is EntityType.SECTOR and n.text == text and n.language == language
    ]
    assert [(n.entity, n.context) for n in rows] == [(f"sector:{sector}", context)]


def test_words_for_persons_and_offices_are_no_sectors_by_themselves() -> None:
    alone = {
        n.text
        for n in own_entities.own_names()
        if n.type is EntityType.SECTOR and n.context is NameContext.NONE
    }
    assert not alone & {"researchers", "individuals", "lawmakers", "press", "chercheurs", "presse"}


def test_enough_companies_organisations_products_and_places() -> None:
    assert len(schema.companies()) >= 200
    assert len(schema.organisations()) >= 120
    assert len(schema.products()) >= 120
    assert len(schema.places()) >= 100


@pytest.mark.parametrize(
    ("entity", "country"),
    [
        ("state:RU", "RU"),
        ("agency:uk-ncsc", "GB"),
        ("agency:eu-europol", None),
        ("agency:mn-space-agency", "MN"),
        ("organisation:de-bundestag", "DE"),
        ("organisation:wada", None),
        ("company:kaspersky", "RU"),
        ("place:shanghai", "CN"),
        ("group:apt31", None),
    ],
)
def test_the_country_of_an_entity(entity: str, country: str | None) -> None:
    assert facts.country_of(entity) == country


@pytest.mark.parametrize(
    ("publisher", "entity"),
    [
        ("The White House", "agency:us-white-house"),
        ("www.ncsc.gov.uk", "agency:uk-ncsc"),
        ("https://www.justice.gov/opa/pr", "agency:us-doj"),
        ("National Security Agency (NSA)", "agency:us-nsa"),
        (
            "Ministère de l’Europe et des Affaires étrangères",
            "agency:fr-ministry-of-foreign-affairs",
        ),
        ("Reuters", "company:reuters"),
        ("Un journal inconnu", None),
    ],
)
def test_a_publisher_is_recognised(publisher: str, entity: str | None) -> None:
    found = find_publisher(publisher)
    assert (found.id if found else None) == entity


def test_outlets_and_vendors() -> None:
    assert facts.is_outlet("company:washington-post") and not facts.is_outlet("company:crowdstrike")
    assert facts.is_vendor("company:crowdstrike") and not facts.is_vendor("company:solarwinds")


def test_all_names_of_all_files_are_loaded() -> None:
    kinds = {name.type for name in all_names.load_names()}
    assert {EntityType.STATE, EntityType.GROUP, EntityType.MALWARE, EntityType.INCIDENT} <= kinds


def test_no_name_is_an_article_or_a_preposition() -> None:
    words = {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "us",
        "it",
        "is",
        "as",
        "at",
        "by",
        "or",
        "and",
        "de",
        "la",
        "le",
        "les",
        "et",
        "du",
        "des",
        "un",
        "en",
        "au",
    }

    def matches(name: Name, word: str) -> bool:
        return name.text == word if name.exact_case else name.text.casefold() == word

    assert [n for n in own_entities.own_names() for word in words if matches(n, word)] == []


def test_the_fingerprint_is_a_digest_that_stays() -> None:
    first = all_names.data_fingerprint()
    all_names.data_fingerprint.cache_clear()
    assert first == all_names.data_fingerprint() and len(first) == 64
