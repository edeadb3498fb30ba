"""What is only supposed is no claim."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("If Russia hacked the German parliament, sanctions will follow.", "en"),
        ("Unless Iran hacked Sony, nobody knows who did.", "en"),
        ("NATO asked whether Russia had hacked the German parliament.", "en"),
        ("In case Russia attacks NATO networks, the alliance will respond.", "en"),
        ("Si la Russie a piraté le Parlement allemand, des sanctions suivront.", "fr"),
    ],
)
def test_a_supposition_claims_nothing(text: str, language: str) -> None:
    assert claimed(text, language) == []


def test_what_a_supposition_takes_for_granted_stays() -> None:
    text = "It is unclear whether China was behind the hack of Microsoft Exchange."
    assert claimed(text, "en") == ["targets incident → product:microsoft-exchange"]
