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
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache
from typing import Any, Final, final

from mypy_extensions import mypyc_attr

from vidocq.knowledge.all_names import names_in, shared_names
from vidocq.knowledge.galaxy_names import canonical_group_id
from vidocq.knowledge.groups import GroupPattern, group_patterns, movements
from vidocq.knowledge.kept import at_rest
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.language.compile import load_pack
from vidocq.language.fold import flat
from vidocq.mentions.name_forms import (
    NameForm,
    capitalised,
    describes_attack,
    holds_abroad,
    preference,
)
from vidocq.mentions.open_ended_names import (
    Expression,
    expressions_of,
    find_open_ended,
    numbered_look,
)
from vidocq.model import EntityType

_VULNERABILITY = re.compile(r"\bCVE[-\u2010\u2011]\d{4}[-\u2010\u2011]\d{4,7}\b", re.IGNORECASE)


FIELD_NAMES = ("group", "malware", "vulnerability", "incident")
"""Types whose names make a text one of the field, as a word of it does."""


@mypyc_attr(acyclic=True)
@final
class Hit:
    """A name found in a text. ``weak`` means that its form needs a cue beside it to count.

    A class by hand and no dataclass: the constructor of a dataclass stays Python where all else is machine code.
    """

    __slots__ = ("end", "entity", "role", "source", "start", "type", "weak")

    def __init__(
        self, start: int, end: int, type: str, entity: str, role: str, weak: bool, source: str
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.type: Final = type
        self.entity: Final = entity
        self.role: Final = role
        self.weak: Final = weak
        self.source: Final = source

    def at(self, start: int, end: int) -> Hit:
        """The same name elsewhere."""
        return Hit(start, end, self.type, self.entity, self.role, self.weak, self.source)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Hit)
            and self.start == other.start
            and self.end == other.end
            and self.entity == other.entity
            and self.type == other.type
            and self.role == other.role
            and self.weak == other.weak
            and self.source == other.source
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.entity))


@dataclass(frozen=True)
class Scan:
    """One pass over a text: the names in it, and where words of the field stand."""

    hits: list[Hit]
    field: list[int]
    seams: list[int] = dataclass_field(default_factory=list)
    """Where a space is missing between two words (see `glue`)."""


@dataclass(frozen=True)
class NameIndex:
    """One automaton over the folded forms of names and the words of the field. The forms are held nowhere else: `has_form` asks
    the automaton.

    Patterns are, in this order and up to ``bounds``: names of the field; other names; strong words of the field; words of
    theft; things in computers; words that begin or end open-ended names. What must stand alone ends with a space. ``rows``
    has the names of each form in the order of the patterns, ``judged`` those that texts had so far. ``numbered`` finds
    where an open-ended name may be.
    """

    rows: list[tuple[Name, ...]]
    judged: dict[int, tuple[NameForm, ...]]
    bounds: tuple[int, int, int, int, int]
    automaton: Any
    numbered: re.Pattern[str]
    expressions: tuple[Expression, ...]
    language: str = "en"


def build_index(names: Iterable[Name], language: str) -> NameIndex:
    """The index of the names and field words that hold in a language."""
    from ahocorasick_rs import AhoCorasick, Implementation

    forms: dict[str, list[Name]] = {}
    words = load_pack(language).words
    for name in names:
        if name.type is EntityType.INCIDENT and describes_attack(name.text, words):
            continue
        if name.language in ("*", language) or holds_abroad(name):
            form = " " + flat(name.text).strip()
            if len(form) > 1:
                forms.setdefault(form, []).append(name)
    frozen = {form: tuple(sorted(rows, key=preference)) for form, rows in forms.items()}
    telling = [form for form, rows in frozen.items() if any(r.type in FIELD_NAMES for r in rows)]
    told = frozenset(telling)
    patterns = [*telling, *(form for form in frozen if form not in told)]
    phrases = load_pack(language).phrases
    strong = [" " + flat(w).strip() for w in phrases.strong_cyber_words]
    theft = [" " + flat(w).strip() for w in phrases.theft_words]
    things = [" " + flat(w).strip() for w in phrases.theft_objects]
    count = len(patterns)
    bounds = (
        len(telling),
        count,
        count + len(strong),
        count + len(strong) + len(theft),
        count + len(strong) + len(theft) + len(things),
    )
    patterns_of_groups = group_patterns()
    expressions = expressions_of(patterns_of_groups)
    automaton = AhoCorasick(
        [
            *(f"{form} " for form in patterns),
            *(word if len(word) > STANDS_ALONE else f"{word} " for word in strong),
            *(f"{word} " for word in (*theft, *things)),
            *sorted({word for one in expressions for word in one.words}),
        ],
        implementation=Implementation.ContiguousNFA,
    )
    return NameIndex(
        [frozen[form] for form in patterns],
        {},
        bounds,
        automaton,
        numbered_look(patterns_of_groups),
        expressions,
        language,
    )


def has_form(index: NameIndex, words: str) -> bool:
    """Whether folded words are the form of a name, as a whole."""
    whole = f" {words} "
    return any(
        number < index.bounds[1] and start == 0 and end == len(whole)
        for number, start, end in index.automaton.find_matches_as_indexes(whole, overlapping=True)
    )


STANDS_ALONE = 5
"""Field words up to this length (with the space before them) must stand alone; longer ones may go on."""


@cache
def name_index(language: str) -> NameIndex:
    """The compiled index of all known names for a language, built once a process."""
    with at_rest():
        return build_index((*shared_names(), *names_in(language)), language)


@final
class Matches:
    """What the automaton finds in a text, before a name is judged: ``places`` as pattern, start and end in
    ``haystack``, the flat text with a space before and after it; ``field``: where words of the field stand;
    ``numbered``: start and end of the words of open-ended names."""

    __slots__ = ("field", "haystack", "numbered", "places", "text")

    def __init__(
        self,
        text: str,
        haystack: str,
        places: list[Any],
        field: list[int],
        numbered: list[tuple[int, int]],
    ) -> None:
        self.text: Final = text
        self.haystack: Final = haystack
        self.places: Final = places
        self.field: Final = field
        self.numbered: Final = numbered


def match_names(text: str, index: NameIndex) -> Matches:
    """The pass over a text that all else about its names begins with."""
    haystack = f" {flat(text)} "
    field: list[int] = []
    theft: list[int] = []
    things: list[int] = []
    numbered: list[tuple[int, int]] = []
    _, names, strong, thefts, last = index.bounds
    places = index.automaton.find_matches_as_indexes(haystack, overlapping=True)
    for number, start, end in places:
        if number >= last:
            numbered.append((start, end))
        elif number >= names:
            # The haystack and every pattern start with one space more than the text and the form.
            (field if number < strong else theft if number < thefts else things).append(start)
    near = [t for t in theft if _close(things, t)]
    return Matches(text, haystack, places, sorted({*field, *near}) if near else field, numbered)


def find_names(text: str, index: NameIndex, matches: Matches | None = None) -> Scan:
    """All names in ``text``, longest first where they overlap, in order of position, and its field words.

    ``matches``: those of the text, where they are there already.
    """
    matches = matches or match_names(text, index)
    names = index.bounds[1]
    return Scan(_branches(text, _longest(_judged(matches, index, names))), matches.field)


def field_candidates(matches: Matches, index: NameIndex) -> list[Hit]:
    """Every name of the field that the text may have: of those that `find_names` finds none is missing, but
    others may be there too, of which a longer name takes the place."""
    hits = _judged(matches, index, index.bounds[0])
    return [hit for hit in hits if hit.type in FIELD_NAMES]


def _judged(matches: Matches, index: NameIndex, below: int) -> list[Hit]:
    """The names whose patterns have a number ``below`` the given one, and all open-ended ones."""
    text, haystack = matches.text, matches.haystack
    found: list[Hit] = []
    judged = index.judged
    for number, start, end in matches.places:
        if number < below:
            forms = judged.get(number)
            if forms is None:
                forms = judged[number] = tuple([NameForm(name) for name in index.rows[number]])
            hit = _judge(text, start, end - 2, forms)
            if hit is not None:
                found.append(hit)
    if matches.numbered:
        numbered = matches.numbered
        open_ended = find_open_ended(text, haystack, numbered, index.numbered, index.expressions)
        found += [_numbered_hit(match, pattern) for match, pattern in open_ended]
    if " cve " in haystack:
        found += [_vulnerability_hit(m) for m in _VULNERABILITY.finditer(text)]
    return found


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
            entity = canonical_group_id(name)
            kept[-1] = Hit(before.start, hit.end, before.type, entity, before.role, False, "branch")
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


def _judge(text: str, start: int, end: int, forms: tuple[NameForm, ...]) -> Hit | None:
    """The first of the readings (see `preference`) that the spelling of the words at ``[start, end)`` allows."""
    words = text[start:end]
    for form in forms:
        exact = form.exact
        if exact is not None:
            if (words.replace("’", "'") if "’" in words else words) != exact:
                continue
        elif form.capitals and not capitalised(words):
            continue
        if ("." in words and text.startswith(".", end)) or (
            "(" in words and text.startswith(")", end)
        ):
            end += 1
        return Hit(start, end, form.type, form.entity, form.role, form.weak, form.source)
    return None


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
    hits.sort(key=_start)
    kept: list[Hit] = []
    i, n = 0, len(hits)
    while i < n:
        end = hits[i].end
        j = i + 1
        while j < n and hits[j].start < end:
            end = max(end, hits[j].end)
            j += 1
        if j == i + 1:
            kept.append(hits[i])
        else:
            kept += _longest_of_heap(hits[i:j])
        i = j
    return kept


def _start(hit: Hit) -> int:
    return hit.start


def _longest_of_heap(hits: list[Hit]) -> list[Hit]:
    """The same for hits that all hang together."""
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
