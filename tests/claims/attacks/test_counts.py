"""What a number counts: how much data is no number of organisations, in any language."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.model import Document


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        (
            "en",
            "LockBit hacked the port of Lisbon and stole 313 gigabytes of data.",
            313,
            "gigabytes",
        ),
        (
            "es",
            "El grupo RansomHub se atribuyó el ciberataque y afirmó haber robado 313 gigabytes de datos.",
            313,
            "gigabytes",
        ),
        (
            "fr",
            "LockBit a revendiqué la cyberattaque contre la mairie et affirme avoir volé 40 gigaoctets de données.",
            40,
            "gigabytes",
        ),
    ],
)
def test_how_much_was_taken_is_told_in_bytes(
    language: str, text: str, value: int, unit: str
) -> None:
    claims = read(Document.from_text(text, language=language)).claims
    told = {(c.count.value, c.count.unit) for c in claims if c.count is not None}
    assert told == {(value, unit)}


def test_bodies_are_still_counted_as_bodies() -> None:
    text = "Hackers of the Lazarus Group breached 30 hospitals in a ransomware attack."
    claims = read(Document.from_text(text, language="en")).claims
    assert (30, "organizations") in {
        (c.count.value, c.count.unit) for c in claims if c.count is not None
    }
