"""Claims of texts with signs that say nothing stand in the words of the text as it is."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claimed, claims

REPORT = {
    "en": "The cyberattack on Germany was carried out by North Korea, the White House said.",
    "fr": "Le ministère a été piraté par la Corée du Nord, a affirmé mardi l’Élysée.",
}
DISTURBED = {
    "two spaces": ("en", REPORT["en"].replace(" ", "  ")),
    "spaces that do not break": ("en", REPORT["en"].replace(" ", "\u00a0")),
    "a soft hyphen": ("en", REPORT["en"].replace("Germany", "Ger\u00admany")),
    "two signs for a line's end": (
        "en",
        REPORT["en"].replace("by North Korea", "by North\r\nKorea"),
    ),
    "accents apart": ("fr", REPORT["fr"].replace("é", "e\u0301").replace("è", "e\u0300")),
    "no accents": ("fr", REPORT["fr"].translate(str.maketrans("éèÉ", "eeE"))),
}


@pytest.mark.parametrize(("language", "text"), DISTURBED.values(), ids=DISTURBED)
def test_the_claims_are_those_of_the_text_without_them(language: str, text: str) -> None:
    assert claimed(text, language) == claimed(REPORT[language], language) != []


@pytest.mark.parametrize(("language", "text"), DISTURBED.values(), ids=DISTURBED)
def test_quotes_and_names_are_words_of_the_text(language: str, text: str) -> None:
    for claim in claims(text, language):
        assert claim.quote == claim.span.of(text)
        linked = [claim.subject, *([claim.object] if claim.object else []), *claim.claimants]
        assert [r.text for r in linked if r.text not in text] == []


def test_a_quote_begins_and_ends_where_its_sentence_does() -> None:
    (first, *_) = claims("Rain  fell.\n\n" + DISTURBED["two spaces"][1] + "  More  rain.", "en")
    assert first.quote == DISTURBED["two spaces"][1]
