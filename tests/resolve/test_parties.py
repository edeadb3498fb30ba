"""For whom somebody speaks, and what kind of claimant that is."""

from __future__ import annotations

import pytest

from tests.resolve.statements import entity
from vidocq.resolve.parties import ClaimantKind, kind_of_claimant, party_of, state_of
from vidocq.resolve.times import days_apart, stretch


@pytest.mark.parametrize(
    ("id", "state"),
    [
        ("state:CN", "CN"),
        ("agency:cn-mss", "CN"),
        ("agency:uk-ncsc", "GB"),
        ("organisation:fi-parliament", "FI"),
        ("agency:eu-council", None),
        ("bloc:eu", None),
        ("group:apt31", None),
        ("company:microsoft", None),
    ],
)
def test_the_state_that_an_id_shows(id: str, state: str | None) -> None:
    assert state_of(id) == state


def test_a_body_of_a_bloc_speaks_for_it() -> None:
    assert party_of("agency:eu-council") == "bloc:eu"


@pytest.mark.parametrize(
    ("id", "kind"),
    [
        ("agency:us-white-house", ClaimantKind.VICTIM_STATE),
        ("state:JP", ClaimantKind.OTHER_STATE),
        ("agency:cn-mfa", ClaimantKind.ACCUSED),
        ("bloc:nato", ClaimantKind.BLOC),
        ("company:microsoft", ClaimantKind.VENDOR),
        ("company:bloomberg", ClaimantKind.MEDIA),
        ("group:killnet", ClaimantKind.GROUP),
        ("person:jane-doe", ClaimantKind.OTHER),
    ],
)
def test_the_kind_of_a_claimant(id: str, kind: ClaimantKind) -> None:
    found = kind_of_claimant(entity(id), victims=frozenset({"US"}), accused=frozenset({"CN"}))
    assert found is kind


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("2021-03-02", "2021-03", 0),
        ("2021-03-02", "2021-03-05", 3),
        ("2010/2012", "2011-05", 0),
        ("2021", "2022", 1),
        ("2021", None, None),
        ("nonsense", "2021", None),
    ],
)
def test_days_between_dates_of_any_precision(a: str, b: str | None, apart: int | None) -> None:
    assert days_apart(stretch(a), stretch(b)) == apart
    assert days_apart(stretch(b), stretch(a)) == apart
