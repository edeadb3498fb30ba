"""Bodies that a text names in full and then by a part of that: "Hospital Garcia de Orta de Almada", later "o hospital de Almada".

Such a part begins with a small letter, as a description does, and all its words are in the name that went before.
"""

from __future__ import annotations

from vidocq.language.fold import fold
from vidocq.language.pack import Pack
from vidocq.mentions.bracketed import MADE
from vidocq.mentions.names import Hit


def taken_up(text: str, hits: list[Hit], pack: Pack) -> list[Hit]:
    """``hits`` with the parts of a body's name as that body."""
    if not any(hit.source == MADE and text[hit.start].islower() for hit in hits):
        return hits
    full: dict[str, frozenset[str]] = {}
    found: list[Hit] = []
    for hit in hits:
        if hit.source != MADE:
            found.append(hit)
            continue
        words = _words(text, hit, pack)
        known = [entity for entity, longer in full.items() if words < longer]
        if text[hit.start].islower() and len(known) == 1:
            hit = Hit(hit.start, hit.end, hit.type, known[0], hit.role, hit.weak, hit.source)
        else:
            full.setdefault(hit.entity, words)
        found.append(hit)
    return found


def _words(text: str, hit: Hit, pack: Pack) -> frozenset[str]:
    """The words of a name without those that only tie them."""
    return frozenset(fold(text[hit.start : hit.end]).split()) - pack.cues.name_links
