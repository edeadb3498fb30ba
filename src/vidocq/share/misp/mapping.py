"""How the record maps to MISP and back, as `data/misp.yaml` says it."""

from __future__ import annotations

from functools import cache

import msgspec

from vidocq.model import EntityType, Likelihood, Predicate
from vidocq.share.mapping_files import read_mapping


class Meaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a cluster or attribute of an event says of the event."""

    predicate: Predicate
    type: EntityType


class MispMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file, read and checked; every key is explained in it."""

    galaxies: dict[EntityType, tuple[str, ...]]
    accused_state: str
    victim_state: str
    victim_sector: str
    sectors: dict[str, str]
    event_clusters: dict[str, Meaning]
    event_attributes: dict[str, Meaning]
    sector_words: dict[str, str]
    sentences: dict[str, str]
    likelihoods: dict[str, Likelihood]


@cache
def misp_mapping() -> MispMapping:
    """The mapping.

    Raises:
        msgspec.ValidationError: the data file breaks its own form.
    """
    return read_mapping("misp.yaml", MispMapping)
