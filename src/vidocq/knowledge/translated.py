"""The names that a language's own file gives, and CLDR's names of states in it, as rows for the automaton."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vidocq.knowledge import schema
from vidocq.knowledge.bodies import agency_id, body_of, resolve_body
from vidocq.knowledge.forms import name_row, sector_row
from vidocq.knowledge.languages import (
    FOLDER,
    LanguageFile,
    StateForms,
    bare,
    inflected,
    language_file,
    spelled_out,
    with_adjective,
)
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.knowledge.schema import KnowledgeError
from vidocq.knowledge.states import CLDR_SOURCE, is_country, territories


def names_of(language: str) -> list[Name]:
    """All rows of a language's own file. Forms with a country's adjective come last: the first to claim one keeps it."""
    file = language_file(language)
    named = [*_states(language, file), *_entities(language, file), *_sectors(language, file)]
    named += _defaults(language, file)
    rows: dict[tuple[str, str], Name] = {}
    claimed = {row.text.casefold() for row in named}
    for row in (*named, *_composed(language, file, claimed)):
        rows.setdefault((row.text, row.entity), row)
    return list(rows.values())


def _row(
    text: str,
    entity: str,
    language: str,
    file: LanguageFile,
    role: NameRole = NameRole.NAME,
    source: str | None = None,
) -> Name:
    return name_row(
        text,
        entity,
        language,
        role=role,
        exact=text in file.exact,
        capitalised=text in file.capitalised,
        cue=text in file.cue,
        source=source or f"vidocq:{FOLDER}/{language}",
    )


def _states(language: str, file: LanguageFile) -> Iterator[Name]:
    known = territories(language)
    for code in (*known, *(code for code in file.states if code not in known)):
        if code not in known:
            raise KnowledgeError(
                f"{FOLDER}/{language}.yaml", code, "states", "is no ISO 3166-1 code"
            )
        words = file.states.get(code, StateForms())
        entity = f"state:{code}"
        if known[code] not in words.skip:
            yield from _owning(known[code], entity, language, file, CLDR_SOURCE)
        for text in (*words.names, *words.governments):
            role = NameRole.GOVERNMENT if text in words.governments else NameRole.NAME
            for form in spelled_out(text):
                yield _row(form, entity, language, file, role)
        for text in words.capitals:
            yield from _owning(text, entity, language, file, role=NameRole.CAPITAL)
        demonyms = [form for one in words.demonyms for form in inflected(one, file.adjectives)]
        for text in (*demonyms, *(f for one in words.people for f in spelled_out(one))):
            yield _row(text, entity, language, file, NameRole.DEMONYM)


def _owning(
    text: str,
    entity: str,
    language: str,
    file: LanguageFile,
    source: str | None = None,
    role: NameRole = NameRole.NAME,
) -> Iterator[Name]:
    """A name and its genitive, where the language has one."""
    yield _row(text, entity, language, file, role, source)
    if " " not in text and text[-1] not in "sxz":
        for ending in file.genitive:
            yield _row(text + ending, entity, language, file, role, source)


def _entities(language: str, file: LanguageFile) -> Iterator[Name]:
    for entity, texts in file.names.items():
        for text in texts:
            if text in file.ambiguous:
                continue
            for form in spelled_out(text):
                yield _row(form, entity, language, file)
    for key, demonyms in file.place_demonyms.items():
        for one in demonyms:
            for form in inflected(one, file.adjectives):
                yield _row(form, f"place:{key}", language, file, NameRole.DEMONYM)


def _sectors(language: str, file: LanguageFile) -> Iterator[Name]:
    heads = [form for one in file.sector_compounds for form in spelled_out(one)]
    for key, sector in file.sectors.items():
        compounds = tuple(stem + head for stem in sector.stems for head in heads)
        for texts, context in (
            ((*sector.words, *compounds), NameContext.NONE),
            (sector.modifiers, NameContext.CUE),
        ):
            for text in (form for one in texts for form in spelled_out(one)):
                yield sector_row(text, key, language, context)


def _defaults(language: str, file: LanguageFile) -> Iterator[Name]:
    for key, body in file.bodies.items():
        for country, texts in body.default.items():
            for text in (form for one in texts for form in spelled_out(one)):
                yield _row(text, resolve_body(key, country), language, file)


def _composed(language: str, file: LanguageFile, claimed: set[str]) -> Iterator[Name]:
    """The bodies of the states that have an agency file, with the state's adjective, where nobody has claimed the form."""
    for agencies in schema.agency_files().values():
        country = agencies.country
        demonyms = (
            file.states.get(country, StateForms()).demonyms[:2] if is_country(country) else ()
        )
        for entity, forms in _bodies(country, language, file) if demonyms else ():
            for form in forms:
                for demonym in demonyms:
                    for text in with_adjective(form, demonym, file.adjectives):
                        if text.casefold() not in claimed:
                            claimed.add(text.casefold())
                            yield _row(text, entity, language, file)


def _bodies(
    country: str, language: str, file: LanguageFile
) -> Iterable[tuple[str, tuple[str, ...]]]:
    """What a state's adjective makes a name of: its bodies, and its agencies whose names others bear too."""
    for key, body in file.bodies.items():
        if schema.body_kinds()[key].common or body_of(key, country) is not None:
            yield resolve_body(key, country), body.forms
    for key in schema.agency_files()[f"{country.lower()}.yaml"].agencies:
        entity = agency_id(country, key)
        shared = tuple(text for text in file.names.get(entity, ()) if text in file.ambiguous)
        if shared:
            yield entity, shared


def check_language(language: str, known: frozenset[str]) -> None:
    """Raise `KnowledgeError` where a file names an entity that no other file has (``known`` are all), or contradicts itself."""
    file, place = language_file(language), f"{FOLDER}/{language}.yaml"
    for entity in (*file.names, *(f"place:{key}" for key in file.place_demonyms)):
        if entity not in known:
            raise KnowledgeError(place, entity, "names", "is no entity of the other files")
    for kind, keys, all_keys in (
        ("bodies", set(file.bodies), set(schema.body_kinds())),
        ("sectors", set(file.sectors), set(schema.sector_file().sectors)),
    ):
        for key in sorted(keys - all_keys):
            raise KnowledgeError(place, key, kind, "is unknown")
    forms = {form for texts in file.names.values() for one in texts for form in spelled_out(one)}
    for key, body in file.bodies.items():
        plain = {bare(form) for form in body.forms}
        forms |= {spelled for form in plain for spelled in spelled_out(form)}
        for country, texts in body.default.items():
            if not is_country(country):
                raise KnowledgeError(place, key, "default", f"{country!r} is no country")
            for text in texts:
                if text not in plain:
                    raise KnowledgeError(place, key, "default", f"{text!r} is no form")
    for words in file.states.values():
        for texts in (words.names, words.capitals, words.governments, words.people):
            forms.update(spelled for one in texts for spelled in spelled_out(one))
        forms.update(form for one in words.demonyms for form in inflected(one, file.adjectives))
    states = set(territories(language).values())
    for field in ("exact", "capitalised", "cue", "ambiguous"):
        for text in sorted(getattr(file, field) - forms - states):
            raise KnowledgeError(place, text, field, "is not among the forms")
