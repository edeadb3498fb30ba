"""A mention: a phrase of a sentence, or a name within it, as one entity that may have a role."""

from __future__ import annotations

from typing import final

from vidocq.claims.discourse.voices import Place
from vidocq.model import Count, Reference


@final
class Mention:
    """A phrase, or a name within it, as one entity. ``how`` tells where the reference is from: ``phrase``,
    ``mark`` (an adjective of country or a sponsor within the phrase), ``name`` (a name within it), ``method``,
    ``pronoun``, ``victim`` (whom the phrase means where it is hit), ``reading`` and ``victim reading`` (what else the name
    may be), ``thing`` (what has no name), ``behind`` (the state whose body is named), ``amount`` (what a number counts; ``phrase`` is -1 where that is in no phrase),
    ``memory`` (not here, but spoken of: ``mark`` tells as what; ``phrase`` is -1), ``voice`` (the same of who speaks elsewhere and
    can only have said something). ``elsewhere``: where else in the document it stands, of those who speak there."""

    __slots__ = ("atom", "count", "elsewhere", "how", "mark", "phrase", "reference")

    def __init__(
        self,
        phrase: int,
        atom: int,
        how: str,
        reference: Reference | None,
        count: Count | None = None,
        mark: str = "",
        elsewhere: Place | None = None,
    ) -> None:
        self.phrase = phrase
        self.atom = atom
        self.how = how
        self.reference = reference
        self.count = count
        self.mark = mark
        self.elsewhere = elsewhere


def in_phrase(mention: Mention) -> bool:
    """Whether a mention stands in a phrase as what that names: no number, and nobody who is only remembered."""
    return mention.how not in ("amount", "memory", "voice")
