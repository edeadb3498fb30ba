"""Not X but Y: whom a negated cleft clears, and who did it instead."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

NOT_BUT: Table = {
    "It was not Russia that hacked Sony, said the FBI, but North Korea.": [
        "attributed-to incident → state:KP by agency:us-fbi",
        "attributed-to incident → state:RU by agency:us-fbi; denied",
        "targets incident → company:sony by agency:us-fbi",
    ],
    "It was not Russia that was behind the hack of Sony but North Korea.": [
        "attributed-to incident → state:KP",
        "attributed-to incident → state:RU; denied",
        "targets incident → company:sony",
    ],
    "It was Russia that hacked Sony.": [
        "attributed-to incident → state:RU",
        "targets incident → company:sony",
    ],
}

PAS_MAIS: Table = {
    "Ce n'est pas la Russie qui a piraté Sony, mais la Corée du Nord, affirme le FBI.": [
        "attributed-to incident → state:KP by agency:us-fbi",
        "attributed-to incident → state:RU by agency:us-fbi; denied",
        "targets incident → company:sony by agency:us-fbi",
    ],
    "C'est la Russie qui a piraté Sony.": [
        "attributed-to incident → state:RU",
        "targets incident → company:sony",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(NOT_BUT))
def test_not_but(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(PAS_MAIS))
def test_pas_mais(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
