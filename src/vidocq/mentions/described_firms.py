"""Firms whose name follows what they deal in: "la firma de moda | Acme", "a fabricante de aviões | Embraer".

Where adjectives follow their noun the noun for a firm, what it deals in and the name stand side by side; the firm is the name.
"""

from __future__ import annotations

from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom
from vidocq.mentions.phrases import Phrase
from vidocq.mentions.slugs import slug


def join_firms(text: str, atoms: list[Atom], phrases: list[Phrase], pack: Pack) -> None:
    """Give a described firm the name that follows, in place."""
    p = 0
    while p < len(phrases):
        firm = phrases[p]
        following = phrases[p + 1] if p + 1 < len(phrases) else None
        if following is not None and _is_that_firm(atoms, firm, following):
            # "den Autohersteller | Borgward"
            _take_name(text, atoms, phrases, p, following.first)
            firm.kind = "company"
        if not pack.head_first:
            p += 1
            continue
        if firm.kind == "company" and firm.entity is None and not (firm.plural or firm.names):
            first = _name_begins(atoms, firm.last + 1, pack)
            if first is not None:
                _take_name(text, atoms, phrases, p, first)
        p += 1


def _is_that_firm(atoms: list[Atom], trade: Phrase, name: Phrase) -> bool:
    """Whether a name right after the word for one firm of a trade is that firm's."""
    one = (trade.determined or trade.indefinite) and not trade.plural
    return (
        trade.kind == "sector"
        and one
        and trade.number is None
        and name.kind in ("name", "company")
        and name.first == trade.last + 1
        and name.prep is None
        and atoms[name.first].capital
    )


def _name_begins(atoms: list[Atom], i: int, pack: Pack) -> int | None:
    """Where a name begins after "of" and what a firm deals in; None where it does not."""
    if i >= len(atoms) or atoms[i].key not in pack.relations.of:
        return None
    for k in range(i + 1, min(i + 1 + _WORDS, len(atoms))):
        atom = atoms[k]
        if not atom.is_word or atom.tags & _CLOSED or (atom.word.verbs and not atom.word.nouns):
            return None
        if atom.capital:
            named = atom.hit is None or atom.hit.type in ("company", "product", "group")
            return k if k > i + 1 and named else None
        if atom.hit is not None and atom.hit.type != "sector":
            return None
    return None


_WORDS = 4
_CLOSED = Tag.DETERMINER | Tag.CONJUNCTION | Tag.PRONOUN | Tag.RELATIVE | Tag.NUMBER | Tag.BE


def _take_name(text: str, atoms: list[Atom], phrases: list[Phrase], p: int, first: int) -> None:
    """Make the name that begins at atom ``first`` the firm ``p``, and drop the phrases that it takes in."""
    firm = phrases[p]
    own = next((q for q in phrases[p + 1 :] if q.first == first), None)
    last = first
    while last + 1 < len(atoms) and atoms[last + 1].capital and atoms[last + 1].hit is None:
        last += 1
    if own is not None:
        last = max(last, own.last)
    inside = [q for q in phrases[p + 1 :] if q.first <= last]
    if any(q.last > last or q.owner is not None for q in inside):
        return
    known = own.entity if own is not None and own.kind == "company" else None
    firm.last, firm.start, firm.end = last, atoms[first].start, atoms[last].end
    firm.text = text[firm.start : firm.end]
    firm.entity = known or f"company:{slug(firm.text)}"
    del phrases[p + 1 : p + 1 + len(inside)]
    for phrase in phrases[p + 1 :]:
        if phrase.owner is not None and phrase.owner > p:
            phrase.owner -= len(inside)
