"""Portuguese "a": the article, or the preposition that reads the same ("sanções | a | três hackers").

The article is feminine and stands before one thing. Before a number, several, a masculine word, a person's name
or the name of a city the word is the preposition.
"""

from __future__ import annotations

from typing import Final

from vidocq.knowledge.given_names import given_names
from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom


def tell_articles(atoms: list[Atom], pack: Pack) -> None:
    """Make prepositions of the articles that are none, in place."""
    doubtful = pack.cues.doubtful_articles
    if not doubtful:
        return
    for i in range(len(atoms) - 1):
        atom = atoms[i]
        told = (
            atom.key in doubtful and atom.tags & Tag.DETERMINER and not _ends_range(atoms, i, pack)
        )
        if told and _governs(atoms, i, pack):
            word = Word(Tag.PREPOSITION, value=atom.key)
            atoms[i] = Atom(
                atom.start,
                atom.end,
                atom.key,
                word.tags,
                word,
                None,
                atom.capital,
                atom.spaced,
                True,
            )


def _ends_range(atoms: list[Atom], i: int, pack: Pack) -> bool:
    """Whether the word at ``i`` stands between the ends of a range: "de 200 | a | 400", "de Ana Prado | a | Rui Sá"."""
    if not (atoms[i + 1].capital or atoms[i + 1].tags & Tag.NUMBER):
        return False
    j = i - 1
    while j >= 0 and (atoms[j].capital or atoms[j].tags & (Tag.NUMBER | Tag.DETERMINER)):
        j -= 1
    return 0 <= j < i - 1 and atoms[j].key in pack.relations.of


def _governs(atoms: list[Atom], i: int, pack: Pack) -> bool:
    """Whether the word at ``i`` is the preposition, by the word after it."""
    after = atoms[i + 1]
    if after.hit is not None and after.hit.type in _NAMES:
        return _bare_name(after)
    if not after.is_word or after.tags & (Tag.ADVERB | Tag.VERB) or _hyphened(atoms, i + 1):
        return False
    if after.capital:
        surname = i + 2 < len(atoms) and atoms[i + 2].capital
        return surname and after.hit is None and not after.tags and after.key in given_names()
    if after.key in pack.cues.never_after_article or after.tags & Tag.NUMBER:
        return True
    if after.key in pack.cues.after_feminine_article:
        return False
    return after.key.endswith("s") or (after.key.endswith("o") and not after.key.endswith("ão"))


def _bare_name(atom: Atom) -> bool:
    """Whether a name is one that takes no feminine article."""
    hit = atom.hit
    if hit is None:
        return False
    first = atom.key.partition(" ")[0]
    if hit.role == "demonym":
        return first.endswith(_MANY_OR_MASCULINE)
    if hit.type == "state":
        # "a Pequim", "a Israel", but "a Rússia", "a Coreia do Norte".
        return hit.role == "capital" or not first.endswith("a")
    return hit.type == "person"


_NAMES: Final = frozenset({"state", "person"})
_MANY_OR_MASCULINE: Final = ("s", "o")


def _hyphened(atoms: list[Atom], i: int) -> bool:
    """Whether a word is the first part of a compound, whose gender the last part has: "micro-empresa"."""
    return i + 1 < len(atoms) and atoms[i + 1].key == "-" and not atoms[i + 1].spaced
