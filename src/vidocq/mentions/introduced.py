"""Names that a report introduces itself: typed by the noun beside them, then known throughout its text.

No list has the group or the malware that a report is the first to describe. The report says what it is:
"the Fireant group", "a loader dubbed GhostNap", "Rustpeck, a backdoor", "malware families such as A, B and C".
Such a name becomes a hit wherever the text has it, so that every later stage treats it like a listed one.

Method: typed context patterns for names (Riloff & Jones 1999), one round, nothing learnt over documents. One pass
finds the nouns; each is then looked at with what stands right before and after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.knowledge.galaxy_names import slug as name_slug
from vidocq.language.compile import load_pack
from vidocq.language.pack import Pack
from vidocq.language.tags import Tag
from vidocq.mentions.names import Hit

SOURCE = "introduced in the text"
_NAME = r"[A-Z][\w$]*(?:[.-][\w$]+)*(?: (?:[A-Z][\w$]*(?:-\w+)*|\d(?:\.\d+)?)(?!\w|\.\w|\()){0,2}"
_REMARK = r"(?: \([^)\n]{1,60}\))?"
_AND = r"(?:and|or|et|ou|y|e|o|und|oder|en|of)"
_LIST = rf"{_NAME}{_REMARK}(?:(?:, {_AND} |, | {_AND} ){_NAME}{_REMARK})*"
_MADE_BY = rf"(?: [a-zà-ÿ]+){{1,2}} (?:by|par|por|pelo|da|dal|von|door) {_NAME},"
"""Whose the tools are that are listed next: "tools | developed by Kestrel, | such as …"."""
_OPEN = r"[\"“”‘'’«]?"
_EDGE = r"(?<![\w@/.’'-])"
_TYPES = ("group", "malware")
_BACK, _FORTH = 140, 200
"""Code points before and after a noun that are looked at for the name it describes."""


@dataclass(frozen=True)
class _Patterns:
    """The contexts of one language. ``types``: noun → the type it gives and whether it is weak.

    ``nouns``: an automaton over all spellings of the nouns.
    """

    nouns: Any
    types: dict[str, tuple[str, bool]]
    before: re.Pattern[str]
    apposed: re.Pattern[str]
    named: re.Pattern[str]
    after: re.Pattern[str]
    qualifiers: re.Pattern[str]
    never: frozenset[str]
    endings: re.Pattern[str] | None
    ends: tuple[str, ...]
    """What such names end with."""


def introduce(text: str, hits: list[Hit], pack: Pack, *, dense: bool) -> list[Hit]:
    """``hits`` with those of the names that the text introduces, in order of position.

    ``dense``: the document as a whole is of the field; elsewhere only sure nouns count.
    """
    patterns = _patterns(pack.language)
    if patterns is None:
        return hits
    votes: dict[str, Counter[str]] = {}
    defined: dict[str, Counter[str]] = {}
    for kind, written, defines in (
        *_by_nouns(text, patterns, pack, dense),
        *_by_endings(text, patterns, dense),
        *_beside_known(text, hits),
    ):
        name = _without_lead(written, pack)
        if defines:
            defined.setdefault(name, Counter())[kind] += 1
        if name in votes or _is_name(name, text, patterns, pack, called=defines):
            votes.setdefault(name, Counter())[kind] += 1
    hits = [_as_defined(text, hit, defined) for hit in hits]
    if not votes:
        return hits
    longest = "|".join(re.escape(n) for n in sorted(votes, key=len, reverse=True))
    found: list[Hit] = []
    replaced: set[Hit] = set()
    starts = [hit.start for hit in hits]
    for match in re.finditer(rf"(?<![\w@/.-])(?:{longest})(?![\w@]|\.\w|-\w)", text):
        over = _overlapping(hits, starts, match.start(), match.end())
        if all(_part_of(hit, match) or _ends(hit, match) for hit in over):
            replaced.update(over)
            found.append(_hit(match, _type(votes[match.group()])))
    if not found:
        return hits
    kept = [hit for hit in hits if hit not in replaced]
    return sorted([*kept, *found], key=lambda hit: hit.start)


def _part_of(hit: Hit, match: re.Match[str]) -> bool:
    """Whether a hit is but a word of the longer name: "Pink" in "Dark Pink", not "Deep Panda" in "Chinese Deep Panda"."""
    inside = match.start() <= hit.start and hit.end <= match.end()
    whole = hit.end - hit.start == match.end() - match.start()
    words = match.string[hit.start : hit.end]
    return inside and not whole and hit.type in _PARTS and " " not in words


def _ends(hit: Hit, match: re.Match[str]) -> bool:
    """Whether a place is the last word of the name, as of a movement's branch: "Kestrel Fang Africa"."""
    return (
        hit.type in ("state", "place")
        and hit.role != "demonym"
        and match.start() < hit.start
        and hit.end == match.end()
    )


_PARTS = frozenset({"group", "malware", "product", "technique", "person"})
"""Types of names that may be one word of a longer name; a state before a name describes it ("China-based group")."""


def _as_defined(text: str, hit: Hit, defined: dict[str, Counter[str]]) -> Hit:
    """A listed name as the text itself defines it: "Calisto is an intrusion set", whatever malware has the name."""
    kinds = defined.get(text[hit.start : hit.end]) if hit.type in _TYPES else None
    if kinds is None or kinds[hit.type] or hit.type == _type(kinds):
        return hit
    kind = _type(kinds)
    entity = f"{kind}:{hit.entity.partition(':')[2]}"
    return Hit(hit.start, hit.end, kind, entity, hit.role, hit.weak, hit.source)


def _by_nouns(
    text: str, patterns: _Patterns, pack: Pack, dense: bool
) -> Iterator[tuple[str, str, bool]]:
    """(type, name, whether it defines the name) for each name beside a noun that says what it is."""
    for first, last in _nouns(text, patterns):
        kind, weak = patterns.types[_plain(text[first:last])]
        if weak and not dense:
            continue
        back = text[max(0, first - _BACK) : first]
        before = patterns.before.search(back) if _may_be_named(back) else None
        if before is not None:
            name = _without_lead(before["names"], pack)
            if _odd(name) or not _begins_sentence(text, first - 1 - len(name)):
                yield kind, name, False
        apposed = patterns.apposed.search(back)
        if (
            apposed is not None
            and (not weak or patterns.qualifiers.search(apposed.group()))
            # "X, the leader of the Y group" is a person.
            and " of " not in back[apposed.end("names") :]
            and not _tells_another(back[apposed.end("names") :], kind, patterns, pack)
        ):
            yield from _names(kind, apposed, True)
        named = patterns.named.match(text, last, last + _FORTH)
        if named is not None:
            yield from _names(kind, named, not weak or named["called"] is not None)
        after = None if weak else patterns.after.match(text, last, last + _FORTH)
        if after is not None:
            # After a noun in small letters capitals are a name's: "the hacker group Red Sparrow Brigade".
            noun = text[text.rfind(" ", first, last) + 1 : last]
            called = (
                kind == "group" and (noun.islower() or noun.isupper()) and " " in after["names"]
            )
            yield from _names(kind, after, called)


def _tells_another(words: str, kind: str, patterns: _Patterns, pack: Pack) -> bool:
    """Whether the words before a noun say already what the name is, and the noun what that does: "Kestrel, a gang that uses | ransomware"."""
    another = False
    for word in _WORD.findall(words.lower()):
        known = pack.words.get(word)
        tags = known.tags if known is not None else 0
        another = another or (word in patterns.types and patterns.types[word][0] != kind)
        if tags & Tag.RELATIVE and (another or not tags & Tag.DETERMINER):
            return True
    return another and pack.head_first


_WORD = re.compile(r"[^\W\d_]+")


def _may_be_named(back: str) -> bool:
    """Whether the word right before a noun has a capital or a digit, as the last word of a name has."""
    last = back[back.rfind(" ", 0, -1) + 1 :]
    return last.endswith(" ") and (not last.islower() or any(c.isdigit() for c in last))


def _by_endings(text: str, patterns: _Patterns, dense: bool) -> Iterator[tuple[str, str, bool]]:
    """Names that say by their ending what they are: "TelePowerBot", "CrimsonRAT"."""
    if dense and patterns.endings is not None and any(end in text for end in patterns.ends):
        for match in patterns.endings.finditer(text):
            yield "malware", match.group(), False


def _nouns(text: str, patterns: _Patterns) -> list[tuple[int, int]]:
    """Where the nouns stand as whole words, none inside another, in order."""
    found: list[tuple[int, int]] = []
    end = 0
    places = [(s, -e) for _, s, e in patterns.nouns.find_matches_as_indexes(text, overlapping=True)]
    for start, negative_end in sorted(places):
        if start >= end and _stands_alone(text, start, -negative_end):
            end = -negative_end
            found.append((start, end))
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit stands before ``[start, end)`` and none, nor a hyphen, after it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "_" or after.isalnum() or after in ("_", "-"))


def _names(kind: str, match: re.Match[str], defines: bool) -> Iterator[tuple[str, str, bool]]:
    for name in re.finditer(_NAME, re.sub(r"\([^)]*\)", "", match["names"])):
        yield kind, name.group(), defines


def _beside_known(text: str, hits: list[Hit]) -> Iterator[tuple[str, str, bool]]:
    """Names that a report equates with a known group or malware: "Violet Heron (aka APT31)"."""
    for hit in hits:
        if hit.type not in _TYPES:
            continue
        before = _ALIASED_BEFORE.search(text[max(0, hit.start - 80) : hit.start])
        after = _ALIASED_AFTER.match(text, hit.end)
        for match in (before, after):
            if match is not None:
                yield from _names(hit.type, match, hit.type == "group")


_ALIAS = r"(?:aka|a\.k\.a\.?,?|also (?:known|tracked|referred to) as|formerly(?: known as)?|previously tracked as|tracked as)"
_ALIASED_BEFORE = re.compile(rf"{_EDGE}(?P<names>{_NAME}),? \(?{_ALIAS} (?:{_NAME}, )?$")
_ALIASED_AFTER = re.compile(rf",? \(?{_ALIAS} (?P<names>{_LIST})")


@cache
def _patterns(language: str) -> _Patterns | None:
    words = load_pack(language).phrases.introductions
    types: dict[str, tuple[str, bool]] = {}
    for kind, weak, nouns in (
        ("group", True, words.group_weak),
        ("malware", True, words.malware_weak),
        ("group", False, words.group),
        ("malware", False, words.malware),
    ):
        for noun in nouns:
            types |= dict.fromkeys((_plain(noun), _plural(_plain(noun))), (kind, weak))
    if not types:
        return None
    naming, articles, copulas = _any(words.naming), _any(words.articles), _any(words.copulas)
    listing = _any([w for w in words.listing if w != ":"])
    return _Patterns(
        nouns=_automaton(types),
        types=types,
        before=re.compile(rf"{_EDGE}(?P<names>{_NAME}) $"),
        apposed=re.compile(
            rf"{_EDGE}(?P<names>{_NAME}){_REMARK}(?: ?[,:–—] ?| - | {copulas} )(?i:{articles}) (?:[\w'’/+#-]+ ){{0,8}}$"
        ),
        named=re.compile(
            rf"(?:(?P<called>,? \(?{naming} )|(?:,?|{_MADE_BY}) {listing} | ?[:—–] ?){_OPEN}(?P<names>{_LIST})"
        ),
        after=re.compile(rf" {{1,2}}{_OPEN}(?P<names>{_NAME})"),
        qualifiers=re.compile(_any(words.qualifiers)),
        never=frozenset(words.never),
        endings=re.compile(rf"{_EDGE}[A-Z]\w*?(?:{'|'.join(words.malware_endings)})\b")
        if words.malware_endings
        else None,
        ends=tuple(words.malware_endings),
    )


def _automaton(nouns: Iterable[str]) -> Any:
    """One automaton over nouns with spaces or hyphens between their words; those of several words also as they
    begin a sentence, short ones in capitals too."""
    from ahocorasick_rs import AhoCorasick, Implementation

    spellings: set[str] = set()
    for noun in nouns:
        first, *others = noun.split(" ")
        written = [first]
        for word in others:
            written = [f"{w}{sign}{word}" for w in written for sign in " -"]
        spellings.update(written)
        if others:
            spellings.update(w[0].upper() + w[1:] for w in written)
            if len(first) <= _ABBREVIATED:
                spellings.update(first.upper() + w[len(first) :] for w in written)
        if len(noun) <= _ABBREVIATED:
            spellings.add(noun.upper())
    return AhoCorasick(sorted(spellings), implementation=Implementation.DFA)


_ABBREVIATED = 3
"""Letters up to which a noun may be an abbreviation ("apt")."""


def _any(words: Iterable[str]) -> str:
    """One alternative of set phrases, longest first, with hyphens or spaces between their words."""
    forms = {re.escape(w).replace(r"\ ", "[ -]").replace(r"\-", "[ -]") for w in words}
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


def _plain(noun: str) -> str:
    return noun.lower().replace("-", " ")


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


_CLOSED = (
    Tag.DETERMINER | Tag.PREPOSITION | Tag.PRONOUN | Tag.CONJUNCTION | Tag.SUBORDINATOR | Tag.ADVERB
)


def _without_lead(name: str, pack: Pack) -> str:
    """A name without the small words that a sentence begins with: "The Rustpeck" → "Rustpeck"."""
    while " " in name:
        first, _, rest = name.partition(" ")
        word = pack.words.get(first.lower())
        if word is None or not word.tags & _CLOSED:
            break
        name = rest
    return name


def _is_name(
    name: str, text: str, patterns: _Patterns, pack: Pack, *, called: bool = False
) -> bool:
    """Whether capitalised words can be a coined name: no platform, and not words of the language only.

    ``called``: the text says that something is so called; then everyday words may be a name ("Soft Cell").
    """
    words = [w.lower() for w in name.split()]
    if not patterns.never.isdisjoint((*words, name.lower())):
        return False
    named = called and len(words) > 1 and words[0] not in patterns.types
    if not patterns.types.keys().isdisjoint(words[:-1] if named else words):
        return False
    if called and len(words) > 1 and all(w[0].isupper() for w in name.split()):
        return True
    plain = [w for w in words if w in pack.words and pack.words[w].tags]
    if len(plain) == len(words) or (plain and (not _odd(name) or words[0] in plain)):
        return False
    if len(name) < 3 or (len(name) == 3 and not _odd(name)):
        return False
    # A word that the text also has in small letters is a word.
    return _odd(name) or not _stands_as_word(name.lower(), text)


def _stands_as_word(word: str, text: str) -> bool:
    """Whether a text has these letters with the edge of a word on both sides."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if _edge(text, at) and _edge(text, end):
            return True
        at = text.find(word, at + 1)
    return False


def _edge(text: str, at: int) -> bool:
    """Whether of the signs before and after a place one alone is part of a word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


def _odd(name: str) -> bool:
    """Whether a name is written like no ordinary word: a digit or a capital inside it."""
    return any(
        any(c.isdigit() for c in w) or (len(w) > 3 and any(c.isupper() for c in w[1:]))
        for w in name.split()
    )


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" “\"'‘")
    return not before or before[-1] in ".!?:;•*\n-–—>#"


def _overlapping(hits: list[Hit], starts: list[int], start: int, end: int) -> list[Hit]:
    """The hits that cover some of the words at ``[start, end)``."""
    i = bisect_left(starts, start)
    if i > 0 and hits[i - 1].end > start:
        i -= 1
    found = []
    while i < len(hits) and hits[i].start < end:
        found.append(hits[i])
        i += 1
    return found


def _type(kinds: Counter[str]) -> str:
    """A gang often gives its name to its malware: the group then, and a noun beside it tells otherwise."""
    return "group" if kinds["group"] * 3 >= kinds["malware"] else "malware"


def _hit(match: re.Match[str], kind: str) -> Hit:
    name = match.group()
    entity = canonical_group_id(name) if kind == "group" else f"malware:{name_slug(name)}"
    return Hit(match.start(), match.end(), kind, entity, "name", False, SOURCE)
