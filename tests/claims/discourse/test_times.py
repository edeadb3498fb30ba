"""When it happened: which of a text's dates belongs to what it claims.

Each row is the day on which a report came out, its text, and the dates of its claims in the order of the reading.
"""

from __future__ import annotations

import pytest

from tests.claims.short_form import claims

ROWS = [
    ("2020-10-13", "In August, Sony was hit by a DDoS attack.", ["2020-08"]),
    ("2021-11-08", "The July hack of Kaseya was the work of REvil.", ["2021-07"] * 2),
    (
        "2021-11-18",
        "From January through June 2021, APT28 attacked universities.",
        ["2021-01/2021-06"],
    ),
    (
        "2022-05-10",
        "On March 24, officials said that Russia hacked Viasat.",
        [None, None],
    ),
    (
        "2021-07-20",
        "APT40 attacked universities, while APT31 hit the Finnish parliament in 2020.",
        [None, "2020"],
    ),
    ("2018-02-21", "APT37 has attacked South Korea since 2012.", [None]),
    (
        "2022-09-14",
        "Washington blamed Iran for the cyberattack on Albania. The attack began on July 15.",
        ["2022-07-15", "2022-07-15"],
    ),
    (
        "2021-07-20",
        "In April, the United States expelled ten Russian diplomats over the hack of SolarWinds.",
        ["2021-04", None],
    ),
    (
        "2020-10-19",
        "The Justice Department on Monday charged six Russian hackers over the NotPetya attack.",
        [None, None, None],
    ),
]


@pytest.mark.parametrize(("published", "text", "dates"), ROWS)
def test_when_it_happened(published: str, text: str, dates: list[str | None]) -> None:
    assert [claim.event_time for claim in claims(text, "en", published)] == dates
