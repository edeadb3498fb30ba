"""Short names in brackets: after "the Maple Valley Hospital (MVH)" a text goes on about "MVH".

The bracket names the same body once more, by its initials or by a word made of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from vidocq.language.fold import fold
from vidocq.language.pack import Pack
from vidocq.mentions.names import Hit
from vidocq.mentions.slugs import slug

MADE = "made of words"
"""Source of the names that `vidocq.mentions.named_bodies` finds."""
SOURCE = "in brackets"
_BRACKET = re.compile(r" \((?P<short>[A-ZÀ-Þ][\w-]{1,11})\)")
_BODIES = frozenset({"company", "organisation", "agency"})
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*(?: (?:of|and|for|the|&|van|voor|en|für|und))* )+$")
_REACH = 90


def short_names(text: str, hits: list[Hit], pack: Pack) -> Iterator[Hit]:
    """The short names that the text gives bodies, wherever it has them, and the bodies that it gives one."""
    known: dict[str, Hit] = {}
    starts = [hit.start for hit in hits]
    for match in _BRACKET.finditer(text):
        short = match["short"]
        i = bisect_left(starts, match.start("short"))
        before = hits[i - 1] if i else None
        official = _official(text, match.start(), short, pack) if pack.head_first else None
        if official is not None and not _is_known(hits, starts, official):
            known.setdefault(short, official)
            listed_as = hits[i] if i < len(hits) and hits[i].start < match.end() else None
            if listed_as is not None and listed_as.type in _BODIES and not listed_as.weak:
                official = _as(official, listed_as)
            yield official
            continue
        if i < len(hits) and hits[i].start < match.end():
            listed = hits[i]
            if before is not None and _is_listed(text, before, listed, match):
                yield _as(before, listed)
            continue
        if short in known:
            continue
        if before is not None and before.end == match.start():
            if before.type in _BODIES and _short_for(text[before.start : before.end], short):
                known[short] = before
            continue
        body = _body(text, match.start(), short, before.end if before else 0, pack)
        if body is not None:
            known[short] = body
            yield body
    if not known:
        return
    longest = "|".join(re.escape(s) for s in sorted(known, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{longest})(?![\w-])", text):
        full = known[match.group()]
        i = bisect_left(starts, match.start())
        taken = (i > 0 and hits[i - 1].end > match.start()) or (
            i < len(hits) and hits[i].start < match.end()
        )
        if not taken and match.start() > full.start and not full.start <= match.start() < full.end:
            yield Hit(*match.span(), full.type, full.entity, "name", False, SOURCE)


def _is_listed(text: str, name: Hit, listed: Hit, bracket: re.Match[str]) -> bool:
    """Whether a name made of words is that of a body that a list has by its short name: "Petróleos Mexicanos (Pemex)"."""
    return (
        name.source == MADE
        and name.end == bracket.start()
        and listed.type in _BODIES
        and not listed.weak
        and listed.end == bracket.end() - 1
        and _short_for(text[name.start : name.end], bracket["short"])
    )


def _as(name: Hit, listed: Hit) -> Hit:
    """A name as that of the listed body."""
    return Hit(name.start, name.end, listed.type, listed.entity, "name", False, SOURCE)


def _short_for(name: str, short: str) -> bool:
    """Whether a word may be short for a name: its initials, or a word that begins as the name does."""
    if short.isupper():
        return _initials(name).startswith(short[:2])
    return fold(name)[:2] == fold(short)[:2] and " " in name


def _initials(name: str) -> str:
    return fold("".join(w[0] for w in re.split(r"[\s'’-]+", name) if w[:1].isupper())).upper()


def _body(text: str, end: int, short: str, after: int, pack: Pack) -> Hit | None:
    """The body without a known name before a bracket with its initials; the last of its words says what it is."""
    if pack.head_first or not short.isupper():
        return None
    match = _NAME.search(text[max(after, end - _REACH) : end] + " ")
    if match is None:
        return None
    words = match.group().split()
    while words and _initials(" ".join(words)) != short:
        words = words[1:]
    if len(words) < _FEWEST:
        return None
    noun = words[-1].lower()
    if noun in pack.cues.bodies_of_towns:
        kind = "organisation"
    elif noun in pack.cues.firms_of_towns:
        kind = "company"
    else:
        return None
    name = " ".join(words)
    return Hit(end - len(name), end, kind, f"{kind}:{slug(name)}", "name", False, SOURCE)


_FEWEST = 2


def _official(text: str, end: int, short: str, pack: Pack) -> Hit | None:
    """The body whose full name before a bracket has its initials, word by word: "Agencia Tributaria de Catalunya (ATC)"."""
    if not short.isupper() or not short.isalpha() or len(short) <= _FEWEST:
        return None
    words = list(re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[max(0, end - _LONG_REACH) : end]))
    offset = max(0, end - _LONG_REACH)
    left = len(short)
    begin = -1
    for word in reversed(words):
        tail = text[offset + word.end() : offset + word.end() + 1]
        if tail and tail in ".;:,()\n":
            return None
        if fold(word.group()[0]).upper() == short[left - 1]:
            left -= 1
            begin = offset + word.start()
            if not left:
                break
        elif len(word.group()) > _SMALL:
            return None
    if left or begin < 0 or not text[begin].isupper():
        return None
    first = text[begin:].split(" ", 1)[0].lower()
    noun = pack.words.get(first)
    kinds = noun.nouns_kinds if noun is not None else frozenset()
    if not kinds & _BODIES and first not in pack.cues.public_bodies:
        return None
    firm = "company" in kinds and not text[begin:end].split(" ")[1][:7].lower().startswith(_PUBLIC)
    kind = "company" if firm and "organisation" not in kinds else "organisation"
    return Hit(begin, end, kind, f"{kind}:{slug(text[begin:end])}", "name", False, MADE)


_LONG_REACH = 120
_SMALL = 4
"""Letters of the longest word of grammar within a name: "dans", "para", "della"."""
_PUBLIC = ("central", "nationa", "naciona", "naziona", "naciona")
"""What is said of banks that are bodies and no firms."""


def _is_known(hits: list[Hit], starts: list[int], name: Hit) -> bool:
    """Whether a listed name already stands for the whole."""
    i = bisect_left(starts, name.start)
    return i < len(hits) and hits[i].start == name.start and hits[i].end >= name.end
