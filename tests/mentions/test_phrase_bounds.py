"""Where phrases begin and end: small words inside hyphened names, a people after a noun, participles after a verb of saying."""

from __future__ import annotations

import pytest

from vidocq.claims.reading import read_drafts
from vidocq.language.compile import load_pack
from vidocq.model import Document


def phrases(text: str, language: str) -> set[str]:
    """The words of the phrases of a text's first sentence."""
    document = Document.from_text(text, language=language)
    _, sentences, _ = read_drafts(document, load_pack(language))
    return {phrase.text for phrase in sentences[0].phrases}


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        (
            "Le centre hospitalier de Villeneuve-sur-Lot a subi une cyberattaque.",
            "fr",
            "centre hospitalier de Villeneuve-sur-Lot",
        ),
        ("The report names the data Peruvian spies stole from a bank.", "en", "Peruvian spies"),
        ("The firm hit by hackers says leaked data is old.", "en", "leaked data"),
        ("In 2023 Peruvian spies stole data from a bank.", "en", "Peruvian spies"),
        ("En 2019 hackers rusos robaron datos de un banco.", "es", "hackers rusos"),
    ],
)
def test_bounds(text: str, language: str, phrase: str) -> None:
    assert phrase in phrases(text, language)
