"""Who may say a finding: the parties of its sentence, save a state that is only where a body of another stands."""

from __future__ import annotations

import pytest

from tests.claims.listening import listen
from vidocq.claims.claimants import parties
from vidocq.claims.draft import TRAINED, Draft
from vidocq.model import EntityType, Predicate, Reference

ATTACK = Reference(EntityType.INCIDENT, "attack", "incident:attack")
CHINA = Reference(EntityType.STATE, "China", "state:CN")


def may_say(text: str, language: str) -> set[str]:
    """Ids of who may say a finding of the first sentence of a text."""
    weighing = listen(text, language).weighings[0]
    draft = Draft(Predicate.ATTRIBUTED_TO, ATTACK, CHINA, 0, 5, TRAINED)
    return {reference.id for reference, _, _ in parties(None, weighing, draft)}


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
