"""Who stands beside an attack and was not hit by it, who was arrested behind the verb, and denials in other words."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed

READ: list[tuple[str, str, list[str]]] = [
    # Whom an attack was reported to.
    (
        "es",
        "La clínica ha comunicado el ciberataque a la Guardia Civil y al Centro Criptológico Nacional.",
        [],
    ),
    ("it", "Il comune ha denunciato l'attacco informatico alla Polizia Postale.", []),
    ("pt", "A empresa comunicou o ataque informático à Polícia Federal.", []),
    # What the police undertake against attackers.
    (
        "es",
        "La Guardia Civil ha desarrollado una macro operación contra el cibercrimen en Cáceres y Badajoz.",
        [],
    ),
    ("pt", "A PJ desencadeou operação contra hackers.", []),
    (
        "pt",
        "A Polícia Judiciária realizou uma operação em Braga contra hackers que atacaram bancos.",
        ["targets actor → sector:finance"],
    ),
    (
        "de",
        "Bei einer Operation gegen Cyberkriminelle in Köln und Bonn wurden vier Männer festgenommen.",
        ["arrests state:DE → actor; 4 persons"],
    ),
    # Whom those who were hit criticise.
    ("pt", "Os hackers atacaram deputados críticos da China.", ["targets actor → sector:politics"]),
    (
        "it",
        "Gli hacker hanno attaccato deputati critici della Cina.",
        ["targets actor → sector:politics"],
    ),
    (
        "en",
        "APT31 hacked lawmakers critical of China.",
        ["attributed-to incident → group:apt31"],
    ),
    (
        "fr",
        "Les pirates ont visé des députés critiques de la Chine.",
        ["targets actor → sector:politics"],
    ),
    # A breach of law is none of data.
    (
        "it",
        "L'Italia è stata colpita da attacchi informatici. L'Italia condanna la violazione del diritto internazionale.",
        ["targets incident → state:IT"],
    ),
    (
        "es",
        "España sufrió un ciberataque. España condena la violación del derecho internacional por Rusia.",
        ["targets incident → state:ES"],
    ),
    # Who tells of a list of victims does not stand on it.
    (
        "pt",
        "O ataque informático do grupo LockBit fez várias vítimas. Entre as vítimas estavam a Petrobras, bancos e "
        "universidades, segundo apuração da TV Pirapora.",
        [
            "attributed-to incident → group:lockbit",
            "targets incident → company:petrobras by person:tv-pirapora",
            "targets incident → sector:education by person:tv-pirapora",
            "targets incident → sector:finance by person:tv-pirapora",
        ],
    ),
    # Whose other names they are.
    (
        "nl",
        "Microsoft schrijft de aanval toe aan Nobelium, een groep die ook wel Cozy Bear en The Dukes wordt genoemd.",
        [
            "attributed-to incident → group:nobelium by company:microsoft",
            "same-as group:nobelium → group:cozy-bear",
            "same-as group:nobelium → group:the-dukes",
        ],
    ),
    # A passive is said of the one after it.
    (
        "es",
        "Han sido detenidos tres hackers por la Policía Nacional.",
        ["arrests agency:es-police → actor; 3 persons"],
    ),
    (
        "it",
        "Sono stati arrestati tre hacker dalla Polizia Postale.",
        ["arrests agency:it-postal-police → actor; 3 persons"],
    ),
    (
        "es",
        "Fueron sancionados tres hackers por la UE.",
        ["sanctions bloc:eu → actor; 3 persons"],
    ),
    (
        "es",
        "Detenidos tres hackers por la Policía Nacional.",
        ["arrests agency:es-police → actor; 3 persons"],
    ),
    (
        "it",
        "Arrestato un hacker di 24 anni dalla Polizia Postale.",
        ["arrests agency:it-postal-police → actor"],
    ),
    ("it", "Smantellata la rete Snake, impiegata dal FSB per vent'anni.", []),
    # Words of charging and arresting.
    (
        "pt",
        "A Polícia Federal cumpriu três mandados de prisão contra hackers.",
        ["indicts agency:br-police → actor"],
    ),
    (
        "es",
        "La Fiscalía imputó a dos hackers por un ciberataque.",
        ["indicts agency:fiscalia → actor; 2 persons"],
    ),
    (
        "it",
        "La polizia ha arrestato il capobanda degli hacker.",
        ["arrests agency:polizia → actor"],
    ),
    # Adverbs, months and machines are no firms.
    ("es", "Posteriormente trabajó para el GRU tras el ciberataque.", []),
    ("nl", "Mede daarom werkt de hackersgroep voor Rusland.", ["sponsored-by actor → state:RU"]),
    (
        "de",
        "Über 200 PCs der Behörde wurden bei dem Cyberangriff lahmgelegt.",
        ["affects incident → other:pcs; about 200 systems"],
    ),
    # One body speaks once.
    (
        "es",
        "La Fiscalía acusó a dos hackers del ciberataque al banco Lunar.",
        [
            "attributed-to incident → actor by agency:fiscalia",
            "indicts agency:fiscalia → actor by organisation:fiscalia; 2 persons",
            "targets incident → company:lunar by organisation:fiscalia",
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), READ)
def test_who_is_told_beside_an_attack(language: str, text: str, expected: list[str]) -> None:
    assert claimed(text, language) == expected


ACCUSED = {
    "de": "Norwegen wirft China einen Cyberangriff auf sein Parlament vor.",
    "es": "Noruega acusó a China de un ciberataque contra su parlamento.",
    "it": "La Norvegia ha accusato la Cina di un attacco informatico contro il suo parlamento.",
    "pt": "A Noruega acusou a China de um ciberataque contra o seu parlamento.",
}


@pytest.mark.parametrize(
    ("language", "answer", "who"),
    [
        ("es", "La embajada china aseguró que las acusaciones carecen de base.", "cn-embajada"),
        ("es", "Pekín desestimó las afirmaciones.", "state:CN"),
        ("pt", "A China disse que a acusação não tem fundamento.", "state:CN"),
        ("it", "Pechino parla di accuse prive di fondamento.", "state:CN"),
        ("it", "Pechino ha rispedito al mittente le accuse.", "state:CN"),
        ("de", "China verwahrte sich gegen die Vorwürfe.", "state:CN"),
    ],
)
def test_denials_in_other_words(language: str, answer: str, who: str) -> None:
    found = [c for c in claimed(f"{ACCUSED[language]} {answer}", language) if "denied" in c]
    assert len(found) == 1
    assert found[0].startswith("attributed-to incident → state:CN by ")
    assert who in found[0]
