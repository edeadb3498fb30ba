"""A pronoun that means several is never the one agency that speaks."""

from __future__ import annotations

import pytest

from tests.claims.short_form import Table, claimed, rows

THEY: Table = {
    "The SBU identified five hackers of the FSB and said they had hacked the Bundestag.": [
        "sponsored-by actor → agency:ru-fsb by agency:ua-sbu",
        "targets actor → organisation:de-bundestag by agency:ua-sbu",
    ],
    "Norway accused APT28 of espionage. The government said they had hacked the Bundestag.": [
        "attributed-to incident → group:apt28 by state:NO",
        "targets incident → organisation:de-bundestag by state:NO",
    ],
}


@pytest.mark.parametrize(("text", "expected"), rows(THEY))
def test_they(text: str, expected: list[str]) -> None:
    assert claimed(text, "en") == sorted(expected)
