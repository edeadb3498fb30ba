"""Where the dateline of a dispatch ends, that opens its first sentence: "LA HAYE, 20 février 2024 (AFP) –", "NAPOLI -".

The place that it names does nothing and nothing is done to it.
"""

from __future__ import annotations

from vidocq.mentions.atoms import Atom


def dateline_end(text: str, atoms: list[Atom]) -> int:
    """Where the dateline of a dispatch ends ("LA HAYE, 20 février 2024 (AFP) –", "NAPOLI -", "Bogotá, 15 sep."); 0 without one."""
    first = _after_agency(atoms)
    if first >= len(atoms):
        return 0
    opening = atoms[first]
    shouted = _shouts(text, opening)
    hit = opening.hit
    city = hit is not None and (hit.type == "place" or hit.role == "capital")
    if not (shouted or city):
        return 0
    for i in range(first + 1, min(first + _DATELINE, len(atoms))):
        before = atoms[first:i]
        dated = any(a.key[0].isdigit() for a in before)
        if not _ends_dateline(atoms, i, dated):
            continue
        told = dated or any(a.key == "(" for a in before)
        alone = i - first == 1 or (shouted and all(_shouts(text, a) for a in before if a.is_word))
        return _after_agency(atoms, i) if told or alone else 0
    return 0


def _shouts(text: str, atom: Atom) -> bool:
    """Whether a word is written in capitals."""
    words = text[atom.start : atom.end]
    return len(words) >= _CITY and words.isupper()


def _ends_dateline(atoms: list[Atom], i: int, dated: bool) -> bool:
    """Whether the sign at ``i`` parts a dateline from the report: a dash, a stroke, a full stop after a date."""
    key = atoms[i].key
    if key in ("–", "—"):
        return True
    if key in ("-", "/"):
        return atoms[i].spaced or atoms[i - 1].key in (".", ")")
    return key == "." and dated and i + 1 < len(atoms) and atoms[i + 1].capital


def _after_agency(atoms: list[Atom], i: int = -1) -> int:
    """The atom after an agency in brackets and its dash that stand after ``i``: "(AL) - | Roma, 12 mag"; else where it began."""
    if i + 1 < len(atoms) and atoms[i + 1].key == "(":
        for k in range(i + 2, min(i + 6, len(atoms) - 1)):
            if atoms[k].key == ")" and atoms[k + 1].key in ("-", "–", "—"):
                return k + 1 if i >= 0 else k + 2
    return max(i, 0)


_CITY, _DATELINE = 2, 16
