"""Victims listed in a sentence of their own: "Among those affected were …", "Its victims include …"."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows
from vidocq.claims import read
from vidocq.claims.attacks.victims import victim_of_phrase
from vidocq.claims.discourse.memory import Memory
from vidocq.claims.sentence import parse
from vidocq.claims.syntax.layout import Sentence
from vidocq.language.compile import load_pack
from vidocq.mentions.names import find_names, name_index
from vidocq.mentions.weak import settle
from vidocq.model import Document, Reference

AMONG: Table = {
    "The hacking campaign has been attributed to Gallium. Its victims include telecom operators in Belgium, Cambodia and Vietnam.": [
        "attributed-to incident → group:gallium",
        "targets group:gallium → sector:telecommunications",
        "targets group:gallium → state:BE",
        "targets group:gallium → state:KH",
        "targets group:gallium → state:VN",
    ],
    "Hackers attacked several firms with malware. Among those affected were hospitals, banks and Norsk Hydro.": [
        "targets actor → company:norsk-hydro",
        "targets actor → sector:finance",
        "targets actor → sector:health",
    ],
    "The cyberattack hit Ukraine. Among its victims were also Maersk and Merck.": [
        "targets incident → company:maersk",
        "targets incident → company:merck",
        "targets incident → state:UA",
    ],
    "The cyberattack hit Ukraine. Among the winners of the day were hospitals and banks.": [
        "targets incident → state:UA",
    ],
    "The cyberattack hit Ukraine. Among its victims will be hospitals and banks.": [
        "targets incident → state:UA",
    ],
}

PARMI: Table = {
    "La campagne de piratage a été attribuée à Gallium. Parmi les victimes figurent des hôpitaux, des banques et le Sénat belge.": [
        "attributed-to incident → group:gallium",
        "targets incident → organisation:be-senat",
        "targets incident → sector:finance",
        "targets incident → sector:health",
    ],
    "Des pirates informatiques ont attaqué l'Ukraine avec un logiciel malveillant. Parmi les cibles, on trouve des banques et Saint-Gobain.": [
        "targets actor → company:saint-gobain",
        "targets actor → sector:finance",
        "targets actor → state:UA",
    ],
    "Le piratage a touché l'Ukraine. Parmi les invités figuraient des banques et Saint-Gobain.": [
        "targets incident → state:UA",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(AMONG))
def test_among(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(PARMI))
def test_parmi(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Hackers attacked the ministry. The server was bought by the bank, which found old devices in it.",
        ),
        (
            "en",
            "Hackers attacked the ministry. The building was sold to the bank, which found wires in it, or did not.",
        ),
    ],
)
def test_a_thing_that_a_pronoun_means_is_not_its_own_owner(language: str, text: str) -> None:
    """ "It" means the server, whose owner is sought behind it: where "it" stands."""
    read(Document.from_text(text, language=language))


def test_a_way_that_leads_back_to_where_it_began_leads_to_nobody() -> None:
    """ "The attackers' capability" may lead from the thing to the actors and back."""
    text = "Hackers attacked the networks of the ministry."
    pack = load_pack("en")
    sentence = parse(
        text, 0, len(text), settle(text, find_names(text, name_index("en")), pack), pack
    )
    (networks,) = [p for p, phrase in enumerate(sentence.phrases) if "network" in phrase.text]
    memory = Memory("en")
    found = victim_of_phrase(sentence, networks, memory)
    assert sentence.sought == set()
    sentence.sought.add(networks)
    assert victim_of_phrase(sentence, networks, memory) == []
    assert found == victim_of_phrase_again(sentence, networks, memory)


def victim_of_phrase_again(sentence: Sentence, p: int, memory: Memory) -> list[Reference]:
    sentence.sought.clear()
    return victim_of_phrase(sentence, p, memory)
