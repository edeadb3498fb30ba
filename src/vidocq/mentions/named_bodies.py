"""Names of firms and bodies that are made of words: "Petróleos Mexicanos", "University of Calgary", "Vodafone Portugal".

No list has them all, and cut into their words they are several things: a country's adjective is a state, the town of
a university a second victim. Here they become hits as a whole, so that every later stage treats them like listed names.
Input: the settled names of a text; output: the same, with such names in place of the lesser ones within them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vidocq.knowledge.facts import country_of
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack, Word
from vidocq.language.tags import Tag
from vidocq.mentions.bracketed import MADE, short_names
from vidocq.mentions.names import Hit
from vidocq.mentions.slugs import slug

_UPPER = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŢŤŮŰŹŻŽȘȚ]"
_REST = r"\w*(?:-\w+|['’](?!s\b)\w+){0,6}(?!\w)"
CAPITAL = _UPPER + _REST
"""A word with a capital: a possessive's "'s" is none of it."""
_OPENS = r"(?<![\w-].)"
"""Behind the first letter of a pattern: a word begins with it. Asked before it, the search could not leap to that letter."""


@dataclass(frozen=True)
class _Patterns:
    """``towns``: a body's noun with its town; ``run``: capitalised words, those after "of" too."""

    towns: re.Pattern[str] | None
    run: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    cues = load_pack(language).cues
    link = "|".join(
        re.escape(w).replace("'", "['’]") + ("" if w.endswith("'") else " ")
        for w in sorted(cues.name_links, key=len, reverse=True)
    )
    link = f"(?:{link})" if link else r"(?!)"
    nouns = "|".join(
        f"{first}{_OPENS}{re.escape(n[1:])}"
        for n in sorted(cues.bodies_of_towns | cues.firms_of_towns, key=len, reverse=True)
        for first in dict.fromkeys((n[0].upper(), n[0]))
    )
    town = rf"{CAPITAL}(?: (?:{link})?{CAPITAL}){{0,2}}"
    towns = rf"(?P<noun>{nouns})(?P<small>(?: [a-zà-ÿ-]+){{0,2}}?)(?P<own>(?: {CAPITAL}){{0,4}}) {link}(?P<town>{town})"
    return _Patterns(
        re.compile(towns) if nouns else None,
        re.compile(rf"{_UPPER}{_OPENS}{_REST}(?: (?:{link})?{CAPITAL}){{1,5}}"),
    )


def named_bodies(text: str, hits: list[Hit], pack: Pack) -> list[Hit]:
    """``hits`` with the names of bodies that are made of words, in order of position."""
    patterns = _patterns(pack.language)
    hits = _without_parts_of_places(text, hits, pack)
    hits = _with(hits, _branches(text, hits, pack))
    if patterns.towns is not None:
        hits = _with(hits, _of_towns(text, hits, patterns.towns, pack))
    hits = _with(hits, _in_capitals(text, hits, patterns.run, pack))
    return _with(hits, short_names(text, hits, pack))


def _with(hits: list[Hit], found: Iterator[Hit]) -> list[Hit]:
    """``hits`` with the names found, which take the place of those within them."""
    new = list(found)
    if not new:
        return hits
    starts = [hit.start for hit in hits]
    gone: set[int] = set()
    for one in new:
        gone.update(_over(hits, starts, one.start, one.end))
    kept = [hit for i, hit in enumerate(hits) if i not in gone]
    return sorted([*kept, *new], key=lambda hit: hit.start)


def _over(hits: list[Hit], starts: list[int], start: int, end: int) -> range:
    """Which hits have a part of ``[start, end)``."""
    first = bisect_left(starts, start)
    if first and hits[first - 1].end > start:
        first -= 1
    return range(first, bisect_left(starts, end))


def _without_parts_of_places(text: str, hits: list[Hit], pack: Pack) -> list[Hit]:
    """Without countries and capitals that are the second half of another place's name: "Haute-Vienne"."""
    leads = pack.cues.place_leads
    return [hit for hit in hits if hit.type != "state" or _lead(text, hit) not in leads]


def _lead(text: str, hit: Hit) -> str:
    """The word that a hyphen ties to the front of a name; "" without one."""
    if text[hit.start - 1 : hit.start] != "-":
        return ""
    before = re.search(r"\w+$", text[max(0, hit.start - 16) : hit.start - 1])
    return before.group().lower() if before is not None else ""


def _branches(text: str, hits: list[Hit], pack: Pack) -> Iterator[Hit]:
    """A firm's name with that of a country: "Vodafone Portugal", "Yakult Australia" are firms of their own."""
    for i, state in enumerate(hits):
        if (
            state.role != "name"
            or not (state.type == "state" or _is_region(state))
            or state.end - state.start <= _SHORT
            or text[state.start - 1 : state.start] != " "
            or re.match(r"-| [A-ZÀ-Þ]", text[state.end : state.end + 2])
        ):
            continue
        before = hits[i - 1] if i and hits[i - 1].end == state.start - 1 else None
        if before is not None:
            start = before.start if before.type == "company" else -1
        else:
            start = -1 if pack.grammar.noun_capitals else _unlisted(text, state.start, pack)
        if start >= 0 and not in_titles(text, start, state.end):
            yield _hit(text, start, state.end, "company")


_SHORT = 2


def _is_region(hit: Hit) -> bool:
    """Whether a place is larger than a country: "Air Caraïbes"."""
    return hit.type == "place" and country_of(hit.entity) is None


def _unlisted(text: str, end: int, pack: Pack) -> int:
    """Where the one word begins that a name is before ``end``, if no list and no dictionary of the pack has it; else -1."""
    match = _WORD_BEFORE.search(text[max(0, end - _REACH) : end])
    if match is None or match["word"].lower() in pack.words:
        return -1
    return end - 1 - len(match["word"])


_WORD_BEFORE = re.compile(rf"(?:^|[^\w@’'-])(?<![A-ZÀ-Þ]\w )(?P<word>{CAPITAL}) $")
_REACH = 40


def _of_towns(text: str, hits: list[Hit], pattern: re.Pattern[str], pack: Pack) -> Iterator[Hit]:
    """Bodies with the name of their town: "University of | Calgary", "hôpital Sainte-Anne de | Vannes"."""
    starts = [hit.start for hit in hits]
    for match in pattern.finditer(text):
        if not all(_describes(w, pack) for w in match["small"].split()):
            continue
        start = match.start()
        named = text[start].isupper()
        if named and not pack.head_first:
            start = _begun_before(text, start, hits, starts, pack)
            if start < 0:
                continue
        end = _end_of_town(text, match, hits, starts, pack)
        before = [hits[i] for i in _over(hits, starts, start, match.start("town"))]
        known = any(h.type not in _LESSER for h in before)
        if end and not known and not in_titles(text, start, end):
            firm = match["noun"].lower() in pack.cues.firms_of_towns
            yield _hit(text, start, end, "company" if firm else "organisation")


def _begun_before(text: str, start: int, hits: list[Hit], starts: list[int], pack: Pack) -> int:
    """Where a name begins whose noun is not its first word: "Eindhoven | University of Technology".

    -1 where a known name or a conjunction stands before it, so that this is the end of a longer name.
    """
    for _ in range(_MOST_BEFORE):
        back = text[max(0, start - _REACH) : start]
        if _JOINED.search(back):
            return -1  # "Industrial and | Commercial Bank of China"
        match = _WORD_BEFORE.search(back)
        word = pack.words.get(match["word"].lower()) if match is not None else None
        if match is None or (word is not None and word.tags & (_GRAMMAR | Tag.VERB)):
            break
        begin = start - 1 - len(match["word"])
        if any(hits[i].type != "place" for i in _over(hits, starts, begin, start)):
            return -1  # "the Federal Reserve | Bank of New York"
        start = begin
    return start


_MOST_BEFORE = 4
_JOINED = re.compile(rf"{CAPITAL} (?:and|&|en|und) $")


_LESSER = frozenset({"sector", "place", "state"})
"""Types of names that may be a word of a body's name."""


def _describes(word: str, pack: Pack) -> bool:
    """Whether a small word between a body's noun and its town is an adjective: "hôpital municipal de Handa"."""
    known = pack.words.get(word)
    if known is not None and known.tags:
        return bool(known.tags & Tag.ADJECTIVE)
    return word.endswith(pack.adjective_suffixes)


def _end_of_town(
    text: str, match: re.Match[str], hits: list[Hit], starts: list[int], pack: Pack
) -> int:
    """Where the name of the town ends; 0 where the words are no town's."""
    start, end = match.span("town")
    for hit in [hits[i] for i in _over(hits, starts, start, end)]:
        if hit.start >= start and _may_be_town(hit, match["noun"], pack):
            continue
        if hit.start <= start:
            return 0
        return start + len(text[start : hit.start].rstrip())  # "the city of Lviv | Russian hackers"
    return end


def _may_be_town(hit: Hit, noun: str, pack: Pack) -> bool:
    """Whether a name after a body's noun may be that of its town, or of its country where the noun has a capital."""
    if hit.role == "demonym":
        return False
    if hit.type == "place":
        return country_of(hit.entity) is not None  # not "the largest university of Europe"
    if hit.type != "state":
        return False
    return noun[0].isupper() or (hit.role == "capital" and noun not in pack.cues.places_of_arrest)


def _in_capitals(text: str, hits: list[Hit], pattern: re.Pattern[str], pack: Pack) -> Iterator[Hit]:
    """Names whose words all have capitals, with a noun of firms or an adjective of country among them."""
    starts = [hit.start for hit in hits]
    for match in pattern.finditer(text):
        start, end = _without_grammar(text, match, pack)
        if start >= end:
            continue
        over = [hits[i] for i in _over(hits, starts, start, end)]
        if any(h.type not in _LESSER or (h.start <= start and h.end >= end) for h in over):
            continue
        kind = _kind_in_capitals(text[start:end], start, over, pack)
        if kind is not None and not in_titles(text, start, end):
            yield _hit(text, start, end, kind)


def _without_grammar(text: str, match: re.Match[str], pack: Pack) -> tuple[int, int]:
    """The run without the words of grammar that it begins with: "Les | Aerolíneas …"."""
    start, end = match.span()
    while True:
        first, _, rest = text[start:end].partition(" ")
        word = pack.words.get(first.lower())
        grammar = word is not None and word.tags & _GRAMMAR and not word.tags & Tag.NOUN
        if not grammar or not rest:
            return (start, end) if rest else (end, end)
        start += len(first) + 1


_GRAMMAR = (
    Tag.DETERMINER
    | Tag.PREPOSITION
    | Tag.PRONOUN
    | Tag.CONJUNCTION
    | Tag.SUBORDINATOR
    | Tag.ADVERB
    | Tag.DATE
)


def _kind_in_capitals(name: str, start: int, over: list[Hit], pack: Pack) -> str | None:
    """What a name in capitals is: a firm or a body; None where nothing says that its words are one name."""
    words = name.split(" ")
    if not pack.head_first:
        return _kind_by_end(name, start, over, pack)
    first, last = words[0].lower(), pack.words.get(words[-1].lower())
    head = pack.words.get(first)
    if not words[1][0].isupper():
        return None
    if first in pack.cues.bodies_of_towns and first not in pack.cues.place_leads:
        return "organisation"
    if _of_firms(head, pack) and (len(words) > _FEW or words[1].lower() not in pack.words):
        return "company"  # not "Banco Central"
    if len(words) == _FEW and _of_firms(last, pack) and _beside_none(head):
        return "company"  # "Porto Editora"
    # "Petróleos | Mexicanos": such adjectives have capitals only in names.
    second = start + len(words[0]) + 1
    adjective = any(h.role == "demonym" and h.start == second for h in over)
    led = any(h.start == start and h.type != "sector" for h in over)
    return "company" if adjective and not led and _beside_none(head) else None


_FEW = 2


def _beside_none(head: Word | None) -> bool:
    """Whether a name's first word is no noun of people, deeds or public bodies."""
    return head is None or head.nouns_kinds <= _PLAIN


def _kind_by_end(name: str, start: int, over: list[Hit], pack: Pack) -> str | None:
    """The same where the last word of a name says what it is."""
    words = name.split(" ")
    if pack.grammar.noun_capitals or not all(w[0].isupper() for w in words):
        return None
    last = words[-1].lower()
    led = any(h.start == start and h.role == "demonym" for h in over)
    if pack.grammar.verb_second and last in pack.cues.bodies_of_towns and not led:
        return "organisation"  # "het | Martini Ziekenhuis"
    # "Royal | Dutch | Tiles": the adjective between is part of the name.
    between = any(
        h.role == "demonym" and start < h.start and h.end < start + len(name) for h in over
    )
    word, first = pack.words.get(last), pack.words.get(words[0].lower())
    plain = word is None or _of_firms(word, pack)
    return "company" if between and plain and _beside_none(first) else None


_PLAIN = frozenset({"thing", "asset", "company", "unit"})


def _of_firms(word: Word | None, pack: Pack) -> bool:
    """Whether a noun is one of firms and of nothing else but what is counted."""
    return word is not None and "company" in word.nouns_kinds and word.nouns_kinds <= _FIRMS


_FIRMS = frozenset({"company", "unit", "persons"})


def in_titles(text: str, start: int, end: int) -> bool:
    """Whether the words about ``[start, end)`` all have capitals, so that a capital tells no name."""
    first = max(0, start - _ABOUT)
    first = max(first, text.rfind("\n", first, start) + 1)
    last = text.find("\n", end, end + _ABOUT)
    last = last if last >= 0 else end + _ABOUT
    words: list[str] = _LONG_WORD.findall(text[first:start] + " " + text[end:last])
    small = sum(w[0].islower() for w in words)
    return small * 3 < len(words) or not words


_ABOUT = 80
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def _hit(text: str, start: int, end: int, kind: str) -> Hit:
    """A name made of words as a hit of its own."""
    return Hit(start, end, kind, f"{kind}:{slug(text[start:end])}", "name", False, MADE)
