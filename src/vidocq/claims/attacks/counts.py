"""The number that a claim carries: victims, persons charged, systems, money, how much data."""

from __future__ import annotations

from itertools import pairwise

from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.language.cues import Cues
from vidocq.language.pack import Pack
from vidocq.mentions.phrases import Phrase
from vidocq.model import Count

MONEY = {"$": "dollars", "€": "euros", "£": "pounds"}


def count_of(sentence: Sentence, p: int, pack: Pack) -> Count | None:
    """Value, unit and approximation of the number in phrase ``p`` ("dozens of hospitals" included)."""
    phrase = sentence.phrases[p]
    if phrase.number is None:
        return None
    value, approximate = phrase.number
    before = sentence.atoms[max(phrase.first - 3, 0) : phrase.first]
    keys = {a.key for a in before}
    bigrams = {f"{x.key} {y.key}" for x, y in pairwise(before)}
    if (keys | bigrams) & set(pack.phrases.approximators):
        approximate = True
    head = phrase.head
    child = of_child(sentence, p)
    if child is not None and phrase.kind in ("thing", "unit") and is_number(phrase, pack):
        head = sentence.phrases[child].head
    elif phrase.kind == "thing" and not head.isalpha():
        head = phrase.text.rpartition(" ")[2].casefold()
    if "r $" in {f"{x.key} {y.key}" for x, y in pairwise([*before, sentence.atoms[phrase.first]])}:
        return Count(value, "reais", approximate)  # "R$ 5 milhões"
    for atom in sentence.atoms[phrase.first : phrase.last + 1]:
        if atom.key in pack.phrases.currencies:
            return Count(value, pack.phrases.currencies[atom.key], approximate)
    for sign, currency in MONEY.items():
        if any(a.key == sign for a in [*before, *sentence.atoms[phrase.first : phrase.last + 1]]):
            return Count(value, currency, approximate)
    for atom in sentence.atoms[phrase.first : phrase.last + 1]:
        if atom.key in pack.phrases.volumes:
            return Count(value, pack.phrases.volumes[atom.key], approximate)
    if head in pack.phrases.currencies:
        return Count(value, pack.phrases.currencies[head], approximate)
    return Count(value, _unit(head, pack.cues), approximate)


def is_number(phrase: Phrase, pack: Pack) -> bool:
    """Whether a phrase is but the number of what "of" brings: "dozens | of hospitals", not "3,000 patients | of the hospital"."""
    words = pack.phrases
    head = phrase.head
    last = phrase.text.rpartition(" ")[2].casefold()
    if phrase.kind == "thing" and _unit(last, pack.cues) == "persons":
        return False  # "300 pupils | of the town"
    return (
        head in words.counting
        or head in words.multipliers
        or (phrase.kind == "thing" and _unit(head, pack.cues) == _AT_LARGE)
        or not head.isalpha()
    )


def _unit(head: str, cues: Cues) -> str:
    for unit, words in (
        ("systems", cues.systems),
        ("persons", cues.persons),
        ("persons", cues.counted_people),
        ("records", cues.records),
    ):
        if any(head.startswith(word) or head.endswith((word, word + "s")) for word in words):
            return unit
    return _AT_LARGE


_AT_LARGE = "organizations"
"""The unit of what no closer word counts."""
