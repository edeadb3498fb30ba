"""The closed vocabularies of the record: one place, with the source of each beside it."""

from __future__ import annotations

from enum import StrEnum


class EntityType(StrEnum):
    """What a reference points at. Source: the project's claim guide; STIX 2.1 object types where they exist."""

    STATE = "state"
    BLOC = "bloc"
    AGENCY = "agency"
    GROUP = "group"
    UNNAMED_ACTOR = "unnamed-actor"
    PERSON = "person"
    COMPANY = "company"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    PLACE = "place"
    PRODUCT = "product"
    VULNERABILITY = "vulnerability"
    MALWARE = "malware"
    TECHNIQUE = "technique"
    INCIDENT = "incident"
    OTHER = "other"


class Predicate(StrEnum):
    """What a claim says of its subject and object. Source: claim guide; STIX 2.1 relationship types and PLOVER."""

    ATTRIBUTED_TO = "attributed-to"
    SPONSORED_BY = "sponsored-by"
    LOCATED_IN = "located-in"
    SAME_AS = "same-as"
    TARGETS = "targets"
    EXPLOITS = "exploits"
    USES = "uses"
    AFFECTS = "affects"
    CONDEMNS = "condemns"
    INDICTS = "indicts"
    SANCTIONS = "sanctions"
    ARRESTS = "arrests"
    DISRUPTS = "disrupts"
    RESPONDS = "responds"


class Polarity(StrEnum):
    """Whether the claimant says that it is so or that it is not so."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Confidence(StrEnum):
    """Stated confidence in an assessment. Source: ICD 203, section 6(c)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Likelihood(StrEnum):
    """Stated likelihood. Source: ICD 203, section 6(b), the seven degrees from least to most."""

    ALMOST_NO_CHANCE = "almost-no-chance"
    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN = "roughly-even"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"
    ALMOST_CERTAIN = "almost-certain"


class ErrorKind(StrEnum):
    """Why an input could not be read."""

    NOT_FOUND = "not-found"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_DEEP = "too-deep"
    TIMEOUT = "timeout"
    UNSUPPORTED = "unsupported"
    BINARY = "binary"
    ENCODING = "encoding"
    ENCRYPTED = "encrypted"
    MALFORMED = "malformed"
    NO_TEXT = "no-text"
    FORBIDDEN_ADDRESS = "forbidden-address"
    NETWORK = "network"
    PERMISSION = "permission"
    LANGUAGE = "language"
    INTERNAL = "internal"


ACTOR_TYPES = frozenset(
    {
        EntityType.STATE,
        EntityType.BLOC,
        EntityType.AGENCY,
        EntityType.GROUP,
        EntityType.PERSON,
        EntityType.UNNAMED_ACTOR,
        EntityType.COMPANY,
        EntityType.ORGANISATION,
    }
)
"""Types that can act: accuse, attack, sanction, be accused."""
