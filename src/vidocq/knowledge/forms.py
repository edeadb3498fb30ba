"""How a form in a data file matches, told from its spelling, and the inflection of demonyms.

- one word without a small letter ("FSB", "U.S."): an abbreviation, matched in this very spelling;
- no capital ("banque centrale russe"): matched in any spelling;
- else ("Kremlin", "ministère de la Justice"): matched where the text has at least one capital.

An abbreviation that the press also writes as a word ("Anssi", "Otan") stands in the file as a word.
"""

from __future__ import annotations

from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.knowledge.schema import Entry
from vidocq.model import EntityType

_NO_ENGLISH_PLURAL = ("s", "sh", "ch", "ese", "z", "x")


def is_abbreviation(text: str) -> bool:
    """Whether a form has no small letter and no space, and at least one capital: "GRU", "G7", "U.S."."""
    return text == text.upper() and " " not in text and any(sign.isupper() for sign in text)


def name_row(
    text: str,
    entity: str,
    language: str,
    *,
    role: NameRole = NameRole.NAME,
    exact: bool = False,
    capitalised: bool = False,
    cue: bool = False,
    source: str = "vidocq",
) -> Name:
    """The name that a form of a data file stands for, matched as its spelling says."""
    short = is_abbreviation(text)
    context = NameContext.NONE
    if cue:
        context = NameContext.CUE
    elif capitalised:
        context = NameContext.CAPITALISED
    if short and role is NameRole.NAME:
        role = NameRole.ABBREVIATION
    return Name(
        text=text,
        entity=entity,
        type=EntityType(entity.partition(":")[0]),
        role=role,
        language=language,
        context=context,
        exact_case=exact or short,
        source=source,
    )


def sector_row(text: str, key: str, language: str, context: NameContext) -> Name:
    """A word for a sector: of itself, or (``context`` a cue) only beside a head word."""
    return Name(
        text=text,
        entity=f"sector:{key}",
        type=EntityType.SECTOR,
        language=language,
        context=context,
        exact_case=is_abbreviation(text),
        source="vidocq:sectors",
    )


def entry_names(entity: str, entry: Entry, source: str) -> list[Name]:
    """The names of an entry, without those that only a country beside them decides."""
    return [
        name_row(
            text,
            entity,
            language,
            exact=text in entry.exact,
            capitalised=text in entry.capitalised,
            cue=text in entry.cue,
            source=source,
        )
        for language, texts in (("en", entry.en), ("fr", entry.fr), ("*", entry.all))
        for text in texts
        if text not in entry.ambiguous
    ]


def english_forms(demonym: str) -> tuple[str, ...]:
    """An English demonym and, where it has one, its plural: "Russian", "Russians"; "Chinese"."""
    if demonym.endswith(_NO_ENGLISH_PLURAL):
        return (demonym,)
    return demonym, demonym + "s"


def french_plural(adjective: str) -> str:
    """The plural of a French demonym: "russe" → "russes", "chinois" → "chinois"."""
    return adjective if adjective[-1] in "sx" else adjective + "s"


def french_agreement(demonym: str) -> dict[str, str]:
    """The four forms of a French demonym given as "chinois/chinoise", or as one form for both ("russe"):
    ``m``, ``f``, ``mp``, ``fp``."""
    masculine, _, feminine = demonym.partition("/")
    feminine = feminine or masculine
    return {
        "m": masculine,
        "f": feminine,
        "mp": french_plural(masculine),
        "fp": french_plural(feminine),
    }
