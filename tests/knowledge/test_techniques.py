"""Methods of attack and the words for them."""

from __future__ import annotations

import re

import pytest

from vidocq.knowledge.galaxy_names import fold
from vidocq.knowledge.name import NameContext
from vidocq.knowledge.techniques import load_technique_names, technique, techniques


def ids_of(text: str, language: str) -> set[str]:
    return {
        name.entity
        for name in load_technique_names()
        if fold(name.text) == fold(text) and name.language == language
    }


def test_there_are_enough_and_each_stands_once() -> None:
    ids = [entry.id for entry in techniques()]
    assert len(ids) >= 80
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"technique:[a-z][a-z-]+", identifier) for identifier in ids)


def test_attack_numbers_have_their_form() -> None:
    for entry in techniques():
        assert entry.attack is None or re.fullmatch(
            r"T\d{4}(\.\d{3})?|TA\d{4}|T0\d{3}", entry.attack
        )


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("phishing", "en", "technique:phishing"),
        ("hameçonnage", "fr", "technique:phishing"),
        ("spear-phishing", "en", "technique:spear-phishing"),
        ("DDoS attacks", "en", "technique:ddos"),
        ("attaque par déni de service", "fr", "technique:ddos"),
        ("credential harvesting", "en", "technique:credential-theft"),
        ("rançongiciel", "fr", "technique:ransomware"),
        ("crypto-jacking", "en", "technique:crypto-jacking"),
        ("extortion", "en", "technique:extortion"),
    ],
)
def test_words_of_both_languages(text: str, language: str, expected: str) -> None:
    assert ids_of(text, language) == {expected}


def test_an_everyday_form_needs_a_cue() -> None:
    contexts = {fold(name.text): name.context for name in load_technique_names()}
    assert contexts["watering hole"] is NameContext.CUE
    assert contexts["extortion"] is NameContext.CUE
    assert contexts["phishing"] is NameContext.NONE


def test_a_cue_form_is_one_of_the_forms() -> None:
    for entry in techniques():
        assert set(entry.cue) <= {*entry.en, *entry.fr}, entry.id


def test_the_attack_number_is_kept_as_a_field() -> None:
    phishing = technique("technique:phishing")
    assert phishing is not None
    assert phishing.attack == "T1566"
    assert technique("technique:none") is None


def test_names_of_attack_have_several_words_and_their_source() -> None:
    names = [n for n in load_technique_names() if n.source.startswith("misp-galaxy")]
    assert len(names) > 30
    assert all(" " in fold(n.text) and n.context is NameContext.CAPITALISED for n in names)
