"""Who may say a finding: the parties of its sentence, save a state that is only where a body of another stands."""

from __future__ import annotations

import pytest

from vidocq.claims.claimants import parties
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.reading import read_by
from vidocq.claims.trained import TrainedReader
from vidocq.claims.weighing import Weighing
from vidocq.model import Document, EntityType, Predicate, Reference

ATTACK = Reference(EntityType.INCIDENT, "attack", "incident:attack")
CHINA = Reference(EntityType.STATE, "China", "state:CN")


def may_say(text: str, language: str) -> set[str]:
    """Ids of who may say a finding of the first sentence of a text."""
    seen: list[Weighing] = []

    class Watching(TrainedReader):
        def propose(self, weighing: Weighing) -> list[Draft]:
            seen.append(weighing)
            return []

    read_by(Document.from_text(text, language=language), Watching())
    draft = Draft(Predicate.ATTRIBUTED_TO, ATTACK, CHINA, 0, 5, TRAINED)
    return {reference.id for reference, _ in parties(seen[0], draft)}


@pytest.mark.parametrize(
    ("text", "language", "host"),
    [
        (
            "De Chinese ambassade in België verwerpt de beschuldiging van een cyberaanval.",
            "nl",
            "state:BE",
        ),
        ("The Russian embassy in Norway rejected the accusation of hacking.", "en", "state:NO"),
        ("L'ambassade russe en Norvège rejette l'accusation de piratage.", "fr", "state:NO"),
    ],
)
def test_where_an_embassy_stands_says_nothing(text: str, language: str, host: str) -> None:
    assert host not in may_say(text, language)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway said that hackers had broken into its parliament.", "state:NO"),
        ("Hackers broke into the parliament of Norway, France said.", "state:FR"),
    ],
)
def test_a_state_that_may_speak_comes_into_question(text: str, state: str) -> None:
    assert state in may_say(text, "en")
