"""What is only supposed, wanted or required claims nothing."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed


@pytest.mark.parametrize(
    "sentence",
    [
        "If Russia hacks the power grid, the alliance will answer.",
        "The minister asked whether China hacked the parliament.",
        "The directive requires banks to report cyberattacks on their systems.",
        "Unless APT28 attacks Estonia, nothing will change.",
    ],
)
def test_english_suppositions_claim_nothing(sentence: str) -> None:
    assert claimed(sentence, "en") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Si la Russie pirate le réseau électrique, l’alliance répondra.",
        "À moins que la Chine attaque l’Estonie, rien ne changera.",
    ],
)
def test_french_suppositions_claim_nothing(sentence: str) -> None:
    assert claimed(sentence, "fr") == []


def test_what_stands_beside_a_condition_is_claimed() -> None:
    sentence = "If sanctions fail, others will follow, but Russia hacked the German parliament."
    assert "attributed-to incident → state:RU" in claimed(sentence, "en")
