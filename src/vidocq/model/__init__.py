"""The record's types and vocabularies. Imported by every step, imports none of them."""

from vidocq.model.claim import Claim, Count, Reference
from vidocq.model.document import Document, Reading, Unreadable
from vidocq.model.span import Span
from vidocq.model.vocabulary import (
    ACTOR_TYPES,
    Confidence,
    EntityType,
    ErrorKind,
    Likelihood,
    Polarity,
    Predicate,
)

__all__ = [
    "ACTOR_TYPES",
    "Claim",
    "Confidence",
    "Count",
    "Document",
    "EntityType",
    "ErrorKind",
    "Likelihood",
    "Polarity",
    "Predicate",
    "Reading",
    "Reference",
    "Span",
    "Unreadable",
]
