"""The head of a noun phrase: which word it is, in which of its senses, and what the last noun of a name says."""

from __future__ import annotations

from vidocq.language.pack import Pack, Word
from vidocq.language.stored import NounForm
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom


def find_head(span: list[Atom], lead: int, pack: Pack) -> int:
    """Index of the head in ``span``: the last nominal in English, the first in French."""
    indices = range(lead, len(span)) if pack.head_first else range(len(span) - 1, lead - 1, -1)
    fallback = -1
    for i in indices:
        atom = span[i]
        if atom.hit is not None:
            if atom.hit.role == "demonym" and pack.head_first:
                fallback = i if fallback < 0 else fallback
                continue
            return i
        if atom.word.nouns or (
            atom.capital
            and atom.is_word
            and not atom.tags & (Tag.ADJECTIVE | Tag.DETERMINER | Tag.NUMBER)
        ):
            return i
        if (
            fallback < 0
            and atom.is_word
            and not atom.tags & (Tag.ADJECTIVE | Tag.DETERMINER | Tag.NUMBER)
        ):
            fallback = i
    return fallback if fallback >= 0 else len(span) - 1


def noun_sense(atom: Atom) -> NounForm:
    """The sense of a noun that has several: one that needs no support first."""
    if atom.capital:
        # "Meteorological Service" is a body, "the service" may be anything.
        for noun in atom.word.nouns:
            if noun.kind in ("organisation", "company"):
                return noun
    nouns = atom.word.nouns
    if len(nouns) == 1:
        return nouns[0]
    if "malware" in atom.word.nouns_kinds:
        # "tools": of general use too, but what the field means by it says more.
        return min((n for n in nouns if n.kind != "thing"), key=lambda noun: noun.weak)
    return min(nouns, key=lambda noun: noun.weak)


def names_attack(atom: Atom, pack: Pack) -> bool:
    """Whether the head of a technique's name is a noun for an attack ("phishing campaign")."""
    word = _head_word(atom, pack)
    return word is not None and "attack" in word.nouns_kinds


def plural_attack(atom: Atom, pack: Pack) -> bool:
    """Whether the head of a technique's name is a plural."""
    word = _head_word(atom, pack)
    return word is not None and any(noun.plural for noun in word.nouns)


def many_firms(atom: Atom, pack: Pack) -> bool:
    """Whether the last word of a sector's name is a noun for firms ("technology companies")."""
    word = pack.words.get(atom.key.rsplit(" ", 1)[-1])
    return word is not None and "company" in word.nouns_kinds


def _head_word(atom: Atom, pack: Pack) -> Word | None:
    """What the pack knows of the head noun of a name of several words."""
    words = atom.key.replace("-", " ").split()
    if len(words) < 2:
        return None
    return pack.words.get(words[0] if pack.head_first else words[-1])
