"""The first look: whether a text can hold a claim at all, at the speed of one pass over its letters.

`may_claim` is sound: where it says no, `read` finds nothing, in whatever language. It asks for less
than the reader does. The reader goes on where a text has a word of the field (or a word of theft
beside a thing in computers), a sure name of a group, malware, vulnerability or incident, or an
everyday word that is such a name beside a word of its kind ("the Play gang"; see `mentions.weak`);
here case is ignored, and the names and words of all languages are put together. What it lets through
is then read as ever. One automaton finds them all (Aho & Corasick 1975).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, combinations, pairwise, product
from math import prod
from typing import Any

import msgspec

from vidocq.claims.look_patterns import Tells, load_patterns, spaced
from vidocq.language.fold import UNKNOWN, flat
from vidocq.mentions.glue import capitals_inside, open_seams
from vidocq.mentions.names import NEAR
from vidocq.model import Document


class _Look(msgspec.Struct, frozen=True):
    """The patterns with what each tells; everyday names by their first and by their last word;
    ``between`` are words that may stand between a cue and the name after it, as in `mentions.weak`.

    All in flat bytes. ``foreign`` are the patterns that have letters of other scripts, as flat text.
    """

    automaton: Any
    tells: list[int]
    foreign: Any
    things: Any
    longest_thing: int
    by_first: dict[bytes, tuple[bytes, ...]]
    by_last: dict[bytes, tuple[bytes, ...]]
    numbered: re.Pattern[str]
    loose: frozenset[bytes]
    ends: frozenset[bytes]
    between: frozenset[bytes]
    firsts: frozenset[bytes]
    lasts: frozenset[bytes]
    words: frozenset[bytes]
    acts: frozenset[bytes]
    uses: frozenset[bytes]
    tools: frozenset[bytes]
    aims: frozenset[bytes]
    said: frozenset[bytes]
    sorts: frozenset[bytes]


# Plain numbers: an IntFlag's own "&" takes longer than all the rest of the loop.
_SURELY, _WHOLE, _NUMBERED, _CUE, _THEFT, _EVERYDAY = (int(one) for one in Tells)


def may_claim(document: Document) -> bool:
    """Whether the document can hold a claim. No means that `read` gives none; yes means nothing yet."""
    return text_may_claim(document.text) or (
        document.title is not None and text_may_claim(document.title)
    )


def text_may_claim(text: str) -> bool:
    """`may_claim` of a bare text."""
    return _tells(text) or any(piece is None or _tells(piece) for piece in _with_spaces(text))


def _with_spaces(text: str) -> Iterator[str | None]:
    """Pieces of the text with the spaces that words may have lost in it, in every way they may have;
    None for a piece with too many ways.

    The reader parts words where it knows both sides, in the language of the text. Here no language is
    known: each word that may come apart into something that is looked for is parted in all ways, with
    as much of the text around it as anything that is looked for together is long.
    """
    near: list[tuple[int, int]] = []
    for start, end in capitals_inside(text):
        if _ways(text[start:end]):
            if near and start - near[-1][1] > _TOGETHER:
                yield from _in_all_ways(text, near)
                near = []
            near.append((start, end))
    if near:
        yield from _in_all_ways(text, near)


def _in_all_ways(text: str, words: Sequence[tuple[int, int]]) -> Iterator[str | None]:
    """The piece around some words, parted and not, in all combinations."""
    ways = [(text[start:end], *_ways(text[start:end])) for start, end in words[:_MOST_WAYS]]
    if prod(map(len, ways)) > _MOST_WAYS:
        yield None
        return
    edges = [max(0, words[0][0] - _TOGETHER), *(edge for word in words for edge in word)]
    edges.append(words[-1][1] + _TOGETHER)
    around = [text[i:j] for i, j in zip(edges[::2], edges[1::2], strict=True)]
    for chosen in product(*ways):
        yield "".join(chain(*zip(around, (*chosen, ""), strict=True)))


@lru_cache(maxsize=50_000)
def _ways(word: str) -> tuple[str, ...]:
    """The ways in which a word may come apart, if any part of it is looked for; else none."""
    at = open_seams(word)
    if len(at) > _MOST_SEAMS:
        return ("",) * _MOST_WAYS
    edges = [0, *at, len(word)]
    runs = (word[i:j] for i, j in combinations(edges, 2) if j - i < len(word))
    if not any(map(_sought, runs)):
        return ()
    return tuple(
        " ".join(word[i:j] for i, j in pairwise([0, *chosen, len(word)]))
        for count in range(1, len(at) + 1)
        for chosen in combinations(at, count)
    )


def _sought(part: str) -> bool:
    """Whether something that is looked for begins with these letters, or has them as a word."""
    look, flattened = _look(), spaced(part)
    return flattened.strip() in look.words or bool(
        look.automaton.find_matches_as_indexes(flattened, overlapping=True)
    )


def _tells(text: str) -> bool:
    look = _look()
    haystack = spaced(text)
    thefts: list[int] = []
    for number, start, end in look.automaton.find_matches_as_indexes(haystack, overlapping=True):
        tells = look.tells[number]
        if tells & (_SURELY | _WHOLE):
            return True
        if tells & _NUMBERED and look.numbered.match(_window(haystack, start)):
            return True
        # What is left ends with the space after it, where the next word may begin.
        if tells & _CUE and _name_beside(haystack, start, end - 1, look):
            return True
        if tells & _EVERYDAY and _shown(haystack, start, end - 1, look):
            return True
        if tells & _THEFT:
            thefts.append(start)
    if UNKNOWN in haystack and _foreign(text, look):
        return True
    return any(_thing_near(haystack, theft, look) for theft in thefts)


def _window(haystack: bytes, start: int) -> str:
    return haystack[start : start + _REACH].decode("latin-1")


def _foreign(text: str, look: _Look) -> bool:
    """Whether a pattern with letters of other scripts stands in the text as a whole."""
    haystack = f" {flat(text)}  ".replace("_", " ")
    found = look.foreign.find_matches_as_indexes(haystack, overlapping=True)
    return any(haystack[end] == " " for _, _, end in found)


def _thing_near(haystack: bytes, theft: int, look: _Look) -> bool:
    first = max(0, theft - NEAR)
    window = haystack[first : theft + NEAR + look.longest_thing]
    found = look.things.find_matches_as_indexes(window, overlapping=True)
    return any(first + start <= theft + NEAR for _, start, _ in found)


def _name_beside(haystack: bytes, start: int, end: int, look: _Look) -> bool:
    """Whether an everyday name stands right after the cue, or after one small word, or right before it."""
    # Nearly always the words next to it begin or end no such name, and that is seen at once.
    edge = haystack.find(b" ", end + 1)
    first, second = haystack[end + 1 : edge], haystack[edge + 1 : haystack.find(b" ", edge + 1)]
    edge = haystack.rfind(b" ", 0, start)
    last, former = haystack[edge + 1 : start], haystack[haystack.rfind(b" ", 0, edge) + 1 : edge]
    if (
        (first and second and last and former)
        and first not in look.firsts
        and second not in look.ends
        and last not in look.lasts
        and former not in look.loose
    ):
        return False
    words = haystack[end : end + _REACH].split(maxsplit=6)[:6]
    if _begins_with_name(words, look):
        return True
    if words and words[0] in look.between and _begins_with_name(words[1:], look):
        return True
    before = haystack[max(0, start - _REACH) : start + 1]
    preceding = before.split()[-2:]
    return bool(preceding) and (
        preceding[-1] in look.ends
        or (len(preceding) > 1 and preceding[0] in look.loose)
        or any(before.rstrip().endswith(form) for form in look.by_last.get(preceding[-1], ()))
    )


def _shown(haystack: bytes, start: int, end: int, look: _Look) -> bool:
    """Whether what is done with an everyday word, or said of it right after, may show that it is a name: "infected with
    Pegasus", "used Pegasus against", "Pegasus, a spyware" (see `mentions.weak`)."""
    following = haystack[end : end + 1 + _REACH].split(maxsplit=1)
    after = following[0] if following else b""
    edge = haystack.rfind(b" ", 0, start)
    before = haystack[edge + 1 : start]
    if not before:
        preceding = haystack[max(0, start - _REACH) : start].rsplit(maxsplit=1)
        before = preceding[-1] if preceding else b""
    if after in look.aims and (before in look.uses or before in look.acts):
        return True
    if before in look.tools:
        former = haystack[max(0, start - _REACH) : start].split()[-2:-1]
        if former and former[0] in look.acts:
            return True
    if haystack[end + 1 : end + 2] == b" " or after in look.said:
        return not look.sorts.isdisjoint(haystack[end : end + _SAID].split())
    return False


_SAID = 220
"""Code points after a name in which it is said what it is: a remark in brackets and some words."""


def _begins_with_name(words: Sequence[bytes], look: _Look) -> bool:
    if not words:
        return False
    forms = look.by_first.get(words[0], ())
    following = b" ".join([b"", *words, b""]) if forms else b""
    return (
        words[0] in look.loose
        or (len(words) > 1 and words[1] in look.ends)
        or any(following.startswith(form) for form in forms)
    )


_TOGETHER = 400
"""Code points that nothing reaches across which is looked for together: a name, a cue with a name beside
it, a theft with a thing near it."""
_MOST_SEAMS, _MOST_WAYS = 6, 256
_REACH = 80
"""Code points beside a cue in which the words next to it are sought; the reader looks at 24."""


@cache
def _look() -> _Look:
    """The patterns, put together once a process."""
    from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

    known = load_patterns()
    # Short patterns first: the states that most texts go through then lie together in memory.
    ordered = sorted(known.tells, key=lambda pattern: (len(pattern), pattern))
    by_first, by_last = _by_word(known.everyday, 0), _by_word(known.everyday, -1)
    loose, ends, between = map(frozenset, (known.loose, known.ends, known.between))
    words = {w for form in (*ordered, *known.everyday, *known.things) for w in form.split()}
    return _Look(
        automaton=BytesAhoCorasick(ordered, implementation=Implementation.DFA),
        tells=[known.tells[pattern] for pattern in ordered],
        foreign=AhoCorasick(known.foreign),
        things=BytesAhoCorasick(known.things),
        longest_thing=max(map(len, known.things)),
        by_first=by_first,
        by_last=by_last,
        numbered=re.compile(known.numbered),
        loose=loose,
        ends=ends,
        between=between,
        firsts=frozenset({*by_first, *loose, *between}),
        lasts=frozenset({*by_last, *ends}),
        words=frozenset({*words, *loose, *ends, *between}),
        acts=frozenset(known.acts),
        uses=frozenset(known.uses),
        tools=frozenset(known.tools),
        aims=frozenset(known.aims),
        said=frozenset(known.said),
        sorts=frozenset(known.sorts),
    )


def _by_word(forms: Iterable[bytes], at: int) -> dict[bytes, tuple[bytes, ...]]:
    found: dict[bytes, list[bytes]] = {}
    for form in sorted(forms):
        found.setdefault(form.split()[at], []).append(form)
    return {word: tuple(rows) for word, rows in found.items()}
