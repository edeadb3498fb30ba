"""Texts whose attacks are none: shares of those who were asked, exercises, outages that only look like an attack."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed

SURVEYED = {
    "en": "Sixty-six percent of firms were hit by ransomware last year, the consultancy found.",
    "fr": "Une entreprise sur deux a subi une cyberattaque en 2023, selon le baromètre.",
    "de": "Jedes dritte Unternehmen wurde 2023 Opfer eines Cyberangriffs, ergab die Umfrage.",
    "es": "Una de cada tres empresas sufrió un ciberataque en 2023, según la encuesta.",
    "it": "Un'azienda su tre, il 33 per cento, ha subito un attacco informatico nel 2023, dice l'indagine.",
    "pt": "Uma em cada três empresas sofreu um ciberataque em 2023, segundo o inquérito.",
    "nl": "Eén op de drie bedrijven werd in 2023 getroffen door een cyberaanval, blijkt uit het onderzoek.",
}

PLAYED = {
    "en": "In the tabletop exercise hackers attacked a power plant in Ohio.",
    "fr": "Dans le scénario fictif, des pirates ont attaqué une centrale électrique en Alsace.",
    "de": "In der Cyberübung griffen Hacker ein Umspannwerk in Tirol an.",
    "es": "En el simulacro, unos piratas informáticos atacaron el puerto de Algeciras.",
    "it": "Nell'esercitazione gli hacker hanno attaccato una centrale elettrica in Puglia.",
    "pt": "No simulacro, piratas informáticos atacaram uma central elétrica em Sines.",
    "nl": "In de cyberoefening vielen hackers een energiecentrale in Zeeland aan.",
}

OUTAGES = {
    "en": "Airports and banks hit by a faulty update. Banks and hospitals were hit on Friday. The firm said it was not a cyberattack.",
    "fr": "Panne géante : aéroports et banques touchés. Des hôpitaux ont été touchés. Il ne s'agit pas d'une cyberattaque, dit l'entreprise.",
    "de": "Störung legt Banken lahm. Banken und Kliniken wurden am Freitag getroffen. Es handelt sich um keinen Cyberangriff, teilte die Firma mit.",
    "es": "Una avería golpea a los bancos. Bancos y hospitales se vieron afectados. No se trata de un ciberataque, dijo la empresa.",
}


@pytest.mark.parametrize("language", SURVEYED)
def test_shares_of_those_who_were_asked_tell_of_no_attack(language: str) -> None:
    assert claimed(SURVEYED[language], language) == []


@pytest.mark.parametrize("language", PLAYED)
def test_what_an_exercise_plays_was_not_done(language: str) -> None:
    assert claimed(PLAYED[language], language) == []


@pytest.mark.parametrize("language", OUTAGES)
def test_an_outage_that_is_said_to_be_no_attack_claims_nothing(language: str) -> None:
    assert claimed(OUTAGES[language], language) == []


def test_a_share_of_what_an_attack_hit_is_told() -> None:
    told = "The attack by the LockBit gang encrypted 60 percent of the servers of Brightwell Foods."
    assert any(c.startswith("attributed-to") for c in claimed(told, "en"))


def test_what_attacks_do_as_a_rule_was_not_done() -> None:
    assert claimed("Ransomware attacks often hit hospitals and schools.", "en") == []
    assert claimed("Kliniken werden häufig Opfer von Cyberangriffen.", "de") == []


def test_any_company_is_nobody() -> None:
    said = "When our people arrive at a company that has been hit by ransomware, they ask for its backups."
    assert not [c for c in claimed(said, "en") if "company:company" in c]
