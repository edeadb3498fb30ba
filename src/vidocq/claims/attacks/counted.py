"""What a number of an attack's victims is a number of: people, customers, computers, sums of money.

The object of an `affects` claim. Bodies without a closer word ("30,000 organizations") have none (claim guide).
"""

from __future__ import annotations

from vidocq.claims.attacks.counts import count_of, is_number
from vidocq.claims.syntax.layout import Sentence, of_child
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference

_COUNTED = frozenset({"unit", "asset", "persons", "thing", "state", "company", "diplomats"})


def counted_thing(sentence: Sentence, p: int, pack: Pack) -> Reference | None:
    """What phrase ``p`` counts ("3 million customers", "dozens of banks"); None for bodies and victims at large."""
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    if child is not None and phrase.kind in ("thing", "unit") and is_number(phrase, pack):
        phrase = sentence.phrases[child]
    words = pack.phrases
    if phrase.kind == "sector" and phrase.entity:
        return Reference(EntityType.SECTOR, phrase.text, phrase.entity)
    if phrase.head in words.individual_words or phrase.descriptor == "people":
        return Reference(EntityType.SECTOR, _bare(sentence, phrase), "sector:individuals")
    if phrase.kind not in _COUNTED or (
        phrase.head in words.bodies_at_large or phrase.head in words.victim_words
    ):
        return None
    if phrase.head in words.currencies:
        return None  # "cost $10 billion"
    text = _bare(sentence, phrase)
    return Reference(EntityType.OTHER, text, "other:" + slug(text)) if text else None


def taken(sentence: Sentence, p: int, pack: Pack) -> Reference | None:
    """What phrase ``p`` counts where it was stolen: a sum is of what was stolen too."""
    count = count_of(sentence, p, pack)
    if count is not None and count.unit in pack.phrases.currencies.values():
        return sum_of(sentence, p, count.unit)
    return counted_thing(sentence, p, pack)


def sum_of(sentence: Sentence, p: int, unit: str) -> Reference | None:
    """What a sum of money was in: "$1.5 billion in virtual assets", "100 millions de dollars de cryptomonnaies"."""
    phrase = sentence.phrases[p]
    last, name = phrase, unit
    following = p + 1
    if following < len(sentence.phrases):
        other = sentence.phrases[following]
        between = sentence.atoms[phrase.last + 1 : other.first]
        close = all(a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in between)
        if (
            other.prep in sentence.pack.relations.made_of
            and close
            and other.kind in ("thing", "asset", "unit", "name")
        ):
            last, name = other, other.text
    text = sentence.text[phrase.start : last.end]
    return Reference(EntityType.OTHER, text, "other:" + slug(name))


def _bare(sentence: Sentence, phrase: Phrase) -> str:
    """The words of a phrase without its number."""
    first = phrase.first
    for i in range(phrase.first, phrase.last + 1):
        atom = sentence.atoms[i]
        if atom.start < phrase.start or atom.tags & Tag.NUMBER or not atom.is_word:
            first = i + 1
    while first < phrase.last and sentence.atoms[first].tags & (Tag.PREPOSITION | Tag.DETERMINER):
        first += 1
    if first > phrase.last:
        return phrase.text
    return sentence.text[sentence.atoms[first].start : phrase.end]
