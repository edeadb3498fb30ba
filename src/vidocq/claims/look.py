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
from bisect import bisect_left
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
from vidocq.language.fold import flat
from vidocq.mentions.glue import capitals_inside, seams
from vidocq.mentions.names import FIELD_NAMES, NEAR, STANDS_ALONE, name_index, numbered_look
from vidocq.mentions.weak import VAGUE
from vidocq.model import Document

_CUE_KINDS = ("actor", "malware", "attack")


@cache
def _between() -> frozenset[str]:
    """Words that may stand between a cue and the name after it, as in `mentions.weak`."""
    return frozenset(w for code in languages() for w in load_pack(code).cues.cue_prepositions)


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
    """The patterns with what each tells; everyday names by their first and by their last word."""

    automaton: Any
    tells: list[int]
    things: Any
    by_first: dict[str, tuple[str, ...]]
    by_last: dict[str, tuple[str, ...]]
    numbered: re.Pattern[str]
    loose: frozenset[str]
    ends: frozenset[str]
    firsts: frozenset[str]
    lasts: frozenset[str]


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
    if next(capitals_inside(text), None) is None:
        return False
    for language in languages():
        at = seams(text, name_index(language))
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
        if tells & _SURELY or (tells & _NUMBERED and look.numbered.match(haystack, start)):
            return True
        if haystack[end] != " ":
            continue
        if tells & _WHOLE or (tells & _CUE and _name_beside(haystack, start, end, look)):
            return True
        if tells & _THEFT:
            thefts.append(start)
    return bool(thefts) and _thing_near(haystack, thefts, look)


def _spaced(text: str) -> str:
    """Flat, words parted by spaces: an underscore parts them too, as it does beside an everyday name."""
    return f" {flat(text)}  ".replace("_", " ")


def _thing_near(haystack: str, thefts: list[int], look: _Look) -> bool:
    found = look.things.find_matches_as_indexes(haystack, overlapping=True)
    things = [start for _, start, end in found if haystack[end] == " "]
    for at in thefts:
        i = bisect_left(things, at - NEAR)
        if i < len(things) and things[i] <= at + NEAR:
            return True
    return False


def _name_beside(haystack: str, start: int, end: int, look: _Look) -> bool:
    """Whether an everyday name stands right after the cue, or after one small word, or right before it."""
    # Nearly always the words next to it begin or end no such name, and that is seen at once.
    edge = haystack.find(" ", end + 1)
    first, second = haystack[end + 1 : edge], haystack[edge + 1 : haystack.find(" ", edge + 1)]
    edge = haystack.rfind(" ", 0, start)
    last, former = haystack[edge + 1 : start], haystack[haystack.rfind(" ", 0, edge) + 1 : edge]
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
    if words and words[0] in _between() and _begins_with_name(words[1:], look):
        return True
    before = haystack[max(0, start - _REACH) : start + 1]
    preceding = before.split()[-2:]
    return bool(preceding) and (
        preceding[-1] in look.ends
        or (len(preceding) > 1 and preceding[0] in look.loose)
        or any(before.rstrip().endswith(form) for form in look.by_last.get(preceding[-1], ()))
    )


def _begins_with_name(words: Sequence[str], look: _Look) -> bool:
    if not words:
        return False
    forms = look.by_first.get(words[0], ())
    following = " ".join(["", *words, ""]) if forms else ""
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
    from ahocorasick_rs import AhoCorasick, Implementation

    tells: dict[str, int] = {}

    def add(forms: Iterable[str], what: _Tells) -> None:
        for form in forms:
            if len(form) > 1:
                tells[form] = tells.get(form, 0) | int(what)

    everyday: set[str] = set()
    further = (name for language in languages() for name in names_in(language))
    for name in chain(shared_names(), further):
        if str(name.type) in FIELD_NAMES:
            form = _form(name.text)
            if name.context is NameContext.CUE:
                everyday.add(form)
            else:
                add([form], _Tells.WHOLE)
    things: set[str] = set()
    ends: set[str] = set()
    for language in languages():
        pack = load_pack(language)
        phrases = pack.phrases
        for word in map(_form, phrases.strong_cyber_words):
            add([word], _Tells.WHOLE if len(word) <= STANDS_ALONE else _Tells.SURELY)
        add(map(_form, phrases.theft_words), _Tells.THEFT)
        things.update(map(_form, phrases.theft_objects))
        cues = (
            key
            for key, word in pack.words.items()
            if key not in VAGUE and any(noun.kind in _CUE_KINDS for noun in word.nouns)
        )
        add(map(_form, cues), _Tells.CUE)
    add([" cve"], _Tells.WHOLE)
    patterns = group_patterns()
    loose = {start for one in patterns if one.context is NameContext.CUE for start in one.starts}
    for one in patterns:
        if one.context is NameContext.CUE:
            ends.update(one.ends)
        else:
            add((f" {end}" for end in one.ends), _Tells.WHOLE)
        for start in (_form(start) for start in one.starts if start not in loose):
            # With its digit at once, for the letters alone begin many words ("ta" … "take").
            add((start + digit for digit in "0123456789"), _Tells.SURELY)
            add([start + " "], _Tells.NUMBERED)
    by_first, by_last = _by_word(everyday, 0), _by_word(everyday, -1)
    return _Look(
        AhoCorasick(list(tells), implementation=Implementation.DFA),
        list(tells.values()),
        AhoCorasick(sorted(things)),
        by_first,
        by_last,
        numbered_look(patterns),
        frozenset(loose),
        frozenset(ends),
        frozenset({*by_first, *loose, *_between()}),
        frozenset({*by_last, *ends}),
    )


def _form(text: str) -> str:
    return " " + _spaced(text).strip()


def _by_word(forms: Iterable[str], at: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form in sorted(forms):
        found.setdefault(form.split()[at], []).append(form)
    return {word: tuple(rows) for word, rows in found.items()}
