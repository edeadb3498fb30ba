"""The patterns of the first look, gathered from the names and packs of all languages, and kept between runs.

A process that only looks loads these and no pack: with every language a pack takes memory and time.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntFlag
from itertools import chain
from pathlib import Path

import msgspec

from vidocq.knowledge.all_names import data_fingerprint, names_in, shared_names
from vidocq.knowledge.groups import group_patterns, movements
from vidocq.knowledge.kept import fingerprint_of, kept
from vidocq.knowledge.name import NameContext
from vidocq.language.compile import PACKS, languages, load_pack
from vidocq.language.fold import flat, flat_bytes
from vidocq.mentions.names import FIELD_NAMES, STANDS_ALONE
from vidocq.mentions.open_ended_names import numbered_look
from vidocq.mentions.weak import ATTACK_FRAMES, VAGUE

_CUE_KINDS = ("actor", "malware", "attack")


class Tells(IntFlag):
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
    EVERYDAY = 32
    """A name that is an everyday word: what is done with it or said of it may show that it is a name."""


class Patterns(msgspec.Struct, frozen=True):
    """What is looked for, in flat bytes. ``tells`` says what each pattern tells; ``foreign`` are those
    with letters of other scripts, as flat text; ``everyday`` are names that are everyday words,
    ``between`` words that may stand between a cue and such a name; ``numbered`` is an expression.

    What shows an everyday word to be a name: ``acts`` are words for attacks and ``uses`` for using, ``tools`` stand between
    an attack and its means ("infected | with | …"), ``aims`` after a means ("… | against"), ``said`` before what it is
    ("… | is a"), ``sorts`` are nouns for gangs and malware.
    """

    tells: dict[bytes, int]
    foreign: list[str]
    things: list[bytes]
    everyday: list[bytes]
    loose: list[bytes]
    ends: list[bytes]
    between: list[bytes]
    numbered: str
    acts: list[bytes]
    uses: list[bytes]
    tools: list[bytes]
    aims: list[bytes]
    said: list[bytes]
    sorts: list[bytes]


def load_patterns() -> Patterns:
    """The patterns of all languages."""
    package = Path(__file__).parent.parent
    code = (package / step for step in ("knowledge", "language", "mentions", "claims"))
    files = chain(PACKS.glob("*/*.yaml"), *(folder.rglob("*.py") for folder in code))
    fingerprint = data_fingerprint() + fingerprint_of(files)
    return kept("look", Patterns, _gather, fingerprint, code=Path(__file__).parent)


def spaced(text: str) -> bytes:
    """Flat, words parted by spaces: an underscore parts them too, as it does beside an everyday name."""
    return b" %b  " % flat_bytes(text).replace(b"_", b" ")


def _gather() -> Patterns:
    tells: dict[bytes, int] = {}
    foreign: set[str] = set()

    def add(forms: Iterable[str], what: Tells, after: str = "") -> None:
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
                everyday.add(b" " + spaced(name.text).strip())
                if name.entity in movements():
                    # A place after it, or an act, is enough to make it a name.
                    add([_form(name.text)], Tells.WHOLE, " ")
            else:
                add([_form(name.text)], Tells.WHOLE, " ")
    things: set[bytes] = set()
    ends: set[str] = set()
    between: set[bytes] = set()
    for language in languages():
        pack = load_pack(language)
        between.update(map(flat_bytes, pack.cues.cue_prepositions))
        phrases = pack.phrases
        for word in map(_form, phrases.strong_cyber_words):
            if len(word) <= STANDS_ALONE:
                add([word], Tells.WHOLE, " ")
            else:
                add([word], Tells.SURELY)
        add(map(_form, phrases.theft_words), Tells.THEFT, " ")
        things.update(b" %b " % spaced(thing).strip() for thing in phrases.theft_objects)
        cues = (
            key
            for key, word in pack.words.items()
            if key not in VAGUE and any(noun.kind in _CUE_KINDS for noun in word.nouns)
        )
        add(map(_form, cues), Tells.CUE, " ")
    add((form.decode() for form in everyday), Tells.EVERYDAY, " ")
    add([" cve"], Tells.WHOLE, " ")
    patterns = group_patterns()
    loose = {start for one in patterns if one.context is NameContext.CUE for start in one.starts}
    for one in patterns:
        if one.context is NameContext.CUE:
            ends.update(one.ends)
        else:
            add((f" {end}" for end in one.ends), Tells.WHOLE, " ")
        for start in (_form(start) for start in one.starts if start not in loose):
            # With its digit at once, for the letters alone begin many words ("ta" … "take").
            add((start + digit for digit in "0123456789"), Tells.SURELY)
            add([start], Tells.NUMBERED, " ")
    return Patterns(
        tells,
        sorted(foreign),
        sorted(things),
        sorted(everyday),
        sorted(map(flat_bytes, loose)),
        sorted(map(flat_bytes, ends)),
        sorted(between),
        numbered_look(patterns).pattern,
        *map(sorted, _signs()),
    )


def _signs() -> tuple[set[bytes], ...]:
    """The words that show an everyday word to be a name, of all languages, in the order of `Patterns`."""
    acts, uses, tools, aims, said, sorts = (set[str]() for _ in range(6))
    for pack in map(load_pack, languages()):
        relations = pack.relations
        tools.update(relations.accompanying)
        aims.update(relations.against, relations.to)
        said.update(pack.cues.described_by)
        for trades in pack.cues.trades.values():
            sorts.update(trades)
        for key, word in pack.words.items():
            if word.frames & ATTACK_FRAMES or any(n.kind == "attack" for n in word.nouns):
                acts.add(key)
            if "use" in word.frames:
                uses.add(key)
            if any(n.kind in ("actor", "malware") and not n.weak for n in word.nouns):
                sorts.add(key)
    return tuple(
        {_form(w).strip().encode("ascii", "replace") for w in words if " " not in w}
        for words in (acts, uses, tools, aims, said, sorts)
    )


def _form(text: str) -> str:
    return " " + flat(text).replace("_", " ").strip()
