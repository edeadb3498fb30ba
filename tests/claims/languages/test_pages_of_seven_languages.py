"""Constructions that pages in German, Spanish, Italian, Portuguese and Dutch have, each in sentences of its own."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed
from vidocq.claims import read
from vidocq.model import Document

READ: list[tuple[str, str, list[str]]] = [
    # Portuguese "a" is the preposition too.
    (
        "pt",
        "A Noruega impôs sanções a dois hackers chineses por um ciberataque.",
        ["located-in actor → state:CN", "sanctions state:NO → actor; 2 persons"],
    ),
    (
        "pt",
        "O Canadá aplicou sanções a Boris Lavrin por ciberataques.",
        ["sanctions state:CA → person:boris-lavrin"],
    ),
    # Onto whose list somebody is put.
    (
        "pt",
        "O Canadá adicionou a empresa Lunara Sistemas à sua lista de sanções por ciberataques.",
        ["sanctions state:CA → company:lunara-sistemas"],
    ),
    (
        "es",
        "Canadá añadió a la empresa Lunara Software a su lista de sanciones por ciberataques.",
        ["sanctions state:CA → company:lunara-software"],
    ),
    (
        "it",
        "Il Canada ha aggiunto la società Lunara Sistemi alla sua lista di sanzioni per attacchi informatici.",
        ["sanctions state:CA → company:lunara-sistemi"],
    ),
    (
        "nl",
        "Canada heeft de Russische hacker Igor Malin op zijn sanctielijst geplaatst wegens cyberaanvallen.",
        ["sanctions state:CA → person:igor-malin"],
    ),
    # Whose espionage it is.
    (
        "it",
        "Gli hacker lavoravano per l'agenzia di spionaggio di Teheran, secondo la Norvegia.",
        ["sponsored-by actor → agency:ir-agenzia-di-spionaggio by state:NO"],
    ),
    (
        "pt",
        "Os hackers trabalham para a agência de espionagem de Teerã, segundo a Noruega.",
        ["sponsored-by actor → agency:ir-agencia-espionagem by state:NO"],
    ),
    (
        "es",
        "Los ciberataques servían al espionaje de Teherán.",
        ["attributed-to incident → state:IR"],
    ),
    (
        "fr",
        "L'espionnage de Téhéran par la NSA a été révélé après une cyberattaque.",
        ["attributed-to incident → agency:us-nsa", "targets incident → state:IR"],
    ),
    # Who is spoken of in a quotation says nothing outside it; a name in quotation marks does.
    (
        "it",
        "«Avvertiamo il governo olandese», ha scritto su Telegram il gruppo Killnet, che ha attaccato il sito del Senato.",
        ["targets group:killnet → organisation:senato"],
    ),
    (
        "en",
        '"Killnet" said it had hacked the Norwegian parliament.',
        [
            "attributed-to incident → group:killnet by group:killnet",
            "targets incident → organisation:no-parliament by group:killnet",
        ],
    ),
    # The police, whose country nothing tells.
    (
        "it",
        "La polizia ha arrestato tre hacker russi per l'attacco informatico.",
        ["arrests agency:polizia → actor; 3 persons", "located-in actor → state:RU"],
    ),
    (
        "es",
        "La policía detuvo a tres hackers rusos por el ciberataque.",
        ["arrests agency:policia → actor; 3 persons", "located-in actor → state:RU"],
    ),
    (
        "pt",
        "A polícia deteve três hackers russos por ciberataques.",
        ["arrests agency:policia → actor; 3 persons", "located-in actor → state:RU"],
    ),
    (
        "fr",
        "La police a arrêté trois pirates informatiques russes pour la cyberattaque.",
        ["arrests agency:police → actor; 3 persons", "located-in actor → state:RU"],
    ),
    (
        "it",
        "Tre hacker sono finiti in manette in Spagna per un attacco informatico.",
        ["arrests state:ES → actor; 3 persons"],
    ),
    # Ambassadors.
    (
        "de",
        "Dänemark hat wegen des Cyberangriffs den russischen Botschafter geladen.",
        ["responds state:DK → state:RU"],
    ),
    (
        "de",
        "Dänemark hat wegen des Cyberangriffs den russischen Botschafter ins Außenministerium zitiert.",
        ["responds state:DK → state:RU"],
    ),
    (
        "nl",
        "Noorwegen beschuldigt Rusland van een hackaanval. Minister Berg heeft de Russische ambassadeur ontboden.",
        ["attributed-to incident → state:RU by state:NO", "responds state:NO → state:RU"],
    ),
    (
        "nl",
        "De Noorse inlichtingendienst heeft een hackaanval van de GRU verijdeld.",
        ["attributed-to incident → agency:ru-gru"],
    ),
    # Sums in other currencies.
    (
        "es",
        "Lazarus robó 500 millones de yenes en un ciberataque contra Bithumb.",
        [
            "affects incident → other:yen; 500000000 yen",
            "attributed-to incident → group:lazarus",
            "targets incident → company:bithumb",
        ],
    ),
    # Bodies.
    (
        "it",
        "La Polizia Postale, coordinata dal pool antifrode della Procura, ha arrestato un hacker per un attacco informatico.",
        ["arrests agency:it-postal-police → actor"],
    ),
    (
        "it",
        "Gli hacker hanno attaccato il ministero della Cultura e dei Trasporti.",
        ["targets actor → agency:it-ministero-della-cultura-e-dei-trasporti"],
    ),
    (
        "fr",
        "Une cyberattaque a visé le ministère de l'Enfance et des Sports.",
        ["targets incident → agency:ministere-enfance-sports"],
    ),
    (
        "en",
        "Hackers attacked the Ministry of Health and Siemens.",
        ["targets actor → agency:ministry-health", "targets actor → company:siemens"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), READ)
def test_what_pages_say(language: str, text: str, expected: list[str]) -> None:
    assert claimed(text, language) == expected


ADVICE = [
    ("en", "How to protect your shop from ransomware", "in the UK", "companies"),
    ("de", "So schützen Sie Ihren Laden vor Ransomware", "in Österreich", "Firmen"),
    ("es", "Cómo proteger su tienda del ransomware", "en España", "empresas"),
]


@pytest.mark.parametrize(("language", "title", "place", "firms"), ADVICE)
def test_general_advice_claims_nothing(language: str, title: str, place: str, firms: str) -> None:
    told = {
        "en": f"Ransomware attacks hit thousands of {firms} {place}. Train your staff against phishing.",
        "de": f"Ransomware-Angriffe treffen Tausende {firms} {place}. Schulen Sie Ihre Leute gegen Phishing.",
        "es": f"Los ataques de ransomware afectan a miles de {firms} {place}. Forme a su personal contra el phishing.",
    }[language]
    assert not read(Document.from_text(f"{title}\n\n{told}", language=language)).claims


def test_advice_that_names_an_attacker_is_read() -> None:
    text = "How to protect your shop from ransomware\n\nKillnet hacked the Norwegian parliament."
    assert read(Document.from_text(text, language="en"), rules_only=True).claims
