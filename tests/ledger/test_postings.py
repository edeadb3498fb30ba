"""Which texts hold which word, in pieces that are joined."""

from __future__ import annotations

import pytest

from tests.ledger import reports as r
from vidocq.ledger import Ledger, pieces, postings
from vidocq.ledger.backend import reading
from vidocq.model import Reading

TEXTS = [
    (7, "A port in Brest", "Nobody says who hit the port."),
    (9, "", "A gang hit two ports, a firm says."),
    (12, "Pékin dément", "Pékin nie; l’attaque_du port"),
]


def _holding(words: list[postings.Listed], first: int, word: str, *, beginning: bool) -> set[int]:
    return {
        key
        for _, block in postings.blocks(words)
        for key in postings.keys_of(block, first, word, beginning=beginning)
    }


@pytest.mark.parametrize(
    ("word", "beginning", "keys"),
    [
        ("port", False, {7, 12}),
        ("port", True, {7, 9, 12}),
        ("says", False, {7, 9}),
        ("pekin", False, {12}),
        ("du", False, {12}),
        ("gangs", False, set()),
    ],
)
def test_a_word_leads_to_the_texts_that_hold_it(word: str, beginning: bool, keys: set[int]) -> None:
    words = list(postings.listed(TEXTS, 7))
    assert _holding(words, 7, word, beginning=beginning) == keys


def test_pieces_that_are_joined_tell_what_one_piece_would() -> None:
    parts = [TEXTS[:1], TEXTS[1:2], TEXTS[2:]]
    apart = [(part[0][0], postings.listed(part, part[0][0])) for part in parts]
    assert list(postings.joined(apart)) == list(postings.listed(TEXTS, 7))


def test_a_word_of_any_length_is_kept_by_its_beginning() -> None:
    long = "a" * 5000
    assert postings.drawn("", f"{long} port") == {"a" * postings.WORD_CHARACTERS, "port"}


def test_words_go_into_blocks_of_bounded_size() -> None:
    text = " ".join(f"word{number:05}" for number in range(5000))
    words = list(postings.listed([(1, "", text)], 1))
    blocks = list(postings.blocks(words))
    assert len(blocks) > 3
    assert [name for name, _ in blocks] == sorted(name for name, _ in blocks)
    assert [one for _, block in blocks for one in postings.opened(block)] == words


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        ([1] * 7, 0),
        ([1] * 8, 8),
        ([2000, *[1] * 8], 8),
        ([8, *[1] * 7, 500], 9),
        ([5000, *[600] * 8], 8),
        ([4096] * 9, 0),
        ([], 0),
    ],
)
def test_eight_pieces_of_one_size_or_smaller_become_one(texts: list[int], joined: int) -> None:
    at, told = 1, []
    for number in texts:
        told.append((at, at + number - 1, number))
        at += number
    assert len(pieces.to_join(told)) == joined
    assert list(pieces.to_join(told)) == told[len(told) - joined :]


def test_pieces_whose_keys_lie_too_far_apart_stay_apart() -> None:
    far = [(1 + number * 20_000, 1 + number * 20_000, 1) for number in range(8)]
    assert pieces.to_join(far) == ()


def test_many_small_recordings_are_found_and_make_few_pieces(ledger: Ledger) -> None:
    for number in range(20):
        text = r.document(f"Report {number} of the gang in port{number}.", id=f"n{number}")
        ledger.record([Reading(document=text)], extractor=r.EXTRACTOR)
    assert len(ledger.search("gang report", limit=50)) == 20
    assert len(ledger.search("port*", limit=50)) == 20
    for number in (0, 7, 8, 19):
        [hit] = ledger.search(f"port{number} gang")
        assert hit.document.name == f"n{number}"
    if ledger.backend.name == "postgresql":
        with reading(ledger.backend) as connection:
            number = connection.exec_driver_sql("SELECT count(*) FROM text_piece").scalar_one()
        assert number == 6  # two of eight texts, and four of one
