"""Names and parts that are easily mistaken: initials, a firm's trade, a band's noun, coins, police, towns, abbreviations."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.model import Claim, Document, Predicate


def found(text: str, language: str = "en") -> tuple[Claim, ...]:
    return read(Document.from_text(text, language=language)).claims


def objects(text: str, predicate: Predicate, language: str = "en") -> set[str]:
    """Whom or what the claims of a text with this predicate are about."""
    return {c.object.id for c in found(text, language) if c.predicate is predicate and c.object}


def subjects_and_objects(text: str, language: str = "en") -> set[str]:
    return {r.id for c in found(text, language) for r in (c.subject, c.object) if r is not None}


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        (
            "en",
            "Mark Alan Webster and Thomas P. Lind were charged with hacking the brokerage.",
            "person:thomas-p-lind",
        ),
        ("en", "J. D. Harmon hacked the bank, prosecutors said.", "person:j-harmon"),
        (
            "fr",
            "Le pirate Jean P. Moreau a été inculpé pour avoir piraté la banque de Lyon.",
            "person:jean-p-moreau",
        ),
        (
            "es",
            "El pirata informático Juan P. Molina fue acusado de hackear el banco.",
            "person:juan-p-molina",
        ),
        (
            "it",
            "L'hacker Marco T. Bianchi è stato arrestato per aver violato i server della banca.",
            "person:marco-t-bianchi",
        ),
    ],
)
def test_an_initial_is_part_of_the_name(language: str, text: str, person: str) -> None:
    assert person in objects(text, Predicate.ATTRIBUTED_TO, language)


def test_the_noun_in_small_letters_is_no_part_of_a_bands_name() -> None:
    text = "The Qilin ransomware gang has claimed the cyberattack on Northfield Dental."
    assert objects(text, Predicate.ATTRIBUTED_TO) == {"group:qilin"}
    text = "The Sandworm Team hit Ukraine. Sandworm used NotPetya."
    assert "group:sandworm" not in subjects_and_objects(text)


def test_a_letter_at_the_end_of_a_sentence_is_no_initial() -> None:
    text = (
        "ENTSO-E. The association disclosed that it had been hacked. Hackers broke into its mail."
    )
    assert not any("the-association" in i for i in subjects_and_objects(text))


def test_what_a_firm_does_is_no_part_of_its_name() -> None:
    text = "The Akira gang claimed an attack on Hartmann car parts supplier."
    assert objects(text, Predicate.TARGETS) == {"company:hartmann"}
    text = "Hackers attacked a Boise power plant operator in May."
    assert "company:boise" not in subjects_and_objects(text)


def test_the_healthcare_company_is_the_one_that_was_hit() -> None:
    text = "The Akira gang attacked Northwind Foods. The food company suffered a ransomware attack in April, it said."
    assert objects(text, Predicate.TARGETS) == {"company:northwind-foods"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Hackers stole $1.5 billion in Ether from Bybit in February, and the FBI blamed North Korea for the heist.",
        ),
        ("fr", "Des pirates ont volé 40 millions de dollars en Ether à Bybit."),
        (
            "de",
            "Hacker stahlen Bitcoin und Ether im Wert von 40 Millionen Dollar von der Börse Bybit.",
        ),
        ("es", "Los piratas informáticos robaron 40 millones de dólares en Ether a Bybit."),
        ("it", "Gli hacker hanno rubato 40 milioni di dollari in Ether a Bybit."),
        ("pt", "Hackers roubaram 40 milhões de dólares em Ether da Bybit."),
        ("nl", "Hackers stalen 40 miljoen dollar aan Ether van Bybit."),
    ],
)
def test_coins_are_no_firm(language: str, text: str) -> None:
    assert objects(text, Predicate.TARGETS, language) == {"company:bybit"}


def test_who_charges_is_no_author() -> None:
    text = (
        "Hacker charged over break-in at college\n\n"
        "Attorney General Rob Lane charged Ivan Petrov with hacking into Dunmore College."
    )
    assert objects(text, Predicate.ATTRIBUTED_TO) == {"person:ivan-petrov"}


def test_whose_records_were_read_is_no_author() -> None:
    text = "The University of Westfield confirmed that it was the victim of a cyber incident, and that students' records may have been accessed."
    assert not objects(text, Predicate.ATTRIBUTED_TO)


def test_an_operation_of_the_police_is_no_band() -> None:
    text = "Operation Endgame took down 300 servers, Europol said on Friday. The operation targeted Bumblebee and Trickbot."
    assert "group:operation-endgame" not in objects(text, Predicate.ATTRIBUTED_TO)


def test_the_town_in_a_bodys_name_is_hit_once() -> None:
    text = "In May, the city of Oakvale was hit by a ransomware attack that encrypted servers and knocked the 911 system offline."
    assert objects(text, Predicate.TARGETS) == {"organisation:city-oakvale"}


def test_a_county_is_a_body_and_no_firm() -> None:
    text = "Harrow County was hit by a ransomware attack on Monday, its county manager Dana Ellis said."
    assert objects(text, Predicate.TARGETS) == {"organisation:harrow-county"}


def test_the_campaign_of_a_person_is_no_attack_of_his() -> None:
    text = "Hackers linked to Iran broke into the campaign of Ada Quill, the FBI said."
    assert "person:ada-quill" not in objects(text, Predicate.ATTRIBUTED_TO)


def test_who_investigates_is_not_hit() -> None:
    text = (
        "The Norwegian Police said that Sandworm had broken into the country's parliament in May."
    )
    assert objects(text, Predicate.TARGETS) == {"organisation:no-parliament"}
    text = "Mandiant's analysis found that UNC1151 has hit 14 banks in 9 countries."
    assert "company:mandiant" not in objects(text, Predicate.TARGETS)
