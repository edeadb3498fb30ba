"""Ministries of several things: "ministero delle Infrastrutture | e dei Trasporti" is one body, and no sector beside it."""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase


def join_portfolios(text: str, atoms: list[Atom], phrases: list[Phrase], pack: Pack) -> None:
    """Take what a ministry is for besides into its name, in place."""
    p = 0
    while p < len(phrases):
        if phrases[p].head.partition(" ")[0] in pack.cues.ministries:
            q = p + 1
            if q < len(phrases) and phrases[q].prep in pack.relations.of:
                q += 1  # "le ministère | de l'Agriculture | et de la Pêche"
            while q < len(phrases) and _goes_on(atoms, phrases[q - 1], phrases[q], pack):
                _take_in(text, phrases, q)
        p += 1


def _goes_on(atoms: list[Atom], before: Phrase, phrase: Phrase, pack: Pack) -> bool:
    """Whether ``phrase`` is one more thing that a ministry is for."""
    i = next(i for i in range(phrase.first, phrase.last + 1) if atoms[i].start >= phrase.start)
    first, between = atoms[i], atoms[before.last + 1 : i]
    if not first.capital or not between or not between[0].tags & Tag.CONJUNCTION:
        return False
    if not all(a.tags & (Tag.PREPOSITION | Tag.DETERMINER) for a in between[1:]):
        return False
    of = pack.relations.of
    if len(between) > 1 and not any(a.key in of or a.word.value in of for a in between[1:]):
        return False
    last = atoms[phrase.last]
    return phrase.kind == "sector" or not pack.cues.portfolios.isdisjoint((first.key, last.key))


def _take_in(text: str, phrases: list[Phrase], q: int) -> None:
    """Make phrase ``q`` the end of the one before it."""
    taken, name = phrases.pop(q), phrases[q - 1]
    name.last, name.end = taken.last, taken.end
    name.text = text[name.start : name.end]
    for phrase in phrases[q:]:
        if phrase.owner is not None and phrase.owner >= q:
            phrase.owner -= 1
