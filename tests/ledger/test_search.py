"""Full text over documents and claims."""

from __future__ import annotations

import pytest

from tests.ledger import reports as r
from vidocq.ledger import Ledger
from vidocq.ledger.words import relevance, terms_of
from vidocq.model import Reading


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("exchange", {"statement", "dementi", "other"}),
        ("EXCHANGE hack", {"statement", "other"}),
        ("pekin", {"dementi"}),
        ("Pékin américaines", {"dementi"}),
        ('"high confidence"', {"statement"}),
        ('"confidence high"', set()),
        ("accus*", {"statement", "dementi"}),
        ("l'attaque", {"dementi"}),
        ("allies", {"statement"}),
        ("brest", {"weather"}),
        ("nowhere", set()),
        ('"', set()),
        ("OR", set()),
        ("NEAR(a b) - * : ^", set()),
    ],
)
def test_words_find_the_documents_that_hold_them_all(
    ledger: Ledger, words: str, found: set[str]
) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    assert {hit.document.name for hit in ledger.search(words)} == found


def test_a_hit_shows_the_place_and_the_claims_that_say_so(ledger: Ledger) -> None:
    ledger.record(r.ALL, extractor=r.EXTRACTOR)
    [hit] = ledger.search("Parliament Finland")
    assert "Parliament of Finland" in hit.snippet
    assert hit.passage.of(r.STATEMENT.text) == hit.snippet
    assert [one.claim.quote for one in hit.claims] == [r.FINLAND]


def test_the_better_match_comes_first(ledger: Ledger) -> None:
    filler = " ".join(["The weather was fine and nobody was attacked."] * 20)
    once = r.document(f"{filler} A word on ransomware. {filler}", id="once")
    often = r.document("Ransomware hits again. Ransomware gangs sell ransomware.", id="often")
    ledger.record([Reading(document=once), Reading(document=often)], extractor=r.EXTRACTOR)
    assert [hit.document.name for hit in ledger.search("ransomware")] == ["often", "once"]


def test_only_what_was_recorded_by_then_is_found(ledger: Ledger) -> None:
    ledger.record([r.OTHER_READ], extractor=r.EXTRACTOR)
    [stored] = ledger.claims()
    ledger.record([r.STATEMENT_READ], extractor=r.EXTRACTOR)
    assert len(ledger.search("exchange")) == 2
    assert [hit.document.name for hit in ledger.search("exchange", as_of=stored.recorded_at)] == [
        "other"
    ]
    assert ledger.search("exchange", as_of="2020-01-01") == []


def test_a_cyrillic_word_is_found_in_any_case(ledger: Ledger) -> None:
    text = r.document("МОСКВА отрицает, что стоит за атакой.", id="moscow")
    ledger.record([Reading(document=text)], extractor=r.EXTRACTOR)
    assert [hit.document.name for hit in ledger.search("москва")] == ["moscow"]


def test_signs_only_part_words() -> None:
    assert terms_of('APT-31 "high  confidence" accus* "') == [
        (("apt", "31"), False),
        (("high", "confidence"), False),
        (("accus",), True),
    ]


def test_relevance_is_nothing_without_every_term_and_grows_with_each() -> None:
    once = relevance("", "A gang hit a port.", terms_of("gang port"))
    assert 0 < once < relevance("", "A gang, a gang hit a port.", terms_of("gang port"))
    assert once < relevance("The gang", "A gang hit a port.", terms_of("gang port"))
    assert relevance("", "A gang hit an airport.", terms_of("gang port")) == 0
    assert relevance("", "A gang hit ports.", terms_of("port")) == 0
    assert relevance("", "A gang hit ports.", terms_of("port*")) > 0
    assert relevance("", "the_gang, high  confidence", terms_of('"high confidence" gang')) > 0


def test_an_old_text_is_found_however_many_newer_ones_hold_the_same_words(ledger: Ledger) -> None:
    phrase = r.document("They said of Brest that it was hit.", id="oldest")
    others = [r.document(f"Of it they said {n} words in Brest.", id=f"n{n}") for n in range(600)]
    ledger.record([Reading(document=one) for one in (phrase, *others)], extractor=r.EXTRACTOR)
    assert [hit.document.name for hit in ledger.search('"said of" brest')] == ["oldest"]
