"""The forms of nouns and adjectives in languages that decline them, and compounds known by their last part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vidocq.language.files import NounFile
from vidocq.language.pack import Word
from vidocq.language.tags import Tag

_SHORTEST_HEAD = 4
_SHORTEST_PART = 2


def decline(noun: str, nouns: NounFile) -> Iterator[tuple[str, bool]]:
    """All forms of a noun with whether each is a plural; of several words the last one declines."""
    before, space, last = noun.rpartition(" ")
    seen = {last}
    yield noun, False
    irregular = nouns.irregular_plurals.get(last)
    plurals = [irregular, irregular + "n"] if irregular and irregular.endswith("e") else []
    plurals += [irregular, irregular + "n"] if irregular and irregular.endswith(("r", "l")) else []
    plurals = plurals or ([irregular] if irregular else [])
    paradigm = next((p for p in nouns.paradigms if re.search(p.match, last)), None)
    singulars: list[str] = []
    if paradigm is not None:
        stem = last[: len(last) - paradigm.cut]
        singulars = [stem + e for e in paradigm.singular]
        plurals = plurals or [stem + e for e in paradigm.plural]
    for forms, plural in ((plurals, True), (singulars, False)):
        for form in forms:
            if form not in seen or (plural and form == last):
                seen.add(form)
                yield before + space + form, plural


def inflected(adjectives: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    """Adjectives with each ending that they take before a noun; "-e" and "-el" drop their e as the language does."""
    for adjective in adjectives:
        yield adjective
        stem = adjective.removesuffix("e")
        for ending in endings:
            yield stem + ending


def compound(key: str, words: dict[str, Word], field: tuple[str, ...]) -> tuple[str, Word] | None:
    """The last part of a compound that is a noun by itself, and what it is ("regierungs|server").

    ``field``: first parts that make it a word of the field, so that it needs no other one beside it.
    """
    for cut in range(_SHORTEST_PART, len(key) - _SHORTEST_HEAD + 1):
        word = words.get(key[cut:])
        if word is None or not word.nouns:
            continue
        told = key.startswith(field) if field else False
        nouns = word.nouns
        if told:
            nouns = tuple(type(n)(n.kind, False, n.plural) for n in nouns)
        made = Word(
            tags=Tag.NOUN | (Tag.CYBER if told else 0),
            nouns=nouns,
            nouns_kinds=word.nouns_kinds,
        )
        return key[cut:], made
    return None


def without_noun(word: Word) -> Word:
    """A word in small letters, where nouns have capitals: what it is besides a noun."""
    if not word.tags & ~(Tag.NOUN | Tag.CYBER | Tag.STRONG_CYBER):
        return word  # Careless spelling: it is a noun and nothing else.
    kinds: frozenset[str] = frozenset()
    return Word(
        word.tags & ~Tag.NOUN,
        word.length,
        word.verbs,
        (),
        word.value,
        kinds,
        word.form,
        word.lemmas,
        word.frames,
        word.telling,
    )
