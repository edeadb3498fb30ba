"""The weights of the trained reader: read from the package's data, checked on load."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from vidocq.model import Predicate

WEIGHTS = Path(__file__).parent / "data" / "roles.json"


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression for one role: the weight of each feature, and what holds before any is known."""

    bias: float
    floor: float
    """What the sentence alone must weigh for its mentions to be looked at: in training none of a lighter one passed."""
    signs: dict[str, float]

    def sum(self, signs: list[str]) -> float:
        """The weight of all ``signs``."""
        known = self.signs
        return sum([known[sign] for sign in signs if sign in known])


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The roles that are learnt, and the probability from which one is claimed."""

    about: str
    threshold: float
    roles: dict[Predicate, Role]


@cache
def weights() -> Weights:
    """The weights of this version.

    Raises:
        msgspec.ValidationError: the file breaks its form.
    """
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)
