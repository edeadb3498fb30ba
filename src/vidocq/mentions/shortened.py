"""Names shortened by their country: after "le Trésor américain" a text goes on about "le Trésor".

A body whose name in the text is made of words and a demonym ("Finnish Parliament", "Commission électorale
britannique", "ministère américain de la Justice") is meant by the words alone in the rest of that text, where they
keep their capital.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from vidocq.knowledge.all_names import demonyms
from vidocq.mentions.names import Hit

_BODIES = frozenset({"agency", "organisation"})
_SHORTEST = 5
SOURCE = "shortened in the text"


def shortened(text: str, hits: list[Hit], language: str | None = None) -> list[Hit]:
    """``hits`` with those of the short forms of bodies that the text names in full, in order of position."""
    forms: dict[str, Hit] = {}
    for hit in hits:
        if hit.type not in _BODIES or hit.weak or " " not in text[hit.start : hit.end]:
            continue
        short = _short(text[hit.start : hit.end], language)
        if short is not None:
            forms.setdefault(short, hit)
    if not forms:
        return hits
    starts = [hit.start for hit in hits]
    longest = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    found = []
    for match in re.finditer(rf"(?<![\w-])(?:{longest})(?![\w-])(?! [A-Z])", text):
        i = bisect_left(starts, match.start())
        taken = (i > 0 and hits[i - 1].end > match.start()) or (
            i < len(hits) and hits[i].start < match.end()
        )
        if taken:
            continue
        full = forms[match.group()]
        if match.start() > full.start:
            found.append(
                Hit(match.start(), match.end(), full.type, full.entity, "name", False, SOURCE)
            )
    return sorted([*hits, *found], key=lambda hit: hit.start) if found else hits


def _short(words: str, language: str | None) -> str | None:
    """A body's name without its demonym; None where nothing told apart by a capital is left."""
    known = demonyms(language)
    parts = words.split(" ")
    kept = [part for part in parts if part.casefold() not in known]
    if len(kept) != len(parts) - 1:
        return None
    short = " ".join(kept)
    inner = any(part[:1].isupper() for part in kept[1:])
    return short if len(short) >= _SHORTEST and (short[0].isupper() or inner) else None
