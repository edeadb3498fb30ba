"""All names of all entities, in every language: those of our own files and of the collections beside them.

Reading them takes a while, so that what was read is kept between runs under the fingerprint of the data. Importing this
module reads nothing.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from sys import intern

from msgspec.structs import force_setattr

from vidocq.knowledge import schema
from vidocq.knowledge.check import check_names
from vidocq.knowledge.forms import name_row
from vidocq.knowledge.kept import at_rest, kept
from vidocq.knowledge.languages import FOLDER, further_languages, language_file
from vidocq.knowledge.name import Name, NameContext, NameRole
from vidocq.knowledge.own_entities import entries_by_id, own_names
from vidocq.knowledge.states import state_names
from vidocq.knowledge.translated import check_language, names_of
from vidocq.model import EntityType

_COLLEAGUES = (
    ("vidocq.knowledge.galaxy", "load_group_names"),
    ("vidocq.knowledge.incidents", "load_incident_names"),
    ("vidocq.knowledge.techniques", "load_technique_names"),
    ("vidocq.knowledge.vulnerabilities", "load_vulnerability_names"),
)


def load_names() -> tuple[Name, ...]:
    """All names of all entities in all languages; those of the further languages come last.

    Raises:
        KnowledgeError: a data file has a mistake, or two entities claim one form in one language.
    """
    return (
        *shared_names(),
        *(row for language in further_languages() for row in names_in(language)),
    )


@cache
def shared_names() -> tuple[Name, ...]:
    """The names in English, in French and in every language: what all readers need."""
    return _sharing(kept("names-all", tuple[Name, ...], _read_names, data_fingerprint()))


def names_in(language: str) -> tuple[Name, ...]:
    """The names of a language's own file; none for English and French. Not held: an index of them is."""
    if language not in further_languages():
        return ()
    return _sharing(
        kept(
            f"names-{language}",
            tuple[Name, ...],
            lambda: _read_language(language),
            data_fingerprint(),
        )
    )


def _sharing(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names, with one copy of each entity, language and source for all that have it: read from a file, each has its own, and
    two fifths of the memory of all names."""
    with at_rest():
        for name in names:
            force_setattr(name, "entity", intern(name.entity))
            force_setattr(name, "language", intern(name.language))
            force_setattr(name, "source", intern(name.source))
    return names


def _read_language(language: str) -> tuple[Name, ...]:
    check_language(language, known_ids())
    rows = names_of(language)
    rows += _abbreviations_as_words(language, rows)
    everywhere = (
        row
        for row in shared_names()
        if row.language == "*" and row.source.startswith("vidocq:")
        if row.type not in (EntityType.GROUP, EntityType.MALWARE)
    )
    check_names([*everywhere, *rows], (language,))
    return tuple(rows)


def _abbreviations_as_words(language: str, rows: list[Name]) -> list[Name]:
    """ "Fbi", "Gru": the abbreviations of public bodies and blocs as words, where the language's press writes them so."""
    file = language_file(language)
    if not file.word_abbreviations:
        return []
    claimed = {row.text.casefold() for row in rows}
    found: dict[str, Name] = {}
    for row in (*rows, *shared_names()):
        word = row.text.capitalize()
        if (
            row.role is NameRole.ABBREVIATION
            and row.type in _ABBREVIATED
            and row.context is NameContext.NONE
            and row.text.isalpha()
            and len(row.text) >= _SHORTEST_WORD
            and row.text not in file.no_words
            and (row.language == language or row.text.casefold() not in claimed)
        ):
            found.setdefault(
                word,
                name_row(
                    word,
                    row.entity,
                    language,
                    exact=True,
                    source=f"vidocq:{FOLDER}/{language}",
                ),
            )
    return list(found.values())


_ABBREVIATED = frozenset({EntityType.AGENCY, EntityType.BLOC, EntityType.ORGANISATION})
_SHORTEST_WORD = 3


def known_ids() -> frozenset[str]:
    """The ids of all entities but states that the files know."""
    return frozenset({*entries_by_id(), *(row.entity for row in shared_names())})


def _read_names() -> tuple[Name, ...]:
    rows = list(own_names())
    for module, function in _COLLEAGUES:
        rows += getattr(import_module(module), function)()
    return tuple(rows)


@cache
def data_fingerprint() -> str:
    """SHA-256 over the bytes of all data files and the versions of the collections used (hex)."""
    import hashlib
    from importlib.metadata import PackageNotFoundError, version

    digest = hashlib.sha256()
    for path in sorted(schema.DATA.rglob("*.yaml")):
        digest.update(path.relative_to(schema.DATA).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for package in ("pymispgalaxies", "babel"):
        try:
            digest.update(f"{package} {version(package)}\0".encode())
        except PackageNotFoundError:
            digest.update(f"{package} -\0".encode())
    return digest.hexdigest()


def _names_of_states() -> tuple[Name, ...]:
    return kept("names-states", tuple[Name, ...], state_names, data_fingerprint())


@cache
def demonyms(language: str | None = None) -> dict[str, str]:
    """Folded one-word demonyms and names of states, in English, French and the language given: "syrian" → ``state:SY``."""
    own = names_in(language) if language is not None else ()
    return {
        name.text.casefold(): name.entity
        for name in (*own, *_names_of_states())
        if name.type is EntityType.STATE
        and " " not in name.text
        and name.role in (NameRole.DEMONYM, NameRole.NAME)
    }
