"""Changes of a text that change its claims in a way known beforehand: names exchanged, a paragraph added.

A transformation takes a document and gives the changed one, with what is to become of each claim.
The words are in `robustness.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations, product
from pathlib import Path

import msgspec

from vidocq.evaluate.rows import Annotation, Mention
from vidocq.model import Document

Expected = Callable[[Annotation], Annotation]
Transformation = Callable[[Document], tuple[Document, Expected]]

WORDS = Path(__file__).with_name("robustness.yaml")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file holds, by language.

    ``states``: for each state its forms; forms at the same place of two rows may stand for each
    other. ``paragraphs``: other news. ``negations``: pairs of a sentence and its denial, with
    ``{attacker}``, ``{victim}`` and ``{accuser}``; the names for these places are in ``places``.
    """

    states: dict[str, dict[str, list[str]]]
    paragraphs: dict[str, list[str]]
    negations: dict[str, list[tuple[str, str]]]
    places: dict[str, dict[str, dict[str, str]]]


@cache
def words() -> Words:
    """The words of the file.

    Raises:
        msgspec.ValidationError: it is not of this form; the message names the place.
    """
    return msgspec.yaml.decode(WORDS.read_bytes(), type=Words)


def pairs_of(document: Document) -> list[tuple[str, str]]:
    """The pairs of states of which at least one name of each stands in the text."""
    forms = words().states.get(document.id[:2], {})
    there = [
        code
        for code, names in forms.items()
        if any(re.search(rf"\b{re.escape(name)}\b", document.text) for name in names)
    ]
    return list(combinations(sorted(there), 2))


def states_exchanged(document: Document) -> tuple[Document, Expected]:
    """The first two states named in a text, each under the other's names everywhere."""
    pairs = pairs_of(document)
    if not pairs:
        return document, lambda claim: claim
    a, b = pairs[0]
    text = exchange(document.text, words().states[document.id[:2]], a, b)
    return msgspec.structs.replace(document, text=text), _states_of_claim_exchanged(a, b)


def exchange(text: str, forms: Mapping[str, list[str]], a: str, b: str) -> str:
    """The text with the names of two states exchanged, longest names first."""
    swap = dict(zip(forms[a], forms[b], strict=True)) | dict(zip(forms[b], forms[a], strict=True))
    capitals = {k[:1].upper() + k[1:]: v[:1].upper() + v[1:] for k, v in swap.items()}
    swap = capitals | swap
    longest = sorted(swap, key=len, reverse=True)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return names.sub(lambda found: swap[found[0]], text)


def _states_of_claim_exchanged(a: str, b: str) -> Expected:
    other = {f"state:{a}": f"state:{b}", f"state:{b}": f"state:{a}"}

    def mention(m: Mention | None) -> Mention | None:
        return msgspec.structs.replace(m, id=other.get(m.id or "", m.id)) if m else None

    def expected(claim: Annotation) -> Annotation:
        return msgspec.structs.replace(
            claim,
            subject=mention(claim.subject),
            object=mention(claim.object),
            claimants=tuple(m for c in claim.claimants or () if (m := mention(c))),
        )

    return expected


def paragraph_added(place: str) -> Transformation:
    """Other news in the text: after its headline, in its middle or at its end. No claim changes."""

    def add(document: Document) -> tuple[Document, Expected]:
        news = words().paragraphs.get(document.id[:2], [])
        paragraphs = document.text.split("\n\n")
        if not news or len(paragraphs) < 3:
            return document, lambda claim: claim
        at = {
            "after the headline": 1,
            "in the middle": len(paragraphs) // 2,
            "at the end": len(paragraphs),
        }[place]
        chosen = news[len(document.text) % len(news)]
        text = "\n\n".join([*paragraphs[:at], chosen, *paragraphs[at:]])
        return msgspec.structs.replace(document, text=text), lambda claim: claim

    return add


TRANSFORMATIONS: dict[str, Transformation] = {
    "two states exchanged": states_exchanged,
    **{
        f"other news {place}": paragraph_added(place)
        for place in ("after the headline", "in the middle", "at the end")
    },
}


def negations(language: str) -> Iterator[tuple[str, str]]:
    """Sentences and their denials, with every name in every place."""
    given = words()
    if language not in given.places:
        return
    places = given.places[language]
    for affirmed, denied in given.negations[language]:
        used = [place for place in places if f"{{{place}}}" in affirmed + denied]
        for names in product(*(places[place] for place in used)):
            filled = dict(zip(used, names, strict=True))
            yield affirmed.format(**filled), denied.format(**filled)
