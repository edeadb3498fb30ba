"""Whose words a document may tell, seen from each of its sentences: who speaks before and after, who is listed, who published it."""

from __future__ import annotations

import pytest

from tests.claims.listening import Listener
from vidocq.claims.discourse.context import Context
from vidocq.claims.discourse.voices import Voice
from vidocq.claims.reading import read_by
from vidocq.claims.syntax.layout import Sentence
from vidocq.claims.trained.speaking import voices_of
from vidocq.model import Document


class Hearer(Listener):
    """Keeps the voices of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.voices: dict[str, Voice] = {}

    def begin(self, context: Context, sentences: list[Sentence]) -> None:
        found = voices_of(context.document, context.memory, sentences)
        self.voices = {voice.reference.id: voice for voice in found}
        context.voices = found


def heard(text: str, language: str = "en", publisher: str | None = None) -> Hearer:
    hearer = Hearer()
    document = Document.from_text(text, language=language, publisher=publisher)
    read_by(document, hearer, language=language)
    return hearer


JOINED = (
    "Hackers broke into the ministry's mail server in May. The malware copied passwords. "
    "Microsoft said that the group Sandworm did it. The hackers used phishing. "
    "Later Canada joined the accusation."
)


def test_who_speaks_is_known_to_the_sentences_before_and_after() -> None:
    microsoft = heard(JOINED).voices["company:microsoft"]
    assert [microsoft.marks(n) for n in range(5)] == [
        ["speaks next"],
        ["speaks next"],
        ["speaks next"],
        ["spoke near"],
        ["spoke near"],
    ]
    assert microsoft.marks(9) == ["spoke"]


def test_whoever_joins_an_accusation_speaks() -> None:
    canada = heard(JOINED).voices["state:CA"]
    assert canada.marks(0) == ["speaks later"]
    place = canada.place(0)
    assert place is not None
    sentence, phrase = place
    assert sentence.phrases[phrase].text == "Canada"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Hackers of the group Volt Typhoon broke into water works. "
            "The advisory is by Canada, Japan and Norway.",
        ),
        (
            "fr",
            "Des pirates du groupe Volt Typhoon ont piraté des usines d'eau. "
            "L'avis est signé du Canada, du Japon et de la Norvège.",
        ),
        (
            "de",
            "Hacker der Gruppe Volt Typhoon drangen in Wasserwerke ein. "
            "Der Hinweis stammt von Kanada, Japan und Norwegen.",
        ),
    ],
)
def test_those_who_are_listed_are_known_to_every_sentence(language: str, text: str) -> None:
    hearer = heard(text, language)
    for state in ("CA", "JP", "NO"):
        assert hearer.voices[f"state:{state}"].marks(0) == ["listed later"]
    first = hearer.weighings[0].mentions
    known = {m.reference.id: m for m in first if m.how == "voice" and m.reference is not None}
    assert {"state:CA", "state:JP", "state:NO"} <= set(known)
    assert known["state:JP"].elsewhere is not None


def test_two_are_no_list() -> None:
    text = "Hackers of the group Volt Typhoon broke into water works of Canada and Japan."
    assert not heard(text).voices


def test_a_publisher_is_known_by_the_name_that_its_text_has() -> None:
    text = "Kestrel Harbour was hacked in May. The hackers copied files of Kestrel Harbour."
    hearer = heard(text, publisher="Kestrel Harbour Holdings")
    assert hearer.voices["company:kestrel-harbour"].publisher
    assert not heard(text, publisher="Norwich Dispatch").voices


def test_a_paper_that_reports_is_no_voice() -> None:
    text = "Hackers broke into the ministry in May. Reuters said that the group Sandworm did it."
    assert "company:reuters" not in heard(text).voices


def test_who_only_speaks_elsewhere_has_no_role_here() -> None:
    hearer = heard(JOINED)
    for weighing in hearer.weighings:
        for mention in weighing.mentions:
            if mention.how == "voice":
                assert mention.phrase == -1
                assert mention.elsewhere is not None
