"""Sectors: their words ("banks", "hospital"), and what makes a sector of a word that alone means none ("energy companies").

The words of further languages stand in their own files (`vidocq.knowledge.translated`).
"""

from __future__ import annotations

from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.forms import sector_row
from vidocq.knowledge.languages import language_file
from vidocq.knowledge.name import Name, NameContext
from vidocq.knowledge.schema import Sector


def sector_names() -> list[Name]:
    """Words for a sector match anywhere; its modifiers need one of the sectors' head words."""
    rows = []
    for key, sector in sectors().items():
        for terms, context in (
            (sector.words, NameContext.NONE),
            (sector.modifiers, NameContext.CUE),
        ):
            for language, texts in (("en", terms.en), ("fr", terms.fr)):
                rows += [sector_row(text, key, language, context) for text in texts]
    return rows


def sectors() -> dict[str, Sector]:
    """The sectors of the claim guide by key, with their words and modifiers."""
    return schema.sector_file().sectors


@cache
def sector_heads(language: str) -> frozenset[str]:
    """The nouns that make a sector of a modifier: "sector", "companies"; "secteur", "entreprises"."""
    heads = schema.sector_file().heads
    own = language_file(language).sector_heads
    return frozenset(own or (heads.fr if language == "fr" else heads.en))
