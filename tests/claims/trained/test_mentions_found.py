"""What a sentence mentions is found as a mention, of its type and id, in Spanish and Portuguese."""

from __future__ import annotations

import pytest

from tests.claims.listening import listen


def mentioned(text: str, language: str) -> set[str]:
    return listen(text, language).ids


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        (
            "Ola de ciberataques en Lisboa y Madrid\n\nEl grupo LockBit robó datos de una clínica. "
            "Vodafone y Microsoft ya habían salido en su página.",
            "es",
            {"company:vodafone", "company:microsoft"},
        ),
        (
            "Onda de ciberataques\n\nO grupo LockBit roubou dados de uma clínica. "
            "A Vodafone e a Microsoft já tinham surgido na página.",
            "pt",
            {"company:vodafone", "company:microsoft"},
        ),
        (
            "Una pandilla informática cifró los servidores de la cervecera Bosquemar y del juzgado de Lorca, "
            "según el alguacil.",
            "es",
            {"company:bosquemar", "unnamed-actor:pandilla-informatica"},
        ),
        (
            "Hackers ao serviço de um actor estatal copiaram ficheiros da Controladoria-Geral da União "
            "e da siderúrgica Ferrovale.",
            "pt",
            {"unnamed-actor:actor-estatal", "company:ferrovale"},
        ),
        (
            "Ciberataque: la Unidad Central Operativa, el Tesoro y el Ministerio ecuatoriano de Defensa colaboran.",
            "es",
            {"agency:es-uco", "agency:us-treasury", "agency:ec-ministry-of-defence"},
        ),
        (
            "Ciberataque: a Controladoria-Geral da União, o Ministério da Defesa angolano e a National Crime Agency colaboram.",
            "pt",
            {"agency:br-cgu", "agency:ao-ministry-of-defence", "agency:uk-nca"},
        ),
        (
            "Los hackers entraron con credenciales válidas y correos de suplantación en telefónicas, municipalidades y oenegés.",
            "es",
            {
                *("sector:telecommunications", "sector:government", "sector:civil-society"),
                *("technique:valid-accounts", "technique:phishing"),
            },
        ),
        (
            "Os hackers entraram com credenciais válidas e e-mails maliciosos em televisões, repartições e empresas financeiras.",
            "pt",
            {
                *("sector:media", "sector:government", "sector:finance"),
                *("technique:valid-accounts", "technique:phishing"),
            },
        ),
        (
            "Vaga de ciberataques no Porto\n\nO grupo LockBit reclamou tudo. A Quimivale e a Lactovouga ficaram na lista.",
            "pt",
            {"company:quimivale", "company:lactovouga"},
        ),
        (
            "Ciberataque: entraron en la red de la policía de Paraguay.",
            "es",
            {"agency:py-policia"},
        ),
    ],
    ids=[
        "es names alone",
        "pt names alone",
        "es nouns",
        "pt nouns of before the spelling reform",
        "es bodies",
        "pt bodies",
        "es sectors and methods",
        "pt sectors and methods",
        "pt unknown names alone",
        "es police of a state",
    ],
)
def test_is_mentioned(text: str, language: str, ids: set[str]) -> None:
    assert ids <= mentioned(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Entraron en los computadores del banco. La policía sospecha de piratas prorrusos.", "es"),
        ("Entraram nos computadores do banco. A polícia suspeita de piratas russos.", "pt"),
    ],
)
def test_words_of_the_field_make_a_text_one_of_the_field(text: str, language: str) -> None:
    rest = " No hay más que contar." if language == "es" else " Nada mais há que contar."
    assert mentioned(text + rest * 20, language)
