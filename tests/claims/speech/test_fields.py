"""The fields of a claim beside its link: speaker, quote, names in the text, voice of the document."""

from __future__ import annotations

import pytest

from tests.claims.short_form import claims
from vidocq.claims import explain, read
from vidocq.language.files import PackError
from vidocq.model import Document


@pytest.mark.parametrize(
    ("sentence", "language", "speaker"),
    [
        (
            "The director of the NSA told Congress that Chinese hackers had targeted water utilities.",
            "en",
            "director",
        ),
        (
            "« La Russie a mené cette cyberattaque », a déclaré un porte-parole de l'Otan.",
            "fr",
            "porte-parole",
        ),
    ],
)
def test_the_speaker_of_a_claimant_is_named(sentence: str, language: str, speaker: str) -> None:
    named = {c.speaker for claim in claims(sentence, language) for c in claim.claimants}
    assert any(speaker in (name or "") for name in named), named


def test_the_quote_is_the_whole_sentence() -> None:
    before = "The port reopened on Monday. "
    sentence = "NATO said Russia was behind the cyberattack on Estonia."
    (claim, *_) = claims(before + sentence + " Ships sailed again.", "en")
    assert claim.quote == sentence
    assert claim.span.start == len(before)


def test_positions_count_code_points_not_bytes() -> None:
    before = "Le café 🛰 était fermé à l’aube. "
    sentence = "L’Otan accuse la Russie de la cyberattaque contre l’Estonie."
    (claim, *_) = claims(before + sentence, "fr")
    assert (claim.span.start, claim.span.end) == (len(before), len(before) + len(sentence))


def test_references_keep_the_words_of_the_text() -> None:
    (claim, *_) = claims("Pékin aurait mené la cyberattaque.", "fr")
    assert claim.object is not None
    assert (claim.object.text, claim.object.id) == ("Pékin", "state:CN")


def test_a_language_without_a_pack_makes_no_claims() -> None:
    document = Document.from_text("Ryssland hackade riksdagen.", language="sv")
    assert read(document).claims == ()
    with pytest.raises(PackError, match="'sv'"):
        list(explain(document))


def test_the_language_is_found_where_it_is_not_given() -> None:
    text = "Les États-Unis accusent la Russie de la cyberattaque contre Viasat. " * 2
    reading = read(Document.from_text(text))
    assert reading.document.language == "fr"
    assert reading.claims


def test_an_empty_text_makes_no_claims() -> None:
    assert read(Document.from_text("", language="en")).claims == ()


def test_each_sentence_can_be_seen_after_each_stage() -> None:
    text = "NATO said Russia was behind the cyberattack."
    (trace,) = explain(Document.from_text(text, language="en"))
    assert trace.sentence == text
    assert [stage.name for stage in trace.stages] == [
        "names",
        "phrases",
        "verbs",
        "speech",
        "claims",
    ]
    names, *_, made = trace.stages
    assert any(line.startswith("Russia → state:RU") for line in names.lines)
    assert any("state:RU" in line and "bloc:nato" in line for line in made.lines)
