"""Nouns that one sees through: "a series of attacks" are attacks, "strains of ransomware" ransomware.

The noun after "of" is what is meant; the noun before it lends determiner, number and place in the
sentence (transparent nouns, FrameNet).
"""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase

TRANSPARENT = "transparent"
"""The kind of such a noun's phrase."""


def follows_of(atoms: list[Atom], noun: Phrase, phrase: Phrase, pack: Pack) -> bool:
    """Whether "of" and determiners alone part the transparent ``noun`` from ``phrase``."""
    return phrase.prep in pack.relations.of and all(
        atom.tags & (Tag.PREPOSITION | Tag.DETERMINER) or atom.key in '"«“'
        for atom in atoms[noun.last + 1 : phrase.first]
    )


def quantified(atoms: list[Atom], first: int, pack: Pack) -> int | None:
    """The quantifier that "of" ties to the phrase at ``first``: "many | of the organizations"."""
    i = first - 1
    while i >= 0 and atoms[i].tags & Tag.DETERMINER and not atoms[i].tags & Tag.PREPOSITION:
        i -= 1
    of = pack.relations.of
    if i >= 0 and (atoms[i].key in of or atoms[i].word.value in of):
        i -= 1
    elif not atoms[first].tags & Tag.PREPOSITION:
        return None
    if i >= 0 and atoms[i].key in pack.phrases.quantifiers and atoms[i].hit is None:
        return i
    return None


def see_through(noun: Phrase, phrase: Phrase) -> None:
    """Put ``phrase`` in the place of the transparent ``noun`` before it."""
    phrase.first, phrase.prep, phrase.owner = noun.first, noun.prep, noun.owner
    phrase.number = phrase.number or noun.number
    phrase.marks = phrase.marks or noun.marks
    phrase.own = phrase.own or noun.own
    if noun.determined:
        phrase.determined, phrase.demonstrative = True, noun.demonstrative
        phrase.indefinite = noun.indefinite
