"""Who may say a finding: the parties of its sentence, save a state that is only where a body of another stands."""

from __future__ import annotations

import pytest

from tests.claims.listening import listen
from vidocq.claims.draft import TRAINED, Draft
from vidocq.claims.trained.claimants import parties
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


@pytest.mark.parametrize(
    ("text", "language", "body", "state"),
    [
        (
            "The National Cyber Security Centre (NCSC) of the United Kingdom said that hackers of "
            "the GRU broke into a bank.",
            "en",
            "agency:uk-ncsc",
            "state:GB",
        ),
        (
            "Das FBI der Vereinigten Staaten teilte mit, dass Hacker eine Bank angegriffen haben.",
            "de",
            "agency:us-fbi",
            "state:US",
        ),
    ],
)
def test_whose_a_body_is_does_not_speak_beside_it(
    text: str, language: str, body: str, state: str
) -> None:
    found = may_say(text, language)
    assert body in found
    assert state not in found


def test_an_unknown_name_may_be_a_body_that_speaks_and_a_known_one_is_what_it_is() -> None:
    found = may_say("Kestrel Watch said that hackers of the GRU broke into a bank.", "en")
    assert {"company:kestrel-watch", "organisation:kestrel-watch"} <= found
    known = may_say("Microsoft said that hackers of the GRU broke into a bank.", "en")
    assert {one for one in known if "microsoft" in one} == {"company:microsoft"}
