"""Names of bands that bear their describing noun: "GreyFang Team", "Hilal Hackers", "Zarkov ransomware group".

No list has them all. A capitalised word that no list and no dictionary of the pack knows, before a noun for actors,
is their name; a country's adjective before the noun alone is none ("Turkish Hackers").
"""

from __future__ import annotations

from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.language.relations import Cues
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
