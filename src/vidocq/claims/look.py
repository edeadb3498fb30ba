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
from collections.abc import Iterable, Sequence
from enum import IntFlag
from functools import cache
from itertools import chain
from typing import Any

import msgspec

from vidocq.knowledge.groups import group_patterns
from vidocq.knowledge.load import names_in, shared_names
from vidocq.knowledge.name import NameContext
from vidocq.language.compile import languages, load_pack
from vidocq.language.fold import UNKNOWN, flat, flat_bytes
from vidocq.mentions.glue import capitals_inside, seams
from vidocq.mentions.names import FIELD_NAMES, NEAR, STANDS_ALONE, name_index, numbered_look
from vidocq.mentions.weak import VAGUE
from vidocq.model import Document

_CUE_KINDS = ("actor", "malware", "attack")


class _Tells(IntFlag):
    """What a pattern tells where it stands; one may tell several things."""

    SURELY = 1
    """The text is to be read, even if the word goes on."""
    WHOLE = 2
    """The text is to be read if the word ends there."""
    NUMBERED = 4
    """The beginning of an open-ended name ("APT", "Storm"): the rest must follow."""
    CUE = 8
    """A word of the kind of a name: an everyday word beside it may be one."""
    THEFT = 16
    """A word of theft: a thing in computers near it makes both words of the field."""


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


# Plain numbers: an IntFlag's own "&" takes longer than all the rest of the loop.
_SURELY, _WHOLE, _NUMBERED, _CUE, _THEFT = (int(one) for one in _Tells)


def may_claim(document: Document) -> bool:
    """Whether the document can hold a claim. No means that `read` gives none; yes means nothing yet."""
    return text_may_claim(document.text) or (
        document.title is not None and text_may_claim(document.title)
    )


def text_may_claim(text: str) -> bool:
    """`may_claim` of a bare text."""
    if _tells(text):
        return True
    # Words that lost the space between them are looked at apart, as the reader does.
    words = list(capitals_inside(text))
    if not words:
        return False
    for language in languages():
        at = seams(text, name_index(language), words)
        if at and _tells(" ".join(_parts(text, at))):
            return True
    return False


def _parts(text: str, at: Sequence[int]) -> list[str]:
    return [text[i:j] for i, j in zip([0, *at], [*at, len(text)], strict=True)]


def _tells(text: str) -> bool:
    look = _look()
    haystack = _spaced(text)
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
        if tells & _THEFT:
            thefts.append(start)
    if UNKNOWN in haystack and _foreign(text, look):
        return True
    return any(_thing_near(haystack, theft, look) for theft in thefts)


def _spaced(text: str) -> bytes:
    """Flat, words parted by spaces: an underscore parts them too, as it does beside an everyday name."""
    return b" %b  " % flat_bytes(text).replace(b"_", b" ")


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


_REACH = 80
"""Code points beside a cue in which the words next to it are sought; the reader looks at 24."""


@cache
def _look() -> _Look:
    """The patterns of all languages, put together once a process."""
    from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

    tells: dict[bytes, int] = {}
    foreign: set[str] = set()

    def add(forms: Iterable[str], what: _Tells, after: str = "") -> None:
        """Patterns as flat text, with what must follow them."""
        for form in forms:
            if not form.isascii():
                foreign.add(form)
            elif len(form) > 1:
                pattern = (form + after).encode()
                tells[pattern] = tells.get(pattern, 0) | int(what)

    everyday: set[bytes] = set()
    further = (name for language in languages() for name in names_in(language))
    for name in chain(shared_names(), further):
        if str(name.type) in FIELD_NAMES:
            if name.context is NameContext.CUE:
                everyday.add(b" " + _spaced(name.text).strip())
            else:
                add([_form(name.text)], _Tells.WHOLE, " ")
    things: set[bytes] = set()
    ends: set[str] = set()
    between: set[bytes] = set()
    for language in languages():
        pack = load_pack(language)
        between.update(map(flat_bytes, pack.cues.cue_prepositions))
        phrases = pack.phrases
        for word in map(_form, phrases.strong_cyber_words):
            if len(word) <= STANDS_ALONE:
                add([word], _Tells.WHOLE, " ")
            else:
                add([word], _Tells.SURELY)
        add(map(_form, phrases.theft_words), _Tells.THEFT, " ")
        things.update(b" %b " % _spaced(thing).strip() for thing in phrases.theft_objects)
        cues = (
            key
            for key, word in pack.words.items()
            if key not in VAGUE and any(noun.kind in _CUE_KINDS for noun in word.nouns)
        )
        add(map(_form, cues), _Tells.CUE, " ")
    add([" cve"], _Tells.WHOLE, " ")
    patterns = group_patterns()
    loose = {start for one in patterns if one.context is NameContext.CUE for start in one.starts}
    for one in patterns:
        if one.context is NameContext.CUE:
            ends.update(one.ends)
        else:
            add((f" {end}" for end in one.ends), _Tells.WHOLE, " ")
        for start in (_form(start) for start in one.starts if start not in loose):
            # With its digit at once, for the letters alone begin many words ("ta" … "take").
            add((start + digit for digit in "0123456789"), _Tells.SURELY)
            add([start], _Tells.NUMBERED, " ")
    # Short patterns first: the states that most texts go through then lie together in memory.
    ordered = sorted(tells, key=lambda pattern: (len(pattern), pattern))
    by_first, by_last = _by_word(everyday, 0), _by_word(everyday, -1)
    loose_bytes, ends_bytes = (frozenset(flat_bytes(w) for w in words) for words in (loose, ends))
    return _Look(
        BytesAhoCorasick(ordered, implementation=Implementation.DFA),
        [tells[pattern] for pattern in ordered],
        AhoCorasick(sorted(foreign)),
        BytesAhoCorasick(sorted(things)),
        max(map(len, things)),
        by_first,
        by_last,
        numbered_look(patterns),
        loose_bytes,
        ends_bytes,
        frozenset(between),
        frozenset({*by_first, *loose_bytes, *between}),
        frozenset({*by_last, *ends_bytes}),
    )


def _form(text: str) -> str:
    return " " + flat(text).replace("_", " ").strip()


def _by_word(forms: Iterable[bytes], at: int) -> dict[bytes, tuple[bytes, ...]]:
    found: dict[bytes, list[bytes]] = {}
    for form in sorted(forms):
        found.setdefault(form.split()[at], []).append(form)
    return {word: tuple(rows) for word, rows in found.items()}
