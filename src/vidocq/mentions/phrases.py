"""Noun phrases with a type: who and what a sentence speaks of.

Each has its head, what it denotes, the states and names that modify it, its number and its governing preposition.
`vidocq.mentions.chunking` finds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

from mypy_extensions import mypyc_attr

from vidocq.mentions.names import Hit


@mypyc_attr(acyclic=True)
@dataclass(frozen=True)
class StateMark:
    """A state or agency that modifies a phrase.

    ``how``: ``demonym`` ("Russian hackers"), ``name`` ("US election"), ``sponsor`` ("China-backed
    group", "Chinese state-sponsored"), ``based`` ("Iran-based"), ``leaning`` ("pro-Russian").
    """

    entity: str
    type: str
    text: str
    how: str


@mypyc_attr(acyclic=True)
@final
class Phrase:
    """A noun phrase over atoms ``first..last``; ``start, end`` is its core in the text, without determiner.

    A class by hand, as `vidocq.mentions.names.Hit` is.
    """

    def __init__(
        self,
        first: int,
        last: int,
        start: int,
        end: int,
        text: str,
        kind: str,
        entity: str | None = None,
        head: str = "",
        prep: str | None = None,
    ) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.entity = entity
        self.head = head
        self.prep = prep

    weak: bool = False
    plural: bool = False
    determined: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    own: bool = False
    cyber: bool = False
    state_actor: bool = False
    capital: bool = False
    marks: tuple[StateMark, ...] = ()
    names: tuple[Hit, ...] = ()
    senses: frozenset[str] = frozenset()
    """All kinds that its head noun can have ("individuals": units that are counted, persons that act)."""
    number: tuple[int, bool] | None = None
    owner: int | None = None
    descriptor: str | None = None
    """Kind of the noun that describes a name: "hacking group Sandworm" is a group by its descriptor."""
