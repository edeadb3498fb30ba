"""The small numbers under which the record's vocabularies are stored.

A number once given is never given again: ledgers hold them. The ``vocabulary`` table of each ledger
carries the same list for people who ask it in SQL; the vocabularies themselves stand in ``model``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from vidocq.model import Confidence, EntityType, Likelihood, Polarity, Predicate

ENTITY_TYPE: Final[Mapping[str, int]] = {
    EntityType.STATE: 1,
    EntityType.BLOC: 2,
    EntityType.AGENCY: 3,
    EntityType.GROUP: 4,
    EntityType.UNNAMED_ACTOR: 5,
    EntityType.PERSON: 6,
    EntityType.COMPANY: 7,
    EntityType.ORGANISATION: 8,
    EntityType.SECTOR: 9,
    EntityType.PLACE: 10,
    EntityType.PRODUCT: 11,
    EntityType.VULNERABILITY: 12,
    EntityType.MALWARE: 13,
    EntityType.TECHNIQUE: 14,
    EntityType.INCIDENT: 15,
    EntityType.OTHER: 16,
}

PREDICATE: Final[Mapping[str, int]] = {
    Predicate.ATTRIBUTED_TO: 1,
    Predicate.SPONSORED_BY: 2,
    Predicate.LOCATED_IN: 3,
    Predicate.SAME_AS: 4,
    Predicate.TARGETS: 5,
    Predicate.EXPLOITS: 6,
    Predicate.USES: 7,
    Predicate.AFFECTS: 8,
    Predicate.CONDEMNS: 9,
    Predicate.INDICTS: 10,
    Predicate.SANCTIONS: 11,
    Predicate.ARRESTS: 12,
    Predicate.DISRUPTS: 13,
    Predicate.RESPONDS: 14,
}

POLARITY: Final[Mapping[str, int]] = {Polarity.AFFIRMED: 1, Polarity.DENIED: 2}

CONFIDENCE: Final[Mapping[str, int]] = {
    Confidence.LOW: 1,
    Confidence.MODERATE: 2,
    Confidence.HIGH: 3,
}

LIKELIHOOD: Final[Mapping[str, int]] = {
    Likelihood.ALMOST_NO_CHANCE: 1,
    Likelihood.VERY_UNLIKELY: 2,
    Likelihood.UNLIKELY: 3,
    Likelihood.ROUGHLY_EVEN: 4,
    Likelihood.LIKELY: 5,
    Likelihood.VERY_LIKELY: 6,
    Likelihood.ALMOST_CERTAIN: 7,
}


class Role(StrEnum):
    """In which place of a claim a party stands."""

    SUBJECT = "subject"
    OBJECT = "object"
    CLAIMANT = "claimant"
    VIA = "via"


ROLE: Final[Mapping[str, int]] = {Role.CLAIMANT: 1, Role.VIA: 2}
"""The roles of the link table; subject and object stand in the statement itself."""


class JudgementKind(StrEnum):
    """What a person did to one claim."""

    RETRACT = "retract"
    CORRECT = "correct"
    RESTORE = "restore"


JUDGEMENT: Final[Mapping[str, int]] = {
    JudgementKind.RETRACT: 1,
    JudgementKind.CORRECT: 2,
    JudgementKind.RESTORE: 3,
}


class DecisionKind(StrEnum):
    """What a person decided of two names."""

    SAME = "same"
    DISTINCT = "distinct"
    UNDO = "undo"


DECISION: Final[Mapping[str, int]] = {
    DecisionKind.SAME: 1,
    DecisionKind.DISTINCT: 2,
    DecisionKind.UNDO: 3,
}

VOCABULARIES: Final[Mapping[str, Mapping[str, int]]] = {
    "entity_type": ENTITY_TYPE,
    "predicate": PREDICATE,
    "polarity": POLARITY,
    "confidence": CONFIDENCE,
    "likelihood": LIKELIHOOD,
    "role": ROLE,
    "judgement": JUDGEMENT,
    "decision": DECISION,
}

PREDICATE_OF: Final = {code: Predicate(name) for name, code in PREDICATE.items()}
ENTITY_TYPE_OF: Final = {code: EntityType(name) for name, code in ENTITY_TYPE.items()}
POLARITY_OF: Final = {code: Polarity(name) for name, code in POLARITY.items()}
CONFIDENCE_OF: Final = {code: Confidence(name) for name, code in CONFIDENCE.items()}
LIKELIHOOD_OF: Final = {code: Likelihood(name) for name, code in LIKELIHOOD.items()}
JUDGEMENT_OF: Final = {code: JudgementKind(name) for name, code in JUDGEMENT.items()}
DECISION_OF: Final = {code: DecisionKind(name) for name, code in DECISION.items()}
