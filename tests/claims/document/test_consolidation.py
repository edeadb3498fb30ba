"""What a document as a whole tells: one incident under one reference, one group under its name, no self-accusers."""

from __future__ import annotations

from vidocq.claims import read
from vidocq.model import Document


def claims(text: str) -> list[tuple[str, str, str]]:
    found = read(Document.from_text(text, language="en")).claims
    return [
        (str(c.predicate), c.subject.id, c.object.id if c.object else "")
        for c in found
        if c.polarity == "affirmed"
    ]


def test_two_mentions_of_one_victim_are_one_incident() -> None:
    text = (
        "The hack of Bybit was the work of the Lazarus Group, the FBI said. "
        "Elliptic had blamed the attack on Bybit on the same hackers."
    )
    incidents = {subject for _, subject, _ in claims(text) if subject.startswith("incident:")}
    assert len(incidents) == 1


def test_different_victims_are_different_incidents() -> None:
    text = (
        "Sandworm was behind the cyberattack on Kyivstar. "
        "APT28 was behind the hack of the German parliament."
    )
    incidents = {subject for _, subject, _ in claims(text) if subject.startswith("incident:")}
    assert len(incidents) == 2


def test_nobody_accuses_himself() -> None:
    text = "Albania cut ties with Iran after concluding that Tehran carried out the cyberattack."
    for claim in read(Document.from_text(text, language="en")).claims:
        if str(claim.predicate) == "attributed-to":
            assert all(c.id != "state:IR" for c in claim.claimants)


def test_who_acts_is_who_concluded() -> None:
    text = "Albania gave Iranian diplomats a day to leave after concluding that Tehran carried out the cyberattack."
    (claim,) = [
        c
        for c in read(Document.from_text(text, language="en")).claims
        if str(c.predicate) == "attributed-to"
    ]
    assert [c.id for c in claim.claimants] == ["state:AL"]
