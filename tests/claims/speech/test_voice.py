"""In whose voice a document speaks: a firm under the name that it has in its own text, an office for its state, a paper for nobody."""

from __future__ import annotations

import pytest

from vidocq.claims.speech.voice import document_voice, vendor_of
from vidocq.model import Document


def report(publisher: str, text: str, language: str = "en") -> Document:
    return Document.from_text(text, language=language, publisher=publisher)


@pytest.mark.parametrize(
    ("publisher", "text", "language", "entity"),
    [
        ("Ferncliff Threat Notes", "Ferncliff saw it in May.", "en", "company:ferncliff"),
        ("Tern Security", "Tern Security saw it in May.", "en", "company:tern-security"),
        ("Tern Security", "It was seen in May.", "en", "company:tern-security"),
        ("Duhn Sohn Forensik", "Duhn & Sohn hat die Platten.", "de", "company:duhn-sohn"),
        ("Farol Seguranca", "A Farol viu tudo em maio.", "pt", "company:farol"),
    ],
)
def test_a_firm_is_called_what_its_own_text_calls_it(
    publisher: str, text: str, language: str, entity: str
) -> None:
    firm = vendor_of(report(publisher, text, language))
    assert firm is not None
    assert firm.id == entity


@pytest.mark.parametrize(
    "publisher",
    [
        "Harbour Courier",
        "Regional Office of Cyber Security",
        "Landesamt für Sicherheit Nordmark",
        "Agenzia per la sicurezza del porto",
    ],
)
def test_papers_and_offices_are_no_firms(publisher: str) -> None:
    assert vendor_of(report(publisher, f"{publisher} said it was hacked.")) is None


def test_what_a_firm_finds_is_said_by_the_firm() -> None:
    voice, _ = document_voice(report("Ferncliff Threat Notes", "Ferncliff found a new group."))
    assert voice is not None
    assert (voice.id, voice.text) == ("company:ferncliff", "Ferncliff")
    silent, _ = document_voice(report("Ferncliff Threat Notes", "A new group was found."))
    assert silent is None


@pytest.mark.parametrize(
    "publisher",
    [
        "Bundesamt für Sicherheit in der Informationstechnik",
        "Bundesamt Fuer Sicherheit In Der Informationstechnik",
        "Bundesamt fur Sicherheit in der Informationstechnik",
    ],
)
def test_an_office_is_known_however_its_letters_are_spelt(publisher: str) -> None:
    voice, _ = document_voice(report(publisher, "Es war ein Angriff.", "de"))
    assert voice is not None
    assert voice.id == "state:DE"
