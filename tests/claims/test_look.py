"""The first look never passes over what the reader would read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidocq.claims import read
from vidocq.claims.look import may_claim, text_may_claim
from vidocq.language.compile import languages, load_pack
from vidocq.mentions.glue import unglued
from vidocq.mentions.names import FIELD_NAMES, find_names, name_index
from vidocq.mentions.weak import settle
from vidocq.model import Document


def _goes_on(text: str, language: str) -> bool:
    """Whether the reader, beyond its look for names, goes on with a text."""
    index = name_index(language)
    scan = unglued(text, find_names(text, index), index)
    if scan.field:
        return True
    return any(hit.type in FIELD_NAMES for hit in settle(text, scan, load_pack(language)))


@pytest.mark.parametrize(
    "text",
    [
        "The city blamed the cyberattack on a gang.",
        "It was the Play gang, police said.",
        "Files were stolen by the gang of Hive.",
        "They stole the data of 300 patients.",
        "APT 31 did it, and Storm-0558 too; UNC2452 denied.",
        "CVE-2021-26855 was exploited.",
        "The group Velvet Panda did it.",
        "Les pirates d’Earth Krahang, un groupe chinois.",
        "compromise.\n\nOne of them knew.",
        "One day theHackers came.",
        "It was theGang of DarkSide, a rumour said.",
        "The list: " + "AmericanRescuePlanForAllOfUs " * 9 + "and theHackers.",
        "The → Čapek file, read by the Storm-0558 group.",
        "Researchers call it 海莲花 now.",
        "The phones were infected with Pegasus.",
        "They used Pegasus against journalists.",
        "Anonymous Attacks UK Bank",
        "Pegasus, a spyware, was sold.",
        "Cloud Atlas (alias Inception) est un groupe d’espionnage.",
    ],
)
def test_what_may_be_a_claim_is_let_through(text: str) -> None:
    assert text_may_claim(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister opened a school and thanked the teachers.",
        "District Judge One will play on Earth in August; the storm left a hive.",
        "Le président a reçu les maires de la région.",
        "McConnell and McCarthy met at the WhiteHouse on HealthCare.",
        "Президент принял мэров области 海莲花花.",
        "They were attacked by wolves near the road.",
        "",
    ],
)
def test_ordinary_words_are_passed_over(text: str) -> None:
    assert not text_may_claim(text)


def test_a_title_is_looked_at_too() -> None:
    report = Document.from_text("It was a quiet day.", title="Hackers strike")
    assert may_claim(report)


WORDS = (
    *("gang", "Play", "hive", "Hive", "One", "attack", "virus", "stole", "data", "the", "of", "de"),
    *("compromise", "Judge", "earth", "Earth", "Kasha", "Typhoon", "Velvet", "Panda", "fin", "FIN"),
    *("7", "APT", "31", "cyber", "hack", "records", "\n", ".", ",", "d’", "réseau", "l'", "_", "-"),
    *(
        "Storm-0558",
        "Salt",
        "REvil",
        "malware",
        "accessed",
        "files",
        "servers",
        "leak",
        "“",
        "group",
    ),
    *("Pegasus", "Anonymous", "infected", "with", "used", "against", "Attacks", "UK", "spyware"),
    *(", a", "is", "(alias Inception)", "spied", "usaron", "Pegasus contra", "infizierten", "mit"),
    *("→", "Čapek", "海莲花", "мэр", "²", "DarkSide", "LulzSec", "ransom", "Wizard", "Lockers"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "", "  "]))
def test_the_look_lets_through_whatever_the_reader_goes_on_with(
    words: list[str], between: str
) -> None:
    text = between.join(words)
    for language in languages():
        if _goes_on(text, language):
            assert text_may_claim(text)


def test_every_claim_of_our_texts_is_let_through(repository: Path) -> None:
    told = 0
    for path in sorted((repository / "examples").glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            document = Document.from_text(paragraph, language=path.name[:2])
            if read(document).claims:
                told += 1
                assert may_claim(document), paragraph
    assert told > 20


def test_no_claim_of_a_government_s_texts_is_lost(shared: Path) -> None:
    """Every sixteenth text; bench/corpus.py does all."""
    lost, passed_over = [], 0
    with gzip.open(shared / "corpus" / "white-house-2021-2022.jsonl.gz", "rt") as lines:
        for number, line in enumerate(lines):
            if number % 16:
                continue
            row = json.loads(line)
            document = Document.from_text(row["text"], title=row.get("title"), language="en")
            if not may_claim(document):
                passed_over += 1
                if _goes_on(document.text, "en") or _goes_on(document.title or "", "en"):
                    lost.append(row.get("title"))
    assert lost == []
    assert passed_over > 200
