"""A language pack: the cue words of one language, read from its folder of data files.

A pack is data. ``packs/LANGUAGE/`` holds seven files of one shape (``words``, ``nouns``, ``verbs``,
``phrases``, ``time``, ``relations``, ``cues``); this module checks them against the structs below, inflects verbs and nouns
by the paradigms the files give, and returns one table from lower-case word forms to what they are.
"""

from __future__ import annotations

import msgspec

from vidocq.language.files import Grammar, PhraseFile, TimeFile
from vidocq.language.relations import Cues, Relations


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


class Word(msgspec.Struct, frozen=True, array_like=True):
    """All that the pack knows of a form. ``length`` counts its tokens (hyphens not counted)."""

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


class Pack(msgspec.Struct, frozen=True):
    """One language, compiled: ``words`` by single form, ``sequences`` by the first two of several tokens."""

    language: str
    head_first: bool
    """Whether the head noun comes before its modifiers (French) or after them (English)."""
    words: dict[str, Word]
    sequences: dict[str, dict[str, list[tuple[tuple[str, ...], Word]]]]
    phrases: PhraseFile
    time: TimeFile
    relations: Relations
    cues: Cues
    likelihood: dict[str, str]
    confidence: dict[str, str]
    adjective_suffixes: tuple[str, ...]
    grammar: Grammar
    capital_words: dict[str, Word]
    """Where nouns have capitals: forms that are nouns and other words too, as nouns alone."""
    example_words: frozenset[str] = frozenset()
    """The last word of each relative that may open a list of examples (``cues.example_openers``)."""
