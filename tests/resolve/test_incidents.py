"""The same event across reports: precision first, each merge with its reason."""

from __future__ import annotations

import pytest

from tests.resolve.statements import stated
from vidocq.ledger.records import StoredClaim
from vidocq.resolve.conflicts import Meanings
from vidocq.resolve.groups import actors
from vidocq.resolve.incidents import is_particular, landmark_of, merges, same_event, sightings_of
from vidocq.resolve.overlay import Verdict

MEANINGS = Meanings(actors())


def why(one: list[StoredClaim], other: list[StoredClaim]) -> str | None:
    [a], [b] = sightings_of(one, MEANINGS), sightings_of(other, MEANINGS)
    return same_event(a, b, MEANINGS)


def report(
    document: str,
    incident: str,
    *facts: tuple[str, str],
    event: str | None = None,
    day: str = "2021-05-10",
) -> list[StoredClaim]:
    return [
        stated(document, incident, predicate, target, event=event, day=day)
        for predicate, target in facts
    ]


def test_a_landmark_is_itself_in_every_language() -> None:
    reason = why(
        report("a", "incident:exchange-2021", ("attributed-to", "state:CN")),
        report("b", "incident:exchange-2021", ("attributed-to", "group:hafnium"), day="2024-01-01"),
    )
    assert reason == "both name the Microsoft Exchange hack"


def test_two_landmarks_are_never_one() -> None:
    assert not why(
        report("a", "incident:exchange-2021", ("targets", "company:microsoft")),
        report("b", "incident:solarwinds-2020", ("targets", "company:microsoft")),
    )


def test_one_victim_in_one_week() -> None:
    reason = why(
        report("a", "incident:pipeline-hack", ("targets", "company:colonial"), event="2021-05-07"),
        report("b", "incident:rançongiciel", ("targets", "company:colonial"), event="2021-05"),
    )
    assert reason is not None
    assert "colonial" in reason


def test_one_victim_blamed_on_different_actors_is_still_one_event() -> None:
    assert why(
        report(
            "a",
            "incident:x",
            ("targets", "company:colonial"),
            ("attributed-to", "state:RU"),
            event="2021-05-07",
        ),
        report(
            "b",
            "incident:y",
            ("targets", "company:colonial"),
            ("attributed-to", "state:CN"),
            event="2021-05-07",
        ),
    )


def test_one_victim_in_two_years_is_two_events() -> None:
    assert not why(
        report("a", "incident:x", ("targets", "company:colonial"), event="2021-05-07"),
        report("b", "incident:y", ("targets", "company:colonial"), event="2019-02"),
    )


def test_a_state_attacked_twice_in_a_month_is_no_one_event() -> None:
    assert not why(
        report(
            "a",
            "incident:x",
            ("targets", "state:UA"),
            ("attributed-to", "state:RU"),
            event="2022-02-15",
        ),
        report(
            "b",
            "incident:y",
            ("targets", "state:UA"),
            ("attributed-to", "state:RU"),
            event="2022-02-23",
        ),
    )


def test_one_group_in_one_month_is_no_one_event() -> None:
    assert not why(
        report("a", "incident:x", ("attributed-to", "group:apt28"), event="2022-02-15"),
        report("b", "incident:y", ("attributed-to", "group:apt28"), event="2022-02-15"),
    )


def test_an_attack_without_a_name_is_known_by_product_and_time() -> None:
    [one] = sightings_of(
        report(
            "a",
            "incident:server-attack",
            ("targets", "product:microsoft-exchange-server"),
            ("attributed-to", "state:CN"),
            event="2021-03",
        ),
        MEANINGS,
    )
    told = landmark_of(one, MEANINGS)
    assert told is not None
    assert told[0] == "incident:exchange-2021"


def test_a_person_s_word_beats_the_rules() -> None:
    a = sightings_of(
        report("a", "incident:x", ("targets", "company:colonial"), event="2021-05-07"), MEANINGS
    )
    b = sightings_of(
        report("b", "incident:y", ("targets", "company:colonial"), event="2021-05-07"), MEANINGS
    )
    assert merges(a, b, [], MEANINGS)
    apart = Verdict(a="incident:x", b="incident:y", same=False, by="ada", since=None)
    assert merges(a, b, [apart], MEANINGS) == []
    c = sightings_of(report("c", "incident:z", ("targets", "company:other")), MEANINGS)
    joined = Verdict(
        a="incident:x", b="incident:z", same=True, by="ada", since="2024-05-01T10:00:00"
    )
    assert [one.reason for one in merges(a, c, [joined], MEANINGS)] == [
        "ada decided so on 2024-05-01"
    ]


@pytest.mark.parametrize(
    ("id", "text", "quote", "particular"),
    [
        ("incident:bundestag-hack", "the Bundestag hack", "They did the Bundestag hack.", True),
        (
            "incident:hospital-attack",
            "the hospital attack",
            "Police saw the hospital attack.",
            False,
        ),
        ("incident:hospital-attack", "Hospital attack", "Hospital attack laid on gang", False),
        ("incident:solarwinds-2020", "the hack", "the hack", True),
        ("incident:attack-2016", "the attack of 2016", "They did the attack of 2016.", True),
    ],
)
def test_common_words_do_not_name_one_event(
    id: str, text: str, quote: str, particular: bool
) -> None:
    assert is_particular(id, text, quote) is particular
