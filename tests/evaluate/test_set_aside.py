"""The rule that sets a third of the gold aside, and the figures by group with their intervals."""

from __future__ import annotations

import msgspec

from tests.evaluate.test_figures import GRU, LONDON, blames
from vidocq.evaluate import Part, Row, bootstrap_intervals, evaluate, is_set_aside, part_of


def rows(number: int, accused: dict[str, str], **fields: str) -> dict[str, Row]:
    """So many documents with one claim each."""
    return {
        f"{accused['id']}-{n}": msgspec.convert(
            {"doc": f"{accused['id']}-{n}", "claims": [blames(accused)]} | fields, Row
        )
        for n in range(number)
    }


def test_the_rule_is_that_of_the_gold() -> None:
    """Three divides the SHA-256 of "wheat" (de6c33…) and not that of "notpetya"."""
    assert is_set_aside("wheat") and not is_set_aside("notpetya")


def test_the_parts_are_a_third_and_the_rest() -> None:
    every = rows(900, GRU)
    aside, rest = part_of(every, Part.SET_ASIDE), part_of(every, Part.OPEN)
    assert aside.keys() | rest.keys() == every.keys()
    assert not aside.keys() & rest.keys()
    assert 250 < len(aside) < 350


def test_a_style_has_its_own_figure_and_interval() -> None:
    gold = rows(20, GRU, style="vendor") | rows(20, LONDON, style="news")
    predicted = {doc: row for n, (doc, row) in enumerate(gold.items()) if n % 4 or n >= 20}
    scored = evaluate(gold, predicted)
    assert scored.figures.by["style news"].f1 == 1.0
    assert scored.figures.by["style vendor"].recall == 0.75
    intervals = bootstrap_intervals(scored.tallies)
    assert (intervals["style news"].low, intervals["style news"].high) == (1.0, 1.0)
    assert intervals["style vendor"].low < 6 / 7 < intervals["style vendor"].high < 1


def test_a_gold_without_styles_has_no_figure_for_them() -> None:
    by = evaluate(rows(2, GRU, language="fr"), {}).figures.by
    assert set(by) == {"attributed-to", "language fr"}
