"""The same claims from the same text, whatever happened to its signs; known changes of claims from known changes of text.

The measure is that of `bench/robustness.py`: our examples and the open ones of the first
reports of our gold, in every language with a pack. What is read of a text as it stands is what must be read of it disturbed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from tests.claims.short_form import claimed
from vidocq.evaluate import is_set_aside
from vidocq.language.compile import languages


class Bench(NamedTuple):
    """The modules of the measure."""

    robustness: Any
    disturbances: Any
    metamorphic: Any


@pytest.fixture(scope="module")
def bench(repository: Path) -> Bench:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(repository / "bench"))
        import disturbances
        import metamorphic
        import robustness

        return Bench(robustness, disturbances, metamorphic)


@pytest.fixture(scope="module")
def texts(bench: Bench) -> list[Any]:
    return list(bench.robustness.documents())


# Name → the least share of claims still read, the greatest share of claims that are new, and the
# least number of claims in the texts that are changed: a share of nothing says nothing.
WANTED = {
    "straight quotation marks": (0.97, 0.02, 60),
    "curly quotation marks": (0.97, 0.02, 200),
    "guillemets": (0.97, 0.02, 200),
    "low quotation marks": (0.97, 0.02, 200),
    "plain apostrophes": (0.97, 0.02, 80),
    "curly apostrophes": (0.97, 0.02, 120),
    "lines of 72": (0.97, 0.02, 250),
    "lines of 45": (0.97, 0.02, 250),
    "lines of 72, Windows": (0.97, 0.02, 250),
    "Windows line ends": (0.97, 0.02, 250),
    "blank lines lost": (0.97, 0.02, 250),
    "unbreakable spaces": (0.97, 0.02, 250),
    "double spaces": (0.97, 0.02, 250),
    "headline in capitals": (0.96, 0.03, 250),
    "headline in title case": (0.96, 0.03, 250),
    "accents missing": (0.85, 0.04, 150),
    "accents decomposed": (0.97, 0.02, 150),
    "defanged names": (0.9, 0.1, 8),
    "OCR noise of 1 %": (0.74, 0.12, 250),
    "two states exchanged": (0.93, 0.05, 180),
    "other news after the headline": (0.97, 0.02, 250),
    "other news in the middle": (0.98, 0.02, 250),
    "other news at the end": (0.97, 0.02, 250),
}


@pytest.mark.parametrize("name", WANTED)
def test_claims_outlive_what_changes_none(bench: Bench, texts: list[Any], name: str) -> None:
    kept, new, claims = WANTED[name]
    found = bench.robustness.measure(texts, name)
    assert found.claims >= claims, "too few claims to say anything"
    assert found.share_kept >= kept, found.lost[:5]
    assert found.share_new <= new, found.new[:5]


def test_every_disturbance_has_its_figure(bench: Bench) -> None:
    assert set(WANTED) == {
        *bench.disturbances.DISTURBANCES,
        *bench.metamorphic.TRANSFORMATIONS,
    }


def test_only_texts_that_may_be_read_are(texts: list[Any]) -> None:
    """Every language with a pack; of our gold open reports."""
    assert {d.id[:2] for d in texts} == set(languages()) >= {"en", "fr"}
    gold = {d.id for d in texts if Path(d.source).parent.name == "docs"}
    assert len(gold) > 50 and not any(map(is_set_aside, gold))


def test_the_measure_sees_what_is_lost_and_what_is_new(bench: Bench, texts: list[Any]) -> None:
    """A text of other news keeps nothing; a claim more is one that is new."""
    some = texts[:12]
    emptied = [(msgspec.structs.replace(d, text="Rain fell."), _same) for d in some]
    nothing = bench.robustness.survival("emptied", some, emptied)
    assert nothing.claims > 20 and nothing.share_kept == 0.0
    more = "\n\nNorth Korea hacked Estonia, Kenya said.\n\nCuba hacked Malta and Chad with Emotet, Peru said."
    added = [(msgspec.structs.replace(d, text=d.text + more), _same) for d in some]
    assert bench.robustness.survival("added", some, added).share_new > 0.08
    unmoved = [(d, _same) for d in some]
    as_it_is = bench.robustness.survival("as it is", some, unmoved)
    assert (as_it_is.share_kept, as_it_is.share_new) == (1.0, 0.0)


def _same(claim: Any) -> Any:
    return claim


TEXT = "Iran \"hacked\" l'armée of Peru.com, it's said."
DISTURBED = {
    "straight quotation marks": TEXT,
    "curly quotation marks": "Iran “hacked” l'armée of Peru.com, it's said.",
    "guillemets": "Iran «\u00a0hacked\u00a0» l'armée of Peru.com, it's said.",
    "low quotation marks": "Iran „hacked“ l'armée of Peru.com, it's said.",
    "curly apostrophes": 'Iran "hacked" l’armée of Peru.com, it’s said.',
    "accents missing": "Iran \"hacked\" l'armee of Peru.com, it's said.",
    "headline in capitals": "IRAN \"HACKED\" L'ARMÉE OF PERU.COM, IT'S SAID.",
    "defanged names": "Iran \"hacked\" l'armée of Peru[.]com, it's said.",
}


@pytest.mark.parametrize("name", DISTURBED)
def test_a_disturbance_does_what_it_says(bench: Bench, name: str) -> None:
    import random

    disturb: Callable[[str, random.Random], str] = bench.disturbances.DISTURBANCES[name]
    assert disturb(TEXT, random.Random(1)) == DISTURBED[name]


def test_the_noise_wears_a_letter_in_a_hundred(bench: Bench) -> None:
    import random

    text = "the ministry said so in the report that it sent out on monday " * 200
    worn = bench.disturbances.worn_letters(text, random.Random(3))
    assert worn != text
    kept = sum(a == b for a, b in zip(text.split(), worn.split(), strict=True))
    share = 1 - kept / len(text.split())
    assert 0.015 < share < 0.06, "of words of some four letters about one in thirty"


def test_states_are_exchanged_under_all_their_names(bench: Bench) -> None:
    forms = bench.metamorphic.words().states["en"]
    text = "Washington accused Russian hackers; Russia and the United States talked. The Americans left Moscow."
    assert bench.metamorphic.exchange(text, forms, "US", "RU") == (
        "Moscow accused American hackers; the United States and Russia talked. The Russians left Washington."
    )


@pytest.mark.parametrize("language", sorted(languages()))
def test_not_turns_what_is_affirmed_into_what_is_denied(bench: Bench, language: str) -> None:
    pairs = list(bench.metamorphic.negations(language))
    assert len(pairs) >= 10
    for affirmed, denied in pairs:
        said = [c for c in claimed(affirmed, language) if c.startswith("attributed-to")]
        assert len(said) == 1 and "denied" not in said[0], affirmed
        (link, *_) = said[0].split(" by ")
        turned = [c for c in claimed(denied, language) if c.split("; ")[0].split(" by ")[0] == link]
        assert len(turned) == 1 and turned[0].endswith("; denied"), denied


def test_the_words_of_the_measure_are_there_for_every_language(bench: Bench) -> None:
    words = bench.metamorphic.words()
    for language in languages():
        assert len(words.paragraphs[language]) >= 3
        assert words.negations[language] and words.places[language]
        rows = words.states[language].values()
        assert len(rows) >= 5 and len({len(row) for row in rows}) == 1


def test_the_table_prints(bench: Bench, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    arguments = ["robustness.py", "--json", "--language", "en", "--only", "curly apostrophes"]
    monkeypatch.setattr("sys.argv", arguments)
    bench.robustness.main()
    (row,) = json.loads(capsys.readouterr().out)
    assert row["name"] == "curly apostrophes" and row["kept"] > 0
