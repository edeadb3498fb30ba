"""The entities of our own files by their ids, and their names: all but groups, malware, incidents and techniques.

Each file is read once a process, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from vidocq.knowledge import schema
from vidocq.knowledge.bodies import agency_id, composed_names, default_names
from vidocq.knowledge.check import check_names
from vidocq.knowledge.forms import entry_names, name_row
from vidocq.knowledge.name import Name, NameRole
from vidocq.knowledge.officials import official_names
from vidocq.knowledge.schema import Entry
from vidocq.knowledge.sectors import sector_names
from vidocq.knowledge.states import state_names


@cache
def own_names() -> tuple[Name, ...]:
    """The names of our own files: all but groups, malware, incidents and techniques."""
    named = [
        *state_names(),
        *_entries(),
        *_place_demonyms(),
        *sector_names(),
        *default_names(),
        *official_names(),
    ]
    check_names(named)
    return _distinct([*named, *composed_names()])


def _distinct(rows: Iterable[Name]) -> tuple[Name, ...]:
    """Without rows that repeat text, language and entity: the first stays."""
    kept: dict[tuple[str, str, str], Name] = {}
    for row in rows:
        kept.setdefault((row.text, row.language, row.entity), row)
    return tuple(kept.values())


@cache
def entries_by_id() -> dict[str, tuple[Entry, str]]:
    """Id to entry and file name, for every entity but states and sectors."""
    found: dict[str, tuple[Entry, str]] = {}
    tables: tuple[tuple[str, str, dict[str, Entry]], ...] = (
        ("bloc", "blocs.yaml", dict(schema.blocs())),
        ("company", "companies.yaml", dict(schema.companies())),
        ("organisation", "organisations.yaml", dict(schema.organisations())),
        ("product", "products.yaml", dict(schema.products())),
        ("place", "places.yaml", dict(schema.places())),
    )
    for kind, file, entries in tables:
        for key, entry in entries.items():
            found[f"{kind}:{key}"] = entry, file
    for name, agencies in schema.agency_files().items():
        for key, agency in agencies.agencies.items():
            found[agency_id(agencies.country, key)] = agency, f"agencies/{name}"
    return found


def _entries() -> list[Name]:
    return [
        row
        for entity, (entry, file) in entries_by_id().items()
        for row in entry_names(entity, entry, f"vidocq:{file.removesuffix('.yaml')}")
    ]


def _place_demonyms() -> list[Name]:
    """Adjectives of regions ("European"), English with a capital in the file, French without."""
    return [
        name_row(
            text,
            f"place:{key}",
            "fr" if text == text.lower() else "en",
            role=NameRole.DEMONYM,
            source="vidocq:places",
        )
        for key, place in schema.places().items()
        for text in place.demonyms
    ]
