"""Names in German, Spanish, Italian, Portuguese and Dutch: one file a language, checked and inflected."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vidocq.knowledge import languages, schema
from vidocq.knowledge.all_names import demonyms, known_ids, names_in
from vidocq.knowledge.facts import label_in
from vidocq.knowledge.languages import (
    Adjectives,
    LanguageFile,
    agreement,
    further_languages,
    language_file,
    spelled_out,
    with_adjective,
)
from vidocq.knowledge.name import Name, NameRole
from vidocq.knowledge.publishers import find_publisher
from vidocq.knowledge.schema import KnowledgeError
from vidocq.knowledge.sectors import sector_heads
from vidocq.knowledge.translated import check_language, names_of


@cache
def rows(language: str) -> dict[str, list[Name]]:
    """The names of a language by their text in small letters."""
    found: dict[str, list[Name]] = {}
    for name in names_of(language):
        found.setdefault(name.text.casefold(), []).append(name)
    return found


@pytest.mark.parametrize("language", further_languages())
def test_a_file_names_only_what_the_others_know(language: str) -> None:
    check_language(language, known_ids())
    assert {name.language for name in names_in(language)} == {language}


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("de", "Bundesnachrichtendienst", "agency:de-bnd"),
        ("de", "Bundesnachrichtendienstes", "agency:de-bnd"),
        ("de", "Verfassungsschutz", "agency:de-bfv"),
        ("de", "Auswärtigen Amt", "agency:de-foreign-office"),
        ("de", "russische Militärgeheimdienst", "agency:ru-gru"),
        ("de", "russischen Verteidigungsministeriums", "agency:ru-ministry-of-defence"),
        ("de", "US-Justizministerium", "agency:us-doj"),
        ("de", "chinesisches Außenministerium", "agency:cn-mfa"),
        ("de", "Russlands", "state:RU"),
        ("es", "Servicio Federal de Seguridad", "agency:ru-fsb"),
        ("es", "Ministerio ruso de Defensa", "agency:ru-ministry-of-defence"),
        ("es", "Ministerio de Exteriores alemán", "agency:de-foreign-office"),
        ("es", "Ministerio de Seguridad del Estado", "agency:cn-mss"),
        ("es", "Departamento de Justicia", "agency:us-doj"),
        ("es", "inteligencia militar rusa", "agency:ru-gru"),
        ("es", "EE. UU.", "state:US"),
        ("es", "norcoreanas", "state:KP"),
        ("it", "servizi segreti russi", "agency:ru-intelligence-services"),
        ("it", "ministero degli Esteri cinese", "agency:cn-mfa"),
        ("it", "Farnesina", "agency:it-farnesina"),
        ("it", "Polizia postale", "agency:it-postal-police"),
        ("it", "tedesche", "state:DE"),
        ("it", "Cremlino", "state:RU"),
        ("pt", "Ministério da Defesa russo", "agency:ru-ministry-of-defence"),
        ("pt", "Polícia Judiciária", "agency:pt-pj"),
        ("pt", "Guarda Revolucionária", "agency:ir-irgc"),
        ("pt", "norte-coreanos", "state:KP"),
        ("pt", "alemães", "state:DE"),
        ("nl", "Algemene Inlichtingen- en Veiligheidsdienst", "agency:nl-aivd"),
        ("nl", "Russische militaire inlichtingendienst", "agency:ru-gru"),
        ("nl", "Chinese ministerie van Buitenlandse Zaken", "agency:cn-mfa"),
        ("nl", "China's", "state:CN"),
        ("nl", "VS", "state:US"),
    ],
)
def test_a_body_or_state_is_known_by(language: str, text: str, entity: str) -> None:
    assert {name.entity for name in rows(language)[text.casefold()]} == {entity}


@pytest.mark.parametrize(
    ("language", "word"),
    [
        *(("es", word) for word in ["granada", "lima", "reunión", "irá", "marina", "la", "ha"]),
        *(("pt", word) for word in ["ira", "reunião", "são", "marinha", "haia"]),
        *(("it", word) for word in ["riunione", "ue", "marina", "polizia", "stato"]),
        *(("de", word) for word in ["us", "marine", "island", "westen", "der"]),
        *(("nl", word) for word in ["om", "engel", "westen", "pool", "een"]),
    ],
)
def test_a_word_is_no_name(language: str, word: str) -> None:
    """A form in small letters alone is a name only where the file has it so."""
    found = [
        name
        for name in rows(language).get(word, [])
        if name.text == word or (not name.exact_case and name.role is NameRole.DEMONYM)
    ]
    assert found == []


def test_the_states_that_accuse_and_are_accused_most_have_adjectives_everywhere() -> None:
    for language in further_languages():
        known = language_file(language).states
        assert all(known[code].demonyms for code in ["US", "RU", "CN", "IR", "KP", "UA", "IL"])
        assert len(known) >= 90, language


def test_choices_are_spelled_out() -> None:
    assert spelled_out("Dienst(es)") == ("Dienst", "Dienstes")
    assert spelled_out("Weiße(s/n) Haus") == ("Weiße Haus", "Weißes Haus", "Weißen Haus")
    assert spelled_out("Ministerio (m) de Defensa") == ("Ministerio (m) de Defensa",)


def test_adjectives_agree() -> None:
    spanish, italian = (language_file(code).adjectives for code in ("es", "it"))
    assert agreement("alemán/alemana", spanish)["mp"] == ("alemanes",)
    assert agreement("iraní", spanish)["fp"] == ("iraníes",)
    assert agreement("tedesco/tedesca", italian)["mp"] == ("tedeschi",)
    assert agreement("greco/greca/greci/greche", italian)["fp"] == ("greche",)


def test_an_adjective_stands_where_the_language_puts_it() -> None:
    after = Adjectives(plurals={"m": {"": "s"}, "f": {"": "s"}})
    before = Adjectives(before_noun=True, oblique="en", endings={"n": ("es", "e")})
    assert list(with_adjective("Ministerio (m) de Defensa", "ruso/rusa", after)) == [
        "Ministerio ruso de Defensa",
        "Ministerio de Defensa ruso",
    ]
    assert list(with_adjective("Amt(s) (n)", "russisch", before)) == [
        "russisches Amt",
        "russische Amt",
        "russischen Amts",
    ]


def test_what_a_language_has_is_read_in_that_language_alone() -> None:
    assert "ruso" in demonyms("es") and "ruso" not in demonyms("en")
    assert "empresas" in sector_heads("es") and "empresas" not in sector_heads("en")
    assert label_in("agency:ru-fsb", "es") == "Servicio Federal de Seguridad"
    assert names_in("en") == () == names_in("fr")


def test_a_publisher_is_recognised_in_the_language_of_its_document() -> None:
    found = find_publisher("Policía Nacional", "es"), find_publisher("Verfassungsschutz", "de")
    assert [one.id if one else None for one in found] == ["agency:es-police", "agency:de-bfv"]
    assert find_publisher("Centro Criptológico Nacional") is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('names: {"agency:ru-okhrana": [Ojrana]}', ["xx.yaml", "agency:ru-okhrana"]),
        ("bodies: {ministry-of-magic: {forms: [Ministerio]}}", ["xx.yaml", "ministry-of-magic"]),
        ("exact: [Ojrana]", ["xx.yaml", "Ojrana", "exact"]),
        ("states: {RU: {nombres: [Rusia]}}", ["xx.yaml", "nombres"]),
    ],
)
def test_a_mistake_names_file_and_entry(
    content: str, says: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xx.yaml").write_text(content, encoding="utf-8")

    def read(_: str) -> LanguageFile:
        return schema.read("xx.yaml", LanguageFile, tmp_path)

    monkeypatch.setattr("vidocq.knowledge.translated.language_file", read)
    monkeypatch.setattr("vidocq.knowledge.translated.territories", lambda _: {"RU": "Rusia"})
    monkeypatch.setattr(languages, "FOLDER", ".")
    with pytest.raises(KnowledgeError) as error:
        check_language("xx", frozenset())
    assert all(word in str(error.value) for word in says), str(error.value)


@pytest.mark.parametrize(
    ("language", "word", "entity"),
    [
        ("de", "rüstungsbetriebe", "sector:defence"),
        ("de", "telefonfirmen", "sector:telecommunications"),
        ("de", "finanzsektors", "sector:finance"),
        ("nl", "drinkwaterinstellingen", "sector:water"),
        ("nl", "halfgeleiderfabrikanten", "sector:technology"),
    ],
)
def test_a_compound_of_a_sector_is_that_sector(language: str, word: str, entity: str) -> None:
    assert entity in {name.entity for name in rows(language)[word]}


@pytest.mark.parametrize(
    ("language", "word"), [("de", "it-systeme"), ("de", "rüstungs"), ("nl", "computernetwerken")]
)
def test_what_a_sector_only_owns_is_no_sector(language: str, word: str) -> None:
    assert not any(name.entity.startswith("sector:") for name in rows(language).get(word, []))


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("nl", "fod binnenlandse zaken", "agency:be-ministry-of-interior"),
        ("nl", "eenheid 74455", "agency:ru-gru-74455"),
        ("de", "bundesamtes für kartografie und geodäsie", "agency:de-bkg"),
        ("de", "hauptzentrum für spezialtechnologien", "agency:ru-gru-74455"),
    ],
)
def test_bodies_bear_the_names_that_the_press_gives_them(
    language: str, text: str, entity: str
) -> None:
    assert entity in {name.entity for name in rows(language)[text]}
