"""States: every territory has its names, and no everyday word is one."""

from __future__ import annotations

import pytest

from vidocq.knowledge import schema
from vidocq.knowledge.name import Name, NameRole
from vidocq.knowledge.states import demonym_forms, state_names, territories


def found(text: str, language: str) -> list[Name]:
    """The names that ``text`` may be by its spelling, as the automaton decides it."""
    rows = []
    for name in state_names():
        if name.language not in ("*", language):
            continue
        same = name.text == text if name.exact_case else name.text.casefold() == text.casefold()
        lower = text == text.lower() and name.role is not NameRole.DEMONYM
        if same and not (lower and name.text != text):
            rows.append(name)
    return rows


def test_every_territory_has_a_name_in_both_languages() -> None:
    named = {(n.entity, n.language) for n in state_names() if n.role is not NameRole.DEMONYM}
    unnamed = {
        f"{code}-{language}"
        for language in ("en", "fr")
        for code in territories(language)
        if (f"state:{code}", language) not in named
    }
    # Names that a text can only mean otherwise: "la réunion", "Dominique", "Saint-Martin".
    assert unnamed <= {"RE-en", "MF-en", "MF-fr", "SX-fr"}


@pytest.mark.parametrize(
    ("text", "language", "entity", "role"),
    [
        ("China", "en", "state:CN", NameRole.NAME),
        ("PRC", "en", "state:CN", NameRole.ABBREVIATION),
        ("Beijing", "en", "state:CN", NameRole.CAPITAL),
        ("Chinese", "en", "state:CN", NameRole.DEMONYM),
        ("chinoises", "fr", "state:CN", NameRole.DEMONYM),
        ("Pékin", "fr", "state:CN", NameRole.CAPITAL),
        ("North Korean", "en", "state:KP", NameRole.DEMONYM),
        ("nord-coréenne", "fr", "state:KP", NameRole.DEMONYM),
        ("Royaume-Uni", "fr", "state:GB", NameRole.NAME),
        ("Kremlin", "fr", "state:RU", NameRole.GOVERNMENT),
        ("américaines", "fr", "state:US", NameRole.DEMONYM),
        ("US", "en", "state:US", NameRole.ABBREVIATION),
        ("Biden administration", "en", "state:US", NameRole.GOVERNMENT),
        ("Turkey", "en", "state:TR", NameRole.NAME),
        ("Taiwan", "en", "state:TW", NameRole.NAME),
        ("Cisjordanie", "fr", "state:PS", NameRole.NAME),
        ("Kosovo", "en", "state:XK", NameRole.NAME),
    ],
)
def test_a_state_is_known_by(text: str, language: str, entity: str, role: NameRole) -> None:
    assert [(n.entity, n.role) for n in found(text, language)] == [(entity, role)]


@pytest.mark.parametrize(
    ("word", "language"),
    [
        *(
            (word, "en")
            for word in [
                "us",
                "turkey",
                "polish",
                "jordan",
                "china",
                "chad",
                "guinea",
                "man",
                "jersey",
                "may",
            ]
        ),
        *(
            (word, "fr")
            for word in [
                "de",
                "la",
                "et",
                "le",
                "es",
                "us",
                "grenade",
                "maurice",
                "réunion",
                "chine",
                "damas",
            ]
        ),
        ("DE", "fr"),
        ("LA", "fr"),
        ("IN", "en"),
        ("IT", "en"),
        ("Dominique", "fr"),
        ("La réunion", "fr"),
    ],
)
def test_a_word_is_no_state(word: str, language: str) -> None:
    assert found(word, language) == []


def test_every_member_state_has_demonyms_in_french() -> None:
    without = [code for code, state in schema.states().items() if not state.fr.demonyms]
    assert len(schema.states()) - len(without) >= 190
    assert not {"US", "RU", "CN", "IR", "KP", "FR", "GB", "UA", "IL", "DE"} & set(without)


def test_demonyms_are_inflected() -> None:
    assert demonym_forms("chinois/chinoise", "fr") == ("chinois", "chinoise", "chinoises")
    assert demonym_forms("russe", "fr") == ("russe", "russes")
    assert demonym_forms("Russian", "en") == ("Russian", "Russians")
    assert demonym_forms("Finnish", "en") == ("Finnish",)


def test_at_least_eighty_capitals_are_named_in_both_languages() -> None:
    for language in ("en", "fr"):
        states = {
            n.entity for n in state_names() if n.role is NameRole.CAPITAL and n.language == language
        }
        assert len(states) >= 80
