"""A party whose words a document may tell, and as what it is known to each of its sentences."""

from __future__ import annotations

from typing import final

from vidocq.claims.syntax.layout import Sentence
from vidocq.model import Reference

_NEAR = 2
"""Sentences that are near."""

Place = tuple[Sentence, int]
"""A phrase of a sentence, by its number."""


@final
class Voice:
    """A party of a document. ``speaks``, ``acts``, ``listed``: where it speaks, does something else, and stands in a list of
    parties, each as the number of the sentence and the place."""

    __slots__ = ("acts", "listed", "publisher", "reference", "speaks")

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.publisher = False
        self.speaks: list[tuple[int, Place]] = []
        self.acts: list[tuple[int, Place]] = []
        self.listed: list[tuple[int, Place]] = []

    def marks(self, number: int) -> list[str]:
        """As what it is known to a sentence, which is the document's ``number``-th."""
        found: list[str] = []
        if self.publisher:
            found.append("publisher")
        if self.speaks:
            nearest, _ = _nearest(self.speaks, number)
            if self.speaks[0][0] < number:
                found.append("spoke near" if number - _NEAR <= nearest < number else "spoke")
            else:
                found.append("speaks next" if nearest <= number + _NEAR else "speaks later")
        elif self.acts:
            found.append("acted" if self.acts[0][0] < number else "acts later")
        if self.listed:
            found.append("listed before" if self.listed[0][0] < number else "listed later")
        return found

    def place(self, number: int) -> Place | None:
        """Where it stands, seen from a sentence: where it speaks, else in a list, else where it acts, the nearest such place."""
        for places in (self.speaks, self.listed, self.acts):
            if places:
                return _nearest(places, number)[1]
        return None


def _nearest(places: list[tuple[int, Place]], number: int) -> tuple[int, Place]:
    best = places[0]
    for place in places[1:]:
        if abs(place[0] - number) < abs(best[0] - number):
            best = place
    return best
