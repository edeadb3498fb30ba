"""Names of bands that bear their describing noun: "GreyFang Team", "Hilal Hackers", "Zarkov ransomware group".

No list has them all. A capitalised word that no list and no dictionary of the pack knows, before a noun for actors,
is their name; a country's adjective before the noun alone is none ("Turkish Hackers").
"""

from __future__ import annotations

from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.language.cues import Cues
from vidocq.language.tags import Tag
from vidocq.mentions.atoms import Atom

_SHORTEST = 3


def band_name(
    text: str, atoms: list[Atom], span: list[Atom], head: int, cues: Cues
) -> tuple[int, int, str] | None:
    """Start, end and id of the name in the phrase ``span`` whose describing noun is at ``head``; None without one."""
    first = next((i for i in range(head) if _unknown(span[i])), None)
    if first is None:
        return None
    if span[head].capital:
        if not all(a.capital or not a.is_word for a in span[first:head]):
            return None
        if span[head].key in cues.crowds and _headline(atoms):
            return None
        last = head
        while first and span[first] is not atoms[0] and _joins(span[first - 1], atoms):
            first -= 1
    else:
        last = first
        while last + 1 < head and (_unknown(span[last + 1]) or span[last + 1].key == "-"):
            last += 1
        between = span[last + 1 : head]
        if span[head].key in cues.crowds or not all(
            a.word.nouns or a.tags & Tag.CYBER for a in between
        ):
            return None
        if span[first] is atoms[0] and last == first and _may_describe(span[first], cues):
            return None
    start, end = span[first].start, span[last].end
    return start, end, canonical_group_id(text[start:end])


def _joins(atom: Atom, atoms: list[Atom]) -> bool:
    """Whether an everyday word before an unknown one is part of the name: "the | Dark Heron Group"."""
    plain = atom.hit is None and not atom.tags & (Tag.DETERMINER | Tag.NUMBER)
    return atom.capital and plain and atom is not atoms[0] and atom.is_word


def may_be_firm(span: list[Atom], cues: Cues) -> bool:
    """Whether a name that ends in a noun of firms and bands can be a firm's: "Lakeside Dental Group", not "Lazarus Group"."""
    head = span[-1]
    if not head.capital or head.key not in cues.firm_heads:
        return False
    first = len(span) - 1
    while first and span[first - 1].capital and span[first - 1].hit is None:
        first -= 1
    words = span[first:-1]
    return len(words) > 1 and not any(
        a.tags & (Tag.CYBER | Tag.STRONG_CYBER) or not a.word.nouns_kinds.isdisjoint(_FIELD)
        for a in words
    )


_FIELD = frozenset({"actor", "attack", "malware"})


def _unknown(atom: Atom) -> bool:
    """Whether a word is written as a name and is no other word."""
    known = atom.hit is not None or bool(atom.word.nouns) or atom.tags != 0
    return atom.capital and not known and len(atom.key) >= _SHORTEST


def _may_describe(atom: Atom, cues: Cues) -> bool:
    """Whether a sentence's first word looks like an adjective that no list has ("Shadowy gang …")."""
    return atom.key.endswith(cues.adjective_endings)


def _headline(atoms: list[Atom]) -> bool:
    """Whether most long words have capitals."""
    words = [a for a in atoms if a.is_word and len(a.key) > _SHORTEST]
    return sum(a.capital for a in words) * 10 >= len(words) * 7
