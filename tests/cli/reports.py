"""Two readings made by hand, for the tests of what is printed."""

from __future__ import annotations

from typing import Any

from vidocq.model import (
    Claim,
    Confidence,
    Count,
    Document,
    EntityType,
    Likelihood,
    Polarity,
    Predicate,
    Reading,
    Reference,
    Span,
)

TEXT = (
    "Londres et Ottawa ont accusé lundi le GRU d’être derrière NotPetya, qui a touché quelque "
    "2 000 entreprises en 2017. Le GRU, le renseignement militaire de la Russie, est "
    "probablement à l’origine du programme, a déclaré Jane Martin, directrice du NCSC, avec une "
    "grande confiance. Moscou dément."
)
LONDON = Reference(EntityType.STATE, "Londres", "state:GB")
OTTAWA = Reference(EntityType.STATE, "Ottawa", "state:CA")
GRU = Reference(EntityType.AGENCY, "GRU", "agency:ru-gru")
RUSSIA = Reference(EntityType.STATE, "Russie", "state:RU")
MOSCOW = Reference(EntityType.STATE, "Moscou", "state:RU")
NOTPETYA = Reference(EntityType.MALWARE, "NotPetya", "malware:notpetya")
NCSC = Reference(EntityType.AGENCY, "NCSC", "agency:uk-ncsc", "Jane Martin, directrice")


def passage(first: str, last: str) -> dict[str, Any]:
    """Quote and span of the stretch of the text from ``first`` to ``last``."""
    start = TEXT.index(first)
    end = TEXT.index(last, start) + len(last)
    return {"quote": TEXT[start:end], "span": Span(start, end)}


ACCUSATION = passage("Londres", "en 2017.")
ASSESSMENT = passage("Le GRU, le", "confiance.")
DENIAL = passage("Moscou", "dément.")


def notpetya() -> Reading:
    """Five claims in three passages, in no order."""
    document = Document.from_text(
        TEXT,
        id="notpetya",
        source="reports/notpetya.txt",
        title="Londres accuse le GRU",
        publisher="La Gazette",
        published="2018-02-15",
        language="fr",
    )
    affected = Claim(
        predicate=Predicate.AFFECTS,
        subject=NOTPETYA,
        claimants=(LONDON, OTTAWA),
        event_time="2017",
        count=Count(2000, "entreprises", True),
        **ACCUSATION,
    )
    denied = Claim(
        predicate=Predicate.ATTRIBUTED_TO,
        subject=NOTPETYA,
        object=RUSSIA,
        claimants=(MOSCOW,),
        polarity=Polarity.DENIED,
        **DENIAL,
    )
    sponsored = Claim(
        predicate=Predicate.SPONSORED_BY,
        subject=GRU,
        object=RUSSIA,
        claimants=(NCSC,),
        confidence=Confidence.HIGH,
        likelihood=Likelihood.LIKELY,
        **ASSESSMENT,
    )
    accused = Claim(
        predicate=Predicate.ATTRIBUTED_TO,
        subject=NOTPETYA,
        object=GRU,
        claimants=(LONDON, OTTAWA),
        said_on="2018-02-15",
        **ACCUSATION,
    )
    unclaimed = Claim(
        predicate=Predicate.TARGETS,
        subject=GRU,
        object=Reference(EntityType.SECTOR, "entreprises", "sector:individuals"),
        event_time="2015/2017",
        **ACCUSATION,
    )
    return Reading(document=document, claims=(affected, denied, sponsored, accused, unclaimed))


def quiet(title: str = "Le prix du blé monte") -> Reading:
    """A reading without claims."""
    return Reading(document=Document.from_text("Le blé est cher.", id="ble", title=title))
