"""What a language says of each word form: gathered from its files entry by entry, then frozen into the pack's tables.

Words and set phrases are kept by their tokens, spelt as they are looked up.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from vidocq.language.stored import NounForm, StoredWord, VerbForm
from vidocq.language.tags import Form, Tag


def spell(phrase: str) -> str:
    """The form in which words are looked up: lower case, straight apostrophes, hyphens as spaces."""
    text = phrase.lower().replace("’", "'").replace("-", " ")
    return " ".join(_pieces(text))


_PIECE = re.compile(
    r"aujourd'hui|[^\W_]+'(?=[^\W\d_]|\s|$)|n't\b|'s\b|[^\W_]+(?:\.[^\W_]\.?)*|[^\w\s]", re.UNICODE
)


def _pieces(text: str) -> list[str]:
    """Token forms of a dictionary phrase, split as the tokeniser splits running text."""
    return _PIECE.findall(text)


TELLING_FRAMES = frozenset(
    {
        *("accuse", "hack", "steal", "target", "fall", "condemn", "indict", "sanction", "arrest"),
        *("disrupt", "respond", "deny", "join", "sponsor", "alias", "endorse", "suffer"),
    }
)
"""Frames that need no noun of the field beside them to make a claim."""
TELLING_SET_PHRASES = frozenset({"perpetrate", "avow", "fall"})
"""Frames whose set phrases ("être l'auteur") do, though their single verbs ("mener") do not."""

_AUXILIARY = Tag.BE | Tag.BECOME | Tag.HAVE
"""Verbs so common ("wird … Opfer") that only the word they go with tells anything."""


class WordTable:
    """Collects what is said of each form before it is frozen."""

    def __init__(self, contractions: dict[str, str]) -> None:
        self.contracted: dict[str, list[str]] = {}
        """Base form → its contractions of one word: "de" → "del"."""
        for form, base in contractions.items():
            if " " not in form:
                self.contracted.setdefault(base, []).append(form)
        self.tags: dict[tuple[str, ...], int] = {}
        self.verbs: dict[tuple[str, ...], list[VerbForm]] = {}
        self.nouns: dict[tuple[str, ...], list[NounForm]] = {}
        self.values: dict[tuple[str, ...], str] = {}

    def add(self, phrase: str, tag: int, value: str | None = None) -> tuple[str, ...]:
        key = tuple(spell(phrase).split(" "))
        self.tags[key] = self.tags.get(key, 0) | tag
        if value is not None:
            self.values[key] = value
        return key

    def add_governing(self, phrase: str, tag: int, value: str | None = None) -> None:
        """Add a set phrase that governs what comes after it, with the contractions of its last word:
        "a manos de" is "a manos del" as well, and that stands for "a manos de"."""
        self.add(phrase, tag, value)
        for form in self.with_contractions(phrase):
            self.add(form, tag, phrase if value is None else value)

    def with_contractions(self, phrase: str) -> list[str]:
        """A set phrase with its last word contracted with the article that may follow it."""
        head, space, last = phrase.rpartition(" ")
        return [f"{head} {form}" for form in self.contracted.get(last, ())] if space else []

    def split(
        self,
    ) -> tuple[
        dict[str, StoredWord], dict[str, dict[str, list[tuple[tuple[str, ...], StoredWord]]]]
    ]:
        """Single words by their form, and set phrases by their first two words, the longest first."""
        single: dict[str, StoredWord] = {}
        sequences: dict[str, dict[str, list[tuple[tuple[str, ...], StoredWord]]]] = {}
        for key, tags in self.tags.items():
            verbs = tuple(self.verbs.get(key, ()))
            if tags & Tag.PREPOSITION and verbs and not _stays_verb(verbs):
                # "including", "regarding": a preposition by now.
                tags, verbs = tags & ~Tag.VERB, ()
            word = StoredWord(
                tags=tags,
                length=len(key),
                verbs=verbs,
                nouns=tuple(self.nouns.get(key, ())),
                value=self.values.get(key),
                nouns_kinds=frozenset(noun.kind for noun in self.nouns.get(key, ())),
                form=reduce(or_, (verb.form for verb in verbs), 0),
                lemmas=frozenset(verb.lemma for verb in verbs),
                frames=frozenset(use.frame for verb in verbs for use in verb.uses),
                telling=any(
                    use.frame in TELLING_FRAMES
                    or (use.frame in TELLING_SET_PHRASES and len(key) > 1)
                    for verb in self.verbs.get(key, ())
                    if not (verb.particle and tags & _AUXILIARY)
                    for use in verb.uses
                ),
            )
            if len(key) == 1:
                single[key[0]] = word
            else:
                second = sequences.setdefault(key[0], {})
                second.setdefault(key[1], []).append((key[1:], word))
        for table in sequences.values():
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))
        return single, sequences


def _stays_verb(verbs: tuple[VerbForm, ...]) -> bool:
    """Whether a form that is also a preposition ("using", "including") is a cue verb in its own right."""
    return any(
        not verb.form & Form.GERUND or use.frame in ("use", "exploit", "target")
        for verb in verbs
        for use in verb.uses
    )
