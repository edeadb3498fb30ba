"""Signs that come together again and again, as one thing: what they weigh is added up once for each table.

A word at a place ("the head is `banque`") says what it begins with and what it is about; a form says its kind, its preposition
and both. Such signs are a bundle. The same signs are the same bundle, so that tables can keep what it weighs
(`vidocq.claims.trained.tables.Sums`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import final


@final
class Bundle:
    """Signs that always come together; made by `bundle`, so that it is known by itself."""

    __slots__ = ("signs",)

    def __init__(self, signs: tuple[str, ...]) -> None:
        self.signs = signs


_KNOWN: dict[tuple[str, ...], Bundle] = {}
_MANY = 50_000
"""Bundles that are kept; then it begins anew, and bundles of the same signs weigh the same all the same."""


def bundle(*signs: str) -> Bundle:
    """The bundle of some signs."""
    known = _KNOWN.get(signs)
    if known is None:
        if len(_KNOWN) >= _MANY:
            _KNOWN.clear()
        known = _KNOWN[signs] = Bundle(signs)
    return known


def signs_in(bundles: Iterable[Bundle]) -> list[str]:
    """The signs of bundles one by one; one that comes twice counts twice."""
    return [sign for some in bundles for sign in some.signs]
