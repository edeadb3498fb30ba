"""Which words belong to a noun phrase: the decision, word by word, with its neighbours.

The rules hold for English and French alike; the language pack says which words are determiners and so on. Words that are
noun and verb at once are judged by `vidocq.mentions.noun_or_verb`.
"""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.noun_or_verb import DETERMINES, noun_here
from vidocq.mentions.quantities import dates_by_year

NOMINAL = "nominal"
"""Can be the head of the phrase, or a name or noun that modifies it."""
PREMODIFIER = "premodifier"
"""Determiner, number, adjective, participle before the head."""
MODIFIER = "modifier"
"""French: adjective or demonym after the head."""
OUTSIDE = "outside"
"""Not part of the phrase."""

BREAKS = (
    Tag.BE
    | Tag.HAVE
    | Tag.MODAL
    | Tag.DO
    | Tag.RELATIVE
    | Tag.COMPLEMENTISER
    | Tag.INFINITIVE_MARKER
    | Tag.SOURCE_MARKER
    | Tag.ALIAS_MARKER
    | Tag.POSSESSIVE
    | Tag.CONJUNCTION
    | Tag.COORDINATOR
    | Tag.SUBORDINATOR
)
LEADS = Tag.DETERMINER | Tag.OWN_PRONOUN
_COUNTED = Tag.NOUN | Tag.NUMBER
_STATELY_NOUN = Tag.NOUN | Tag.STATE_ACTOR | Tag.STATE_WORD
_PREMODIFYING = Tag.STATE_ACTOR | Tag.STATE_WORD | Tag.ADJECTIVE | Tag.PRO
SUFFIXES = Tag.SPONSOR_SUFFIX | Tag.LOCATION_SUFFIX | Tag.TONGUE_SUFFIX
_OUT = Tag.ADVERB | Tag.PRONOUN | Tag.NEGATION


_ENDS = BREAKS | Tag.PREPOSITION
_MAY_STAY = _STATELY_NOUN | SUFFIXES | Tag.NUMBER | Tag.DETERMINER | Tag.OWN_PRONOUN | Tag.ADJECTIVE


def never_inside(atom: Atom) -> bool:
    """Whether an atom is part of no phrase, whatever stands about it: a sign, or a word of grammar and nothing else."""
    return atom.hit is None and (
        not atom.is_word or bool(atom.tags & _ENDS and not atom.tags & _MAY_STAY)
    )


def word_role(atoms: list[Atom], j: int, first: int, seen_head: bool, pack: Pack) -> str:
    """The part that atom ``j`` plays in a noun phrase that began at ``first``."""
    atom = atoms[j]
    tags = atom.tags
    if atom.hit is not None:
        if pack.head_first and seen_head and atom.hit.role == "demonym":
            return MODIFIER
        if seen_head and atom.hit.role == "demonym" and _plain_noun(atoms[j - 1]):
            compound = j > 1 and atoms[j - 2].key == "-"  # "a million-dollar Australian …"
            return NOMINAL if compound else OUTSIDE  # "the data | Chinese spies stole"
        return NOMINAL
    if not atom.is_word or (tags & Tag.DATE and (atom.capital or pack.head_first)):
        return OUTSIDE
    if (
        tags & Tag.COMPLEMENTISER
        and tags & Tag.DETERMINER
        and not (j and atoms[j - 1].tags & (Tag.PREPOSITION | Tag.CONJUNCTION))
    ):
        return OUTSIDE
    if tags & SUFFIXES and j > first and (atoms[j - 1].key == "-" or _links(atoms, j)):
        return PREMODIFIER
    if seen_head and not pack.head_first and _opens_time(atoms, j):
        return OUTSIDE
    if tags & LEADS and not tags & _COUNTED:
        return OUTSIDE if seen_head or _has_lower_word(atoms, first, j) else PREMODIFIER
    if tags & Tag.NUMBER and atom.key in pack.phrases.counting and not seen_head:
        following = atoms[j + 1] if j + 1 < len(atoms) else None
        if following is not None and following.key in pack.relations.of:
            return NOMINAL
    if tags & Tag.NUMBER:
        if j == first and dates_by_year(atoms, j):
            return OUTSIDE  # "In | 2015 | hackers hit …"
        return OUTSIDE if seen_head and pack.head_first else PREMODIFIER
    if tags & BREAKS and not tags & _STATELY_NOUN:
        return OUTSIDE
    if tags & Tag.PREPOSITION and not tags & Tag.NOUN:
        return OUTSIDE
    if tags & Tag.NOUN:
        if tags & Tag.VERB and not noun_here(atoms, j, seen_head, pack):
            return PREMODIFIER if _prenominal_participle(atoms, j, seen_head, pack) else OUTSIDE
        return NOMINAL
    if tags & Tag.VERB:
        if pack.head_first and seen_head and tags & Tag.ADJECTIVE:
            return MODIFIER
        return PREMODIFIER if _prenominal_participle(atoms, j, seen_head, pack) else OUTSIDE
    if tags & _PREMODIFYING:
        return MODIFIER if seen_head and pack.head_first else PREMODIFIER
    if tags & _OUT:
        joined = tags & Tag.ADVERB and j > first and atoms[j - 1].key == "-"
        return PREMODIFIER if joined or _heightens(atoms, j, first, seen_head, pack) else OUTSIDE
    return _unknown_word(atoms, j, first, seen_head, pack)


def _heightens(atoms: list[Atom], j: int, first: int, seen_head: bool, pack: Pack) -> bool:
    """Whether an adverb stands before a participle or adjective of the phrase: "a recently discovered tool"."""
    if seen_head or pack.head_first or j == first or j + 2 >= len(atoms):
        return False
    if not atoms[j - 1].tags & DETERMINES or not atoms[j].tags & Tag.ADVERB:
        return False
    after = atoms[j + 1]
    return bool(after.tags & Tag.ADJECTIVE) or _prenominal_participle(atoms, j + 1, seen_head, pack)


def _links(atoms: list[Atom], j: int) -> bool:
    """Whether a suffix written apart ties a state or agency to an actor: "China linked APT groups", but not "the FBI | linked
    12 hackers to …": before a number or an article it is a verb."""
    before, after = atoms[j - 1], atoms[j + 1 : j + 3]
    return (
        before.hit is not None
        and before.hit.type in ("state", "agency")
        and any("actor" in a.word.nouns_kinds for a in after)
        and not after[0].tags & (Tag.NUMBER | Tag.DETERMINER)
    )


def _opens_time(atoms: list[Atom], j: int) -> bool:
    """Whether "last spring" begins here: a date, and no part of the name before it."""
    after = atoms[j + 1] if j + 1 < len(atoms) else None
    return (
        after is not None
        and bool(atoms[j].tags & (Tag.ADJECTIVE | Tag.DETERMINER))
        and after.word.nouns_kinds == _TIME
    )


_TIME = frozenset({"time"})


def _unknown_word(atoms: list[Atom], j: int, first: int, seen_head: bool, pack: Pack) -> str:
    """A word that neither the pack nor the names know: a noun, an adjective or a verb?"""
    atom = atoms[j]
    if atom.capital:
        return NOMINAL
    if pack.head_first:
        if seen_head:
            return MODIFIER if atom.key.endswith(pack.adjective_suffixes) else OUTSIDE
        before = atoms[j - 1] if j else None
        return (
            NOMINAL
            if before and before.tags & (DETERMINES | Tag.PREPOSITION | Tag.NUMBER | Tag.ADJECTIVE)
            else OUTSIDE
        )
    before = atoms[j - 1] if j else None
    follows = before is not None and bool(before.hit or before.tags & Tag.NOUN or before.capital)
    if (seen_head or (j == first and follows)) and atom.key.endswith(("ed", "ing")):
        return OUTSIDE
    if seen_head and atom.key.endswith("s") and j + 1 < len(atoms) and _starts_phrase(atoms[j + 1]):
        return OUTSIDE
    return (
        NOMINAL
        if j > first or (j and atoms[j - 1].tags & Tag.PREPOSITION) or atom.key.endswith("s")
        else PREMODIFIER
    )


def _plain_noun(atom: Atom) -> bool:
    """Whether a word is a noun in lower case, and neither name nor adjective: no country follows it in one phrase."""
    if atom.hit is not None or atom.capital or not atom.tags & Tag.NOUN:
        return False
    if atom.tags & (Tag.STATE_ACTOR | Tag.STATE_WORD | Tag.PRO | Tag.OTHER_ATTACK):
        return False
    return not atom.tags & Tag.ADJECTIVE or "asset" in atom.word.nouns_kinds


def _reports(atom: Atom) -> bool:
    """Whether a word is a verb of saying, and nothing else."""
    return bool(atom.tags & Tag.VERB) and not atom.tags & Tag.NOUN and "say" in atom.word.frames


def _starts_phrase(atom: Atom) -> bool:
    return bool(atom.tags & DETERMINES) or (atom.capital and atom.hit is not None)


def _has_lower_word(atoms: list[Atom], first: int, j: int) -> bool:
    """Whether the phrase already has a word other than determiners, so that another one starts a new phrase."""
    return any(
        not a.tags & (Tag.DETERMINER | Tag.NUMBER | Tag.ADVERB) for a in atoms[first:j] if a.is_word
    )


def _prenominal_participle(atoms: list[Atom], j: int, seen_head: bool, pack: Pack) -> bool:
    """Whether a participle stands before its noun: "stolen data", "targeted attacks"."""
    if seen_head or pack.head_first or j + 1 >= len(atoms):
        return False
    atom, after = atoms[j], atoms[j + 1]
    if not atom.word.form & (Form.PARTICIPLE | Form.GERUND):
        return False
    before = atoms[j - 1] if j else None
    if before is not None and before.tags & Tag.RELATIVE and j > 1:
        # "the attack that | destroyed | data": after a noun the word opens a clause.
        noun = atoms[j - 2]
        if noun.hit is not None or noun.tags & Tag.NOUN:
            return False
    if before is not None and before.tags & Tag.ADVERB and j > 1:
        before = atoms[j - 2]  # "a recently | discovered | tool"
    opened = before is not None and bool(
        before.tags & (DETERMINES | Tag.ADJECTIVE | Tag.NUMBER | Tag.PREPOSITION)
        or before.key == "-"
        or _reports(before)  # "the firm says | leaked data is old"
    )
    nominal = bool(after.tags & Tag.NOUN) or (
        after.tags == 0 and after.is_word and not after.capital
    )
    if before is not None and before.tags & Tag.PREPOSITION:
        # "in the face of repeated attacks", but "for hacking banks", "after infected phones were found"
        return nominal and all(v.form & Form.PARTICIPLE for v in atom.word.verbs)
    return opened and nominal
