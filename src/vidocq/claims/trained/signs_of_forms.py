"""What the form of a phrase says of a mention: one or many, known or new; and of an event: this one, or attacks of a kind.

Used by `vidocq.claims.trained.telling_signs`.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.trained.bundles import Bundle, bundle
from vidocq.claims.trained.signs_of_words import preposition_classes
from vidocq.mentions.phrases import Phrase


@cache
def of_form(language: str, kind: str, how: str, mark: str, phrase: str, prep: str | None) -> Bundle:
    """What type and place of a mention say: its own type, how it is mentioned, the preposition before it."""
    origin = f"from {how} {mark} {phrase}"
    classes = preposition_classes(language, prep)
    return bundle(origin, f"{kind} {origin}", *[f"{kind} after {c}" for c in classes])


@cache
def of_remembered(kind: str, mark: str) -> Bundle:
    """What speaks for somebody who is not named here: as what the document has spoken of them."""
    places = mark.split("+")
    return bundle(kind, *places, *[f"{kind} {place}" for place in places])


@cache
def of_time(side: str, time: str) -> Bundle:
    """When what a verb beside a mention tells was."""
    return bundle(f"{side} verb {time}")


def step(number: int, steps: tuple[int, ...]) -> int:
    """The greatest step that a number reaches; 0 below the first."""
    return max([step for step in steps if number >= step], default=0)


def form_of_event(phrase: Phrase) -> list[str]:
    """Whether an event is one that is known, or attacks of a kind: "the attack", "a breach", "ransomware attacks"."""
    found = ["of a name" if phrase.entity is not None else "of no name"]
    found.append("many" if phrase.plural else "one")
    found.append("a" if phrase.indefinite else "the" if phrase.determined else "bare")
    found.append(f"{found[1]} {found[2]}")
    return found


def form_of_phrase(phrase: Phrase) -> list[str]:
    found: list[str] = []
    if phrase.determined:
        found.append("indefinite" if phrase.indefinite else "determined")
    if phrase.entity is None:
        found.append("no known name")
    if phrase.plural:
        found.append("plural")
    if phrase.capital:
        found.append("capital")
    return found
