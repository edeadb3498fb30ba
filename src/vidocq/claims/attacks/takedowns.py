"""What an authority or firm took down: a gang, its malware, servers, sites, or money.

A thing leads to whose it is ("the servers of the LockBit gang", "domains used by Strontium"); without an owner it is itself
what was taken ("48 domains", "$6.1 million").
"""

from __future__ import annotations

from vidocq.claims.attacks.counts import MONEY, count_of
from vidocq.claims.discourse.context import Context
from vidocq.claims.references.entities import refer
from vidocq.claims.syntax.layout import Sentence, members, of_child
from vidocq.language.tags import Tag
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug
from vidocq.model import EntityType, Reference

_THINGS = frozenset({"technique", "asset", "unit", "thing", "malware", "organisation"})
_OWNERS = frozenset({"group", "malware", "actor"})
_REACH = 3


def disrupted(context: Context, sentence: Sentence, p: int) -> list[tuple[Reference, int | None]]:
    """The gang, malware or goods that phrase ``p`` and its list stand for, with the phrase that counts them."""
    found: list[tuple[Reference, int | None]] = []
    for q in (r for m in members(sentence, p) for r in sentence.same.get(m, [m])):
        phrase = sentence.phrases[q]
        if _is_money(phrase, context):
            reference = _goods(sentence, q, phrase, context)
        elif (phrase.kind in _THINGS and phrase.entity is None) or phrase.kind == "technique":
            reference = _owner(context, sentence, q) or _goods(sentence, q, phrase, context)
        else:
            reference = refer(sentence, q, context.memory)
        if reference is not None:
            found.append((reference, q))
    return found


def _owner(context: Context, sentence: Sentence, p: int) -> Reference | None:
    """The gang or malware that a thing belongs to, by its own words, by "of", or by whom it was used."""
    phrase = sentence.phrases[p]
    child = of_child(sentence, p)
    for hit in (*phrase.names, *(sentence.phrases[child].names if child is not None else ())):
        if hit.type in ("malware", "group"):
            words = sentence.text[hit.start : hit.end]
            return Reference(EntityType(hit.type), words, hit.entity)
    if phrase.owner is not None and sentence.phrases[phrase.owner].kind in _OWNERS:
        return _named(context, sentence, phrase.owner)
    for q in range(p + 1, min(p + 1 + _REACH, len(sentence.phrases))):
        other = sentence.phrases[q]
        if other.kind in ("group", "malware") and (
            q == child or other.prep in sentence.pack.relations.owners
        ):
            return refer(sentence, q, context.memory)
        if (
            other.kind == "actor"
            and other.prep in sentence.pack.relations.owners
            and (other.names or other.marks or q in sentence.same)
        ):
            return _named(context, sentence, q)
        between = sentence.atoms[sentence.phrases[q - 1].last + 1 : other.first]
        if any(a.key in (",", ";") or a.tags & Tag.CONJUNCTION for a in between):
            break
    return None


def _named(context: Context, sentence: Sentence, q: int) -> Reference | None:
    """The gang of phrase ``q``, by its name where the sentence gives it ("from a hacking group, | Nickel")."""
    return refer(sentence, sentence.same.get(q, [q])[0], context.memory)


def _is_money(phrase: Phrase, context: Context) -> bool:
    return phrase.head in MONEY or phrase.head in context.pack.phrases.currencies


def _goods(sentence: Sentence, p: int, phrase: Phrase, context: Context) -> Reference | None:
    """Things of computers and money that were taken, where their number or the field says that they matter."""
    if _is_money(phrase, context):
        words, name = phrase.text, phrase.head if phrase.head not in MONEY else "money"
        following = sentence.phrases[p + 1] if p + 1 < len(sentence.phrases) else None
        if following is not None and following.prep in sentence.pack.relations.seats:
            words, name = sentence.text[phrase.start : following.end], following.head
        return Reference(EntityType.OTHER, words, "other:" + slug(name))
    count = count_of(sentence, p, context.pack) if phrase.kind in ("asset", "unit") else None
    if count is not None and count.unit == "systems":
        return Reference(EntityType.OTHER, phrase.text, "other:" + slug(phrase.head))
    if phrase.kind == "asset" and phrase.determined and context.sentence_in_field:
        return Reference(EntityType.OTHER, phrase.text, "other:" + slug(phrase.text))
    return None
