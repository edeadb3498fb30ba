"""What a word says of a mention that it stands beside: its beginning, and what it is about; and of what class a preposition is.

Used by `vidocq.claims.trained.telling_signs`. What is found is kept, for the same words come again and again.
"""

from __future__ import annotations

from functools import cache

from vidocq.claims.trained.bundles import Bundle, bundle
from vidocq.language.compile import load_pack
from vidocq.language.fold import fold
from vidocq.language.senses import senses

_CLASSES = (
    *("agent", "of", "to", "cause", "authors", "origin", "places", "seats", "homes", "holders"),
    *("sites", "flaws", "finds", "courses", "victims", "against", "answers", "blamed", "pointed"),
    *("behind", "where", "posts", "owners", "examples", "tools", "into", "accompanying", "behalf"),
    *("robbed", "personal", "spoken_for", "named_as", "bands", "besides", "subjects"),
)
"""Classes of prepositions that tell of roles (`vidocq.language.relations`)."""
BEGINNING = 6
"""Letters of a word that stand for it: endings are no matter, and kindred languages often begin alike."""


@cache
def preposition_classes(language: str, word: str | None) -> tuple[str, ...]:
    """The classes that a preposition belongs to."""
    if word is None:
        return ("none",)
    relations = load_pack(language).relations
    return tuple(name for name in _CLASSES if word in getattr(relations, name)) or ("other",)


_OF_WORDS: dict[str, dict[str, dict[str, Bundle]]] = {}
"""Language → place → word → what it says; tables within tables, for a key of three words takes as long to hash as the rest."""
_MANY_WORDS = 5_000
"""Words of a place that are kept; then it begins anew."""


def words_at_places(language: str) -> dict[str, dict[str, Bundle]]:
    """What is known of the words of a language so far, by their place."""
    known = _OF_WORDS.get(language)
    if known is None:
        known = _OF_WORDS[language] = {}
    return known


def of_word(language: str, place: str, word: str) -> Bundle:
    """What a word at a place says: its beginning, however it is written, and what it is about."""
    at_places = words_at_places(language)
    of_words = at_places.get(place)
    if of_words is None:
        of_words = at_places[place] = {}
    known = of_words.get(word)
    if known is None:
        if len(of_words) >= _MANY_WORDS:
            of_words.clear()
        known = of_words[word] = bundle(
            f"{place}:{fold(word)[:BEGINNING]}",
            *[f"{place}~{sense}" for sense in senses(language, word)],
        )
    return known
