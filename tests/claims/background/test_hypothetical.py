"""Attacks that a text speaks of and does not tell: what one guards against, what may be planned, what a journalist supposes."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed

GUARDED = {
    "en": "The council wants services that are resilient against cyberattacks by criminals and states.",
    "fr": "Le gouvernement veut protéger les hôpitaux contre les cyberattaques menées par des groupes criminels et des États.",
    "de": "Die Regierung will die Kliniken vor Cyberangriffen durch kriminelle Gruppen und Staaten schützen.",
    "es": "El Gobierno quiere proteger los hospitales frente a ciberataques de grupos criminales y Estados.",
    "it": "Il governo vuole proteggere gli ospedali da attacchi informatici condotti da gruppi criminali e Stati.",
    "pt": "O governo quer proteger os hospitais contra ciberataques de grupos criminosos e Estados.",
    "nl": "De regering wil ziekenhuizen beschermen tegen cyberaanvallen door criminele groepen en staten.",
}

PLANNED = {
    "en": "The minister said Russia may be planning a cyberattack on Denmark.",
    "fr": "La Russie pourrait préparer une cyberattaque contre la France, a averti le ministre.",
    "de": "Russland könnte einen Cyberangriff auf Deutschland planen, warnte der Minister.",
    "es": "Rusia podría estar planeando un ciberataque contra España, advirtió la ministra.",
    "it": "La Russia potrebbe preparare un attacco informatico contro l'Italia, ha avvertito il ministro.",
    "pt": "A Rússia pode estar a preparar um ciberataque contra Portugal, avisou a ministra.",
}

LED = {
    "en": "The working group on cyberattacks, led by the interior ministry of France, met on Monday.",
    "fr": "Le groupe de travail sur les cyberattaques, dirigé par la Maison-Blanche, s'est réuni lundi.",
    "es": "El grupo de trabajo sobre ciberataques, dirigido por la Casa Blanca, se reunió el lunes.",
    "it": "Il gruppo di lavoro sugli attacchi informatici, guidato dalla Casa Bianca, si è riunito lunedì.",
    "pt": "O grupo de trabalho sobre ciberataques, dirigido pela Casa Branca, reuniu-se na segunda-feira.",
}


@pytest.mark.parametrize("language", GUARDED)
def test_what_one_guards_against_was_not_done(language: str) -> None:
    assert claimed(GUARDED[language], language) == []


@pytest.mark.parametrize("language", PLANNED)
def test_what_may_be_planned_was_not_done(language: str) -> None:
    assert claimed(PLANNED[language], language) == []


@pytest.mark.parametrize("language", LED)
def test_who_leads_a_body_that_deals_with_attacks_made_none(language: str) -> None:
    assert claimed(LED[language], language) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The city is defending itself against the cyberattack by the LockBit gang on its schools.",
        "Russia planned and carried out a cyberattack on Denmark, the minister said.",
        "The campaign, led by Russia, hit ministries in Denmark with cyberattacks.",
    ],
)
def test_an_attack_that_was_made_is_told_beside_such_words(sentence: str) -> None:
    assert any(c.startswith("attributed-to") for c in claimed(sentence, "en"))


def test_who_helps_after_an_attack_is_no_author_of_it() -> None:
    sentence = (
        "Towns get help when answering a cyber incident, including experts from the FBI and CISA."
    )
    assert claimed(sentence, "en") == []


def test_a_journalist_in_a_transcript_asserts_nothing() -> None:
    asked = "Q    The hack of the Danish ministry was the work of Russia. So will you answer it?"
    told = "OFFICIAL:  The hack of the Danish ministry was the work of Russia."
    assert claimed(f"Press call\n\n{asked}", "en") == []
    both = claimed(f"Press call\n\n{asked}\n\n{told}", "en")
    assert any(c.startswith("attributed-to incident → state:RU") for c in both)


def test_deeds_of_others_are_not_those_of_whom_the_sentence_names() -> None:
    sentence = (
        "The plan builds on the work of the United States to protect its citizens,"
        " including a call to hold accountable nations that harbor cyber criminals."
    )
    assert claimed(sentence, "en") == []


def test_those_who_did_it_are_not_whom_they_hit() -> None:
    sentence = (
        "Norway wants those conducting attacks against Norwegians brought to justice,"
        " including those that conducted the ransomware attacks on Hydro and Visma."
    )
    assert not [c for c in claimed(sentence, "en") if c.startswith("attributed-to")]


def test_a_paper_is_no_person_that_a_state_backs() -> None:
    sentence = "She spoke in Oslo on the Cyber Defence Policy backed by Norway and on hackers."
    assert claimed(sentence, "en") == []
    backed = "Ivan Petrov, a hacker backed by Russia, broke into the Norwegian parliament."
    assert "sponsored-by person:ivan-petrov → state:RU" in claimed(backed, "en")
