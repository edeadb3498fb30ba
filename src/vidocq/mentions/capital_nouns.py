"""Which words belong to a noun phrase where the verb is second and compounds are one word (German, Dutch).

Two nouns side by side are two phrases there ("hat die Regierung | Hacker …"), unless one describes the name after it
("die Gruppe | Kestrel"). Where every noun has a capital (German), a capital tells no name: what is one is told by a noun that
describes it, by a second name beside it, or by its spelling; small letters are articles, adjectives and participles.
"""

from __future__ import annotations

import re
from functools import cache

from vidocq.knowledge.all_names import load_names
from vidocq.language.pack import Pack
from vidocq.language.tags import Form, Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.nominal import BREAKS, LEADS, NOMINAL, OUTSIDE, PREMODIFIER, SUFFIXES
from vidocq.mentions.quantities import dates_by_year

_STATELY = Tag.STATE_ACTOR | Tag.STATE_WORD | Tag.PRO
_OUT = Tag.ADVERB | Tag.PRONOUN | Tag.NEGATION
_GRAMMAR = BREAKS | LEADS | _OUT | Tag.PREPOSITION | Tag.COMPLEMENTISER
_DESCRIBES = {
    "group": frozenset({"actor", "persons", "malware"}),
    "malware": frozenset({"malware", "actor", "attack"}),
    "agency": frozenset({"service", "organisation", "government", "company"}),
    "company": frozenset({"company", "organisation", "asset"}),
    "organisation": frozenset({"company", "organisation", "asset"}),
    "person": frozenset({"office", "persons", "actor"}),
    "product": frozenset({"asset", "malware", "company"}),
    "vulnerability": frozenset({"vulnerability"}),
    "incident": frozenset({"attack"}),
}
"""Type of a name → the kinds of nouns that may describe it right before it."""
_BEARING = frozenset(
    {"actor", "office", "persons", "company", "organisation", "malware", "service"}
)
"""Kinds of nouns after which an unknown capitalised word is their name."""
_COMMON = (
    *("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen"),
    *("tät", "täten", "ismus", "nis", "nisse", "tum", "ling", "chen", "er", "ern", "en", "e", "ei"),
)
"""Endings of common nouns: a single unknown word with one of them is no name."""


def word_role_by_capital(atoms: list[Atom], j: int, first: int, last: int, pack: Pack) -> str:
    """The part that atom ``j`` plays in a phrase that began at ``first`` and whose last noun is at ``last`` (-1: none yet)."""
    atom = atoms[j]
    tags = atom.tags
    head = last >= 0 and not _adjectival(atoms, last, pack)
    hyphen = j > first and atoms[j - 1].key == "-"
    if atom.hit is not None:
        if not head or hyphen:
            return NOMINAL
        if atom.hit.role == "demonym":
            return OUTSIDE
        placed = atom.hit.type == "place" or atom.hit.role == "capital"
        if placed and j == last + 1 and atoms[last].key.endswith(pack.cues.placed_bodies):
            return NOMINAL  # "die Stadtverwaltung | Frankfurt", "het ziekenhuis | Antwerpen"
        if j == last + 1 and _short_for(atoms[last], atom):
            return NOMINAL  # "den russischen Inlandsgeheimdienst | FSB", "de geheime dienst | SVR"
        described = _DESCRIBES.get(atom.hit.type)
        fits = described is not None and not described.isdisjoint(atoms[last].word.nouns_kinds)
        return NOMINAL if fits and atoms[last].hit is None else OUTSIDE
    capitals = pack.grammar.noun_capitals
    if not atom.is_word or (tags & Tag.DATE and (atom.capital or not capitals)):
        return OUTSIDE
    if tags & Tag.COMPLEMENTISER and tags & Tag.DETERMINER:
        return OUTSIDE  # "zegt | dat | hackers …"
    if tags & SUFFIXES and hyphen:
        return PREMODIFIER
    if tags & LEADS and not tags & (Tag.NOUN | Tag.NUMBER):
        return OUTSIDE if j > first else PREMODIFIER
    if tags & Tag.NUMBER:
        if j == first and dates_by_year(atoms, j):
            return OUTSIDE  # "werd in | 2015 | slachtoffer van …"
        return OUTSIDE if head else PREMODIFIER
    if not capitals and not head and (_of_place(atoms, j) or _named_after(atoms, j)):
        return PREMODIFIER  # "het | Delftse | bedrijf", "het | Openbaar | centrum"
    if atom.capital and not _begins(atoms, j, tags):
        return _noun_role(atoms, j, last, head, hyphen, pack.cues.placed_bodies)
    if not capitals and tags & Tag.NOUN and _noun_here(atoms, j, first):
        return _noun_role(atoms, j, last, head, hyphen, pack.cues.placed_bodies)
    if tags & (BREAKS | Tag.PREPOSITION) and not tags & _STATELY:
        return OUTSIDE
    if head:
        return OUTSIDE
    if tags & (_STATELY | Tag.ADJECTIVE):
        return PREMODIFIER
    if tags & Tag.VERB:
        before = j > first and not tags & Tag.ADVERB
        fits = bool(atom.word.form & Form.ATTRIBUTIVE) and before and _goes_on(atoms, j + 1, pack)
        return PREMODIFIER if fits else OUTSIDE
    if tags & _OUT:
        after = atoms[j + 1] if j + 1 < len(atoms) else None
        heightens = j > first and after is not None and not after.capital
        return PREMODIFIER if heightens and _goes_on(atoms, j + 1, pack) else OUTSIDE
    if tags & Tag.NOUN and capitals:
        return NOMINAL
    if not capitals and not tags and not _goes_on(atoms, j + 1, pack):
        opened = bool(j and atoms[j - 1].tags & _OPENING)
        return NOMINAL if opened else OUTSIDE
    adjective = atom.key.endswith(pack.grammar.adjective_endings)
    return PREMODIFIER if adjective and _goes_on(atoms, j + 1, pack) else OUTSIDE


def _of_place(atoms: list[Atom], j: int) -> bool:
    """Whether a capitalised word that no list has is the adjective of a place, as Dutch makes them in -se."""
    atom = atoms[j]
    after = atoms[j + 1] if j + 1 < len(atoms) else None
    return (
        atom.capital
        and atom.key.endswith("se")
        and not atom.word.nouns
        and after is not None
        and not after.capital
        and (bool(after.tags & Tag.NOUN) or (after.hit is not None and after.hit.type in _BODIES))
    )


_BODIES = frozenset({"organisation", "agency", "company"})


def _named_after(atoms: list[Atom], j: int) -> bool:
    """Whether a capital is that of a known adjective before a body's noun, with which its name begins in Dutch."""
    after = atoms[j + 1] if j + 1 < len(atoms) else None
    return (
        atoms[j].capital
        and bool(atoms[j].tags & Tag.ADJECTIVE)
        and after is not None
        and after.is_word
        and not after.capital
        and not after.word.nouns_kinds.isdisjoint(_BODIES)
    )


def _short_for(before: Atom, atom: Atom) -> bool:
    """Whether an abbreviation says which body the words before it describe: both are agencies of one country."""
    if (
        before.hit is None
        or atom.hit is None
        or before.hit.type != "agency"
        or atom.hit.type != "agency"
    ):
        return False
    same = before.hit.entity.partition("-")[0] == atom.hit.entity.partition("-")[0]
    return same and atom.hit.role == "abbreviation" and before.hit.role != "abbreviation"


def _begins(atoms: list[Atom], j: int, tags: int) -> bool:
    """Whether a capital at ``j`` is only that of the sentence's first word, which is no noun."""
    opens = not any(a.is_word for a in atoms[:j]) or atoms[j - 1].key in ":–—„»"
    opens = opens or (j > 0 and atoms[j - 1].key == "-" and atoms[j].start > atoms[j - 1].end)
    if tags & Tag.NOUN and not (opens and tags & Tag.PREPOSITION):
        return False  # "Wegen des Angriffs …" begins with no noun
    known = bool(tags & (_GRAMMAR | _STATELY | Tag.VERB | Tag.ADJECTIVE))
    return known and (opens or bool(tags & (_GRAMMAR & ~Tag.ADVERB)))


_OPENING = Tag.DETERMINER | Tag.OWN_PRONOUN | Tag.NUMBER | Tag.ADJECTIVE | Tag.PREPOSITION


def _noun_here(atoms: list[Atom], j: int, first: int) -> bool:
    """Whether a form that may be a verb too is a noun: after an article, an adjective or a preposition ("de | aanvallen")."""
    if not atoms[j].tags & Tag.VERB or j > first:
        return True
    before = atoms[j - 1] if j else None
    return before is not None and bool(before.tags & _OPENING)


def _noun_role(
    atoms: list[Atom], j: int, last: int, head: bool, hyphen: bool, placed: tuple[str, ...]
) -> str:
    """The part of a capitalised word that no list of names has."""
    if not head or hyphen:
        return NOMINAL
    before, atom = atoms[last], atoms[j]
    noun = bool(atom.tags & Tag.NOUN)
    if before.hit is not None:
        if before.hit.type == "sector" and not noun and j == last + 1:
            return NOMINAL if before.key.endswith(placed) else OUTSIDE  # "die Stadtwerke | Ansbach"
        bears = before.hit.type in ("company", "person", "group", "product", "malware")
        bears = bears or before.hit.role == "demonym"  # "den Russen | Dmitri …"
        return NOMINAL if bears and not noun and j == last + 1 else OUTSIDE
    if before.word.nouns:
        if "transparent" in before.word.nouns_kinds and noun:
            return NOMINAL  # "eine Reihe Angriffe"
        bears = not _BEARING.isdisjoint(before.word.nouns_kinds)
        return NOMINAL if bears and not noun else OUTSIDE
    return OUTSIDE if noun else NOMINAL


def _adjectival(atoms: list[Atom], i: int, pack: Pack) -> bool:
    """Whether an adjective of country ("russische"); at the head of a sentence it has a capital too."""
    atom = atoms[i]
    if atom.hit is None or atom.hit.role != "demonym":
        return False
    if not atom.capital:
        return True
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if not pack.grammar.noun_capitals:
        # "Russische | hackers": such adjectives have capitals everywhere.
        return after is not None and bool(
            after.tags & (Tag.NOUN | Tag.ADJECTIVE | _STATELY) or after.hit is not None
        )
    first = not any(a.is_word for a in atoms[:i])
    if after is not None and _ADJECTIVE.search(atom.key) and after.is_word and after.capital:
        return True  # "die | Europäische | Bankenaufsicht": a name that begins with an adjective
    return (
        first
        and after is not None
        and after.is_word
        and after.capital
        and bool(after.tags & Tag.NOUN or after.hit is not None)
    )


def _goes_on(atoms: list[Atom], j: int, pack: Pack) -> bool:
    """Whether the noun of a phrase, or one more adjective of it, stands at ``j``."""
    if j >= len(atoms) or not atoms[j].is_word:
        return False
    atom = atoms[j]
    if atom.capital or atom.hit is not None:
        return not atom.tags & Tag.DATE
    if not pack.grammar.noun_capitals and (atom.tags & Tag.NOUN or not atom.tags):
        return True
    if atom.tags & (Tag.ADJECTIVE | _STATELY | Tag.NUMBER):
        return True
    inflected = not atom.tags & _GRAMMAR and atom.key.endswith(pack.grammar.adjective_endings)
    attributive = not atom.tags or atom.word.form & Form.ATTRIBUTIVE
    return bool(inflected and attributive and _goes_on(atoms, j + 1, pack))


def looks_like_name(text: str, span: list[Atom], head: int, lead: int) -> bool:
    """Whether an unknown capitalised word at ``head`` is a name and no common noun."""
    atom = span[head]
    if _oddly_spelled(text[atom.start : atom.end]):
        return True
    if any(not c.isalpha() for c in atom.key) or len(atom.key) <= _SHORT:
        return True
    if head > lead and span[head - 1].capital and not span[head - 1].tags & Tag.ADJECTIVE:
        return True
    return not lead and head == 0 and not atom.key.endswith(_COMMON)


def _oddly_spelled(word: str) -> bool:
    """Whether capitals stand within a word: an abbreviation ("SBB") or a made-up name ("RapidCloud")."""
    return any(c.isupper() for c in word[1:])


_ADJECTIVE = re.compile(r"sch(?:e[nrsm]?)$")
_SHORT = 2


@cache
def genitive_keys(language: str) -> frozenset[str]:
    """Names, in look-up form, that are the genitive of another of the same entity: "chinas"."""
    texts: dict[str, set[str]] = {}
    for name in load_names():
        if name.language in ("*", language):
            texts.setdefault(name.entity, set()).add(name.text)
    return frozenset(
        text.lower().replace("’", "'")
        for names in texts.values()
        for text in names
        if text[-1:] == "s" and text[:-1].rstrip("'’") in names
    )
