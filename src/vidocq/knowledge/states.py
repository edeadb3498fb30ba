"""States as names: CLDR's names of territories through Babel, and what `data/states.yaml` adds."""

from __future__ import annotations

from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.forms import english_forms, french_agreement, is_abbreviation, name_row
from vidocq.knowledge.name import Name, NameRole
from vidocq.knowledge.schema import KnowledgeError, State, StateWords

LANGUAGES = ("en", "fr")
SOURCE = "vidocq:states"
CLDR_SOURCE = "cldr:territories"
NOT_ISO = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
"""Codes that CLDR has beside ISO 3166-1 (exceptionally reserved ones and its own), Kosovo kept."""
_PREFIXES = {"GB": "uk"}


@cache
def territories(language: str) -> dict[str, str]:
    """CLDR's name of every ISO 3166-1 territory and Kosovo, by alpha-2 code."""
    from babel import Locale

    found = Locale.parse(language).territories
    return {
        code: name.replace("’", "'")
        for code, name in found.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_ISO
    }


def is_country(code: str) -> bool:
    """Whether ``code`` is an ISO 3166-1 alpha-2 code in capitals, or XK."""
    return code in territories("en")


def id_prefix(code: str) -> str:
    """How ids of agencies and organisations write a country: ``us``, ``uk`` for GB."""
    return _PREFIXES.get(code, code.lower())


def country_of_prefix(prefix: str) -> str | None:
    """ISO code for the country prefix of an id (``uk`` → GB), or None where it is none."""
    code = {"uk": "GB"}.get(prefix, prefix.upper())
    return code if is_country(code) else None


@cache
def state_names() -> tuple[Name, ...]:
    """Every form of every state. A form that is name and demonym ("New Zealand") is a name."""
    known = schema.states()
    for code in known:
        if not is_country(code):
            raise KnowledgeError("states.yaml", code, "key", "is no ISO 3166-1 code")
    rows: list[Name] = []
    for language in LANGUAGES:
        for code, name in territories(language).items():
            state = known.get(code, State())
            if name not in state.skip and name.replace("'", "’") not in state.skip:
                rows += _variants(name, code, language, state)
            rows += _own_names(code, language, state)
    return tuple(rows)


def _variants(name: str, code: str, language: str, state: State) -> list[Name]:
    """CLDR's name, and with "and" or "Saint" where it has "&" or "St."."""
    spellings = {
        name: None,
        name.replace(" & ", " and "): None,
        name.replace("St. ", "Saint "): None,
    }
    return [
        name_row(
            text,
            f"state:{code}",
            language,
            exact=text in state.exact,
            capitalised=text in state.capitalised,
            source=CLDR_SOURCE,
        )
        for text in spellings
    ]


def _own_names(code: str, language: str, state: State) -> list[Name]:
    words: StateWords = state.en if language == "en" else state.fr
    demonyms = [form for word in words.demonyms for form in demonym_forms(word, language)]
    groups = (
        (NameRole.NAME, words.names),
        (NameRole.CAPITAL, words.capitals),
        (NameRole.GOVERNMENT, words.governments),
        (NameRole.DEMONYM, (*demonyms, *words.people)),
    )
    rows = []
    for role, texts in groups:
        for text in texts:
            singular = text[:-1] if role is NameRole.DEMONYM else text
            rows.append(
                name_row(
                    text,
                    f"state:{code}",
                    language,
                    role=role,
                    exact=text in state.exact or singular in state.exact,
                    capitalised=text in state.capitalised,
                    source=SOURCE,
                )
            )
    return rows


def demonym_forms(word: str, language: str) -> tuple[str, ...]:
    """All forms of a demonym as the data file gives it."""
    if language == "en":
        return english_forms(word)
    return tuple(dict.fromkeys(french_agreement(word).values()))


@cache
def adjectives(code: str, language: str) -> tuple[str, ...]:
    """The words that put a state before or after a noun: "Chinese", "PRC"; "chinois/chinoise"."""
    state = schema.states().get(code)
    if state is None:
        return ()
    if language == "fr":
        return state.fr.demonyms[:2]
    short = [text for text in state.en.names if is_abbreviation(text) and len(text) <= 4]
    return (*state.en.demonyms, *(text for text in short if "." not in text or text[-1] == "."))
