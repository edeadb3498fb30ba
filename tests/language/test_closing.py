"""The spelling of Dutch verb stems before endings."""

from __future__ import annotations

import pytest

from vidocq.language.closing import closed, join
from vidocq.language.compile import load_pack


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        *(("rak", "raak"), ("verstor", "verstoor"), ("bewer", "beweer"), ("del", "deel")),
        *(("zegg", "zeg"), ("pakk", "pak"), ("lev", "leef"), ("reiz", "reis")),
        *(("lever", "lever"), ("versleutel", "versleutel"), ("verbeter", "verbeter")),
        *(("meld", "meld"), ("dreig", "dreig"), ("gijzel", "gijzel")),
    ],
)
def test_closed_stem(stem: str, expected: str) -> None:
    assert closed(stem) == expected


@pytest.mark.parametrize(
    ("stem", "ending", "participle", "expected"),
    [
        ("rak", "t", False, "raakt"),
        ("rak", "en", False, "raken"),
        ("verwacht", "t", False, "verwacht"),
        ("antwoord", "d", True, "antwoord"),
        ("antwoord", "t", False, "antwoordt"),
        ("ontmantel", "d", True, "ontmanteld"),
    ],
)
def test_stem_with_ending(stem: str, ending: str, participle: bool, expected: str) -> None:
    assert join(stem, ending, participle) == expected


def test_the_dutch_pack_has_such_forms() -> None:
    words = load_pack("nl").words
    for form, lemma in (("verstoord", "verstoren"), ("geraakt", "raken"), ("beweert", "beweren")):
        assert lemma in words[form].lemmas
