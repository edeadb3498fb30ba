"""A language pack as it is kept between runs: what `vidocq.language.pack` is made of."""

from __future__ import annotations

import msgspec

from vidocq.language.cues import Cues
from vidocq.language.files import Grammar, PhraseFile, TimeFile
from vidocq.language.relations import Relations


class FrameUse(msgspec.Struct, frozen=True, array_like=True):
    """One way a verb is used: the frame, and where each role stands (``subject``, ``object`` or prepositions)."""

    frame: str
    slots: dict[str, str | tuple[str, ...]]


class VerbForm(msgspec.Struct, frozen=True, array_like=True):
    """An inflected form of a cue verb."""

    lemma: str
    form: int
    uses: tuple[FrameUse, ...] = ()
    reflexive: bool = False
    particle: str = ""
    """A separable particle that must end the clause for the verb to be this one ("greift … | an")."""


class NounForm(msgspec.Struct, frozen=True, array_like=True):
    """A typed noun: ``kind`` is the class of ``nouns.yaml``; ``weak`` needs a word or text of the field."""

    kind: str
    weak: bool
    plural: bool


class StoredWord(msgspec.Struct, frozen=True, array_like=True):
    """A `vidocq.language.pack.Word`."""

    tags: int
    length: int = 1
    verbs: tuple[VerbForm, ...] = ()
    nouns: tuple[NounForm, ...] = ()
    value: str | None = None
    """Modal kind, number value, base form of a contraction."""
    nouns_kinds: frozenset[str] = frozenset()
    """The kinds of ``nouns``."""
    form: int = 0
    """All grammatical forms that ``verbs`` allow."""
    lemmas: frozenset[str] = frozenset()
    """The infinitives of ``verbs``."""
    frames: frozenset[str] = frozenset()
    """The frames that ``verbs`` evoke."""
    telling: bool = False
    """Whether a verb reading alone means an attack, an accusation or an answer to one."""


class StoredPack(msgspec.Struct, frozen=True):
    """A `vidocq.language.pack.Pack`."""

    language: str
    head_first: bool
    """Whether the head noun comes before its modifiers (French) or after them (English)."""
    different: list[StoredWord]
    """All words, those once that say the same. The tables have their numbers in this list."""
    words: dict[str, int]
    sequences: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]]
    phrases: PhraseFile
    time: TimeFile
    relations: Relations
    cues: Cues
    likelihood: dict[str, str]
    confidence: dict[str, str]
    adjective_suffixes: tuple[str, ...]
    grammar: Grammar
    capital_words: dict[str, int]
    """Where nouns have capitals: forms that are nouns and other words too, as nouns alone."""
    example_words: frozenset[str] = frozenset()
    """The last word of each relative that may open a list of examples (``cues.example_openers``)."""
