"""Names in a text: one automaton over all known names, one pass.

The text is folded (case, accents, apostrophes, hyphens) to a string of the same length, so every
hit has its position in the original. Matching finds all candidates; what each form demands of its
surroundings (exact case, capitals, a cue beside it) decides afterwards, and the longest wins.
The method is the dictionary stage of FASTUS with an Aho-Corasick automaton (Aho & Corasick 1975).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from functools import cache
from typing import Any

from mypy_extensions import mypyc_attr

from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.knowledge.groups import GroupPattern, group_patterns, movements
from vidocq.knowledge.load import names_in, shared_names
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.language.compile import load_pack
from vidocq.language.fold import flat
from vidocq.language.pack import Word
from vidocq.model import EntityType

_VULNERABILITY = re.compile(r"\bCVE[-\u2010\u2011]\d{4}[-\u2010\u2011]\d{4,7}\b", re.IGNORECASE)


_COMMON = frozenset({EntityType.SECTOR, EntityType.TECHNIQUE, EntityType.INCIDENT})
"""Types whose names are common nouns, written without capitals."""


FIELD_NAMES = ("group", "malware", "vulnerability", "incident")
"""Types whose names make a text one of the field, as a word of it does."""


@mypyc_attr(acyclic=True)
@dataclass(frozen=True)
class Hit:
    """A name found in a text. ``weak`` means that its form needs a cue beside it to count."""

    start: int
    end: int
    type: str
    entity: str
    role: str
    weak: bool
    source: str


@dataclass(frozen=True)
class Scan:
    """One pass over a text: the names in it, and where words of the field stand."""

    hits: list[Hit]
    field: list[int]
    seams: list[int] = dataclass_field(default_factory=list)
    """Where a space is missing between two words (see `glue`)."""


@dataclass(frozen=True)
class _Expression:
    """An open-ended name with the words of which one must stand in a flat text that has it."""

    pattern: GroupPattern
    words: frozenset[str]


@dataclass(frozen=True)
class NameIndex:
    """Names by their folded form, and one automaton over the forms and the words of the field.

    Patterns are, in this order and up to ``bounds``: names; strong words of the field; words of theft;
    things in computers. The numbers in ``whole`` must stand alone. ``numbered`` finds where an open-ended name may be.
    """

    forms: dict[str, tuple[Name, ...]]
    patterns: list[str]
    bounds: tuple[int, int, int]
    whole: frozenset[int]
    automaton: Any
    numbered: re.Pattern[str]
    numbered_words: Any
    """An automaton over the words that begin or end such names."""
    expressions: tuple[_Expression, ...]
    language: str = "en"


def build_index(names: Iterable[Name], language: str) -> NameIndex:
    """The index of the names and field words that hold in a language."""
    from ahocorasick_rs import AhoCorasick, Implementation

    forms: dict[str, list[Name]] = {}
    words = load_pack(language).words
    for name in names:
        if name.type is EntityType.INCIDENT and _describes(name.text, words):
            continue
        if name.language in ("*", language):
            form = " " + flat(name.text).strip()
            if len(form) > 1:
                forms.setdefault(form, []).append(name)
    patterns = list(forms)
    phrases = load_pack(language).phrases
    strong = [" " + flat(w).strip() for w in phrases.strong_cyber_words]
    theft = [" " + flat(w).strip() for w in phrases.theft_words]
    things = [" " + flat(w).strip() for w in phrases.theft_objects]
    count = len(patterns)
    whole = frozenset(
        [count + i for i, word in enumerate(strong) if len(word) <= STANDS_ALONE]
        + list(range(count + len(strong), count + len(strong) + len(theft) + len(things)))
    )
    bounds = (count, count + len(strong), count + len(strong) + len(theft))
    automaton = AhoCorasick(
        [*patterns, *strong, *theft, *things], implementation=Implementation.ContiguousNFA
    )
    frozen = {form: tuple(sorted(rows, key=_preference)) for form, rows in forms.items()}
    patterns_of_groups = group_patterns()
    expressions = tuple(_Expression(p, frozenset({*p.starts, *p.ends})) for p in patterns_of_groups)
    numbered_words = AhoCorasick(sorted({w for e in expressions for w in e.words}))
    return NameIndex(
        frozen,
        patterns,
        bounds,
        whole,
        automaton,
        numbered_look(patterns_of_groups),
        numbered_words,
        expressions,
        language,
    )


def _describes(text: str, words: dict[str, Word]) -> bool:
    """Whether an incident's name is a description ("piratage de SolarWinds"): the phrases read those,
    with victim and author, and its anchor leads to the incident."""
    return any(
        noun.kind == "attack"
        for key in flat(text).split()
        for noun in (words[key].nouns if key in words else ())
    )


STANDS_ALONE = 5
"""Field words up to this length (with the space before them) must stand alone; longer ones may go on."""


def numbered_look(expressions: tuple[GroupPattern, ...]) -> re.Pattern[str]:
    """A quick look in flat text for anything that one of the expressions could match."""
    starts = sorted({flat(s).strip() for p in expressions for s in p.starts}, key=len, reverse=True)
    ends = sorted({e for p in expressions for e in p.ends}, key=len, reverse=True)
    loose = ("temp", "earth")
    digits = "|".join(re.escape(s) for s in starts if s not in loose)
    return re.compile(
        rf" (?:(?:{digits})(?: {{1,2}}[a-z]{{1,3}})? {{0,2}}[0-9]|(?:{'|'.join(loose)}) [a-z]|(?:{'|'.join(ends)}) )"
    )


@cache
def name_index(language: str) -> NameIndex:
    """The compiled index of all known names for a language, built once a process."""

    return build_index((*shared_names(), *names_in(language)), language)


def find_names(text: str, index: NameIndex) -> Scan:
    """All names in ``text``, longest first where they overlap, in order of position, and its field words."""
    haystack = " " + flat(text) + " "
    found: list[Hit] = []
    field: list[int] = []
    theft: list[int] = []
    things: list[int] = []
    (names, strong, thefts), forms, patterns = index.bounds, index.forms, index.patterns
    for number, start, end in index.automaton.find_matches_as_indexes(haystack, overlapping=True):
        if number >= names:
            if number not in index.whole or haystack[end] == " ":
                (field if number < strong else theft if number < thefts else things).append(start)
            continue
        if haystack[end] != " ":
            continue
        # The haystack and every pattern start with one space more than the text and the form.
        hit = _judge(text, start, end - 1, forms[patterns[number]])
        if hit is not None:
            found.append(hit)
    places = index.numbered_words.find_matches_as_indexes(haystack, overlapping=True)
    look = index.numbered.match
    if any(haystack[s - 1] == " " and look(haystack, s - 1) for _, s, _ in places):
        present = {haystack[start:end] for _, start, end in places}
        for expression in index.expressions:
            if expression.words.isdisjoint(present):
                continue
            pattern = expression.pattern
            found.extend(_numbered_hit(m, pattern) for m in pattern.pattern.finditer(text))
    if " cve " in haystack:
        found.extend(_vulnerability_hit(m) for m in _VULNERABILITY.finditer(text))
    near = [t for t in theft if _close(things, t)]
    hits = _branches(text, _longest(found))
    return Scan(hits, sorted({*field, *near}) if near else field)


def _branches(text: str, hits: list[Hit]) -> list[Hit]:
    """Names of a movement's branches: "Anonymous Caucasus", "LulzSec Peru" are groups of their own.

    An adjective after the name describes what follows ("Anonymous Iranian hackers"), so only names of places count.
    """
    known = movements()
    if not any(hit.entity in known for hit in hits):
        return hits
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.entity in known
            and hit.type in ("state", "place")
            and hit.role != NameRole.DEMONYM
            and text[before.end : hit.start] == " "
            and not text.startswith(("'s", "’s", "-"), hit.end)
        ):
            name = text[before.start : hit.end]
            kept[-1] = replace(
                before, end=hit.end, entity=canonical_group_id(name), weak=False, source="branch"
            )
        else:
            kept.append(hit)
    return kept


NEAR = 80
"""Code points between a word of theft and a thing in computers that make the field together."""


def _close(positions: list[int], position: int) -> bool:
    """Whether a sorted list has a position within `NEAR` of another."""
    i = bisect_left(positions, position - NEAR)
    return i < len(positions) and positions[i] <= position + NEAR


def _vulnerability_hit(match: re.Match[str]) -> Hit:
    identifier = match.group().lower().replace("\u2010", "-").replace("\u2011", "-")
    return Hit(
        match.start(),
        match.end(),
        "vulnerability",
        "vulnerability:" + identifier,
        "name",
        False,
        "cve",
    )


def _judge(text: str, start: int, end: int, names: tuple[Name, ...]) -> Hit | None:
    """The first of the readings (see `_preference`) that the spelling of the words at ``[start, end)`` allows."""
    words = text[start:end]
    for name in names:
        if name.exact_case:
            if words.replace("’", "'") != name.text:
                continue
        elif (
            name.type not in _COMMON
            and not (name.source.startswith("vidocq:") and name.text.islower())
            and name.role is not NameRole.DEMONYM
            and not _capitalised(words)
        ):
            continue
        if ("." in words and text.startswith(".", end)) or (
            "(" in words and text.startswith(")", end)
        ):
            end += 1
        weak = name.context is NameContext.CUE
        return Hit(start, end, str(name.type), name.entity, str(name.role), weak, name.source)
    return None


def _preference(name: Name) -> tuple[bool, bool]:
    """Sure names first. A gang and its malware share a name: the gang first, a noun beside it tells otherwise."""
    return name.context is NameContext.CUE, name.type is not EntityType.GROUP


def _capitalised(words: str) -> bool:
    """Whether a name is written as one: its first letter, or a later one ("eBay", "l'ANSSI"), is a capital."""
    if words[:1].isupper():
        return True
    return any(c.isupper() or c.isdigit() for c in words) or not words[:1].isascii()


def _numbered_hit(match: re.Match[str], pattern: GroupPattern) -> Hit:

    return Hit(
        match.start(),
        match.end(),
        str(EntityType.GROUP),
        canonical_group_id(match.group()),
        str(NameRole.NAME),
        pattern.context is NameContext.CUE,
        f"group-pattern:{pattern.id}",
    )


def _longest(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits the longest; of equal ones the surer, then the first. In order of position."""
    hits.sort(key=lambda h: (h.start - h.end, h.weak, h.start))
    starts: list[int] = []
    kept: list[Hit] = []
    for hit in hits:
        i = bisect_left(starts, hit.end)
        if i and kept[i - 1].end > hit.start:
            continue
        starts.insert(i, hit.start)
        kept.insert(i, hit)
    return kept
