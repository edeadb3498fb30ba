"""Names that hackers give themselves, told as such: "un pirate sous le pseudonyme « karvox12 »", "a hacker using the alias 'rook'".

In quotation marks such a name needs no capital. Input: the names of a text; output: the same with these persons, wherever the text
has them again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack
from vidocq.mentions.names import Hit
from vidocq.mentions.slugs import slug

SOURCE = "a pseudonym in the text"


def handles(text: str, hits: list[Hit], pack: Pack) -> list[Hit]:
    """``hits`` with the pseudonyms that the text gives, in order of position."""
    pattern = _pattern(pack.language)
    names = set[str]()
    for match in pattern.finditer(text) if pattern is not None else ():
        names.add(match["quoted"] or match["bare"])
    if not names:
        return hits
    starts = [hit.start for hit in hits]
    longest = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    found: list[Hit] = []
    for match in re.finditer(rf"(?<![\w@/.-])(?:{longest})(?![\w@]|-\w)", text):
        i = bisect_left(starts, match.start())
        taken = (i > 0 and hits[i - 1].end > match.start()) or (
            i < len(hits) and hits[i].start < match.end()
        )
        if not taken:
            entity = f"person:{slug(match.group())}"
            found.append(Hit(*match.span(), "person", entity, "name", False, SOURCE))
    return sorted([*hits, *found], key=lambda hit: hit.start) if found else hits


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = load_pack(language).cues.pseudonyms
    if not words:
        return None
    # Whether a word begins there is asked behind its first letter: before it, the search could not leap to that letter.
    leads = "|".join(
        rf"{re.escape(w[0])}(?<!\w.){re.escape(w[1:])}"
        for w in sorted(words, key=len, reverse=True)
    )
    return re.compile(
        rf"(?:{leads})\s*:?\s*(?:[«“”„\"'‘‹]\s?(?P<quoted>[^\W_][\w.$-]{{2,23}})\s?[»“”\"'’›]"
        r"|(?P<bare>[A-Za-z][\w$]*(?:\d|[a-z][A-Z])[\w$]*))"
    )
