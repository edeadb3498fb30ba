"""Which types a predicate links. Source: the table of predicates in the claim guide."""

from __future__ import annotations

from vidocq.model.vocabulary import EntityType, Predicate

T = EntityType
_ACTORS = frozenset({T.GROUP, T.PERSON, T.COMPANY, T.UNNAMED_ACTOR})
_POWERS = frozenset({T.STATE, T.AGENCY})
_AUTHORITIES = _POWERS | {T.BLOC, T.COMPANY}
_DOERS = frozenset({T.INCIDENT, T.GROUP, T.AGENCY, T.STATE, T.UNNAMED_ACTOR, T.PERSON, T.MALWARE})
_ACCUSED = _ACTORS | _POWERS
_NAMED_ALIKE = frozenset({T.GROUP, T.AGENCY, T.PERSON, T.UNNAMED_ACTOR, T.MALWARE})
_HIT = frozenset(
    {T.ORGANISATION, T.COMPANY, T.AGENCY, T.STATE, T.SECTOR, T.PLACE, T.PERSON, T.PRODUCT, T.BLOC}
)

SUBJECTS: dict[Predicate, frozenset[EntityType]] = {
    Predicate.ATTRIBUTED_TO: frozenset({T.INCIDENT, T.MALWARE}),
    Predicate.SPONSORED_BY: _ACTORS,
    Predicate.LOCATED_IN: _ACTORS,
    Predicate.SAME_AS: _NAMED_ALIKE,
    Predicate.TARGETS: _DOERS,
    Predicate.EXPLOITS: _DOERS,
    Predicate.USES: _DOERS,
    Predicate.AFFECTS: frozenset({T.INCIDENT, T.MALWARE}),
    Predicate.CONDEMNS: _AUTHORITIES,
    Predicate.INDICTS: _POWERS,
    Predicate.SANCTIONS: _AUTHORITIES,
    Predicate.ARRESTS: _POWERS,
    Predicate.DISRUPTS: _AUTHORITIES,
    Predicate.RESPONDS: _AUTHORITIES,
}
"""What may be a predicate's subject."""

OBJECTS: dict[Predicate, frozenset[EntityType]] = {
    Predicate.ATTRIBUTED_TO: _ACCUSED,
    Predicate.SPONSORED_BY: _POWERS,
    Predicate.LOCATED_IN: frozenset({T.STATE, T.PLACE}),
    Predicate.SAME_AS: _NAMED_ALIKE,
    Predicate.TARGETS: _HIT,
    Predicate.EXPLOITS: frozenset({T.VULNERABILITY, T.PRODUCT}),
    Predicate.USES: frozenset({T.MALWARE, T.TECHNIQUE, T.UNNAMED_ACTOR, T.GROUP, T.PRODUCT}),
    Predicate.AFFECTS: _HIT | {T.OTHER},
    Predicate.CONDEMNS: _ACCUSED | {T.INCIDENT},
    Predicate.INDICTS: _ACCUSED,
    Predicate.SANCTIONS: _ACCUSED | {T.ORGANISATION},
    Predicate.ARRESTS: frozenset({T.PERSON, T.UNNAMED_ACTOR, T.GROUP}),
    Predicate.DISRUPTS: frozenset({T.GROUP, T.MALWARE, T.OTHER, T.PRODUCT}),
    Predicate.RESPONDS: _ACCUSED | {T.INCIDENT},
}
"""What may be its object."""

WITHOUT_OBJECT = frozenset(
    {
        Predicate.AFFECTS,
        Predicate.RESPONDS,
        Predicate.INDICTS,
        Predicate.SANCTIONS,
        Predicate.ARRESTS,
    }
)
"""Predicates that may go without one: a number, or an answer that names nobody."""

CLAIMANTS = _AUTHORITIES | {T.PERSON, T.ORGANISATION, T.GROUP, T.UNNAMED_ACTOR}
"""Who can say something."""
