"""Names that a report introduces: what the noun beside them says they are, wherever they stand."""

from __future__ import annotations

import pytest

from vidocq.language.compile import load_pack
from vidocq.mentions.introduced import SOURCE, introduce
from vidocq.mentions.names import find_names, name_index
from vidocq.mentions.weak import settle

INTRODUCED = {
    "We found that the Brasswillow group returned in May.": {"Brasswillow": "group"},
    "A cluster of activity we track as a threat group named Quillmoth hit banks.": {
        "Quillmoth": "group"
    },
    "They deployed a loader dubbed GhostNap. GhostNap runs in memory.": {"GhostNap": "malware"},
    "Rustpeck, a previously unknown backdoor written in C++, was found.": {"Rustpeck": "malware"},
    "Rustpeck: A backdoor associated with several actors.": {"Rustpeck": "malware"},
    "Rustpeck is a modular backdoor. Later, Rustpeck was dropped.": {"Rustpeck": "malware"},
    "It used malware families such as Tarnbell, DUSKPIN and Velvetoar.": {
        "Tarnbell": "malware",
        "DUSKPIN": "malware",
        "Velvetoar": "malware",
    },
    "The malware families (Tarnbell, Velvetoar) are old.": {},
    "Violet Quarrel (aka APT31) was active in May.": {"Violet Quarrel": "group"},
    "Brasswillow, a financially motivated group, sold the data.": {"Brasswillow": "group"},
}
NOT_INTRODUCED = [
    "An Android banking trojan was found.",
    "A Telegram group shared the Python backdoor.",
    "Several groups use ransomware. Mobile malware is on the rise.",
    "Maersk, a shipping group, was hit by ransomware.",
    "The Russian group was seen in March.",
]


def introduced(text: str) -> dict[str, str]:
    """The names that a text introduces, with their types."""
    pack = load_pack("en")
    hits = settle(text, find_names(text, name_index("en")), pack)
    found = introduce(text, hits, pack, dense=True)
    assert [h.start for h in found] == sorted(h.start for h in found)
    return {text[h.start : h.end]: h.type for h in found if h.source == SOURCE}


@pytest.mark.parametrize(("text", "names"), INTRODUCED.items())
def test_the_noun_beside_a_name_types_it(text: str, names: dict[str, str]) -> None:
    assert introduced(text) == names


@pytest.mark.parametrize("text", NOT_INTRODUCED)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert introduced(text) == {}


def test_a_name_is_known_throughout_the_text() -> None:
    text = "Rustpeck came back. The Rustpeck backdoor is new; we saw Rustpeck twice."
    hits = introduce(text, [], load_pack("en"), dense=True)
    assert [text[h.start : h.end] for h in hits] == ["Rustpeck"] * 3


def test_weak_nouns_count_only_in_a_text_of_the_field() -> None:
    text = "The Brasswillow group opened a shop."
    assert introduce(text, [], load_pack("en"), dense=False) == []
