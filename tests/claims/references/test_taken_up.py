"""What later words take up: "the actions" that were told of, an accusation that the accused answers in other words."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

DEEDS: Table = {
    "Canada condemned the cyberattacks on Norway, attributing the actions to APT29.": [
        "attributed-to incident → group:apt29 by state:CA",
        "condemns state:CA → incident",
        "targets incident → state:NO by state:CA",
    ],
}

_HACK = [
    "attributed-to incident → state:CN by state:NO",
    "targets incident → organisation:no-parliament by state:NO",
]
_PIRATAGE = [
    "attributed-to incident → state:CN by state:NO",
    "targets incident → organisation:no-parlement by state:NO",
]

DENIALS: Table = {
    'Norway blamed China for the hack of its parliament. "We have nothing to do with it," said the Chinese embassy.': [
        _HACK[0],
        "attributed-to incident → state:CN by organisation:cn-embassy; denied",
        _HACK[1],
    ],
    "Norway blamed China for the hack of its parliament. The embassy in Oslo is closed on Monday.": _HACK,
}

DEMENTIS: Table = {
    "La Norvège impute à la Chine le piratage de son Parlement. Pékin dément.": [
        "attributed-to incident → state:CN by state:CN; denied",
        *_PIRATAGE,
    ],
    "La Norvège impute à la Chine le piratage de son Parlement. La Chine, par la voix de son ambassadeur, répète qu'elle n'y est pour rien.": [
        "attributed-to incident → state:CN by state:NO",
        "attributed-to incident → state:CN; denied",
        _PIRATAGE[1],
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(DEEDS, DENIALS))
def test_what_is_taken_up(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), rows(DEMENTIS))
def test_ce_qui_est_repris(text: str, expected: list[str]) -> None:
    assert claimed(text, "fr") == sorted(expected)
