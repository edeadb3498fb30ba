"""A language pack: the cue words of one language, read from its folder of data files.

A pack is data. ``packs/LANGUAGE/`` holds seven files of one shape (``words``, ``nouns``, ``verbs``,
``phrases``, ``time``, ``relations``, ``cues``); this module checks them against the structs below, inflects verbs and nouns
by the paradigms the files give, and returns one table from lower-case word forms to what they are.
"""

from __future__ import annotations

from sys import intern
from typing import Final, final

from vidocq.language.cues import Cues
from vidocq.language.files import Grammar, PhraseFile, TimeFile
from vidocq.language.relations import Relations
from vidocq.language.stored import NounForm, StoredPack, StoredWord, VerbForm


@final
class Word:
    """All that the pack knows of a form.

    ``length`` counts its tokens (hyphens not counted); ``value`` is a modal's kind, a number's value, a contraction's base
    form; ``nouns_kinds`` are the kinds of ``nouns``, ``form`` all grammatical forms that ``verbs`` allow, ``lemmas`` their
    infinitives, ``frames`` those that they evoke; ``telling``: whether a verb reading alone means an attack, an accusation
    or an answer to one. A class by hand, as it is asked for at every word of a text.
    """

    __slots__ = (
        *("form", "frames", "lemmas", "length", "nouns", "nouns_kinds"),
        *("tags", "telling", "value", "verbs"),
    )

    def __init__(
        self,
        tags: int,
        length: int = 1,
        verbs: tuple[VerbForm, ...] = (),
        nouns: tuple[NounForm, ...] = (),
        value: str | None = None,
        nouns_kinds: frozenset[str] = frozenset(),
        form: int = 0,
        lemmas: frozenset[str] = frozenset(),
        frames: frozenset[str] = frozenset(),
        telling: bool = False,
    ) -> None:
        self.tags: Final = tags
        self.length: Final = length
        self.verbs: Final = verbs
        self.nouns: Final = nouns
        self.value: Final = value
        self.nouns_kinds: Final = nouns_kinds
        self.form: Final = form
        self.lemmas: Final = lemmas
        self.frames: Final = frames
        self.telling: Final = telling


Sequences = dict[str, dict[str, list[tuple[tuple[str, ...], Word]]]]


@final
class Pack:
    """One language, compiled: ``words`` by single form, ``sequences`` by the first two of several tokens.

    ``head_first``: whether the head noun comes before its modifiers (French) or after them (English);
    ``capital_words``: where nouns have capitals, forms that are nouns and other words too, as nouns alone;
    ``example_words``: the last word of each relative that may open a list of examples (``cues.example_openers``).
    """

    def __init__(self, stored: StoredPack) -> None:
        self.language: Final = stored.language
        self.head_first: Final = stored.head_first
        self.phrases: Final[PhraseFile] = stored.phrases
        self.time: Final[TimeFile] = stored.time
        self.relations: Final[Relations] = stored.relations
        self.cues: Final[Cues] = stored.cues
        self.likelihood: Final = stored.likelihood
        self.confidence: Final = stored.confidence
        self.adjective_suffixes: Final = stored.adjective_suffixes
        self.grammar: Final[Grammar] = stored.grammar
        self.example_words: Final = stored.example_words
        words = [_word(word) for word in stored.different]
        self.words: Final = {form: words[n] for form, n in stored.words.items()}
        self.capital_words: Final = {form: words[n] for form, n in stored.capital_words.items()}
        sequences: Sequences = {}
        for first, seconds in stored.sequences.items():
            table = sequences[first] = {}
            for second, rows in seconds.items():
                table[second] = [(_shared(rest), words[n]) for rest, n in rows]
        self.sequences: Final = sequences


def _shared(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The same tokens, which come again in other phrases, without a copy for each phrase."""
    return tuple([intern(token) for token in tokens])


def _word(stored: StoredWord) -> Word:
    return Word(
        stored.tags,
        stored.length,
        stored.verbs,
        stored.nouns,
        stored.value,
        stored.nouns_kinds,
        stored.form,
        stored.lemmas,
        stored.frames,
        stored.telling,
    )
