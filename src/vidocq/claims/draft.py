"""A claim in the making: what a rule found, before claimants, dates and merging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vidocq.model import Confidence, Count, EntityType, Likelihood, Polarity, Predicate, Reference

TRAINED = "trained"
"""The rule of a draft that the trained reader proposed (`vidocq.claims.trained.proposing`)."""


@dataclass
class Draft:
    """A rule's finding. ``atom`` places it in the sentence (for the scope of speech); ``claimants``
    is None where the rule names none, so that the sentence's speaker decides; ``rule`` names it."""

    predicate: Predicate
    subject: Reference
    object: Reference | None
    sentence: int
    atom: int
    rule: str
    claimants: tuple[Reference, ...] | None = None
    via: tuple[Reference, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    confidence: Confidence | None = None
    likelihood: Likelihood | None = None
    event_time: str | None = None
    said_on: str | None = None
    count: Count | None = None
    quote: tuple[int, int] | None = None
    allied: bool = False
    """Said together with allies whom the sentence does not name ("the US and its allies accuse …")."""
    score: float = 1.0
    """How sure the trained reader is of the end that its role goes by; rules are."""
    bond: float = 1.0
    """How sure it is of the other end."""
    origin: str = ""
    """How that end is mentioned (`vidocq.claims.trained.mentioned.Mention`)."""
    other_origin: str = ""
    """The same of the other end; "attack" where that is the attack that is spoken of."""
    unnamed: bool = False
    """Whether its attack is called by the words about it, for the text has no noun for it so far."""
    words: str = ""
    """What its own sentence calls the attack, where it says whose that was."""
    apart: bool = False
    """Whether its attack is an earlier one, told without a noun and never the one that the text is about."""
    replaced: bool = False
    """Whether a later sentence says the same of its persons one by one."""

    @property
    def surety(self) -> float:
        """How sure the trained reader is of both ends together."""
        return self.score * self.bond

    @property
    def proposed(self) -> bool:
        """Whether the trained reader proposed it, and no rule found it."""
        return self.rule == TRAINED


def each_once(claimants: Sequence[Reference]) -> tuple[Reference, ...]:
    """Those who say something, each once: "the ministry" with and without its country's code is one body."""
    once: dict[tuple[EntityType, str], Reference] = {}
    for one in claimants:
        once.setdefault((one.type, one.text), one)
    return tuple(once.values())
