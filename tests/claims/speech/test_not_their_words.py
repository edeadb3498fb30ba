"""Who is not heard for what a sentence tells: victims, other accusers, bodies whose state speaks, the place of a dateline."""

from __future__ import annotations

import pytest

from vidocq.claims import read
from vidocq.model import Document, Predicate

NOT_THEIR_WORDS = [
    (
        # Brussels accuses APT31; Washington and Ottawa did not.
        "fr",
        "Washington et Ottawa ont imputé lundi à la Chine le piratage de la poste. "
        "Bruxelles relie pour sa part ces intrusions au groupe APT31.",
        "group:apt31",
        {"bloc:eu"},
    ),
    (
        "it",
        "Gli aggressori sono entrati nei sistemi del ministero della Salute, della Guardia di finanza "
        "e dell'Agenzia delle Entrate.",
        "agency:it-guardia-di-finanza",
        set(),
    ),
    (
        "nl",
        "DEN HAAG (ANP) - Een Russische hacker heeft ransomware gebruikt bij een aanval op Nederlandse ziekenhuizen.",
        "sector:health",
        set(),
    ),
    (
        "en",
        "A cyberattack on a power operator in Moldova was the work of the Russian government, Japan declared on Monday.",
        "state:MD",
        {"state:JP"},
    ),
]


@pytest.mark.parametrize(("language", "text", "object_", "heard"), NOT_THEIR_WORDS)
def test_nobody_else_is_heard(language: str, text: str, object_: str, heard: set[str]) -> None:
    found = read(Document.from_text(text, language=language)).claims
    told = [claim for claim in found if claim.object is not None and claim.object.id == object_]
    assert told
    for claim in told:
        assert {claimant.id for claimant in claim.claimants} == heard


def test_a_list_is_heard_as_a_whole() -> None:
    text = (
        "An unprecedented group of allies, including the European Union, the United Kingdom and NATO, is joining the "
        "United States in criticizing China's malicious cyber activities."
    )
    found = read(Document.from_text(text, language="en")).claims
    (accusation,) = [
        claim for claim in found if claim.object is not None and claim.object.id == "state:CN"
    ]
    heard = {claimant.id for claimant in accusation.claimants}
    assert heard == {"bloc:eu", "state:GB", "bloc:nato", "state:US"}


def test_a_charge_falls_on_nobody_else_without_a_name() -> None:
    text = (
        "The United States accused China of the hack of Microsoft Exchange servers. "
        "An unprecedented group of contract hackers worked for the ministry and extorted companies. "
        "The US Department of Justice announced criminal charges against four hackers of the ministry "
        "over a campaign against foreign governments."
    )
    found = read(Document.from_text(text, language="en")).claims
    charges = [
        (c.subject.id, c.object.id) for c in found if c.predicate is Predicate.INDICTS and c.object
    ]
    assert charges == [("agency:us-doj", "unnamed-actor:four-hackers")]
