"""Of each error, what kind it is: one claim of the gold, one that was read, and the word for it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.evaluate.test_figures import GRU, LONDON, NOTPETYA, RUSSIA, blames, row
from vidocq.evaluate import ErrorKind, Finding, find_errors

KYIV = {"type": "state", "text": "Ukraine", "id": "state:UA"}
HACKED = "Russia hit Ukraine with NotPetya, London says."


def errors(gold: list[Mapping[str, object]], read: list[Mapping[str, object]]) -> list[Finding]:
    return list(find_errors(row(*gold), row(*read)))


def hits(victim: Mapping[str, str], **fields: object) -> dict[str, object]:
    return {"predicate": "targets", "subject": NOTPETYA, "object": victim, "quote": HACKED} | fields


@pytest.mark.parametrize(
    ("gold", "read", "kind", "differs"),
    [
        (blames(GRU), blames(GRU, polarity="denied"), ErrorKind.POLARITY, {"polarity"}),
        (blames(GRU, claimants=[LONDON]), blames(GRU), ErrorKind.CLAIMANT, {"claimants"}),
        (blames(GRU, likelihood="likely"), blames(GRU), ErrorKind.DETAIL, {"likelihood"}),
        (blames(GRU), blames(GRU, predicate="condemns"), ErrorKind.PREDICATE, {"predicate"}),
        (blames(GRU), blames(RUSSIA), ErrorKind.NAME, {"object"}),
        (
            blames(RUSSIA, claimants=[LONDON]),
            blames(LONDON, claimants=[RUSSIA]),
            ErrorKind.ROLE,
            {"object", "claimants"},
        ),
        (hits(RUSSIA), blames(RUSSIA, quote=HACKED), ErrorKind.ROLE, {"predicate"}),
        (
            hits(KYIV, subject=RUSSIA),
            hits(RUSSIA, subject=KYIV),
            ErrorKind.ROLE,
            {"subject", "object"},
        ),
    ],
)
def test_a_claim_half_right_is_one_error_that_says_what_is_wrong(
    gold: Mapping[str, object], read: Mapping[str, object], kind: ErrorKind, differs: set[str]
) -> None:
    (found,) = errors([gold], [read])
    assert (found.kind, found.differs) == (kind, differs)
    assert found.gold is not None and found.predicted is not None


def test_a_claim_of_another_passage_is_another_matter() -> None:
    elsewhere = blames(LONDON, quote="Moscow pointed at the British in return.")
    assert [f.kind for f in errors([blames(GRU)], [elsewhere])] == [
        ErrorKind.SPURIOUS,
        ErrorKind.MISSED,
    ]


def test_what_was_read_right_is_no_error() -> None:
    assert errors([blames(GRU), hits(KYIV)], [hits(KYIV), blames(GRU)]) == []


def test_each_claim_stands_in_one_error_and_the_likest_pair_is_taken() -> None:
    found = errors([blames(GRU)], [blames(RUSSIA), blames(GRU, polarity="denied")])
    assert [f.kind for f in found] == [ErrorKind.POLARITY, ErrorKind.SPURIOUS]


def test_a_document_that_was_not_read_is_missed() -> None:
    (found,) = find_errors(row(blames(GRU)), {})
    assert (found.kind, found.predicted) == (ErrorKind.MISSED, None)
