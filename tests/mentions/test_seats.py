"""Places by whose name a bloc speaks: Brussels that accuses is the European Union, Brussels where servers stand is a city."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.language.compile import load_pack
from vidocq.mentions.names import find_names, name_index
from vidocq.mentions.seats import seated
from vidocq.mentions.weak import settle
from vidocq.model import Document, Predicate


def names(text: str, language: str) -> set[str]:
    pack = load_pack(language)
    hits = settle(text, find_names(text, name_index(language)), pack)
    return {hit.entity for hit in seated(text, hits, pack)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Brussels accused China of the Exchange hack.", "en"),
        ("Washington and Brussels have accused China of the Exchange hack.", "en"),
        ("Bruxelles relie le piratage d'Exchange au groupe APT31.", "fr"),
        ("Brüssel wirft China vor, den Server gehackt zu haben.", "de"),
        ("Bruselas acusó a China del ciberataque.", "es"),
        ("Brussel beschuldigt China van de hack.", "nl"),
        ("Bruxelles accusa la Cina di aver violato i server.", "it"),
        ("Bruxelas acusou a China do ciberataque.", "pt"),
    ],
)
def test_where_it_speaks_the_bloc_is_meant(text: str, language: str) -> None:
    assert "bloc:eu" in names(text, language)
    assert "place:brussels" not in names(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hackers broke into servers in Brussels and stole files.", "en"),
        ("BRUSSELS - Hackers broke into a server.", "en"),
        ("Brussels, where the servers stand, was not hit by malware.", "en"),
        ("Les pirates ont visé des serveurs à Bruxelles.", "fr"),
        ("Belgium was hacked in 2021. Brussels accused China of the attack.", "en"),
    ],
)
def test_elsewhere_and_where_the_state_is_spoken_of_it_is_the_city(
    text: str, language: str
) -> None:
    assert "place:brussels" in names(text, language)
    assert "bloc:eu" not in names(text, language)


def test_the_bloc_is_who_says_so_and_its_servers_are_not_the_accused_ones() -> None:
    claims = read(
        Document.from_text("Brussels accused China of hacking its servers.", language="en"),
        rules_only=True,
    ).claims
    blamed = [c for c in claims if c.predicate is Predicate.ATTRIBUTED_TO]
    assert [c.object.id for c in blamed if c.object] == ["state:CN"]
    assert {claimant.id for c in blamed for claimant in c.claimants} == {"bloc:eu"}
    assert all(c.object and c.object.id != "state:CN" for c in claims if c not in blamed)
