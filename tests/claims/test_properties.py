"""What holds of every reading, whatever stands around the sentences."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.languages import (
    test_de,
    test_de_speech,
    test_en,
    test_en_speech,
    test_fr,
    test_fr_speech,
    test_nl,
)
from tests.claims.short_form import claimed, claims
from vidocq.claims import read
from vidocq.model import Document

ENGLISH = [
    *test_en.ACCUSATIONS,
    *test_en.SPONSORS,
    *test_en_speech.SPEECH,
    *test_en_speech.RESPONSES,
]
FRENCH = [
    *test_fr.ACCUSATIONS,
    *test_fr.SPONSORS,
    *test_fr_speech.SPEECH,
    *test_fr_speech.RESPONSES,
]
GERMAN = [*test_de.ACCUSATIONS, *test_de.SPONSORS, *test_de_speech.SPEECH, *test_de_speech.ANSWERS]
DUTCH = [*test_nl.ACCUSATIONS, *test_nl.SPONSORS, *test_nl.SPEECH, *test_nl.ANSWERS]
BY_LANGUAGE = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "nl": DUTCH}

OTHER_NEWS = {
    "en": [
        "The baker of the village has raised the price of bread by ten cents.",
        "Rain is expected in the north, and the swimming pool opens at nine.",
        "“We are happy,” the coach said after the match, “and tired.”",
    ],
    "fr": [
        "Le boulanger du village a augmenté le prix du pain de dix centimes.",
        "La pluie est attendue dans le nord, et la piscine ouvre à neuf heures.",
        "« Nous sommes heureux », a dit l’entraîneur après le match, « et fatigués ».",
    ],
    "de": [
        "Der Bäcker des Dorfes hat den Preis für Brot um zehn Cent erhöht.",
        "Im Norden wird Regen erwartet, und das Schwimmbad öffnet um neun Uhr.",
        "„Wir sind froh“, sagte der Trainer nach dem Spiel, „und müde.“",
    ],
    "nl": [
        "De bakker van het dorp heeft de prijs van brood met tien cent verhoogd.",
        "In het noorden wordt regen verwacht, en het zwembad gaat om negen uur open.",
        "“We zijn blij”, zei de trainer na de wedstrijd, “en moe.”",
    ],
}

STATES = {
    "Albania": "AL",
    "Australia": "AU",
    "Belgium": "BE",
    "China": "CN",
    "Estonia": "EE",
    "France": "FR",
    "Germany": "DE",
    "Iran": "IR",
    "Israel": "IL",
    "Japan": "JP",
    "North Korea": "KP",
    "Poland": "PL",
    "Russia": "RU",
    "Ukraine": "UA",
}

SIGNS = "\u00a0\u202f«»“”\"'’() –—\n•…,;.!"
noise = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from(SIGNS), max_size=60
)
gaps = st.sampled_from(
    [" ", "\n", "\n\n", "\u00a0", " « ", " » ", " “", "” ", '"', " – ", " (", ") "]
)
quick = settings(max_examples=60, deadline=None)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and sentences of these tests between any other words and signs."""
    language = draw(st.sampled_from(sorted(BY_LANGUAGE)))
    pieces = draw(st.lists(st.sampled_from(BY_LANGUAGE[language]) | noise, max_size=8))
    return language, "".join(piece + draw(gaps) for piece in pieces)


@quick
@given(documents())
def test_a_quote_is_the_words_at_its_place(document: tuple[str, str]) -> None:
    language, text = document
    for claim in claims(text, language):
        assert claim.quote == text[claim.span.start : claim.span.end]
        assert claim.quote.strip()


@quick
@given(documents())
def test_what_a_claim_links_is_named_in_words_of_the_text(document: tuple[str, str]) -> None:
    language, text = document
    for claim in claims(text, language):
        linked = [claim.subject, *([claim.object] if claim.object else []), *claim.claimants]
        for reference in linked:
            assert reference.text in text, reference.id
            assert reference.id.startswith(f"{reference.type}:")


@quick
@given(documents())
def test_reading_twice_is_reading_once(document: tuple[str, str]) -> None:
    language, text = document
    source = Document.from_text(text, language=language)
    assert read(source) == read(source)


@quick
@given(documents())
def test_a_claim_stands_once(document: tuple[str, str]) -> None:
    language, text = document
    links = [
        (claim.predicate, claim.subject.id, claim.object and claim.object.id, claim.polarity)
        for claim in claims(text, language)
        if claim.count is None
    ]
    assert len(links) == len(set(links))


@quick
@given(st.data())
def test_a_paragraph_of_other_news_changes_nothing(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(BY_LANGUAGE)))
    sentence = data.draw(st.sampled_from(BY_LANGUAGE[language]))
    other = data.draw(st.sampled_from(OTHER_NEWS[language]))
    assert claimed(f"{sentence}\n\n{other}", language) == claimed(sentence, language)


@quick
@given(st.lists(st.sampled_from(sorted(STATES)), min_size=3, max_size=3, unique=True))
def test_swapping_two_states_swaps_their_roles(names: list[str]) -> None:
    accuser, accused, victim = names
    sentence = f"{accuser} accused {accused} of the cyberattack on {victim}."
    assert claimed(sentence, "en") == [
        f"attributed-to incident → state:{STATES[accused]} by state:{STATES[accuser]}",
        f"targets incident → state:{STATES[victim]} by state:{STATES[accuser]}",
    ]


@quick
@given(st.lists(st.sampled_from(sorted(STATES)), min_size=2, max_size=2, unique=True))
def test_the_passive_keeps_the_roles_of_the_active(names: list[str]) -> None:
    attacker, victim = names
    active = claimed(f"{attacker} hacked {victim}.", "en")
    assert active == [
        f"attributed-to incident → state:{STATES[attacker]}",
        f"targets incident → state:{STATES[victim]}",
    ]
    assert claimed(f"{victim} was hacked by {attacker}.", "en") == active
